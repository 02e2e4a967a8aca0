/// What made-up trainings brought about: some who passed are found a level higher, some services got faster.
///
/// All of it is invented, and draws no lots: everything else is the same with it and without.
struct DemoEffects {
  private struct Found {
    let day: Day
    let marks: CompetencyMarks
  }

  private var found: [ID<Employee>: Found] = [:]

  /// Keeps in mind what somebody was found to be able to do before.
  mutating func note(_ marks: CompetencyMarks, of person: ID<Employee>, on day: Day) {
    found[person] = Found(day: day, marks: marks)
  }

  /// An assessment after a training that raised something.
  mutating func reassess(
    _ person: ID<Employee>, after event: ID<LearningEvent>, ended: Day, raising raises: CompetencyMarks?,
    _ data: inout DemoData
  ) {
    let day = ended.adding(days: 40)
    guard let before = found[person], before.day < ended, day <= data.today else { return }
    var marks = CompetencyMarks()
    for (code, mark) in raises?.all ?? [] where (before.marks[code]?.level ?? 9) < mark.level {
      marks[code] = CompetencyMark(mark.level)
    }
    guard !marks.isEmpty else { return }
    found[person] = nil
    data.add(Assessment.self) {
      $0.employee = person
      $0.date = day
      $0.instrument = .training
      $0.levels = marks
      $0.state = .final
      $0.event = event
      $0.organiser = "BKPSDM Kabupaten Contoh"
    }
  }

  /// A figure of the service before an event and after it.
  func measure(_ event: ID<LearningEvent>, from start: Day, to end: Day, _ data: inout DemoData) {
    let day = end.adding(days: 60)
    guard day <= data.today else { return }
    data.add(EffectMeasure.self) {
      $0.event = event
      $0.indicator = "Waktu layanan rata-rata (menit)"
      $0.before = Decimal(units: 42, scale: 0)
      $0.beforeOn = start.adding(days: -20)
      $0.after = Decimal(units: 31, scale: 0)
      $0.afterOn = day
      $0.isLowerBetter = true
    }
  }
}
