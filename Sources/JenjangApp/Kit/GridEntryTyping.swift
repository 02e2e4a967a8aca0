import JenjangDomain
import TerminalKit

extension GridEntry {
  /// What became of a key or of a piece of text.
  enum Outcome {
    case unused
    case used
    case refused(Text)
    case said(Text)
  }

  /// Takes a typed key: a rating, the letter of a text; keys that are commands are left to them.
  mutating func press(_ key: Key) -> Outcome {
    if editor != nil { return editor?.take(key) == true ? .used : .unused }
    if key.code == .backspace, case .used = edit() {
      editor?.backspace()
      return .used
    }
    guard let scalar = key.typed, !GridEntry.commandKeys.contains(scalar) else { return .unused }
    if let lock = current?.lock { return .refused(lock) }
    switch kind(line, column) {
    case .fixed: return .refused(.isFixed)
    case .text(let maximum):
      guard scalar != " " else { return .unused }
      editor = TextField(String(Character(scalar)), limit: maximum)
      return .used
    case .choice(let choices):
      guard let choice = choices.first(where: { $0.key == scalar }) else { return .refused(.keys(choices)) }
      set([(line, column, choice.value)])
      moveOn()
      return .used
    }
  }

  /// `.` clears and `=` fills down, also where text could begin with them.
  private static let commandKeys: Set<Unicode.Scalar> = [".", "=", "?"]

  /// Opens the text of the cell for editing.
  mutating func edit() -> Outcome {
    if let lock = current?.lock { return .refused(lock) }
    guard case .text(let maximum) = kind(line, column) else { return .refused(.cellTakesOneKey) }
    editor = TextField(value(line, column), limit: maximum)
    return .used
  }

  mutating func clear() -> Outcome {
    if editor != nil {
      editor?.delete()
      return .used
    }
    if let lock = current?.lock { return .refused(lock) }
    guard kind(line, column).isOpen else { return .refused(.isFixed) }
    set([(line, column, "")])
    return .used
  }

  /// Puts the value of the cell into the blank ones below it.
  mutating func fillDown() -> Outcome {
    settle()
    let text = value(line, column)
    guard !text.isEmpty, kind(line, column).isOpen else { return .refused(.nothingToFill) }
    let blank = (line..<lines.count).dropFirst().filter { value($0, column).isEmpty }
    let count = set(blank.map { ($0, column, text) })
    return .said(.filled(count))
  }

  /// Fills cells from a spreadsheet, a line of it for a line here; what is no value of a cell is left out and told.
  mutating func paste(_ text: String) -> Outcome {
    if editor != nil {
      editor?.insert(text)
      return .used
    }
    let rows = text.split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init)
    var values: [(line: Int, column: Int, value: String)] = []
    var wrong = 0
    for (down, row) in rows.enumerated() where !row.isEmpty {
      for (across, part) in row.split(separator: "\t", omittingEmptySubsequences: false).enumerated() {
        let (line, column) = (line + down, column + across)
        guard lines.indices.contains(line), columns.indices.contains(column),
          let value = read(String(part), line, column)
        else {
          wrong += 1
          continue
        }
        values.append((line, column, value))
      }
    }
    let count = set(values)
    return wrong > 0 ? .refused(.pasted(count, wrong)) : .said(.filled(count))
  }

  /// A pasted text as the value of a cell: by its key, its code, its mark or its name; nil when it is none.
  private func read(_ text: String, _ line: Int, _ column: Int) -> String? {
    let text = String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    switch kind(line, column) {
    case .fixed: return nil
    case .text(let maximum): return text.count <= maximum ? text : nil
    case .choice(let choices):
      if text.isEmpty { return "" }
      let wanted = text.lowercased()
      return choices.first {
        [String(Character($0.key)), $0.value, $0.mark, $0.title.indonesian, $0.title.english]
          .contains { $0.lowercased() == wanted }
      }?.value
    }
  }

  /// What was typed and not saved, for a draft: by line and column.
  var texts: [String: String] {
    var texts: [String: String] = [:]
    for (place, typed) in typed { texts[place.line + " " + place.column] = typed.value }
    if let editor, let place { texts[place.line + " " + place.column] = editor.text }
    return texts
  }

  /// Takes what an earlier session had typed.
  mutating func restore(_ texts: [String: String]) {
    var values: [(line: Int, column: Int, value: String)] = []
    for (key, text) in texts {
      let parts = key.split(separator: " ", maxSplits: 1).map(String.init)
      guard parts.count == 2, let line = index(ofLine: parts[0]), let column = index(ofColumn: parts[1]) else {
        continue
      }
      values.append((line, column, text))
    }
    set(values)
  }
}

extension Text {
  fileprivate static let isFixed = Text("Sel ini dihitung, tidak diketik", en: "This cell is computed, not typed")
  fileprivate static let cellTakesOneKey = Text(
    "Sel ini diisi dengan satu tombol, lihat di atas", en: "One key fills this cell, see above")
  fileprivate static let nothingToFill = Text(
    "Isi dulu sel ini, lalu = menyalinnya ke bawah", en: "Fill this cell first, then = copies it down")

  fileprivate static func keys(_ choices: [GridChoice]) -> Text {
    let list = { (language: Language) in
      choices.map { "\($0.key) \($0.title[language].lowercased())" }.joined(separator: ", ")
    }
    return Text("Tombolnya: \(list(.indonesian))", en: "The keys: \(list(.english))")
  }

  fileprivate static func filled(_ count: Int) -> Text {
    Text("\(count) sel terisi; Ctrl-Z urungkan", en: "\(count) cells filled; Ctrl-Z undo")
  }

  fileprivate static func pasted(_ count: Int, _ wrong: Int) -> Text {
    Text(
      "\(count) sel terisi, \(wrong) tidak terbaca atau di luar tabel",
      en: "\(count) cells filled, \(wrong) could not be read or lie outside")
  }
}
