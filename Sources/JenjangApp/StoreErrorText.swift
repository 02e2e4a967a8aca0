import JenjangDomain
import JenjangStore

extension StoreError {
  /// The error in words, and what to do about it.
  var text: Text {
    switch self {
    case .notFound(let path):
      Text("Tidak ada data di \(path); buat dengan jenjang init", en: "No store at \(path); make one with jenjang init")
    case .notEmpty(let path): Text("Folder \(path) tidak kosong", en: "The folder \(path) is not empty")
    case .system(let action, let path, let code):
      hindrance.map { Text("\(path): \($0.indonesian)", en: "\(path): \($0.english)") }
        ?? .notSaved(SystemError.failure(action, path, code))
    case .damaged(let file, let line, let sequence):
      missingDescription
        ?? Text(
          "Jurnal rusak di \(file) baris \(line) (no. \(sequence)). Mode baca saja.",
          en: "The journal is damaged at \(file) line \(line) (no. \(sequence)). Read-only.")
    case .conflict(_, _, let fields):
      Text(
        "Orang lain sudah mengubah \(fields.joined(separator: ", ")); muat ulang lalu simpan lagi",
        en: "Somebody else changed \(fields.joined(separator: ", ")); reload and save again")
    case .invalid(let kind, _, let problems):
      .notSaved(problems.sentence(Catalog.types.first { $0.kind.name == kind }))
    case .busy(let holder):
      Text(
        "Sedang dipakai \(LockHolder(holder).text(withProcess: true).indonesian); belum tersimpan. Coba simpan lagi.",
        en: "In use by \(LockHolder(holder).text(withProcess: true).english); not saved yet. Try saving again.")
    case .inUse(let reason), .readOnly(let reason), .refused(let reason), .forbidden(let reason),
      .uncertain(let reason):
      reason
    }
  }
}

extension Text {
  nonisolated fileprivate static func notSaved(_ why: Text) -> Text {
    Text("Tidak tersimpan. \(why.indonesian)", en: "Not saved. \(why.english)")
  }
}

extension StoreError {
  /// The error in words, with the record and the fields of a conflict called as the screen calls them.
  func text(in book: Book) -> Text {
    guard case .conflict(let kind, let id, let fields) = self, let type = book.table(kind)?.type else { return text }
    let titles = fields.map { type.field($0)?.title ?? .verbatim($0) }
    let name = book.label(of: id, kind: kind) ?? ""
    return Text(
      "Orang lain sudah mengubah \(titles.map(\.indonesian).joined(separator: ", ")) \(name); tidak ada yang diganti",
      en: "Somebody else changed \(titles.map(\.english).joined(separator: ", ")) of \(name); nothing was replaced")
  }
}
