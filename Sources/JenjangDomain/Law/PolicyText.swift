extension Sequence<Finding> {
  /// The parameter versions that decided, as one text to be kept with the result.
  public var policy: String {
    var uses: [String] = []
    for use in compactMap(\.parameter) where !uses.contains(use.text) { uses.append(use.text) }
    return uses.joined(separator: ", ")
  }
}

extension ParameterUse {
  /// `performance.matrix`, behind it since when it holds and the record of an agency's own value.
  public var text: String {
    var text = key
    if let from { text += " @" + from.iso }
    if case .agency(let record) = scope { text += " #" + record.text }
    return text
  }
}
