import JSONText
import JenjangDomain

/// A record that is made because rows of an import name it and nobody has it yet.
public struct NamedRecord: Sendable, Hashable {
  public let kind: String
  public let id: RecordID
  public let code: String
  /// The name as the first row writes it.
  public let name: String
  /// An earlier one of the same file with nearly the same name; nil when there is none.
  let alike: String?
  let object: JSONObject
}

/// The records that an import makes from their names alone, for instance the units of a staff list.
struct NamedRecords {
  private var made: [RecordID: NamedRecord] = [:]
  private var names: [String: [(folded: String, shown: String)]] = [:]
  private var codes: [String: Set<String>] = [:]

  subscript(id: RecordID) -> NamedRecord? { made[id] }

  /// Whether a name and a code are all that a record of this type needs.
  static func canBeMade(_ type: RecordType) -> Bool {
    guard type.kind.owner == nil, let label = type.field(type.kind.label), case .text = label.type else { return false }
    return type.fields.allSatisfy { !$0.isRequired || $0.name == type.kind.label || $0.name == "code" }
  }

  /// Makes a record; the error is what its own checks say of the name.
  mutating func make(_ name: String, in table: Table, _ book: Book, id: RecordID) -> Result<NamedRecord, Problem> {
    let kind = table.type.kind
    let code = freeCode(for: name, in: table)
    var object = JSONObject()
    object[kind.label] = .string(name)
    if table.type.field("code") != nil { object["code"] = .string(code) }
    let wrong = table.type.problems(of: object, id: id, in: book).first { $0.severity == .error }
    if let wrong { return .failure(wrong) }
    let earlier = names[kind.name, default: []]
    let alike = earlier.count > 1_000 ? nil : Spelling.nearestName(to: name, among: earlier)
    let record = NamedRecord(kind: kind.name, id: id, code: code, name: name, alike: alike, object: object)
    made[id] = record
    names[kind.name, default: []].append((Folding.folded(name), name))
    codes[kind.name, default: []].insert(code)
    return .success(record)
  }

  /// The words of the name in capitals, with a number behind them when they are taken: `DINAS-KESEHATAN-2`.
  private func freeCode(for name: String, in table: Table) -> String {
    var stem = ""
    for word in name.split(whereSeparator: { !($0.isLetter || $0.isNumber) }) {
      let word = Folding.folded(word).uppercased()
      guard stem.utf8.count + word.utf8.count < 32 else { break }
      stem += stem.isEmpty ? word : "-" + word
    }
    if stem.isEmpty { stem = String(Folding.folded(name).uppercased().prefix(24)) }
    if stem.isEmpty { stem = "1" }
    let taken = codes[table.type.kind.name] ?? []
    let isTaken = { (code: String) in
      taken.contains(code) || !table.rows(Query(conditions: [Query.Condition("code", .equals(code))])).isEmpty
    }
    var code = stem
    var number = 2
    while isTaken(code) {
      code = "\(stem)-\(number)"
      number += 1
    }
    return code
  }
}
