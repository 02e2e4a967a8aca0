import JSONText

extension AnyRule {
  /// The rule's description as data: name, title, what it asks and gives, basis.
  public func json(_ language: Language) -> JSONValue {
    [
      "name": .string(name), "title": .string(title[language]), "purpose": .string(purpose[language]),
      "subject": .string(subject.rawValue), "basis": .string(basis[language]), "input": input.json(language),
      "output": output.json(language),
    ]
  }
}

extension Shape {
  public func json(_ language: Language) -> JSONValue {
    .array(fields.map { $0.json(language) } + tables.map { $0.json(language) })
  }
}

extension TableSpec {
  fileprivate func json(_ language: Language) -> JSONValue {
    [
      "name": .string(name), "title": .string(title[language]), "type": "list", "required": .bool(isRequired),
      "fields": .array(fields.map { $0.json(language) }),
    ]
  }
}

extension FieldSpec {
  fileprivate func json(_ language: Language) -> JSONValue {
    var object = JSONObject()
    object["name"] = .string(name)
    object["title"] = .string(title[language])
    object["type"] = .string(type.name)
    object["required"] = .bool(isRequired)
    object["help"] = help.map { .string($0[language]) }
    if case .code(let list) = type { object["codes"] = .array(list.entries.map { .string($0.code) }) }
    if case .integer(let range) = type {
      object["minimum"] = .integer(Int64(range.lowerBound))
      object["maximum"] = .integer(Int64(range.upperBound))
    }
    if case .decimal(let scale) = type { object["places"] = .integer(Int64(scale)) }
    return .object(object)
  }
}

extension FieldType {
  /// The word for the type in descriptions for scripts.
  fileprivate var name: String {
    switch self {
    case .text, .note: "text"
    case .employeeNumber: "employeeNumber"
    case .day: "date"
    case .integer: "integer"
    case .decimal: "decimal"
    case .flag: "flag"
    case .code: "code"
    case .reference(let kind): kind
    case .attachment: "attachment"
    }
  }
}

extension RuleAnswer {
  /// The answer as data: verdict, result, each condition.
  public func json(_ language: Language) -> JSONValue {
    [
      "verdict": .string(verdict.code), "result": .object(output),
      "findings": .array(findings.map { $0.json(language) }),
    ]
  }
}

extension Finding {
  public func json(_ language: Language) -> JSONValue {
    var object = JSONObject()
    object["rule"] = .string(rule)
    object["condition"] = .string(condition[language])
    object["status"] = .string(status.code)
    object["found"] = found.map { .string($0[language]) }
    object["needed"] = needed.map { .string($0[language]) }
    object["basis"] = .string(basis[language])
    object["certainty"] = .string(certainty.rawValue)
    object["parameter"] = parameter?.json
    if isAdvice { object["advice"] = true }
    return .object(object)
  }
}

extension ParameterUse {
  public var json: JSONValue {
    var object = JSONObject()
    object["key"] = .string(key)
    object["from"] = from?.json
    switch scope {
    case .national: object["scope"] = "national"
    case .agency(let record): object["scope"] = .string(record.text)
    }
    return .object(object)
  }
}
