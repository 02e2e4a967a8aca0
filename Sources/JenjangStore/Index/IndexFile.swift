import JenjangDomain

/// The column index of one kind beside a snapshot: a cache that can be deleted at any time.
///
/// 16 KiB of header, then sections on pages of their own, little endian. The header says what it was made from; when
/// that is not what lies in the snapshot's folder, the index is void and made again.
struct IndexFile {
  static let page = 4_096
  static let headerSize = 4 * page
  static let version: UInt32 = 2
  private static let magic: UInt64 = 0x0058_4449_5242_4F4E
  private static let entries = 64
  private static let entrySize = 48

  var rows: Int
  /// The hash of the snapshot's files and of the record types.
  var source: UInt64
  var day: Day
  var nextChange: Day?
  var sections: [UInt64: Section] = [:]

  struct Section {
    var offset: Int
    var count: Int
    var capacity: Int
    var width: Int
    var check: UInt64
  }

  static func key(_ name: String) -> UInt64 { XXH64.hash(Array(name.utf8)) }
}

extension IndexFile {
  /// The header's bytes; nil when there are more sections than it has room for.
  var header: [UInt8]? {
    guard IndexFile.entries + sections.count * IndexFile.entrySize <= IndexFile.headerSize else { return nil }
    var bytes = [UInt8](repeating: 0, count: IndexFile.headerSize)
    func put(_ value: UInt64, _ offset: Int) {
      for place in 0..<8 { bytes[offset + place] = UInt8(truncatingIfNeeded: value >> UInt64(8 * place)) }
    }
    put(IndexFile.magic, 0)
    put(UInt64(IndexFile.version) << 32 | UInt64(sections.count), 8)
    put(UInt64(rows), 16)
    put(source, 24)
    put(UInt64(bitPattern: Int64(day.number)), 32)
    put(UInt64(bitPattern: Int64(nextChange?.number ?? .max)), 40)
    for (place, (key, section)) in sections.sorted(by: { $0.key < $1.key }).enumerated() {
      let start = IndexFile.entries + place * IndexFile.entrySize
      let numbers = [section.offset, section.count, section.capacity, section.width].map { UInt64($0) }
      for (index, number) in ([key] + numbers + [section.check]).enumerated() { put(number, start + 8 * index) }
    }
    put(XXH64.hash(bytes), 48)
    return bytes
  }

  /// Reads the header of an index of so many bytes, all of which lie here unless `size` says otherwise; nil when
  /// anything in it is not as it must be.
  init?(_ bytes: UnsafeRawBufferPointer, size: Int? = nil) {
    let size = size ?? bytes.count
    guard bytes.count >= IndexFile.headerSize, size >= IndexFile.headerSize else { return nil }
    // All offsets below are within the header, whose size was checked.
    func get(_ offset: Int) -> UInt64 {
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    var header = [UInt8](bytes[..<IndexFile.headerSize])
    for place in 48..<56 { header[place] = 0 }
    guard get(0) == IndexFile.magic, get(8) >> 32 == UInt64(IndexFile.version), XXH64.hash(header) == get(48),
      let rows = Int(exactly: get(16))
    else { return nil }
    self.rows = rows
    source = get(24)
    day = Day(number: Int32(truncatingIfNeeded: Int64(bitPattern: get(32))))
    let next = Int32(truncatingIfNeeded: Int64(bitPattern: get(40)))
    nextChange = next == .max ? nil : Day(number: next)
    let count = Int(get(8) & 0xFFFF_FFFF)
    guard IndexFile.entries + count * IndexFile.entrySize <= IndexFile.headerSize else { return nil }
    for place in 0..<count {
      let start = IndexFile.entries + place * IndexFile.entrySize
      let numbers = (1...4).compactMap { Int(exactly: get(start + 8 * $0)) }
      guard numbers.count == 4 else { return nil }
      let section = Section(
        offset: numbers[0], count: numbers[1], capacity: numbers[2], width: numbers[3], check: get(start + 40))
      guard section.fits(in: size) else { return nil }
      sections[get(start)] = section
    }
  }
}

extension IndexFile.Section {
  /// True when the section lies within a file of so many bytes, behind the header, and no number overflows.
  func fits(in size: Int) -> Bool {
    guard [1, 2, 4, 8].contains(width), count <= capacity, capacity <= size, offset >= IndexFile.headerSize,
      offset % IndexFile.page == 0, offset <= size
    else { return false }
    return capacity * width <= size - offset
  }
}

extension IndexFile {
  /// A table's base from a mapped index and its mapped snapshot.
  func base(_ map: MappedFile, lines: MappedFile) -> TableBase {
    let keeper = Keepers([map, lines])
    return TableBase(
      lines: lines.readable, rows: rows, day: day, nextChange: nextChange,
      sections: { name in
        guard let section = sections[IndexFile.key(name)], let start = map.bytes.baseAddress else { return nil }
        // Checked by `fits` when the header was read.
        return ColumnSection(
          name: name, start: start + section.offset, count: section.count, capacity: section.capacity,
          width: section.width)
      }, keeper: keeper)
  }

  /// Whether the sections are what was written: reads the whole file, for `verify`.
  func isSound(_ bytes: UnsafeRawBufferPointer) -> Bool {
    sections.values.allSatisfy { section in
      let end = section.offset + section.count * section.width
      return XXH64.hash(UnsafeRawBufferPointer(rebasing: bytes[section.offset..<end])) == section.check
    }
  }
}
