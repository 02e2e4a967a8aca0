import JSONText

/// The level of a competency, and for a technical one also what was measured of its parts.
public struct CompetencyMark: Sendable, Hashable {
  /// 1 to 5.
  public var level: Int
  /// 0 to 100 each; nil where it was not measured.
  public var knowledge: Int?
  public var skill: Int?
  public var attitude: Int?

  public init(_ level: Int, knowledge: Int? = nil, skill: Int? = nil, attitude: Int? = nil) {
    self.level = level
    self.knowledge = knowledge
    self.skill = skill
    self.attitude = attitude
  }
}

/// Levels by the code of the competency, kept as one text: `INTEGRITAS 3, KEU-01 3/70/80/75`.
///
/// One field and not a record each: what 25,000 people were found to be is 25,000 rows, and whoever may read one level
/// may read all. The order is the one in which they were entered.
public struct CompetencyMarks: TextValue, Hashable {
  public private(set) var codes: [String] = []
  private var marks: [String: CompetencyMark] = [:]

  public init() {}

  public static var defaultType: FieldType { .text(maximum: 2_000) }

  /// Nil when the text is not of the form above or names a competency twice.
  public init?(_ text: String) {
    for part in text.utf8.split(separator: UInt8(ascii: ",")) {
      let words = part.split(separator: UInt8(ascii: " "))
      guard words.count == 2, let code = String(words[0]), let mark = Self.mark(words[1]), self[code] == nil
      else { return nil }
      self[code] = mark
    }
  }

  private static func mark(_ word: Substring.UTF8View) -> CompetencyMark? {
    let numbers = word.split(separator: UInt8(ascii: "/")).map { part in
      part.count <= 3 && part.allSatisfy { $0 &- 0x30 < 10 } ? part.reduce(0) { $0 * 10 + Int($1 - 0x30) } : -1
    }
    guard let level = numbers.first, 1...5 ~= level, numbers.count == 1 || numbers.count == 4 else { return nil }
    guard numbers.count == 4 else { return CompetencyMark(level) }
    guard numbers.dropFirst().allSatisfy({ 0...100 ~= $0 }) else { return nil }
    return CompetencyMark(level, knowledge: numbers[1], skill: numbers[2], attitude: numbers[3])
  }

  /// Whether a code can stand in such a text.
  static func isCode(_ code: String) -> Bool {
    !code.isEmpty && !code.utf8.contains { $0 == 0x20 || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "/") }
  }

  public subscript(code: String) -> CompetencyMark? {
    get { marks[code] }
    set {
      if newValue == nil { codes.removeAll { $0 == code } } else if marks[code] == nil { codes.append(code) }
      marks[code] = newValue
    }
  }

  public var isEmpty: Bool { codes.isEmpty }
  public var all: [(code: String, mark: CompetencyMark)] {
    codes.compactMap { code in marks[code].map { (code, $0) } }
  }

  public var text: String {
    all.map { code, mark in
      guard let knowledge = mark.knowledge, let skill = mark.skill, let attitude = mark.attitude else {
        return "\(code) \(mark.level)"
      }
      return "\(code) \(mark.level)/\(knowledge)/\(skill)/\(attitude)"
    }.joined(separator: ", ")
  }

  /// A warning about codes that the dictionary does not have; nil when it has all.
  func unknown(in book: Book, field: String) -> Problem? {
    let known = Set(book.competencyCodes)
    let unknown = codes.filter { !known.contains($0) && StandardCompetency(rawValue: $0) == nil }
    guard !unknown.isEmpty else { return nil }
    let list = unknown.prefix(3).joined(separator: ", ")
    return Problem(
      field, Text("Tidak ada di kamus kompetensi: \(list)", en: "Not in the competency dictionary: \(list)"),
      severity: .warning)
  }
}

extension Substring.UTF8View {
  fileprivate func split(separator: UInt8) -> [Substring.UTF8View] {
    split(whereSeparator: { $0 == separator }).map { $0 }
  }
}

extension Book {
  /// The codes of the dictionary.
  var competencyCodes: [String] {
    let table = competencies.table
    return (0..<table.rowCount).compactMap { table.storedValue("code", at: $0)?.text }
  }
}
