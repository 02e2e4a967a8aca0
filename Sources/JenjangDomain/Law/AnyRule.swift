import JSONText

/// A rule without its Swift types, as the rule book lists it.
public struct AnyRule: Sendable {
  public let name: String
  public let title: Text
  public let purpose: Text
  public let basis: Text
  public let subject: RuleSubject
  public let input: Shape
  public let output: Shape
  /// The keys of every parameter that it may ask the law for.
  public let parameters: Set<String>
  private let judgement: @Sendable (JSONObject, Law) -> RuleAnswer
  private let facts: @Sendable (PersonFacts) -> JSONObject?

  public init<R: Rule>(_ rule: R.Type) {
    name = R.name
    title = R.title
    purpose = R.purpose
    basis = R.basis
    subject = R.subject
    input = R.Input.shape
    output = R.Output.shape
    let keys = Set(R.parameters.map(\.key))
    parameters = keys
    judgement = { object, law in
      do throws(NoParameter) {
        let judgement = try R.judge(R.Input(object: object), by: law.held(to: keys))
        return RuleAnswer(output: judgement.output.object, findings: judgement.findings)
      } catch {
        return RuleAnswer(output: JSONObject(), findings: [error.finding])
      }
    }
    facts = { person in R.input(for: person)?.object }
  }

  /// What a store says about a person; nil when the rule does not ask about people.
  public func input(for person: PersonFacts) -> JSONObject? { facts(person) }

  /// Judges input that `read` has accepted.
  public func answer(_ input: JSONObject, by law: Law) -> RuleAnswer { judgement(input, law) }

  /// Reads a case as it was typed or sent; a problem names its field, `candidates[2].score` inside a list.
  public func read(_ object: JSONObject, today: Day, language: Language) -> RuleInput {
    let reader = RuleReader(today: today, language: language)
    return reader.read(object, as: input)
  }
}

/// The result of a rule as data.
public struct RuleAnswer: Sendable, Hashable {
  public let output: JSONObject
  public let findings: [Finding]

  public var verdict: Finding.Status { findings.verdict }
}

/// A case as it was read: its values, and what is wrong with them.
public struct RuleInput: Sendable {
  public var object = JSONObject()
  public var problems: [Problem] = []
}

/// Reads the input of rules by its description.
struct RuleReader {
  let today: Day
  let language: Language
  private let nothing = Book(types: [], day: Day(number: 0))

  init(today: Day, language: Language) {
    self.today = today
    self.language = language
  }

  func read(_ object: JSONObject, as shape: Shape) -> RuleInput {
    var result = values(object, fields: shape.fields, others: Set(shape.tables.map(\.name)), prefix: "")
    for table in shape.tables {
      switch object[table.name] {
      case .array(let rows)?: read(rows, as: table, into: &result)
      case nil, .null?:
        if table.isRequired { result.problems.append(Problem(table.name, .needsRows(table.title))) }
      default: result.problems.append(Problem(table.name, .isList(table.title)))
      }
    }
    return result
  }

  private func read(_ rows: [JSONValue], as table: TableSpec, into result: inout RuleInput) {
    if table.isRequired && rows.isEmpty { result.problems.append(Problem(table.name, .needsRows(table.title))) }
    var read: [JSONValue] = []
    for (place, row) in rows.enumerated() {
      guard let object = row.object else {
        result.problems.append(Problem("\(table.name)[\(place)]", .isObject))
        continue
      }
      let values = values(object, fields: table.fields, others: [], prefix: "\(table.name)[\(place)].")
      result.problems += values.problems
      read.append(.object(values.object))
    }
    result.object[table.name] = .array(read)
  }

  private func values(_ object: JSONObject, fields: [FieldSpec], others: Set<String>, prefix: String) -> RuleInput {
    var result = RuleInput()
    for field in fields {
      var problem: Problem?
      switch field.read(object[field.name] ?? .null, today: today, language: language, book: nothing) {
      case .success(let value):
        result.object[field.name] = value
        if value == nil { problem = field.problem(with: nil, in: nothing) }
      case .failure(let found): problem = found
      }
      if let problem {
        result.problems.append(
          Problem(prefix + field.name, problem.text, severity: problem.severity, rule: problem.rule))
      }
    }
    for key in object.keys where !others.contains(key) && !fields.contains(where: { $0.name == key }) {
      let names = fields.map(\.name) + others.sorted()
      result.problems.append(Problem(prefix + key, .unknown(key, names)))
    }
    return result
  }
}

extension Text {
  fileprivate static func needsRows(_ title: Text) -> Text {
    Text("\(title.indonesian) perlu sedikitnya satu baris", en: "\(title.english) needs at least one row")
  }
  fileprivate static func isList(_ title: Text) -> Text {
    Text("\(title.indonesian) harus berupa daftar", en: "\(title.english) must be a list")
  }
  fileprivate static let isObject = Text("Harus berupa objek", en: "Must be an object")
  fileprivate static func unknown(_ key: String, _ names: [String]) -> Text {
    let names = names.joined(separator: ", ")
    return Text("Tidak ada masukan “\(key)”; yang ada: \(names)", en: "No input “\(key)”; there are: \(names)")
  }
}
