import JSONText
import JenjangDomain

/// Reads cells; remembers what codes, dates and flags it has read, for their columns hold few different texts.
struct ImportCells {
  struct Fault: Error, Equatable {
    let reason: Text
    var repair: String?
    /// Nothing like it is known, so that an optional cell may be left alone.
    var isStrange = false
  }

  typealias Reading = Result<JSONValue?, Fault>

  let language: Language
  private var known: [String: [String: Reading]] = [:]
  private var begun: [String: [String: (value: JSONValue, rest: String)?]] = [:]
  private(set) var references: [String: ImportReferences] = [:]
  /// What was not found, by kind and text; looking for something alike is slow.
  private var missed: [String: [String: Fault]] = [:]
  /// The kinds of which a record is made when a row names one that is not there.
  private let making: [String]
  private let environment: Environment
  private(set) var named = NamedRecords()

  init(language: Language, making: [String], _ environment: Environment) {
    self.language = language
    self.making = making
    self.environment = environment
  }

  /// The index of a kind, made when it is first wanted.
  mutating func references(to kind: String, in book: Book) -> ImportReferences? {
    if let made = references[kind] { return made }
    guard let table = book.table(kind) else { return nil }
    let made = ImportReferences(table)
    references[kind] = made
    return made
  }

  mutating func set(_ made: ImportReferences, for kind: String) {
    references[kind] = made
    missed[kind] = nil
  }

  /// The value of a cell; nil when it is blank.
  mutating func read(_ text: String, for target: ImportTarget, in book: Book) -> Reading {
    let spec = target.spec
    let typed = CSVWriter.unguarded(text).composed
    guard !typed.isBlank else { return .success(nil) }
    if spec.type != .flag, Self.isDash(text) { return .success(nil) }
    switch spec.type {
    case .text, .note, .integer, .decimal: return plain(typed, spec, in: book)
    case .employeeNumber:
      if let fault = EmployeeDigits.fault(typed) { return .failure(Fault(reason: fault.reason, repair: fault.repair)) }
      return .success(.string(EmployeeDigits.digits(typed)))
    case .reference(let kind): return reference(typed, to: kind, in: book)
    case .day, .flag, .code, .attachment: break
    }
    if let reading = known[target.name]?[typed] { return reading }
    let reading = readKnown(typed, spec, in: book)
    known[target.name, default: [:]][typed] = reading
    return reading
  }

  /// The code by whose name a cell begins, and what follows it, for a field whose words another one takes: `S-1 Hukum`.
  mutating func beginning(_ text: String, for target: ImportTarget) -> (value: JSONValue, rest: String)? {
    guard target.spec.rest != nil, case .code(let list) = target.spec.type else { return nil }
    if let known = begun[target.name]?[text] { return known }
    let found = list.beginning(CSVWriter.unguarded(text).composed).map { (JSONValue.string($0.entry.code), $0.rest) }
    begun[target.name, default: [:]][text] = .some(found)
    return found
  }

  /// Whether a cell holds the dash by which lists say that there is nothing.
  private static func isDash(_ text: String) -> Bool {
    guard text.utf8.count <= 8, text.utf8.first == 0x2D || text.utf8.first == 0x20 || text.utf8.first == 0xE2 else {
      return false
    }
    return text.unicodeScalars.allSatisfy { $0 == "-" || $0 == " " || $0 == "\u{2013}" || $0 == "\u{2014}" }
  }

  private func readKnown(_ typed: String, _ spec: FieldSpec, in book: Book) -> Reading {
    switch spec.type {
    case .day: return day(typed)
    case .code(let list):
      let reading = plain(typed, spec, in: book)
      guard case .failure(let fault) = reading else { return reading }
      return .failure(Fault(reason: fault.reason, repair: nearest(typed, in: list)))
    default: return plain(typed, spec, in: book)
    }
  }

  private func plain(_ typed: String, _ spec: FieldSpec, in book: Book) -> Reading {
    spec.read(typed, today: book.day, language: language, book: book).mapError { Fault(reason: $0.text) }
  }

  private func day(_ typed: String) -> Reading {
    switch ImportDate.read(typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")) {
    case .day(let day): .success(day.json)
    case .doubtful(let day): .failure(Fault(reason: .doubtfulDate, repair: day.display))
    case .none: .failure(Fault(reason: .noDate))
    }
  }

  private func nearest(_ typed: String, in list: CodeList) -> String? {
    let near = list.candidates(typed)
    if near.count == 1 { return near[0].code }
    let choices = list.entries.flatMap { entry in
      entry.names.map { (folded: Folding.folded($0), shown: entry.code) }
    }
    return Spelling.nearest(to: typed, among: choices)
  }

  private mutating func reference(_ typed: String, to kind: String, in book: Book) -> Reading {
    let trimmed = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard let index = references(to: kind, in: book), let table = book.table(kind) else {
      return .failure(Fault(reason: .notFound(trimmed)))
    }
    let answer = index.find(trimmed, in: table)
    if case .found(let id) = answer { return .success(.string(id.text)) }
    if let found = path(trimmed, to: kind, in: book) { return found }
    switch answer {
    case .found(let id): return .success(.string(id.text))
    case .several(let count):
      return .failure(
        Fault(reason: RecordPath(book).isPath(kind) ? .severalWays(trimmed, count) : .several(trimmed, count)))
    case .none:
      if let fault = missed[kind]?[trimmed] { return .failure(fault) }
      let fault = miss(trimmed, index, table)
      if fault.isStrange, making.contains(kind) { return make(trimmed, table, book) }
      missed[kind, default: [:]][trimmed] = fault
      return .failure(fault)
    }
  }

  /// A record that is named by what it belongs to; nil where the words do not begin with such a one.
  private mutating func path(_ words: String, to kind: String, in book: Book) -> Reading? {
    let paths = RecordPath(book)
    let root = paths.root(of: kind)
    let parts = RecordPath.parts(of: words)
    guard root != kind, let first = parts.first, let table = book.table(root),
      case .found(let begin)? = references(to: root, in: book)?.find(first, in: table)
    else { return nil }
    let found = paths.find(kind, below: begin, parts.dropFirst())
    if found.count == 1 { return .success(.string(found[0].text)) }
    return .failure(Fault(reason: found.isEmpty ? .notFound(words) : .severalWays(words, found.count)))
  }

  private func miss(_ text: String, _ index: ImportReferences, _ table: Table) -> Fault {
    if table.type.field("employeeNumber") != nil, EmployeeDigits.isRounded(text) {
      return Fault(reason: EmployeeDigits.rounded)
    }
    let near = index.nearest(text)
    return Fault(reason: .notFound(text), repair: near, isStrange: near == nil)
  }

  /// Makes a record from its name, so that the rows after this one find it; `1.03.02` is no name.
  private mutating func make(_ name: String, _ table: Table, _ book: Book) -> Reading {
    guard name.unicodeScalars.contains(where: \.properties.isAlphabetic) else {
      return .failure(Fault(reason: .notFound(name), isStrange: true))
    }
    switch named.make(name, in: table, book, id: environment.newID()) {
    case .success(let record):
      references[record.kind]?.add(record.id, isOnlyNamed: true) { record.object[$0]?.text }
      return .success(.string(record.id.text))
    case .failure(let problem): return .failure(Fault(reason: problem.text))
    }
  }
}

extension String {
  /// Whether there is nothing but blanks; the first byte nearly always tells.
  fileprivate var isBlank: Bool {
    guard let first = utf8.first else { return true }
    if first > 0x20, first < 0x7F { return false }
    return unicodeScalars.allSatisfy(\.properties.isWhitespace)
  }
}

extension Text {
  fileprivate static let noDate = Text("Bukan tanggal; tulis misalnya 31-08-2026", en: "Not a date; write 31-08-2026")
  fileprivate static let doubtfulDate = Text(
    "Tanggal meragukan; tulis hari-bulan-tahun dengan empat angka tahun",
    en: "A doubtful date; write day-month-year with four digits of the year")

  fileprivate static func several(_ typed: String, _ count: Int) -> Text {
    Text(
      "\(count) data bernama “\(typed)”; pakai kode atau NIP",
      en: "\(count) records are called “\(typed)”; use the code")
  }

  fileprivate static func severalWays(_ typed: String, _ count: Int) -> Text {
    Text(
      "\(count) data cocok dengan “\(typed)”; tulis NIP > nama > tanggal",
      en: "\(count) records fit “\(typed)”; write NIP > name > date")
  }

  fileprivate static func notFound(_ typed: String) -> Text {
    Text("“\(typed)” tidak ditemukan", en: "“\(typed)” was not found")
  }
}
