/// Whose evaluations of a period are meant.
public enum EvaluationScope: Sendable, Hashable {
  case everybody
  /// The people of a unit and of all below it.
  case unit(ID<Unit>)
  /// Those whom somebody is to rate, in the own right or acting for somebody else.
  case assessed(by: [RecordID])
  /// Those whose ratings somebody can calibrate.
  case calibrated(by: [RecordID])
  /// Somebody's own.
  case own(RecordID)

  /// Those whom the actor is to rate; nil for who stands for no person.
  public static func rated(by access: Access?) -> EvaluationScope? {
    guard let actor = access?.actor, actor.person != nil else { return nil }
    return .assessed(by: actor.parties)
  }

  /// Those whose ratings the actor calibrates; nil for who stands for no person.
  public static func calibration(by access: Access?) -> EvaluationScope? {
    guard let actor = access?.actor, actor.person != nil else { return nil }
    return .calibrated(by: actor.parties)
  }
}

extension PeriodBoard {
  /// The lines of a scope, in the order of the plans.
  public func lines(of scope: EvaluationScope, in book: Book) -> [Line] {
    let people = { (ids: [RecordID]) in Set(ids.compactMap { book.employees.table.rowEver(of: $0) }) }
    switch scope {
    case .everybody: return lines
    case .unit(let unit):
      let table = book.units.table
      let units = Set(UnitTree(book, on: day).branch(of: unit).compactMap { table.row(of: $0.unit.id.raw) })
      return lines.filter { units.contains($0.unit) }
    case .assessed(let ids):
      let rows = people(ids)
      return lines.filter { rows.contains($0.assessor) && !rows.contains($0.employee) }
    case .calibrated(let ids):
      let rows = people(ids)
      return lines.filter { rows.contains($0.superior) && !rows.contains($0.employee) && $0.status == .submitted }
    case .own(let id):
      let rows = people([id])
      return lines.filter { rows.contains($0.employee) }
    }
  }
}
