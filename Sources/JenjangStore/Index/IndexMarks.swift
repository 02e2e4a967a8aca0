import JenjangDomain

extension IndexBuilder {
  private var checkedPath: String { indexFolder + "/checked" }

  /// The indexes that were read through and found sound, each with the moment it was last written.
  ///
  /// So that opening need not read gigabytes; whatever writes into an index afterwards gives it another moment.
  func readChecked() -> Set<String> {
    guard let bytes = try? disk.contents(checkedPath) else { return [] }
    return Set(String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init))
  }

  /// Keeps them; without, the next opening only takes longer.
  ///
  /// A mark that was not `known` is kept when its file is on the disk for sure: after a power cut nobody reads it through.
  func writeChecked(_ marks: Set<String>, known: Set<String> = []) {
    let temporary = temporaryPath("checked")
    let kinds = Set(manifest.files.map(\.kind))
    // One line a kind: what was said of an earlier file is forgotten.
    let present = marks.filter { mark in
      guard let kind = mark.split(separator: " ").first.map(String.init), kinds.contains(kind) else { return false }
      return isPresent(mark, kind, isSafe: known.contains(mark))
    }
    do throws(StoreError) {
      if !present.isSubset(of: known) { try disk.syncFolder(indexFolder) }
      try disk.writeNew(temporary, Array(present.sorted().joined(separator: "\n").utf8))
      try disk.rename(temporary, to: checkedPath)
    } catch {
      try? disk.remove(temporary)
    }
  }

  /// The mark of the index that lies there now; nil when there is none.
  func presentMark(_ kind: String) -> String? { reading(kind) { mark(kind, $0) } }

  private func isPresent(_ mark: String, _ kind: String, isSafe: Bool) -> Bool {
    reading(kind) { mark == self.mark(kind, $0) && (isSafe || (try? disk.sync($0)) != nil) } == true
  }

  /// What `look` finds of the index that lies there now; nil when there is none.
  private func reading<Found>(_ kind: String, _ look: (File) -> Found?) -> Found? {
    guard let file = try? disk.open(path(kind), .read) else { return nil }
    defer { disk.close(file) }
    return look(file)
  }

  func mark(_ kind: String, _ file: File) -> String? {
    MappedFile(file, count: 0, .reading).map { mark(kind, $0) }
  }

  func mark(_ kind: String, _ map: MappedFile) -> String { kind + " " + map.writing }
}
