import JSONText
import JenjangDomain

/// Records that were ordered to be erased, and what of them still lies in the journal.
struct Erasures {
  /// Each record with the commit that orders its erasure.
  private(set) var targets: [RecordID: Int] = [:]

  /// The numbers of the commits that hold orders.
  var commits: Set<Int> { Set(targets.values) }

  mutating func note(_ commit: Commit) {
    guard commit.isErasure else { return }
    for operation in commit.operations { targets[operation.id] = commit.sequence }
  }

  /// Whether an operation is to be blanked.
  func names(_ operation: JournalLines.Operation) -> Bool { operation.id.map { targets[$0] != nil } ?? false }

  /// The orders that a journal holds.
  static func all(on disk: any Disk) throws(StoreError) -> Erasures {
    var erasures = Erasures()
    let search = ByteSearch(Array("\",\"o\":\"erase\",\"t\":".utf8))
    for number in try disk.segmentNumbers() {
      let bytes = try disk.contents(Layout.segment(number)) ?? []
      bytes.withUnsafeBytes { buffer in
        JournalLines.holding([search], in: buffer) { line in
          if let commit = Framing.parts(line).flatMap({ $0.isHeader ? nil : Commit(line: line, .catalog) }) {
            erasures.note(commit)
          }
        }
      }
    }
    return erasures
  }

  /// Where something is left: operations that are not blanked, a snapshot from before the order.
  func unfinished(on disk: any Disk) throws(StoreError) -> [(file: String, line: Int?)] {
    guard let last = targets.values.max() else { return [] }
    var places: [(file: String, line: Int?)] = []
    let searches = JournalLines.searches(targets.keys)
    for number in try disk.segmentNumbers() {
      let bytes = try disk.contents(Layout.segment(number)) ?? []
      bytes.withUnsafeBytes { buffer in
        JournalLines.holding(searches, in: buffer) { line in
          let isLeft = JournalLines.operations(in: line).contains(where: names)
          guard isLeft, let start = line.baseAddress, let base = buffer.baseAddress else { return }
          let before = UnsafeRawBufferPointer(rebasing: buffer[..<(start - base)])
          places.append((Layout.segment(number), before.reduce(1) { $1 == 10 ? $0 + 1 : $0 }))
        }
      }
    }
    for number in try LoadedState.numbers(disk) {
      let generation = try? LoadedState.generation(Layout.generation(number), number: number, disk: disk)
      if let generation, generation.manifest.position.sequence < last { places.append((generation.folder, nil)) }
    }
    return places
  }
}

/// Looking into the lines of a segment without reading them as values.
enum JournalLines {
  /// One operation of a commit line: where it stands in the line, and which record it touches.
  struct Operation {
    let range: Range<Int>
    /// Nil for what touches no record: blanked operations, orders to erase, gaps.
    let id: RecordID?
    let kind: String
    /// The employee that the record belonged to.
    let owner: String?
  }

  static func searches(_ ids: some Sequence<RecordID>) -> [ByteSearch] {
    ids.map { ByteSearch(Array("\"\($0.text)\"".utf8)) }
  }

  /// Calls `body` once for each line in which one of the needles occurs.
  static func holding(
    _ searches: [ByteSearch], in bytes: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) -> Void
  ) {
    var starts: Set<Int> = []
    for search in searches {
      var from = 0
      while let hit = search.first(in: bytes, from: from) {
        let end = ByteSearch.lineFeed(in: bytes, from: hit) ?? bytes.count
        starts.insert(ByteSearch.lastLineFeed(in: bytes, before: hit).map { $0 + 1 } ?? 0)
        from = end
      }
    }
    for start in starts.sorted() {
      let end = ByteSearch.lineFeed(in: bytes, from: start) ?? bytes.count
      body(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
    }
  }

  /// The operations of a commit line; none for other lines.
  static func operations(in line: UnsafeRawBufferPointer) -> [Operation] {
    guard let parts = Framing.parts(line), !parts.isHeader, let base = line.baseAddress else { return [] }
    var operations: [Operation] = []
    JSONScanner.elements(of: Framing.operations(of: parts, in: line)) { value in
      guard let start = value.baseAddress.map({ $0 - base }) else { return }
      var texts: [String: String] = [:]
      JSONScanner.members(of: value) { key, value in
        let name = String(decoding: key, as: UTF8.self)
        guard ["o", "t", "id", "emp"].contains(name), value.count > 1 else { return }
        texts[name] = String(decoding: value[1..<(value.count - 1)], as: UTF8.self)
      }
      let touches = ["new", "set", "del"].contains(texts["o"])
      operations.append(
        Operation(
          range: start..<(start + value.count), id: touches ? texts["id"].flatMap { RecordID($0) } : nil,
          kind: texts["t"] ?? "", owner: texts["emp"]))
    }
    return operations
  }

  /// Puts the hash of an operation and as many points as fill its place where the operation stood.
  ///
  /// `line` is without its line feed; its length, hashes and digest stay as they were, its checksum follows.
  static func blank(_ ranges: [Range<Int>], in line: inout [UInt8]) {
    for range in ranges {
      let hash = line.withUnsafeBytes { SHA256.hash(UnsafeRawBufferPointer(rebasing: $0[range])) }
      var blank = Array("{\"x\":\"".utf8)
      Digits.appendHex(hash, to: &blank)
      blank.append(contentsOf: "\",\"pad\":\"".utf8)
      blank.append(contentsOf: repeatElement(UInt8(ascii: "."), count: max(0, range.count - blank.count - 2)))
      blank.append(contentsOf: "\"}".utf8)
      guard blank.count == range.count else { continue }
      line.replaceSubrange(range, with: blank)
    }
    Framing.reseal(&line)
  }
}
