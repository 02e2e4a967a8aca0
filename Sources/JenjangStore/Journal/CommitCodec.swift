import JSONText
import JenjangDomain

/// An operation that fits the current state, with what the journal says besides: revisions and owner.
struct CheckedOperation {
  let operation: Operation
  /// The revision it was applied to; 0 for a new record.
  let base: Int
  /// The employee that the record belongs to; nil for others.
  let owner: String?
  /// The form in which the record is written.
  var version = 1
}

/// Commits as lines of the journal, and back.
enum CommitCodec {
  /// The line of a commit, its line feed included, and its hash.
  static func line(
    sequence: Int, time: Int64, author: Author, transaction: Transaction, operations: [CheckedOperation],
    transactionID: RecordID, previous: String, clock: ClockFlag? = nil, random: () -> UInt64
  ) -> (bytes: [UInt8], hash: String) {
    var body: [UInt8] = []
    body.reserveCapacity(400 * operations.count)
    let digest = append(operations, random: random, to: &body)
    return line(
      sequence: sequence, time: time, author: author, transaction: transaction, body: body, digest: digest,
      transactionID: transactionID, previous: previous, clock: clock)
  }

  /// The same from encoded operations and the digest over them.
  static func line(
    sequence: Int, time: Int64, author: Author, transaction: Transaction, body: [UInt8], digest: [UInt8],
    transactionID: RecordID, previous: String, clock: ClockFlag? = nil
  ) -> (bytes: [UInt8], hash: String) {
    var line: [UInt8] = []
    line.reserveCapacity(body.count + 640)
    Digits.append("{\"k\":\"c\",\"seq\":", to: &line)
    Digits.append(sequence, to: &line)
    Digits.append(",\"ts\":\"", to: &line)
    Timestamp.append(time, to: &line)
    Digits.append("\",\"by\":", to: &line)
    JSONWriter.append(author.by, to: &line)
    Digits.append(",\"os\":", to: &line)
    JSONWriter.append(author.session, to: &line)
    Digits.append(",\"why\":", to: &line)
    JSONWriter.append(transaction.why, to: &line)
    Digits.append(",\"tx\":\"", to: &line)
    Digits.append(transactionID, to: &line)
    line.append(UInt8(ascii: "\""))
    if let undoes = transaction.undoes { line.append(contentsOf: ",\"undoes\":\(undoes)".utf8) }
    if let batch = transaction.batch {
      line.append(contentsOf: ",\"batch\":[\"\(batch.id.text)\",\(batch.index),\(batch.count)]".utf8)
    }
    if let clock { line.append(contentsOf: ",\"clk\":\"\(clock.rawValue)\"".utf8) }
    Digits.append(",\"d\":\"", to: &line)
    Digits.appendHex(digest, to: &line)
    Digits.append("\",\"p\":\"", to: &line)
    line.append(contentsOf: previous.utf8)
    line.append(UInt8(ascii: "\""))
    let hash = Framing.seal(&line, operations: body)
    return (line, hash)
  }

  /// Appends the array of operations; gives the digest `d` over them.
  static func append(_ operations: [CheckedOperation], random: () -> UInt64, to output: inout [UInt8]) -> [UInt8] {
    var hashes: [UInt8] = []
    hashes.reserveCapacity(32 * operations.count)
    output.append(UInt8(ascii: "["))
    for (index, operation) in operations.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      let start = output.count
      append(operation, nonce: (random(), random()), to: &output)
      let hash = output.withUnsafeBytes { SHA256.hash(UnsafeRawBufferPointer(rebasing: $0[start...])) }
      hashes.append(contentsOf: hash)
    }
    output.append(UInt8(ascii: "]"))
    return SHA256.hash(hashes)
  }

  /// Appends one operation; `write` appends a record's object.
  static func append(
    _ checked: CheckedOperation, nonce: (UInt64, UInt64), to output: inout [UInt8],
    write: (JSONObject, inout [UInt8]) -> Void = { JSONWriter.append($0, to: &$1) }
  ) {
    let operation = checked.operation
    Digits.append("{\"n\":\"", to: &output)
    Digits.appendBase64(nonce.0, nonce.1, to: &output)
    Digits.append("\",\"o\":\"", to: &output)
    Digits.append(operation.name, to: &output)
    Digits.append("\",\"t\":", to: &output)
    JSONWriter.append(operation.kind, to: &output)
    if checked.version > 1 {
      output.append(contentsOf: ",\"\(Operation.versionKey)\":".utf8)
      Digits.append(checked.version, to: &output)
    }
    Digits.append(",\"id\":\"", to: &output)
    Digits.append(operation.id, to: &output)
    if let owner = checked.owner {
      Digits.append("\",\"emp\":", to: &output)
      JSONWriter.append(owner, to: &output)
      Digits.append(",\"r\":[", to: &output)
    } else {
      Digits.append("\",\"r\":[", to: &output)
    }
    Digits.append(checked.base, to: &output)
    output.append(UInt8(ascii: ","))
    Digits.append(checked.base + 1, to: &output)
    output.append(UInt8(ascii: "]"))
    switch operation {
    case .create(_, _, let object), .delete(_, _, _, let object):
      Digits.append(",\"v\":", to: &output)
      write(object, &output)
    case .update(_, _, _, let changes):
      Digits.append(",\"f\":", to: &output)
      append(changes, to: &output)
    }
    output.append(UInt8(ascii: "}"))
  }

  private static func append(_ changes: [String: Change], to output: inout [UInt8]) {
    var separator = UInt8(ascii: "{")
    for (name, change) in changes.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      output.append(separator)
      separator = UInt8(ascii: ",")
      JSONWriter.append(name, to: &output)
      Digits.append(":[", to: &output)
      JSONWriter.append(change.old ?? .null, to: &output)
      output.append(UInt8(ascii: ","))
      JSONWriter.append(change.new ?? .null, to: &output)
      output.append(UInt8(ascii: "]"))
    }
    if changes.isEmpty { output.append(separator) }
    output.append(UInt8(ascii: "}"))
  }
}

extension Operation {
  fileprivate var name: StaticString {
    switch self {
    case .create: "new"
    case .update: "set"
    case .delete: "del"
    }
  }

  /// Reads operations, leaving out those that change no record here, erased ones for instance; nil when one of the
  /// known names is not complete.
  ///
  /// Those of earlier versions are brought to the present one; `isNewer` says that one is of a later version, `blanked`
  /// counts those of erased records.
  fileprivate static func read(
    _ values: [JSONValue], _ upcasts: Upcasts, isNewer: inout Bool, blanked: inout Int
  ) -> [Operation]? {
    var operations: [Operation] = []
    operations.reserveCapacity(values.count)
    for value in values {
      guard let object = value.object else { return nil }
      guard let name = object["o"]?.text, ["new", "set", "del", "erase"].contains(name) else {
        if object["x"] != nil { blanked += 1 }
        continue
      }
      guard let operation = Operation(object) else { return nil }
      let version = Operation.version(in: object)
      isNewer = isNewer || version > upcasts.version(of: operation.kind)
      operations.append(upcasts.operation(operation, from: version))
    }
    return operations
  }

  private init?(_ object: JSONObject) {
    guard object["o"]?.text == "erase" else {
      self.init(journal: object)
      return
    }
    // For the state it is the end of the record; nothing of the record stands here.
    guard let kind = object["t"]?.text, let id = object["id"]?.text.flatMap({ RecordID($0) }) else { return nil }
    let base = object["r"]?.array?.first?.integer.map { Int($0) } ?? 0
    self = .delete(kind: kind, id: id, base: base, object: JSONObject())
  }
}

extension Commit {
  /// Reads a commit line that has been checked, without its line feed; nil when members are missing.
  ///
  /// Its records have the present form, whatever program wrote them.
  init?(line: UnsafeRawBufferPointer, _ upcasts: Upcasts) {
    var isNewer = false
    var blanked = 0
    guard let object = (try? JSONReader.value(line))?.object, let sequence = object["seq"]?.integer,
      let time = object["ts"]?.text.flatMap(Timestamp.milliseconds), let by = object["by"]?.text,
      let session = object["os"]?.text, let why = object["why"]?.text,
      let operations = object["ops"]?.array.flatMap({
        Operation.read($0, upcasts, isNewer: &isNewer, blanked: &blanked)
      })
    else { return nil }
    self.init(
      sequence: Int(sequence), time: time, author: Author(by: by, session: session), why: why,
      operations: operations, undoes: object["undoes"]?.integer.map { Int($0) },
      batch: object["batch"]?.array.flatMap(Transaction.Batch.init))
    self.isNewer = isNewer
    self.blanked = blanked
    isErasure = object["ops"]?.array?.first?.object?["o"]?.text == "erase"
  }
}

extension Transaction.Batch {
  init?(_ values: [JSONValue]) {
    guard values.count == 3, let id = values[0].text.flatMap({ RecordID($0) }), let index = values[1].integer,
      let count = values[2].integer
    else { return nil }
    self.init(id: id, index: Int(index), count: Int(count))
  }
}
