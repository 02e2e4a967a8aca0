import JSONText

/// The columns of a kind as an index file holds them, and the snapshot they were made from.
public struct TableBase {
  /// The snapshot's records, one a line.
  public let lines: UnsafeRawBufferPointer
  public let rows: Int
  /// The day whose state the derived columns show.
  public let day: Day
  /// The next day on which a record of this kind takes effect; nil when there is none.
  public let nextChange: Day?
  public let sections: (String) -> ColumnSection?
  /// Keeps the memory of lines and sections.
  public let keeper: AnyObject

  public init(
    lines: UnsafeRawBufferPointer, rows: Int, day: Day, nextChange: Day?,
    sections: @escaping (String) -> ColumnSection?,
    keeper: AnyObject
  ) {
    self.lines = lines
    self.rows = rows
    self.day = day
    self.nextChange = nextChange
    self.sections = sections
    self.keeper = keeper
  }
}

extension Book {
  /// Takes over mapped columns, nearly without touching them; false, and the tables are void, when something is missing.
  ///
  /// Derived columns are brought to the day of this book.
  public func install(_ bases: [String: TableBase]) -> Bool {
    storedKinds = Set(bases.keys)
    guard keep(bases) else { return false }
    for (kind, base) in bases where base.day != day {
      guard let source = table(kind) else { continue }
      if day < base.day {
        deriveAll(from: source)
      } else if let next = base.nextChange, next <= day {
        deriveForward(from: base.day, source: source)
      }
    }
    revision += 1
    feed.forget(before: revision)
    return true
  }

  /// Takes over mapped columns of some kinds, while others are loaded; false when something is missing.
  public func keep(_ bases: [String: TableBase]) -> Bool {
    bases.allSatisfy { kind, base in table(kind)?.install(base, among: bases) ?? false }
  }

  /// The first day after this book's on which a record of a kind takes effect.
  public func nextChange(of kind: String) -> Day? {
    guard let table = table(kind), table.type.kind.owner != nil, let dates = table.dateColumn else { return nil }
    let today = day.number
    var next = Int32.max
    for date in dates.values where date > today { next = min(next, date) }
    return next == .max ? nil : Day(number: next)
  }
}

extension Table {
  fileprivate func install(_ base: TableBase, among bases: [String: TableBase]) -> Bool {
    func column<E: FixedWidthInteger & BitwiseCopyable>(_ name: String, rows: Int? = nil) -> Column<E>? {
      let section = base.sections(name)
      if let rows, section?.count != rows { return nil }
      return Column(section, keeper: base.keeper)
    }
    var fields: [FieldColumn] = []
    for place in columnTypes.indices {
      guard let field = installed(place, base, among: bases) else { return false }
      fields.append(field)
    }
    guard let high: Column<UInt64> = column("id.high", rows: base.rows),
      let low: Column<UInt64> = column("id.low", rows: base.rows),
      let revisions: Column<UInt32> = column("revision", rows: base.rows),
      let lines: Column<UInt64> = column("line", rows: base.rows), let arena: Column<UInt8> = column("arena")
    else { return false }
    (idHigh, idLow, self.revisions, self.lines, columns) = (high, low, revisions, lines, fields)
    texts = TextBytes(snapshot: base.lines, arena: arena)
    (keeper, sortedRows, liveCount, revision) = (base.keeper, base.rows, base.rows, revision + 1)
    (newRows, changed, unresolved, lastFound, isFinished) = ([:], [:], [:], nil, true)
    return installOrders(base, column("children.starts"), column("children.rows")) && installNames(base)
      && installUnresolved(base)
  }

  /// The column of a place from the index that keeps it; empty while that is being made.
  private func installed(_ place: Int, _ base: TableBase, among bases: [String: TableBase]) -> FieldColumn? {
    let (name, section, type) = columnTypes[place]
    let fields = self.type.fields.count
    guard place >= fields, let host = host(of: self.type.derived[place - fields]) else {
      return FieldColumn(
        name: name, type: type, section: base.sections(section), rows: base.rows, keeper: base.keeper)
    }
    guard let source = bases[host] else { return FieldColumn(name: name, type: type, section: section) }
    return FieldColumn(
      name: name, type: type, section: source.sections(Self.hosted(section)), rows: base.rows, keeper: source.keeper)
  }

  /// What a derived section of the owner is called in the index of the kind it comes from.
  private static func hosted(_ section: String) -> String { "owner." + section }

  private func installOrders(_ base: TableBase, _ starts: Column<Int32>?, _ rows: Column<Int32>?) -> Bool {
    if type.kind.owner != nil {
      guard let starts, let rows else { return false }
      children = Children(starts: starts, rows: rows)
    }
    for name in orders.keys {
      guard let rows = Column<Int32>(base.sections("order." + name), keeper: base.keeper), rows.count == base.rows
      else { return false }
      orders[name] = KeptOrder(rows)
    }
    return true
  }

  private func installNames(_ base: TableBase) -> Bool {
    guard names.isKept, case .text? = column(type.kind.label)?.storage else { return true }
    guard let names = NameSearch(base.sections, rows: base.rows, keeper: base.keeper) else { return false }
    self.names = names
    return true
  }

  private func installUnresolved(_ base: TableBase) -> Bool {
    for field in columns.prefix(type.fields.count) {
      guard case .reference = field.storage else { continue }
      guard let rows = Column<Int32>(base.sections("unresolved." + field.name), keeper: base.keeper) else {
        return false
      }
      for row in rows.values where hasRow(row) {
        guard let id = storedObject(at: row)?[field.name]?.text.flatMap({ RecordID($0) }) else { continue }
        unresolved[field.name, default: [:]][id, default: []].append(row)
      }
    }
    return true
  }

  /// Everything that an index file keeps of this table; valid until the next change.
  public func withSections(_ body: ([ColumnSection]) -> Void) {
    var sections = [
      idHigh.section("id.high"), idLow.section("id.low"), revisions.section("revision"), lines.section("line"),
      texts.arena.section("arena"),
    ]
    for (place, type) in columnTypes.enumerated() {
      let derived = place - self.type.fields.count
      if derived >= 0, host(of: self.type.derived[derived]) != nil { continue }
      if let section = columns[place].section(type.section) { sections.append(section) }
    }
    if let owners = ownerTable {
      for place in hostedPlaces.map({ $0 + owners.type.fields.count }) {
        let name = Self.hosted(owners.columnTypes[place].section)
        if let section = owners.columns[place].section(name) { sections.append(section) }
      }
    }
    if type.kind.owner != nil {
      sections += [children.starts.section("children.starts"), children.rows.section("children.rows")]
    }
    for (name, order) in orders { sections.append(order.rows.section("order." + name)) }
    if names.isKept { sections += names.sections }
    var kept: [Column<Int32>] = []
    for field in columns.prefix(type.fields.count) {
      guard case .reference = field.storage else { continue }
      let rows = Column<Int32>()
      for row in (unresolved[field.name] ?? [:]).values.joined().sorted() { rows.append(row) }
      kept.append(rows)
      sections.append(rows.section("unresolved." + field.name))
    }
    body(sections)
    withExtendedLifetime(kept) {}
  }

  /// The line of a record that stands unchanged in the mapped snapshot, without its line feed; nil for others.
  public func line(at row: Row) -> UnsafeRawBufferPointer? {
    let slice = Slice(packed: lines[row])
    guard isLive(row), changed[row] == nil, slice.isPresent else { return nil }
    return texts.bytes(slice)
  }
}

extension NameSearch {
  init?(_ section: (String) -> ColumnSection?, rows count: Int, keeper: AnyObject) {
    guard let bytes = Column<UInt8>(section("names.bytes"), keeper: keeper),
      let starts = Column<UInt64>(section("names.starts"), keeper: keeper), starts.count == count + 1,
      let words = Column<UInt64>(section("names.words"), keeper: keeper), words.count > bytes.count / 64,
      let rows = Column<Int32>(section("names.rows"), keeper: keeper), rows.count == count,
      let places = Column<Int32>(section("names.places"), keeper: keeper), places.count == count,
      let marks = NameMarks(section("names.marks"), names: count, keeper: keeper)
    else { return nil }
    self.init()
    (self.bytes, self.starts, self.words) = (bytes, starts, words)
    (self.rows, self.places, self.marks) = (rows, places, marks)
  }

  var sections: [ColumnSection] {
    [
      bytes.section("names.bytes"), starts.section("names.starts"), words.section("names.words"),
      rows.section("names.rows"), places.section("names.places"), marks.section,
    ]
  }
}
