import TerminalKit

/// Breaks text at blanks into lines of a width in columns; a word that is longer is broken where the line ends.
enum Paragraph {
  static func lines(_ text: String, width: Int) -> [String] {
    guard width > 0 else { return [] }
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = ""
      for word in paragraph.split(separator: " ") {
        let candidate = line.isEmpty ? String(word) : line + " " + word
        if Width.of(candidate) <= width || line.isEmpty {
          line = candidate
        } else {
          lines.append(line)
          line = String(word)
        }
        while Width.of(line) > width, let head = head(of: line, width: width) {
          lines.append(head)
          line = String(line.dropFirst(head.count))
        }
      }
      lines.append(line)
    }
    return lines
  }

  /// As many characters of a long word as fit, at least one; nil for a single character.
  private static func head(of word: String, width: Int) -> String? {
    var head = ""
    var taken = 0
    for character in word {
      taken += Width.of(String(character))
      if taken > width, !head.isEmpty { return head }
      head.append(character)
    }
    return nil
  }
}
