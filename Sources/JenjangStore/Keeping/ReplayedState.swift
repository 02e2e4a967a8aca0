import Glibc
import JSONText
import JenjangDomain

/// The records that a journal leads to, to be compared with a snapshot.
///
/// Most records are never changed after they were made. Of these the canonical bytes are kept as the journal has them,
/// and a snapshot's line holds the same bytes or is read as a value after all; only changed records are values.
struct ReplayedState {
  private enum Stored {
    case written(Place)
    case value(Strangers.Stored)
  }

  /// Where the bytes of a record lie among the kept ones.
  private struct Place {
    let piece: UInt32
    let offset: UInt32
    let count: UInt32
  }

  private var numbers: [String: Int] = [:]
  private var records: [[RecordID: Stored]] = []
  private var pieces: [[UInt8]] = []
  private var fresh: FreshRecords
  private let upcasts: Upcasts
  private var line: [UInt8] = []
  private(set) var erasures = Erasures()

  private static let pieceSize = 4 << 20

  init(_ upcasts: Upcasts) {
    self.upcasts = upcasts
    fresh = FreshRecords(upcasts)
  }

  /// Takes a commit line whose chain was proved; one behind the commit `last` changes no record here.
  mutating func take(_ line: UnsafeRawBufferPointer, _ parts: Framing.Parts, upTo last: Int) {
    let isWanted = parts.sequence <= last
    guard !fresh.read(Framing.operations(of: parts, in: line)) else {
      if isWanted { keepFresh() }
      return
    }
    guard let commit = Commit(line: line, upcasts) else { return }
    erasures.note(commit)
    if isWanted { for operation in commit.operations { apply(operation) } }
  }

  private mutating func number(_ kind: String) -> Int {
    if let number = numbers[kind] { return number }
    numbers[kind] = records.count
    records.append([:])
    return records.count - 1
  }

  private mutating func keepFresh() {
    for record in fresh.records {
      records[number(fresh.kinds[record.kind])][record.id] = .written(keep(record.bytes))
    }
  }

  private mutating func keep(_ bytes: UnsafeRawBufferPointer) -> Place {
    if pieces.last.map({ $0.count + bytes.count > $0.capacity }) ?? true {
      pieces.append([])
      pieces[pieces.count - 1].reserveCapacity(max(ReplayedState.pieceSize, bytes.count))
    }
    let piece = pieces.count - 1
    let place = Place(piece: UInt32(piece), offset: UInt32(pieces[piece].count), count: UInt32(bytes.count))
    pieces[piece].append(contentsOf: bytes)
    return place
  }

  private func bytes(_ place: Place) -> ArraySlice<UInt8> {
    pieces[Int(place.piece)][Int(place.offset)..<Int(place.offset + place.count)]
  }

  private func value(_ stored: Stored) -> Strangers.Stored? {
    switch stored {
    case .value(let value): return value
    case .written(let place):
      let object = (try? JSONReader.value(Array(bytes(place))))?.object
      return object.map { Strangers.Stored(object: $0, revision: 1) }
    }
  }

  private mutating func apply(_ operation: Operation) {
    let kind = number(operation.kind)
    switch operation {
    case .create(_, let id, let object):
      records[kind][id] = .value(Strangers.Stored(object: object, revision: 1))
    case .update(_, let id, _, let changes):
      guard let old = records[kind].removeValue(forKey: id), var stored = value(old) else { return }
      for (name, change) in changes { stored.object[name] = change.new }
      stored.revision += 1
      records[kind][id] = .value(stored)
    case .delete(_, let id, _, _): records[kind][id] = nil
    }
  }
}

extension ReplayedState {
  /// The kinds of which there are records that were not taken out.
  var kinds: [String] { numbers.filter { !records[$0.value].isEmpty }.map(\.key).sorted() }

  /// Takes out the record of a snapshot's line; false when the line is not what the journal leads to.
  mutating func takeOut(_ line: UnsafeRawBufferPointer, kind: String, version: Int) -> Bool {
    guard let number = numbers[kind] else { return false }
    if upcasts.version(of: kind) == 1, let id = split(line), let index = records[number].index(forKey: id),
      case .written(let place) = records[number][index].value, holdsSplitLine(place)
    {
      records[number].remove(at: index)
      return true
    }
    guard let record = RecordLine.read(line), let stored = records[number].removeValue(forKey: record.id).flatMap(value)
    else { return false }
    let object = upcasts.object(record.object, of: kind, from: version)
    return stored.object == object && stored.revision == record.revision
  }

  /// Puts the line of a record that was never changed, without its identity and revision, into `self.line`.
  ///
  /// Gives the identity; nil when it was changed or the line is not canonical.
  private mutating func split(_ line: UnsafeRawBufferPointer) -> RecordID? {
    var (id, isFirst): (RecordID?, Bool) = (nil, false)
    self.line.removeAll(keepingCapacity: true)
    self.line.append(UInt8(ascii: "{"))
    let isCanonical = JSONScanner.members(of: line) { key, value in
      if key.count == 2, key[0] == UInt8(ascii: "i"), key[1] == UInt8(ascii: "d") {
        id = value.count == 28 ? RecordID(utf8: UnsafeRawBufferPointer(rebasing: value[1..<27])) : nil
      } else if key.count == 3, key.elementsEqual("rev".utf8) {
        isFirst = value.count == 1 && value[0] == UInt8(ascii: "1")
      } else if let start = key.baseAddress, let end = value.baseAddress {
        if self.line.count > 1 { self.line.append(UInt8(ascii: ",")) }
        // From the quote before the key to the end of the value, both within the line.
        self.line.append(contentsOf: UnsafeRawBufferPointer(start: start - 1, count: end + value.count - start + 1))
      }
    }
    self.line.append(UInt8(ascii: "}"))
    return isCanonical && isFirst ? id : nil
  }

  private func holdsSplitLine(_ place: Place) -> Bool {
    let count = Int(place.count)
    guard line.count == count else { return false }
    return line.withUnsafeBytes { line in
      pieces[Int(place.piece)].withUnsafeBytes { piece in
        guard let left = line.baseAddress, let right = piece.baseAddress else { return false }
        // The place lies within its piece.
        return memcmp(left, right + Int(place.offset), count) == 0
      }
    }
  }
}

/// The new records of one commit line, found without reading them as values.
private struct FreshRecords {
  struct Record {
    /// A place in `kinds`.
    let kind: Int
    let id: RecordID
    /// The record's object within the line.
    let bytes: UnsafeRawBufferPointer
  }

  private(set) var records: [Record] = []
  private(set) var kinds: [String] = []
  private var kindBytes: [[UInt8]] = []
  private let upcasts: Upcasts

  init(_ upcasts: Upcasts) { self.upcasts = upcasts }

  /// Reads an array of operations; false when they do anything but make records, or are not canonical.
  mutating func read(_ operations: UnsafeRawBufferPointer) -> Bool {
    records.removeAll(keepingCapacity: true)
    var isFresh = true
    let isArray = JSONScanner.elements(of: operations) { operation in
      isFresh = isFresh && append(operation)
    }
    return isArray && isFresh
  }

  private mutating func append(_ operation: UnsafeRawBufferPointer) -> Bool {
    let nothing = UnsafeRawBufferPointer(start: nil, count: 0)
    var (name, kind, id, bytes) = (nothing, nothing, nothing, nothing)
    let isCanonical = JSONScanner.members(of: operation) { key, value in
      guard key.count <= 2, let letter = key.first else { return }
      switch (key.count, letter) {
      case (1, UInt8(ascii: "o")): name = value
      case (1, UInt8(ascii: "t")): kind = value
      case (1, UInt8(ascii: "v")): bytes = value
      case (2, UInt8(ascii: "i")): id = value
      default: break
      }
    }
    guard isCanonical, name.elementsEqual("\"new\"".utf8), bytes.first == UInt8(ascii: "{"), id.count == 28,
      let identity = RecordID(utf8: UnsafeRawBufferPointer(rebasing: id[1..<27])), let number = number(of: kind)
    else { return false }
    records.append(Record(kind: number, id: identity, bytes: bytes))
    return true
  }

  /// The place of a kind; nil for one whose older records are read through steps, and so as values.
  ///
  /// Records of one kind mostly follow each other.
  private mutating func number(of kind: UnsafeRawBufferPointer) -> Int? {
    if let known = kindBytes.firstIndex(where: { $0.elementsEqual(kind) }) { return known }
    guard let text = (try? JSONReader.value(kind))?.text, upcasts.version(of: text) == 1 else { return nil }
    kindBytes.append(Array(kind))
    kinds.append(text)
    return kinds.count - 1
  }
}
