import JSONText
import JenjangDomain
import Testing

@Suite struct PostRuleTests {
  private func input(_ target: String, _ changes: JSONObject) -> JSONObject {
    let input: JSONObject = [
      "target": .string(target), "education": "S1", "heldMonths": 60, "experienceMonths": 120,
      "predicateLastYear": "BAIK", "predicateYearBefore": "BAIK", "birthDate": "1980-01-01", "competencyFits": true,
      "hasIntegrity": true, "isHealthy": true, "isSelected": true, "day": "2026-11-24",
    ]
    return input.changed(by: changes)
  }

  private static let posts: [(String, JSONObject, Finding.Status)] = [
    ("PENGAWAS", ["held": "PELAKSANA", "education": "D3", "heldMonths": 48], Finding.Status.met),
    ("PENGAWAS", ["held": "PELAKSANA", "education": "SMA"], .notMet),
    ("PENGAWAS", ["held": "PELAKSANA", "heldMonths": 47], .notMet),
    ("PENGAWAS", ["held": "JF_AHLI_PERTAMA"], .met),
    ("ADMINISTRATOR", ["held": "PENGAWAS", "heldMonths": 36], .met),
    ("ADMINISTRATOR", ["held": "PENGAWAS", "heldMonths": 35], .notMet),
    ("ADMINISTRATOR", ["held": "PENGAWAS", "education": "D3"], .notMet),
    ("ADMINISTRATOR", ["held": "PELAKSANA"], .notMet),
    ("JPT_PRATAMA", ["held": "ADMINISTRATOR", "heldMonths": 24, "experienceMonths": 60], .met),
    ("JPT_PRATAMA", ["held": "JF_AHLI_MADYA", "heldMonths": 24, "experienceMonths": 60], .met),
    ("JPT_PRATAMA", ["held": "ADMINISTRATOR", "heldMonths": 23], .notMet),
    ("JPT_PRATAMA", ["held": "ADMINISTRATOR", "experienceMonths": 59], .notMet),
    ("JPT_PRATAMA", ["held": "ADMINISTRATOR", "isSelected": false], .notMet),
    ("JPT_MADYA", ["held": "JPT_PRATAMA", "experienceMonths": 84], .met),
    ("JPT_MADYA", ["held": "JPT_PRATAMA", "experienceMonths": 83], .notMet),
    ("JPT_UTAMA", ["held": "JPT_MADYA", "experienceMonths": 120], .met),
    ("JPT_UTAMA", ["held": "JPT_MADYA", "experienceMonths": 119], .notMet),
    ("PENGAWAS", ["held": "PELAKSANA", "predicateYearBefore": "KURANG"], .notMet),
    ("PENGAWAS", ["held": "PELAKSANA", "lastPunishment": "2026-12-01"], .notMet),
    ("PENGAWAS", ["held": "PELAKSANA", "lastPunishment": "2025-12-01"], .cannotJudge),
    ("PENGAWAS", ["held": "PELAKSANA", "isHealthy": .null], .cannotJudge),
  ]

  /// PP 11/2017 article 54 and PP 17/2020 (S61, S62); madya and utama are professional knowledge.
  @Test(arguments: posts)
  func `posts ask for education, time, experience and performance`(
    _ target: String, _ changes: JSONObject, _ verdict: Finding.Status
  ) throws {
    #expect(try judged("post-requirements", input(target, changes)).verdict == verdict)
  }

  /// 56 years are published (S61); whether months above them count is read differently.
  @Test(arguments: [
    ("1970-11-24", Finding.Status.met), ("1970-11-25", .met), ("1970-11-23", .cannotJudge),
    ("1970-08-24", .cannotJudge), ("1969-11-25", .cannotJudge), ("1969-11-24", .notMet),
  ])
  func `the age limit is hard after the whole year and unsure within it`(
    _ birth: String, _ status: Finding.Status
  ) throws {
    let changes: JSONObject = ["held": "ADMINISTRATOR", "birthDate": .string(birth)]
    #expect(try judged("post-requirements", input("JPT_PRATAMA", changes)).verdict == status)
  }

  @Test func `an announcement that lets months pass is the agency's parameter`() throws {
    let changes: JSONObject = ["held": "ADMINISTRATOR", "birthDate": "1970-08-24"]
    let law = Law.with("post.age.months", "3")
    #expect(try judged("post-requirements", input("JPT_PRATAMA", changes), by: law).verdict == .met)
    let strict = Law.with("post.age.months", "0")
    #expect(try judged("post-requirements", input("JPT_PRATAMA", changes), by: strict).verdict == .notMet)
  }

  private func candidate(_ name: String, _ track: Int64, _ centre: Int64, _ paper: Int64, _ talk: Int64) -> JSONValue {
    [
      "name": .string(name), "trackRecord": .integer(track), "assessment": .integer(centre), "paper": .integer(paper),
      "interview": .integer(talk),
    ]
  }

  @Test func `an open selection is ordered by weight, then interview, assessment, track record`() throws {
    let answer = try judged(
      "open-selection",
      [
        "day": "2026-11-24",
        "candidates": [
          candidate("A", 80, 80, 80, 80), candidate("B", 90, 80, 70, 80), candidate("C", 80, 87, 80, 75),
          candidate("D", 70, 80, 90, 80),
        ],
      ])
    #expect(answer.column("placed", "name") == ["B", "A", "D", "C"])
    #expect(answer.column("placed", "final") == ["80.000", "80.000", "80.000", "80.000"])
    #expect(answer.column("placed", "outcome") == ["LULUS", "LULUS", "LULUS", "CADANGAN"])
  }

  @Test func `equal on every key is for the committee, and two applicants are too few`() throws {
    let answer = try judged(
      "open-selection",
      [
        "day": "2026-11-24",
        "candidates": [
          candidate("A", 90, 90, 90, 90), candidate("B", 85, 85, 85, 85), candidate("C", 80, 80, 80, 80),
          candidate("D", 80, 80, 80, 80),
        ],
      ])
    #expect(answer.status("selection.tie") == .cannotJudge)
    #expect(answer.finding("selection.tie")?.found?.english == "C, D")
    let few = try judged(
      "open-selection",
      ["day": "2026-11-24", "candidates": [candidate("A", 80, 80, 80, 80), candidate("B", 70, 70, 70, 70)]])
    #expect(few.status("selection.applicants") == .notMet)
  }

  private static let leaders: [(JSONObject, Finding.Status)] = [
    (["positionKind": "JPT_PRATAMA", "retirement": "2028-05-24"], Finding.Status.met),
    (["positionKind": "JPT_PRATAMA", "retirement": "2028-05-23"], .notMet),
    (["positionKind": "JF_AHLI_UTAMA", "birthDate": "1971-11-24"], .met),
    (["positionKind": "JF_AHLI_UTAMA", "birthDate": "1970-11-24"], .notMet),
    (["positionKind": "ADMINISTRATOR", "grade": "IV/a", "gradeSince": "2023-05-24", "isSelected": true], .met),
    (["positionKind": "ADMINISTRATOR", "grade": "IV/a", "gradeSince": "2023-05-25", "isSelected": true], .notMet),
    (["positionKind": "ADMINISTRATOR", "grade": "III/d", "gradeSince": "2020-01-01", "isSelected": true], .notMet),
    (["positionKind": "JF_AHLI_MADYA", "grade": "IV/b", "gradeSince": "2024-05-24", "isSelected": true], .met),
    (["positionKind": "JF_AHLI_MADYA", "grade": "IV/a", "gradeSince": "2024-05-25", "isSelected": true], .notMet),
    (["positionKind": "JF_AHLI_MADYA", "grade": "IV/a", "gradeSince": "2024-05-24"], .cannotJudge),
    (["positionKind": "PENGAWAS"], .notMet),
  ]

  /// Published requirements of PKN II (S79).
  @Test(arguments: leaders)
  func `executives and selected others enter PKN II`(_ changes: JSONObject, _ verdict: Finding.Status) throws {
    let input: JSONObject = ["birthDate": "1975-01-01", "day": "2026-11-24"]
    #expect(try judged("pkn2-entry", input.changed(by: changes)).verdict == verdict)
  }

  @Test(arguments: [
    ("PKP", "PENGAWAS", "III/c", Finding.Status.met), ("PKP", "PELAKSANA", "III/b", .met),
    ("PKP", "PELAKSANA", "III/a", .cannotJudge), ("PKP", "ADMINISTRATOR", "IV/a", .notMet),
    ("PKA", "ADMINISTRATOR", "IV/a", .met), ("PKA", "PENGAWAS", "III/d", .met),
    ("PKA", "PENGAWAS", "III/c", .cannotJudge),
    ("PKA", "PELAKSANA", "III/d", .notMet),
  ])
  func `holders and candidates one level lower enter PKA and PKP`(
    _ training: String, _ kind: String, _ grade: String, _ verdict: Finding.Status
  ) throws {
    let answer = try judged(
      "leadership-entry",
      [
        "training": .string(training), "positionKind": .string(kind), "grade": .string(grade), "isProposed": true,
        "day": "2026-11-24",
      ])
    #expect(answer.verdict == verdict)
  }
}
