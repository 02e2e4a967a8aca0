import Glibc
import JenjangDomain

extension StoreError {
  /// What is wrong and what to do, to stand after the name of the program.
  public var text: Text {
    switch self {
    case .notFound(let path):
      Text(
        "tidak ada data Jenjang di \(path); buat dengan `jenjang init`, atau lihat contoh dengan `jenjang demo`",
        en: "there is no Jenjang store in \(path); make one with `jenjang init`, or look at `jenjang demo`")
    case .notEmpty(let path):
      Text("map \(path) tidak kosong; pilih map lain", en: "the folder \(path) is not empty; choose another one")
    case .system(let action, let path, let code):
      hindrance.map { Text("\(path): \($0.indonesian)", en: "\(path): \($0.english)") }
        ?? SystemError.failure(action, path, code)
    case .damaged(let file, let line, let sequence):
      missingDescription
        ?? Text(
          "baris \(line) dari \(file) rusak (catatan \(sequence)); jalankan `jenjang verify` dan jangan mengubah apa pun",
          en: "line \(line) of \(file) is damaged (commit \(sequence)); run `jenjang verify` and change nothing")
    case .conflict(_, let id, let fields):
      Text(
        "orang lain sudah mengubah \(fields.joined(separator: ", ")) pada \(id.text); baca lagi lalu ulangi",
        en: "somebody else has changed \(fields.joined(separator: ", ")) of \(id.text); read it again and repeat")
    case .invalid(let kind, _, let problems): problems.sentence(Catalog.types.first { $0.kind.name == kind })
    case .busy(let holder):
      Text(
        "sedang dipakai \(LockHolder(holder).text(withProcess: true).indonesian); belum tersimpan. Coba simpan lagi.",
        en: "in use by \(LockHolder(holder).text(withProcess: true).english); not saved yet. Try saving again.")
    case .inUse(let reason), .readOnly(let reason), .refused(let reason), .forbidden(let reason),
      .uncertain(let reason):
      reason
    }
  }

  /// What to do where `store.json` is missing or cannot be read; nil for other errors.
  public var missingDescription: Text? {
    guard case .damaged(Layout.description, _, _) = self else { return nil }
    return Text(
      "berkas store.json hilang atau rusak, jurnalnya tidak disentuh; ambil dari cadangan:"
        + " `jenjang repair --from FOLDER`",
      en: "the file store.json is missing or damaged, the journal is untouched; take it from a backup:"
        + " `jenjang repair --from FOLDER`")
  }

  /// What kept a file from being written, where the user can do something about it; nil for other errors.
  public var hindrance: Text? {
    guard case .system(let action, _, let code) = self, Self.writing.contains(action) else { return nil }
    let advice: Text
    switch code {
    case ENOSPC, EDQUOT: advice = Text(". Kosongkan, lalu ulangi", en: ". Make room, repeat")
    case EFBIG: advice = .verbatim(" (ulimit -f)")
    case ENOENT, ENOTDIR, EACCES, EPERM, EROFS, EISDIR: advice = .verbatim("")
    default: return nil
    }
    let reason = SystemError.words(code)
    return Text(
      "tidak ditulis; \(reason.indonesian)\(advice.indonesian)",
      en: "not written; \(reason.english)\(advice.english)")
  }

  private static let writing: Set<String> = ["create", "write", "mkdir", "rename", "link", "truncate", "sync"]
}

extension [Problem] {
  /// The first problem after the title of its field: `Kode unit: Sudah dipakai Biro SDM`.
  public func sentence(_ type: RecordType?) -> Text {
    guard let first else { return Text("Tidak tersimpan", en: "Not saved") }
    guard let title = first.field.flatMap({ type?.field($0)?.title }) else { return first.text }
    return Text(
      "\(title.indonesian): \(first.text.indonesian)", en: "\(title.english): \(first.text.english)")
  }
}
