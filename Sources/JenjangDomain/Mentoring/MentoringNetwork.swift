/// Who learned from whom: every pair that met, as a tree to read and as a text that graph programs draw.
public struct MentoringNetwork: Sendable {
  public struct Link: Sendable, Hashable {
    public let mentor: Row
    public let mentee: Row
    public let state: PairState
  }

  public struct Line: Sendable, Hashable {
    public let person: Row
    /// 0 for those whom nobody mentored.
    public let depth: Int
    /// Stands above already, so that what follows is not told again.
    public let isRepeated: Bool
  }

  /// In the order of their rows.
  public let links: [Link]

  public init(_ book: Book) {
    let table = book.employees.table
    var found: Set<Link> = []
    for pair in book.mentoringPairs.all {
      guard let state = pair.state, state.isRunning || state == .finished || pair.start != nil,
        let mentor = pair.mentor.flatMap({ table.row(of: $0.raw) }),
        let mentee = pair.mentee.flatMap({ table.row(of: $0.raw) })
      else { continue }
      found.insert(Link(mentor: mentor, mentee: mentee, state: state))
    }
    links = found.sorted { ($0.mentor, $0.mentee, $0.state.rawValue) < ($1.mentor, $1.mentee, $1.state.rawValue) }
  }

  /// The tree, mentors before their mentees; circles and those with two mentors are told once.
  public var lines: [Line] {
    var below: [Row: [Row]] = [:]
    for link in links where below[link.mentor]?.last != link.mentee {
      below[link.mentor, default: []].append(link.mentee)
    }
    let mentees = Set(links.map(\.mentee))
    let mentors = below.keys.sorted()
    var told: Set<Row> = []
    var lines: [Line] = []
    func tell(_ person: Row, _ depth: Int) {
      let isNew = told.insert(person).inserted
      let next = below[person] ?? []
      lines.append(Line(person: person, depth: depth, isRepeated: !isNew && !next.isEmpty))
      guard isNew else { return }
      for mentee in next { tell(mentee, depth + 1) }
    }
    for root in mentors where !mentees.contains(root) { tell(root, 0) }
    // What is left lies in circles.
    for person in mentors where !told.contains(person) { tell(person, 0) }
    return lines
  }

  /// The links in the language of Graphviz; quotes and backslashes of names are kept from ending them.
  public func dot(name: String, label: (Row) -> String) -> String {
    var text = "digraph \(MentoringNetwork.quoted(name)) {\n  rankdir=LR;\n"
    let people = Set(links.flatMap { [$0.mentor, $0.mentee] }).sorted()
    for person in people { text += "  p\(person) [label=\(MentoringNetwork.quoted(label(person)))];\n" }
    for link in links {
      let style = link.state.isRunning ? "solid" : "dashed"
      text += "  p\(link.mentor) -> p\(link.mentee) [style=\(style)];\n"
    }
    return text + "}\n"
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        quoted += "\\"
        quoted.unicodeScalars.append(scalar)
      case "\n", "\r", "\t": quoted += " "
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

extension MentoringNetwork {
  /// The links with the names of the people as the actor sees them.
  public func dot(in book: Book) -> String {
    let table = book.employees.table
    return dot(name: "Bimbingan") { book.label(of: table.id(of: $0), kind: Employee.kind.name) ?? "?" }
  }
}
