import JSONText
import JenjangDomain
import Testing

/// A mentor and her mentee, a second mentor of the same mentee, an officer; a session with a private note of each mentor.
private struct Room {
  let book = Book.empty()
  let day = theDay("2026-11-24")
  let mentee: ID<Employee> = identity(11)
  let mentor: ID<Employee> = identity(12)
  let other: ID<Employee> = identity(13)
  let officer: ID<Employee> = identity(14)

  init() {
    book.add(make(1) { (unit: inout Unit) in unit.name = "Dinas" })
    for person: UInt64 in 11...14 {
      book.add(make(person) { (record: inout Employee) in record.name = "Orang \(person)" })
      book.add(
        make(person + 100) { (record: inout PositionHistory) in
          record.employee = identity(person)
          record.unit = identity(1)
          record.effectiveDate = theDay("2020-01-01")
        })
    }
    for (place, mentor) in [mentor, other].enumerated() {
      let number = UInt64(place)
      book.add(
        make(21 + number) { [mentee] (pair: inout MentoringPair) in
          pair.mentee = mentee
          pair.mentor = mentor
          pair.state = .active
        })
      book.add(
        make(31 + number) { (session: inout MentoringSession) in
          session.pair = identity(21 + number)
          session.date = theDay("2026-10-01")
          session.topic = "Topik \(place)"
        })
      book.add(
        make(41 + number) { (note: inout MentoringNote) in
          note.session = identity(31 + number)
          note.writer = mentor
          note.text = "Rahasia \(place)"
        })
    }
  }

  func look(_ role: UserRole, _ person: ID<Employee>, isTrying: Bool = false) {
    book.access = nil
    var access = Access(Actor(person: person.raw, role: role), in: book, on: day)
    access.isTrying = isTrying
    book.access = access
  }

  var notes: [String] { book.mentoringNotes.all.compactMap(\.text) }
  var topics: [String] { book.mentoringSessions.all.compactMap(\.topic) }
}

@Suite struct `Who reads what of mentoring` {
  @Test(arguments: UserRole.allCases)
  func `a private note is its writer's in every role, and nobody else's`(_ role: UserRole) {
    let room = Room()
    room.look(role, room.mentor)
    #expect(room.notes == ["Rahasia 0"])
    for person in [room.mentee, room.officer] {
      room.look(role, person)
      #expect(room.notes.isEmpty)
      let table = room.book.mentoringNotes.table
      #expect((0..<table.rowCount).allSatisfy { table.object(at: $0) == nil })
    }
  }

  @Test func `not even who looks as the writer reads it`() {
    let room = Room()
    room.look(.mentor, room.mentor, isTrying: true)
    #expect(room.notes.isEmpty)
    #expect(room.topics == ["Topik 0"])
  }

  @Test(arguments: UserRole.allCases)
  func `the journal tells a private note to its writer only`(_ role: UserRole) {
    let room = Room()
    let note: ID<MentoringNote> = identity(51)
    let written = Operation.create(
      kind: "mentoring-notes", id: note.raw,
      object: (["writer": .string(room.mentor.raw.text), "text": "Rahasia"] as JSONValue).asObject)
    room.look(role, room.officer)
    #expect(room.book.access?.seen(written, in: room.book) == nil)
    room.look(role, room.mentor)
    #expect(room.book.access?.seen(written, in: room.book) != nil)
  }

  @Test(arguments: [UserRole.mentor, .employee])
  func `a mentor reads and logs the own pairs, not those of another mentor of the same person`(_ role: UserRole) {
    let room = Room()
    room.look(role, room.mentor)
    #expect(room.topics == ["Topik 0"])
    #expect(room.book.mentoringPairs.all.count == 1)
    #expect(log(room, pair: 21) == nil)
    #expect(log(room, pair: 22) != nil)
  }

  @Test func `the mentee reads and logs both, and cannot move a pair to somebody else`() {
    let room = Room()
    room.look(.employee, room.mentee)
    #expect(room.topics == ["Topik 0", "Topik 1"])
    #expect(log(room, pair: 21) == nil)
    let pair: ID<MentoringPair> = identity(21)
    let moved = change(pair.raw, ["mentor": .string(room.officer.raw.text)])
    #expect(room.book.access?.refusal(of: [moved], in: room.book) != nil)
    let accepted = change(pair.raw, ["menteeAcceptedOn": "2026-11-01"])
    #expect(room.book.access?.refusal(of: [accepted], in: room.book) == nil)
  }

  @Test(arguments: [UserRole.mentor, .employee, .supervisor])
  func `a mentor makes no pair, says nothing for the mentee, and decides nothing`(_ role: UserRole) {
    let room = Room()
    room.look(role, room.mentor)
    func refusal(_ operation: Operation) -> Text? { room.book.access?.refusal(of: [operation], in: room.book) }
    var pair = MentoringPair(id: identity(71))
    (pair.mentor, pair.mentee, pair.state) = (room.mentor, room.officer, .active)
    #expect(refusal(.creating(pair)) != nil)
    var rule = MatchRule(id: identity(72))
    (rule.mentor, rule.mentee, rule.kind) = (room.mentor, room.officer, .lock)
    #expect(refusal(.creating(rule)) != nil)
    let own: ID<MentoringPair> = identity(21)
    #expect(refusal(change(own.raw, ["menteeAcceptedOn": "2026-11-01"])) != nil)
    #expect(refusal(change(own.raw, ["mentee": .string(room.officer.raw.text)])) != nil)
    #expect(refusal(.delete(kind: "mentoring-pairs", id: own.raw, base: 1, object: pair.object)) != nil)
    #expect(refusal(change(own.raw, ["mentorAcceptedOn": "2026-11-01", "state": "JEDA"])) == nil)
  }

  @Test func `people enter offers and wishes of their own, and of nobody else`() {
    let room = Room()
    room.look(.employee, room.mentee)
    for (person, isOwn) in [(room.mentee, true), (room.officer, false)] {
      var offer = MentorProfile(id: identity(71))
      (offer.employee, offer.consentedOn) = (person, theDay("2026-11-01"))
      #expect((room.book.access?.refusal(of: [.creating(offer)], in: room.book) == nil) == isOwn)
      var wish = MenteeWish(id: identity(72))
      (wish.employee, wish.consentedOn) = (person, theDay("2026-11-01"))
      #expect((room.book.access?.refusal(of: [.creating(wish)], in: room.book) == nil) == isOwn)
    }
  }

  @Test func `a superior sees that people are mentored and not what is said`() {
    let room = Room()
    room.book.access = nil
    room.book.access = Access(
      Actor(person: room.officer.raw, role: .supervisor, units: [(identity(1) as ID<Unit>).raw]), in: room.book,
      on: room.day)
    #expect(room.book.mentoringPairs.all.count == 2)
    #expect(room.topics.isEmpty && room.notes.isEmpty)
  }

  private func log(_ room: Room, pair: UInt64) -> Text? {
    let session: ID<MentoringSession> = identity(61)
    let of: ID<MentoringPair> = identity(pair)
    let operation = Operation.create(
      kind: "mentoring-sessions", id: session.raw,
      object: (["pair": .string(of.raw.text), "date": "2026-11-20", "topic": "Baru"] as JSONValue).asObject)
    return room.book.access?.refusal(of: [operation], in: room.book)
  }

  private func change(_ id: RecordID, _ values: [String: JSONValue]) -> Operation {
    .update(kind: "mentoring-pairs", id: id, base: 1, changes: values.mapValues { Change(old: nil, new: $0) })
  }
}

extension JSONValue {
  fileprivate var asObject: JSONObject { object ?? JSONObject() }
}
