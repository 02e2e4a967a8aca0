/// The made-up calendar of a year: partners, budget, programmes, events and who took part.
struct DemoTrainingYear {
  struct Offer {
    let id: ID<LearningProgramme>
    let name: String
    let hours: Int
    let cost: Int
    let raises: CompetencyMarks?
  }

  fileprivate struct Planned {
    let programme: DemoProgramme
    let offer: Offer
    let batch: Int
    var start: Day
  }

  /// Somebody with a seat in an event to come.
  struct Upcoming {
    let holder: DemoHolder
    let start: Day
  }

  /// One of each event to come.
  private(set) var upcoming: [Upcoming] = []
  var effects = DemoEffects()
  private var offers: [Offer] = []
  private var events: [Planned] = []
  private var people: [DemoHolder] = []
  private var lines: [ID<BudgetLine>] = []
  private var partners: [ID<Partner>] = []
  private var speakers: [ID<Speaker>] = []
  private var next = 0
  /// When people have seats, so that nobody is in two events at once.
  private var busy: [ID<Employee>: [(first: Day, last: Day)]] = [:]
  /// The participants of the last event who were not put out yet.
  private var waiting: [Seat] = []

  private struct Seat {
    let holder: DemoHolder
    let planned: Planned
    let event: ID<LearningEvent>
    let state: EventState
    let span: (Day, Day)
    let hasSeat: Bool
    let place: Int

    /// Named, and neither accepted nor refused yet.
    var isOnlyNamed: Bool { state == .open && place % 6 == 5 }

    /// What became of it; nobody is in two events at once.
    func outcome(isTaken: Bool, isThere: Bool, isPassed: Bool) -> EnrolmentState {
      switch state {
      case .open where isTaken, .running where isTaken, .validating where isTaken: .withdrawn
      case .done: isPassed ? .passed : isThere ? .failed : .absent
      case .cancelled: .eventCancelled
      case .postponed: .waiting
      default: isOnlyNamed ? .nominated : hasSeat ? .accepted : .waiting
      }
    }
  }

  func programme(raising code: String, to level: Int) -> Offer? {
    offers.first { ($0.raises?[code]?.level ?? 0) >= level }
  }

  mutating func begin(_ data: inout DemoData, people: [DemoHolder]) {
    self.people = people
    network(&data)
    budget(&data)
    for programme in DemoProgramme.all {
      let offer = offer(programme, &data)
      offers.append(offer)
      for batch in 1...programme.batches {
        let month = (batch - 1) * 12 / programme.batches + data.random.pick(1...max(1, 12 / programme.batches))
        let start = Day(year: data.today.year, month: min(12, month), day: data.random.pick(2...12))
        events.append(Planned(programme: programme, offer: offer, batch: batch, start: start ?? data.today))
      }
    }
    bringSome(near: data.today)
    events.sort { $0.start < $1.start }
  }

  /// Puts a few short events into these weeks, so that the calendar of the present month has something to show.
  private mutating func bringSome(near today: Day) {
    let short = events.indices.filter { events[$0].programme.days <= 5 }
    for (number, days) in [-1, 1, 3, 3, 9].enumerated() where short.count > 10 {
      let place = short[(number + 1) * short.count / 7]
      events[place].start = today.adding(days: days)
    }
  }

  /// Puts out the next event; false when there are no more.
  mutating func put(into data: inout DemoData) -> Bool {
    if !waiting.isEmpty {
      for seat in waiting.suffix(20) { enrolment(seat, &data) }
      waiting.removeLast(min(20, waiting.count))
      return true
    }
    guard next < events.count else { return false }
    event(events[next], place: next, &data)
    next += 1
    return true
  }

  private mutating func network(_ data: inout DemoData) {
    let today = data.today
    let bodies: [(String, PartnerKind, String)] = [
      ("Balai Pelatihan Contoh", .institute, "Manajerial, teknis"),
      ("Universitas Contoh Negeri", .university, "Keuangan"),
      ("Lembaga Administrasi Contoh", .ministry, "Kepemimpinan"),
      ("Bank Pembangunan Contoh", .stateCompany, "Keuangan"),
      ("Persatuan Perawat Contoh", .profession, "Kesehatan"), ("PT Nusa Data Contoh", .company, "Teknologi informasi"),
    ]
    for (place, (name, kind, fields)) in bodies.enumerated() {
      let partner = data.add(Partner.self) {
        $0.name = name
        $0.kind = kind
        $0.fields = fields
        $0.isSponsor = place == 3 || place == 5
        $0.isAccredited = place < 3
        $0.rating = 3 + place % 3
        $0.email = "kontak\(place + 1)@contoh.go.id"
      }
      partners.append(partner)
      guard place < 3, let start = Day(year: data.today.year - 1, month: 3, day: 1 + place) else { continue }
      data.add(Agreement.self) {
        $0.partner = partner
        $0.number = "120/\(14 + place)/KERJASAMA/\(today.year - 1)"
        $0.subject = "Penyelenggaraan pelatihan bersama"
        $0.start = start
        $0.end = start.adding(years: 3).adding(days: -1)
        $0.obligations = "Menyediakan pengajar dan bahan ajar."
        $0.ownObligations = "Menyediakan peserta, tempat dan biaya."
      }
    }
    let names = ["D. Lestari", "B. Santoso", "R. Wulandari", "T. Hidayat", "S. Nurhaliza", "A. Firmansyah"]
    for (place, name) in names.enumerated() {
      let partner = partners[place % partners.count]
      speakers.append(
        data.add(Speaker.self) {
          $0.name = name
          $0.partner = partner
          $0.fields = DemoProgramme.all[place * 2].field
          $0.fee = 400_000 + place * 50_000
          $0.rating = 3 + place % 3
        })
    }
  }

  private mutating func budget(_ data: inout DemoData) {
    let today = data.today
    let plans: [(String, String, FundSource, Int)] = [
      ("5.1.02.02.12.0001", "Pelatihan teknis dan fungsional", .regional, 1_010),
      ("5.1.02.02.12.0002", "Pelatihan manajerial dan kepemimpinan", .regional, 1_320),
      ("5.1.02.02.12.0003", "Seminar dan sosialisasi", .regional, 120),
      ("DAK-NF", "Pelatihan tenaga kesehatan dan guru", .national, 330),
    ]
    for (code, name, source, millions) in plans {
      let line = data.add(BudgetLine.self) {
        $0.code = code
        $0.name = name
        $0.year = today.year
        $0.source = source
        $0.planned = millions * 1_000_000
      }
      lines.append(line)
    }
    guard partners.count > 3, let day = Day(year: data.today.year, month: 2, day: 10) else { return }
    data.add(Pledge.self) {
      $0.partner = partners[3]
      $0.pledgedOn = min(day, today)
      $0.purpose = "Pelatihan keuangan bagi bendahara"
      $0.amount = 60_000_000
      $0.paid = 20_000_000
      $0.conditions = "Logo sponsor pada bahan ajar."
    }
  }

  private func offer(_ programme: DemoProgramme, _ data: inout DemoData) -> Offer {
    let marks = programme.raises.flatMap { CompetencyMarks($0) }
    let partner = partners[programme.name.utf8.count % partners.count]
    let id = data.add(LearningProgramme.self) {
      $0.code = programme.code
      $0.name = programme.name
      $0.kind = programme.kind
      $0.form = programme.form
      $0.mode = programme.form == .eLearning ? .online : .classroom
      $0.field = programme.field
      $0.raises = marks
      $0.lessonHours = programme.hours
      $0.days = programme.days
      $0.recurrence = programme.batches > 2 ? .quarterly : programme.batches == 2 ? .halfYearly : .yearly
      $0.provider = partner
      $0.capacity = programme.capacity
      $0.smallest = programme.capacity / 3
      $0.costPerHead = programme.cost
      $0.source = .regional
      $0.targetKinds = programme.targets
      $0.certificateMonths = programme.kind == .technical ? 36 : nil
      $0.benefit = "Pekerjaan di bidang \(programme.field.lowercased()) lebih cepat dan benar."
    }
    return Offer(id: id, name: programme.name, hours: programme.hours, cost: programme.cost, raises: marks)
  }
}

extension DemoTrainingYear {
  private mutating func event(_ planned: Planned, place: Int, _ data: inout DemoData) {
    let today = data.today
    let programme = planned.programme
    let start = workday(planned.start)
    let end = start.adding(days: max(0, programme.days - 1) + (programme.days - 1 + start.weekday - 1) / 5 * 2)
    let state = state(start, end, place, data.today)
    let rooms = ["Aula 1", "Aula 2", "R. Anggrek", "R. Melati", "Lab Komputer"]
    let isOnline = programme.form == .eLearning
    let line = lines[programme.kind == .managerial || programme.hours > 300 ? 1 : programme.kind == .functional ? 3 : 0]
    let cost = programme.cost * programme.capacity
    let id = data.add(LearningEvent.self) {
      $0.name = "\(programme.name) \(Self.roman(planned.batch))"
      $0.programme = planned.offer.id
      $0.batch = Self.roman(planned.batch)
      $0.form = programme.form
      $0.mode = isOnline ? .online : .classroom
      $0.start = start
      $0.end = end
      $0.startTime = ClockTime("08.00")
      $0.endTime = ClockTime(programme.hours <= 4 ? "12.00" : "16.00")
      $0.place = isOnline ? "Daring" : "Gedung Diklat Contoh"
      $0.room = isOnline ? nil : rooms[place % rooms.count]
      $0.state = state
      $0.capacity = programme.capacity
      $0.enrolBy = start.adding(days: -10)
      $0.lessonHours = programme.hours
      $0.budget = line
      $0.cost = cost
      $0.cause = state == .postponed ? .speaker : state == .cancelled ? .funds : nil
      $0.decidedOn = state == .postponed || state == .cancelled ? today.adding(days: -9) : nil
      $0.closedOn = state == .done ? end.adding(days: 7) : nil
    }
    money(id, line, cost, state, on: min(data.today, start.adding(days: -30)), &data)
    if place % 3 == 0, programme.days <= 5 { sessions(id, start, end, &data) }
    if state == .done, place % 4 == 2 { effects.measure(id, from: start, to: end, &data) }
    enrol(planned, id, state, start, end, &data)
  }

  private func workday(_ day: Day) -> Day { day.weekday > 5 ? day.adding(days: 8 - day.weekday) : day }

  private func state(_ start: Day, _ end: Day, _ place: Int, _ today: Day) -> EventState {
    if end < today { return place % 17 == 5 ? .cancelled : Int(today.number - end.number) < 12 ? .validating : .done }
    if start <= today { return .running }
    let days = Int(start.number - today.number)
    return place % 11 == 4 ? .postponed : days < 75 ? .open : .planned
  }

  private static func roman(_ number: Int) -> String { RomanNumeral.all[min(4, number - 1)] }

  private func money(
    _ event: ID<LearningEvent>, _ line: ID<BudgetLine>, _ cost: Int, _ state: EventState, on day: Day,
    _ data: inout DemoData
  ) {
    guard state != .planned, state != .postponed, state != .cancelled else { return }
    for (kind, amount) in [(BudgetEntryKind.commitment, cost), (.spending, cost * 92 / 100)] {
      guard kind == .commitment || state == .done else { continue }
      data.add(BudgetEntry.self) {
        $0.line = line
        $0.date = day
        $0.kind = kind
        $0.amount = amount
        $0.event = event
      }
    }
  }

  private func sessions(_ event: ID<LearningEvent>, _ start: Day, _ end: Day, _ data: inout DemoData) {
    let topics = ["Pembukaan dan konsep dasar", "Studi kasus", "Praktik", "Praktik lanjutan", "Evaluasi"]
    var number = 0
    var day = start
    while day <= end {
      if day.weekday <= 5 {
        number += 1
        let speaker = speakers[data.random.below(speakers.count)]
        data.add(LearningSession.self) {
          $0.event = event
          $0.number = number
          $0.date = day
          $0.topic = topics[min(number, topics.count) - 1]
          $0.speaker = speaker
        }
      }
      day = day.adding(days: 1)
    }
  }

  private mutating func enrol(
    _ planned: Planned, _ event: ID<LearningEvent>, _ state: EventState, _ start: Day, _ end: Day,
    _ data: inout DemoData
  ) {
    guard state != .planned, !people.isEmpty else { return }
    let capacity = planned.programme.capacity
    let wanted =
      state == .open ? data.random.pick(capacity / 2...capacity + 4) : capacity * data.random.pick(70...100) / 100
    let count = min(wanted, people.count / 3)
    let first = data.random.below(people.count)
    let step = max(1, people.count / max(1, count))
    if state == .open, count > 2 {
      upcoming.append(Upcoming(holder: people[(first + step) % people.count], start: start))
    }
    for place in 0..<count {
      let holder = people[(first + place * step) % people.count]
      waiting.append(
        Seat(
          holder: holder, planned: planned, event: event, state: state, span: (start, end), hasSeat: place < capacity,
          place: place))
    }
  }

  /// Whether somebody is in another event by then; keeps the days where not.
  private mutating func isTaken(_ seat: Seat) -> Bool {
    let (first, last) = seat.span
    let person = seat.holder.employee
    if busy[person]?.contains(where: { $0.first <= last && first <= $0.last }) ?? false { return true }
    if seat.state != .cancelled, seat.state != .postponed { busy[person, default: []].append((first, last)) }
    return false
  }

  private mutating func enrolment(_ seat: Seat, _ data: inout DemoData) {
    let (holder, planned, event, state) = (seat.holder, seat.planned, seat.event, seat.state)
    let (span, place) = (seat.span, seat.place)
    let asked = min(data.today, span.0.adding(days: -data.random.pick(12...40)))
    let days = planned.programme.days
    let isThere = data.random.chance(96)
    let isPassed = isThere && data.random.chance(95)
    let isDone = state == .done
    let priority = data.random.pick(0...4) * 3 / 2
    let now = seat.outcome(isTaken: isTaken(seat), isThere: isThere, isPassed: isPassed)
    let number = "\(planned.programme.code)/\(place + 1)/\(planned.batch)/\(span.0.year)"
    let training = now == .passed ? data.training(of: planned, holder, span, number) : nil
    let id = data.add(Enrolment.self) {
      $0.employee = holder.employee
      $0.event = event
      $0.start = span.0
      $0.state = now
      $0.priority = priority
      $0.requestedOn = asked
      $0.requestedBy = holder.assessor
      $0.refusal = now == .withdrawn ? "Bersamaan dengan kegiatan lain" : nil
      $0.approvedOn = seat.isOnlyNamed ? nil : asked
      $0.approvedBy = seat.isOnlyNamed ? nil : holder.assessor
      guard isDone else { return }
      $0.attendance = AttendanceMarks(String(repeating: isThere ? "H" : "A", count: min(200, days)))
      $0.isPassed = isThere ? isPassed : nil
      guard isPassed else { return }
      $0.lessonHours = planned.programme.hours
      $0.certificateNumber = number
      $0.certificateDate = span.1
      $0.training = training
    }
    if now == .passed, place % 3 == 1 {
      effects.reassess(holder.employee, after: event, ended: span.1, raising: planned.offer.raises, &data)
    }
    if state == .cancelled { rescue(seat, id, priority, &data) }
  }

  /// Whose event was cancelled waits for another.
  private func rescue(_ seat: Seat, _ enrolment: ID<Enrolment>, _ priority: Int, _ data: inout DemoData) {
    let today = data.today
    data.add(RescueCase.self) {
      $0.employee = seat.holder.employee
      $0.event = seat.event
      $0.enrolment = enrolment
      $0.programme = seat.planned.offer.id
      $0.since = today.adding(days: -9)
      $0.priority = priority
      $0.state = .waiting
    }
  }
}

extension DemoData {
  /// The row of the history that a passed event gives.
  fileprivate mutating func training(
    of planned: DemoTrainingYear.Planned, _ holder: DemoHolder, _ span: (Day, Day), _ number: String
  ) -> ID<Training> {
    add(Training.self) {
      $0.employee = holder.employee
      $0.name = planned.programme.name
      $0.kind = planned.programme.kind
      $0.mode = planned.programme.form == .eLearning ? .online : .classroom
      $0.organiser = "BKPSDM Kabupaten Contoh"
      $0.startDate = span.0
      $0.endDate = span.1
      $0.lessonHours = planned.programme.hours
      $0.certificateNumber = number
      $0.certificateDate = span.1
    }
  }
}
