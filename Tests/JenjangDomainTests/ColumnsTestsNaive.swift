import JSONText

@testable import JenjangDomain

/// The same book as plain dictionaries, written for clarity alone.
struct Naive {
  struct Entry {
    var object: JSONObject?
    var revision: Int
  }

  var day = Life.day
  /// In the order of their rows.
  var order: [String: [RecordID]] = [:]
  var entries: [String: [RecordID: Entry]] = [:]

  func ids(_ kind: String) -> [RecordID] { (order[kind] ?? []).filter { entries[kind]?[$0]?.object != nil } }
  func object(_ kind: String, _ id: RecordID) -> JSONObject? { entries[kind]?[id]?.object }

  mutating func apply(_ operation: JenjangDomain.Operation) {
    let kind = operation.kind
    let id = operation.id
    switch operation {
    case .create(_, _, let object):
      if entries[kind]?[id] == nil { order[kind, default: []].append(id) }
      entries[kind, default: [:]][id] = Entry(object: object, revision: 1)
    case .update(_, _, _, let changes):
      for (name, change) in changes { entries[kind]?[id]?.object?[name] = change.new }
      entries[kind]?[id]?.revision += 1
    case .delete: entries[kind]?[id]?.object = nil
    }
  }

  func type(_ kind: String) -> RecordType? { Life.types.first { $0.kind.name == kind } }

  func children(_ kind: String, _ owner: RecordID) -> [RecordID] {
    guard let type = type(kind), let field = type.kind.owner, let date = type.kind.date else { return [] }
    let owner = owner.text
    return ids(kind).filter { object(kind, $0)?[field]?.text == owner }
      .sorted { left, right in
        let first = day(object(kind, left)?[date])
        let second = day(object(kind, right)?[date])
        return first == second ? left < right : first < second
      }
  }

  /// Absent days first, then those that are no days.
  private func day(_ value: JSONValue?) -> Int32 {
    guard let value else { return .min }
    return value.text.flatMap { Day(iso: $0)?.number } ?? .min + 1
  }

  func fieldType(_ kind: String, _ field: String) -> FieldType? {
    if let spec = type(kind)?.field(field) { return spec.type }
    return type(kind)?.derived.first { $0.name == field }.flatMap { type($0.source)?.field($0.field)?.type }
  }

  func value(_ kind: String, _ id: RecordID, _ field: String) -> JSONValue? {
    guard let object = object(kind, id) else { return nil }
    guard type(kind)?.field(field) == nil, let derived = type(kind)?.derived.first(where: { $0.name == field })
    else { return object[field] }
    let newest = children(derived.source, id).last { child in
      guard let date = type(derived.source)?.kind.date, let row = self.object(derived.source, child) else {
        return false
      }
      if let exception = derived.exception, let code = row[exception.field]?.text, exception.codes.contains(code) {
        return false
      }
      let number = self.day(row[date])
      return number != .min + 1 && number <= day.number
    }
    return newest.flatMap { self.object(derived.source, $0)?[derived.field] }
  }
}

extension Naive {
  private static let marks: [Character: Character] = ["é": "e", "ñ": "n", "ö": "o", "Ñ": "n", "É": "e"]

  /// Lower case, without the marks that the tests' names use.
  static func folded(_ text: String) -> String {
    String(text.map { marks[$0] ?? ($0.isASCII ? Character($0.lowercased()) : $0) })
  }

  static func letters(_ text: String) -> String { folded(text).filter { $0.isLetter || $0.isNumber } }

  /// Words of a text from each word's beginning to the end of the text.
  static func beginsWord(_ text: String, _ wanted: String) -> Bool {
    let characters = Array(folded(text))
    return characters.indices.contains { index in
      guard characters[index].isLetter || characters[index].isNumber else { return false }
      let isStart = index == 0 || !(characters[index - 1].isLetter || characters[index - 1].isNumber)
      return isStart && letters(String(characters[index...])).hasPrefix(wanted)
    }
  }

  func search(_ kind: String, _ text: String) -> [RecordID] {
    let wanted = Naive.letters(text)
    let all = ids(kind)
    guard !wanted.isEmpty else { return all }
    func name(_ id: RecordID) -> String { object(kind, id)?["name"]?.text ?? "" }
    func number(_ id: RecordID) -> String { object(kind, id)?["number"]?.text ?? "" }
    let isNumber = wanted.allSatisfy { $0.isASCII && $0.isNumber }
    func rank(_ id: RecordID) -> Int {
      let letters = Naive.letters(name(id))
      let number = isNumber ? number(id) : ""
      if letters == wanted || number == wanted { return 0 }
      if letters.contains(wanted) && Naive.beginsWord(name(id), wanted) || number.hasPrefix(wanted) { return 1 }
      return letters.contains(wanted) || number.contains(wanted) ? 2 : 3
    }
    let ranked = all.map { (id: $0, rank: rank($0)) }
    return (0..<3).flatMap { wanted in
      sorted(kind, ranked.filter { $0.rank == wanted }.map(\.id), Query.Sort("name"))
    }
  }

  /// What a value sorts by: whether it is regular, and its place among regular ones.
  func sortKey(_ kind: String, _ id: RecordID, _ field: String) -> (class: Int, number: Int64, text: [UInt8]) {
    guard let value = value(kind, id, field) else { return (2, 0, []) }
    let irregular = (class: 1, number: Int64(0), text: [UInt8]())
    switch fieldType(kind, field) {
    case .text?: return value.text.map { (0, 0, Array(Naive.folded($0).utf8)) } ?? irregular
    case .employeeNumber?: return value.text.flatMap { Int64($0) }.map { (0, $0, []) } ?? irregular
    case .day?: return value.text.flatMap { Day(iso: $0) }.map { (0, Int64($0.number), []) } ?? irregular
    case .integer?: return value.integer.map { (0, $0, []) } ?? irregular
    case .decimal?:
      return value.text.flatMap { Decimal($0, scale: 2) }.flatMap { $0.text == value.text ? (0, $0.units, []) : nil }
        ?? irregular
    case .flag?: return value.bool.map { (0, $0 ? 1 : 0, []) } ?? irregular
    case .code(let list)?: return value.text.flatMap { list.index(of: $0) }.map { (0, Int64($0), []) } ?? irregular
    case .reference(let target)?:
      guard let id = value.text.flatMap({ RecordID($0) }), let object = object(target, id),
        let name = object["name"]?.text
      else { return irregular }
      return (0, 0, Array(Naive.folded(name).utf8))
    default: return irregular
    }
  }

  func sorted(_ kind: String, _ ids: [RecordID], _ sort: Query.Sort) -> [RecordID] {
    let keyed = ids.enumerated().map { (offset: $0.offset, id: $0.element, key: sortKey(kind, $0.element, sort.field)) }
    return keyed.sorted { left, right in
      if left.key.class != right.key.class { return left.key.class < right.key.class }
      if left.key.number != right.key.number { return (left.key.number < right.key.number) != sort.isDescending }
      if left.key.text != right.key.text {
        return left.key.text.lexicographicallyPrecedes(right.key.text) != sort.isDescending
      }
      return left.offset < right.offset
    }.map(\.id)
  }
}
