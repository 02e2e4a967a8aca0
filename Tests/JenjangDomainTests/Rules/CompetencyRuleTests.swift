import JSONText
import JenjangDomain
import Testing

@Suite struct CompetencyRuleTests {
  /// The table of a supervisor, standard 18; 138.89 is a published report (S40).
  @Test(arguments: [
    (17, 18, "PEMETAAN", "94.44", "OPTIMAL"), (15, 18, "PEMETAAN", "83.33", "CUKUP_OPTIMAL"),
    (14, 18, "PEMETAAN", "77.78", "KURANG_OPTIMAL"), (12, 18, "PEMETAAN", "66.67", "KURANG_OPTIMAL"),
    (17, 18, "PENGISIAN", "94.44", "MEMENUHI_SYARAT"), (15, 18, "PENGISIAN", "83.33", "MEMENUHI_SYARAT"),
    (14, 18, "PENGISIAN", "77.78", "MASIH_MEMENUHI_SYARAT"), (12, 18, "PENGISIAN", "66.67", "KURANG_MEMENUHI_SYARAT"),
    (21, 27, "PEMETAAN", "77.78", "KURANG_OPTIMAL"), (25, 18, "PEMETAAN", "138.89", "OPTIMAL"),
    (39, 50, "PEMETAAN", "78.00", "CUKUP_OPTIMAL"), (9, 10, "PEMETAAN", "90.00", "OPTIMAL"),
    (4, 5, "PENGISIAN", "80.00", "MEMENUHI_SYARAT"), (7_999, 10_000, "PENGISIAN", "79.99", "MASIH_MEMENUHI_SYARAT"),
    (68, 100, "PENGISIAN", "68.00", "MASIH_MEMENUHI_SYARAT"),
    (6_799, 10_000, "PENGISIAN", "67.99", "KURANG_MEMENUHI_SYARAT"),
  ])
  func `a match is named by its purpose and never rounded up to a whole number`(
    _ achieved: Int, _ required: Int, _ purpose: String, _ percent: String, _ band: String
  ) throws {
    let input: JSONObject = [
      "purpose": .string(purpose), "achieved": .integer(Int64(achieved)),
      "required": .integer(Int64(min(required, 999))), "day": "2026-11-24",
    ]
    guard required <= 999 else {
      var typed = JobPersonMatch.Input()
      typed.purpose = MatchPurpose(rawValue: purpose)
      (typed.achieved, typed.required, typed.day) = (achieved, required, theDay("2026-11-24"))
      let output = try JobPersonMatch.judge(typed, by: .national).output
      #expect(output.percent?.text == percent)
      #expect(output.band?.rawValue == band)
      return
    }
    let answer = try judged("job-person-match", input)
    #expect(answer.text("percent") == percent)
    #expect(answer.text("band") == band)
  }

  /// Permen KKP 39/2023 article 52 (S38).
  @Test(arguments: [
    ("JPT_PRATAMA", 90, "BAIK"), ("JPT_PRATAMA", 91, "SANGAT_BAIK"), ("JF_AHLI_UTAMA", 85, "BAIK"),
    ("JF_AHLI_UTAMA", 84, "KURANG"), ("PENGAWAS", 85, "SANGAT_BAIK"), ("PENGAWAS", 84, "BAIK"),
    ("PENGAWAS", 75, "BAIK"), ("PENGAWAS", 74, "KURANG"),
  ])
  func `a ministry asks more of its senior posts`(_ kind: String, _ achieved: Int, _ band: String) throws {
    let answer = try judged(
      "job-person-match",
      [
        "purpose": "KEMENTERIAN", "positionKind": .string(kind), "achieved": .integer(Int64(achieved)), "required": 100,
        "day": "2026-11-24",
      ])
    #expect(answer.text("band") == band)
  }

  @Test func `an agency may cap a match at 100 per cent`() throws {
    let input: JSONObject = ["purpose": "PEMETAAN", "achieved": 25, "required": 18, "day": "2026-11-24"]
    #expect(try judged("job-person-match", input, by: .with("jpm.capAt100", "ya")).text("percent") == "100.00")
  }

  @Test(arguments: [
    ("PELAKSANA", "1", Certainty.known), ("PENGAWAS", "2", .known), ("ADMINISTRATOR", "3", .known),
    ("JPT_PRATAMA", "4", .known), ("JPT_MADYA", "5", .known), ("JPT_UTAMA", "5", .known), ("JF_PEMULA", "1", .unsure),
    ("JF_TERAMPIL", "1", .unsure), ("JF_MAHIR", "2", .unsure), ("JF_PENYELIA", "2", .unsure),
    ("JF_AHLI_PERTAMA", "2", .unsure), ("JF_AHLI_MUDA", "3", .unsure), ("JF_AHLI_MADYA", "4", .unsure),
    ("JF_AHLI_UTAMA", "5", .unsure),
  ])
  func `each kind of post requires a level`(_ kind: String, _ level: String, _ certainty: Certainty) throws {
    let answer = try judged("required-level", ["positionKind": .string(kind), "day": "2026-11-24"])
    #expect(answer.text("level") == level)
    #expect(answer.findings.first?.certainty == certainty)
  }

  @Test func `a gap is what is achieved less what is required`() throws {
    let marks: [JSONValue] = StandardCompetency.allCases.enumerated().map { place, competency in
      ["competency": .string(competency.rawValue), "achieved": .integer(place == 0 ? 1 : place == 1 ? 3 : 2)]
    }
    let answer = try judged(
      "competency-gap", ["positionKind": "PENGAWAS", "day": "2026-11-24", "competencies": .array(marks)])
    #expect(answer.text("achieved") == "18")
    #expect(answer.text("required") == "18")
    #expect(answer.text("needs") == "1")
    #expect(answer.column("gaps", "gap") == ["-1", "1", "0", "0", "0", "0", "0", "0", "0"])
    #expect(answer.verdict == .notMet)
  }

  @Test func `a level that is unsure leaves a gap in question, the standard of a named post does not`() throws {
    let unsure = try judged(
      "competency-gap",
      [
        "positionKind": "JF_AHLI_MUDA", "day": "2026-11-24",
        "competencies": [["competency": "INTEGRITAS", "achieved": 2]],
      ])
    #expect(unsure.verdict == .cannotJudge)
    #expect(unsure.findings.first?.certainty == .unsure)
    let named = try judged(
      "competency-gap",
      [
        "positionKind": "JF_AHLI_MUDA", "day": "2026-11-24",
        "competencies": [
          ["competency": "INTEGRITAS", "achieved": 2, "required": 3], ["name": "Audit", "achieved": 3, "required": 3],
        ],
      ])
    #expect(named.findings.map(\.status) == [.notMet, .met])
  }

  @Test(arguments: [
    ("2023-11-24", "2026-11-23", "2026-11-23", Finding.Status.met),
    ("2023-11-24", "2026-11-24", "2026-11-23", .notMet), ("2024-02-29", "2026-11-24", "2027-02-27", .met),
  ])
  func `an assessment holds three years`(
    _ assessed: String, _ day: String, _ until: String, _ status: Finding.Status
  ) throws {
    let answer = try judged("assessment-validity", ["assessedOn": .string(assessed), "day": .string(day)])
    #expect(answer.text("validUntil") == until)
    #expect(answer.status("assessment.valid") == status)
  }

  @Test func `an assessment serves another post of the same level only`() throws {
    let input = { (target: String) -> JSONObject in
      [
        "assessedOn": "2026-01-01", "assessedFor": "PENGAWAS", "target": .string(target), "isAccredited": true,
        "day": "2026-11-24",
      ]
    }
    #expect(try judged("assessment-validity", input("PENGAWAS")).verdict == .met)
    #expect(try judged("assessment-validity", input("ADMINISTRATOR")).status("assessment.level") == .notMet)
  }

  @Test(arguments: [
    ("39.99", "39.99", "39.99", "39.99", "1"), ("40", "40", "40", "40.00", "2"), ("59.99", "60", "60", "60.00", "3"),
    ("59.98", "59.99", "60", "59.99", "2"), ("75", "75", "75", "75.00", "4"), ("70", "75", "79", "74.67", "3"),
    ("90", "90", "90", "90.00", "5"), ("100", "100", "69.9", "89.97", "4"),
  ])
  func `knowledge, skill and attitude give a level`(
    _ knowledge: String, _ skill: String, _ attitude: String, _ composite: String, _ level: String
  ) throws {
    let answer = try judged(
      "technical-level",
      [
        "knowledge": .string(knowledge), "skill": .string(skill), "attitude": .string(attitude), "day": "2026-11-24",
      ])
    #expect(answer.text("composite") == composite)
    #expect(answer.text("level") == level)
  }

  @Test func `numbers of a document are read as decimals`() throws {
    let answer = try judged(
      "technical-level", ["knowledge": 80, "skill": .number("70.5"), "attitude": 60, "day": "2026-11-24"],
      by: .with("competency.technical.weights", "PENGETAHUAN = 50\nKETERAMPILAN = 30\nSIKAP = 20"))
    #expect(answer.text("composite") == "73.15")
  }

  @Test func `needs are put in order by gap, duty, rating and succession`() throws {
    let answer = try judged(
      "training-need",
      [
        "predicate": "BUTUH_PERBAIKAN", "isSuccessor": true, "day": "2026-11-24",
        "needs": [
          ["name": "PKP", "isStatutory": true], ["name": "Komunikasi", "gap": 2], ["name": "Audit", "gap": -1],
          ["name": "Arsip", "gap": 1],
        ],
      ])
    #expect(answer.column("priorities", "name") == ["Komunikasi", "Audit", "Arsip", "PKP"])
    #expect(answer.column("priorities", "priority") == ["9", "6", "6", "5"])
  }
}
