/// The labels of a table folded into one run of bytes, in the order of the labels, to be searched at the speed of memory.
///
/// Only letters and digits are kept, so that `sitir` finds Siti Rahmawati; a line feed ends each name. Names lie in
/// places, and answers are sets of places, so that they come in the order of the labels without being sorted.
struct NameSearch {
  var bytes = Column<UInt8>()
  /// Where each name begins; one more than there are names.
  var starts = Column<UInt64>()
  /// One bit for each byte: it begins a word.
  var words = Column<UInt64>()
  /// The row of each place, and the place of each row.
  var rows = Column<Int32>()
  var places = Column<Int32>()
  /// Empty where names are not in an index: they are read then.
  var marks = NameMarks()
  /// Rows whose names are no longer, or not yet, what lies here.
  private(set) var changed: Set<Row> = []
  /// Records that belong to others are not searched by name all day: nothing is kept for them.
  var isKept = true

  var count: Int { max(0, starts.count - 1) }

  /// A row's name is new or changed.
  mutating func touch(_ row: Row) { if isKept { changed.insert(row) } }

  /// Where a name lies, without its line feed; empty where the index says nonsense.
  func range(of place: Int) -> Range<Int> {
    let start = starts[place]
    let end = starts[place + 1]
    guard start < end, end <= UInt64(bytes.count) else { return 0..<0 }
    return Int(start)..<Int(end) - 1
  }

  func beginsWord(_ byte: Int) -> Bool { words[byte >> 6] >> UInt64(byte & 63) & 1 == 1 }

  /// Folds all names anew, in the order of `rows`, which names each row once.
  mutating func build(rows order: [Row], memory: (any ColumnMemory)?, name: (Row) -> UnsafeRawBufferPointer) {
    bytes = Column()
    words = Column()
    starts = Column(name: "names.starts", capacity: order.count + 1, memory: memory)
    rows = Column(name: "names.rows", capacity: order.count, memory: memory)
    places = Column(name: "names.places", capacity: order.count, memory: memory)
    places.resize(to: order.count, filling: -1)
    marks = NameMarks(names: order.count, memory: memory) ?? NameMarks()
    changed = []
    // Folding never lengthens a name, behind which a line feed stands.
    let most = order.reduce(0) { $0 + name($1).count + 1 }
    bytes.resize(to: most, filling: 0x0A)
    words.resize(to: most / 64 + 1, filling: 0)
    var end = 0
    for (place, row) in order.enumerated() {
      starts.append(UInt64(end))
      rows.append(row)
      places[row] = Int32(place)
      end = add(name(row), at: place, from: end) + 1
    }
    starts.append(UInt64(end))
    bytes.resize(to: end, filling: 0)
    words.resize(to: end / 64 + 1, filling: 0)
  }

  /// Folds a name behind the others; gives where it ends.
  private func add(_ name: UnsafeRawBufferPointer, at place: Int, from start: Int) -> Int {
    let bytes = bytes.base
    let words = words.base
    var end = start
    // There is room for all bytes of all names, and a bit for each.
    Folding.letters(name) { byte, isStart in
      if isStart { words[end >> 6] |= 1 << UInt64(end & 63) }
      bytes[end] = byte
      end += 1
    }
    if !marks.isEmpty {
      marks.add(place, UnsafeBufferPointer(start: bytes + start, count: end - start)) { index in
        words[(start + index) >> 6] >> UInt64((start + index) & 63) & 1 == 1
      }
    }
    return end
  }
}

/// What a search finds, best first.
struct NameHits {
  /// Names that are what was typed, that have a word that begins with it, that have it somewhere.
  var places: [PlaceSet]
  /// The same of names that are not in their places, by row.
  var changed: [[Row]] = [[], [], []]

  static let exact = 0
  static let begins = 1
  static let inside = 2

  init(count: Int) { places = [PlaceSet](repeating: PlaceSet(count: count), count: 3) }
}

extension NameSearch {
  /// The names that contain `wanted`, which is folded and not empty.
  func find(_ wanted: [UInt8], name: (Row) -> UnsafeRawBufferPointer) -> NameHits {
    var hits = NameHits(count: count)
    if marks.isEmpty {
      scan(wanted, into: &hits.places)
    } else if wanted.count <= 2, wanted.allSatisfy(NameMarks.isLetter) {
      read(wanted, into: &hits.places)
    } else {
      examine(wanted, into: &hits.places)
    }
    for row in changed where Int(row) < places.count {
      for index in hits.places.indices { hits.places[index].remove(Int(places[row])) }
    }
    hits.changed = Self.hits(changed.sorted(), wanted, name)
    return hits
  }

  /// One or two letters: the sets as they stand.
  private func read(_ wanted: [UInt8], into places: inout [PlaceSet]) {
    let begins = marks.beginners(wanted)
    var short = begins
    short.keep(marks.short)
    short.visit { if $0 < count, range(of: $0).count == wanted.count { places[NameHits.exact].insert($0) } }
    places[NameHits.begins] = begins
    places[NameHits.begins].take(away: places[NameHits.exact])
    places[NameHits.inside] = marks.candidates(wanted)
    places[NameHits.inside].take(away: begins)
  }

  /// More letters: the names that have all their pairs are read.
  private func examine(_ wanted: [UInt8], into places: inout [PlaceSet]) {
    let text = UnsafeRawBufferPointer(bytes.values)
    let candidates = marks.candidates(wanted)
    wanted.withUnsafeBufferPointer { wanted in
      candidates.visit { place in
        guard place < count else { return }
        if let rank = judge(wanted, in: text, range(of: place)) { places[rank].insert(place) }
      }
    }
  }

  /// How well a name fits; nil when it does not contain `wanted`.
  ///
  /// `range` lies within `text`, and is the name from some byte on.
  private func judge(_ wanted: UnsafeBufferPointer<UInt8>, in text: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int?
  {
    guard range.count >= wanted.count, let first = wanted.first else { return nil }
    var rank: Int?
    for start in range.lowerBound...range.upperBound - wanted.count where text[start] == first {
      var length = 1
      // start + length stays below range.upperBound.
      while length < wanted.count, text[start + length] == wanted[length] { length += 1 }
      guard length == wanted.count else { continue }
      if beginsWord(start) { return range.count == wanted.count ? NameHits.exact : NameHits.begins }
      rank = NameHits.inside
    }
    return rank
  }

  /// Without marks: looks for the first and the last byte together, eight places at a time.
  private func scan(_ wanted: [UInt8], into places: inout [PlaceSet]) {
    guard let first = wanted.first, let final = wanted.last else { return }
    let text = UnsafeRawBufferPointer(bytes.values)
    let reach = wanted.count - 1
    let firstPattern = Eight.all(first)
    let finalPattern = Eight.all(final)
    var name = 0
    var at = 0
    // Every load ends at or before at + reach + 8, which the loop keeps within the text.
    while at + reach + 8 <= text.count {
      let found =
        Eight.matches(text.word(at: at), firstPattern) & Eight.matches(text.word(at: at + reach), finalPattern)
      at = found == 0 ? at + 8 : at + found.trailingZeroBitCount >> 3
      if found == 0 { continue }
      at = text.has(wanted, at: at) ? take(at, wanted, text, &name, &places) : at + 1
    }
    while at + reach < text.count {
      at = text.has(wanted, at: at) ? take(at, wanted, text, &name, &places) : at + 1
    }
  }

  /// Notes the name of a hit; gives where the next name begins.
  private func take(
    _ at: Int, _ wanted: [UInt8], _ text: UnsafeRawBufferPointer, _ name: inout Int, _ places: inout [PlaceSet]
  ) -> Int {
    name = advance(name, to: at)
    let range = range(of: name)
    let rank = wanted.withUnsafeBufferPointer { judge($0, in: text, range) }
    if let rank { places[rank].insert(name) }
    return max(at, range.upperBound) + 1
  }

  /// The name in which a byte lies, from an earlier name on: doubling steps, then halving.
  private func advance(_ name: Int, to byte: Int) -> Int {
    let starts = starts.values
    let wanted = UInt64(byte)
    var low = name
    var step = 1
    while low + step < starts.count - 1, starts[low + step] <= wanted {
      low += step
      step *= 2
    }
    var high = min(low + step, starts.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= wanted { low = middle } else { high = middle }
    }
    return low
  }

  /// Names that are not kept, folded one after the other: their rows by rank.
  static func hits(_ rows: some Sequence<Row>, _ wanted: [UInt8], _ name: (Row) -> UnsafeRawBufferPointer) -> [[Row]] {
    var found: [[Row]] = [[], [], []]
    var folded: [UInt8] = []
    var starts: [Bool] = []
    for row in rows {
      folded.removeAll(keepingCapacity: true)
      starts.removeAll(keepingCapacity: true)
      Folding.letters(name(row)) { byte, isStart in
        folded.append(byte)
        starts.append(isStart)
      }
      var rank: Int?
      for place in folded.indices where folded[place] == wanted[0] && rank ?? NameHits.inside == NameHits.inside {
        guard folded.withUnsafeBytes({ $0.has(wanted, at: place) }) else { continue }
        rank = !starts[place] ? NameHits.inside : folded.count == wanted.count ? NameHits.exact : NameHits.begins
      }
      if let rank { found[rank].append(row) }
    }
    return found
  }
}
