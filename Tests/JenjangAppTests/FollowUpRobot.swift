import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit
import Testing

@testable import JenjangApp
@testable import TestSupport

/// Siti Rahmawati (4), an Ahli Pertama, was rated for 2025 by Robert (6), whose superior is Agus (5).
///
/// The result was released on 15 November 2026; the day is 24 November.
@MainActor
struct FollowUpRobot: OfficeRobot {
  let form: FormRobot
  static let siti = FormRobot.employee(4)
  static let evaluation: ID<Evaluation> = ID(RecordID(high: 20, low: 1))

  var robot: Robot { form.robot }

  init(
    work: ExpectationRating, behaviour: ExpectationRating = .asExpected, size: Size = Size(columns: 80, rows: 24),
    language: Language = .indonesian
  ) throws {
    form = try FormRobot(size: size, language: language)
    try robot.store.commit(Transaction(FollowUpRobot.year, why: "fixture"))
    let evaluation = FollowUpRobot.released(work, behaviour).judged(in: book)
    try robot.store.commit(Transaction([.creating(evaluation)], why: "fixture"))
    robot.settle()
  }

  private static func day(_ text: String) -> Day { Day(iso: text) ?? Day(number: 0) }

  private static var year: [JenjangDomain.Operation] {
    var cycle = EvaluationCycle(id: ID(RecordID(high: 21, low: 1)))
    (cycle.name, cycle.year, cycle.length, cycle.state) = ("Kinerja 2025", 2_025, .quarterly, .running)
    (cycle.start, cycle.end) = (day("2025-01-01"), day("2025-12-31"))
    var period = EvaluationPeriod(id: ID(RecordID(high: 22, low: 1)))
    (period.cycle, period.number, period.name) = (cycle.id, 0, "Tahunan 2025")
    (period.start, period.end) = (day("2025-01-01"), day("2025-12-31"))
    var plan = PerformancePlan(id: ID(RecordID(high: 23, low: 1)))
    (plan.employee, plan.cycle, plan.title, plan.state) = (ID(siti), cycle.id, "Perencana", .agreed)
    (plan.start, plan.end) = (day("2025-01-01"), day("2025-12-31"))
    (plan.assessor, plan.superior) = (ID(FormRobot.employee(6)), ID(FormRobot.employee(5)))
    var result = WorkResult(id: ID(RecordID(high: 24, low: 1)))
    (result.plan, result.number, result.kind, result.text) = (plan.id, 1, .main, "Laporan bulanan <lengkap>")
    var held = PositionHistory(id: ID(RecordID(high: 25, low: 1)))
    (held.employee, held.title, held.positionKind) = (ID(siti), "Perencana Ahli Pertama", .expert1)
    (held.unit, held.effectiveDate) = (ID(FormRobot.unit(1)), day("2024-05-01"))
    return [.creating(cycle), .creating(period), .creating(plan), .creating(result), .creating(held)]
  }

  private static func released(_ work: ExpectationRating, _ behaviour: ExpectationRating) -> Evaluation {
    var evaluation = Evaluation(id: evaluation)
    (evaluation.employee, evaluation.plan) = (ID(siti), ID(RecordID(high: 23, low: 1)))
    (evaluation.period, evaluation.end) = (ID(RecordID(high: 22, low: 1)), day("2025-12-31"))
    (evaluation.assessor, evaluation.superior) = (ID(FormRobot.employee(6)), ID(FormRobot.employee(5)))
    (evaluation.state, evaluation.work, evaluation.behaviour) = (.released, work, behaviour)
    (evaluation.note, evaluation.releasedOn) = ("Dua laporan terlambat", day("2026-11-15"))
    return evaluation
  }

  var predicate: PerformancePredicate? { book.evaluations[FollowUpRobot.evaluation]?.predicate }

  /// An objection with grounds and answer, as it stands before the hearing.
  func object() throws {
    guard let evaluation = book.evaluations[FollowUpRobot.evaluation] else { return }
    var objection = Objection.to(
      evaluation, id: ID(RecordID(high: 26, low: 1)), on: Fixture.today, isOwn: false, in: book)
    objection.grounds = "Dua laporan itu terlambat karena data dari dinas lain belum masuk; suratnya terlampir."
    objection.answer = "Surat itu tidak pernah saya terima sebelum akhir periode."
    try robot.store.commit(Transaction([.creating(objection)], why: "fixture"))
    robot.settle()
  }
}
