import JenjangDomain

extension Query.Condition {
  /// Reads `field=value`, `field!=value`, `field~part`, `field>=value`, `field<=value`, and `field=` for absent.
  ///
  /// The field is named as in files or by its title; nil when the text has another form or the field is unknown.
  public init?(reading text: String, of type: RecordType) {
    for (mark, isNegated) in [("!=", true), (">=", false), ("<=", false), ("~", false), ("=", false)] {
      guard let found = text.firstRange(of: mark) else { continue }
      let wanted = String(text[found.upperBound...])
      guard let field = type.fieldName(meant: String(text[..<found.lowerBound])) else { return nil }
      let test: Test =
        switch mark {
        case ">=": .atLeast(wanted)
        case "<=": .atMost(wanted)
        case "~": .contains(wanted)
        default: wanted.isEmpty ? .isAbsent : .equals(wanted)
        }
      self.init(field, test, negated: isNegated)
      return
    }
    return nil
  }
}

extension RecordType {
  /// The field or derived field that a name in files, a title in either language or a header word means.
  public func fieldName(meant typed: String) -> String? {
    let wanted = typed.lowercased()
    if let name = (fields.map(\.name) + derived.map(\.name)).first(where: { $0.lowercased() == wanted }) { return name }
    let isTitle = { (title: Text) in
      title.indonesian.lowercased() == wanted || title.english.lowercased() == wanted
    }
    if let field = fields.first(where: { isTitle($0.title) || $0.synonyms.contains(wanted) }) { return field.name }
    return derived.first { isTitle($0.title) }?.name
  }
}
