import JSONText
import JenjangDomain
import Testing

/// What holds for every rule of the book.
@Suite struct RuleBookTests {
  @Test func `names are unique and written with small letters and hyphens`() {
    let names = RuleBook.rules.map(\.name)
    #expect(Set(names).count == names.count)
    for name in names {
      let isPlain = name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
      #expect(isPlain && !name.hasPrefix("-") && !name.hasSuffix("-") && !name.isEmpty, "\(name)")
    }
  }

  @Test(arguments: RuleBook.rules.map(\.name))
  func `titles and fields speak both languages and no field is there twice`(_ name: String) throws {
    let rule = try #require(RuleBook.rule(name))
    #expect(!rule.basis.indonesian.isEmpty)
    for text in [rule.title, rule.purpose] {
      #expect(text.indonesian != text.english && !text.english.isEmpty, "\(text)")
    }
    for shape in [rule.input, rule.output] {
      let names = shape.fields.map(\.name) + shape.tables.map(\.name)
      #expect(Set(names).count == names.count, "\(name)")
      for title in shape.fields.map(\.title) + shape.tables.map(\.title) {
        #expect(!title.indonesian.isEmpty && !title.english.isEmpty)
      }
    }
  }

  @Test(arguments: RuleBook.rules.map(\.name))
  func `an empty case is a problem of its required fields alone and harms nothing`(_ name: String) throws {
    let rule = try #require(RuleBook.rule(name))
    let read = rule.read(JSONObject(), today: theDay("2026-11-24"), language: .indonesian)
    let required =
      rule.input.fields.filter(\.isRequired).map(\.name) + rule.input.tables.filter(\.isRequired).map(\.name)
    #expect(read.problems.compactMap(\.field) == required)
    #expect(!required.isEmpty, "\(name) asks for nothing")
    _ = rule.answer(read.object, by: .national)
  }

  @Test(arguments: RuleBook.rules.map(\.name))
  func `a case that is only filled in is answered`(_ name: String) throws {
    let rule = try #require(RuleBook.rule(name))
    let read = rule.read(Sample.object(of: rule.input), today: theDay("2026-11-24"), language: .english)
    #expect(read.problems.isEmpty, "\(read.problems.map { ($0.field ?? "") + ": " + $0.text.english })")
    let answer = rule.answer(read.object, by: .national)
    #expect(!answer.findings.isEmpty || !answer.output.keys.isEmpty, "\(name) says nothing")
    for finding in answer.findings {
      #expect(!finding.rule.isEmpty && !finding.basis.english.isEmpty && !finding.condition.indonesian.isEmpty)
    }
  }

  @Test func `what fails by an unsure number or as guidance is left to a person`() {
    let basis = Text("Dasar", en: "Basis")
    let unsure = Finding("a", basis, .notMet, basis: basis, certainty: .unsure)
    let sure = Finding("b", basis, .notMet, basis: basis, certainty: .verified)
    #expect([unsure].verdict == .cannotJudge)
    #expect([sure].verdict == .notMet)
    #expect([unsure, sure].verdict == .notMet)
    #expect([sure.asAdvice].verdict == .met)
  }
}

/// Something in every field of a description.
private enum Sample {
  static func object(of shape: Shape) -> JSONObject {
    var object = values(of: shape.fields)
    for table in shape.tables { object[table.name] = .array([.object(values(of: table.fields))]) }
    return object
  }

  private static func values(of fields: [FieldSpec]) -> JSONObject {
    var object = JSONObject()
    for field in fields { object[field.name] = value(of: field.type) }
    return object
  }

  private static func value(of type: FieldType) -> JSONValue? {
    switch type {
    case .text, .note: "Contoh"
    case .employeeNumber: "198609262015051001"
    case .day: "2026-06-01"
    case .integer(let range): .integer(Int64(range.lowerBound))
    case .decimal(let scale): .string(Decimal(1, scale: scale).text)
    case .flag: true
    case .code(let list): list.entries.first.map { .string($0.code) }
    case .reference, .attachment: nil
    }
  }
}
