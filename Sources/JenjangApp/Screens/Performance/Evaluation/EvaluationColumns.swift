import JenjangDomain
import TerminalKit

/// The columns of the grid of evaluations, and what stands in them.
enum EvaluationColumns {
  /// Overall ratings first, then the note, each result, each value.
  static func rating(_ people: [EvaluatedPerson], _ view: View) -> [GridEntryColumn] {
    let isWide = view.size.columns >= 120
    let last = people.flatMap { $0.results.compactMap(\.number) }.max() ?? 0
    var columns = [
      column(.work, Text("Hasil", en: "Work"), width: 5, group: 1),
      column(.behaviour, Text("Perilaku", en: "Behav."), width: 8, group: 1),
      predicate(isWide: isWide), column(.note, Text("Catatan", en: "Note"), width: 14, group: 2, grows: true),
    ]
    columns += (0..<min(last, 40)).map { place in
      column(
        .result(place + 1), .verbatim(String(place + 1)), width: 2, group: 3,
        title: Text("Hasil kerja \(place + 1)", en: "Work result \(place + 1)"))
    }
    columns += BehaviourValue.allCases.map { value in
      column(.value(value), .verbatim(value.rawValue), width: 2, group: 3, title: value.title)
    }
    return columns
  }

  /// The assessor's ratings, the superior's beside them, the reason, and what follows.
  static func calibrating(_ view: View) -> [GridEntryColumn] {
    let isWide = view.size.columns >= 120
    return [
      fixed("work.given", Text("Hasil, penilai", en: "Work, assessor"), Text("Hasil", en: "Work")),
      fixed("behaviour.given", Text("Perilaku, penilai", en: "Behaviour, assessor"), Text("Peril.", en: "Behav.")),
      column(
        .calibratedWork, Text("→Hasil", en: "→Work"), width: 6, group: 1, title: Text("Hasil, Anda", en: "Work, you")),
      column(
        .calibratedBehaviour, Text("→Peril", en: "→Behav"), width: 6, group: 1,
        title: Text("Perilaku, Anda", en: "Behaviour, you")),
      predicate(isWide: isWide),
      column(.calibrationReason, Text("Alasan", en: "Reason"), width: 16, group: 2, grows: true),
    ]
  }

  private static func column(
    _ cell: EvaluationCell, _ head: Text, width: Int, group: Int, grows: Bool = false, title: Text? = nil
  ) -> GridEntryColumn {
    GridEntryColumn(
      key: cell.key, title: title ?? head, head: head, width: width, cell: cell.kind, group: group, grows: grows)
  }

  private static func fixed(_ key: String, _ title: Text, _ head: Text) -> GridEntryColumn {
    GridEntryColumn(key: key, title: title, head: head, width: 6, cell: .fixed)
  }

  private static func predicate(isWide: Bool) -> GridEntryColumn {
    GridEntryColumn(
      key: EvaluationCell.predicate.key, title: Text("Predikat", en: "Rating"), head: Text("Pred", en: "Rtng"),
      width: isWide ? 17 : 4, cell: .fixed)
  }

  /// What is stored of somebody in a column.
  static func text(_ key: String, _ person: EvaluatedPerson, _ view: View) -> String {
    switch key {
    case "work.given": return person.evaluation.work.map { String($0.digit) } ?? ""
    case "behaviour.given": return person.evaluation.behaviour.map { String($0.digit) } ?? ""
    case EvaluationCell.predicate.key: return predicate(person.evaluation.predicate, view)
    default: return EvaluationCell(key: key)?.text(of: person.evaluation) ?? ""
    }
  }

  static func predicate(_ predicate: PerformancePredicate?, _ view: View) -> String {
    predicate.map { view(view.size.columns >= 120 ? $0.title : $0.shortTitle) } ?? ""
  }
}
