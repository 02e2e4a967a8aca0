/// Room for columns outside the heap: a file that is being written.
///
/// What it gives is zero-filled and stays until the object goes.
public protocol ColumnMemory: AnyObject {
  /// Room for so many bytes under a name; nil when there is none, then the heap serves.
  func room(for section: String, bytes: Int) -> UnsafeMutableRawPointer?
}

/// One column as bytes: what an index file holds of it.
public struct ColumnSection {
  public let name: String
  public let start: UnsafeMutableRawPointer
  /// Values in use, values there is room for, bytes of each.
  public let count: Int
  public let capacity: Int
  public let width: Int

  public init(name: String, start: UnsafeMutableRawPointer, count: Int, capacity: Int, width: Int) {
    self.name = name
    self.start = start
    self.count = count
    self.capacity = capacity
    self.width = width
  }
}

/// One integer for each row, side by side: in a mapped file that changes privately, or on the heap.
///
/// All raw memory of the tables is reached here and in `Bytes.swift`. `base` has room for `capacity` values, of which
/// the first `count` are initialised; both hold because only `init` and `reserve` set them.
final class Column<Element: FixedWidthInteger & BitwiseCopyable> {
  private(set) var base: UnsafeMutablePointer<Element>
  private(set) var count: Int
  private(set) var capacity: Int
  /// Whoever owns the memory; nil when this column does.
  private var keeper: AnyObject?

  init(name: String = "", capacity: Int = 0, memory: (any ColumnMemory)? = nil) {
    let width = MemoryLayout<Element>.stride
    count = 0
    self.capacity = capacity
    if capacity > 0, let memory, let room = memory.room(for: name, bytes: capacity * width) {
      base = room.bindMemory(to: Element.self, capacity: capacity)
      keeper = memory
    } else {
      base = .allocate(capacity: max(1, capacity))
    }
  }

  /// So many zeros; in a file that is being written they take no room until something else stands there.
  init(zeros count: Int, name: String, memory: (any ColumnMemory)?) {
    self.count = count
    capacity = count
    if count > 0, let memory, let room = memory.room(for: name, bytes: count * MemoryLayout<Element>.stride) {
      base = room.bindMemory(to: Element.self, capacity: count)
      keeper = memory
    } else {
      base = .allocate(capacity: max(1, count))
      base.initialize(repeating: 0, count: max(1, count))
    }
  }

  /// Takes over a section; nil when its values have another width or do not lie as they must.
  init?(_ section: ColumnSection?, keeper: AnyObject) {
    guard let section, section.width == MemoryLayout<Element>.stride, section.count <= section.capacity,
      Int(bitPattern: section.start) % MemoryLayout<Element>.alignment == 0
    else { return nil }
    base = section.start.bindMemory(to: Element.self, capacity: section.capacity)
    count = section.count
    capacity = section.capacity
    self.keeper = keeper
  }

  deinit { if keeper == nil { base.deallocate() } }

  /// The value of a row; a row outside the column is a bug and stops the program.
  subscript(row: Int) -> Element {
    get {
      precondition(UInt(bitPattern: row) < UInt(bitPattern: count), "no such row")
      return base[row]
    }
    set {
      precondition(UInt(bitPattern: row) < UInt(bitPattern: count), "no such row")
      base[row] = newValue
    }
  }

  subscript(row: Row) -> Element {
    get { self[Int(row)] }
    set { self[Int(row)] = newValue }
  }

  /// The initialised values; not to be kept beyond the next change.
  var values: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: base, count: count) }

  func append(_ value: Element) {
    if count == capacity { reserve(max(16, capacity * 2)) }
    // `reserve` made capacity greater than count.
    base[count] = value
    count += 1
  }

  func append(contentsOf bytes: UnsafeBufferPointer<Element>) {
    guard let start = bytes.baseAddress, !bytes.isEmpty else { return }
    if count + bytes.count > capacity { reserve(max(16, capacity * 2, count + bytes.count)) }
    // There is room for count + bytes.count values now.
    (base + count).update(from: start, count: bytes.count)
    count += bytes.count
  }

  /// As many values as asked for, new ones filled.
  func resize(to newCount: Int, filling value: Element) {
    if newCount > capacity { reserve(newCount) }
    // newCount is at most capacity.
    if newCount > count { (base + count).update(repeating: value, count: newCount - count) }
    count = newCount
  }

  /// Moves to the heap with room for `newCapacity` values.
  private func reserve(_ newCapacity: Int) {
    let room = UnsafeMutablePointer<Element>.allocate(capacity: newCapacity)
    room.update(from: base, count: count)
    if keeper == nil { base.deallocate() }
    keeper = nil
    base = room
    capacity = newCapacity
  }

  func section(_ name: String) -> ColumnSection {
    ColumnSection(
      name: name, start: UnsafeMutableRawPointer(base), count: count, capacity: capacity,
      width: MemoryLayout<Element>.stride)
  }
}
