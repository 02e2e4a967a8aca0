import Glibc
import JenjangDomain

extension StoreError {
  /// One sentence for the user: what is wrong and what to do.
  public var text: Text {
    switch self {
    case .notFound(let path):
      Text(
        "tidak ada data Jenjang di \(path); buat dengan `jenjang init`, atau lihat contoh dengan `jenjang demo`",
        en: "there is no Jenjang store in \(path); make one with `jenjang init`, or look at `jenjang demo`")
    case .notEmpty(let path):
      Text("map \(path) tidak kosong; pilih map lain", en: "the folder \(path) is not empty; choose another one")
    case .system(let action, let path, let code):
      isFullDisk ? SystemError.failure(action, path, code).toMakeRoom : SystemError.failure(action, path, code)
    case .damaged(let file, let line, let sequence):
      missingDescription
        ?? Text(
          "\(file) baris \(line) rusak (catatan \(sequence)); jalankan `jenjang verify` dan jangan mengubah apa pun",
          en: "\(file) line \(line) is damaged (commit \(sequence)); run `jenjang verify` and change nothing")
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
      "store.json hilang atau rusak, jurnalnya tidak disentuh; ambil dari cadangan: `jenjang repair --from FOLDER`",
      en: "store.json is missing or damaged, the journal is untouched; take it from a backup:"
        + " `jenjang repair --from FOLDER`")
  }

  /// What kept a file from being written, where the user can do something about it; nil for other errors.
  public var hindrance: Text? {
    guard case .system(_, _, let code) = self else { return nil }
    return switch code {
    case ENOENT, ENOTDIR:
      Text("tidak ditulis; folder itu tidak ada", en: "not written; there is no such folder")
    case EACCES, EPERM:
      Text("tidak ditulis; Anda tidak boleh menulis di sana", en: "not written; you may not write there")
    case EROFS: Text("tidak ditulis; cakram itu hanya dapat dibaca", en: "not written; that disk can only be read")
    case ENOSPC, EDQUOT:
      Text(
        "tidak ditulis; cakram penuh. Kosongkan, lalu ulangi", en: "not written; the disk is full. Make room, repeat")
    case EFBIG:
      Text(
        "tidak ditulis; berkas mencapai batas ukuran (ulimit -f)",
        en: "not written; the file has reached its size limit (ulimit -f)")
    case EISDIR: Text("tidak ditulis; itu sebuah folder", en: "not written; that is a folder")
    default: nil
    }
  }
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

extension Text {
  /// With what to do where a disk is full.
  fileprivate var toMakeRoom: Text {
    Text("\(indonesian). Kosongkan cakram, lalu ulangi.", en: "\(english). Make room on the disk, then repeat.")
  }
}
