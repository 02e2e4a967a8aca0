import JSONText
import JenjangDomain
import Testing

@Suite struct PerformanceRuleTests {
  // Published: S22, three programs and an exercise agree.
  @Test(arguments: [
    ("DI_ATAS", "DI_BAWAH", "KURANG"), ("DI_ATAS", "SESUAI", "BAIK"), ("DI_ATAS", "DI_ATAS", "SANGAT_BAIK"),
    ("SESUAI", "DI_BAWAH", "KURANG"), ("SESUAI", "SESUAI", "BAIK"), ("SESUAI", "DI_ATAS", "BAIK"),
    ("DI_BAWAH", "DI_BAWAH", "SANGAT_KURANG"), ("DI_BAWAH", "SESUAI", "BUTUH_PERBAIKAN"),
    ("DI_BAWAH", "DI_ATAS", "BUTUH_PERBAIKAN"),
  ])
  func `work result and behaviour give the rating of the matrix`(
    _ work: String, _ behaviour: String, _ predicate: String
  ) throws {
    let answer = try answer(
      "performance-predicate", #"{"workResult": "\#(work)", "behaviour": "\#(behaviour)", "day": "2026-11-24"}"#)
    #expect(answer.text("predicate") == predicate)
    #expect(answer.verdict == .met)
  }

  @Test(arguments: [
    ("ISTIMEWA", "DI_ATAS"), ("BAIK", "SESUAI"), ("BUTUH_PERBAIKAN", "DI_BAWAH"), ("KURANG", "DI_BAWAH"),
    ("SANGAT_KURANG", "DI_BAWAH"),
  ])
  func `the head of a unit has the organisation's achievement as work result`(
    _ organisation: String, _ work: String
  ) throws {
    let answer = try answer(
      "performance-predicate",
      #"{"workResult": "DI_ATAS", "behaviour": "SESUAI", "organisation": "\#(organisation)", "day": "2026-11-24"}"#)
    #expect(answer.text("workResult") == work)
    #expect(answer.finding("performance.head")?.certainty == .unsure)
  }

  @Test func `without a work result there is no rating`() throws {
    let answer = try answer("performance-predicate", #"{"behaviour": "SESUAI", "day": "2026-11-24"}"#)
    #expect(answer.text("predicate") == nil)
    #expect(answer.verdict == .cannotJudge)
  }

  @Test func `an agency's matrix counts from its day`() throws {
    let law = Law.with(
      "performance.matrix",
      "DI_ATAS = SANGAT_BAIK; SANGAT_BAIK; KURANG\nSESUAI = BAIK; BAIK; KURANG\nDI_BAWAH = BAIK; BAIK; KURANG",
      from: "2026-01-01")
    let json = { (day: String) in #"{"workResult": "DI_ATAS", "behaviour": "SESUAI", "day": "\#(day)"}"# }
    #expect(try answer("performance-predicate", json("2026-01-01"), by: law).text("predicate") == "SANGAT_BAIK")
    #expect(try answer("performance-predicate", json("2025-12-31"), by: law).text("predicate") == "BAIK")
  }

  // Published: S23. Very good, good, needs improvement, poor, very poor.
  @Test(arguments: [
    ("ISTIMEWA", [7, 3, 0, 0, 0], [String]()), ("ISTIMEWA", [8, 2, 0, 0, 0], ["Very good at most 70%"]),
    ("ISTIMEWA", [5, 5, 0, 0, 0], ["Most are Very good"]), ("BAIK", [2, 7, 1, 0, 0], []),
    ("BAIK", [2, 7, 0, 1, 0], []), ("BAIK", [3, 7, 0, 0, 0], ["Some are Needs improvement + Poor"]),
    ("BAIK", [1, 8, 1, 0, 0], ["Good at most 70%"]), ("BUTUH_PERBAIKAN", [1, 3, 6, 0, 0], []),
    ("BUTUH_PERBAIKAN", [2, 3, 5, 0, 0], ["Needs improvement at least 60%", "Very good at most 10%"]),
    ("KURANG", [1, 2, 1, 6, 0], []), ("KURANG", [1, 3, 0, 6, 0], ["Needs improvement at least 10%"]),
    ("SANGAT_KURANG", [0, 3, 1, 0, 6], []), ("SANGAT_KURANG", [1, 2, 0, 1, 6], ["Very good at most 0%"]),
    ("SANGAT_KURANG", [0, 4, 0, 0, 6], ["Needs improvement + Poor at least 10%"]),
    // Minima up, maxima down: 60 % of 11 are 7 people, 10 % of 11 are 1.
    ("BUTUH_PERBAIKAN", [1, 4, 6, 0, 0], ["Needs improvement at least 60%"]), ("BUTUH_PERBAIKAN", [1, 3, 7, 0, 0], []),
    ("BUTUH_PERBAIKAN", [2, 2, 7, 0, 0], ["Very good at most 10%"]),
  ])
  func `the pattern of a unit is guidance by the organisation's achievement`(
    _ organisation: String, _ counts: [Int], _ broken: [String]
  ) throws {
    let answer = try answer("rating-distribution", json(organisation, counts))
    #expect(answer.findings.filter { $0.status == .notMet }.map(\.condition.english) == broken)
    #expect(answer.text("fits") == String(broken.isEmpty))
    #expect(answer.text("people") == String(counts.reduce(0, +)))
    #expect(answer.verdict == .met)
  }

  @Test func `fewer than five people are information only`() throws {
    let answer = try answer("rating-distribution", json("ISTIMEWA", [4, 0, 0, 0, 0]))
    #expect(answer.text("fits") == nil)
    #expect(answer.broken.isEmpty)
    #expect(
      try JenjangDomainTests.answer("rating-distribution", json("ISTIMEWA", [5, 0, 0, 0, 0])).text("fits") == "false")
  }

  private func json(_ organisation: String, _ counts: [Int]) -> String {
    let names = ["veryGood", "good", "needsImprovement", "poor", "veryPoor"]
    let members = zip(names, counts).map { #""\#($0)": \#($1)"# }.joined(separator: ", ")
    return #"{"organisation": "\#(organisation)", \#(members), "day": "2026-11-24"}"#
  }

  @Test(arguments: [
    ("SANGAT_BAIK <= 70", true), ("KURANG+BUTUH_PERBAIKAN >= 10", true), ("BAIK > 50", true), ("KURANG ada", true),
    ("KURANG", false), ("BAGUS >= 10", false), ("BAIK >= 101", false), ("BAIK >= x", false), ("KURANG ada 3", false),
  ])
  func `a limit of the pattern is typed as it is shown`(_ typed: String, _ isRead: Bool) {
    #expect(RatingLimit(typed: typed)?.typed == (isRead ? typed : nil))
  }

  @Test(arguments: [
    ("2026-11-10", "2026-11-24", nil, Finding.Status.met), ("2026-11-10", "2026-11-24", "2026-11-24", .met),
    ("2026-11-10", "2026-11-24", "2026-11-25", .cannotJudge), ("2026-11-10", "2026-11-24", "2026-11-09", .cannotJudge),
    ("2028-02-15", "2028-02-29", nil, .met), ("2026-12-20", "2027-01-03", nil, .met),
  ])
  func `an objection can be made within fourteen days`(
    _ received: String, _ deadline: String, _ filed: String?, _ verdict: Finding.Status
  ) throws {
    let filed = filed.map { #", "filed": "\#($0)""# } ?? ""
    let answer = try answer("objection-deadline", #"{"received": "\#(received)"\#(filed)}"#)
    #expect(answer.text("deadline") == deadline)
    #expect(answer.verdict == verdict)
  }

  @Test(arguments: [
    ("SANGAT_BAIK", "TIDAK_ADA"), ("BAIK", "TIDAK_ADA"), ("BUTUH_PERBAIKAN", "DIALOG_PEMBINAAN"),
    ("KURANG", "PROGRAM_PERBAIKAN"), ("SANGAT_KURANG", "PROGRAM_PERBAIKAN"),
  ])
  func `a rating leads to its measure`(_ predicate: String, _ measure: String) throws {
    let answer = try answer("improvement-programme", #"{"predicate": "\#(predicate)", "start": "2027-01-01"}"#)
    #expect(answer.text("measure") == measure)
    #expect((answer.text("end") == nil) == (measure != "PROGRAM_PERBAIKAN"))
  }

  @Test(
    arguments: [
      (#"{"innovations": 1}"#, .met, "PEGAWAI_TELADAN"), (#"{"innovations": 0}"#, .met, "PIAGAM"),
      (#"{"predicate": "BAIK"}"#, .notMet, nil), (#"{"lastPunishment": "2024-11-23"}"#, .met, "PIAGAM"),
      (#"{"lastPunishment": "2024-11-24"}"#, .notMet, nil), (#"{"legalStatus": "PENSIUN"}"#, .notMet, nil),
      (#"{"legalStatus": null}"#, .cannotJudge, "PIAGAM"),
    ] as [(String, Finding.Status, String?)])
  func `the best are nominated, for what they brought`(
    _ changed: String, _ verdict: Finding.Status, _ reward: String?
  ) throws {
    let answer = try answer(
      "reward-nomination", #"{"predicate": "SANGAT_BAIK", "legalStatus": "AKTIF", "day": "2026-11-24"}"#,
      changed: changed)
    #expect(answer.verdict == verdict)
    #expect(answer.text("kind") == reward)
    #expect(answer.text("isEligible") == (verdict == .cannotJudge ? nil : String(verdict == .met)))
  }

  @Test func `an agency that rewards a Baik nominates one`() throws {
    let json = #"{"predicate": "BAIK", "legalStatus": "AKTIF", "day": "2026-11-24"}"#
    #expect(try answer("reward-nomination", json).status("reward.rating") == .notMet)
    let own = try answer("reward-nomination", json, by: .with("reward.lowest", "BAIK"))
    #expect(own.verdict == .met)
  }

  @Test func `the dates of a programme follow from its start`() throws {
    let answer = try answer(
      "improvement-programme", #"{"predicate": "KURANG", "start": "2026-08-31", "result": "UJI_KOMPETENSI"}"#)
    #expect(answer.text("end") == "2027-02-27")
    #expect(answer.text("placementUntil") == "2028-02-27")
    let dates = answer.output["dialogues"]?.array?.compactMap { $0.object?["date"]?.text }
    #expect(dates == ["2026-09-29", "2026-10-30", "2026-11-29", "2026-12-30", "2027-01-30", "2027-02-27"])
  }
}
