import JSONText
import JenjangDomain
import Testing

/// Judges a case given as JSON by the rule of a name, through the same reading as the command and the calculator.
func judged(_ rule: String, _ input: JSONObject, by law: Law = .national) throws -> RuleAnswer {
  let rule = try #require(RuleBook.rule(rule))
  let read = rule.read(input, today: theDay("2026-11-24"), language: .english)
  #expect(read.problems.isEmpty, "\(read.problems.map { "\($0.field ?? ""): \($0.text.english)" })")
  return rule.answer(read.object, by: law)
}

extension RuleAnswer {
  /// The values of a column of a list in the result; empty where they are absent.
  func column(_ list: String, _ name: String) -> [String] {
    (output[list]?.array ?? []).map { row in
      switch row.object?[name] {
      case .string(let text)?: text
      case .integer(let number)?: String(number)
      case .bool(let flag)?: String(flag)
      default: ""
      }
    }
  }
}

extension JSONObject {
  /// With some members replaced.
  func changed(by changes: JSONObject) -> JSONObject {
    var object = self
    for member in changes.members { object[member.key] = member.value }
    return object
  }
}
