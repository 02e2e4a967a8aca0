/// Leave of made-up people: some this year, some to come, and some just when they have a seat in an event.
///
/// All of it is invented. It comes after everything else, so that everything else is the same with it and without.
struct DemoLeaves {
  /// Of very many people the first are enough.
  private static let most = 3_000

  private var people: [DemoHolder] = []
  private var next = 0

  /// Keeps one in four in mind who has served for more than a year.
  mutating func note(_ holder: DemoHolder, _ today: Day) {
    guard people.count < DemoLeaves.most, holder.employee.raw.low % 4 == 0, let hired = holder.ranks.first?.day,
      hired.adding(years: 2) < today
    else { return }
    people.append(holder)
  }

  /// Puts out the next leave; false when everything has been given out.
  mutating func put(during seats: [DemoTrainingYear.Upcoming], into data: inout DemoData) -> Bool {
    if next == 0 {
      for seat in seats.prefix(max(1, min(4, people.count / 40))) {
        leave(of: seat.holder, .annual, from: DemoLeaves.monday(seat.start), days: 5, .granted, &data)
      }
    }
    guard next < people.count else { return false }
    leave(of: people[next], place: next, &data)
    next += 1
    return true
  }

  private func leave(of holder: DemoHolder, place: Int, _ data: inout DemoData) {
    let today = data.today
    switch place % 12 {
    case 0, 1, 2, 3, 4:
      let start = DemoLeaves.monday(today.adding(days: -data.random.pick(20...300)))
      leave(of: holder, .annual, from: start, days: data.random.pick(2...5), .granted, &data)
    case 5:
      let start = DemoLeaves.monday(today.adding(days: data.random.pick(10...60)))
      leave(of: holder, .annual, from: start, days: data.random.pick(2...5), .requested, &data)
    case 6:
      leave(of: holder, .sick, from: today.adding(days: -data.random.pick(10...200)), days: 3, .granted, &data)
    case 7 where holder.sex == .female:
      leave(of: holder, .maternity, from: today.adding(days: -data.random.pick(10...70)), days: 88, .granted, &data)
    case 8 where !holder.isContract:
      let start = DemoLeaves.monday(today.adding(days: -data.random.pick(20...150)))
      leave(of: holder, .importantReason, from: start, days: 12, .granted, &data)
    case 9 where !holder.isContract:
      leave(of: holder, .long, from: today.adding(days: data.random.pick(15...90)), days: 80, .postponed, &data)
    default: break
    }
  }

  private func leave(
    of holder: DemoHolder, _ kind: LeaveKind, from start: Day, days: Int, _ state: LeaveState, _ data: inout DemoData
  ) {
    let number = state == .granted ? data.decree(start, "851") : nil
    let reason: String? =
      switch kind {
      case .annual: "Keperluan keluarga"
      case .long: "Ibadah haji"
      case .importantReason: "Orang tua sakit keras"
      default: nil
      }
    data.add(Leave.self) {
      $0.employee = holder.employee
      $0.kind = kind
      $0.start = start
      $0.end = start.adding(days: days - 1)
      $0.state = state
      $0.reason = reason
      $0.decreeNumber = number
      $0.decreeDate = number == nil ? nil : start.adding(days: -7)
      $0.authority = number == nil ? nil : "Kepala BKPSDM Kabupaten Contoh"
    }
  }

  private static func monday(_ day: Day) -> Day { day.adding(days: 1 - day.weekday) }
}
