import JSONText
import JenjangDomain

/// What one row says, read and not yet compared with the book.
struct RowReading {
  /// Fields of the record itself.
  var own = JSONObject()
  /// Fields of the first row of each history.
  var histories: [String: JSONObject] = [:]
  var problems: [ImportProblem] = []
  var needs: [(record: RecordID, column: Int)] = []
  var named: [(record: RecordID, column: Int)] = []

  /// Puts a field of the record (source nil) or of the first row of a history.
  mutating func take(_ value: JSONValue, for field: String, of source: String?) {
    if let source {
      histories[source, default: JSONObject()][field] = value
    } else {
      own[field] = value
    }
  }

  func has(_ field: String, of source: String?) -> Bool {
    (source.map { histories[$0] ?? JSONObject() } ?? own)[field] != nil
  }

  /// Whether something about a field has been said already.
  func hasProblem(_ field: String?, source: String?, _ plan: ImportPlan) -> Bool {
    guard let column = plan.column(field, source: source) else { return false }
    return problems.contains { $0.column == column }
  }
}

extension ImportPlan {
  /// The column that holds a field of the record (source nil) or of one of its histories.
  func column(_ field: String?, source: String?) -> Int? {
    targetOfColumn.firstIndex { $0.map { $0.source == source && $0.spec.name == field } ?? false }
  }

  /// Judges a row, which must have been indexed.
  mutating func judge(_ row: Int, in book: Book) {
    rows[row].forgetJudgement()
    guard let table = book.table(kind) else { return }
    if let reason = reasonToPassOver(row, table.type) {
      rows[row].judged = .passedOver
      rows[row].findings = [
        ImportProblem(column: nil, field: nil, value: "", reason: reason, severity: .warning)
      ]
      return
    }
    var reading = read(row, in: book)
    separateTitles(row, table.type, &reading, in: book)
    checkKey(of: row, table, &reading)
    if let record = rows[row].record, !reading.problems.contains(where: { $0.column == nil && $0.severity == .error }) {
      compare(row, record, table, &reading, in: book)
    }
    rows[row].findings = reading.problems
    rows[row].needs = reading.needs
    rows[row].named = reading.named
    if rows[row].hasErrors || rows[row].record == nil {
      rows[row].judged = .refused
      rows[row].operations = []
    }
    rows[row].size = rows[row].operations.reduce(0) { $0 + $1.journalSize }
  }

  private mutating func read(_ row: Int, in book: Book) -> RowReading {
    var reading = RowReading()
    if rows[row].hasOpenQuote {
      reading.problems.append(ImportProblem(column: nil, field: nil, value: "", reason: .openQuote))
    }
    if let column = rows[row].cells.indices.last, column >= headers.count,
      let extra = rows[row].cells[headers.count...].first(where: { !$0.isEmpty })
    {
      reading.problems.append(
        ImportProblem(
          column: nil, field: nil, value: extra, reason: .tooManyCells(rows[row].cells.count, headers.count)))
    }
    var rests: [(words: JSONValue, field: String, source: String?)] = []
    for (column, target) in targetOfColumn.enumerated() {
      guard let target else { continue }
      let text = rows[row].cells[column]
      guard !text.isEmpty else { continue }
      if let part = target.part {
        add(text, to: part, target, column, &reading)
        continue
      }
      switch cells.read(text, for: target, in: book) {
      case .success(nil): continue
      case .success(let value?):
        reading.take(value, for: target.spec.name, of: target.source)
        if target.source == nil { noteNeed(value, target.spec, column, &reading) }
        noteName(value, column, text, &reading)
      case .failure(let fault):
        if let (value, words) = cells.beginning(text, for: target), let rest = target.spec.rest {
          reading.take(value, for: target.spec.name, of: target.source)
          rests.append((.string(words), rest, target.source))
          continue
        }
        let isLeftAlone = fault.isStrange && !target.spec.isRequired
        reading.problems.append(
          ImportProblem(
            column: column, field: target.name, value: text,
            reason: isLeftAlone ? .leftAlone : fault.reason, repair: fault.repair,
            severity: isLeftAlone ? .warning : .error))
      }
    }
    for (words, field, source) in rests where !reading.has(field, of: source) {
      reading.take(words, for: field, of: source)
    }
    return reading
  }

  /// Puts the level of one competency beside those that the row has of others: `3`, or `3/70/80/75` with its parts.
  private func add(_ text: String, to code: String, _ target: ImportTarget, _ column: Int, _ reading: inout RowReading)
  {
    let field = target.spec.name
    var marks = reading.own[field]?.text.flatMap { CompetencyMarks($0) } ?? CompetencyMarks()
    guard let mark = CompetencyMarks("\(code) \(text.filter { $0 != " " })")?[code] else {
      reading.problems.append(ImportProblem(column: column, field: target.name, value: text, reason: .noLevel))
      return
    }
    marks[code] = mark
    reading.own[field] = .string(marks.text)
  }

  /// Remembers a reference to a record that the same file makes.
  private func noteNeed(_ value: JSONValue, _ spec: FieldSpec, _ column: Int, _ reading: inout RowReading) {
    guard case .reference(kind) = spec.type, let id = value.text.flatMap({ RecordID($0) }), keys.rowOfNew[id] != nil
    else { return }
    reading.needs.append((id, column))
  }

  /// Remembers a record that is made because this cell names it.
  private func noteName(_ value: JSONValue, _ column: Int, _ text: String, _ reading: inout RowReading) {
    guard let id = value.text.flatMap({ RecordID($0) }), let record = cells.named[id] else { return }
    reading.named.append((id, column))
    guard let alike = record.alike else { return }
    reading.problems.append(
      ImportProblem(
        column: column, field: mapping.targets[column], value: text, reason: .alike(alike), repair: alike,
        severity: .warning))
  }

  /// The fields of the record (source nil) or of a history that refer to records which are yet to be made.
  func pendingFields(_ reading: RowReading, source: String?) -> Set<String> {
    let columns = reading.named.map(\.column) + reading.needs.map(\.column)
    return Set(columns.compactMap { targetOfColumn[$0] }.filter { $0.source == source }.map(\.spec.name))
  }

  private func checkKey(of row: Int, _ table: Table, _ reading: inout RowReading) {
    let field = Self.keyFields(of: table.type)[0]
    let column = mapping.column(of: field)
    if rows[row].record == nil {
      guard !reading.hasProblem(field, source: nil, self) else { return }
      let title = table.type.field(field)?.title ?? table.type.kind.title
      reading.problems.append(ImportProblem(column: column, field: field, value: "", reason: .noKey(title)))
    } else if let earlier = keys.earlier(than: row) {
      let value = column.map { rows[row].cells[$0] } ?? ""
      reading.problems.append(
        ImportProblem(column: column, field: field, value: value, reason: .sameAs(line: rows[earlier].line)))
    }
  }

  /// Compares what was read with the record as it stands, and works out what to save.
  private mutating func compare(
    _ row: Int, _ record: RecordID, _ table: Table, _ reading: inout RowReading, in book: Book
  ) {
    let found = table.row(of: record)
    var object = found.flatMap { table.object(at: $0) } ?? JSONObject()
    var changes: [String: Change] = [:]
    for member in reading.own.members where object[member.key] != member.value {
      changes[member.key] = Change(old: object[member.key], new: member.value)
      object[member.key] = member.value
    }
    if found == nil { complete(row, &object, of: record, table.type) }
    if found == nil || !changes.isEmpty {
      let pending = pendingFields(reading, source: nil)
      for problem in table.type.problems(of: object, id: record, in: book) {
        guard found == nil || problem.field == nil || changes[problem.field ?? ""] != nil else { continue }
        let isExpected = problem.severity == .error && problem.rule == nil && pending.contains(problem.field ?? "")
        if isExpected { continue }
        add(problem, source: nil, row, &reading)
      }
    }
    if found == nil {
      rows[row].operations = [.create(kind: kind, id: record, object: object)]
      rows[row].judged = .create
    } else if let found, !changes.isEmpty {
      rows[row].operations = [
        .update(kind: kind, id: record, base: table.revision(of: found), changes: changes)
      ]
      rows[row].judged = .update(changes)
    } else {
      rows[row].judged = .unchanged
    }
    beginHistories(row, record, table, &reading, in: book)
  }

  func add(_ problem: Problem, source: String?, _ row: Int, _ reading: inout RowReading) {
    guard !reading.hasProblem(problem.field, source: source, self) else { return }
    let column = column(problem.field, source: source)
    reading.problems.append(
      ImportProblem(
        column: column, field: problem.field, value: column.map { rows[row].cells[$0] } ?? "", reason: problem.text,
        severity: problem.severity))
  }
}

extension Operation {
  /// About how many bytes it takes in a line of the journal.
  var journalSize: Int {
    switch self {
    case .create(_, _, let object), .delete(_, _, _, let object): 160 + JSONWriter.bytes(.object(object)).count
    case .update(_, _, _, let changes):
      changes.reduce(160) { size, change in
        let values = [change.value.old, change.value.new].compactMap(\.self)
        return size + change.key.utf8.count + 16 + values.reduce(0) { $0 + JSONWriter.bytes($1).count }
      }
    }
  }
}

extension Text {
  fileprivate static let openQuote = Text(
    "Tanda kutip dibuka tetapi tidak ditutup", en: "A quote is opened and never closed")
  fileprivate static func tooManyCells(_ count: Int, _ headers: Int) -> Text {
    Text(
      "Ada \(count) sel untuk \(headers) judul; beri tanda kutip pada isi yang memuat pemisah",
      en: "There are \(count) cells for \(headers) headings; put quotes around text that holds a delimiter")
  }
  fileprivate static let noLevel = Text(
    "Ketik tingkat 1-5, atau tingkat/P/K/S seperti 3/70/80/75", en: "A level 1-5, or level/K/S/A such as 3/70/80/75")
  fileprivate static let leftAlone = Text("Belum ada; tidak diisi", en: "Not there; left blank")
  fileprivate static func alike(_ name: String) -> Text {
    Text("Hampir sama dengan “\(name)”; salah satunya salah tulis?", en: "Nearly “\(name)”; is one of them misspelt?")
  }
  fileprivate static func noKey(_ title: Text) -> Text {
    Text("\(title.indonesian) kosong", en: "\(title.english) is blank")
  }
  fileprivate static func sameAs(line: Int) -> Text {
    Text("Sama dengan baris \(line) berkas ini", en: "The same as line \(line) of this file")
  }
}
