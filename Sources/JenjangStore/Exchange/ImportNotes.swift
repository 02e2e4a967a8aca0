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
      guard let most = fields.map(\.count).max(), let told = Text.list(fields.map(\.title)),
        let sources = Text.list(type.telling.compactMap { type.field($0)?.title }, separator: .or)
      else { return nil }
      return .told(told, by: sources, most, type.kind.title)
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

  fileprivate static let or = Text(" atau ", en: " or ")

  fileprivate static func told(_ fields: Text, by sources: Text, _ count: Int, _ kind: Text) -> Text {
    Text(
      "\(kind.indonesian): \(fields.indonesian) dibaca dari \(sources.indonesian) (\(count))",
      en: "\(kind.english): \(fields.english) read from \(sources.english) (\(count))")
  }

  fileprivate static func beginsToday(_ plural: Text, _ count: Int, _ day: Day) -> Text {
    Text(
      "\(plural.indonesian): \(count) dimulai pada hari impor (\(day.display)), karena TMT tidak ada di berkas",
      en: "\(plural.english): \(count) begin on the day of the import (\(day.display)); the file has no date")
  }
}
