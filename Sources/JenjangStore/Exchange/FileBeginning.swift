import JSONText

/// The headings of a file: the row among the first ones that has most of them, whatever stands above it.
struct FileBeginning {
  /// How far down the headings are looked for.
  static let depth = 20

  /// Behind the rows that were looked at.
  let reader: CSVReader
  let mapping: ImportMapping
  /// The rows that were looked at and stand below the headings.
  let rows: [CSVRow]
  /// How many headings were recognised.
  var recognised: Int { mapping.targets.count { $0 != nil } }

  /// Reads with the delimiter by which most headings are recognised, unless one is given; nil when the file is empty.
  ///
  /// A title above the table tells nothing of the delimiter, and its commas may well mislead.
  static func likeliest(
    of reader: CSVReader, _ matcher: HeaderMatcher, _ remembered: JSONObject?, _ delimiter: CSVReader.Delimiter?
  ) -> FileBeginning? {
    let first = FileBeginning(reader, matcher, remembered)
    guard delimiter == nil, let first else { return first }
    let others = CSVReader.Delimiter.allCases.filter { $0 != reader.delimiter }
    return others.compactMap { FileBeginning(reader.reading($0), matcher, remembered) }
      .reduce(first) { $1.recognised > $0.recognised ? $1 : $0 }
  }

  private init?(_ start: CSVReader, _ matcher: HeaderMatcher, _ remembered: JSONObject?) {
    var reader = start
    var rows: [CSVRow] = []
    while rows.count < Self.depth, let row = reader.next() { rows.append(row) }
    guard !rows.isEmpty else { return nil }
    let mappings = rows.map { matcher.mapping($0.cells, remembered: remembered) }
    let counts = mappings.map { $0.targets.count { $0 != nil } }
    let header = counts.indices.max { counts[$0] < counts[$1] || counts[$0] == counts[$1] && $0 > $1 } ?? 0
    self.reader = reader
    mapping = mappings[header]
    self.rows = Array(rows[(header + 1)...])
  }
}
