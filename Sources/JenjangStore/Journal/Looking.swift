import JenjangDomain

extension Store {
  /// The newest commits before a sequence number, newest first.
  ///
  /// Reads only as much of the journal's end as it needs.
  public func commits(before sequence: Int = .max, limit: Int) throws(StoreError) -> [Commit] {
    var commits: [Commit] = []
    var reader = BackwardReader(disk: disk, end: position)
    while commits.count < limit, let line = try reader.next() {
      guard let number = Store.number(of: line), number < sequence else { continue }
      if let commit = line.withUnsafeBytes({ Commit(line: $0, book.upcasts) }).flatMap({ seen($0) }) {
        commits.append(commit)
      }
    }
    return commits
  }

  /// The sequence number of a commit line; nil for other lines.
  static func number(of line: [UInt8]) -> Int? {
    line.withUnsafeBytes { Framing.parts($0).flatMap { $0.isHeader ? nil : $0.sequence } }
  }
}
