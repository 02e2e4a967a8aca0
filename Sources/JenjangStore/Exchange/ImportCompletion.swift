import JSONText
import JenjangDomain

/// Something that no cell says and that was filled in.
enum ImportCompletion: Hashable {
  /// A new person without a legal status is on duty.
  case active
  /// The titles around a name, for the file has no columns for them.
  case titles
  /// A field of a kind of records, which follows from another one.
  case field(kind: String, name: String)
}

extension ImportPlan {
  /// Takes the titles off a name where the file has no columns for them.
  mutating func separateTitles(_ row: Int, _ type: RecordType, _ reading: inout RowReading, in book: Book) {
    let fields = ["frontTitle", "backTitle"]
    guard type.kind.name == Employee.kind.name, let text = reading.own["name"]?.text,
      fields.allSatisfy({ column($0, source: nil) == nil })
    else { return }
    let printed = PrintedName(text)
    let titles = zip(fields, [printed.front, printed.back]).compactMap { name, title in title.map { (name, $0) } }
    let fits = titles.allSatisfy { name, title in type.field(name)?.problem(with: .string(title), in: book) == nil }
    guard !titles.isEmpty, fits else { return }
    reading.own["name"] = .string(printed.name)
    for (name, title) in titles { reading.own[name] = .string(title) }
    rows[row].completed.append(.titles)
  }

  /// Fills in what the fields of a new record say of others, which no cell fills.
  mutating func complete(_ row: Int, _ object: inout JSONObject, of id: RecordID, _ type: RecordType) {
    for told in type.telling where object[told] != nil {
      for member in type.suggestions(for: object, id: id, enteredLast: told).members {
        object[member.key] = member.value
        rows[row].completed.append(.field(kind: type.kind.name, name: member.key))
      }
    }
    guard type.kind.name == Employee.kind.name, object["legalStatus"] == nil else { return }
    object["legalStatus"] = LegalStatus.active.json
    rows[row].completed.append(.active)
  }
}
