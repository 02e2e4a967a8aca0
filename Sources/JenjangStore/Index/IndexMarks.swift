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
    return mark == self.mark(kind, file)
  }

  /// The marks of open index files, by kind.
  func marks(_ files: [String: File]) -> Set<String> { Set(files.compactMap { mark($0.key, $0.value) }) }

  private func mark(_ kind: String, _ file: File) -> String? {
    MappedFile(file, count: 0, .reading).map { mark(kind, $0) }
  }

  func mark(_ kind: String, _ map: MappedFile) -> String { kind + " " + map.writing }
}

/// The hash of bytes that somebody walks over, taken behind them while they are still near the processor.
struct RunningHash {
  private let bytes: UnsafeRawBufferPointer
  private var hash = XXH64()
  private var walked = 0
  private var taken = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// So many bytes more have been walked over; all together they are at most those there are.
  mutating func advance(_ count: Int) {
    walked += count
    // Whole stripes need not be put together from two pieces.
    take(upTo: walked & ~31)
  }

  private mutating func take(upTo end: Int) {
    hash.update(UnsafeRawBufferPointer(rebasing: bytes[taken..<end]))
    taken = end
  }

  /// The hash of all bytes.
  var value: UInt64 {
    var whole = self
    whole.take(upTo: bytes.count)
    return whole.hash.value
  }
}

/// How far the making of an index is, added up over its files; one thread at a time is told, each time it is a
/// thousandth more.
final class IndexProgress {
  private struct Work {
    var done = 0
    var told = 0
  }

  private let total: Int
  private let work = Mutex(Work())
  private let tell: (Double) -> Void

  /// `total` is the bytes that are to be read.
  init(total: Int, tell: @escaping (Double) -> Void) {
    self.total = max(1, total)
    self.tell = tell
  }

  func add(_ bytes: Int) {
    work.withLock { work in
      work.done += bytes
      guard work.done - work.told > total / 1_000 || work.done >= total, work.told < total else { return }
      work.told = work.done
      tell(min(1, Double(work.done) / Double(total)))
    }
  }
}
