import JSONText
import JenjangDomain
import Testing

@Suite struct TalentRuleTests {
  /// The matrix of PermenPANRB 3/2020 (S49), by set A with 80/60 on both axes.
  @Test(arguments: [
    (90, 50, "4"), (90, 70, "7"), (90, 90, "9"), (70, 50, "2"), (70, 70, "5"), (70, 90, "8"), (50, 50, "1"),
    (50, 70, "3"), (50, 90, "6"),
  ])
  func `performance and potential give the box`(_ performance: Int, _ potential: Int, _ box: String) throws {
    let answer = try judged(
      "talent-box",
      [
        "cuts": "A", "performance": .integer(Int64(performance)), "potential": .integer(Int64(potential)),
        "day": "2026-11-24",
      ])
    #expect(answer.text("box") == box)
    #expect(answer.finding("talent.treatment")?.needed?.indonesian.isEmpty == false)
  }

  /// Cut points of programs in use (S49): A 80/60, B 85/70 and 77/68, D 81/61.
  @Test(arguments: [
    ("A", "80", "80", "DI_ATAS", "TINGGI"), ("A", "79.99", "79.99", "SESUAI", "MENENGAH"),
    ("A", "60", "60", "SESUAI", "MENENGAH"), ("A", "59.99", "59.99", "DI_BAWAH", "RENDAH"),
    ("B", "85", "77", "DI_ATAS", "TINGGI"), ("B", "84.99", "76.99", "SESUAI", "MENENGAH"),
    ("B", "70", "68", "SESUAI", "MENENGAH"), ("B", "69.99", "67.99", "DI_BAWAH", "RENDAH"),
    ("D", "81", "81", "DI_ATAS", "TINGGI"), ("D", "80.99", "80.99", "SESUAI", "MENENGAH"),
    ("D", "61", "61", "SESUAI", "MENENGAH"), ("D", "60.99", "60.99", "DI_BAWAH", "RENDAH"),
  ])
  func `each set has cut points of its own`(
    _ set: String, _ performance: String, _ potential: String, _ first: String, _ second: String
  ) throws {
    let answer = try judged(
      "talent-box",
      [
        "cuts": .string(set), "performance": .string(performance), "potential": .string(potential),
        "day": "2026-11-24",
      ])
    #expect(answer.text("performance") == first)
    #expect(answer.text("potential") == second)
  }

  @Test(arguments: [
    ("SANGAT_BAIK", "SANGAT_BAIK", "90", "9"), ("SANGAT_BAIK", "BAIK", "90", "8"), ("BAIK", "BAIK", "89.99", "5"),
    ("BAIK", "BUTUH_PERBAIKAN", "78", "3"), ("SANGAT_BAIK", "KURANG", "77.99", "1"),
    ("SANGAT_BAIK", "SANGAT_BAIK", "77.78", "4"),
  ])
  func `without a set the ratings of two years and 90 and 78 decide`(
    _ last: String, _ before: String, _ potential: String, _ box: String
  ) throws {
    let answer = try judged(
      "talent-box",
      [
        "predicateLastYear": .string(last), "predicateYearBefore": .string(before), "potential": .string(potential),
        "day": "2026-11-24",
      ])
    #expect(answer.text("box") == box)
    #expect(answer.status("talent.cuts") == .met)
  }

  @Test func `a rating that is missing leaves the box open unless the other settles it`() throws {
    let open = try judged("talent-box", ["predicateLastYear": "BAIK", "potential": 90, "day": "2026-11-24"])
    #expect(open.verdict == .cannotJudge)
    #expect(open.text("box") == nil)
    let settled = try judged("talent-box", ["predicateLastYear": "KURANG", "potential": 90, "day": "2026-11-24"])
    #expect(settled.text("box") == "6")
  }

  @Test func `the same person is in another box by another set`() throws {
    let box = { (set: String) in
      try judged(
        "talent-box", ["cuts": .string(set), "performance": 82, "potential": 76, "day": "2026-11-24"]
      ).text("box")
    }
    #expect(try [box("A"), box("B"), box("D")] == ["7", "5", "7"])
  }

  /// The composition is from a published talk (S50).
  @Test func `the talent score is half performance and half potential`() throws {
    let answer = try judged(
      "talent-score",
      [
        "predicate": 90, "reinforcing": 50, "competency": 80, "potential": 70, "qualification": 60, "integrity": 100,
        "day": "2026-02-01",
      ])
    #expect(answer.text("performance") == "74.00")
    #expect(answer.text("potential") == "76.50")
    #expect(answer.text("score") == "75.25")
  }

  @Test func `before the national system there is no talent score`() throws {
    let marks: JSONObject = [
      "predicate": 90, "reinforcing": 50, "competency": 80, "potential": 70, "qualification": 60, "integrity": 100,
      "day": "2025-12-31",
    ]
    #expect(try judged("talent-score", marks).verdict == .cannotJudge)
  }

  private func member(_ changes: JSONObject) -> JSONObject {
    let input: JSONObject = [
      "box": "8", "predicateLastYear": "BAIK", "predicateYearBefore": "SANGAT_BAIK", "competencyFits": true,
      "dutyDone": true, "day": "2026-11-24",
    ]
    return input.changed(by: changes)
  }

  private static let members: [(JSONObject, Finding.Status)] = [
    ([:], Finding.Status.met), (["box": "7"], .met), (["box": "9"], .met), (["box": "6"], .notMet),
    (["predicateYearBefore": "BUTUH_PERBAIKAN"], .notMet), (["dutyDone": false], .notMet),
    (["competencyFits": false], .notMet), (["predicateYearBefore": .null], .cannotJudge),
    (["lastPunishment": "2025-06-01"], .cannotJudge), (["lastPunishment": "2024-11-23"], .met),
  ]

  @Test(arguments: members)
  func `boxes seven to nine with good ratings form the pool`(
    _ changes: JSONObject, _ verdict: Finding.Status
  ) throws {
    #expect(try judged("succession-pool", member(changes)).verdict == verdict)
  }

  @Test func `box nine is the national pool`() throws {
    #expect(try judged("succession-pool", member(["box": "9"])).text("isNational") == "true")
    #expect(try judged("succession-pool", member([:])).text("isNational") == "false")
  }

  /// Two to five years are published (S56).
  @Test(arguments: [
    ("2024-11-24", Finding.Status.met, "false"), ("2024-11-25", .notMet, "false"), ("2021-11-24", .met, "false"),
    ("2021-11-23", .met, "true"),
  ])
  func `two to five years in a post allow a transfer`(
    _ since: String, _ verdict: Finding.Status, _ isDue: String
  ) throws {
    let answer = try judged("transfer-tenure", ["positionSince": .string(since), "day": "2026-11-24"])
    #expect(answer.verdict == verdict)
    #expect(answer.text("isRotationDue") == isDue)
  }

  @Test func `the promise of new civil servants was hard, is unsure, and does not bind within the agency`() throws {
    let input = { (day: String, kind: String) -> JSONObject in
      ["kind": .string(kind), "positionSince": "2018-01-01", "hireDate": "2018-01-01", "day": .string(day)]
    }
    #expect(try judged("transfer-tenure", input("2025-07-14", "PERMINTAAN_SENDIRI")).verdict == .notMet)
    #expect(try judged("transfer-tenure", input("2025-07-15", "PERMINTAAN_SENDIRI")).verdict == .cannotJudge)
    #expect(try judged("transfer-tenure", input("2025-07-15", "DALAM_INSTANSI")).verdict == .met)
    #expect(try judged("transfer-tenure", input("2028-01-01", "ANTAR_PROVINSI")).verdict == .met)
  }

  @Test func `who held a post long enough is read from the store`() throws {
    let book = Book.empty()
    book.add(
      make(1) { (employee: inout Employee) in
        employee.kind = .permanent
        employee.hireDate = theDay("2010-01-01")
      })
    book.add(
      make(2) { (position: inout PositionHistory) in
        position.employee = identity(1)
        position.title = "Kepala Seksi"
        position.positionKind = .supervisor
        position.effectiveDate = theDay("2020-05-01")
      })
    let person: ID<Employee> = identity(1)
    let state = try #require(book.state(of: person, on: theDay("2026-11-24")))
    let facts = PersonFacts(state, in: book, by: book.law)
    let rule = try #require(RuleBook.rule("transfer-tenure"))
    let answer = rule.answer(try #require(rule.input(for: facts)), by: book.law)
    #expect(answer.text("isRotationDue") == "true")
    let posts = try #require(PostRequirements.input(for: facts))
    #expect(posts.target == .administrator)
    #expect(posts.held == .supervisor)
    #expect(posts.heldMonths == 78)
  }
}
