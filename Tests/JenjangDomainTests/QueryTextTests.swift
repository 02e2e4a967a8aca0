import JSONText
import Testing

@testable import JenjangDomain

struct QueryTextTests {
  private let table: Table
  private let book: Book

  init() throws {
    book = Book(types: Life.types, day: Life.day)
    table = try #require(book.table("people"))
  }

  private func parse(_ text: String) -> QueryText { QueryText(text, fields: QueryFields(table)) }

  @Test func `a filter line names fields by title and synonym in both languages`() {
    let query = parse("unit:dinkes GOL:ii/a -active:ya born>=2010 points<=3 siti").query
    #expect(
      query.conditions == [
        Query.Condition("unit", .contains("dinkes")), Query.Condition("rank", .equals("ii/a")),
        Query.Condition("isActive", .contains("ya"), negated: true), Query.Condition("birth", .atLeast("2010")),
        Query.Condition("points", .atMost("3")),
      ])
    #expect(query.search == "siti")
  }

  @Test func `the number of a group of codes asks for every code under it`() throws {
    let table = try #require(Book(types: Catalog.types, day: Life.day).table("employees"))
    let query = QueryText("gol:iii -gol:II/a gol=III", fields: QueryFields(table)).query
    #expect(
      query.conditions == [
        Query.Condition("grade", .isUnder("III")), Query.Condition("grade", .equals("II/a"), negated: true),
        Query.Condition("grade", .equals("III")),
      ])
  }

  @Test func `quotes keep blanks together and an open quote ends with the line`() {
    #expect(
      parse("unit:\"dinas kesehatan\" \"a b").query.conditions == [
        Query.Condition("unit", .contains("dinas kesehatan"))
      ])
    #expect(parse("unit:\"dinas kesehatan\" \"a b").query.search == "a b")
  }

  @Test func `a field without a value asks for absent ones`() {
    #expect(parse("-unit:").query.conditions == [Query.Condition("unit", .isAbsent, negated: true)])
  }

  @Test func `a word that names no field is searched for and reported`() {
    let parsed = parse("gaji:3 -")
    #expect(parsed.query.search == "gaji 3 -")
    #expect(parsed.unknownFields.map(\.word) == ["gaji"])
    #expect(Query.parse("gaji:3", in: table).problems.count == 1)
  }

  @Test func `a question mark asks for absent values too, as the filter box says`() {
    #expect(parse("unit:?").query.conditions == [Query.Condition("unit", .isAbsent)])
  }

  @Test func `a word that could be several columns names them without blanks`() throws {
    let table = try #require(Book(types: Catalog.types, day: Life.day).table("employees"))
    let problem = try #require(Query.parse("jenis:pppk", in: table).problems.first)
    #expect(problem.indonesian == "“jenis” lebih dari satu kolom: Jeniskelamin: Jenispegawai: Jenisjabatan:")
    #expect(Query.parse("jenispegawai:pppk", in: table).problems.isEmpty)
  }

  @Test func `at least a grade asks within its own scale, and of a group from its first`() throws {
    let book = Book(types: Catalog.types, day: Life.day)
    let table = try #require(book.table("rank-histories"))
    for (number, grade) in ["III/d", "IV/a", "IX", "V", "III/c"].enumerated() {
      book.load(
        "rank-histories", id: RecordID(high: 3, low: UInt64(number)), revision: 1,
        object: ["grade": .string(grade)].asObject)
    }
    func grades(_ text: String) -> [String] {
      let query = QueryText(text, fields: QueryFields(table)).query
      return table.rows(query).map { table.text(at: $0, field: "grade", language: .indonesian) }.sorted()
    }
    #expect(grades("gol>=III/d") == ["III/d", "IV/a"])
    #expect(grades("gol>=IV") == ["IV/a"])
    #expect(grades("gol<=III") == ["III/c", "III/d"])
    #expect(grades("gol>=VI") == ["IX"])
  }

  @Test func `a unit is found by the short form of its name`() throws {
    let names = ["Dinas Kesehatan", "Dinas Kependudukan dan Pencatatan Sipil", "RSUD Contoh"]
    for (number, name) in names.enumerated() {
      let unit = RecordID(high: 1, low: UInt64(number))
      book.load("places", id: unit, revision: 1, object: ["name": .string(name)].asObject)
      book.load(
        "people", id: RecordID(high: 2, low: UInt64(number)), revision: 1, object: ["unit": .string(unit.text)].asObject
      )
    }
    func units(_ text: String) -> [String] {
      table.rows(parse(text).query).map { table.text(at: $0, field: "unit", language: .indonesian) }
    }
    #expect(units("unit:dinkes") == ["Dinas Kesehatan"])
    #expect(units("unit:dkps") == ["Dinas Kependudukan dan Pencatatan Sipil"])
    #expect(units("unit:rsud") == ["RSUD Contoh"])
    #expect(units("unit:dines").isEmpty)
    let long = Array(repeating: "aa", count: 66).joined(separator: " ")
    #expect(!Abbreviation(String(repeating: "a", count: 60) + "b").isShort(for: long))
  }

  @Test func `counts follow codes and units`() throws {
    let unit = RecordID(high: 1, low: 1)
    book.load("places", id: unit, revision: 3, object: JSONObject())
    for (number, level) in ["I/a", "II/b", "II/b"].enumerated() {
      var object = JSONObject()
      object["rank"] = .string(level)
      if number > 0 { object["unit"] = .string(unit.text) }
      book.load("people", id: RecordID(high: 2, low: UInt64(number)), revision: 1, object: object)
    }
    let counts = try #require(table.counts(by: "rank", and: "unit"))
    #expect(counts.of("II/b", in: Level.list) == 2)
    #expect(counts[3, 1] == 2)
    #expect(counts[1, 0] == 1)
    #expect(table.counts(by: "unit")?[row: 0] == 2)
    #expect(table.counts(by: "name") == nil)
  }

  @Test func `cells show days, codes and references as people read them`() throws {
    let unit = RecordID(high: 1, low: 1)
    book.load("places", id: unit, revision: 3, object: ["name": "Dinas"].asObject)
    let object = ["rank": "II/a", "birth": "2001-02-03", "unit": .string(unit.text)].asObject
    book.load("people", id: RecordID(high: 2, low: 2), revision: 1, object: object)
    #expect(table.text(at: 0, field: "rank", language: .english) == "Middle")
    #expect(table.text(at: 0, field: "birth", language: .english) == "03-02-2001")
    #expect(table.text(at: 0, field: "unit", language: .indonesian) == "Dinas")
    #expect(table.text(at: 0, field: "points", language: .indonesian) == "")
    #expect(book.table("places")?.revision(of: 0) == 3)
  }
}

extension [String: JSONValue] {
  fileprivate var asObject: JSONObject {
    var object = JSONObject()
    for (key, value) in self { object[key] = value }
    return object
  }
}
