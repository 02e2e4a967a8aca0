import JSONText
import JenjangDomain
import Testing

@Suite struct RetirementTableTests {
  // Published: S15b for managerial and operational posts, S15 for functional ones.
  @Test(arguments: [
    ("JPT_UTAMA", 60), ("JPT_MADYA", 60), ("JPT_PRATAMA", 60), ("ADMINISTRATOR", 58), ("PENGAWAS", 58),
    ("PELAKSANA", 58), ("JF_AHLI_UTAMA", 65), ("JF_AHLI_MADYA", 60), ("JF_AHLI_MUDA", 58), ("JF_AHLI_PERTAMA", 58),
    ("JF_PENYELIA", 58), ("JF_MAHIR", 58), ("JF_TERAMPIL", 58), ("JF_PEMULA", 58),
  ])
  func `each kind of post has its retirement age`(_ kind: String, _ age: Int) throws {
    let answer = try answer(
      "retirement", #"{"birthDate": "1970-05-01", "positionKind": "\#(kind)", "day": "2026-11-24"}"#)
    #expect(answer.text("age") == String(age))
    // A birthday on day 1 still moves to the next month; pre-retirement leave begins a year before at the earliest.
    #expect(answer.text("retirement") == "\(1_970 + age)-06-01")
    #expect(answer.text("preRetirement") == "\(1_969 + age)-06-01")
  }

  // Published: S17 for researchers, S18c for teachers, S18 for lecturers.
  @Test(arguments: [
    ("Peneliti", "JF_AHLI_PERTAMA", 58), ("Peneliti", "JF_AHLI_MUDA", 58), ("Perekayasa", "JF_AHLI_MADYA", 65),
    ("Perekayasa", "JF_AHLI_UTAMA", 70), ("Guru", "JF_AHLI_PERTAMA", 60), ("Guru", "JF_AHLI_MUDA", 60),
    ("Dosen", "JF_AHLI_MUDA", 65), ("Profesor", "JF_AHLI_UTAMA", 70),
  ])
  func `families with a law of their own go before the kind of post`(
    _ family: String, _ kind: String, _ age: Int
  ) throws {
    let json =
      #"{"birthDate": "1968-02-29", "positionKind": "\#(kind)", "jobFamily": "\#(family)", "day": "2026-11-24"}"#
    let answer = try answer("retirement", json)
    #expect(answer.text("age") == String(age))
    #expect(answer.text("retirement") == "\(1_968 + age)-03-01")
  }

  @Test(arguments: [("2025-05-01", Finding.Status.met), ("2025-05-02", .notMet)])
  func `a work agreement is applied for at the latest a year before`(_ day: String, _ verdict: Finding.Status) throws {
    let answer = try answer(
      "contract-age", #"{"birthDate": "1968-05-01", "positionKind": "PELAKSANA", "day": "\#(day)"}"#)
    #expect(answer.text("latest") == "2025-05-01")
    #expect(answer.verdict == verdict)
  }
}
