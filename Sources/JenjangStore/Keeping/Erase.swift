import JSONText
import JenjangDomain

/// Why data is to be erased.
public struct ErasureOrder: Sendable {
  /// The number of the order, never a name.
  public let number: String
  /// The law or the schedule that it rests on.
  public let basis: String

  public init(number: String, basis: String) {
    self.number = number.composed
    self.basis = basis.composed
  }
}

/// What an erasure has done, for the person who asked for it and for the auditor.
public struct ErasureReceipt: Sendable {
  public let head: StoreHead
  /// Milliseconds since 1970, UTC.
  public let time: Int64
  public let records: Int
  /// Operations that were blanked, and the files they stood in.
  public internal(set) var operations = 0
  public internal(set) var segments = 0
  /// Snapshots, caches, attachments and what was in quarantine.
  public internal(set) var removedFiles = 0
  /// Backups that were made before still hold the data: of each place the newest.
  public let backups: [PublishedAnchor]
  /// Commits in which others still call the person by number or name: in their reason, or in another's record.
  public internal(set) var mentions: [Int] = []
}

extension [PublishedAnchor] {
  /// The newest backup of each place, the oldest of them first.
  fileprivate var lastBackups: [PublishedAnchor] {
    var places: Set<String> = []
    return reversed().filter { $0.kind == .backup && places.insert($0.place).inserted }.reversed()
  }
}

extension Store {
  /// Erases a record, what belongs to it, and its whole history, so that no file of the store holds a value of it.
  ///
  /// The chain stays as it was: what stood in a line is replaced by its hash and padding of the same length. The order
  /// is a commit of its own. Nobody else may have the store open. When this is interrupted, `finishErasures` goes on.
  public func erase(
    _ kind: String, _ id: RecordID, order: ErasureOrder, progress: (Double) -> Bool = { _ in true }
  ) throws(StoreError) -> ErasureReceipt {
    if let readOnlyReason { throw .readOnly(readOnlyReason) }
    try require(.keepStore)
    let end = Operation.delete(kind: kind, id: id, base: 0, object: JSONObject())
    if let refusal = book.access?.refusal(of: [end], in: book) { throw .forbidden(refusal) }
    return try alone { () throws(StoreError) in
      let changes = try history(of: id, limit: .max).flatMap(\.operations).filter { $0.id == id }
      let words = Mentions(stored(kind, id)?.object, changes, of: id, in: book.table(kind))
      try asWriter { () throws(StoreError) in
        try settle()
        let found = try belongings(of: id, kind: kind)
        guard !found.isEmpty else { throw .refused(.nothingToErase) }
        try append(order, found)
      }
      var receipt = try finish(progress)
      receipt.mentions = try words.commits(on: disk)
      return receipt
    }
  }

  /// Goes on with erasures that were interrupted; nil when none was.
  public func finishErasures(progress: (Double) -> Bool = { _ in true }) throws(StoreError) -> ErasureReceipt? {
    if let readOnlyReason { throw .readOnly(readOnlyReason) }
    try require(.keepStore)
    guard try !Erasures.all(on: disk).unfinished(on: disk).isEmpty else { return nil }
    return try alone { () throws(StoreError) in try finish(progress) }
  }

  /// A record that is or was, with the kind it is of.
  private struct Target: Hashable {
    let kind: String
    let id: RecordID
  }

  /// The record, those that belong or belonged to it, and the commits that touched them.
  private struct Found {
    var targets: Set<Target> = []
    var sequences: [Int] = []
    var isEmpty: Bool { targets.isEmpty }
  }

  private func belongings(of id: RecordID, kind: String) throws(StoreError) -> Found {
    var found = Found()
    if stored(kind, id) != nil { found.targets.insert(Target(kind: kind, id: id)) }
    let searches = JournalLines.searches([id])
    for number in try disk.segmentNumbers() {
      let bytes = try disk.contents(Layout.segment(number)) ?? []
      bytes.withUnsafeBytes { buffer in
        JournalLines.holding(searches, in: buffer) { line in
          var isTouched = false
          for operation in JournalLines.operations(in: line) {
            guard let touched = operation.id, touched == id || operation.owner == id.text else { continue }
            // What meanwhile belongs to somebody else is not hers any more.
            guard touched == id || belongs(operation.kind, touched, to: id) else { continue }
            found.targets.insert(Target(kind: operation.kind, id: touched))
            isTouched = true
          }
          if isTouched, let sequence = Framing.parts(line)?.sequence { found.sequences.append(sequence) }
        }
      }
    }
    return found
  }

  private func belongs(_ kind: String, _ id: RecordID, to owner: RecordID) -> Bool {
    guard let object = stored(kind, id)?.object, let field = ownerFields[kind] else { return true }
    return object[field]?.text == owner.text
  }

  /// Writes the order, and seals every line before it.
  private func append(_ order: ErasureOrder, _ found: Found) throws(StoreError) {
    if position.offset > segmentSize || files.segment == nil { try roll() }
    let targets = found.targets.sorted { ($0.kind, $0.id) < ($1.kind, $1.id) }
    var body: [UInt8] = [UInt8(ascii: "[")]
    var hashes: [UInt8] = []
    for (index, target) in targets.enumerated() {
      if index > 0 { body.append(UInt8(ascii: ",")) }
      let operation = operation(target, order: index == 0 ? order : nil, sequences: found.sequences)
      hashes.append(contentsOf: SHA256.hash(operation))
      body.append(contentsOf: operation)
    }
    body.append(UInt8(ascii: "]"))
    let (line, hash) = CommitCodec.line(
      sequence: position.sequence + 1, time: environment.now(), author: author,
      transaction: Transaction([], why: order.number), body: body, digest: SHA256.hash(hashes),
      transactionID: environment.newID(), previous: position.hash)
    guard line.count < Framing.maximumLine else { throw .refused(.commitTooLarge) }
    let live = targets.filter { stored($0.kind, $0.id) != nil }
    try add(line, hash: hash, live.map { .delete(kind: $0.kind, id: $0.id, base: 0, object: JSONObject()) })
  }

  private func operation(_ target: Target, order: ErasureOrder?, sequences: [Int]) -> [UInt8] {
    let revision = stored(target.kind, target.id)?.revision ?? 0
    var bytes = Array("{\"n\":\"".utf8)
    Digits.appendBase64(environment.random(), environment.random(), to: &bytes)
    bytes.append(contentsOf: "\",\"o\":\"erase\",\"t\":".utf8)
    JSONWriter.append(target.kind, to: &bytes)
    bytes.append(contentsOf: ",\"id\":\"\(target.id.text)\",\"r\":[\(revision),\(revision + 1)]".utf8)
    if let order {
      bytes.append(contentsOf: ",\"order\":".utf8)
      JSONWriter.append(order.number, to: &bytes)
      bytes.append(contentsOf: ",\"basis\":".utf8)
      JSONWriter.append(order.basis, to: &bytes)
      let list = Set(sequences).sorted().map(String.init).joined(separator: ",")
      bytes.append(contentsOf: ",\"seqs\":[\(list)]".utf8)
    }
    bytes.append(UInt8(ascii: "}"))
    return bytes
  }
}

extension Store {
  /// Removes each file that may hold what the orders name, and blanks it in the journal.
  ///
  /// The blanking comes last: as long as something is left to be blanked, `finishErasures` knows that this was
  /// interrupted, and which attachments were named there.
  private func finish(_ progress: (Double) -> Bool) throws(StoreError) -> ErasureReceipt {
    try asWriter { () throws(StoreError) in
      try settle()
      try roll()
      try writeHead()
    }
    let erasures = try Erasures.all(on: disk)
    var receipt = ErasureReceipt(
      head: head, time: environment.now(), records: erasures.targets.count,
      backups: anchors().lastBackups)
    let numbers = try disk.segmentNumbers().filter { $0 < position.segment }
    let attachments = try self.attachments(of: erasures, in: numbers)
    changedKinds.formUnion(book.types.map(\.kind.name))
    try snapshot()
    try purge(&receipt)
    try removeAttachments(attachments, &receipt)
    for (index, number) in numbers.enumerated() {
      _ = progress(Double(index + 1) / Double(numbers.count + 1))
      try blank(erasures, in: number, &receipt)
    }
    _ = progress(1)
    return receipt
  }

  /// The hashes of the files that what is to be blanked names.
  private func attachments(of erasures: Erasures, in numbers: [Int]) throws(StoreError) -> Set<String> {
    var hashes: Set<String> = []
    let searches = JournalLines.searches(erasures.targets.keys)
    for number in numbers {
      let bytes = try disk.contents(Layout.segment(number)) ?? []
      bytes.withUnsafeBytes { buffer in
        JournalLines.holding(searches, in: buffer) { line in
          for operation in JournalLines.operations(in: line) where erasures.names(operation) {
            hashes.formUnion(Store.hashes(in: line, operation.range))
          }
        }
      }
    }
    return hashes
  }

  /// Writes a sealed segment anew when it holds something to be blanked.
  private func blank(
    _ erasures: Erasures, in number: Int, _ receipt: inout ErasureReceipt
  ) throws(StoreError) {
    let path = Layout.segment(number)
    guard var bytes = try disk.contents(path) else { return }
    var changes: [(offset: Int, line: [UInt8])] = []
    bytes.withUnsafeBytes { buffer in
      JournalLines.holding(JournalLines.searches(erasures.targets.keys), in: buffer) { line in
        let doomed = JournalLines.operations(in: line).filter(erasures.names)
        guard !doomed.isEmpty, let start = line.baseAddress, let base = buffer.baseAddress else { return }
        var changed = Array(line)
        JournalLines.blank(doomed.map(\.range), in: &changed)
        changes.append((start - base, changed))
        receipt.operations += doomed.count
      }
    }
    guard !changes.isEmpty else { return }
    for change in changes {
      bytes.replaceSubrange(change.offset..<(change.offset + change.line.count), with: change.line)
    }
    if try disk.facts(Layout.rewrittenSegment) != nil { try disk.remove(Layout.rewrittenSegment) }
    try disk.writeNew(Layout.rewrittenSegment, bytes)
    try disk.rename(Layout.rewrittenSegment, to: path)
    try disk.syncFolder(Layout.journal)
    receipt.segments += 1
  }

  /// Names of attachments that an operation mentions: texts of 64 hexadecimal digits.
  private static func hashes(in line: UnsafeRawBufferPointer, _ range: Range<Int>) -> [String] {
    String(decoding: line[range], as: UTF8.self).split(separator: "\"").filter { word in
      word.utf8.count == 64 && word.utf8.allSatisfy { ($0 >= 48 && $0 <= 57) || ($0 >= 97 && $0 <= 102) }
    }.map(String.init)
  }

  /// Removes everything but the newest snapshot and its index: older ones, quarantine, caches.
  private func purge(_ receipt: inout ErasureReceipt) throws(StoreError) {
    // What an interrupted rewriting has left.
    if try disk.facts(Layout.rewrittenSegment) != nil { try disk.remove(Layout.rewrittenSegment) }
    let newest = generation?.folder.split(separator: "/").last.map(String.init)
    for folder in [Layout.snapshots, Layout.indexes, Layout.quarantine, Layout.cache] {
      let isKept = folder == Layout.snapshots || folder == Layout.indexes
      for name in try disk.list(folder) where !isKept || name != newest {
        let path = folder + "/" + name
        if try disk.facts(path)?.kind == .folder {
          receipt.removedFiles += try disk.files(below: path).count
          try disk.removeTree(path)
        } else {
          receipt.removedFiles += 1
          try disk.remove(path)
        }
      }
      try disk.syncFolder(folder)
    }
  }

  /// Removes attachments that only erased records named.
  private func removeAttachments(_ hashes: Set<String>, _ receipt: inout ErasureReceipt) throws(StoreError) {
    for hash in hashes.sorted() {
      let folder = "\(Layout.attachments)/\(hash.prefix(2))"
      guard try disk.facts("\(folder)/\(hash)") != nil, try !isNamed(hash) else { continue }
      try disk.remove("\(folder)/\(hash)")
      try disk.syncFolder(folder)
      receipt.removedFiles += 1
    }
  }

  private func isNamed(_ hash: String) throws(StoreError) -> Bool {
    let search = ByteSearch(Array("\"\(hash)\"".utf8))
    guard let generation else { return true }
    for entry in generation.manifest.files {
      let bytes = try disk.contents(generation.folder + "/" + entry.name) ?? []
      if bytes.withUnsafeBytes({ search.first(in: $0) }) != nil { return true }
    }
    return false
  }
}

extension Text {
  fileprivate static let nothingToErase = Text(
    "Tidak ada data dengan identitas itu, sekarang maupun dulu", en: "There is and was no record with that identity")
}
