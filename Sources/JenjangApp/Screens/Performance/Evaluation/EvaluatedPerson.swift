import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// Somebody who is evaluated in a period: the plan, what is stored, what was given the last time.
struct EvaluatedPerson {
  let plan: PerformancePlan
  let name: String
  /// The evaluation as it is stored, or the one that is about to be begun.
  let evaluation: Evaluation
  let status: EvaluationStatus
  let isLate: Bool
  /// The evaluation of the period before; nil when there was none.
  let previous: Evaluation?
  let results: [WorkResult]
  /// Why it cannot be rated by this user now; nil when it can.
  let lock: Text?

  /// Names the line of a grid; drafts rely on it.
  let key: String

  init?(_ line: PeriodBoard.Line, _ board: PeriodBoard, _ view: View) {
    let book = view.book
    guard let plan = book.performancePlans[line.plan] else { return nil }
    self.plan = plan
    key = plan.id.raw.text
    name = view.name(ofRow: line.employee)
    let dates = board.calendar.dates(of: plan.unit)
    var evaluation =
      line.evaluation.flatMap { book.evaluations[$0] } ?? Evaluation(of: plan, in: board.period, dates)
    if evaluation.state == .draft {
      evaluation.assessor = plan.assessor
      evaluation.superior = plan.superior
    }
    self.evaluation = evaluation
    status = line.status
    isLate = line.isLate
    let earlier = plan.employee.map { book.evaluations.owned(by: $0.raw) } ?? []
    previous = earlier.last { other in
      other.id != evaluation.id && (other.end ?? evaluation.end).map { $0 < evaluation.end ?? $0 } ?? false
    }
    results = book.results(of: plan.id)
    lock = EvaluatedPerson.lock(evaluation, plan, view)
  }

  private static func lock(_ evaluation: Evaluation, _ plan: PerformancePlan, _ view: View) -> Text? {
    if plan.state != .agreed { return .noPlan }
    if plan.assessor == nil { return .noAssessor }
    switch evaluation.state {
    case .draft, nil: break
    case .submitted: return .isSubmitted
    default: return .isReleased
    }
    guard let access = view.book.access else { return nil }
    if access.actor.person == plan.employee?.raw { return .isOwn }
    var tried = evaluation
    tried.note = (tried.note ?? "") + "."
    guard let operation = view.book.evaluations.saving(tried) else { return nil }
    return access.refusal(of: [operation], in: view.book)
  }

  /// The evaluation with what was typed into its cells, and the predicate that follows.
  func with(_ typed: [String: String], _ basis: RatingBasis) -> Evaluation {
    guard !typed.isEmpty else { return evaluation }
    var changed = evaluation
    for (key, text) in typed { EvaluationCell(key: key)?.write(text, into: &changed) }
    return basis.judged(changed, of: plan)
  }

  /// Everybody of a scope who can be rated at all, by name; whoever looks is left out and counted.
  static func all(
    _ scope: EvaluationScope, _ board: PeriodBoard, _ view: View
  ) -> (people: [EvaluatedPerson], leftOut: Int) {
    let own = view.book.access?.actor.person
    let people = board.lines(of: scope, in: view.book).compactMap { EvaluatedPerson($0, board, view) }
    let others = people.filter { own == nil || $0.plan.employee?.raw != own }
    return (others.sorted { ($0.name, $0.key) < ($1.name, $1.key) }, people.count - others.count)
  }
}

extension View {
  /// The name of somebody who is rated, also of one whose file the user may not open.
  func name(ofRow person: Row) -> String { person >= 0 ? book.employees.table.label(at: person) ?? "" : "-" }
}

extension EvaluationScope {
  /// What a screen about these people is called.
  func title(_ view: View) -> String {
    switch self {
    case .everybody: view(Text("Semua pegawai", en: "Everybody"))
    case .unit(let unit): view.book.label(of: unit.raw, kind: "units") ?? "?"
    case .assessed: view(Text("Yang saya nilai", en: "Rated by me"))
    case .calibrated: view(Text("Kalibrasi", en: "Calibration"))
    case .own: view(Text("Penilaian saya", en: "My evaluations"))
    }
  }

  /// As it is kept with a draft.
  var code: String {
    switch self {
    case .everybody: "all"
    case .unit(let unit): "unit " + unit.raw.text
    case .assessed(let ids): "by " + ids.map(\.text).joined(separator: " ")
    case .calibrated(let ids): "cal " + ids.map(\.text).joined(separator: " ")
    case .own(let id): "own " + id.text
    }
  }

  init?(code: String) {
    let words = code.split(separator: " ").map(String.init)
    let ids = words.dropFirst().compactMap { RecordID($0) }
    switch (words.first, ids.first) {
    case ("all", _): self = .everybody
    case ("unit", let id?): self = .unit(ID(id))
    case ("by", _?): self = .assessed(by: ids)
    case ("cal", _?): self = .calibrated(by: ids)
    case ("own", let id?): self = .own(id)
    default: return nil
    }
  }
}

extension Text {
  fileprivate static let noPlan = Text(
    "SKP belum ditetapkan, jadi belum dapat dinilai", en: "The plan is not agreed, so nothing is to rate")
  fileprivate static let noAssessor = Text(
    "SKP ini belum punya pejabat penilai", en: "This plan has no assessor yet")
  fileprivate static let isSubmitted = Text(
    "Sudah dikirim; F9 t menariknya kembali untuk diubah", en: "Submitted; F9 t takes it back to change it")
  fileprivate static let isReleased = Text(
    "Sudah disampaikan kepada pegawai; hanya putusan keberatan mengubahnya",
    en: "Released to the person; only a ruling on an objection changes it")
  fileprivate static let isOwn = Text("Tidak ada yang menilai dirinya sendiri", en: "Nobody rates himself")
}
