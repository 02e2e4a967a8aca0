import JSONText
import JenjangDomain

/// Makes a whole store at once: many commits, one sync, the first snapshot.
///
/// For generated data of any size: nothing is kept in memory. The store appears under its name when it is finished.
public final class StoreBuilder {
  private let site: BuildingSite
  private let environment: Environment
  private let description: StoreDescription
  private let ownerFields = Store.ownerFields(Catalog.types)
  private var position = Position.start
  private var segment: File?
  private var files: [String: SortedRecords] = [:]
  private var nonces: SplitMix
  private var body: [UInt8] = []
  private var isFinished = false

  private static let generation = Layout.generation(1)

  /// Begins a store for a folder that is absent or empty.
  public init(at path: String, description: StoreDescription, environment: Environment) throws(StoreError) {
    site = try BuildingSite(for: path, sharing: description.sharing, environment: environment)
    self.environment = environment
    self.description = description
    nonces = SplitMix(state: environment.random())
    try Store.fill(site.disk, description: description, environment: environment)
    try site.disk.makeFolder(Self.generation)
    guard let header = try site.disk.contents(Layout.segment(1)) else { return }
    position.offset = header.count
    position.hash =
      header.withUnsafeBytes { Framing.parts(UnsafeRawBufferPointer(rebasing: $0.dropLast()))?.hash } ?? ""
    segment = try site.disk.open(Layout.segment(1), .append)
  }

  deinit {
    if let segment { site.disk.close(segment) }
    if !isFinished { site.abandon() }
  }

  /// Adds a commit of new records; at most some two thousand of them, so that the line stays short.
  public func append(_ operations: [Operation], why: String = "") throws(StoreError) {
    guard !operations.isEmpty else { return }
    if position.offset > Store.segmentSize { try roll() }
    let digest = try encode(operations)
    let (line, hash) = CommitCodec.line(
      sequence: position.sequence + 1, time: environment.now(), author: environment.author,
      transaction: Transaction([], why: why), body: body, digest: digest,
      transactionID: environment.newID(), previous: position.hash)
    guard line.count < Framing.maximumLine, let segment else { throw .refused(.tooManyRecords) }
    try site.disk.append(line, to: segment)
    position.offset += line.count
    position.sequence += 1
    position.hash = hash
  }

  /// Writes the operations into `body` and the records into their files; gives the digest.
  private func encode(_ operations: [Operation]) throws(StoreError) -> [UInt8] {
    body.removeAll(keepingCapacity: true)
    var hashes: [UInt8] = []
    hashes.reserveCapacity(32 * operations.count)
    var parts = RecordLine.Parts()
    for operation in operations {
      guard case .create(let kind, let id, let object) = operation else {
        preconditionFailure("a store is built of new records only")
      }
      body.append(UInt8(ascii: hashes.isEmpty ? "[" : ","))
      let start = body.count
      let owner = ownerFields[kind].flatMap { object[$0]?.text }
      let checked = CheckedOperation(
        operation: operation, base: 0, owner: owner, version: Upcasts.catalog.version(of: kind))
      CommitCodec.append(checked, nonce: (nonces.next(), nonces.next()), to: &body) { parts.append($0, to: &$1) }
      let digest = body.withUnsafeBytes { SHA256.hash(UnsafeRawBufferPointer(rebasing: $0[start...])) }
      hashes.append(contentsOf: digest)
      try records(kind).append(body, parts, id: id)
    }
    body.append(UInt8(ascii: "]"))
    return SHA256.hash(hashes)
  }

  private func records(_ kind: String) throws(StoreError) -> SortedRecords {
    if let file = files[kind] { return file }
    let file = try SortedRecords(Self.generation, kind: kind, disk: site.disk)
    files[kind] = file
    return file
  }

  private func roll() throws(StoreError) {
    let header = SegmentHeader(
      store: description.store, number: position.segment + 1, first: position.sequence + 1, time: environment.now(),
      pin: SegmentHeader.Pin(position), previous: position.hash)
    let (line, hash) = header.line()
    if let segment {
      try site.disk.sync(segment)
      site.disk.close(segment)
    }
    let file = try site.disk.open(Layout.segment(header.number), .create)
    segment = file
    try site.disk.append(line, to: file)
    position = Position(segment: header.number, offset: line.count, sequence: position.sequence, hash: hash)
  }

  /// Makes everything durable, writes the snapshot's manifest and column index, and gives the store its name.
  ///
  /// The index shows the state of `day`, which is today when it is nil; a store opened on another day is brought there.
  public func finish(day: Day? = nil) throws(StoreError) {
    let disk = site.disk
    if let segment { try disk.sync(segment) }
    if position.sequence > 0 { try finishSnapshot(day) } else { try disk.removeTree(Self.generation) }
    let head = try disk.open(Layout.head, .overwrite)
    defer { disk.close(head) }
    try disk.write(position.head.bytes, to: head, at: 0)
    for folder in [Layout.journal, Layout.snapshots, ""] { try disk.syncFolder(folder) }
    try site.moveIntoPlace()
    isFinished = true
  }

  private func finishSnapshot(_ day: Day?) throws(StoreError) {
    let disk = site.disk
    var entries: [Manifest.Entry] = []
    for type in Catalog.types.map(\.kind.name).sorted() { entries.append(try records(type).finish()) }
    files = [:]
    let manifest = Manifest(generation: 1, position: position, files: entries)
    try disk.writeNew(Self.generation + "/" + Layout.manifest, manifest.bytes)
    try disk.syncFolder(Self.generation)
    let today = day ?? LocalTime(seconds: environment.now() / 1_000).day
    SnapshotLoader.didWrite(Self.generation, manifest, disk: disk, types: Catalog.types, day: today)
  }
}

/// Repeatable numbers that look random: the nonces of generated data hide nothing.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

extension Text {
  fileprivate static let tooManyRecords = Text(
    "Terlalu banyak data dalam satu simpanan", en: "Too many records in one commit")
}
