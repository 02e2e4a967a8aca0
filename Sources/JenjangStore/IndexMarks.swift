import JenjangDomain
import Synchronization

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
    return MappedFile(file, count: 0, .reading).map { mark == kind + " " + $0.writing } ?? false
  }
}

/// How far the making of an index is, added up over its files; one thread at a time is told.
final class IndexProgress {
  private let total: Int
  private let done = Mutex(0)
  private let tell: (Double) -> Void

  /// `total` is the bytes that are to be read.
  init(total: Int, tell: @escaping (Double) -> Void) {
    self.total = max(1, total)
    self.tell = tell
  }

  func add(_ bytes: Int) {
    done.withLock { done in
      done += bytes
      tell(min(1, Double(done) / Double(total)))
    }
  }
}
