import JenjangDomain

extension Store {
  /// Looks for segments before the snapshot that are gone: the state is whole then, its history is not.
  func lookForGaps() throws(StoreError) {
    guard generation != nil else { return }
    let present = Set(try disk.segmentNumbers())
    guard let missing = (1...position.segment).first(where: { !present.contains($0) }) else { return }
    let after = (missing...position.segment).first { present.contains($0) }
    let last =
      try after.flatMap { (number) throws(StoreError) in try replay.header(ofSegment: number)?.first }
      .map { $0 - 1 } ?? position.sequence
    let before = missing > 1 ? try lastSequence(ofSegment: missing - 1) : 0
    if try AcceptedGap.find(after: before, from: 1, on: disk) != nil { return }
    gap = .historyMissing(from: before + 1, to: max(before + 1, last))
    gap.map(notice)
  }

  private func lastSequence(ofSegment number: Int) throws(StoreError) -> Int {
    var last = 0
    Damage.forEachLine(try disk.contents(Layout.segment(number)) ?? []) { parts in
      last = parts.map { max(last, $0.isHeader ? 0 : $0.sequence) } ?? last
      return true
    }
    return last
  }

  /// Whether the snapshot holds everything that was acknowledged.
  func isSnapshotWhole(upTo head: Head?) -> Bool {
    guard let snapshot = generation?.manifest.position, snapshot == position, let head else { return false }
    return position.reaches(head)
  }

  /// The segment that was written to is gone, and a snapshot holds all of it: the next save begins a new one.
  func goOnWithoutSegment() throws(StoreError) {
    if let segment = files.segment { disk.close(segment.file) }
    files.segment = nil
  }
}

extension Text {
  fileprivate static func historyMissing(from first: Int, to last: Int) -> Text {
    Text(
      "Riwayat seq \(first)–\(last) hilang; keadaan terkini utuh.",
      en: "The history of seq \(first)–\(last) is missing; the present state is whole.")
  }
}
