/// A filter line as a question, and the words in it that named no field.
public struct QueryText: Sendable, Hashable {
  public var query: Query
  /// Words such as `gaji` of `gaji:3`, which went into the search instead.
  public var unknownFields: [UnknownField] = []

  /// A word before a sign that names no field, or more than one.
  public struct UnknownField: Sendable, Hashable {
    public let word: String
    /// The names of the fields whose words begin with it, in the order of the table.
    public let possible: [String]
  }

  /// Reads `unit:dinkes gol:III/c -status:aktif masuk>=2010 "kata kunci"`; never fails.
  ///
  /// A minus turns a condition round; `field:` alone and `field:?` ask for absent values. What names no field is
  /// searched for.
  public init(_ text: String, fields: QueryFields) {
    query = Query()
    var search: [String] = []
    for word in QueryText.words(text) {
      if let part = word.condition, let field = fields.name(of: part.field) {
        query.conditions.append(
          Query.Condition(field, fields.test(part.sign, part.value, field: field), negated: part.isNegated))
      } else {
        if let part = word.condition {
          unknownFields.append(UnknownField(word: part.field, possible: fields.possible(part.field)))
        }
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
  private let order: [String]

  public init(_ table: Table) {
    order = table.type.fields.map(\.name) + table.type.derived.map(\.name)
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
    if let name = names[Folding.letters(word)] { return name }
    let possible = possible(word)
    return possible.count == 1 ? possible.first : nil
  }

  /// The fields whose words begin with a word of two letters or more, in the order of the table.
  func possible(_ word: String) -> [String] {
    let wanted = Folding.letters(word)
    guard wanted.count >= 2 else { return [] }
    let possible = Set(names.filter { $0.key.starts(with: wanted) }.values)
    return order.filter { possible.contains($0) }
  }

  func test(_ sign: QueryText.Sign, _ value: String, field: String) -> Query.Condition.Test {
    if value.isEmpty || value == "?" { return .isAbsent }
    switch sign {
    case .atLeast: return .atLeast(value)
    case .atMost: return .atMost(value)
    case .equals: return .equals(value)
    case .contains:
      // A whole code means that code and those under it: I/a is not also II/a, but III is III/a to III/d too.
      guard let list = lists[field], let place = list.place(ofAny: value) else { return .contains(value) }
      return list.places(under: place).isEmpty ? .equals(value) : .isUnder(list.entries[place].code)
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
    return (parsed.query, parsed.unknownFields.map { Text.unknownField($0, table) })
  }
}

extension Text {
  fileprivate static func unknownField(_ field: QueryText.UnknownField, _ table: Table) -> Text {
    let word = field.word
    guard !field.possible.isEmpty else {
      return Text(
        "Kolom “\(word)” tidak dikenal; dicari sebagai kata", en: "No column “\(word)”; searched for as a word")
    }
    let titles = field.possible.compactMap { name in
      table.type.field(name)?.title ?? table.type.derived.first { $0.name == name }?.title
    }
    // A blank would end the word before its sign.
    let choices = Language.allCases.map { language in
      titles.map { $0[language].replacing(" ", with: "") + ":" }.joined(separator: " ")
    }
    return Text(
      "“\(word)” lebih dari satu kolom: \(choices[0])", en: "“\(word)” is more than one column: \(choices[1])")
  }
}
