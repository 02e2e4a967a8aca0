import JSONText
import JenjangDomain
import Testing

@Suite struct ProfessionalismIndexTests {
  private static let people: [(JSONObject, [String], String, String)] = [
    (
      [
        "positionKind": "JPT_PRATAMA", "education": "S2", "hasPostTraining": true, "technicalHours": 20,
        "hasSeminar": true, "predicate": "SANGAT_BAIK",
      ], ["20.00", "40.00", "30.00", "5.00"], "95.00", "SANGAT_TINGGI"
    ),
    (
      [
        "positionKind": "JF_AHLI_MUDA", "education": "S1", "hasPostTraining": true, "technicalHours": 12,
        "hasSeminar": true, "predicate": "BAIK",
      ], ["15.00", "25.00", "25.00", "5.00"], "70.00", "RENDAH"
    ),
    (
      [
        "positionKind": "PELAKSANA", "education": "D3", "technicalHours": 20, "hasSeminar": false, "predicate": "BAIK",
      ], ["10.00", "22.50", "25.00", "5.00"], "62.50", "RENDAH"
    ),
    (
      [
        "positionKind": "PENGAWAS", "education": "S1", "hasPostTraining": false, "technicalHours": 20,
        "hasSeminar": true, "predicate": "BUTUH_PERBAIKAN", "punishment": "RINGAN",
      ], ["15.00", "25.00", "15.00", "3.00"], "58.00", "SANGAT_RENDAH"
    ),
    (
      [
        "positionKind": "PELAKSANA", "education": "SMP", "technicalHours": 0, "hasSeminar": false,
        "predicate": "KURANG", "punishment": "BERAT",
      ], ["1.00", "0.00", "5.00", "1.00"], "7.00", "SANGAT_RENDAH"
    ),
  ]

  /// The five worked examples of the domain reference, base version of the tables.
  @Test(arguments: people)
  func `the worked examples come out`(
    _ person: JSONObject, _ parts: [String], _ index: String, _ band: String
  ) throws {
    var input = person
    input["day"] = "2022-12-31"
    let answer = try judged("professionalism-index", input)
    #expect(["qualification", "competence", "performance", "discipline"].map(answer.text) == parts)
    #expect(answer.text("index") == index)
    #expect(answer.text("band") == band)
  }

  /// 80.5 is Sedang and 60.5 Sangat Rendah; the limits themselves are published (S43).
  @Test(arguments: [
    ("S3", 30, "22.50", "17.50", "100.00", "SANGAT_TINGGI"),
    ("S1", 25, "22.50", "13.00", "80.50", "SEDANG"),
    ("S1", 25, "22.50", "13.50", "81.00", "TINGGI"), ("S1", 25, "22.50", "3.49", "70.99", "RENDAH"),
    ("S1", 15, "22.50", "3.00", "60.50", "SANGAT_RENDAH"), ("S1", 15, "22.50", "3.50", "61.00", "RENDAH"),
  ])
  func `categories go by their lower limits without rounding`(
    _ education: String, _ performance: Int, _ technical: String, _ seminar: String, _ index: String,
    _ band: String
  ) throws {
    let law = Law.with("ipasn.competence.operational", "TEKNIS = \(technical)\nSEMINAR = \(seminar)")
    let answer = try judged(
      "professionalism-index",
      [
        "positionKind": "PELAKSANA", "education": .string(education), "technicalHours": 20, "hasSeminar": true,
        "predicate": performance == 30 ? "SANGAT_BAIK" : performance == 25 ? "BAIK" : "BUTUH_PERBAIKAN",
        "day": "2022-12-31",
      ], by: law)
    #expect(answer.text("index") == index)
    #expect(answer.text("band") == band)
  }

  @Test func `since 2023 the tables are shown as unsure`() throws {
    let input = { (day: String) -> JSONObject in
      [
        "positionKind": "PELAKSANA", "education": "S2", "technicalHours": 20, "hasSeminar": true, "predicate": "BAIK",
        "day": .string(day),
      ]
    }
    let before = try judged("professionalism-index", input("2022-12-31"))
    #expect(before.finding("ipasn.qualification")?.certainty == .verified)
    #expect(before.finding("ipasn.performance")?.certainty == .known)
    let after = try judged("professionalism-index", input("2026-12-31"))
    #expect(after.finding("ipasn.qualification")?.certainty == .unsure)
    #expect(after.text("index") == before.text("index"))
  }

  @Test func `an index with a part missing is not told`() throws {
    let answer = try judged(
      "professionalism-index", ["positionKind": "PELAKSANA", "education": "S1", "day": "2026-12-31"])
    #expect(answer.text("index") == nil)
    #expect(answer.verdict == .cannotJudge)
    #expect(answer.text("qualification") == "15.00")
  }

  @Test func `training and punishments are read from the store`() throws {
    let book = Book.empty()
    book.add(make(1) { (employee: inout Employee) in employee.kind = .permanent })
    book.add(
      make(2) { (position: inout PositionHistory) in
        position.employee = identity(1)
        position.title = "Kepala Seksi"
        position.positionKind = .supervisor
        position.effectiveDate = theDay("2020-05-01")
      })
    for (id, kind, end) in [
      (3, TrainingKind.supervisorLeadership, "2020-08-01"), (4, .technical, "2026-03-01"),
      (5, .technical, "2025-03-01"),
    ] {
      book.add(
        make(UInt64(id)) { (training: inout Training) in
          training.employee = identity(1)
          training.kind = kind
          training.startDate = theDay(end)
          training.lessonHours = 24
        })
    }
    book.add(
      make(6) { (discipline: inout Discipline) in
        discipline.employee = identity(1)
        discipline.kind = .writtenReprimand
        discipline.effectiveDate = theDay("2026-02-01")
      })
    let person: ID<Employee> = identity(1)
    let state = try #require(book.state(of: person, on: theDay("2026-11-24")))
    let input = try #require(ProfessionalismIndex.input(for: PersonFacts(state, in: book, by: book.law)))
    #expect(input.hasPostTraining == true)
    #expect(input.technicalHours == 24)
    #expect(input.punishment == .light)
  }
}
