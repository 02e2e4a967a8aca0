import JSONText
import Testing

@testable import JenjangDomain

/// Counts by two columns against counting by hand.
struct CrossTableTests {
  private static func book(_ people: [(sex: String?, grade: String?, birth: String?)]) -> Book {
    let book = Book(types: Catalog.types, day: Day(number: 20_000))
    for (number, person) in people.enumerated() {
      var object = JSONObject()
      object["name"] = .string("Orang \(number)")
      object["sex"] = person.sex.map { .string($0) }
      object["maritalStatus"] = person.grade.map { .string($0) }
      object["birthDate"] = person.birth.map { .string($0) }
      book.load("employees", id: RecordID(high: 1, low: UInt64(number)), revision: 1, object: object)
    }
    return book
  }

  @Test func `codes stand in the order of their list, none last, and totals are right`() throws {
    let book = Self.book([
      ("P", nil, "1990-05-01"), ("L", nil, "1990-12-31"), ("P", nil, "1985-01-01"), (nil, nil, nil), ("P", nil, "x"),
    ])
    let table = try #require(book.table("employees"))
    let counted = table.crossTable(table.liveRows(), by: "sex", and: "birthDate", language: .indonesian)
    let codes = try #require(Self.codes(table, "sex"))
    #expect(counted.first.map(\.key) == codes.filter { ["L", "P"].contains($0) } + [nil])
    #expect(counted.second.map(\.key) == ["1985", "1990", nil])
    #expect(counted.second.map(\.count) == [1, 2, 2])
    #expect(counted.total == 5)
    for (index, value) in counted.first.enumerated() {
      #expect(value.count == counted.second.indices.reduce(0) { $0 + counted[index, $1] })
    }
    let women = try #require(counted.first.firstIndex { $0.key == "P" })
    #expect(counted.second.indices.map { counted[women, $0] } == [1, 1, 1])
  }

  @Test func `only the given rows count, and none give an empty table`() throws {
    let book = Self.book([("P", nil, nil), ("L", nil, nil)])
    let table = try #require(book.table("employees"))
    #expect(table.crossTable([0], by: "sex", and: "sex", language: .english).total == 1)
    #expect(table.crossTable([], by: "sex", and: "birthDate", language: .english) == CrossTable.empty)
    #expect(!table.isCountable("employeeNumber"))
    #expect(!table.isCountable("name"))
    #expect(table.isCountable("birthDate"))
  }

  private static func codes(_ table: Table, _ field: String) -> [String]? {
    guard case .code(let list)? = table.fieldType(field) else { return nil }
    return list.entries.map(\.code)
  }
}
