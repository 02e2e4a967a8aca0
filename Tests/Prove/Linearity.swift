/// One question to a record and its answer, each with its moment: the answer came after the question.
struct Exchange {
  enum Action: Equatable {
    case write(Int)
    /// Only if the record has this revision.
    case replace(revision: Int, Int)
    case read
  }

  enum Answer: Equatable {
    case written
    /// It had the value already.
    case unchanged
    case refused
    case seen(revision: Int, value: Int)
  }

  var action: Action
  var answer: Answer
  var asked: Int
  var answered: Int
}

/// Whether what several clients were told of one record can be told as one story, in which each exchange happens at
/// one moment between its question and its answer (linearizability, after Wing and Gong).
struct Linearity {
  /// What the record holds.
  struct State: Hashable {
    var revision: Int
    var value: Int
  }

  /// A part of the story: which exchanges have happened, and what the record holds then.
  private struct Part: Hashable {
    var happened: Set<Int>
    var state: State
  }

  private let exchanges: [Exchange]
  /// From here the story does not go on.
  private var dead: Set<Part> = []

  private init(_ exchanges: [Exchange]) { self.exchanges = exchanges.sorted { $0.asked < $1.asked } }

  /// False when no story fits.
  static func holds(_ exchanges: [Exchange], from state: State) -> Bool {
    var search = Linearity(exchanges)
    return search.goesOn(Part(happened: [], state: state))
  }

  private mutating func goesOn(_ part: Part) -> Bool {
    guard part.happened.count < exchanges.count else { return true }
    guard !dead.contains(part) else { return false }
    let waiting = exchanges.indices.filter { !part.happened.contains($0) }
    // Nothing may happen that was asked after another one was answered, before that one has happened.
    let limit = waiting.map { exchanges[$0].answered }.min() ?? 0
    for place in waiting where exchanges[place].asked < limit {
      guard let state = Linearity.state(part.state, after: exchanges[place]) else { continue }
      if goesOn(Part(happened: part.happened.union([place]), state: state)) { return true }
    }
    dead.insert(part)
    return false
  }

  /// The record after an exchange at this very moment; nil when the answer would have been another one.
  private static func state(_ state: State, after exchange: Exchange) -> State? {
    switch (exchange.action, exchange.answer) {
    case (.write(let value), .written): value == state.value ? nil : State(revision: state.revision + 1, value: value)
    case (.write(let value), .unchanged): value == state.value ? state : nil
    // Whoever is overtaken again and again is told so in the end, and nothing has happened.
    case (.write, .refused): state
    case (.replace(let revision, let value), .written):
      revision == state.revision && value != state.value ? State(revision: revision + 1, value: value) : nil
    case (.replace(let revision, let value), .unchanged):
      revision == state.revision && value == state.value ? state : nil
    case (.replace(let revision, _), .refused): revision == state.revision ? nil : state
    case (.read, .seen(let revision, let value)):
      State(revision: revision, value: value) == state ? state : nil
    default: nil
    }
  }
}
