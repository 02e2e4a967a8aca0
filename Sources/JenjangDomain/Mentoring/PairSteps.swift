/// A step in the life of a mentoring pair.
///
/// Source: domain reference 9.3.
public enum PairStep: Sendable, Hashable {
  /// One of the two says yes; when both have, the pair is accepted.
  case accept(PairSide)
  case decline(PairSide)
  case begin
  case pause
  case resume
  case finish(note: String?)
  case stop(PairEndCause, note: String?)

  public var title: Text {
    switch self {
    case .accept(.mentor): Text("Pembimbing setuju", en: "The mentor says yes")
    case .accept(.mentee): Text("Peserta setuju", en: "The mentee says yes")
    case .decline: Text("Tidak setuju", en: "Say no")
    case .begin: Text("Mulai bimbingan", en: "Begin")
    case .pause: Text("Jeda", en: "Pause")
    case .resume: Text("Lanjutkan", en: "Go on")
    case .finish: Text("Selesaikan", en: "Finish")
    case .stop: Text("Hentikan lebih awal", en: "End early")
    }
  }
}

extension MentoringPair {
  /// Why a step cannot be taken now; nil when it can.
  public func refusal(of step: PairStep, by actor: Actor? = nil) -> Text? {
    let state = state ?? .proposed
    switch step {
    case .accept(let side), .decline(let side):
      guard state == .proposed else { return .notFrom(state) }
      let own = side == .mentor ? mentor : mentee
      // Nobody says yes for somebody else; where nobody is known the office enters what was said.
      guard actor?.person == nil || actor?.person == own?.raw else { return .otherSide(side) }
      let isSaid = (side == .mentor ? mentorAcceptedOn : menteeAcceptedOn) != nil
      if case .accept = step, isSaid { return .alreadySaid }
      return nil
    case .begin: return state == .accepted ? nil : state == .proposed ? .notBoth : .notFrom(state)
    case .pause: return state == .active ? nil : .notFrom(state)
    case .resume: return state == .paused ? nil : .notFrom(state)
    case .finish: return state.isRunning ? nil : .notFrom(state)
    case .stop: return state.isOver ? .notFrom(state) : nil
    }
  }

  /// The pair after a step that is not refused.
  public func after(_ step: PairStep, on day: Day) -> MentoringPair {
    var next = self
    switch step {
    case .accept(let side):
      if side == .mentor { next.mentorAcceptedOn = day } else { next.menteeAcceptedOn = day }
      if next.mentorAcceptedOn != nil, next.menteeAcceptedOn != nil { next.state = .accepted }
    case .decline:
      next.state = .declined
      next.endedOn = day
    case .begin:
      next.state = .active
      next.start = next.start ?? day
    case .pause: next.state = .paused
    case .resume: next.state = .active
    case .finish(let note):
      next.state = .finished
      next.endedOn = day
      next.endNote = note ?? next.endNote
    case .stop(let cause, let note):
      next.state = .stopped
      next.endedOn = day
      next.endCause = cause
      next.endNote = note ?? next.endNote
    }
    return next
  }

  /// The pair that goes on with another mentor, proposed anew with the goal; the old one ends with its cause.
  public func succession(
    by successor: ID<Employee>, cause: PairEndCause, on day: Day, id: ID<MentoringPair>
  ) -> (ended: MentoringPair, next: MentoringPair) {
    var next = MentoringPair(id: id)
    next.mentee = mentee
    next.mentor = successor
    next.kind = kind
    next.programme = programme
    next.goal = goal
    next.state = .proposed
    next.proposedOn = day
    next.end = end
    next.follows = self.id
    return (after(.stop(cause, note: nil), on: day), next)
  }
}

extension Text {
  fileprivate static func notFrom(_ state: PairState) -> Text {
    Text(
      "Tidak dapat: pasangan ini \(state.title.indonesian.lowercased())",
      en: "Not possible: this pair is \(state.title.english.lowercased())")
  }
  fileprivate static func otherSide(_ side: PairSide) -> Text {
    Text(
      "Hanya \(side.title.indonesian.lowercased()) sendiri yang menyatakan ini",
      en: "Only the \(side.title.english.lowercased()) can say this")
  }
  fileprivate static let alreadySaid = Text("Sudah dinyatakan setuju", en: "Yes has been said already")
  fileprivate static let notBoth = Text("Keduanya harus menyetujui dahulu", en: "Both have to say yes first")
}
