import JenjangDomain
import JenjangStore
import TerminalKit

/// What the screens of mentoring say in the same way.
enum MentoringWords {
  /// Why the actor may not pair others; nil when he may.
  static func refusalToMatch(_ view: View) -> Text? {
    guard let access = view.book.access else { return nil }
    return access.grant(MentoringPair.kind.area).write < .units ? .officeOnly : nil
  }

  /// Why the actor may not look at everybody's offers and wishes; nil when he may.
  static func refusalToSeeAll(_ view: View) -> Text? {
    guard let access = view.book.access else { return nil }
    return access.grant(MentoringPair.kind.area).read < .units ? .officeOnly : nil
  }

  /// The wishes in force of people whom nobody mentors.
  static func waiting(_ view: View) -> [MenteeWish] {
    let pairs = view.book.mentoringPairs.all.filter { $0.state?.holdsPlace ?? false }
    let paired = Set(pairs.compactMap(\.mentee))
    return view.book.menteeWishes.all.filter { wish in
      wish.isOpen(on: view.today) && wish.employee.map { !paired.contains($0) } ?? false
    }
  }

  /// `3,5`: tenths of a point.
  static func points(_ tenths: Int, _ view: View) -> String {
    let sign = tenths < 0 ? "-" : ""
    let separator = view.language == .indonesian ? "," : "."
    return sign + view.count(abs(tenths) / 10) + separator + "\(abs(tenths) % 10)"
  }

  /// `Keuangan daerah 4, Integritas 4`.
  static func strengths(_ strengths: [KnowledgeAtRisk.Strength], _ names: CompetencyNames) -> String {
    strengths.map { "\(names[$0.code]) \($0.level)" }.joined(separator: ", ")
  }

  /// The name without titles, which fits into a column; also of whom the user may not open.
  static func name(_ row: Row, _ view: View) -> String {
    let table = view.book.employees.table
    let name = view.cell(table, row, "name")
    return name.isEmpty ? view.book.label(of: table.id(of: row), kind: Employee.kind.name) ?? "" : name
  }

  /// The same by identity; empty for nobody.
  static func name(_ id: ID<Employee>?, _ view: View) -> String {
    id.flatMap { view.book.employees.table.row(of: $0.raw) }.map { name($0, view) } ?? view.person(id)
  }

  static func unit(_ row: Row, _ view: View) -> String { view.cell(view.book.employees.table, row, "unit") }

  /// The form of a new record about a person: the actor's own where nobody else's may be entered.
  static func owner(of kind: Kind, _ view: View) -> RecordID? {
    guard let access = view.book.access, access.grant(kind.area).write < .units else { return nil }
    return access.actor.person
  }
}

extension PairState {
  /// One sign before the word; the word is always there too.
  var mark: String {
    switch self {
    case .proposed: "?"
    case .accepted: "+"
    case .active: "●"
    case .paused: "="
    case .finished: "✓"
    case .stopped: "x"
    case .declined: "-"
    }
  }
}

extension Text {
  fileprivate static let officeOnly = Text(
    "Hanya petugas kepegawaian yang memasangkan orang; kesediaan dan permintaan sendiri ada di daftarnya",
    en: "Only the personnel office pairs people; one's own offer and wish are in their lists")
}
