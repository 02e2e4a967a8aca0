import JenjangDomain

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
  /// The last commit that was proved.
  public internal(set) var head = StoreHead(sequence: 0, hash: "")

  public var isClean: Bool { findings.isEmpty }
}

extension Store {
  /// Checks the journal up to `HEAD` and the snapshots, without changing anything.
  ///
  /// Quick: every line's checksum, number and link, every snapshot's checksums. Deep: also the hash chain, the digests
  /// of the operations, and that the newest snapshot is what the journal says from its first line on.
  public func verify(deep: Bool) throws(StoreError) -> VerifyReport {
    try Store.verify(disk, store: description.store, deep: deep)
  }

  /// The same for a store that need not be openable.
  public static func verify(at path: String, deep: Bool) throws(StoreError) -> VerifyReport {
    let disk = try PosixDisk(path)
    return try verify(disk, store: try describe(disk, path: path).description.store, deep: deep)
  }

  static func verify(_ disk: any Disk, store: RecordID, deep: Bool) throws(StoreError) -> VerifyReport {
    var verifier = Verifier(disk: disk, store: store, isDeep: deep)
    try verifier.run()
    return verifier.report
  }
}
