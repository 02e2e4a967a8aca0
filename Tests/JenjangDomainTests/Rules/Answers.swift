import JSONText
import JenjangDomain
import Testing

/// What a rule of the book answers to a case written as JSON, read the way commands and screens read it.
///
/// The members of `changed` take the place of those of the case.
func answer(_ name: String, _ json: String, changed: String = "{}", by law: Law = .national) throws -> RuleAnswer {
  let rule = try #require(RuleBook.rule(name), "no rule \(name)")
  var object = try #require(try JSONReader.value(json).object)
  for member in try #require(try JSONReader.value(changed).object).members { object[member.key] = member.value }
  let input = rule.read(object, today: theDay("2026-11-24"), language: .english)
  try #require(input.problems.isEmpty, "\(input.problems.map(\.text.english))")
  return rule.answer(input.object, by: law)
}

extension RuleAnswer {
  /// A member of the result as text; nil when it is absent.
  func text(_ name: String) -> String? {
    switch output[name] {
    case .string(let text)?: text
    case .integer(let number)?: String(number)
    case .bool(let value)?: String(value)
    default: nil
    }
  }

  func finding(_ rule: String) -> Finding? { findings.first { $0.rule == rule } }

  func status(_ rule: String) -> Finding.Status? { finding(rule)?.status }

  /// The names of the conditions that are not met.
  var broken: [String] { findings.filter { $0.status == .notMet }.map(\.rule) }
}

extension Law {
  /// The national law with one value of an agency's own.
  static func with(_ key: String, _ text: String, from: String = "2020-01-01") -> Law {
    Law([
      LocalValue(
        key: key, text: text, from: theDay(from), until: nil, basis: "Keputusan instansi",
        record: RecordID(high: 1 << 16, low: 99))
    ])
  }
}
