import JSONText
import JenjangDomain
import Testing

@Suite struct FieldReadingTests {
  private let today = Day(number: 20_779)
  private let book = Book(types: [RecordType(Unit.self), RecordType(Sample.self)], day: Day(number: 20_779))
  private let first = RecordID(high: 1, low: 1)

  init() {
    for (id, code, name) in [(1, "1.2.1", "Dinas Kesehatan"), (2, "1.2.2", "Seksi Umum"), (3, "1.3", "Seksi Umum")] {
      let object: JSONValue = ["code": .string(code), "name": .string(name)]
      book.apply(
        .create(kind: "units", id: RecordID(high: 1, low: UInt64(id)), object: object.object ?? JSONObject()))
    }
  }

  private func read(_ field: String, _ text: String) -> Result<JSONValue?, Problem> {
    guard let spec = RecordType(Sample.self).field(field) else { return .failure(Problem(field, .verbatim("field"))) }
    return spec.read(text, today: today, language: .indonesian, book: book)
  }

  @Test(arguments: [
    ("name", "  Sri\tWahyuni ", "Sri Wahyuni"), ("number", "19800101 200501 1 001", "198001012005011001"),
    ("born", "1-1-1980", "1980-01-01"), ("score", "91,5", "91.50"), ("score", "91.5", "91.50"),
    ("score", "1.250,25", "1250.25"), ("size", "m", "M"), ("size", "kecil", "S"), ("size", "X-Large", "XL"),
    ("unit", "1.2.1", "0000000000000G000000000001"), ("unit", "dinas kesehatan", "0000000000000G000000000001"),
  ])
  func `typed text becomes the stored form`(_ field: String, _ typed: String, _ stored: String) {
    #expect(read(field, typed) == .success(.string(stored)))
  }

  @Test func `no two codes of a list are called the same`() {
    let lists = Set(
      Catalog.types.flatMap(\.fields).compactMap { field in
        if case .code(let list) = field.type { list } else { nil }
      })
    #expect(lists.contains(EducationLevel.list) && lists.contains(Grade.list) && lists.contains(PositionKind.list))
    for list in lists {
      for entry in list.entries {
        for name in entry.names { #expect(list.meant(by: name)?.code == entry.code, "\(list.name): \(name)") }
      }
    }
  }

  @Test func `a reference is also found by its identity`() {
    #expect(read("unit", first.text.lowercased()) == .success(.string(first.text)))
  }

  @Test func `whole numbers may be grouped by points`() {
    #expect(read("count", "1.250") == .success(1250))
    #expect(read("count", "12") == .success(12))
  }

  @Test func `yes and no are read in both languages`() {
    #expect(read("married", "Ya") == .success(true))
    #expect(read("married", "no") == .success(false))
  }

  @Test func `blank is nothing and no problem`() {
    #expect(read("born", "  ") == .success(nil))
  }

  @Test func `a note keeps its lines`() {
    #expect(read("note", "satu\ndua\n") == .success("satu\ndua"))
  }

  @Test(arguments: [
    ("born", "31-02-2026"), ("count", "1.25"), ("count", "9999999"), ("score", "1,234"), ("score", "abc"),
    ("married", "mungkin"), ("size", "XXL"), ("unit", "Dinas"), ("unit", "Seksi Umum"),
    ("name", "123456789 123456789 1"),
  ])
  func `what cannot be read is a problem of its field`(_ field: String, _ typed: String) {
    guard case .failure(let problem) = read(field, typed) else {
      Issue.record("\(typed) was read")
      return
    }
    #expect(problem.field == field)
    #expect(!problem.text.indonesian.isEmpty)
  }

  @Test func `an unknown choice names near ones`() {
    guard case .failure(let problem) = read("size", "lar") else { return #expect(Bool(false)) }
    #expect(problem.text.english.contains("L (Large)"))
  }

  @Test func `candidates come in the order of likelihood`() {
    #expect(Size.list.candidates("l").map(\.code) == ["L", "S", "XL"])
    #expect(Size.list.candidates("").count == 4)
  }

  @Test func `a JSON value counts by its type or as typed text`() {
    let spec = RecordType(Sample.self).field("count")
    #expect(spec?.read(.integer(7), today: today, language: .indonesian, book: book) == .success(7))
    #expect(spec?.read("7", today: today, language: .indonesian, book: book) == .success(7))
    #expect(spec?.read(.null, today: today, language: .indonesian, book: book) == .success(nil))
    guard case .failure? = spec?.read(.bool(true), today: today, language: .indonesian, book: book) else {
      Issue.record("true was taken for a number")
      return
    }
  }
}

private enum Size: String, Code {
  case small = "S"
  case medium = "M"
  case large = "L"
  case extraLarge = "XL"

  static let listName = "sizes"
  var title: Text {
    switch self {
    case .small: Text("Kecil", en: "Small")
    case .medium: Text("Sedang", en: "Medium")
    case .large: Text("Besar", en: "Large")
    case .extraLarge: Text("Sangat besar", en: "X-large")
    }
  }
}

private struct Sample: Record {
  static let kind = Kind("samples", Text("Contoh", en: "Sample"), plural: Text("Contoh", en: "Samples"))
  let id: ID<Sample>
  var name: String?
  var number: String?
  var note: String?
  var born: Day?
  var count: Int?
  var score: Decimal?
  var married: Bool?
  var size: Size?
  var unit: ID<Unit>?
  init(id: ID<Sample>) { self.id = id }

  static let fields: [Field<Sample>] = [
    Field("name", Text("Nama", en: "Name"), \.name, type: .text(maximum: 20)),
    Field("number", Text("NIP", en: "Number"), \.number, type: .employeeNumber),
    Field("note", Text("Catatan", en: "Note"), \.note, type: .note(maximum: 200)),
    Field("born", Text("Lahir", en: "Born"), \.born),
    Field("count", Text("Jumlah", en: "Count"), \.count, type: .integer(0...9_999)),
    Field("score", Text("Nilai", en: "Score"), \.score),
    Field("married", Text("Kawin", en: "Married"), \.married),
    Field("size", Text("Ukuran", en: "Size"), \.size),
    Field("unit", Text("Unit", en: "Unit"), \.unit),
  ]
}
