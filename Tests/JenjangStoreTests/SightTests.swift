import JSONText
import JenjangDomain
import Testing

@testable import JenjangStore
@testable import Proofs

/// Two people, two units, and a supervisor of the first unit who tries to get at the second.
private struct SightOffice {
  let site: Site
  let store: Store
  let people: [RecordID] = [RecordID(high: 2, low: 1), RecordID(high: 2, low: 2)]
  let units: [RecordID] = [RecordID(high: 1, low: 1), RecordID(high: 1, low: 2)]
  let day = Day(number: 20_514)

  init() throws {
    site = try Site()
    store = try site.open()
    var operations: [Operation] = []
    for place in 0..<2 {
      let unit: [String: JSONValue] = ["code": .string("U\(place)"), "name": .string("Unit \(place)")]
      operations.append(.create(kind: "units", id: units[place], object: JSONObject(unit)))
      let person: [String: JSONValue] = ["name": .string("Orang \(place)"), "religion": "ISLAM"]
      operations.append(.create(kind: "employees", id: people[place], object: JSONObject(person)))
      let held: [String: JSONValue] = [
        "employee": .string(people[place].text), "unit": .string(units[place].text), "title": "Staf",
        "effectiveDate": "2020-01-01",
      ]
      operations.append(
        .create(kind: "position-histories", id: RecordID(high: 3, low: UInt64(place)), object: JSONObject(held)))
    }
    try store.commit(Transaction(operations, why: "RAHASIA awal"))
    try store.commit(Transaction([.rename(people[0], "Orang 0", "Siti")], why: "SK 1"))
    try store.commit(Transaction([.rename(people[1], "Orang 1", "Agus")], why: "RAHASIA 2"))
  }

  func give(_ role: UserRole, unit: Int?) throws {
    var object = JSONObject([
      "employee": .string(people[0].text), "role": .string(role.rawValue), "from": "2020-01-01",
    ])
    object["unit"] = unit.map { .string(units[$0].text) }
    let account = JSONObject(["login": "siti", "employee": .string(people[0].text)])
    try store.commit(
      Transaction([
        .create(kind: "role-assignments", id: RecordID(high: 9, low: 1), object: object),
        .create(kind: "accounts", id: RecordID(high: 8, low: 1), object: account),
      ]))
    try store.enter(on: day)
  }
}

@Suite struct SightTests {
  @Test func `the journal gives what is seen, and the reason only where all of it is`() throws {
    let office = try SightOffice()
    try office.give(.hrOfficer, unit: 0)
    let commits = try office.store.commits(limit: 9)
    #expect(commits.map(\.sequence) == [4, 2, 1])
    #expect(commits.map(\.why) == ["", "SK 1", ""])
    #expect(commits.last?.operations.contains { $0.id == office.people[1] } == false)
    let history = try office.store.history(of: office.people[1], limit: 9).flatMap(\.operations)
    #expect(!history.contains { $0.id == office.people[1] })
    #expect(try office.store.changes(of: office.people[1], kind: "employees", since: 0).isEmpty)
    var reader = office.store.commitReader
    #expect(try reader.commit(3) == nil)
  }

  @Test func `what others save beyond the reach is applied and not told`() throws {
    let office = try SightOffice()
    try office.give(.supervisor, unit: 0)
    let other = try office.site.open("u:budi")
    try other.commit(Transaction([.rename(office.people[1], "Agus", "Agus P")], why: "RAHASIA"))
    #expect(try office.store.catchUp().isEmpty)
    #expect(office.store.head == other.head)
  }

  @Test func `a hidden value cannot be guessed by saving it`() throws {
    let office = try SightOffice()
    try office.give(.supervisor, unit: 0)
    for guess in ["ISLAM", "HINDU"] {
      let change = Operation.update(
        kind: "employees", id: office.people[1], base: 2,
        changes: ["religion": Change(old: nil, new: .string(guess))])
      #expect(throws: StoreError.self) { try office.store.commit(Transaction([change])) }
      do throws(StoreError) { try office.store.commit(Transaction([change])) } catch {
        guard case .forbidden = error else {
          Issue.record("\(error) tells something of the value")
          continue
        }
      }
    }
  }

  @Test func `an earlier state is seen with the rights of the present one`() throws {
    let office = try SightOffice()
    try office.give(.supervisor, unit: 0)
    for sequence in 1...4 {
      var options = office.site.world.options()
      options.recorded = .sequence(sequence)
      let past = try Store(opening: office.site.path, options: options)
      past.enter(like: office.store)
      #expect(past.book.employees.table.count == 1)
      #expect(past.book.employees[ID<Employee>(office.people[1])] == nil)
      #expect(past.book.record(meant: office.people[1].text) == nil)
      #expect(past.book.record(meant: "Orang 1") == nil)
      let told = try past.commits(limit: 9).map(\.why)
      #expect(!told.contains { $0.contains("RAHASIA") } && told.contains("SK 1") == (sequence > 1), "\(told)")
    }
  }

  @Test func `a scripted change finds no hidden record`() throws {
    let office = try SightOffice()
    try office.give(.hrOfficer, unit: 0)
    let draft = { (value: JSONValue) throws -> Transaction in
      var draft = ChangeDraft(
        book: office.store.book, environment: office.site.world.environment(), today: office.day, language: .english)
      _ = try draft.add(ScriptedChange(value))
      return draft.transaction(why: "")
    }
    #expect(throws: Problems.self) {
      _ = try draft(["kind": "employees", "id": "Agus", "set": ["phone": "1"]])
    }
    #expect(throws: Problems.self) {
      _ = try draft(["kind": "employees", "id": .string(office.people[1].text), "delete": true])
    }
  }

  @Test(arguments: [UserRole.supervisor, .auditor, .employee])
  func `store keeping needs its right`(_ role: UserRole) throws {
    let office = try SightOffice()
    try office.give(role, unit: role == .supervisor ? 0 : nil)
    #expect(throws: StoreError.self) { try office.store.backUp(to: office.site.folder.path + "/copy") }
    #expect(throws: StoreError.self) {
      try office.store.erase("employees", office.people[0], order: ErasureOrder(number: "1", basis: "UU"))
    }
    #expect(office.store.names.count <= 2)
  }

  @Test func `an officer erases nobody beyond the own units`() throws {
    let office = try SightOffice()
    try office.give(.hrOfficer, unit: 0)
    #expect(throws: StoreError.self) {
      try office.store.erase("employees", office.people[1], order: ErasureOrder(number: "1", basis: "UU"))
    }
  }

  @Test func `a supervisor whose unit is gone sees nobody`() throws {
    let office = try SightOffice()
    try office.give(.supervisor, unit: nil)
    #expect(office.store.book.employees.table.count == 0)
  }
}
