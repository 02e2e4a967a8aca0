import JenjangDomain

extension ImportPlan {
  /// What is filled in without a cell that says it, in sentences for the user.
  public func notes(in book: Book) -> [Text] {
    var completed: [ImportCompletion: Int] = [:]
    var begun: [String: Int] = [:]
    for row in rows where row.isSaved {
      for what in row.completed { completed[what, default: 0] += 1 }
      for kind in row.begunToday { begun[kind, default: 0] += 1 }
    }
    return [completed[.active].map { Text.active($0) }, completed[.titles].map { Text.titles($0) }].compactMap(\.self)
      + told(completed, in: book)
      + begun.sorted { $0.key < $1.key }.compactMap { kind, count in
        book.table(kind).map { .beginsToday($0.type.kind.plural, count, book.day) }
      }
  }

  /// What follows from other fields, a sentence for each kind of records.
  private func told(_ completed: [ImportCompletion: Int], in book: Book) -> [Text] {
    book.types.compactMap { type in
      let fields = type.fields.compactMap { field in
        completed[.field(kind: type.kind.name, name: field.name)].map { (title: field.title, count: $0) }
      }
      guard let most = fields.map(\.count).max() else { return nil }
      let sources = type.telling.compactMap { type.field($0)?.title }
      return .told(fields.map(\.title), by: sources, most, type.kind.title)
    }
  }
}

extension ImportRow {
  /// Whether something of it will be saved.
  fileprivate var isSaved: Bool {
    switch outcome {
    case .create, .update: !hasErrors
    case .unread, .unchanged, .refused, .passedOver: false
    }
  }
}

extension Text {
  fileprivate static func active(_ count: Int) -> Text {
    Text(
      "\(count) pegawai baru tanpa kedudukan hukum dicatat AKTIF",
      en: "\(count) new people without a legal status are recorded as active")
  }

  fileprivate static func titles(_ count: Int) -> Text {
    Text(
      "Gelar dipisahkan dari nama (\(count))", en: "Titles are taken off names (\(count))")
  }

  fileprivate static func told(_ fields: [Text], by sources: [Text], _ count: Int, _ kind: Text) -> Text {
    func list(_ texts: [Text], _ language: KeyPath<Text, String>, _ or: String) -> String {
      texts.map { $0[keyPath: language] }.joined(separator: or)
    }
    return Text(
      "\(kind.indonesian): \(list(fields, \.indonesian, ", ")) dibaca dari \(list(sources, \.indonesian, " atau "))"
        + " (\(count))",
      en: "\(kind.english): \(list(fields, \.english, ", ")) read from \(list(sources, \.english, " or "))"
        + " (\(count))")
  }

  fileprivate static func beginsToday(_ plural: Text, _ count: Int, _ day: Day) -> Text {
    Text(
      "\(plural.indonesian): \(count) dimulai pada hari impor (\(day.display)), karena TMT tidak ada di berkas",
      en: "\(plural.english): \(count) begin on the day of the import (\(day.display)); the file has no date")
  }
}
