/// How the predicates of a period fall on groups of people: by sex, age, grade and the great units.
///
/// A difference proves nothing by itself; it is where somebody should look.
public struct RatingFairness: Sendable {
  public struct Group: Sendable {
    public let title: Text
    public var counts: [PerformancePredicate: Int] = [:]

    public var people: Int { counts.values.reduce(0, +) }
    /// Per cent that are at least good, rounded down; nil without people.
    public var good: Int? {
      people == 0 ? nil : ((counts[.veryGood] ?? 0) + (counts[.good] ?? 0)) * 100 / people
    }
    /// The mean place of the predicates in hundredths, 500 the best; nil without people.
    public var mean: Int? {
      people == 0 ? nil : counts.reduce(0) { $0 + $1.key.order * $1.value } * 100 / people
    }
  }

  public struct Part: Sendable {
    public let title: Text
    public var groups: [Group]
  }

  public private(set) var parts: [Part] = []
  public private(set) var all = Group(title: Text("Semua", en: "All"))

  public init(_ board: PeriodBoard, in book: Book) {
    let rated = board.lines.filter { !$0.status.isOwed && $0.predicate != nil }
    for line in rated { if let predicate = line.predicate { all.counts[predicate, default: 0] += 1 } }
    let people = book.employees.table
    let sex = people.places("sex")
    let birth = people.days("birthDate")
    let grades = book.performancePlans.table.places("grade")
    parts = [
      part(Text("Jenis kelamin", en: "Sex"), rated, order: Sex.allCases.map(\.title)) { line in
        sex.flatMap { Sex.at($0[line.employee]) }?.title
      },
      part(Text("Usia", en: "Age"), rated, order: RatingFairness.ages) { line in
        guard let birth, birth[line.employee] > Mark.irregularDay else { return nil }
        return RatingFairness.age(Day(number: birth[line.employee]).months(until: board.day) / 12)
      },
      part(Text("Golongan", en: "Grade"), rated, order: ["I", "II", "III", "IV", "PPPK"].map(Text.verbatim)) { line in
        guard let grade = grades.flatMap({ Grade.at($0[line.plan]) })?.rawValue else { return nil }
        guard let end = grade.firstIndex(of: "/") else { return .verbatim("PPPK") }
        return .verbatim(String(grade[..<end]))
      },
      unitPart(rated, board, book),
    ]
  }

  private func part(
    _ title: Text, _ lines: [PeriodBoard.Line], order: [Text], group: (PeriodBoard.Line) -> Text?
  ) -> Part {
    var groups: [Text: Group] = [:]
    for line in lines {
      guard let predicate = line.predicate else { continue }
      let name = group(line) ?? .notRecorded
      groups[name, default: Group(title: name)].counts[predicate, default: 0] += 1
    }
    return Part(title: title, groups: (order + [.notRecorded]).compactMap { groups[$0] })
  }

  /// By the units below the root.
  private func unitPart(_ lines: [PeriodBoard.Line], _ board: PeriodBoard, _ book: Book) -> Part {
    let tree = UnitTree(book, on: board.day)
    var names: [Row: Text] = [:]
    var order: [Text] = []
    var current = Text.notRecorded
    for node in tree.nodes {
      if node.depth <= 1 {
        current = .verbatim(node.unit.name ?? "?")
        order.append(current)
      }
      if let row = book.units.table.row(of: node.unit.id.raw) { names[row] = current }
    }
    return part(.verbatim("Unit"), lines, order: order) { names[$0.unit] }
  }

  private static let ages = ["< 30", "30-39", "40-49", "50+"].map(Text.verbatim)

  private static func age(_ years: Int) -> Text {
    years < 30 ? ages[0] : years < 40 ? ages[1] : years < 50 ? ages[2] : ages[3]
  }
}

extension Text {
  fileprivate static let notRecorded = Text("Tidak tercatat", en: "Not recorded")
}
