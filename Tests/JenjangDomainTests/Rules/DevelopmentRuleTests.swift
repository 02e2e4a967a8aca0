import JSONText
import JenjangDomain
import Testing

@Suite struct DevelopmentRuleTests {
  private static let records: [(JSONObject, String)] = [
    (["form": "PELATIHAN", "certificateHours": 40, "minutes": 90], "40"),
    (["form": "PELATIHAN", "minutes": 900], "20"), (["form": "PELATIHAN", "minutes": 899], "19"),
    (["form": "SEMINAR", "count": 2], "8"), (["form": "SEMINAR", "count": 2, "minutes": 135], "3"),
    (["form": "LOKAKARYA", "count": 3], "24"), (["form": "E_LEARNING", "minutes": 100], "2"),
    (["form": "COACHING", "count": 4, "minutes": 600], "8"), (["form": "KOMUNITAS_BELAJAR", "count": 3], "6"),
    (["form": "PATOK_BANDING", "count": 1], "10"), (["form": "MAGANG", "count": 1], "20"),
    (["form": "ALAM_TERBUKA", "count": 1], ""), (["form": "ALAM_TERBUKA", "certificateHours": 6], "6"),
  ]

  @Test(arguments: records)
  func `hours come from the certificate, the table or the time`(_ input: JSONObject, _ hours: String) throws {
    var input = input
    input["day"] = "2026-11-24"
    let answer = try judged("lesson-hours", input)
    #expect(answer.text("hours") ?? "" == hours)
    #expect(answer.verdict == (hours.isEmpty ? .cannotJudge : .met))
  }

  @Test func `the conversion table is shown as unsure and may be capped by the agency`() throws {
    let input: JSONObject = ["form": "COACHING", "count": 10, "day": "2026-11-24"]
    #expect(try judged("lesson-hours", input).findings.first?.certainty == .unsure)
    #expect(try judged("lesson-hours", input, by: .with("learning.caps", "COACHING = 8")).text("hours") == "8")
  }

  private func record(_ hours: Int64, _ end: String, verified: Bool = true) -> JSONValue {
    ["hours": .integer(hours), "endDate": .string(end), "isVerified": .bool(verified)]
  }

  /// The right to 20 hours a year is published (S41).
  @Test(arguments: [(20, "0", Finding.Status.met), (19, "1", .notMet), (0, "20", .notMet), (64, "0", .met)])
  func `permanent staff need twenty hours`(_ hours: Int, _ shortage: String, _ verdict: Finding.Status) throws {
    let answer = try judged(
      "learning-hours",
      [
        "kind": "PNS", "day": "2026-11-24",
        "records": [
          record(Int64(hours), "2026-12-31"), record(50, "2025-12-31"), record(50, "2027-01-01"),
          record(7, "2026-05-05", verified: false),
        ],
      ])
    #expect(answer.text("hours") == String(hours))
    #expect(answer.text("unverified") == "7")
    #expect(answer.text("shortage") == shortage)
    #expect(answer.verdict == verdict)
  }

  @Test func `contract staff are counted by the year of the contract, and their ceiling is unsure`() throws {
    let input = { (hours: Int64) -> JSONObject in
      [
        "kind": "PPPK", "contractStart": "2024-03-01", "day": "2026-11-24",
        "records": [self.record(hours, "2027-02-28"), self.record(40, "2026-02-28")],
      ]
    }
    let within = try judged("learning-hours", input(24))
    #expect(within.text("from") == "2026-03-01")
    #expect(within.text("until") == "2027-02-28")
    #expect(within.text("hours") == "24")
    #expect(within.verdict == .met)
    #expect(try judged("learning-hours", input(25)).verdict == .cannotJudge)
    #expect(
      try judged("learning-hours", input(25), by: .with("learning.ceiling.contract", "24")).verdict == .notMet)
  }

  private func study(_ changes: JSONObject) -> JSONObject {
    let input: JSONObject = [
      "programme": "S2", "isReleased": true, "permanentDate": "2020-01-01", "retirement": "2045-01-01",
      "predicateLastYear": "BAIK", "predicateYearBefore": "BAIK", "isAccredited": true, "fitsPlan": true,
      "day": "2026-09-01",
    ]
    return input.changed(by: changes)
  }

  private static let studies: [(JSONObject, Finding.Status)] = [
    ([:], Finding.Status.met), (["permanentDate": "2025-09-01"], .met),
    (["permanentDate": "2025-09-02"], .notMet), (["predicateLastYear": "BUTUH_PERBAIKAN"], .notMet),
    (["punishedUntil": "2026-09-01"], .notMet), (["punishedUntil": "2026-08-31"], .met),
    (["isAccredited": false], .notMet), (["retirement": "2032-09-01"], .met),
    (["retirement": "2032-08-31"], .cannotJudge),
    (["retirement": "2030-09-01", "isReleased": false], .met),
    (["retirement": "2030-08-31", "isReleased": false], .cannotJudge), (["fitsPlan": .null], .cannotJudge),
  ]

  @Test(arguments: studies)
  func `study needs service, performance and time left`(_ changes: JSONObject, _ verdict: Finding.Status) throws {
    #expect(try judged("study-assignment", study(changes)).verdict == verdict)
  }

  @Test(arguments: [
    ("D1", "2027-08-31"), ("D2", "2028-08-31"), ("D3", "2029-08-31"), ("S1", "2030-08-31"), ("S2", "2028-08-31"),
    ("S3", "2030-08-31"),
  ])
  func `each programme has a normal length`(_ programme: String, _ end: String) throws {
    #expect(try judged("study-assignment", study(["programme": .string(programme)])).text("end") == end)
  }

  @Test func `the bond is twice the study when released and once when not`() throws {
    let released = try judged("study-assignment", study([:]))
    #expect(released.text("latestEnd") == "2029-08-31")
    #expect(released.text("bondUntil") == "2032-08-31")
    #expect(try judged("study-assignment", study(["isReleased": false])).text("bondUntil") == "2030-08-31")
  }

  private func enrolment(_ changes: JSONObject) -> JSONObject {
    let input: JSONObject = [
      "start": "2026-12-01", "end": "2026-12-05", "quota": 30, "taken": 29, "isApproved": true,
      "meetsPrerequisite": true,
    ]
    return input.changed(by: changes)
  }

  private static let requests: [(JSONObject, String)] = [
    ([:], "DITERIMA"), (["taken": 30], "DAFTAR_TUNGGU"), (["isApproved": false], "DITOLAK"),
    (["isApproved": .null], ""), (["others": [["start": "2026-12-05", "end": "2026-12-09"]]], "DITOLAK"),
    (["others": [["start": "2026-12-06"], ["start": "2026-11-20", "end": "2026-11-30"]]], "DITERIMA"),
    (["others": [["start": "2026-12-03"]], "taken": 30], "DITOLAK"),
  ]

  @Test(arguments: requests)
  func `a seat needs approval and no overlap, and waits when all are taken`(
    _ changes: JSONObject, _ outcome: String
  ) throws {
    #expect(try judged("training-enrolment", enrolment(changes)).text("outcome") ?? "" == outcome)
  }

  @Test(arguments: [
    (8, 10, "80.00", Finding.Status.met), (79, 100, "79.00", .notMet), (7_999, 9_999, "80.00", .notMet),
  ])
  func `a certificate needs four fifths of the sessions`(
    _ attended: Int, _ held: Int, _ share: String, _ verdict: Finding.Status
  ) throws {
    let answer = try judged(
      "training-certificate",
      ["attended": .integer(Int64(attended)), "held": .integer(Int64(held)), "isPassed": true, "day": "2026-11-24"])
    #expect(answer.text("attendance") == share)
    #expect(answer.verdict == verdict)
  }

  private static let mentors: [(JSONObject, Finding.Status)] = [
    ([:], Finding.Status.met), (["mentorPosition": "PELAKSANA"], .met),
    (["mentorPosition": "PELAKSANA", "mentorSince": "2015-01-02"], .notMet), (["activeMentees": 4], .met),
    (["activeMentees": 5], .notMet), (["mentorLevel": "2"], .notMet), (["decidesObjections": true], .notMet),
    (["decidesObjections": .null], .cannotJudge),
  ]

  @Test(arguments: mentors)
  func `a mentor stands higher or longer, is competent and has time`(
    _ changes: JSONObject, _ verdict: Finding.Status
  ) throws {
    let input: JSONObject = [
      "mentorPosition": "PENGAWAS", "menteePosition": "PELAKSANA", "mentorSince": "2010-01-01",
      "menteeSince": "2015-01-01", "mentorLevel": "3", "targetLevel": "3", "activeMentees": 0,
      "decidesObjections": false, "day": "2026-11-24",
    ]
    #expect(try judged("mentor-suitability", input.changed(by: changes)).verdict == verdict)
  }
}
