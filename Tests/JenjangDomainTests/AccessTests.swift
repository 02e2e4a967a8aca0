import JSONText
import JenjangDomain
import Testing

/// Identities and records from small whole numbers.
private func identity<R>(_ number: Int) -> ID<R> { JenjangDomainTests.identity(UInt64(number)) }
private func make<R: Record>(_ id: Int, _ set: (inout R) -> Void) -> R { JenjangDomainTests.make(UInt64(id), set) }

/// A small agency: two units with a section below one of them, a person in each, histories of every area.
private struct Office {
  let book = Book.empty()
  let day = theDay("2026-11-24")
  /// Root, health, its section, education.
  let units: [ID<Unit>] = (1...4).map { identity($0) }
  /// Head of health, nurse of the section, teacher of education, officer without a unit.
  let people: [ID<Employee>] = (11...14).map { identity($0) }

  init() {
    for (place, parent) in [nil, 1, 2, 1].enumerated() {
      book.add(
        make(place + 1) { (unit: inout Unit) in
          unit.code = "1.0\(place)"
          unit.name = "Unit \(place)"
          unit.parent = parent.map { identity($0) }
        })
    }
    for (place, unit) in [2, 3, 4, nil].enumerated() {
      let person = 11 + place
      book.add(
        make(person) { (employee: inout Employee) in
          employee.name = "Orang \(place)"
          employee.employeeNumber = "19800\(place + 1)012005011001"
          employee.religion = .islam
          employee.birthDate = theDay("1980-01-01")
        })
      guard let unit else { continue }
      book.add(
        make(20 + place) { (position: inout PositionHistory) in
          position.employee = identity(person)
          position.unit = identity(unit)
          position.title = "Jabatan"
          position.effectiveDate = theDay("2020-01-01")
        })
      book.add(
        make(30 + place) { (family: inout FamilyMember) in
          family.employee = identity(person)
          family.name = "Keluarga \(place)"
        })
      book.add(
        make(40 + place) { (discipline: inout Discipline) in
          discipline.employee = identity(person)
          discipline.effectiveDate = theDay("2024-01-01")
        })
    }
  }

  func access(_ role: UserRole, person: Int = 11, units: [Int] = []) -> Access {
    let ids: [ID<Unit>] = units.map { identity($0) }
    return Access(
      Actor(person: people[person - 11].raw, role: role, units: ids.map(\.raw)), in: book, on: day)
  }

  func names() -> [String] { book.employees.all.compactMap(\.name) }

  func update(_ kind: String, _ id: RecordID, _ field: String, to value: JSONValue) -> Operation {
    .update(kind: kind, id: id, base: 1, changes: [field: Change(old: nil, new: value)])
  }
}

@Suite struct AccessTests {
  @Test(arguments: UserRole.allCases, Area.allCases)
  func `no role changes more than it reads, and only deciders write at once`(_ role: UserRole, _ area: Area) {
    let grant = PermissionTable.grant(role, area)
    #expect(grant.write <= grant.read)
    #expect(grant.propose <= grant.read)
    let isLimited = [UserRole.auditor, .leader, .committee, .mentor].contains(role)
    // Mentors among them write of their own pairs; everybody what is nobody else's.
    let personal: Set<Area> = [.secret, .privateNote, .mentoring, .mentoringLog]
    #expect(!isLimited || grant.write <= (personal.contains(area) ? .own : .nothing))
    #expect(role != .auditor || area == .secret || grant.write == .nothing)
  }

  @Test(arguments: UserRole.allCases)
  func `each role sees the people of its reach and nobody else`(_ role: UserRole) {
    let office = Office()
    office.book.access = office.access(role, units: [2])
    let seen =
      switch role {
      case .auditor, .administrator: ["Orang 0", "Orang 1", "Orang 2", "Orang 3"]
      case .hrOfficer, .hrHead, .supervisor, .leader, .committee: ["Orang 0", "Orang 1"]
      case .employee: ["Orang 0"]
      case .mentor: [String]()
      }
    #expect(office.names() == seen)
    #expect(office.book.employees.table.count == seen.count)
    #expect(office.book.employees.table.rows(Query(search: "orang")).count == seen.count)
    for place in 0..<4 {
      let isSeen = seen.contains("Orang \(place)")
      #expect((office.book.employees[office.people[place]] != nil) == isSeen)
      let family = office.book.familyMembers.owned(by: office.people[place].raw)
      let mayFamily = [.auditor, .hrOfficer, .hrHead].contains(role) || role == .employee && place == 0
      #expect(family.isEmpty == !(isSeen && mayFamily && place < 3))
    }
  }

  @Test(arguments: [UserRole.supervisor, .leader, .committee, .administrator])
  func `a hidden field is neither shown nor asked about`(_ role: UserRole) throws {
    let office = Office()
    office.book.access = office.access(role, units: [2])
    let table = office.book.employees.table
    let row = try #require(table.row(of: office.people[0].raw))
    #expect(table.value("religion", at: row) == nil)
    #expect(table.object(at: row)?["religion"] == nil)
    #expect(table.object(at: row)?["name"] == "Orang 0")
    let asked = Query(conditions: [Query.Condition("religion", .equals(Religion.islam.rawValue))])
    #expect(table.rows(asked).isEmpty)
    #expect(table.counts(by: "religion") == nil)
    #expect(table.storedObject(at: row)?["religion"] != nil)
  }

  @Test(arguments: UserRole.allCases, [11, 12, 13, 14])
  func `a change of a person is saved only within the reach`(_ role: UserRole, _ person: Int) {
    let office = Office()
    let access = office.access(role, units: [2])
    let change = office.update("employees", office.people[person - 11].raw, "phone", to: "0811")
    let mayWrite = [.hrOfficer, .hrHead].contains(role) && person <= 12
    #expect((access.refusal(of: [change], in: office.book) == nil) == mayWrite)
  }

  @Test func `nobody is moved out of one's reach or into it`() {
    let office = Office()
    let access = office.access(.hrOfficer, units: [2])
    let history: ID<PositionHistory> = identity(22)
    let own: ID<PositionHistory> = identity(21)
    let take = office.update("position-histories", history.raw, "employee", to: .string(office.people[0].raw.text))
    let give = office.update("position-histories", own.raw, "employee", to: .string(office.people[2].raw.text))
    #expect(access.refusal(of: [take], in: office.book) != nil)
    #expect(access.refusal(of: [give], in: office.book) != nil)
  }

  @Test func `a new person may be entered together with a position in one's own units`() {
    let office = Office()
    let access = office.access(.hrOfficer, units: [2])
    let person: ID<Employee> = identity(50)
    let position: ID<PositionHistory> = identity(51)
    let make = Operation.create(kind: "employees", id: person.raw, object: (["name": "Baru"] as JSONValue).asObject)
    let place = { (unit: Int) -> Operation in
      let unit: ID<Unit> = identity(unit)
      return .create(
        kind: "position-histories", id: position.raw,
        object: (["employee": .string(person.raw.text), "unit": .string(unit.raw.text)] as JSONValue).asObject)
    }
    #expect(access.refusal(of: [make], in: office.book) != nil)
    #expect(access.refusal(of: [make, place(3)], in: office.book) == nil)
    #expect(access.refusal(of: [make, place(4)], in: office.book) != nil)
  }

  @Test func `a circle of units never widens anybody's reach`() {
    let office = Office()
    office.book.apply(
      office.update("units", office.units[0].raw, "parent", to: .string(office.units[1].raw.text)))
    office.book.access = office.access(.supervisor, units: [2])
    #expect(office.names() == ["Orang 0", "Orang 1"])
  }

  @Test func `a moved person is seen where she works now`() {
    let office = Office()
    office.book.access = office.access(.supervisor, units: [2])
    office.book.access = nil
    office.book.add(
      make(60) { (position: inout PositionHistory) in
        position.employee = identity(13)
        position.unit = identity(3)
        position.title = "Pindah"
        position.effectiveDate = theDay("2026-01-01")
      })
    office.book.access = office.access(.supervisor, units: [2])
    #expect(office.names() == ["Orang 0", "Orang 1", "Orang 2"])
  }

  @Test func `the journal shows of a change what its reader may see`() {
    let office = Office()
    let access = office.access(.supervisor, units: [2])
    let work = Operation.update(
      kind: "employees", id: office.people[1].raw, base: 1,
      changes: ["religion": Change(old: nil, new: "ISLAM"), "phone": Change(old: nil, new: "0811")])
    guard case .update(_, _, _, let changes)? = access.seen(work, in: office.book) else {
      Issue.record("the change of a phone number must be seen")
      return
    }
    #expect(changes.keys.sorted() == ["phone"])
    let other = office.update("employees", office.people[2].raw, "phone", to: "0811")
    #expect(access.seen(other, in: office.book) == nil)
    let family: ID<FamilyMember> = identity(31)
    #expect(access.seen(office.update("family-members", family.raw, "name", to: "X"), in: office.book) == nil)
  }

  @Test func `who may not decide requests can ask, mend and withdraw, but not accept`() {
    let office = Office()
    let access = office.access(.employee)
    let request: ID<ChangeRequest> = identity(70)
    let ask = { (state: RequestState, by: Int) -> Operation in
      .create(
        kind: "change-requests", id: request.raw,
        object: ([
          "requestedBy": .string(office.people[by].raw.text), "state": .string(state.rawValue), "summary": "x",
        ] as JSONValue).asObject)
    }
    #expect(access.refusal(of: [ask(.submitted, 0)], in: office.book) == nil)
    #expect(access.refusal(of: [ask(.submitted, 1)], in: office.book) != nil)
    #expect(access.refusal(of: [ask(.accepted, 0)], in: office.book) != nil)
    office.book.apply(ask(.submitted, 0))
    let move = { (state: RequestState) in
      office.update("change-requests", request.raw, "state", to: .string(state.rawValue))
    }
    #expect(access.refusal(of: [move(.withdrawn)], in: office.book) == nil)
    #expect(access.refusal(of: [move(.accepted)], in: office.book) != nil)
    #expect(office.access(.hrOfficer, person: 12).refusal(of: [move(.accepted)], in: office.book) == nil)
    for own in [move(.accepted), move(.returned), ask(.accepted, 0)] {
      #expect(office.access(.hrOfficer).refusal(of: [own], in: office.book) != nil)
    }
  }
}

@Suite struct IdentityTests {
  private func office() -> Office {
    let office = Office()
    office.book.add(
      make(80) { (assignment: inout RoleAssignment) in
        assignment.employee = identity(11)
        assignment.role = .supervisor
        assignment.unit = identity(2)
        assignment.from = theDay("2020-01-01")
      })
    office.book.add(
      make(81) { (assignment: inout RoleAssignment) in
        assignment.employee = identity(11)
        assignment.role = .supervisor
        assignment.unit = identity(4)
        assignment.from = theDay("2026-01-01")
        assignment.until = theDay("2026-06-30")
        assignment.actingFor = identity(13)
      })
    office.book.add(
      make(82) { (account: inout Account) in
        account.login = "siti"
        account.employee = identity(11)
      })
    office.book.add(
      make(83) { (account: inout Account) in
        account.login = "jenjang"
        account.isShared = true
      })
    return office
  }

  @Test func `without roles everybody who can open the files does everything`() throws {
    #expect(try Office().book.identity(login: "x", as: nil, isKeeper: false, on: theDay("2026-11-24")) == nil)
  }

  @Test func `a login stands for its person, with every role of the day and that of an employee`() throws {
    let office = office()
    let identity = try #require(try office.book.identity(login: "siti", as: nil, isKeeper: false, on: office.day))
    #expect(identity.person == office.people[0].raw)
    #expect(identity.actors.map(\.role) == [.supervisor, .employee])
    let spring = try #require(
      try office.book.identity(login: "siti", as: nil, isKeeper: false, on: theDay("2026-03-01")))
    #expect(spring.actors.map(\.actingFor) == [nil, office.people[2].raw, nil])
    #expect(spring.actors[1].until == theDay("2026-06-30"))
  }

  @Test func `a role as an employee that was assigned too is there once`() throws {
    let office = office()
    office.book.add(
      make(95) { (record: inout RoleAssignment) in
        record.employee = office.people[0]
        record.role = .employee
        record.from = theDay("2020-01-01")
      })
    #expect(
      office.book.identity(of: office.people[0].raw, on: office.day).actors.map(\.role) == [.supervisor, .employee])
  }

  @Test func `a shared account comes in as the person that the forced command names`() throws {
    let office = office()
    let number = "198002012005011001"
    let identity = try #require(try office.book.identity(login: "jenjang", as: number, isKeeper: false, on: office.day))
    #expect(identity.person == office.people[1].raw)
    #expect(identity.actors.map(\.role) == [.employee])
    #expect(throws: IdentityProblem.nobodyNamed("jenjang")) {
      try office.book.identity(login: "jenjang", as: nil, isKeeper: false, on: office.day)
    }
  }

  @Test func `a login of one's own cannot be somebody else`() {
    let office = office()
    #expect(throws: IdentityProblem.notOneself("siti")) {
      try office.book.identity(login: "siti", as: "198002012005011001", isKeeper: false, on: office.day)
    }
    #expect(throws: IdentityProblem.unknownLogin("budi")) {
      try office.book.identity(login: "budi", as: nil, isKeeper: false, on: office.day)
    }
  }

  @Test func `the keeper of the files is never locked out`() throws {
    let office = office()
    let identity = try #require(try office.book.identity(login: "root", as: nil, isKeeper: true, on: office.day))
    #expect(identity.actors.map(\.role) == [.administrator])
  }
}

extension JSONValue {
  fileprivate var asObject: JSONObject { object ?? JSONObject() }
}
