import JenjangDomain

extension ImportPlan {
  /// What is filled in without a cell that says it, in sentences for the user.
  public func notes(in book: Book) -> [Text] {
    guard let type = book.table(kind)?.type else { return [] }
    var completed: [String: Int] = [:]
    var begun: [String: Int] = [:]
    for row in rows where row.outcome == .create || !row.begunToday.isEmpty && !row.hasErrors {
      for field in row.completed { completed[field, default: 0] += 1 }
      for kind in row.begunToday { begun[kind, default: 0] += 1 }
    }
    let count = completed.removeValue(forKey: "legalStatus")
    let fromNumber = type.fields.filter { completed[$0.name] != nil }
    return [
      count.map { Text.active($0) },
      fromNumber.isEmpty ? nil : .fromNumber(fromNumber.map(\.title), completed.values.max() ?? 0),
    ].compactMap(\.self)
      + begun.sorted { $0.key < $1.key }.compactMap { kind, count in
        book.table(kind).map { .beginsToday($0.type.kind.plural, count, book.day) }
      }
  }
}

extension Text {
  fileprivate static func active(_ count: Int) -> Text {
    Text(
      "\(count) pegawai baru tanpa kedudukan hukum dicatat AKTIF",
      en: "\(count) new people without a legal status are recorded as active")
  }

  fileprivate static func fromNumber(_ fields: [Text], _ count: Int) -> Text {
    Text(
      "Dibaca dari NIP untuk \(count) pegawai baru: \(fields.map(\.indonesian).joined(separator: ", "))",
      en: "Read from the number of \(count) new people: \(fields.map(\.english).joined(separator: ", "))")
  }

  fileprivate static func beginsToday(_ plural: Text, _ count: Int, _ day: Day) -> Text {
    Text(
      "\(plural.indonesian): \(count) dimulai pada hari impor (\(day.display)), karena TMT tidak ada di berkas",
      en: "\(plural.english): \(count) begin on the day of the import (\(day.display)); the file has no date")
  }
}
