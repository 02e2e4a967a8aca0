import JSONText

/// What a user can put right, at the field where it stands.
public struct Problem: Sendable, Hashable {
  public enum Severity: Sendable, Hashable {
    /// Must be put right before saving.
    case error
    /// Is shown and may stand.
    case warning
  }

  /// The name of the field; nil when the record as a whole is meant.
  public let field: String?
  public let severity: Severity
  public let text: Text
  /// The rule it comes from, `N6` for instance; nil when it has no name.
  public let rule: String?

  public init(_ field: String?, _ text: Text, severity: Severity = .error, rule: String? = nil) {
    self.field = field
    self.text = text
    self.severity = severity
    self.rule = rule
  }
}

extension FieldSpec {
  /// What is wrong with a stored value by this field's type alone; nil when nothing is.
  public func problem(with value: JSONValue?, in book: Book) -> Problem? {
    guard let value else {
      return isRequired
        ? Problem(name, Text("\(title.indonesian) wajib diisi", en: "\(title.english) is required")) : nil
    }
    switch type {
    case .text(let maximum), .note(let maximum):
      guard let text = value.text else { return wrongType }
      if text.utf8.contains(where: { isControl($0) }) { return Problem(name, .control) }
      return text.unicodeScalars.count <= maximum ? nil : Problem(name, .tooLong(maximum))
    case .employeeNumber: return value.text == nil ? wrongType : nil
    case .day: return Day(json: value, type: type) == nil ? wrongType : nil
    case .integer(let range):
      guard let number = value.integer else { return wrongType }
      return range.contains(Int(number)) ? nil : Problem(name, .outOfRange(range))
    case .decimal: return Decimal(json: value, type: type) == nil ? wrongType : nil
    case .flag: return value.bool == nil ? wrongType : nil
    case .code(let list):
      guard let code = value.text, list.index(of: code) != nil else { return Problem(name, .unknownCode(list)) }
      return nil
    case .attachment: return Attachment(json: value) == nil ? wrongType : nil
    case .reference(let kind):
      guard let text = value.text, let id = RecordID(text), book.table(kind)?.row(of: id) != nil
      else { return Problem(name, Text("Tidak ditemukan; pilih dengan F4", en: "Not found; choose with F4")) }
      return nil
    }
  }

  /// Bytes that no terminal should be given; a note may have lines.
  private func isControl(_ byte: UInt8) -> Bool {
    guard byte < 0x20 || byte == 0x7F else { return false }
    if case .note = type { return byte != 0x0A && byte != 0x09 }
    return true
  }

  /// What is said about a value that the field cannot hold.
  var wrongType: Problem {
    Problem(name, Text("Isian tidak terbaca sebagai \(title.indonesian)", en: "Not readable as \(title.english)"))
  }
}

extension Text {
  fileprivate static let control = Text(
    "Memuat aksara kendali; ketik ulang isinya", en: "Holds control characters; type it again")
  fileprivate static func tooLong(_ maximum: Int) -> Text {
    Text("Paling panjang \(maximum) huruf", en: "At most \(maximum) characters")
  }
  fileprivate static func outOfRange(_ range: ClosedRange<Int>) -> Text {
    Text(
      "Harus antara \(range.lowerBound) dan \(range.upperBound)",
      en: "Must be between \(range.lowerBound) and \(range.upperBound)")
  }
  fileprivate static func unknownCode(_ list: CodeList) -> Text {
    let codes = list.entries.prefix(6).map(\.code).joined(separator: ", ")
    return Text("Bukan pilihan yang ada: \(codes) …", en: "Not one of the choices: \(codes) …")
  }
}
