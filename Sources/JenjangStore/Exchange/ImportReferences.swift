import JSONText
import JenjangDomain

/// Finds the records of one kind by number, code or name, without asking the table for each cell.
struct ImportReferences {
  enum Answer: Equatable {
    case found(RecordID)
    case several(Int)
    case none
  }

  private let numberField: String?
  private let codeField: String?
  private let labelField: String
  /// The fields by which a record is named in files, the surest first.
  var fields: [String] { [numberField, codeField, labelField].compactMap(\.self) }
  private var exact: [String: RecordID] = [:]
  private var byLabel: [String: (shown: String, ids: [RecordID])] = [:]
  private var onlyNamed: Set<String> = []

  init(_ table: Table) {
    let type = table.type
    numberField = type.field("employeeNumber") == nil ? nil : "employeeNumber"
    codeField = type.field("code") == nil ? nil : "code"
    labelField = type.kind.label
    for row in 0..<table.rowCount where table.isLive(row) {
      add(table.id(of: row)) { table.value($0, at: row)?.text }
    }
  }

  /// Takes a record that is in the file and not yet in the book; one that is only named there is never proposed.
  mutating func add(_ id: RecordID, isOnlyNamed: Bool = false, _ value: (String) -> String?) {
    if let number = numberField.flatMap(value) { exact[Self.key(number, isNumber: true)] = id }
    if let code = codeField.flatMap(value) { exact[Self.key(code, isNumber: false)] = id }
    guard let label = value(labelField) else { return }
    let folded = Folding.folded(label)
    byLabel[folded, default: (label, [])].ids.append(id)
    if isOnlyNamed { onlyNamed.insert(folded) }
  }

  func find(_ text: String, in table: Table) -> Answer {
    if let id = RecordID(text.uppercased()), table.row(of: id) != nil { return .found(id) }
    if let id = exactly(text) { return .found(id) }
    let named = byLabel[Folding.folded(text)]?.ids ?? []
    return named.count == 1 ? .found(named[0]) : named.isEmpty ? .none : .several(named.count)
  }

  /// By number or code alone: these say which record is meant without doubt.
  func exactly(_ text: String) -> RecordID? {
    if numberField != nil, let id = exact[Self.key(text, isNumber: true)] { return id }
    return codeField == nil ? nil : exact[Self.key(text, isNumber: false)]
  }

  /// A name close to what was written.
  func nearest(_ text: String) -> String? {
    guard byLabel.count <= 5_000 else { return nil }
    let known = byLabel.lazy.filter { !onlyNamed.contains($0.key) }
    return Spelling.nearestName(to: text, among: known.map { (folded: $0.key, shown: $0.value.shown) })
  }

  static func key(_ text: String, isNumber: Bool) -> String {
    isNumber ? EmployeeDigits.digits(text) : text.lowercased()
  }
}
