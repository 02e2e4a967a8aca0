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
  func writeChecked(_ marks: Set<String>) {
    let temporary = temporaryPath("checked")
    let known = Set(manifest.files.map(\.kind))
    // One line a kind: what was said of an earlier file is forgotten.
    let present = marks.filter { mark in
      mark.split(separator: " ").first.map { known.contains(String($0)) && isPresent(mark, String($0)) } ?? false
    }
    do throws(StoreError) {
      try disk.writeNew(temporary, Array(present.sorted().joined(separator: "\n").utf8))
      try disk.rename(temporary, to: checkedPath)
    } catch {
      try? disk.remove(temporary)
    }
  }

  private func isPresent(_ mark: String, _ kind: String) -> Bool {
    guard let file = try? disk.open(path(kind), .read) else { return false }
    defer { disk.close(file) }
    return mark == self.mark(kind, file)
  }

  /// The marks of open index files, by kind.
  func marks(_ files: [String: File]) -> Set<String> { Set(files.compactMap { mark($0.key, $0.value) }) }

  private func mark(_ kind: String, _ file: File) -> String? {
    MappedFile(file, count: 0, .reading).map { mark(kind, $0) }
  }

  func mark(_ kind: String, _ map: MappedFile) -> String { kind + " " + map.writing }
}
