/// A filter line as a question, and the words in it that named no field.
public struct QueryText: Sendable, Hashable {
  public var query: Query
  /// Words such as `gaji` of `gaji:3`, which went into the search instead.
  public var unknownFields: [String] = []

  /// Reads `unit:dinkes gol:III/c -status:aktif masuk>=2010 "kata kunci"`; never fails.
  ///
  /// A minus turns a condition round; `field:` alone asks for absent values. What names no field is searched for.
  public init(_ text: String, fields: QueryFields) {
    query = Query()
    var search: [String] = []
    for word in QueryText.words(text) {
      if let part = word.condition, let field = fields.name(of: part.field) {
        query.conditions.append(
          Query.Condition(field, fields.test(part.sign, part.value, field: field), negated: part.isNegated))
      } else {
        if let part = word.condition { unknownFields.append(part.field) }
        search.append(word.text)
      }
    }
    query.search = search.joined(separator: " ")
  }
}

/// By which words the fields of a table are known in a filter line: names, titles and synonyms, in both languages.
public struct QueryFields: Sendable {
  private var names: [[UInt8]: String] = [:]
  private var lists: [String: CodeList] = [:]

  public init(_ table: Table) {
    for field in table.type.fields {
      add(field.name, [field.name, field.title.indonesian, field.title.english] + field.synonyms)
    }
    for field in table.type.derived { add(field.name, [field.name, field.title.indonesian, field.title.english]) }
    for name in names.values { if case .code(let list)? = table.fieldType(name) { lists[name] = list } }
  }

  private mutating func add(_ name: String, _ words: [String]) {
    for word in words where names[Folding.letters(word)] == nil { names[Folding.letters(word)] = name }
  }

  /// The field that a word names: exactly, or as the only one whose words begin with it.
  public func name(of word: String) -> String? {
    let wanted = Folding.letters(word)
    if let name = names[wanted] { return name }
    guard wanted.count >= 2 else { return nil }
    let possible = Set(names.filter { $0.key.starts(with: wanted) }.values)
    return possible.count == 1 ? possible.first : nil
  }

  func test(_ sign: QueryText.Sign, _ value: String, field: String) -> Query.Condition.Test {
    switch sign {
    case .atLeast: return .atLeast(value)
    case .atMost: return .atMost(value)
    case .equals: return value.isEmpty ? .isAbsent : .equals(value)
    case .contains:
      if value.isEmpty { return .isAbsent }
      // A whole code means that code and those under it: I/a is not also II/a, but III is III/a to III/d too.
      guard let list = lists[field], let place = list.place(ofAny: value) else { return .contains(value) }
      let code = list.entries[place].code
      return list.entries.contains { $0.code.hasPrefix(code + "/") } ? .isUnder(code) : .equals(value)
    }
  }
}

extension QueryText {
  enum Sign {
    case contains
    case equals
    case atLeast
    case atMost
  }

  struct Part {
    let field: String
    let sign: Sign
    let value: String
    let isNegated: Bool
  }

  struct Word {
    /// Without quotes.
    let text: String
    let condition: Part?
  }

  /// Words between blanks; quotes keep blanks, an open quote ends with the line.
  static func words(_ text: String) -> [Word] {
    var words: [Word] = []
    var plain = ""
    var sign: (Sign, String)?
    var isQuoted = false
    var isEmpty = true
    var characters = Substring(text)
    func finish() {
      defer {
        plain = ""
        sign = nil
        isEmpty = true
      }
      guard !isEmpty else { return }
      let isNegated = sign?.1.hasPrefix("-") == true
      let part = sign.map { sign, field in
        Part(field: isNegated ? String(field.dropFirst()) : field, sign: sign, value: plain, isNegated: isNegated)
      }
      words.append(Word(text: (sign.map { $0.1 + " " } ?? "") + plain, condition: part))
    }
    while let character = characters.popFirst() {
      if character == "\"" {
        isQuoted.toggle()
        isEmpty = false
      } else if character == " ", !isQuoted {
        finish()
      } else if !isQuoted, sign == nil, !plain.isEmpty, let found = Self.sign(character, &characters) {
        sign = (found, plain)
        plain = ""
      } else {
        plain.append(character)
        isEmpty = false
      }
    }
    finish()
    return words
  }

  private static func sign(_ character: Character, _ rest: inout Substring) -> Sign? {
    switch character {
    case ":": return .contains
    case "=": return .equals
    case ">", "<":
      if rest.first == "=" { rest.removeFirst() }
      return character == ">" ? .atLeast : .atMost
    default: return nil
    }
  }
}

extension Query {
  /// Reads a filter line for a table, and says which words named no field; see `QueryText`.
  public static func parse(_ text: String, in table: Table) -> (query: Query, problems: [Text]) {
    let parsed = QueryText(text, fields: QueryFields(table))
    return (parsed.query, parsed.unknownFields.map(Text.unknownField))
  }
}

extension Text {
  fileprivate static func unknownField(_ word: String) -> Text {
    Text("Kolom “\(word)” tidak dikenal; dicari sebagai kata", en: "No column “\(word)”; searched for as a word")
  }
}
