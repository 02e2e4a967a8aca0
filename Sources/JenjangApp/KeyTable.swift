import JenjangDomain
import TerminalKit

/// Every command with its keys, for `jenjang keys` and the README; made from the commands themselves.
public enum KeyTable {
  public struct Row: Sendable {
    /// The part of the program in which it works.
    public let section: Text
    /// `list.sort`, the name that `keymap.json` uses.
    public let command: String
    public let title: Text
    /// The names of the keys as `keymap.json` spells them; the F9 menu's letter is not among them.
    public let keys: [String]
    /// The letter in the action menu; nil for most.
    public let letter: Character?
  }

  public static var rows: [Row] {
    CommandIndex.sections.flatMap { section in
      section.faces.map { face in
        Row(
          section: section.title, command: face.name, title: face.title, keys: face.keys.map(\.name),
          letter: face.letter)
      }
    }
  }

  /// A Markdown table of the keys, one heading a section.
  public static func markdown(_ language: Language) -> String {
    var lines: [String] = []
    var section: Text?
    for row in rows {
      if row.section != section {
        section = row.section
        lines += ["", "#### " + row.section[language], "", header(language), "| --- | --- | --- |"]
      }
      let letter = row.letter.map { ["F9 " + String($0)] } ?? []
      let keys = row.keys.compactMap { Key(name: $0)?.label } + letter
      lines.append("| \(keys.joined(separator: ", ")) | \(row.title[language]) | `\(row.command)` |")
    }
    return lines.dropFirst().joined(separator: "\n") + "\n"
  }

  private static func header(_ language: Language) -> String {
    language == .indonesian ? "| Tombol | Perintah | Nama |" : "| Keys | Command | Name |"
  }
}
