import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// One field of a form: its description, the text in it, and the value that the text stands for.
struct FormField {
  /// A value that was chosen or stored, and the text that shows it.
  ///
  /// As long as the text is unchanged it means exactly this value, whatever it would be read as.
  struct Taken: Equatable {
    var text: String
    var value: JSONValue?
  }

  let spec: FieldSpec
  var editor: TextField
  var taken: Taken?
  /// The text when the form was opened: what was typed is what differs from it.
  private(set) var initialText: String
  /// The stored value that the field shows, or showed before the user typed.
  private(set) var initialValue: JSONValue?
  /// The path from which a file is to be attached, and what was found there.
  private(set) var source: (path: String, reading: Result<JSONValue?, Problem>)?
  /// The user was here and went on, so that what is wrong may be said.
  var wasLeft = false
  /// The steps by `+` and `-` that were the last keys: a digit after a single one makes it `+3`.
  private var signs = ""

  init(_ spec: FieldSpec, value: JSONValue?, view: View) {
    self.spec = spec
    let text = FormValue.text(value, spec, view)
    var hasLines = false
    if case .note = spec.type { hasLines = true }
    editor = TextField(text, hasLines: hasLines)
    initialText = text
    initialValue = value
    taken = Taken(text: text, value: value)
  }

  var text: String { editor.text }
  var isNote: Bool { editor.hasLines }
  /// The user changed the text, or chose another record of the same name.
  var isTouched: Bool {
    editor.text != initialText || taken.map { $0.text == editor.text && $0.value != initialValue } ?? false
  }

  /// What the text stands for now.
  func reading(_ view: View) -> Result<JSONValue?, Problem> {
    if let source, source.path == editor.text { return source.reading }
    if let taken, taken.text == editor.text { return .success(taken.value) }
    if spec.type == .attachment { return editor.isEmpty ? .success(nil) : .failure(Problem(spec.name, .notLookedAt)) }
    return spec.read(editor.text, today: view.today, language: view.language, book: view.book)
  }

  /// The value, nil when the field is blank or cannot be read.
  func value(_ view: View) -> JSONValue? { (try? reading(view).get()) ?? nil }

  /// Puts a value in, with the text that shows it.
  mutating func take(_ value: JSONValue?, _ view: View) {
    let text = FormValue.text(value, spec, view)
    taken = Taken(text: text, value: value)
    source = nil
    editor.text = text
    editor.open()
  }

  /// Shows a value that somebody else stored, as if the form had been opened with it.
  mutating func reset(_ value: JSONValue?, _ view: View) {
    take(value, view)
    initialText = editor.text
    initialValue = value
  }

  /// Puts back a text that was typed earlier.
  mutating func restore(_ text: String) {
    editor.text = text
    editor.open()
  }

  /// Writes the text the usual way when it can be read: `+2m` becomes the day, two letters the one code they begin.
  mutating func settle(_ view: View) {
    signs = ""
    guard !editor.isEmpty, taken?.text != editor.text else { return }
    if spec.type == .attachment { return examine() }
    switch reading(view) {
    case .success(let value): take(value, view)
    case .failure: if let only = Lookup.onlyMatch(text, spec, view) { take(only, view) }
    }
    editor.touch()
  }
}

extension FormField {
  /// Looks at the file whose path was typed; it is copied when the record is saved.
  private mutating func examine() {
    guard source?.path != editor.text else { return }
    do throws(StoreError) {
      source = (editor.text, .success(try Attachment.examine(editor.text).json))
    } catch {
      source = (editor.text, .failure(Problem(spec.name, error.sentence)))
    }
  }

  /// The file that saving is to copy: its hash and its path; nil when none was chosen.
  var fileToKeep: (hash: String, path: String)? {
    guard let source, source.path == editor.text, case .success(let value?) = source.reading,
      let attachment = Attachment(json: value)
    else { return nil }
    return (attachment.hash, ReportFile.expanded(source.path))
  }

  /// Takes a key that edits; false when it means nothing here.
  mutating func press(_ key: Key, _ view: View) -> Bool {
    let signs = signs
    self.signs = ""
    if let scalar = key.typed { return type(scalar, after: signs, view) }
    return editor.take(key)
  }

  private mutating func type(_ scalar: Unicode.Scalar, after signs: String, _ view: View) -> Bool {
    if case .flag = spec.type { return answer(scalar, view) }
    if scalar == "+" || scalar == "-", step(scalar == "+" ? 1 : -1, view) {
      self.signs = signs + String(Character(scalar))
      return true
    }
    if signs.count == 1, case .day = spec.type, ("0"..."9").contains(scalar) {
      editor.clear()
      editor.insert(signs)
    }
    editor.insert(String(Character(scalar)))
    return true
  }

  /// A flag turns with the space bar, or is answered by the first letter of yes or no.
  private mutating func answer(_ scalar: Unicode.Scalar, _ view: View) -> Bool {
    if scalar == " " {
      take(.bool(value(view)?.bool != true), view)
      return true
    }
    guard
      case .success(let answer?) = spec.read(
        String(Character(scalar)), today: view.today, language: view.language, book: view.book)
    else { return false }
    take(answer, view)
    return true
  }

  /// Steps a day or a whole number; false when `+` and `-` are letters here.
  ///
  /// A day steps only while it stands there whole: a `-` within `31-08` belongs to the date.
  private mutating func step(_ step: Int, _ view: View) -> Bool {
    guard !editor.isEmpty, case .success(let value?) = reading(view) else { return false }
    switch spec.type {
    case .day:
      guard let day = Day(json: value, type: .day), editor.isFresh || editor.text == day.display else { return false }
      take(day.adding(days: step).json, view)
    case .integer(let range):
      guard let number = value.integer else { return false }
      let next = max(Int64(range.lowerBound), min(Int64(range.upperBound), number + Int64(step)))
      take(.integer(next), view)
    default: return false
    }
    return true
  }

  /// Nothing more can be typed and what stands there is right: the focus may go on by itself.
  func isFull(_ view: View) -> Bool {
    guard editor.isAtEnd, !editor.isFresh, case .success(let value?) = reading(view), let text = value.text else {
      return false
    }
    switch spec.type {
    case .employeeNumber: return text.utf8.count == 18
    case .code(let list):
      let width = text.utf8.count
      return editor.characters.count == width && list.entries.allSatisfy { $0.code.utf8.count == width }
    default: return false
    }
  }
}

extension Text {
  fileprivate static let notLookedAt = Text("Enter melampirkan berkas ini", en: "Enter attaches this file")
}
