import JSONText
import JenjangDomain
import Testing

@Suite struct RecruitmentRuleTests {
  /// Marks of 2024, published (S65, S66, S67); 80/75/201 is the worked example of the domain reference.
  @Test(arguments: [
    ("UMUM", 80, 75, 201, "356", false), ("UMUM", 65, 80, 166, "311", true), ("UMUM", 60, 80, 200, "340", false),
    ("UMUM", 65, 80, 165, "310", false), ("PUTRA_KALIMANTAN", 65, 80, 166, "311", true),
    ("CUMLAUDE", 60, 85, 166, "311", true), ("CUMLAUDE", 100, 80, 200, "380", false),
    ("CUMLAUDE", 60, 85, 165, "310", false), ("DISABILITAS", 60, 60, 166, "286", true),
    ("DISABILITAS", 60, 55, 200, "315", false), ("KHUSUS_LAIN", 40, 60, 186, "286", true),
  ])
  func `an applicant passes by the marks of the group in 2024`(
    _ group: String, _ twk: Int, _ tiu: Int, _ tkp: Int, _ total: String, _ isPassed: Bool
  ) throws {
    let answer = try judged(
      "basic-test",
      [
        "group": .string(group), "twk": .integer(Int64(twk)), "tiu": .integer(Int64(tiu)), "tkp": .integer(Int64(tkp)),
        "day": "2024-10-20",
      ])
    #expect(answer.text("total") == total)
    #expect(answer.text("isPassed") == String(isPassed))
  }

  @Test func `marks of the 2021 form are hard in 2021 and unsure in 2024`() throws {
    let input = { (day: String) -> JSONObject in
      ["group": "AWAK_KAPAL", "twk": 60, "tiu": 65, "tkp": 166, "day": .string(day)]
    }
    #expect(try judged("basic-test", input("2021-10-01")).verdict == .notMet)
    let later = try judged("basic-test", input("2024-10-20"))
    #expect(later.verdict == .cannotJudge)
    #expect(later.findings.allSatisfy { $0.certainty == .unsure })
  }

  @Test func `an intake without a decision has no marks`() throws {
    let answer = try judged("basic-test", ["group": "UMUM", "twk": 80, "tiu": 90, "tkp": 180, "day": "2026-11-24"])
    #expect(answer.verdict == .cannotJudge)
    #expect(answer.findings.first?.rule == "skd.marks")
  }

  private func candidate(_ name: String, _ twk: Int64, _ tiu: Int64, _ tkp: Int64) -> JSONValue {
    ["name": .string(name), "twk": .integer(twk), "tiu": .integer(tiu), "tkp": .integer(tkp)]
  }

  /// The order of the keys is published (S69).
  @Test func `three times the vacancies go on, and all who are equal at the cut`() throws {
    let answer = try judged(
      "field-test-shortlist",
      [
        "vacancies": 1, "day": "2024-11-01",
        "candidates": [
          candidate("A", 100, 120, 200), candidate("B", 90, 110, 190), candidate("C", 80, 100, 190),
          candidate("D", 80, 100, 190), candidate("E", 85, 95, 190), candidate("F", 90, 100, 180),
        ],
      ])
    #expect(answer.column("placed", "name") == ["A", "B", "C", "D", "E", "F"])
    #expect(answer.column("placed", "goesOn") == ["true", "true", "true", "true", "false", "false"])
    #expect(answer.text("goingOn") == "4")
    #expect(answer.finding("skb.shortlist.tie")?.found?.english == "C, D")
  }

  /// Weights published (S68, S69).
  @Test(arguments: [
    (385, 392, "70.000", "78.400", "75.040"), (429, 365, "78.000", "73.000", "75.000"),
    (550, 500, "100.000", "100.000", "100.000"), (311, 250, "56.545", "50.000", "52.618"),
  ])
  func `the final score is forty to sixty`(
    _ basic: Int, _ computer: Int, _ skd: String, _ skb: String, _ final: String
  ) throws {
    let answer = try judged(
      "final-score",
      ["basic": .integer(Int64(basic)), "computer": .integer(Int64(computer)), "day": "2024-12-01"])
    #expect(answer.text("basic") == skd)
    #expect(answer.text("field") == skb)
    #expect(answer.text("final") == final)
  }

  @Test func `an extra field test weighs at most forty per cent in a region`() throws {
    let input = { (weight: Int64, central: Bool) -> JSONObject in
      [
        "basic": 385, "computer": 400, "extra": 90, "extraWeight": .integer(weight), "isCentral": .bool(central),
        "day": "2024-12-01",
      ]
    }
    let fair = try judged("final-score", input(40, false))
    #expect(fair.text("field") == "84.000")
    #expect(fair.verdict == .met)
    #expect(try judged("final-score", input(41, false)).status("skb.extra") == .notMet)
    #expect(try judged("final-score", input(50, true)).verdict == .met)
    #expect(try judged("final-score", input(51, true)).verdict == .notMet)
  }

  @Test func `the worked example is decided by the personal traits`() throws {
    let answer = try judged(
      "recruitment-ranking",
      [
        "vacancies": 1, "day": "2024-12-01",
        "candidates": [
          ["name": "L", "twk": 99, "tiu": 110, "tkp": 176, "field": .number("78.50")],
          ["name": "M", "twk": 114, "tiu": 120, "tkp": 195, "field": 73],
          ["name": "K", "twk": 93, "tiu": 110, "tkp": 182, "field": .number("78.50")],
        ],
      ])
    #expect(answer.column("placed", "name") == ["K", "L", "M"])
    #expect(answer.column("placed", "final") == ["75.100", "75.100", "75.000"])
    #expect(answer.column("placed", "outcome") == ["LULUS", "CADANGAN", "CADANGAN"])
    #expect(answer.verdict == .met)
  }

  private func equal(_ name: String, _ changes: JSONObject) -> JSONValue {
    let row: JSONObject = [
      "name": .string(name), "twk": 100, "tiu": 100, "tkp": 180, "field": 75, "average": .number("3.40"),
      "birthDate": "1998-05-05",
    ]
    return .object(row.changed(by: changes))
  }

  private static let ties: [(JSONObject, String)] = [
    (["twk": 101, "tiu": 100, "tkp": 179], "A"), (["twk": 99, "tkp": 181], "B"),
    (["tiu": 101, "twk": 99], "B"), (["tiu": 99, "twk": 101], "A"), (["average": .number("3.41")], "B"),
    (["average": .number("3.39")], "A"), (["birthDate": "1998-05-04"], "B"), (["birthDate": "1998-05-06"], "A"),
  ]

  /// Keys in the published order (S68): the sum, TKP, TIU, TWK, average, the older.
  @Test(arguments: ties)
  func `ties are settled down to the last key`(_ changes: JSONObject, _ first: String) throws {
    let answer = try judged(
      "recruitment-ranking",
      ["vacancies": 1, "day": "2024-12-01", "candidates": [equal("A", [:]), equal("B", changes)]])
    #expect(answer.column("placed", "name").first == first)
    #expect(answer.verdict == .met)
  }

  @Test func `a last seat that equals share is left to people`() throws {
    let answer = try judged(
      "recruitment-ranking",
      [
        "vacancies": 2, "day": "2024-12-01",
        "candidates": [
          equal("A", ["field": 80]), equal("B", [:]), equal("C", [:]), equal("D", ["field": 70]),
          equal("E", ["isOut": true, "field": 99]),
        ],
      ])
    #expect(answer.column("placed", "name") == ["A", "B", "C", "D"])
    #expect(answer.column("placed", "rank") == ["1", "2", "2", "4"])
    #expect(answer.column("placed", "outcome") == ["LULUS", "PERLU_KEPUTUSAN", "PERLU_KEPUTUSAN", "CADANGAN"])
    #expect(answer.verdict == .cannotJudge)
    #expect(answer.finding("ranking.lastSeat")?.found?.english == "B, C")
  }

  private static let contractTies: [(JSONObject, String)] = [
    (["technical": 301, "managerial": 119], "B"), (["managerial": 121, "interview": 29], "B"),
    (["managerial": 119, "interview": 31], "A"), (["birthDate": "1989-12-31"], "B"), (["priority": 1], "B"),
    (["certificate": 10], "B"),
  ]

  /// Keys in the published order (S71): technical, managerial and socio-cultural, interview, the older.
  @Test(arguments: contractTies)
  func `contract candidates are ranked by their keys`(_ changes: JSONObject, _ first: String) throws {
    let row = { (name: String, changes: JSONObject) -> JSONValue in
      let row: JSONObject = [
        "name": .string(name), "technical": 300, "managerial": 120, "interview": 30, "birthDate": "1990-01-01",
      ]
      return .object(row.changed(by: changes))
    }
    let answer = try judged(
      "contract-ranking",
      ["vacancies": 1, "day": "2024-12-01", "candidates": [row("A", [:]), row("B", changes)]])
    #expect(answer.column("placed", "name").first == first)
  }

  @Test func `certificates add at most a tenth of the highest technical mark`() throws {
    let answer = try judged(
      "contract-ranking",
      [
        "vacancies": 1, "day": "2024-12-01",
        "candidates": [
          ["name": "A", "technical": 450, "managerial": 180, "interview": 40, "certificate": 90],
          ["name": "B", "technical": 450, "managerial": 180, "interview": 40],
        ],
      ])
    #expect(answer.column("placed", "final") == ["715.000", "670.000"])
  }
}
