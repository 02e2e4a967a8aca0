import Glibc
import JenjangDomain

extension Store {
  /// Puts the active segment into a new file after a sync of it has failed.
  ///
  /// The kernel may believe that the lost pages are safe, so a second sync of the same file proves nothing. All bytes
  /// up to `size` are read back, their chain up to `hash` is checked, and they are made durable under another inode that
  /// takes the name. When that fails too, nothing more is saved here, and what was being saved is uncertain.
  func rewriteSegment(size: Int, hash: String, after failure: StoreError) throws(StoreError) {
    do throws(StoreError) {
      if failure.isFullDisk { _ = try releaseReserve() }
      try replaceSegment(size: size, hash: hash)
      notice(.rewritten)
    } catch {
      throw becomeUncertain(after: failure)
    }
  }

  /// Nothing more is saved here: what a failure has left may be there or not.
  func becomeUncertain(after failure: StoreError) -> StoreError {
    let reason = Text.uncertain(after: failure)
    becomeReadOnly(reason)
    return .uncertain(reason)
  }

  private func replaceSegment(size: Int, hash: String) throws(StoreError) {
    guard let segment = files.segment else { throw .readOnly(.forked) }
    let bytes = try disk.read(segment.file, at: 0, count: size)
    guard bytes.count == size, Damage.isChain(bytes, endingWith: hash) else { throw .readOnly(.forked) }
    if try disk.facts(Layout.rewrittenSegment) != nil { try disk.remove(Layout.rewrittenSegment) }
    try disk.writeNew(Layout.rewrittenSegment, bytes)
    let path = Layout.segment(segment.number)
    let kept = "\(Layout.quarantine)/\(environment.newID().text)"
    try disk.link(path, to: kept + ".ndjson")
    try disk.rename(Layout.rewrittenSegment, to: path)
    try disk.syncFolder(Layout.journal)
    // The disk has just failed: what only explains is written without a sync, and its lack refuses no save.
    try? noteRewriting(of: path, at: kept + ".json")
    disk.close(segment.file)
    files.segment = nil
    try openSegment()
  }

  private func noteRewriting(of path: String, at notePath: String) throws(StoreError) {
    let file = try disk.open(notePath, .create)
    defer { disk.close(file) }
    try disk.append(QuarantineNote(file: path, why: "a sync failed").bytes(environment, by: author), to: file)
  }

  /// Takes the second name off the active segment that an interrupted replacement has left in the quarantine.
  func removeTwins(of segment: FileFacts) throws(StoreError) {
    guard segment.links > 1 else { return }
    for name in try disk.list(Layout.quarantine) {
      let path = "\(Layout.quarantine)/\(name)"
      if try disk.facts(path)?.inode == segment.inode { try disk.remove(path) }
    }
  }
}

extension StoreError {
  /// The disk, or the user's share of it, is full.
  var isFullDisk: Bool {
    guard case .system(_, _, let code) = self else { return false }
    return SystemError.full.contains(code)
  }
}

extension Text {
  fileprivate static let rewritten = Text(
    "Cakram gagal saat menyimpan; jurnal ditulis ulang dan utuh. Periksa cakram.",
    en: "The disk failed while saving; the journal was written again and is whole. Check the disk.")

  /// Says which file failed and why, behind what is to be done.
  static func uncertain(after failure: StoreError) -> Text {
    var cause = Text.verbatim("")
    if case .system(_, let path, let code) = failure {
      let reason = SystemError.words(code)
      cause = Text(" (\(path): \(reason.indonesian))", en: " (\(path): \(reason.english))")
    }
    return Text(
      "Cakram gagal: simpanan terakhir belum pasti tersimpan. Simpan isian ke tempat lain, lalu buka kembali."
        + cause.indonesian,
      en: "The disk failed: whether the last save was kept is not certain. Keep the input elsewhere, then open again."
        + cause.english)
  }
}
