import JSONText
import JenjangDomain
import JenjangStore

/// What an import found and did, for people or for scripts.
struct ImportReport {
  /// How many problems people are shown.
  static let shown = 20

  private let plan: ImportPlan
  private let notes: [Text]
  private let counts: ImportCounts
  private let named: [NamedRecord]
  /// The batch under which rows were saved; nil when nothing was.
  private let saved: RecordID?
  private let output = Output()

  init(_ plan: ImportPlan, notes: [Text], saved: RecordID?) {
    self.plan = plan
    self.notes = notes
    self.saved = saved
    counts = plan.counts
    named = plan.namedRecords
  }

  func print(isJSON: Bool) {
    isJSON ? printLines() : printText()
    output.flush()
  }
}

/// For people: what it comes to, then what is wrong, errors before warnings.
extension ImportReport {
  private func printText() {
    say(.summary(plan.rows.count, counts))
    if !named.isEmpty { say(.named(named.map(\.name), isSaved: saved != nil)) }
    if let likelier = plan.likelier { say(.fitsBetter(likelier, of: plan.headers.count)) }
    for note in notes { say(note) }
    for (header, target) in zip(plan.headers, plan.mapping.targets) where target == nil && !header.isEmpty {
      say(.unused(TextTable.plain(header)))
    }
    let findings = plan.findings
    for finding in findings.prefix(Self.shown) { output.line(line(finding)) }
    if findings.count > Self.shown { say(.more(findings.count - Self.shown)) }
    say(saved == nil ? .notSaved(canSave: counts.created + counts.updated > 0) : .saved)
  }

  private func say(_ text: Text) { output.line(text[Speech.language]) }

  private func line(_ finding: ImportFinding) -> String {
    let (problem, row) = (finding.problem, plan.rows[finding.rows[0]])
    var line = Text("Baris \(row.line)", en: "Line \(row.line)")[Speech.language]
    if let column = problem.column {
      line += ", " + TextTable.plain(plan.headers[column])
      if finding.rows.count == 1 { line += " = “\(TextTable.short(problem.value))”" }
    }
    line += ": " + finding.reason { String($0) }[Speech.language]
    if let repair = problem.repair { line += " → \(repair)?" }
    if problem.severity == .warning { line += Text(" (peringatan)", en: " (warning)")[Speech.language] }
    return line
  }
}

/// For scripts: one line for each row, one for each record that is made beside them, and one for the whole.
extension ImportReport {
  private func printLines() {
    for row in plan.rows { output.line(.object(object(row))) }
    for record in named {
      var object = JSONObject()
      object["creates"] = .string(record.kind)
      object["id"] = .string(record.id.text)
      object["code"] = .string(record.code)
      object["name"] = .string(record.name)
      output.line(.object(object))
    }
    output.line(.object(summary))
  }

  private func object(_ row: ImportRow) -> JSONObject {
    var object = JSONObject()
    object["line"] = .integer(Int64(row.line))
    object["outcome"] = .string(name(row.outcome))
    object["id"] = row.record.map { .string($0.text) }
    if case .update(let changes) = row.outcome { object["fields"] = .array(changes.keys.sorted().map { .string($0) }) }
    if !row.problems.isEmpty { object["problems"] = .array(row.problems.map { .object(self.object($0)) }) }
    return object
  }

  private func object(_ problem: ImportProblem) -> JSONObject {
    var object = JSONObject()
    object["column"] = problem.column.map { .string(plan.headers[$0]) }
    object["field"] = problem.field.map { .string($0) }
    object["value"] = .string(problem.value)
    object["reason"] = .string(problem.reason[Speech.language])
    object["repair"] = problem.repair.map { .string($0) }
    object["severity"] = problem.severity == .error ? "error" : "warning"
    return object
  }

  private func name(_ outcome: ImportRow.Outcome) -> String {
    switch outcome {
    case .unread: "unread"
    case .create: "created"
    case .update: "updated"
    case .unchanged: "unchanged"
    case .refused: "refused"
    case .passedOver: "passedOver"
    }
  }

  private var summary: JSONObject {
    var object = JSONObject()
    object["fits"] = plan.likelier.map { .string($0.kind) }
    object["rows"] = .integer(Int64(plan.rows.count))
    object["created"] = .integer(Int64(counts.created))
    object["updated"] = .integer(Int64(counts.updated))
    object["unchanged"] = .integer(Int64(counts.unchanged))
    object["refused"] = .integer(Int64(counts.refused))
    object["passedOver"] = .integer(Int64(counts.passedOver))
    object["named"] = .integer(Int64(counts.named))
    object["notes"] = .array(notes.map { .string($0[Speech.language]) })
    object["saved"] = .bool(saved != nil)
    object["batch"] = saved.map { .string($0.text) }
    object["mapping"] = .object(plan.mapping.json)
    return object
  }
}

extension Text {
  fileprivate static func summary(_ rows: Int, _ counts: ImportCounts) -> Text {
    let (new, changed, same) = (counts.created, counts.updated, counts.unchanged)
    return Text(
      "\(rows) baris: \(new) baru, \(changed) berubah, \(same) tetap, \(counts.refused) ditolak, "
        + "\(counts.passedOver) dilewati, \(counts.warned) peringatan.",
      en: "\(rows) rows: \(new) new, \(changed) changed, \(same) the same, \(counts.refused) refused, "
        + "\(counts.passedOver) passed over, \(counts.warned) warnings.")
  }

  fileprivate static func named(_ names: [String], isSaved: Bool) -> Text {
    let list = names.prefix(5).map(TextTable.plain).joined(separator: ", ") + (names.count > 5 ? ", …" : "")
    let count = names.count
    return isSaved
      ? Text("\(count) unit dibuat: \(list)", en: "\(count) units made: \(list)")
      : Text("\(count) unit akan dibuat: \(list)", en: "\(count) units would be made: \(list)")
  }

  fileprivate static func unused(_ header: String) -> Text {
    Text("Kolom “\(header)” tidak dipakai", en: "The column “\(header)” is not used")
  }

  fileprivate static func more(_ count: Int) -> Text {
    Text("… dan \(count) lagi (semuanya dengan --json)", en: "… and \(count) more (use --json for all)")
  }

  fileprivate static func notSaved(canSave: Bool) -> Text {
    canSave
      ? Text("Belum disimpan; tambahkan --apply.", en: "Nothing saved yet; add --apply.")
      : Text("Tidak ada yang perlu disimpan.", en: "Nothing to save.")
  }

  fileprivate static let saved = Text("Tersimpan.", en: "Saved.")
}
