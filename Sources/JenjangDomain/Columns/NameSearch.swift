/// The labels of a table folded into one run of bytes, to be searched at the speed of memory.
///
/// Only letters and digits are kept, so that `sitir` finds Siti Rahmawati; a line feed ends each name. Names that
/// changed since are blotted out with zeros, and their rows listed.
struct NameSearch {
  var bytes = Column<UInt8>()
  /// Where each row's name begins; one more than there are rows.
  var starts = Column<UInt64>()
  /// One bit for each byte: it begins a word.
  var words = Column<UInt64>()
  /// One bit for each letter a name has, and for each letter that begins a word of it.
  var letters = Column<UInt32>()
  var initials = Column<UInt32>()
  /// Rows whose names are not in `bytes`.
  private(set) var changed: Set<Row> = []
  private var last = Answer()
  /// Records that belong to others are not searched by name all day: nothing is kept for them.
  var isKept = true

  /// The last answer, from which a longer question is narrowed.
  struct Answer {
    var wanted: [UInt8] = []
    var revision = -1
    /// Rows in which it begins a word, then those in which it stands inside.
    var rows: [Row] = []
    var beginners = 0
  }

  var rows: Int { max(0, starts.count - 1) }

  /// A row's name is new or changed.
  mutating func touch(_ row: Row) {
    guard isKept, changed.insert(row).inserted, Int(row) < rows else { return }
    for place in range(of: Int(row)) { bytes[place] = 0 }
    letters[row] = 0
    initials[row] = 0
  }

  /// Where a row's name lies, without its line feed; empty where the index says nonsense.
  func range(of row: Int) -> Range<Int> {
    let start = starts[row]
    let end = starts[row + 1]
    guard start < end, end <= UInt64(bytes.count) else { return 0..<0 }
    return Int(start)..<Int(end) - 1
  }

  func beginsWord(_ place: Int) -> Bool { words[place >> 6] >> UInt64(place & 63) & 1 == 1 }

  /// The bit of a folded letter; digits and others share the upper ones.
  static func bit(_ byte: UInt8) -> UInt32 {
    if byte &- 0x61 < 26 { return 1 << UInt32(byte - 0x61) }
    return byte < 0x80 ? 1 << 26 : 1 << 27
  }

  /// Folds the names of all rows anew.
  mutating func build(rows: Int, memory: (any ColumnMemory)?, name: (Row) -> UnsafeRawBufferPointer) {
    bytes = Column()
    words = Column()
    starts = Column(name: "names.starts", capacity: rows + 1, memory: memory)
    letters = Column(name: "names.letters", capacity: rows, memory: memory)
    initials = Column(name: "names.initials", capacity: rows, memory: memory)
    changed = []
    last = Answer()
    for row in 0..<Row(rows) {
      starts.append(UInt64(bytes.count))
      add(name(row))
    }
    starts.append(UInt64(bytes.count))
    words.resize(to: bytes.count / 64 + 1, filling: 0)
  }

  private mutating func add(_ name: UnsafeRawBufferPointer) {
    var has: UInt32 = 0
    var begins: UInt32 = 0
    let bytes = bytes
    let words = words
    Folding.letters(name) { byte, isStart in
      has |= Self.bit(byte)
      if isStart {
        begins |= Self.bit(byte)
        let word = bytes.count >> 6
        if word >= words.count { words.resize(to: word + 1, filling: 0) }
        words[word] |= 1 << UInt64(bytes.count & 63)
      }
      bytes.append(byte)
    }
    bytes.append(0x0A)
    letters.append(has)
    initials.append(begins)
  }
}

extension NameSearch {
  /// The rows whose names contain `wanted`, those in which it begins a word first; each part in row order.
  mutating func answer(_ wanted: [UInt8], revision: Int, name: (Row) -> UnsafeRawBufferPointer) -> Answer {
    if last.revision == revision, last.wanted == wanted { return last }
    var hits = Hits()
    if wanted.count == 1, let letter = wanted.first, letter &- 0x61 < 26 {
      scanLetter(Self.bit(letter), into: &hits)
    } else if isNarrower(wanted, revision) {
      narrow(wanted, into: &hits)
    } else {
      scan(wanted, into: &hits)
    }
    addChanged(wanted, name, into: &hits)
    last = Answer(wanted: wanted, revision: revision, rows: hits.first + hits.second, beginners: hits.first.count)
    return last
  }

  struct Hits {
    var first: [Row] = []
    var second: [Row] = []

    mutating func add(_ row: Row, _ isBeginner: Bool) {
      if isBeginner { first.append(row) } else { second.append(row) }
    }
  }

  /// Narrowing an answer of over a fortieth of the rows costs more than a new scan.
  private func isNarrower(_ wanted: [UInt8], _ revision: Int) -> Bool {
    last.revision == revision && last.rows.count * 40 < max(1, rows) && !last.wanted.isEmpty
      && wanted.starts(with: last.wanted)
  }

  private func narrow(_ wanted: [UInt8], into hits: inout Hits) {
    let text = UnsafeRawBufferPointer(bytes.values)
    // Two ascending parts: to merge them costs less than to sort.
    let before = Self.merged(Array(last.rows[..<last.beginners]), Array(last.rows[last.beginners...]))
    let isUnchanged = changed.isEmpty
    for row in before where Int(row) < rows && (isUnchanged || !changed.contains(row)) {
      if let isBeginner = find(wanted, in: text, range(of: Int(row))) { hits.add(row, isBeginner) }
    }
  }

  private func scanLetter(_ bit: UInt32, into hits: inout Hits) {
    let initials = initials.values
    let letters = letters.values
    for row in letters.indices where letters[row] & bit != 0 { hits.add(Row(row), initials[row] & bit != 0) }
  }

  /// Whether a name contains `wanted`, and if so whether at the beginning of a word.
  private func find(_ wanted: [UInt8], in text: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool? {
    var isInside: Bool?
    guard range.count >= wanted.count else { return nil }
    for place in range.lowerBound...range.upperBound - wanted.count where text.has(wanted, at: place) {
      if beginsWord(place) { return true }
      isInside = false
    }
    return isInside
  }

  /// Looks for the first and the last byte together, eight places at a time.
  private func scan(_ wanted: [UInt8], into hits: inout Hits) {
    guard let first = wanted.first, let final = wanted.last else { return }
    let text = UnsafeRawBufferPointer(bytes.values)
    let reach = wanted.count - 1
    let firstPattern = Eight.all(first)
    let finalPattern = Eight.all(final)
    var row = 0
    var place = 0
    func marks(_ place: Int) -> UInt64 {
      Eight.matches(text.word(at: place), firstPattern) & Eight.matches(text.word(at: place + reach), finalPattern)
    }
    // Every load ends at or before place + reach + 32, which the loop keeps within the text.
    while place + reach + 32 <= text.count {
      let found = (marks(place), marks(place + 8), marks(place + 16), marks(place + 24))
      if found.0 | found.1 | found.2 | found.3 == 0 {
        place += 32
        continue
      }
      var (block, rest) = found.0 != 0 ? (0, found.0) : found.1 != 0 ? (8, found.1) : (16, found.2)
      if rest == 0 { (block, rest) = (24, found.3) }
      var next = place + block + 8
      while rest != 0 {
        let at = place + block + rest.trailingZeroBitCount >> 3
        rest &= rest - 1
        guard text.has(wanted, at: at) else { continue }
        next = max(at + 1, take(at, wanted, text, &row, &hits))
        break
      }
      place = next
    }
    while place + reach < text.count {
      place = text.has(wanted, at: place) ? take(place, wanted, text, &row, &hits) : place + 1
    }
  }

  /// Notes the row of a hit; gives the place where the next row begins.
  private func take(
    _ place: Int, _ wanted: [UInt8], _ text: UnsafeRawBufferPointer, _ row: inout Int, _ hits: inout Hits
  ) -> Int {
    row = advance(row, to: place)
    let range = range(of: row)
    let rest = max(place, range.lowerBound)..<max(place, range.upperBound)
    hits.add(Row(row), find(wanted, in: text, rest) ?? false)
    return rest.upperBound + 1
  }

  /// The row in which a place lies, from an earlier row on: doubling steps, then halving.
  private func advance(_ row: Int, to place: Int) -> Int {
    let starts = starts.values
    let wanted = UInt64(place)
    var low = row
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

  private func addChanged(_ wanted: [UInt8], _ name: (Row) -> UnsafeRawBufferPointer, into hits: inout Hits) {
    let found = Self.hits(changed.sorted(), wanted, name)
    hits.first = Self.merged(hits.first, found.first)
    hits.second = Self.merged(hits.second, found.second)
  }

  /// Two ascending lists of different rows as one.
  static func merged(_ left: [Row], _ right: [Row]) -> [Row] {
    guard !right.isEmpty else { return left }
    var result: [Row] = []
    result.reserveCapacity(left.count + right.count)
    var index = 0
    for row in right {
      while index < left.count, left[index] < row {
        result.append(left[index])
        index += 1
      }
      result.append(row)
    }
    result.append(contentsOf: left[index...])
    return result
  }
}
