/// A made-up agency with its people, as the operations that create them: the same for the same seed.
///
/// Nothing of a person is kept once it has been given out, so a million people need little memory. Names, numbers
/// and places are invented; e-mail addresses end in `contoh.go.id`.
public struct DemoData {
  /// The agency that the demo store is made for.
  public static let agency = "Pemerintah Kabupaten Contoh"

  let today: Day
  var random: SeededRandom
  /// Employees still to be made.
  private var remaining: Int
  private let plan: DemoAgency
  private var unitIndex = 0
  private var places: [DemoPlace] = []
  private var seats: [DemoSeat] = []
  private var buffer: [Operation] = []
  private var milliseconds: UInt64
  private var serials: DemoSerials
  /// Two years of performance, when there are to be some.
  private var performance: DemoPerformance?
  /// A year of development; small for large agencies unless asked for.
  private var development: DemoDevelopment?
  /// Mentoring, wherever there is development.
  private var mentoring: DemoMentoring?
  /// Leave, wherever there is development.
  private var leaves: DemoLeaves?

  /// The most people for whom years of performance are made unasked.
  public static let mostWithPerformance = 5_000

  /// With `hasPerformance` also last year's evaluations, this year's plans and development; nil gives them to small
  /// agencies, and to large ones the dictionary, the calendar and some assessments.
  public init(seed: UInt64 = 1, employees: Int = 1_284, today: Day, hasPerformance: Bool? = nil) {
    self.today = today
    random = SeededRandom(seed: seed)
    remaining = employees
    plan = DemoAgency(people: employees)
    serials = DemoSerials(people: employees)
    self.performance = hasPerformance ?? (employees <= DemoData.mostWithPerformance) ? DemoPerformance() : nil
    development = hasPerformance == false ? nil : DemoDevelopment(performance == nil ? .light : .full)
    mentoring = development.map { DemoMentoring($0.extent) }
    leaves = development.map { _ in DemoLeaves() }
    milliseconds = UInt64(max(0, Int(today.number) * 86_400_000 - 21 * 86_400_000))
    buffer.reserveCapacity(400)
  }

  /// The next 1 to 400 operations; nil when everything has been given out.
  public mutating func next() -> [Operation]? {
    while buffer.count <= 330, remaining > 0 || unitIndex == 0 {
      if let seat = seats.popLast() { fill(seat) } else { openUnit() }
    }
    while buffer.count <= 330, remaining <= 0, putPerformance() || putDevelopment() || putMentoring() || putLeaves() {}
    guard !buffer.isEmpty else { return nil }
    defer { buffer.removeAll(keepingCapacity: true) }
    return buffer
  }

  private mutating func putPerformance() -> Bool {
    guard var work = performance else { return false }
    performance = nil
    let isMore = work.put(into: &self)
    performance = work
    return isMore
  }

  private mutating func putDevelopment() -> Bool {
    guard var work = development else { return false }
    development = nil
    let isMore = work.put(into: &self)
    development = work
    return isMore
  }

  private mutating func putMentoring() -> Bool {
    guard var work = mentoring else { return false }
    mentoring = nil
    let isMore = work.put(of: development?.competencies ?? [:], into: &self)
    mentoring = work
    return isMore
  }

  private mutating func putLeaves() -> Bool {
    guard var work = leaves else { return false }
    leaves = nil
    let isMore = work.put(during: development?.upcoming ?? [], into: &self)
    leaves = work
    return isMore
  }

  mutating func note(_ holder: DemoHolder) {
    performance?.note(holder)
    development?.note(holder)
    mentoring?.note(holder)
    leaves?.note(holder, today)
  }

  /// Gives a new record its identity, lets it be filled, and puts it out.
  @discardableResult
  mutating func add<R: Record>(_ type: R.Type, _ set: (inout R) -> Void) -> ID<R> {
    add(newID(), set)
  }

  @discardableResult
  mutating func add<R: Record>(_ id: ID<R>, _ set: (inout R) -> Void) -> ID<R> {
    var record = R(id: id)
    set(&record)
    buffer.append(.create(kind: R.kind.name, id: id.raw, object: record.object))
    return id
  }

  mutating func newID<R>() -> ID<R> {
    milliseconds += 1
    return ID(RecordID(milliseconds: milliseconds, random: (random.next(), random.next())))
  }
}

/// A unit that has been put out, for those below it and for the pasts of people elsewhere.
struct DemoPlace {
  let unit: ID<Unit>
  let headPost: ID<Post>?
  /// Who heads it; the superior's superior while the post is vacant.
  var head: ID<Employee>?
  /// Who is above that head.
  var superior: ID<Employee>?
  /// Who headed it until leaving the service, while nobody followed.
  var departed: ID<Employee>?
}

/// A place in a post that somebody is to fill.
struct DemoSeat {
  let post: PlannedPost
  let id: ID<Post>
  let unit: ID<Unit>
  /// The place of the unit, by which its head is found.
  let place: Int
  let isHead: Bool
}

extension DemoData {
  /// Puts out the next unit with its posts and lines up the seats, the head's first.
  private mutating func openUnit() {
    let planned = plan[unitIndex]
    unitIndex += 1
    let parent = planned.parent.map { places[$0] }
    let unit: ID<Unit> = newID()
    let posts = planned.posts.map { _ in newID() as ID<Post> }
    places.append(DemoPlace(unit: unit, headPost: posts.first, head: parent?.head, superior: parent?.superior))
    let began = Day(year: 2_017, month: 1, day: 1)
    add(unit) {
      $0.code = planned.code
      $0.name = planned.name
      $0.kind = planned.kind
      $0.parent = parent?.unit
      $0.head = posts.first
      $0.validFrom = began
    }
    var queue: [DemoSeat] = []
    for (number, (post, id)) in zip(planned.posts, posts).enumerated() {
      add(id) {
        $0.code = planned.code + "-" + Day.padded(number + 1, 2)
        $0.name = post.title
        $0.kind = post.kind
        $0.echelon = post.echelon
        $0.jobClass = post.jobClass
        $0.unit = unit
        $0.jobFamily = post.family
        $0.requiredCount = post.count
        $0.superior = number == 0 ? parent?.headPost : posts.first
        $0.validFrom = began
      }
      let seat = DemoSeat(post: post, id: id, unit: unit, place: places.count - 1, isHead: number == 0)
      queue += Array(repeating: seat, count: post.count)
    }
    seats = queue.reversed()
  }

  /// Puts somebody into a seat, or leaves it empty with or without the one who left it.
  private mutating func fill(_ seat: DemoSeat) {
    let isEmpty = random.chance(7)
    guard isEmpty else {
      let employee = person(in: seat, leaving: false)
      if seat.isHead {
        places[seat.place].superior = places[seat.place].head
        places[seat.place].head = employee
      }
      return
    }
    if random.chance(30) {
      let departed = person(in: seat, leaving: true)
      if seat.isHead { places[seat.place].departed = departed }
    }
    if seat.isHead, let deputy = places[seat.place].head, random.chance(70) { appointActing(deputy, to: seat) }
  }

  /// The head of the unit above acts in a post whose holder has left.
  private mutating func appointActing(_ deputy: ID<Employee>, to seat: DemoSeat) {
    let start = today.firstOfMonth.adding(months: -random.pick(0...5))
    let number = decree(start, "821.2")
    add(PositionHistory.self) {
      $0.employee = deputy
      $0.title = seat.post.title
      $0.positionKind = seat.post.kind
      $0.echelon = seat.post.echelon
      $0.jobClass = seat.post.jobClass
      $0.post = seat.id
      $0.unit = seat.unit
      $0.assignment = .acting
      $0.effectiveDate = start
      $0.decreeNumber = number
      $0.decreeDate = start.adding(days: -2)
      $0.authority = "Bupati Contoh"
    }
  }

  private mutating func person(in seat: DemoSeat, leaving: Bool) -> ID<Employee> {
    remaining -= 1
    let superior = places[seat.place].head
    let elsewhere = places[random.below(places.count)].unit
    let person = DemoPerson(
      seat: seat, superior: superior, superiorAbove: places[seat.place].superior,
      departed: places[seat.place].departed, elsewhere: elsewhere, isLeaving: leaving)
    return person.put(into: &self)
  }

  /// A number that nobody else bears.
  mutating func employeeNumber(birth: Day, hire: Day, sex: Sex, agreement: Int) -> String {
    let month = agreement > 0 ? 20 + agreement : hire.month
    let start = Day.padded(hire.year, 4) + Day.padded(month, 2)
    let (year, monthOfBirth, day) = birth.parts
    let beginning =
      Day.padded(year, 4) + Day.padded(monthOfBirth, 2) + Day.padded(day, 2) + start + String(sex.digit)
    let key = UInt64(bitPattern: Int64(birth.number)) << 32 ^ UInt64((hire.year * 100 + month) * 2 + sex.digit)
    return beginning + Day.padded(serials.next(for: key), 3)
  }

  /// The number of a made-up decree of the year of a day.
  mutating func decree(_ day: Day, _ subject: String) -> String {
    "\(subject)/\(random.pick(1...1_999))/BKPSDM/\(day.year)"
  }
}

/// Serial numbers that are unique for each beginning of an employee number, in a table of fixed size.
///
/// Beginnings that fall on the same place share a count, so a serial may be skipped but is never given twice.
struct DemoSerials {
  private var counts: [UInt16]
  private let mask: UInt64

  init(people: Int) {
    var size = 1_024
    while size < people * 4 { size *= 2 }
    counts = Array(repeating: 0, count: size)
    mask = UInt64(size - 1)
  }

  /// 1 to 999.
  mutating func next(for key: UInt64) -> Int {
    var mixed = SeededRandom(seed: key)
    let place = Int(mixed.next() & mask)
    counts[place] += 1
    return Int(counts[place])
  }
}
