import JSONText
import JenjangDomain

/// Reads cells; remembers what codes, dates and flags it has read, for their columns hold few different texts.
struct ImportCells {
  struct Fault: Error, Equatable {
    let reason: Text
    var repair: String?
  }

  typealias Reading = Result<JSONValue?, Fault>

  let language: Language
  private var known: [String: [String: Reading]] = [:]
  private(set) var references: [String: ImportReferences] = [:]

  init(language: Language) { self.language = language }

  /// The index of a kind, made when it is first wanted.
  mutating func references(to kind: String, in book: Book) -> ImportReferences? {
    if let made = references[kind] { return made }
    guard let table = book.table(kind) else { return nil }
    let made = ImportReferences(table)
    references[kind] = made
    return made
  }

  mutating func set(_ made: ImportReferences, for kind: String) { references[kind] = made }

  /// The value of a cell; nil when it is blank.
  mutating func read(_ text: String, for target: ImportTarget, in book: Book) -> Reading {
    let spec = target.spec
    let typed = CSVWriter.unguarded(text)
    guard !typed.isBlank else { return .success(nil) }
    switch spec.type {
    case .text, .note, .integer, .decimal: return plain(typed, spec, in: book)
    case .employeeNumber:
      if let fault = EmployeeDigits.fault(typed) { return .failure(Fault(reason: fault.reason, repair: fault.repair)) }
      return .success(.string(EmployeeDigits.digits(typed)))
    case .reference(let kind): return reference(typed, to: kind, in: book)
    case .day, .flag, .code: break
    }
    if let reading = known[target.name]?[typed] { return reading }
    let reading = readKnown(typed, spec, in: book)
    known[target.name, default: [:]][typed] = reading
    return reading
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
      [entry.code, entry.title.indonesian, entry.title.english].map { (folded: Folding.folded($0), shown: entry.code) }
    }
    return Spelling.nearest(to: typed, among: choices)
  }

  private mutating func reference(_ typed: String, to kind: String, in book: Book) -> Reading {
    guard let index = references(to: kind, in: book), let table = book.table(kind) else {
      return .failure(Fault(reason: .notFound(typed)))
    }
    let trimmed = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    switch index.find(trimmed, in: table) {
    case .found(let id): return .success(.string(id.text))
    case .several(let count): return .failure(Fault(reason: .several(trimmed, count)))
    case .none:
      return .failure(Fault(reason: .notFound(trimmed), repair: index.nearest(trimmed)))
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

  fileprivate static func notFound(_ typed: String) -> Text {
    Text("“\(typed)” tidak ditemukan", en: "“\(typed)” was not found")
  }
}
