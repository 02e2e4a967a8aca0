import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// What an assessor changed in an evaluation that had been taken back and was submitted again.
struct EvaluationReturn {
  private let lines: [(title: Text, old: String, new: String)]

  /// Nil where the evaluation does not wait for calibration, or was never taken back.
  init?(_ evaluation: Evaluation, _ view: View) {
    guard evaluation.state == .submitted, let before = EvaluationReturn.before(evaluation, view) else { return nil }
    let table = view.book.evaluations.table
    let (old, new) = (before.object, evaluation.object)
    lines = Evaluation.fields.map(\.spec).compactMap { spec in
      guard !EvaluationReturn.follows.contains(spec.name), old[spec.name] != new[spec.name] else { return nil }
      let words = { (value: JSONValue?) in
        value.map { table.text(of: $0, field: spec.name, language: view.language) } ?? "-"
      }
      return (spec.title, words(old[spec.name]), words(new[spec.name]))
    }
  }

  /// The fields that follow from the steps and not from what was typed.
  private static let follows: Set<String> = ["state", "ratedOn", "policy"]

  private static func before(_ evaluation: Evaluation, _ view: View) -> Evaluation? {
    do throws(StoreError) {
      let (id, kind) = (evaluation.id.raw, Evaluation.kind.name)
      let isReturn = { (changes: [String: Change]) in
        changes["state"]?.old?.text == EvaluationState.submitted.rawValue
          && changes["state"]?.new?.text == EvaluationState.draft.rawValue
      }
      return try Earlier(view.session.store, of: id, kind: kind, where: isReturn)?.object(of: id, kind: kind)
        .map { Evaluation(id: id, object: $0) }
    } catch {
      return nil
    }
  }

  func write(into page: inout Page, _ view: View) {
    page.heading(view(Text("SEJAK DITARIK KEMBALI", en: "SINCE IT WAS TAKEN BACK")))
    for line in lines { page.row(view(line.title), line.old, line.new, role: .value) }
    if lines.isEmpty { page.paragraph(view(Text("Tidak ada yang diubah.", en: "Nothing was changed."))) }
  }
}
