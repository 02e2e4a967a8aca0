import JSONText
import JenjangDomain
import Testing

/// The tables of domain reference 1.3 to 1.6, row by row.
@Suite struct RankTableTests {
  // Published: S09.
  @Test(arguments: [
    ("I/a", "Juru Muda", 1), ("I/b", "Juru Muda Tingkat I", 2), ("I/c", "Juru", 3), ("I/d", "Juru Tingkat I", 4),
    ("II/a", "Pengatur Muda", 5), ("II/b", "Pengatur Muda Tingkat I", 6), ("II/c", "Pengatur", 7),
    ("II/d", "Pengatur Tingkat I", 8), ("III/a", "Penata Muda", 9), ("III/b", "Penata Muda Tingkat I", 10),
    ("III/c", "Penata", 11), ("III/d", "Penata Tingkat I", 12), ("IV/a", "Pembina", 13),
    ("IV/b", "Pembina Tingkat I", 14), ("IV/c", "Pembina Utama Muda", 15), ("IV/d", "Pembina Utama Madya", 16),
    ("IV/e", "Pembina Utama", 17),
  ])
  func `ranks have names and an order`(_ grade: String, _ title: String, _ order: Int) throws {
    let answer = try answer("rank-and-grade", #"{"kind": "PNS", "grade": "\#(grade)"}"#)
    #expect(answer.text("rankTitle") == title)
    #expect(answer.text("order") == String(order))
    #expect(answer.text("next") == (order == 17 ? nil : Grade.ranks[order].rawValue))
    #expect(answer.verdict == .met)
  }

  // Published: S08, S10 for ranks; S87 for contract grades but those of SD and S3.
  @Test(arguments: [
    ("SD", "I/a", "II/a", "I"), ("SMP", "I/c", "II/c", "IV"), ("SMPK", "I/c", "II/d", "IV"),
    ("SMA", "II/a", "III/b", "V"), ("D2", "II/b", "III/b", "VI"), ("SGPLB", "II/b", "III/c", "VI"),
    ("D3", "II/c", "III/c", "VII"), ("S1", "III/a", "III/d", "IX"), ("S2", "III/b", "IV/a", "X"),
    ("S3", "III/c", "IV/b", "XI"),
  ])
  func `education sets entry, ceiling and contract grade`(
    _ level: String, _ entry: String, _ ceiling: String, _ contract: String
  ) throws {
    let permanent = try answer("rank-and-grade", #"{"kind": "PNS", "education": "\#(level)"}"#)
    #expect(permanent.text("entry") == entry)
    #expect(permanent.text("ceiling") == ceiling)
    let hired = try answer("rank-and-grade", #"{"kind": "PPPK", "education": "\#(level)"}"#)
    #expect(hired.text("entry") == contract)
    #expect(hired.text("ceiling") == nil)
  }

  // Published: S08 for echelons, S30 and S32 for functional levels.
  @Test(arguments: [
    ("JPT_UTAMA", "I.a", "IV/d", "IV/e"), ("JPT_MADYA", "I.b", "IV/c", "IV/e"), ("JPT_PRATAMA", "II.a", "IV/c", "IV/d"),
    ("JPT_PRATAMA", "II.b", "IV/b", "IV/c"), ("ADMINISTRATOR", "III.a", "IV/a", "IV/b"),
    ("ADMINISTRATOR", "III.b", "III/d", "IV/a"), ("PENGAWAS", "IV.a", "III/c", "III/d"),
    ("PENGAWAS", "IV.b", "III/b", "III/c"), ("PELAKSANA", "V", "III/a", "III/b"), ("JF_PEMULA", nil, "II/a", "II/a"),
    ("JF_TERAMPIL", nil, "II/b", "II/d"), ("JF_MAHIR", nil, "III/a", "III/b"), ("JF_PENYELIA", nil, "III/c", "III/d"),
    ("JF_AHLI_PERTAMA", nil, "III/a", "III/b"), ("JF_AHLI_MUDA", nil, "III/c", "III/d"),
    ("JF_AHLI_MADYA", nil, "IV/a", "IV/c"), ("JF_AHLI_UTAMA", nil, "IV/d", "IV/e"),
  ])
  func `posts have a span of ranks`(_ kind: String, _ echelon: String?, _ lowest: String, _ highest: String) throws {
    let echelon = echelon.map { #", "echelon": "\#($0)""# } ?? ""
    let answer = try answer("rank-and-grade", #"{"kind": "PNS", "positionKind": "\#(kind)"\#(echelon)}"#)
    #expect(answer.text("lowest") == lowest)
    #expect(answer.text("highest") == highest)
  }

  // Published: S86.
  @Test(arguments: [
    ("JF_PEMULA", "V", "V"), ("JF_TERAMPIL", "VI", "VII"), ("JF_MAHIR", "IX", "IX"), ("JF_PENYELIA", "XI", "XI"),
    ("JF_AHLI_PERTAMA", "IX", "X"), ("JF_AHLI_MUDA", "XI", "XI"), ("JF_AHLI_MADYA", "XIII", "XIII"),
    ("JF_AHLI_UTAMA", "XVI", "XVI"),
  ])
  func `contract staff have the grade of their level`(_ kind: String, _ lowest: String, _ highest: String) throws {
    let answer = try answer("rank-and-grade", #"{"kind": "PPPK", "positionKind": "\#(kind)"}"#)
    #expect(answer.text("lowest") == lowest)
    #expect(answer.text("highest") == highest)
  }

  @Test func `a grade outside the span is guidance and one of the other kind is wrong`() throws {
    let high = try answer("rank-and-grade", #"{"kind": "PNS", "positionKind": "PENGAWAS", "grade": "IV/a"}"#)
    #expect(high.broken == ["grade.span"])
    #expect(high.verdict == .met)
    let other = try answer("rank-and-grade", #"{"kind": "PPPK", "grade": "III/a"}"#)
    #expect(other.broken == ["grade.kind"])
    #expect(other.verdict == .notMet)
  }
}

@Suite struct EmployeeNumberRuleTests {
  // Domain reference 1.1, made-up examples; the first and the part-time one are published: S01, S07.
  @Test(arguments: [
    ("198609262015051001", [String]()), ("19860926 201505 1 001", []), ("199009132025242014", []),
    ("197801152003122004", []), ("200002292022031001", []), ("190002291925011001", ["N2"]),
    ("198611312010011002", ["N2"]), ("198200102008011001", ["N2"]), ("198905202014001002", ["N3"]),
    ("199106072015040003", ["N4"]), ("198307142009021000", ["N5"]), ("199212012009031001", ["N6"]),
    ("1994031820220320", ["N1"]), ("199704252024211005", []), ("199704252024301005", ["N3"]),
  ])
  func `the examples of the number are judged as the table says`(_ number: String, _ broken: [String]) throws {
    let answer = try answer("employee-number", #"{"number": "\#(number)", "day": "2026-11-24"}"#)
    #expect(answer.broken == broken)
    #expect(answer.verdict == (broken.isEmpty ? .met : .notMet))
  }

  @Test func `a number says what its digits mean`() throws {
    let permanent = try answer("employee-number", #"{"number": "198609262015051001", "day": "2026-11-24"}"#)
    #expect(permanent.text("appointed") == "2015-05-01")
    #expect(permanent.text("birthDate") == "1986-09-26")
    #expect(permanent.text("display") == "19860926 201505 1 001")
    let partTime = try answer("employee-number", #"{"number": "199009132025242014", "day": "2026-11-24"}"#)
    #expect(partTime.text("contractYear") == "2025")
    #expect(partTime.text("agreement") == "4")
    #expect(partTime.text("serial") == "14")
  }

  @Test(arguments: [
    (#""number": "197501152015051001""#, ["N7"]), (#""number": "199609262027031001""#, ["N8"]),
    (#""number": "198609262015051001", "birthDate": "1986-09-25", "sex": "P""#, ["N9"]),
  ])
  func `warnings are told and stop nothing`(_ members: String, _ broken: [String]) throws {
    let answer = try answer("employee-number", #"{\#(members), "day": "2026-11-24"}"#)
    #expect(answer.broken == broken)
    #expect(answer.verdict == .met)
  }

  @Test func `a number that somebody else bears is wrong`() throws {
    let answer = try answer(
      "employee-number", #"{"number": "198609262015051001", "isTaken": true, "day": "2026-11-24"}"#)
    #expect(answer.broken == ["N10"])
    #expect(answer.verdict == .notMet)
  }
}
