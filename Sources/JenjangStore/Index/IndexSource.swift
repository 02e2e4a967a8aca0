import JenjangDomain

/// What indexes are made from, as hashes: one that names another hash is stale.
extension IndexBuilder {
  /// For each kind the hash of all that its index depends on: its records as they lie there, those that they refer to,
  /// whose rows it names, and what shapes its columns.
  ///
  /// Nothing else: another kind that changes makes it no staler.
  func sources(_ lines: [String: MappedFile]) -> [String: UInt64] {
    let types = Dictionary(uniqueKeysWithValues: types.map { ($0.kind.name, $0) })
    var files: [String: String] = [:]
    for entry in entries {
      files[entry.kind] = "\(entry.name) \(entry.bytes) \(entry.lines) \(entry.check) \(lines[entry.kind]?.stamp ?? "")"
    }
    var sources: [String: UInt64] = [:]
    for entry in entries {
      guard let type = types[entry.kind] else { continue }
      // Of the kind only what shapes columns; and nothing that another process would write in another order.
      var text = "columns \(IndexFile.version) \(files[entry.kind] ?? "")"
      text += " \(type.kind.name) \(type.kind.owner ?? "") \(type.kind.label) \(type.kind.date ?? "")"
      for field in type.fields {
        text += " " + field.name + " " + Self.shape(field.type)
        if case .reference(let target) = field.type, let file = files[target] { text += " to " + file }
      }
      for field in type.derived where files[field.source] == nil {
        // It lies here: there is no index of what it comes from.
        let origin = types[field.source]?.field(field.field)?.type
        text += " " + Self.shape(field) + " " + (origin.map(Self.shape) ?? "")
      }
      // What its owners derive from it lies here, too.
      if case .reference(let owner)? = type.kind.owner.flatMap({ type.field($0)?.type }) {
        for field in types[owner]?.derived ?? [] where field.source == entry.kind { text += " " + Self.shape(field) }
      }
      sources[entry.kind] = XXH64.hash(Array(text.utf8))
    }
    return sources
  }

  private static func shape(_ field: DerivedField) -> String {
    let exception = field.exception.map { " but " + $0.field + " " + $0.codes.joined(separator: ",") } ?? ""
    return field.name + " " + field.source + " " + field.field + exception
  }

  /// By hand: having each value described took a fifth of the opening of a large store.
  private static func shape(_ type: FieldType) -> String {
    switch type {
    case .text(let maximum): "text(maximum: " + String(maximum) + ")"
    case .note(let maximum): "note(maximum: " + String(maximum) + ")"
    case .employeeNumber: "employeeNumber"
    case .day: "day"
    case .integer(let range): "integer(" + String(range.lowerBound) + "..." + String(range.upperBound) + ")"
    case .decimal(let scale): "decimal(scale: " + String(scale) + ")"
    case .flag: "flag"
    case .code(let list): list.name + list.entries.map(\.code).joined(separator: ",")
    case .reference(let kind): "reference(kind: \"" + kind + "\")"
    case .attachment: "attachment"
    }
  }
}
