import JSONText
import JenjangDomain

/// An import before it happens: each row of a file with what would come of it.
///
/// A value that is worked out in slices, so that a screen can show how far it is, fix a cell and judge that row again.
/// Nothing is saved here: `commits` gives the transactions.
public struct ImportPlan {
  public let kind: String
  public let encoding: TextEncoding
  public let delimiter: CSVReader.Delimiter
  /// Everything a column can mean.
  public let targets: [ImportTarget]
  /// The kind that the file rather seems to be of.
  public let likelier: LikelierKind?
  public private(set) var mapping: ImportMapping {
    didSet { targetOfColumn = targets(of: mapping) }
  }
  /// The target of each column; nil where it is left out.
  private(set) var targetOfColumn: [ImportTarget?] = []
  public internal(set) var rows: [ImportRow] = []
  public var headers: [String] { mapping.headers }

  private enum Stage: Equatable {
    case reading
    case indexing(Int)
    case judging(Int)
    case settled
  }

  private var stage = Stage.reading
  private var reader: CSVReader
  /// Rows that stood above the headings in the file, and those read with them.
  private var readAhead: [CSVRow]
  let environment: Environment
  var cells: ImportCells
  /// The kinds of records that a name is enough for and to which the targets refer.
  private let namedKinds: [String]
  /// Whether a record of which a row gives only the name is made when it is not found.
  public private(set) var createsUnits: Bool
  var keys = ImportKeys()
  /// The rows in the order in which they can be saved.
  var order: [Int] = []

  /// Begins to read a file for one kind of record.
  ///
  /// `remembered` is the `json` of an earlier mapping. `createsUnits` says whether records of which rows give only the
  /// name are made, for instance units; nil does it when the book has none of them. Throws when the file has no row at
  /// all or the kind is unknown.
  public init(
    kind: String, file: [UInt8], book: Book, environment: Environment, language: Language,
    remembered: JSONObject? = nil, delimiter: CSVReader.Delimiter? = nil,
    createsUnits: Bool? = nil
  ) throws(Problem) {
    guard book.table(kind)?.type.isImported == true else { throw Problem(nil, .unknownKind(kind)) }
    if let refusal = Text.notTable(file.prefix(8)) { throw Problem(nil, refusal) }
    self.kind = kind
    self.environment = environment
    targets = ImportTarget.all(for: kind, in: book)
    reader = CSVReader(file, delimiter: delimiter)
    encoding = reader.encoding
    namedKinds = Self.namedKinds(targets, beside: kind, in: book)
    self.createsUnits = createsUnits ?? namedKinds.allSatisfy { book.table($0)?.count == 0 }
    cells = ImportCells(language: language, making: [], environment)
    guard let beginning = FileBeginning.likeliest(of: reader, HeaderMatcher(targets), remembered, delimiter) else {
      throw Problem(nil, .emptyFile)
    }
    var rest = beginning.reader
    if beginning.rows.isEmpty, beginning.recognised == 0, rest.next() == nil { throw Problem(nil, .noRows) }
    likelier = LikelierKind(than: beginning, of: kind, reader, in: book)
    reader = beginning.reader
    self.delimiter = reader.delimiter
    mapping = beginning.mapping
    readAhead = beginning.rows
    targetOfColumn = targets(of: mapping)
    cells = newCells()
  }

  private func targets(of mapping: ImportMapping) -> [ImportTarget?] {
    mapping.targets.map { name in name.flatMap { name in targets.first { $0.name == name } } }
  }

  /// Whether no column means anything, here or for another kind: the file has no headings.
  public var knowsNoColumn: Bool { likelier == nil && targetOfColumn.allSatisfy { $0 == nil } }

  /// Whether a column refers to records of the same kind, which the same file may make.
  var refersToItself: Bool { targetOfColumn.contains { $0?.spec.type == .reference(kind: kind) && $0?.source == nil } }

  /// Whether every row is judged.
  public var isReady: Bool { stage == .settled }

  /// How far the work is, 0 to 1.
  public var progress: Double {
    let count = Double(max(rows.count, 1))
    return switch stage {
    case .reading: reader.progress * 0.2
    case .indexing(let done): 0.2 + Double(done) / count * 0.2
    case .judging(let done): 0.4 + Double(done) / count * 0.6
    case .settled: 1
    }
  }

  /// Does the work of about so many rows.
  public mutating func advance(rows count: Int, in book: Book) {
    switch stage {
    case .reading: read(count)
    case .indexing(let start):
      let end = min(start + count, rows.count)
      for row in start..<end { index(row, in: book) }
      stage = end < rows.count ? .indexing(end) : .judging(0)
      if end == rows.count { shareKeys(in: book) }
    case .judging(let start):
      let end = min(start + count, rows.count)
      for row in start..<end { judge(row, in: book) }
      stage = end < rows.count ? .judging(end) : .settled
      if end == rows.count { settle() }
    case .settled: break
    }
  }

  private mutating func read(_ count: Int) {
    for _ in 0..<max(1, count) {
      guard let row = readAhead.isEmpty ? reader.next() : readAhead.removeFirst() else {
        stage = .indexing(0)
        return
      }
      guard row.cells.contains(where: { !$0.isEmpty }) else { continue }
      rows.append(ImportRow(row, columns: headers.count))
    }
  }

  /// Decides whether records that rows only name are made; all rows are to be judged again.
  public mutating func setCreatesUnits(_ creates: Bool) {
    createsUnits = creates
    restart()
  }

  private func newCells() -> ImportCells {
    ImportCells(language: cells.language, making: createsUnits ? namedKinds : [], environment)
  }

  /// Sends a column to another target, or leaves it out; all rows are to be judged again.
  public mutating func map(_ column: Int, to target: String?) {
    guard target.map({ name in targets.contains { $0.name == name } }) ?? true else { return }
    mapping.set(target, at: column)
    restart()
  }

  /// Forgets what was judged, for instance because the book has changed meanwhile.
  public mutating func restart() {
    guard stage != .reading else { return }
    for row in rows.indices { rows[row].reset() }
    keys = ImportKeys()
    cells = newCells()
    order = []
    stage = .indexing(0)
  }

  /// Puts another text into a cell and judges the rows that this may concern.
  public mutating func fix(row: Int, column: Int, text: String, in book: Book) {
    guard rows.indices.contains(row), rows[row].cells.indices.contains(column) else { return }
    rows[row].cells[column] = text
    guard stage == .settled else { return }
    var concerned = Set(keys.sharing(row) + [row])
    keys.remove(row)
    index(row, in: book)
    concerned.formUnion(keys.sharing(row))
    for other in concerned { keys.remove(other) }
    for other in concerned.sorted() { index(other, in: book) }
    if isNaming(column), refersToItself {
      shareKeys(in: book)
      concerned = Set(rows.indices)
    }
    for other in concerned.sorted() { judge(other, in: book) }
    settle()
  }

  /// Whether other rows of the file may find a row by this column.
  private func isNaming(_ column: Int) -> Bool {
    guard column < headers.count, let name = mapping.targets[column] else { return false }
    return cells.references[kind]?.fields.contains(name) ?? false
  }

  public var counts: ImportCounts {
    var counts = ImportCounts()
    counts.named = namedRecords.count
    for row in rows {
      switch row.outcome {
      case .unread: counts.unread += 1
      case .create: counts.created += 1
      case .update: counts.updated += 1
      case .unchanged: counts.unchanged += 1
      case .refused: counts.refused += 1
      case .passedOver: counts.passedOver += 1
      }
      if !row.problems.isEmpty, !row.hasErrors { counts.warned += 1 }
    }
    return counts
  }
}

extension Text {
  fileprivate static let emptyFile = Text("Berkas ini kosong", en: "This file is empty")
  fileprivate static let noRows = Text(
    "Tidak ada judul yang dikenal dan tidak ada barisnya", en: "No heading is known, and there is no row")
  fileprivate static let workbook = Text(
    "Ini buku kerja, bukan CSV: buka di Excel atau LibreOffice, simpan sebagai CSV, lalu impor berkas itu",
    en: "This is a workbook and no CSV: open it in Excel or LibreOffice, save it as CSV, import that file")
  fileprivate static let otherwise = Text(
    "Ini dokumen atau gambar, bukan daftar dalam CSV", en: "This is a document or a picture, no list in CSV")

  /// Why a file that begins with these bytes holds no table as text; nil when it may.
  fileprivate static func notTable(_ start: ArraySlice<UInt8>) -> Text? {
    // How Excel began its files before 2007.
    if start.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return .workbook }
    return switch MediaType.of(Array(start)) {
    case "application/zip": .workbook
    case "text/plain", "application/octet-stream": nil
    default: .otherwise
    }
  }

  fileprivate static func unknownKind(_ kind: String) -> Text {
    Text("Jenis data “\(kind)” tidak dikenal", en: "No records of the kind “\(kind)” are known")
  }
}
