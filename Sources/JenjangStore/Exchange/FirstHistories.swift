import JSONText
import JenjangDomain

extension ImportPlan {
  /// Makes the first row of each history that the columns speak of, where a record has none yet.
  ///
  /// A history that has rows stays as it is, but for one that an earlier list had to leave without its name; what
  /// differs from it is said as a warning.
  mutating func beginHistories(
    _ row: Int, _ record: RecordID, _ table: Table, _ reading: inout RowReading, in book: Book
  ) {
    for (source, values) in reading.histories.sorted(by: { $0.key < $1.key }) {
      guard let history = book.table(source), let owner = history.type.kind.owner else { continue }
      let begun = history.rows(ownedBy: record)
      if let found = table.row(of: record), let first = begun.first {
        if begun.count == 1 { fill(history, first, values, row) }
        compareDerived(found, source, values, table, row, &reading)
        continue
      }
      var object = values
      object[owner] = .string(record.text)
      begin(history.type, owner, object, row, &reading, in: book)
    }
  }

  private mutating func begin(
    _ type: RecordType, _ owner: String, _ object: JSONObject, _ row: Int, _ reading: inout RowReading, in book: Book
  ) {
    let source = type.kind.name
    let dated = datedToday(object, type, in: book)
    var object = dated ?? object
    complete(row, &object, of: rows[row].record ?? environment.newID(), type)
    let missing = type.fields.filter { $0.isRequired && object[$0.name] == nil }
    let id = environment.newID()
    let pending = pendingFields(reading, source: source).union([owner])
    let problems = (missing.isEmpty ? type.problems(of: object, id: id, in: book) : []).filter { problem in
      problem.severity == .warning || !pending.contains(problem.field ?? "")
    }
    // What no column of the file could have said is not wrong in the file.
    let unsaid = problems.filter { $0.severity == .error && column($0.field, source: source) == nil }
    let lacking = missing + unsaid.compactMap { $0.field.flatMap(type.field) }
    if let field = lacking.first {
      if !lacking.contains(where: { reading.hasProblem($0.name, source: source, self) }) {
        reading.problems.append(
          ImportProblem(
            column: targetOfColumn.firstIndex { $0?.source == source }, field: field.name, value: "",
            reason: .incomplete(type.kind.plural, field.title), severity: .warning))
      }
      return
    }
    for problem in problems { add(problem, source: source, row, &reading) }
    rows[row].operations.append(.create(kind: source, id: id, object: object))
    if dated != nil { rows[row].begunToday.append(source) }
    if rows[row].judged == .unchanged { rows[row].judged = .update([:]) }
  }

  /// Adds what the file knows to the only row of a history that has no name yet.
  private mutating func fill(_ history: Table, _ place: Row, _ values: JSONObject, _ row: Int) {
    let type = history.type
    let label = type.kind.label
    guard values[label] != nil, let old = history.object(at: place), old[label] == nil else { return }
    var object = old
    for member in values.members where object[member.key] == nil { object[member.key] = member.value }
    complete(row, &object, of: history.id(of: place), type)
    var changes: [String: Change] = [:]
    for member in object.members where old[member.key] != member.value {
      changes[member.key] = Change(old: old[member.key], new: member.value)
    }
    rows[row].operations.append(
      .update(
        kind: type.kind.name, id: history.id(of: place), base: history.revision(of: place), changes: changes))
    if rows[row].judged == .unchanged { rows[row].judged = .update([:]) }
  }

  /// The object with today as its date; nil unless no column of the file says since when somebody is where they are.
  ///
  /// A list of who sits where tells that it is so now. Ranks are left alone: promotion is computed from their dates.
  private func datedToday(_ object: JSONObject, _ type: RecordType, in book: Book) -> JSONObject? {
    let places = type.fields.contains { field in
      if case .reference = field.type { field.name != type.kind.owner } else { false }
    }
    guard let date = type.kind.date, places, object[date] == nil, column(date, source: type.kind.name) == nil
    else { return nil }
    var dated = object
    dated[date] = book.day.json
    if type.field("note") != nil, dated["note"] == nil { dated["note"] = .string(Text.sinceImport[cells.language]) }
    return dated
  }

  private func compareDerived(
    _ found: Row, _ source: String, _ values: JSONObject, _ table: Table, _ row: Int, _ reading: inout RowReading
  ) {
    for (column, target) in targetOfColumn.enumerated() {
      guard let target, target.source == source, let derived = target.derived, let value = values[target.spec.name],
        let shown = table.value(derived, at: found), shown != value
      else { continue }
      let text = table.text(of: shown, field: derived, language: cells.language)
      reading.problems.append(
        ImportProblem(
          column: column, field: target.name, value: rows[row].cells[column], reason: .historyDiffers(text),
          severity: .warning))
    }
  }
}

extension Text {
  fileprivate static let sinceImport = Text(
    "TMT tidak ada di daftar; dicatat sejak hari impor", en: "The list has no date; recorded from the day of the import"
  )
  fileprivate static func incomplete(_ history: Text, _ field: Text) -> Text {
    Text(
      "\(history.indonesian) tidak dibuat: \(field.indonesian) tidak ada",
      en: "\(history.english) is not begun: \(field.english) is missing")
  }
  fileprivate static func historyDiffers(_ shown: String) -> Text {
    Text("Riwayat mencatat \(shown) dan tidak diubah", en: "The history says \(shown) and is left alone")
  }
}
