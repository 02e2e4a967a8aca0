import JenjangDomain
import TerminalKit

/// What is typed into a list to narrow it, without a field to enter first: the same keys and the same line everywhere.
enum SearchLine {
  /// Where a blank belongs to the search; elsewhere it is a command's key.
  enum Blanks {
    case never
    /// Once something is typed.
    case inside
    case always
  }

  /// The search after a letter, or without its last one; nil when the key is neither.
  ///
  /// A question mark asks for help as long as nothing is typed.
  static func after(_ key: Key, _ search: String, blanks: Blanks = .never) -> String? {
    if case .backspace = key.code, !search.isEmpty { return String(search.dropLast()) }
    guard let scalar = key.typed, scalar != "?" || !search.isEmpty else { return nil }
    guard scalar != " " || blanks == .always || blanks == .inside && !search.isEmpty else { return nil }
    var letters = search.unicodeScalars
    letters.append(scalar)
    return String(letters)
  }

  /// The search with what was pasted, up to the end of its first line.
  static func pasting(_ text: String, into search: String) -> String {
    search + text.prefix { !$0.isNewline }.filter { !$0.isControl }
  }

  /// Writes label, search and its end, at most a share of the line wide; gives the place behind the search.
  @discardableResult
  static func draw(
    _ search: String, into frame: inout Frame, _ line: Rect, share: Int, hasEnd: Bool = true, view: View
  ) -> Int {
    var x = frame.put(view(Text("Cari: ", en: "Find: ")), x: line.x + 1, y: line.y, role: .label)
    x = frame.put(search, x: x, y: line.y, role: .fieldFocus, width: max(8, line.width / share))
    if hasEnd { frame.put("_", x: x, y: line.y, role: .textMuted) }
    return x
  }
}

/// A screen with a list that is narrowed by typing.
protocol SearchedScreen: GridScreen {
  static var blanks: SearchLine.Blanks { get }
  /// What was typed.
  var typing: String { get set }
}

extension SearchedScreen {
  static var blanks: SearchLine.Blanks { .never }
  var takesText: Bool { true }

  mutating func typed(_ key: Key, view: View) -> Effect? {
    guard let text = SearchLine.after(key, typing, blanks: Self.blanks) else { return nil }
    typing = text
    return .some(.none)
  }

  mutating func pasted(_ text: String, view: View) -> Effect? {
    typing = SearchLine.pasting(text, into: typing)
    return .some(.none)
  }
}
