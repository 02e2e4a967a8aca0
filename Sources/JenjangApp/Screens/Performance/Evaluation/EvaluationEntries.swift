import JenjangDomain
import JenjangStore
import TerminalKit

extension ScreenEntry {
  /// What the user owes: the next person's form, else what there is to see.
  static let evaluations = ScreenEntry(
    name: "evaluations", title: Text("Menilai sekarang", en: "Rate now"), group: .performance,
    choosing: { view in EvaluationStart.duty(view) })

  static let evaluationBoard = ScreenEntry(
    name: "evaluation-board", title: Text("Daftar penilaian", en: "Evaluations"), group: .performance,
    choosing: { view in EvaluationStart.with(view) { EvaluationBoard($0, EvaluationStart.ownFilter(view), view: view) }
    })

  static let evaluationRecap = ScreenEntry(
    name: "evaluation-recap", title: Text("Rekap penilaian per unit", en: "Evaluations by unit"),
    group: .performance,
    choosing: { view in EvaluationStart.with(view) { UnitRecapScreen($0, view: view) } })

  static let calibration = ScreenEntry(
    name: "calibration", title: Text("Kalibrasi", en: "Calibration"), group: .performance,
    choosing: { view in
      EvaluationStart.with(view) { period in
        guard let scope = EvaluationScope.calibration(by: view.book.access) else {
          return UnitRecapScreen(period, view: view)
        }
        return EvaluationGrid(period, scope, mode: .calibrating, view: view)
      }
    })

  static let achievements = ScreenEntry(
    name: "achievements", title: Text("Capaian organisasi", en: "Organisation achievements"),
    group: .performance,
    choosing: { view in EvaluationStart.with(view) { AchievementGrid($0, view: view) } })

  static let assessors = ScreenEntry(
    name: "assessors", title: Text("Mutu penilai dan keadilan", en: "Assessor quality and fairness"),
    group: .performance,
    choosing: { view in EvaluationStart.with(view) { AssessorScreen($0, view: view) } })
}

/// Where work on evaluations begins.
enum EvaluationStart {
  /// A screen of the period that is being rated; says what is missing while there is no cycle.
  static func with(_ view: View, _ make: (EvaluationPeriod) -> any Screen) -> any Screen {
    guard let period = view.book.periodToRate(on: view.today) else {
      return Reader(heading: { $0(.noCycleTitle) }, write: { page, view in page.paragraph(view(.noCycle)) })
    }
    return make(period)
  }

  /// The forms of those whom the user owes a rating, one after the other; an officer begins with the units.
  static func duty(_ view: View) -> any Screen {
    with(view) { period in
      guard let scope = EvaluationScope.rated(by: view.book.access) else { return UnitRecapScreen(period, view: view) }
      let board = PeriodBoard(period, in: view.book, on: view.today)
      let lines = board.lines(of: scope, in: view.book)
      let owed = lines.filter { $0.status.isOwed }
      if !owed.isEmpty {
        let keys = owed.map { line in
          (view.name(ofRow: line.employee), view.book.performancePlans.table.id(of: line.plan).text)
        }
        return EvaluationForm(period, people: keys.sorted { $0 < $1 }.map(\.1), isSeries: true, view: view)
      }
      if !lines.isEmpty { return EvaluationGrid(period, scope, view: view) }
      return EvaluationBoard(period, ownFilter(view), view: view)
    }
  }

  /// An employee sees the own evaluations, everybody else all that the role reaches.
  static func ownFilter(_ view: View) -> EvaluationBoard.Filter {
    guard let actor = view.book.access?.actor, actor.role == .employee || actor.role == .mentor,
      let person = actor.person
    else { return EvaluationBoard.Filter() }
    return EvaluationBoard.Filter(scope: .own(person))
  }
}

extension Text {
  fileprivate static let noCycleTitle = Text("Belum ada yang dinilai", en: "Nothing to rate yet")
  fileprivate static let noCycle = Text(
    "Belum ada siklus kinerja yang berjalan. Buka siklus tahun ini dulu di menu Kinerja.",
    en: "No performance cycle is running. Open this year's cycle first, in the menu Performance.")
}
