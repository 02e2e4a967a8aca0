import JSONText
import JenjangDomain
import Testing

@Suite struct PublicServiceRuleTests {
  private func survey(_ means: [String]) throws -> RuleAnswer {
    let rows: [JSONValue] = zip(ServiceElement.allCases, means).map { element, mean in
      ["element": .string(element.rawValue), "mean": .string(mean)]
    }
    return try judged("satisfaction-index", ["day": "2026-11-24", "elements": .array(rows)])
  }

  @Test func `the worked example comes out`() throws {
    let answer = try survey(["3.4", "3.3", "3.1", "3.9", "3.4", "3.5", "3.6", "3.2", "3.3"])
    #expect(answer.text("mean") == "3.4111")
    #expect(answer.text("index") == "85.28")
    #expect(answer.text("mark") == "B")
  }

  /// The bands are published (S81), and that all fours give 100: with the printed 0.111 it would be 99.90, and 65.00
  /// would be 64.94, a D.
  @Test(arguments: [
    ("4", "100.00", "A"), ("3.5324", "88.31", "A"), ("3.5321", "88.30", "B"), ("3.0644", "76.61", "B"),
    ("3.064", "76.60", "C"), ("2.60", "65.00", "C"), ("2.5996", "64.99", "D"), ("1", "25.00", "D"),
  ])
  func `nine equal means give the index and the mark`(_ mean: String, _ index: String, _ mark: String) throws {
    let answer = try survey(Array(repeating: mean, count: 9))
    #expect(answer.text("index") == index)
    #expect(answer.text("mark") == mark)
  }

  @Test func `an element left out leaves its weight to the others`() throws {
    let answer = try survey(["3", "3", "3", "4", "4", "4", "4", "4"])
    #expect(answer.text("mean") == "3.6250")
    #expect(answer.text("index") == "90.63")
    #expect(answer.finding("skm.elements")?.needed?.english.contains("1/8") == true)
  }

  @Test func `answers are averaged exactly, and an element without any is pointed out`() throws {
    let answer = try judged(
      "satisfaction-index",
      [
        "day": "2026-11-24",
        "elements": [
          ["element": "WAKTU", "sum": 10, "count": 3], ["element": "BIAYA", "sum": 0, "count": 0],
        ],
      ])
    #expect(answer.text("index") == "83.33")
    #expect(answer.status("skm.elements") == .cannotJudge)
  }

  /// From the table of Krejcie and Morgan.
  @Test(arguments: [
    (10, 10), (100, 80), (200, 132), (500, 217), (1_000, 278), (5_000, 357), (10_000, 370), (1_000_000, 384),
  ])
  func `the sample follows the table`(_ population: Int, _ size: Int) throws {
    let answer = try judged("survey-sample", ["population": .integer(Int64(population)), "day": "2026-11-24"])
    #expect(answer.text("size") == String(size))
  }

  private func complaint(_ category: String, _ changes: JSONObject, by law: Law = .national) throws -> RuleAnswer {
    let input: JSONObject = ["category": .string(category), "received": "2026-11-24", "day": "2026-11-24"]
    return try judged("complaint-deadlines", input.changed(by: changes), by: law)
  }

  /// Deadlines published (S82, S83, S85); received on a Tuesday.
  @Test(arguments: [
    ("BIASA", "2026-12-01"), ("TANPA_LAPANGAN", "2026-12-08"), ("DENGAN_LAPANGAN", "2027-01-23"),
  ])
  func `a complaint is settled by its category`(_ category: String, _ settleBy: String) throws {
    let answer = try complaint(category, [:])
    #expect(answer.text("forwardBy") == "2026-11-27")
    #expect(answer.text("followUpBy") == "2026-12-04")
    #expect(answer.text("settleBy") == settleBy)
    #expect(answer.text("closesOn") == nil)
  }

  @Test func `follow-up counts from the forwarding, closing from the answer`() throws {
    let answer = try complaint(
      "BIASA", ["forwarded": "2026-11-26", "followedUp": "2026-12-03", "settled": "2026-12-02", "day": "2026-12-04"])
    #expect(answer.text("followUpBy") == "2026-12-03")
    #expect(answer.text("closesOn") == "2026-12-12")
    #expect(answer.status("complaint.VERIFIKASI") == .met)
    #expect(answer.status("complaint.TINDAK_LANJUT") == .met)
    #expect(answer.status("complaint.SELESAI_BIASA") == .notMet)
  }

  @Test func `a step that is not done is open until its deadline and late after it`() throws {
    #expect(try complaint("BIASA", ["day": "2026-11-27"]).status("complaint.VERIFIKASI") == .cannotJudge)
    #expect(try complaint("BIASA", ["day": "2026-11-28"]).status("complaint.VERIFIKASI") == .notMet)
  }

  @Test func `the agency says which steps count working days`() throws {
    let law = Law.with("complaint.workingDays", "VERIFIKASI; SELESAI_TANPA_LAPANGAN")
    #expect(try complaint("TANPA_LAPANGAN", [:], by: law).text("settleBy") == "2026-12-14")
    #expect(try complaint("BIASA", [:], by: law).text("settleBy") == "2026-11-29")
  }

  @Test func `holidays on record move the deadlines`() throws {
    let law = Law([], daysOff: [DayOff(day: theDay("2026-11-26"), kind: .national)])
    #expect(try complaint("BIASA", [:], by: law).text("forwardBy") == "2026-11-30")
  }
}
