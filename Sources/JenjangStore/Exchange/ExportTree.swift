import JSONText
import JenjangDomain

/// The records of a store as a tree of files that are compared line by line, for a folder under version control.
///
/// Each unit is a file with its people, each person with all that belongs to them; what belongs to nobody is a file for
/// each kind. Everything is in the order of the identities, so that two trees differ only where the records do.
struct ExportTree {
  static let units = "units"
  static let others = "kinds"
  /// What says that a folder holds such a tree, and of which store and moment.
  static let description = "STORE.json"

  private static let people = "employees"
  /// The file of those who are in no unit.
  private static let nowhere = "without-unit"

  private let book: Book
  /// The types whose records belong to one of a kind.
  private let parts: [String: [RecordType]]

  init(_ book: Book) {
    self.book = book
    var parts: [String: [RecordType]] = [:]
    for type in book.types {
      if let kind = ExportTree.ownerKind(type) { parts[kind, default: []].append(type) }
    }
    self.parts = parts
  }

  /// The kind whose records own those of a type; nil where they stand by themselves.
  private static func ownerKind(_ type: RecordType) -> String? {
    guard let owner = type.kind.owner, case .reference(let kind)? = type.field(owner)?.type else { return nil }
    return kind
  }

  /// Gives each file with its path, one after the other.
  func visit(_ body: (_ path: String, _ bytes: [UInt8]) throws(StoreError) -> Void) throws(StoreError) {
    var people = peopleByUnit()
    if let table = book.table(ExportTree.units) {
      let names = fileNames(of: table)
      for row in rows(of: table) {
        guard let unit = node(row, in: table) else { continue }
        var object = parts[ExportTree.units] == nil ? ["record": .object(unit)] : unit
        let id = table.id(of: row)
        object[ExportTree.people] = .array(nodes(people.removeValue(forKey: id) ?? [], ExportTree.people))
        try body("\(ExportTree.units)/\(names[id] ?? id.text).json", JSONWriter.indented(.object(object)))
      }
    }
    let left = people.values.flatMap(\.self)
    if !left.isEmpty {
      let object: JSONObject = [ExportTree.people: .array(nodes(left, ExportTree.people))]
      try body("\(ExportTree.units)/\(ExportTree.nowhere).json", JSONWriter.indented(.object(object)))
    }
    for type in book.types where ![ExportTree.units, ExportTree.people].contains(type.kind.name) {
      guard let table = book.table(type.kind.name) else { continue }
      let found = nodes(rows(of: table).filter { !isPart($0, table) }, type.kind.name)
      guard !found.isEmpty else { continue }
      try body("\(ExportTree.others)/\(type.kind.name).json", JSONWriter.indented(.array(found)))
    }
  }

  private func rows(of table: Table) -> [Row] { (0..<table.rowCount).filter { table.isLive($0) } }

  private func peopleByUnit() -> [RecordID?: [Row]] {
    guard let table = book.table(ExportTree.people) else { return [:] }
    return Dictionary(grouping: rows(of: table)) { row in
      let unit = table.value("unit", at: row)?.text.flatMap { RecordID($0) }
      return unit.flatMap { book.table(ExportTree.units)?.row(of: $0) == nil ? nil : $0 }
    }
  }

  /// Whether a record is shown with the one that it belongs to.
  private func isPart(_ row: Row, _ table: Table) -> Bool {
    guard let owner = table.type.kind.owner, let kind = ExportTree.ownerKind(table.type),
      let id = table.value(owner, at: row)?.text.flatMap({ RecordID($0) })
    else { return false }
    return book.table(kind)?.row(of: id) != nil
  }

  private func nodes(_ rows: [Row], _ kind: String) -> [JSONValue] {
    guard let table = book.table(kind) else { return [] }
    let sorted = rows.map { (id: table.id(of: $0), row: $0) }.sorted { $0.id < $1.id }
    return sorted.compactMap { node($0.row, in: table).map { .object($0) } }
  }

  /// A record with what belongs to it; nil when nobody may see it who looks.
  private func node(_ row: Row, in table: Table) -> JSONObject? {
    guard let record = table.exported(row) else { return nil }
    guard let parts = parts[table.type.kind.name] else { return record }
    var object: JSONObject = ["record": .object(record)]
    for type in parts {
      guard let children = book.table(type.kind.name) else { continue }
      let found = nodes(children.rows(ownedBy: row), type.kind.name)
      if !found.isEmpty { object[type.kind.name] = .array(found) }
    }
    return object
  }

  /// A unit's code where it can be a file's name and is the only one of its spelling, else its identity.
  private func fileNames(of table: Table) -> [RecordID: String] {
    var names: [RecordID: String] = [:]
    var users: [String: [RecordID]] = [:]
    for row in rows(of: table) {
      guard let code = table.value("code", at: row)?.text, ExportTree.isFileName(code) else { continue }
      names[table.id(of: row)] = code
      users[code.lowercased(), default: []].append(table.id(of: row))
    }
    for ids in users.values where ids.count > 1 { for id in ids { names[id] = nil } }
    return names
  }

  private static func isFileName(_ code: String) -> Bool {
    guard let first = code.utf8.first, first != UInt8(ascii: "."), first != UInt8(ascii: "-"), code.utf8.count <= 80,
      code.lowercased() != nowhere
    else { return false }
    return code.unicodeScalars.allSatisfy { scalar in
      scalar.isASCII
        && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "._-".unicodeScalars.contains(scalar))
    }
  }
}

/// What writing a tree has changed in its folder.
public struct TreeReport: Sendable, Equatable {
  public let written: Int
  public let removed: Int
  /// The names in the folder that belong to the tree.
  public let names: [String]
}

extension Store {
  /// Writes the records as a tree of files into a folder that is empty or holds an earlier one of this store.
  ///
  /// Only files that differ are written, and those that have no place any more are removed; what else lies in the
  /// folder's root is left alone, as `.git` is. `progress` gets the share of kinds and units that is done.
  public func writeTree(to path: String, progress: (Double) -> Void = { _ in }) throws(StoreError) -> TreeReport {
    try writeTree(on: try PosixDisk(path), progress: progress)
  }

  func writeTree(on target: any Disk, progress: (Double) -> Void) throws(StoreError) -> TreeReport {
    try refuseOther(target)
    // It says whose the folder is before anything else is there.
    let isFirst = try target.facts(ExportTree.description) == nil
    if isFirst { try FileCopy.write(treeDescription, to: ExportTree.description, on: target) }
    for folder in [ExportTree.units, ExportTree.others] { try target.makeFolders(folder) }
    var written = 0
    var paths: Set<String> = []
    let expected = Double(book.types.count + Int(book.table(ExportTree.units)?.rowCount ?? 0))
    let update = { (path: String, bytes: [UInt8]) throws(StoreError) in
      if try target.contents(path) != bytes {
        try FileCopy.write(bytes, to: path, on: target)
        written += 1
      }
    }
    try ExportTree(book).visit { path, bytes throws(StoreError) in
      try update(path, bytes)
      paths.insert(path)
      progress(min(1, Double(paths.count) / expected))
    }
    let removed = try removeStale(target, except: paths)
    try update(ExportTree.description, treeDescription)
    return TreeReport(
      written: written + (isFirst ? 1 : 0), removed: removed,
      names: [ExportTree.description, ExportTree.units, ExportTree.others])
  }

  private var treeDescription: [UInt8] {
    JSONWriter.indented([
      "agency": .string(description.agency), "store": .string(description.store.text),
      "seq": .integer(Int64(head.sequence)), "head": .string(head.hash),
    ])
  }

  private func refuseOther(_ target: any Disk) throws(StoreError) {
    guard let bytes = try target.contents(ExportTree.description) else {
      guard try target.list("").allSatisfy({ $0 == ".git" || $0 == ExportTree.description + ".part" }) else {
        throw .refused(.notATree)
      }
      return
    }
    let said = (try? JSONReader.value(bytes))?.object?["store"]?.text
    guard said == description.store.text else { throw .refused(.otherTree) }
  }

  private func removeStale(_ target: any Disk, except paths: Set<String>) throws(StoreError) -> Int {
    var removed = 0
    for folder in [ExportTree.units, ExportTree.others] {
      for name in try target.list(folder) where !paths.contains("\(folder)/\(name)") {
        guard name.hasSuffix(".json") || name.hasSuffix(".part") else { continue }
        try target.remove("\(folder)/\(name)")
        if name.hasSuffix(".json") { removed += 1 }
      }
    }
    return removed
  }
}

extension Text {
  fileprivate static let notATree = Text(
    "Folder itu berisi hal lain; pilih folder kosong, atau folder ekspor git sebelumnya dari data ini",
    en: "That folder holds something else; choose an empty one, or that of an earlier git export of this store")

  fileprivate static let otherTree = Text(
    "Folder itu berisi ekspor git dari data lain; pilih folder lain",
    en: "That folder holds the git export of another store; choose another folder")
}
