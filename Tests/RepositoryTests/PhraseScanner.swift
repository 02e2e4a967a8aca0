/// The phrases of a source: every `Text("…", en: "…")` whose two parts are written out.
struct PhraseScanner {
  struct Phrase {
    let indonesian: String
    let english: String
    let line: Int
  }

  private let scalars: [Unicode.Scalar]
  private var index = 0

  static func phrases(in source: String) -> [Phrase] {
    var scanner = PhraseScanner(source)
    return scanner.scan()
  }

  private init(_ source: String) { scalars = Array(source.unicodeScalars) }

  private mutating func scan() -> [Phrase] {
    var phrases: [Phrase] = []
    while index < scalars.count {
      guard matches("Text("), index == 0 || !isWord(scalars[index - 1]) else {
        index += 1
        continue
      }
      let line = scalars[..<index].count { $0 == "\n" } + 1
      index += 5
      if let phrase = phrase(line: line) { phrases.append(phrase) }
    }
    return phrases
  }

  private mutating func phrase(line: Int) -> Phrase? {
    let start = index
    skipBlanks()
    if let indonesian = literal() {
      skipBlanks()
      if take(",") {
        skipBlanks()
        if take("en:") {
          skipBlanks()
          if let english = literal() { return Phrase(indonesian: indonesian, english: english, line: line) }
        }
      }
    }
    index = start
    return nil
  }

  private func isWord(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic || scalar == "_" }

  private func matches(_ text: String) -> Bool {
    let wanted = Array(text.unicodeScalars)
    return index + wanted.count <= scalars.count && Array(scalars[index..<index + wanted.count]) == wanted
  }

  private mutating func take(_ text: String) -> Bool {
    guard matches(text) else { return false }
    index += text.unicodeScalars.count
    return true
  }

  private mutating func skipBlanks() {
    while index < scalars.count, scalars[index].properties.isWhitespace { index += 1 }
  }

  /// A string literal as it is written; leaves the index behind it.
  private mutating func literal() -> String? {
    let end = matches("\"\"\"") ? "\"\"\"" : "\""
    guard take(end) else { return nil }
    var text = ""
    while index < scalars.count, !matches(end) {
      if matches("\\(") {
        text += interpolation()
      } else {
        if scalars[index] == "\\" {
          text.unicodeScalars.append(scalars[index])
          index += 1
        }
        text.unicodeScalars.append(scalars[index])
        index += 1
      }
    }
    return take(end) ? text : nil
  }

  private mutating func interpolation() -> String {
    var text = "\\("
    index += 2
    var depth = 1
    while index < scalars.count, depth > 0 {
      if scalars[index] == "\"" {
        text += "\"" + (literal() ?? "") + "\""
        continue
      }
      if scalars[index] == "(" { depth += 1 }
      if scalars[index] == ")" { depth -= 1 }
      text.unicodeScalars.append(scalars[index])
      index += 1
    }
    return text
  }
}
