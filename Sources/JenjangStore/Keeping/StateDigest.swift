import JenjangDomain

extension Store {
  /// SHA-256 over every record, kind by kind in the order of their identities: two stores with one digest say the same.
  ///
  /// Kinds without records add nothing, so that a program that knows more of them agrees with one that knows fewer.
  var stateDigest: String {
    var hash = SHA256()
    var buffer: [UInt8] = []
    func take() {
      hash.update(buffer)
      buffer.removeAll(keepingCapacity: true)
    }
    for kind in (book.types.map(\.kind.name) + strangers.kinds.keys).sorted() {
      let table = book.table(kind)
      guard table.map({ $0.count > 0 }) ?? (strangers.kinds[kind]?.isEmpty == false) else { continue }
      buffer.append(contentsOf: "\(kind)\n".utf8)
      if let table {
        for row in table.rowsByID {
          table.appendLine(of: row, to: &buffer)
          if buffer.count > 1 << 20 { take() }
        }
      } else {
        for (id, stored) in (strangers.kinds[kind] ?? [:]).sorted(by: { $0.key < $1.key }) {
          RecordLine.append(stored.object, id: id, revision: stored.revision, to: &buffer)
        }
      }
      take()
    }
    return Digits.hex(hash.finish())
  }
}

extension Table {
  /// Appends a record as a snapshot has it, its line feed included.
  func appendLine(of row: Row, to output: inout [UInt8]) {
    if let line = line(at: row) {
      output.append(contentsOf: line)
      output.append(10)
    } else if let object = storedObject(at: row) {
      RecordLine.append(object, id: id(of: row), revision: revision(of: row), to: &output)
    }
  }

  /// The rows of the records that exist, in the order of their identities.
  var rowsByID: [Row] {
    var rows: [Row] = []
    rows.reserveCapacity(count)
    var isSorted = true
    for row in 0..<rowCount where isLive(row) {
      if let last = rows.last, !(id(of: last) < id(of: row)) { isSorted = false }
      rows.append(row)
    }
    if !isSorted { rows.sort { id(of: $0) < id(of: $1) } }
    return rows
  }
}
