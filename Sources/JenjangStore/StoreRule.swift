/// A check that reading and writing a store insist on.
///
/// Each has a name so that a proof can leave it out and see whether it is missed. The program that people use cannot:
/// there `holds` is the condition and nothing else.
enum StoreRule: String, CaseIterable, Sendable {
  /// A line of the journal has the checksum that it ends in.
  case lineChecksum
  /// A commit has the number after the last one.
  case nextNumber
  /// A line names the hash of the line before.
  case link
  /// A segment's header is of this store.
  case headerStore
  /// A segment's header has the number of its file.
  case headerNumber
  /// A segment begins with the commit that is due.
  case headerFirst
  /// A segment says where the one before ends, and that is where it ends.
  case pin
  /// The journal reaches the last acknowledged commit.
  case reachesHead
  /// What lies at the head has the hash that the head names.
  case headHash
  /// `HEAD` has its checksum.
  case headChecksum
  /// A tail that holds a whole line is damage, not a torn save.
  case tornTail
  /// The last segment reaches up to what was read of it: a snapshot is of acknowledged commits.
  case segmentLength
  /// The segment that a snapshot names is of this store and holds its place.
  case snapshotPlace
  /// A manifest has its checksum.
  case manifestChecksum
  /// A manifest is of the generation that its folder is named for.
  case manifestNumber
  /// A snapshot's files have the sizes that the manifest says.
  case snapshotSizes
  /// A snapshot's files have the checksums that the manifest says.
  case snapshotChecksum
  /// The segment that is written to is still the file of that name.
  case sameFile
  /// Nobody has written behind our position.
  case sameSize
  /// Nobody has begun another segment.
  case sameSegment
}

extension StoreRule {
  #if DEBUG || PROOFS
    @TaskLocal static var leftOut: StoreRule?

    /// Whether what this rule demands is so, or the rule is left out.
    @inline(__always)
    func holds(_ condition: @autoclosure () -> Bool) -> Bool { StoreRule.leftOut == self || condition() }
  #else
    /// Whether what this rule demands is so.
    @inline(__always)
    func holds(_ condition: @autoclosure () -> Bool) -> Bool { condition() }
  #endif
}
