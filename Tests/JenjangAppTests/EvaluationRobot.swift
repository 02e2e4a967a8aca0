import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit
import Testing

@testable import JenjangApp
@testable import TestSupport

/// A unit in which Robert Sitinjak (1) rates everybody else, in the quarter that has ended, with one before it.
///
/// His superior is Dewi (2 in the second unit is not rated by him). Everybody has results with a target.
@MainActor
struct EvaluationRobot: OfficeRobot {
  let folder = TemporaryFolder()
  let robot: Robot
  let people: Int

  nonisolated static func person(_ number: Int) -> RecordID { RecordID(high: 2, low: UInt64(number)) }
  nonisolated static func plan(_ number: Int) -> ID<PerformancePlan> { ID(RecordID(high: 20, low: UInt64(number))) }
  nonisolated static let period: ID<EvaluationPeriod> = ID(RecordID(high: 22, low: 3))
  nonisolated static let unit = RecordID(high: 1, low: 1)
  nonisolated static let chief = 2

  init(
    people: Int = 6, results: Int = 1, role: UserRole? = .supervisor, as person: Int = 1,
    size: Size = Size(columns: 80, rows: 24), language: Language = .indonesian
  ) throws {
    self.people = people
    let store = try Fixture.store(folder, people: EvaluationRobot.everybody(people))
    try store.commit(Transaction(EvaluationRobot.year(people: people, results: results), why: "siklus"))
    if let role {
      let assignment = RoleRobot.assignment(
        1, person: UInt64(person), role, unit: role == .supervisor && person == 1 ? 1 : role == .supervisor ? 2 : nil)
      try store.commit(Transaction([RoleRobot.account(person: UInt64(person)), assignment], why: "peran"))
      try store.enter(on: Fixture.today)
    }
    let files = UserFiles(environment: { [folder] in $0 == "HOME" ? folder.path : nil })
    robot = Robot(store, files: files, size: size, language: language, day: Fixture.today)
  }

  private static func everybody(_ count: Int) -> [Person] {
    (1...count).map { number in
      let digits = number < 10 ? "0\(number)" : "\(number)"
      let name = number == 1 ? "Sitinjak, Robert" : number == chief ? "Dewi Khadijah" : "Pegawai \(digits)"
      return Person(
        name, "1985051220101220" + digits, .iiiB, since: "2022-12-01", number == 1 ? "Kepala Bagian" : "Analis SDM",
        number == chief ? "Biro Keuangan" : "Biro SDM")
    }
  }

  private static func year(people: Int, results: Int) -> [JenjangDomain.Operation] {
    var cycle = EvaluationCycle(id: ID(RecordID(high: 21, low: 1)))
    (cycle.name, cycle.year, cycle.length, cycle.state) = ("Kinerja 2026", 2_026, .quarterly, .running)
    (cycle.start, cycle.end) = (Day(iso: "2026-01-01"), Day(iso: "2026-12-31"))
    cycle.planDue = Day(iso: "2026-01-31")
    var operations: [JenjangDomain.Operation] = [
      .create(kind: "evaluation-cycles", id: cycle.id.raw, object: cycle.object)
    ]
    let spans = [("2026-04-01", "2026-06-30", "2026-07-15"), ("2026-07-01", "2026-09-30", "2026-10-15")]
    for (place, span) in spans.enumerated() {
      var period = EvaluationPeriod(id: ID(RecordID(high: 22, low: UInt64(place + 2))))
      (period.cycle, period.number, period.name) = (cycle.id, place + 2, "Triwulan \(place + 2)")
      (period.start, period.end, period.evaluationDue) = (Day(iso: span.0), Day(iso: span.1), Day(iso: span.2))
      operations.append(.create(kind: "evaluation-periods", id: period.id.raw, object: period.object))
    }
    for number in 1...people { operations += plan(number, cycle.id, results: results) }
    return operations
  }

  private static func plan(_ number: Int, _ cycle: ID<EvaluationCycle>, results: Int) -> [JenjangDomain.Operation] {
    var plan = PerformancePlan(id: EvaluationRobot.plan(number))
    plan.employee = ID(person(number))
    plan.cycle = cycle
    (plan.start, plan.end) = (Day(iso: "2026-01-01"), Day(iso: "2026-12-31"))
    plan.title = number == 1 ? "Kepala Bagian" : "Analis SDM"
    plan.unit = ID(RecordID(high: 1, low: number == chief ? 2 : 1))
    plan.assessor = number == 1 ? ID(person(chief)) : number == chief ? nil : ID(person(1))
    plan.superior = number > chief ? ID(person(chief)) : nil
    plan.state = .agreed
    var operations: [JenjangDomain.Operation] = [
      .create(kind: "performance-plans", id: plan.id.raw, object: plan.object)
    ]
    for place in 1...results {
      var result = WorkResult(id: ID(RecordID(high: 23, low: UInt64(number * 100 + place))))
      (result.plan, result.number, result.kind) = (plan.id, place, .main)
      result.text = "Laporan kepegawaian bagian \(place) tersusun tepat waktu"
      var indicator = Indicator(id: ID(RecordID(high: 24, low: UInt64(number * 100 + place))))
      (indicator.result, indicator.aspect) = (result.id, .quantity)
      (indicator.text, indicator.target, indicator.unit) = ("Jumlah laporan", "12", "dokumen")
      operations.append(.create(kind: "work-results", id: result.id.raw, object: result.object))
      operations.append(.create(kind: "indicators", id: indicator.id.raw, object: indicator.object))
    }
    return operations
  }

  var top: any Screen { robot.app.stack.top }
  var grid: EvaluationGrid? { top as? EvaluationGrid }
  var form: EvaluationForm? { top as? EvaluationForm }

  /// Opens the grid of those whom Robert rates.
  @discardableResult
  func openGrid(_ scope: EvaluationScope? = nil, mode: EvaluationGrid.Mode = .rating) -> EvaluationRobot {
    let mine = mode == .rating ? EvaluationScope.rated(by: view.book.access) : .calibration(by: view.book.access)
    guard let period = view.book.evaluationPeriods[EvaluationRobot.period] else { return self }
    perform(.push(EvaluationGrid(period, scope ?? mine ?? .unit(ID(EvaluationRobot.unit)), mode: mode, view: view)))
    return self
  }

  func evaluation(_ number: Int) -> Evaluation? {
    store.book.evaluations.table.row(
      of: Evaluation.id(of: EvaluationRobot.plan(number), in: EvaluationRobot.period).raw
    )
    .flatMap { row in
      store.book.evaluations.table.object(at: row).map {
        Evaluation(id: store.book.evaluations.table.id(of: row), object: $0)
      }
    }
  }

  /// Works in another role from now on.
  func become(_ role: UserRole, _ person: Int, units: [RecordID] = []) {
    perform(.all([.home, .take(Actor(person: EvaluationRobot.person(person), role: role, units: units))]))
  }

  /// Saves ratings as the assessor would, in a state.
  func given(_ number: Int, _ work: ExpectationRating, _ behaviour: ExpectationRating, _ steps: EvaluationStep...)
    throws
  {
    let book = store.book
    guard let plan = book.performancePlans[EvaluationRobot.plan(number)],
      let period = book.evaluationPeriods[EvaluationRobot.period]
    else { return }
    var evaluation = Evaluation(of: plan, in: period, PeriodCalendar(period, in: book).dates(of: plan.unit))
    (evaluation.work, evaluation.behaviour, evaluation.note) = (work, behaviour, "Catatan \(number)")
    evaluation = evaluation.judged(in: book)
    for step in steps { evaluation = evaluation.after(step, on: Fixture.today) }
    guard let operation = book.evaluations.saving(evaluation) else { return }
    try store.commit(Transaction([operation], why: "uji"))
    robot.settle()
  }
}
