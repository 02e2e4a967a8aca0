import JenjangDomain

/// What is to be checked, and how thoroughly.
public struct VerifyOptions: Sendable {
  /// Also the hash chain, the digests of the operations, the snapshot against the journal, and the attachments.
  public var isDeep = false
  /// Commits up to this one were proved before and are left out; 0 checks from the first.
  public var since = 0
  /// Heads that were written down outside: each must be in the chain.
  public var anchors: [Anchor] = []
  /// Whether every hash of the chain is computed again: an anchor proves nothing about hashes that were only read.
  var provesHashes: Bool { isDeep || !anchors.isEmpty }
  /// How the records of earlier versions are read.
  var upcasts = Upcasts.catalog

  public init(isDeep: Bool = false, since: Int = 0, anchors: [Anchor] = []) {
    self.isDeep = isDeep
    self.since = since
    self.anchors = anchors
  }
}

/// What a check of a store's files has found.
public struct VerifyReport: Sendable {
  public struct Finding: Sendable, Hashable {
    /// Relative to the store's folder.
    public let file: String
    /// Counted from 1; nil when the file as a whole is meant.
    public let line: Int?
    public let text: Text
  }

  /// Files and lines that were checked.
  public internal(set) var files = 0
  public internal(set) var lines = 0
  public internal(set) var findings: [Finding] = []
  /// What is right and worth knowing: gaps that somebody accepted, restores.
  public internal(set) var notes: [Text] = []
  /// The anchors that were found in the chain.
  public internal(set) var anchors = 0
  /// The last commit that was proved.
  public internal(set) var head = StoreHead(sequence: 0, hash: "")
  /// Whether every hash was computed again from the bytes, and not only read.
  public internal(set) var provesHashes = false
  /// False when it was stopped before the end.
  public internal(set) var isWhole = true

  public var isClean: Bool { findings.isEmpty }
}

extension Store {
  /// Checks the journal up to `HEAD` and the snapshots, without changing anything.
  ///
  /// Quick: every line's checksum, number and link, every snapshot's checksums; with anchors all hashes, too.
  /// `progress` gets the share that is done; false ends the check.
  public func verify(
    _ options: VerifyOptions, progress: @escaping (Double) -> Bool = { _ in true }
  ) throws(StoreError) -> VerifyReport {
    var options = options
    options.upcasts = book.upcasts
    return try Store.verify(disk, store: description.store, options, progress: progress)
  }

  public func verify(deep: Bool) throws(StoreError) -> VerifyReport { try verify(VerifyOptions(isDeep: deep)) }

  /// The same for a store that need not be openable.
  public static func verify(
    at path: String, _ options: VerifyOptions, progress: @escaping (Double) -> Bool = { _ in true }
  ) throws(StoreError) -> VerifyReport {
    let disk = try PosixDisk(path)
    let store = try describe(disk, path: path).description.store
    return try verify(disk, store: store, options, progress: progress)
  }

  public static func verify(at path: String, deep: Bool) throws(StoreError) -> VerifyReport {
    try verify(at: path, VerifyOptions(isDeep: deep))
  }

  static func verify(
    _ disk: any Disk, store: RecordID, _ options: VerifyOptions, progress: @escaping (Double) -> Bool = { _ in true }
  ) throws(StoreError) -> VerifyReport {
    var verifier = Verifier(disk: disk, store: store, options: options, progress: progress)
    try verifier.run()
    return verifier.report
  }
}
