extension JSONWriter {
  /// A value for people and for programs that compare files line by line: a member or an element a line, two blanks for
  /// each depth, keys in their order, and a line feed at the end.
  public static func indented(_ value: JSONValue) -> [UInt8] {
    var output: [UInt8] = []
    appendIndented(value, depth: 0, to: &output)
    output.append(0x0A)
    return output
  }

  private static func appendIndented(_ value: JSONValue, depth: Int, to output: inout [UInt8]) {
    switch value {
    case .array(let values) where !values.isEmpty:
      appendLines("[", "]", values, depth: depth, to: &output) { appendIndented($0, depth: depth + 1, to: &$1) }
    case .object(let object) where !object.isEmpty:
      appendLines("{", "}", object.members, depth: depth, to: &output) { member, output in
        append(member.key, to: &output)
        output.append(contentsOf: ": ".utf8)
        appendIndented(member.value, depth: depth + 1, to: &output)
      }
    default: append(value, to: &output)
    }
  }

  private static func appendLines<Element>(
    _ opening: String, _ closing: String, _ elements: [Element], depth: Int, to output: inout [UInt8],
    _ append: (Element, inout [UInt8]) -> Void
  ) {
    output.append(contentsOf: opening.utf8)
    for (index, element) in elements.enumerated() {
      output.append(contentsOf: index > 0 ? ",\n".utf8 : "\n".utf8)
      output.append(contentsOf: repeatElement(0x20, count: 2 * depth + 2))
      append(element, &output)
    }
    output.append(0x0A)
    output.append(contentsOf: repeatElement(0x20, count: 2 * depth))
    output.append(contentsOf: closing.utf8)
  }
}
