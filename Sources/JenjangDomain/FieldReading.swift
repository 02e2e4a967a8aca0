import JSONText

extension Problem: Error {}

extension FieldSpec {
  /// Reads what was typed or imported for this field; nil when it is blank.
  ///
  /// Dates as `Day(typed:)`, decimals with comma or point, codes by code or name in either language, references by
  /// identity, NIP, code or exact name. What comes out has passed the field's own checks, except that blank is allowed
  /// here: whether the field is required is judged with the whole record.
  public func read(_ text: String, today: Day, language: Language, book: Book) -> Result<JSONValue?, Problem> {
    let typed = cleaned(text)
    guard !typed.isEmpty else { return .success(nil) }
    let value: JSONValue
    switch readValue(typed, today: today, language: language, book: book) {
    case .success(let found): value = found
    case .failure(let problem): return .failure(problem)
    }
    if let problem = problem(with: value, in: book) { return .failure(problem) }
    return .success(value)
  }

  /// Reads a value of a JSON document: text as if it had been typed, anything else by its type; null clears.
  public func read(_ value: JSONValue, today: Day, language: Language, book: Book) -> Result<JSONValue?, Problem> {
    switch (value, type) {
    case (.null, _): return .success(nil)
    case (.integer(let number), .decimal(let scale)):
      return decimal(String(number), scale: scale).map(Optional.some)
    case (.number(let text), .decimal(let scale)): return decimal(text, scale: scale).map(Optional.some)
    case (.string(let text), _): return read(text, today: today, language: language, book: book)
    default:
      if let problem = problem(with: value, in: book) { return .failure(problem) }
      return .success(value)
    }
  }

  /// Composed, without blanks at the ends, control characters and, except in a note, line ends.
  private func cleaned(_ text: String) -> String {
    if text.isClean { return text }
    var isNote = false
    if case .note = type { isNote = true }
    let kept = text.unicodeScalars.map { scalar -> Unicode.Scalar in
      guard scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || scalar == "\u{A0}" else { return scalar }
      return isNote && scalar == "\n" ? scalar : " "
    }
    let isBlank = { (scalar: Unicode.Scalar) in scalar == " " || scalar == "\n" }
    let trimmed = kept.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
    var result = String.UnicodeScalarView()
    result.append(contentsOf: trimmed)
    return String(result).composed
  }

  private func readValue(_ typed: String, today: Day, language: Language, book: Book) -> Result<JSONValue, Problem> {
    switch type {
    case .text, .note: return .success(.string(typed))
    case .employeeNumber: return .success(.string(typed.filter { !" .-'".contains($0) }))
    case .day:
      guard let day = Day(typed: typed, today: today, language: language) else { return failure(.noDate) }
      return .success(day.json)
    case .integer:
      guard let number = wholeNumber(typed) else { return failure(.noWholeNumber) }
      return .success(.integer(number))
    case .decimal(let scale): return decimal(typed, scale: scale)
    case .flag:
      guard let flag = flag(typed, language) else { return failure(.noFlag) }
      return .success(.bool(flag))
    case .code(let list): return code(typed, in: list)
    case .reference(let kind): return reference(typed, kind: kind, in: book)
    case .attachment: return failure(.attachElsewhere)
    }
  }

  private func failure(_ text: Text) -> Result<JSONValue, Problem> { .failure(Problem(name, text)) }

  /// `1250` or `1.250`: points only between groups of three digits.
  private func wholeNumber(_ typed: String) -> Int64? {
    let groups = typed.split(separator: ".", omittingEmptySubsequences: false)
    guard groups.count == 1 || groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }) else { return nil }
    return Int64(groups.joined())
  }

  private func decimal(_ typed: String, scale: Int) -> Result<JSONValue, Problem> {
    var text = typed
    if typed.contains(",") { text = typed.filter { $0 != "." }.replacing(",", with: ".") }
    if let value = Decimal(text, scale: scale) { return .success(.string(value.text)) }
    return failure(Decimal(text, scale: 6) == nil ? .noNumber : .tooManyPlaces(scale))
  }

  private func flag(_ typed: String, _ language: Language) -> Bool? {
    switch typed.lowercased() {
    case "ya", "y", "yes", "true", "benar", "1", "x": true
    case "tidak", "tdk", "n", "no", "false", "salah", "0", "-": false
    case "t": language == .indonesian ? false : nil
    default: nil
    }
  }

  private func code(_ typed: String, in list: CodeList) -> Result<JSONValue, Problem> {
    if let entry = list.meant(by: typed) { return .success(.string(entry.code)) }
    return failure(.unknownChoice(Array(list.candidates(typed).prefix(4))))
  }

  private func reference(_ typed: String, kind: String, in book: Book) -> Result<JSONValue, Problem> {
    guard let table = book.table(kind) else { return failure(.notFound(typed)) }
    if let id = RecordID(typed.uppercased()), table.row(of: id) != nil { return .success(.string(id.text)) }
    for field in ["employeeNumber", "code", table.type.kind.label] {
      guard let spec = table.type.field(field) else { continue }
      var wanted = typed
      if case .employeeNumber = spec.type { wanted = typed.filter { !" .-'".contains($0) } }
      let rows = table.rows(Query(conditions: [Query.Condition(field, .equals(wanted))]))
      if rows.count == 1 { return .success(.string(table.id(of: rows[0]).text)) }
      if rows.count > 1 { return failure(.severalFound(typed, rows.count)) }
    }
    return failure(.notFound(typed))
  }
}

extension CodeList.Entry {
  /// Everything it is called: its code, its names, its other spellings.
  public var names: [String] { [code, title.indonesian, title.english] + spellings }
}

extension CodeList {
  /// The only entry that is called so; blanks, points and case do not matter.
  public func meant(by typed: String) -> Entry? {
    if let entry = entry(typed) { return entry }
    let wanted = folded(typed)
    let found = entries.filter { entry in entry.names.contains { folded($0) == wanted } }
    return found.count == 1 ? found[0] : nil
  }

  /// The entry by whose name a text begins, and the words behind it: `S-1 Hukum`; the longest name wins.
  public func beginning(_ typed: String) -> (entry: Entry, rest: String)? {
    let words = typed.split { !($0.isLetter || $0.isNumber) }
    for count in stride(from: words.count - 1, to: 0, by: -1) {
      guard let entry = meant(by: words.prefix(count).joined()) else { continue }
      return (entry, String(typed[words[count].startIndex...]))
    }
    return nil
  }

  /// The entries that a typed part may mean, the likeliest first: by code, by the start of a name, by a part of it.
  public func candidates(_ typed: String) -> [Entry] {
    let wanted = folded(typed)
    guard !wanted.isEmpty else { return entries }
    let ranked = entries.enumerated().compactMap { place, entry -> (rank: Int, place: Int)? in
      let rank = entry.names.compactMap { candidate -> Int? in
        let text = folded(candidate)
        if text == wanted { return 0 }
        if text.hasPrefix(wanted) { return 1 }
        return text.contains(wanted) ? 2 : nil
      }
      return rank.min().map { ($0, place) }
    }
    return ranked.sorted { $0 < $1 }.map { entries[$0.place] }
  }
}

/// Letters and digits in lower case: what remains when spelling habits are taken away.
private func folded(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }

extension Text {
  fileprivate static let noDate = Text(
    "Bukan tanggal; ketik misalnya 31-08-2026", en: "Not a date; type for instance 31-08-2026")
  fileprivate static let noWholeNumber = Text("Bukan bilangan bulat", en: "Not a whole number")
  fileprivate static let noNumber = Text("Bukan bilangan", en: "Not a number")
  fileprivate static let attachElsewhere = Text(
    "Berkas dilampirkan lewat formulir atau `jenjang attach`",
    en: "A file is attached by the form or by `jenjang attach`")
  fileprivate static let noFlag = Text("Isi dengan ya atau tidak", en: "Answer yes or no")

  fileprivate static func tooManyPlaces(_ scale: Int) -> Text {
    Text("Paling banyak \(scale) angka di belakang koma", en: "At most \(scale) digits after the point")
  }

  fileprivate static func unknownChoice(_ near: [CodeList.Entry]) -> Text {
    guard !near.isEmpty else { return Text("Bukan pilihan yang ada", en: "Not one of the choices") }
    let indonesian = near.map { "\($0.code) (\($0.title.indonesian))" }.joined(separator: ", ")
    let english = near.map { "\($0.code) (\($0.title.english))" }.joined(separator: ", ")
    return Text("Bukan pilihan yang ada; mungkin \(indonesian)", en: "Not one of the choices; perhaps \(english)")
  }

  fileprivate static func notFound(_ typed: String) -> Text {
    Text("“\(typed)” tidak ditemukan", en: "“\(typed)” was not found")
  }

  fileprivate static func severalFound(_ typed: String, _ count: Int) -> Text {
    Text(
      "\(count) data bernama “\(typed)”; pakai kode, NIP atau nomor data",
      en: "\(count) records are called “\(typed)”; use the code, the number or the identity")
  }
}

extension String {
  /// Whether there is nothing to clean: the usual case, told from the bytes alone.
  fileprivate var isClean: Bool {
    guard let first = utf8.first, let last = utf8.last, first != 0x20, last != 0x20 else { return isEmpty }
    // 0xC2 begins the control characters and the blank above ASCII, 0xCC and above what may be composed.
    for byte in utf8 where byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte >= 0xCC { return false }
    return true
  }
}
