import JSONText

/// The values of one field, kept as its type allows.
///
/// A column is exact or says so: what does not fit is marked irregular and looked up in the record.
struct FieldColumn {
  enum Storage {
    /// Several lines of text, attachments: only in the record.
    case none
    case text(Column<UInt64>)
    /// 18 digits as a number; 0 is absent.
    case number(Column<UInt64>)
    case day(Column<Int32>)
    /// Whole numbers, or decimals in units of the scale.
    case integer(Column<Int64>, scale: Int?)
    /// A flag (1 no, 2 yes) or the place in a list of codes plus one; 0 is absent.
    case small(Column<UInt16>, CodeTable?)
    /// The row in the table of another kind.
    case reference(Column<Int32>, kind: String)
  }

  let name: String
  let type: FieldType
  let storage: Storage

  init(name: String, type: FieldType, section: String, capacity: Int = 0, memory: (any ColumnMemory)? = nil) {
    self.name = name
    self.type = type
    func column<E: FixedWidthInteger & BitwiseCopyable>() -> Column<E> {
      Column(name: section, capacity: capacity, memory: memory)
    }
    switch type {
    case .note, .attachment: storage = .none
    case .text: storage = .text(column())
    case .employeeNumber: storage = .number(column())
    case .day: storage = .day(column())
    case .integer: storage = .integer(column(), scale: nil)
    case .decimal(let scale): storage = .integer(column(), scale: scale)
    case .flag: storage = .small(column(), nil)
    case .code(let list): storage = .small(column(), CodeTable(list))
    case .reference(let kind): storage = .reference(column(), kind: kind)
    }
  }

  /// Takes over a section of an index; nil when it is not what this type needs.
  init?(name: String, type: FieldType, section: ColumnSection?, rows: Int, keeper: AnyObject) {
    self.name = name
    self.type = type
    guard let storage = Self.storage(type, section, rows, keeper) else { return nil }
    self.storage = storage
  }

  private static func storage(_ type: FieldType, _ section: ColumnSection?, _ rows: Int, _ keeper: AnyObject)
    -> Storage?
  {
    func column<E: FixedWidthInteger & BitwiseCopyable>() -> Column<E>? {
      section?.count == rows ? Column(section, keeper: keeper) : nil
    }
    return switch type {
    case .note, .attachment: Storage.none
    case .text: column().map { .text($0) }
    case .employeeNumber: column().map { .number($0) }
    case .day: column().map { .day($0) }
    case .integer: column().map { .integer($0, scale: nil) }
    case .decimal(let scale): column().map { .integer($0, scale: scale) }
    case .flag: column().map { .small($0, nil) }
    case .code(let list): column().map { .small($0, CodeTable(list)) }
    case .reference(let kind): column().map { .reference($0, kind: kind) }
    }
  }

  func section(_ name: String) -> ColumnSection? {
    switch storage {
    case .none: nil
    case .text(let column), .number(let column): column.section(name)
    case .day(let column), .reference(let column, _): column.section(name)
    case .integer(let column, _): column.section(name)
    case .small(let column, _): column.section(name)
    }
  }

  /// Room for a new row, in which nothing stands yet.
  func appendAbsent() {
    switch storage {
    case .none: break
    case .text(let column), .number(let column): column.append(0)
    case .day(let column): column.append(Mark.absentDay)
    case .integer(let column, _): column.append(Mark.absentInteger)
    case .small(let column, _): column.append(0)
    case .reference(let column, _): column.append(Mark.absentRow)
    }
  }

  /// Room for so many rows; in new ones nothing stands yet.
  func resize(to rows: Int) {
    switch storage {
    case .none: break
    case .text(let column), .number(let column): column.resize(to: rows, filling: 0)
    case .day(let column): column.resize(to: rows, filling: Mark.absentDay)
    case .integer(let column, _): column.resize(to: rows, filling: Mark.absentInteger)
    case .small(let column, _): column.resize(to: rows, filling: 0)
    case .reference(let column, _): column.resize(to: rows, filling: Mark.absentRow)
    }
  }

  func clear(_ row: Row) {
    switch storage {
    case .none: break
    case .text(let column), .number(let column): column[row] = 0
    case .day(let column): column[row] = Mark.absentDay
    case .integer(let column, _): column[row] = Mark.absentInteger
    case .small(let column, _): column[row] = 0
    case .reference(let column, _): column[row] = Mark.absentRow
    }
  }

  /// Fills the rows from `first` on with what another column of the same type holds in the rows that are named; nothing
  /// where that is below 0.
  func copy(_ source: FieldColumn, from rows: some Collection<Row>, to first: Row) {
    func copy<E: FixedWidthInteger & BitwiseCopyable>(_ to: Column<E>, _ column: Column<E>, absent: E) {
      for (place, from) in rows.enumerated() { to[Int(first) + place] = from < 0 ? absent : column[from] }
    }
    switch (storage, source.storage) {
    case (.text(let to), .text(let column)), (.number(let to), .number(let column)): copy(to, column, absent: 0)
    case (.day(let to), .day(let column)): copy(to, column, absent: Mark.absentDay)
    case (.reference(let to, _), .reference(let column, _)): copy(to, column, absent: Mark.absentRow)
    case (.integer(let to, _), .integer(let column, _)): copy(to, column, absent: Mark.absentInteger)
    case (.small(let to, _), .small(let column, _)): copy(to, column, absent: 0)
    default: break
    }
  }
}

/// Values of columns that are no values.
enum Mark {
  static let absentDay = Int32.min
  static let irregularDay = Int32.min + 1
  static let absentInteger = Int64.min
  static let irregularInteger = Int64.min + 1
  static let irregularSmall = UInt16.max
  static let irregularNumber = UInt64.max
  static let absentRow: Row = -1
  /// The record referred to is not there, or the value is no identity.
  static let unresolvedRow: Row = -2
}

/// The codes of a list as bytes, to find one without making a string.
struct CodeTable {
  let list: CodeList
  private let codes: [[UInt8]]

  init(_ list: CodeList) {
    self.list = list
    codes = list.entries.map { Array($0.code.utf8) }
  }

  /// The place in the list plus one; the irregular mark for a code that is not there.
  func value(_ bytes: UnsafeRawBufferPointer) -> UInt16 {
    for index in codes.indices where bytes.equals(codes[index]) { return UInt16(index + 1) }
    return Mark.irregularSmall
  }

  func value(_ code: String) -> UInt16 {
    var code = code
    return code.withUTF8 { value(UnsafeRawBufferPointer($0)) }
  }
}

/// Digits of a NIP as a number.
enum PackedNumber {
  static let digits = 18

  /// Nil unless these are 18 digits, not all of them zero.
  static func value(_ bytes: UnsafeRawBufferPointer) -> UInt64? {
    guard bytes.count == digits else { return nil }
    var value: UInt64 = 0
    // Eighteen digits stay below 10^18, within 64 bits.
    for byte in bytes {
      let digit = byte &- 0x30
      guard digit < 10 else { return nil }
      value = value &* 10 &+ UInt64(digit)
    }
    return value == 0 ? nil : value
  }

  static func value(_ text: String) -> UInt64? {
    var text = text
    return text.withUTF8 { value(UnsafeRawBufferPointer($0)) }
  }

  static func text(_ value: UInt64) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }
}
