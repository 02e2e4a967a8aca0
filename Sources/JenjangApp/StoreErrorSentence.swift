import JenjangDomain
import JenjangStore

extension StoreError {
  /// The error as a sentence of its own on the screen.
  var sentence: Text {
    let isPathFirst = if case .system = self { hindrance != nil } else { false }
    return isPathFirst ? text : text.asSentence
  }

  /// Why nothing was saved, with the record and the fields of a conflict called as the screen calls them.
  func unsaved(in book: Book) -> Text {
    switch self {
    case .conflict(let kind, let id, let fields): conflict(fields, of: id, book.table(kind), book)
    case .invalid, .system: hindrance == nil ? sentence.notSaved : sentence
    case .notFound, .notEmpty, .damaged, .busy, .inUse, .readOnly, .refused, .forbidden, .uncertain: sentence
    }
  }

  private func conflict(_ fields: [String], of id: RecordID, _ table: Table?, _ book: Book) -> Text {
    guard let type = table?.type else { return sentence }
    let titles = fields.map { type.field($0)?.title ?? .verbatim($0) }
    let name = book.label(of: id, kind: type.kind.name) ?? ""
    return Text(
      "Orang lain sudah mengubah \(titles.map(\.indonesian).joined(separator: ", ")) \(name); tidak ada yang diganti",
      en: "Somebody else changed \(titles.map(\.english).joined(separator: ", ")) of \(name); nothing was replaced")
  }
}

extension Text {
  nonisolated fileprivate var notSaved: Text {
    Text("Tidak tersimpan. \(indonesian)", en: "Not saved. \(english)")
  }

  nonisolated fileprivate var asSentence: Text {
    Text(
      indonesian.prefix(1).uppercased() + indonesian.dropFirst(),
      en: english.prefix(1).uppercased() + english.dropFirst())
  }
}
