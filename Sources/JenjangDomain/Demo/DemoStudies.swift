/// Made-up scholarships: a call that is open, and one of two years ago whose people study, are back or never went.
///
/// All of it is invented.
enum DemoStudies {
  static func put(_ people: [DemoHolder], into data: inout DemoData) {
    let today = data.today
    let candidates = people.filter { holder in
      holder.ranks.first.map { !$0.grade.isContract && $0.day.adding(years: 5) <= today } ?? false && !holder.isPunished
    }
    guard candidates.count >= 24 else { return }
    open(Array(candidates.prefix(7)), &data)
    earlier(Array(candidates.dropFirst(12).prefix(6)), &data)
  }

  private static func open(_ applicants: [DemoHolder], _ data: inout DemoData) {
    let today = data.today
    let call = call(
      "Beasiswa Magister \(today.year + 1)", opens: today.adding(days: -40), closes: today.adding(days: 25),
      start: Day(year: today.year + 1, month: 9, day: 1), state: .open, &data)
    for applicant in applicants {
      let (applied, study) = (today.adding(days: -data.random.pick(1...35)), data.random.pick(subjects))
      let score = data.random.pick(58...92)
      data.add(StudyApplication.self) {
        $0.employee = applicant.employee
        $0.call = call
        $0.appliedOn = applied
        $0.programme = .master
        $0.university = "Universitas Contoh"
        $0.study = study
        $0.isAccredited = true
        $0.fitsPlan = true
        $0.motivation = "Ingin menerapkan ilmunya di unit kerja."
        $0.state = .applied
        $0.score = Decimal(units: Int64(score), scale: 0)
      }
    }
  }

  private static func earlier(_ people: [DemoHolder], _ data: inout DemoData) {
    let year = data.today.year - 3
    guard let begins = Day(year: year, month: 9, day: 1), let opens = Day(year: year, month: 2, day: 1),
      let closes = Day(year: year, month: 4, day: 30)
    else { return }
    let call = call("Beasiswa Magister \(year)", opens: opens, closes: closes, start: begins, state: .closed, &data)
    let states: [StudyState] = [.returned, .extended, .returned, .reserve, .refused, .withdrawn]
    for (person, state) in zip(people, states) {
      let study = data.random.pick(subjects)
      let went = state == .returned || state == .extended
      let end = begins.adding(years: 2).adding(days: -1)
      let decree = went ? data.decree(begins, "893.3") : nil
      let id = data.add(StudyApplication.self) {
        $0.employee = person.employee
        $0.call = call
        $0.appliedOn = opens.adding(days: 20)
        $0.programme = .master
        $0.university = "Universitas Contoh"
        $0.study = study
        $0.isAccredited = true
        $0.fitsPlan = true
        $0.state = state
        $0.reason = state == .refused ? "Sisa masa kerja tidak cukup" : nil
        $0.decreeNumber = decree
        $0.decreeDate = went ? begins.adding(days: -20) : nil
        $0.isReleased = went ? false : nil
        $0.start = went ? begins : nil
        $0.end = went ? end : nil
        $0.extendedTo = state == .extended ? end.adding(years: 2) : nil
        $0.returnedOn = state == .returned ? end.adding(days: 10) : nil
        $0.bondUntil = state == .returned ? end.adding(years: 2) : nil
      }
      if went { terms(of: id, from: begins, count: state == .extended ? 6 : 4, &data) }
    }
  }

  private static func call(
    _ name: String, opens: Day, closes: Day, start: Day?, state: CallState, _ data: inout DemoData
  ) -> ID<ScholarshipCall> {
    data.add(ScholarshipCall.self) {
      $0.name = name
      $0.programme = .master
      $0.field = "Administrasi publik dan keuangan daerah"
      $0.source = .regional
      $0.quota = 3
      $0.opensOn = opens
      $0.closesOn = closes
      $0.start = start
      $0.isReleased = false
      $0.isAccredited = true
      $0.coverage = "Biaya kuliah dan buku."
      $0.state = state
    }
  }

  private static func terms(of study: ID<StudyApplication>, from start: Day, count: Int, _ data: inout DemoData) {
    for number in 1...count {
      let begins = start.adding(months: 6 * (number - 1))
      guard begins <= data.today else { return }
      let ends = begins.adding(months: 6).adding(days: -1)
      let isOver = ends < data.today
      let points = data.random.pick(310...390)
      data.add(StudyTerm.self) {
        $0.study = study
        $0.number = number
        $0.start = begins
        $0.end = ends
        $0.credits = isOver ? min(42, 11 * number) : nil
        $0.gradePoint = isOver ? Decimal(units: Int64(points), scale: 2) : nil
        $0.state = isOver ? .passed : .running
        $0.reportedOn = isOver ? ends.adding(days: 9) : nil
      }
    }
  }

  private static let subjects = [
    "Administrasi Publik", "Keuangan Daerah", "Teknologi Informasi", "Perencanaan Wilayah",
  ]
}
