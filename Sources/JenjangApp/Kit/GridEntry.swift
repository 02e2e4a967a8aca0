import JenjangDomain
import TerminalKit

/// One of the values that a key puts into a cell.
struct GridChoice {
  let key: Unicode.Scalar
  /// What is stored.
  let value: String
  /// What stands in the cell.
  let mark: String
  let title: Text
}

/// What can be typed into a cell.
enum GridCell {
  case fixed
  case choice([GridChoice])
  case text(maximum: Int)

  var isOpen: Bool { if case .fixed = self { false } else { true } }
}

/// A column of cells.
struct GridEntryColumn {
  /// Names it for ever: drafts and undo rely on it.
  let key: String
  let title: Text
  /// What stands above it where there is little room.
  let head: Text
  let width: Int
  let cell: GridCell
  /// A key that rates goes on among the open columns of the same group, then to the next line.
  var group = 0
  /// Takes what is left of the window.
  var grows = false
}

/// A line of cells: a person, an item.
struct GridEntryLine {
  let key: String
  let title: String
  var mark = ""
  /// What is stored, by column.
  var cells: [String]
  /// Why nothing can be typed in it; nil when it can.
  var lock: Text?
  /// What can be typed into each cell where that is not the same for all lines.
  var kinds: [GridCell]?
  var role = Role.row
  /// A title over the lines below: the cursor passes over it.
  var isHeading = false
}

/// Cells that are typed on in place: what is stored, what was typed and not saved, where the cursor stands.
///
/// Lines and columns are known by their keys, so that what others save moves neither the cursor nor what is being typed.
struct GridEntry {
  struct Place: Hashable {
    let line: String
    let column: String
  }

  struct Typed: Equatable {
    var value: String
    /// What was stored when the user typed over it.
    let seen: String
  }

  /// One cell before and after; nil is what is stored.
  struct Step {
    let place: Place
    let before: Typed?
    let after: Typed?
  }

  private(set) var columns: [GridEntryColumn] = []
  private(set) var lines: [GridEntryLine] = []
  private(set) var typed: PlaceTable<Typed> = [:]
  private(set) var line = 0
  private(set) var column = 0
  /// The text of a cell while it is being typed.
  var editor: TextField?
  /// What is wrong with cells.
  var problems: PlaceTable<Problem> = [:]
  /// Why a line could not be saved, with what was typed in it then.
  private var refused: [String: (typed: [String: String], place: Place, problem: Problem)] = [:]
  /// Rating keys go down instead of across.
  var goesDown = false
  var top = 0
  var left = 0
  var page = 10
  var undoable: [[Step]] = []
  var redoable: [[Step]] = []
  /// Under which identity what was typed is kept; nil until an earlier draft was looked for.
  var draftID: RecordID?
  private var linePlaces: [String: Int] = [:]

  var isTouched: Bool { !typed.isEmpty || editor != nil }
  var current: GridEntryLine? { lines.indices.contains(line) ? lines[line] : nil }
  var currentColumn: GridEntryColumn? { columns.indices.contains(column) ? columns[column] : nil }
  var place: Place? { place(line, column) }

  func place(_ line: Int, _ column: Int) -> Place? {
    guard lines.indices.contains(line), columns.indices.contains(column) else { return nil }
    return Place(line: lines[line].key, column: columns[column].key)
  }

  func index(ofLine key: String) -> Int? { linePlaces[key] }
  func index(ofColumn key: String) -> Int? { columns.firstIndex { $0.key == key } }

  /// Shows lines anew: the cursor stays with its line and column, and so does what was typed.
  ///
  /// What stands there as it was typed is saved and forgotten.
  mutating func show(_ columns: [GridEntryColumn], _ lines: [GridEntryLine]) {
    let stood = place
    self.columns = columns
    self.lines = lines
    linePlaces = Dictionary(
      lines.enumerated().map { ($0.element.key, $0.offset) }, uniquingKeysWith: { first, _ in first })
    typed = typed.filter { place, typed in stored(place) != typed.value }
    if typed.isEmpty {
      undoable = []
      redoable = []
    }
    if let stood {
      let moved = linePlaces[stood.line] ?? line
      if top > 0 { top += moved - line }
      line = moved
      column = index(ofColumn: stood.column) ?? column
      if linePlaces[stood.line] == nil { editor = nil }
    } else {
      column = columns.firstIndex { $0.cell.isOpen } ?? 0
      line = lines.firstIndex { !$0.isHeading } ?? 0
    }
    line = max(0, min(line, lines.count - 1))
    column = max(0, min(column, columns.count - 1))
  }

  /// Changes what fixed cells show, without touching anything else.
  mutating func put(_ text: String, at line: Int, _ column: Int) {
    guard lines.indices.contains(line), lines[line].cells.indices.contains(column) else { return }
    lines[line].cells[column] = text
  }

  /// Marks a cell because of which its line could not be saved: until something else is typed in the line.
  mutating func refuse(_ problem: Problem, at place: Place) {
    refused[place.line] = (typed(inLine: place.line), place, problem)
    problems[place] = problem
  }

  /// Marks again what could not be saved and still stands as it was typed.
  mutating func markRefused() {
    refused = refused.filter { !$0.value.typed.isEmpty && typed(inLine: $0.key) == $0.value.typed }
    for mark in refused.values { problems[mark.place] = mark.problem }
  }

  func stored(_ place: Place) -> String? {
    guard let line = linePlaces[place.line], let column = index(ofColumn: place.column) else { return nil }
    return lines[line].cells[column]
  }

  /// What counts in a cell: what was typed, else what is stored.
  func value(_ line: Int, _ column: Int) -> String {
    guard lines.indices.contains(line), columns.indices.contains(column) else { return "" }
    let typed = typed.isEmpty ? nil : typed[line: lines[line].key]?[columns[column].key]?.value
    return typed ?? lines[line].cells[column]
  }

  func value(_ line: Int, _ key: String) -> String { index(ofColumn: key).map { value(line, $0) } ?? "" }

  func kind(_ line: Int, _ column: Int) -> GridCell {
    guard lines.indices.contains(line), columns.indices.contains(column), lines[line].lock == nil else { return .fixed }
    return lines[line].kinds?[column] ?? columns[column].cell
  }

  /// What was typed in one line, by column.
  func typed(inLine key: String) -> [String: String] {
    typed[line: key]?.mapValues(\.value) ?? [:]
  }

  /// What was typed in each line in which something was, by column.
  var typedByLine: [String: [String: String]] {
    var found: [String: [String: String]] = [:]
    for (place, typed) in typed { found[place.line, default: [:]][place.column] = typed.value }
    return found
  }

  /// In how many lines something is not saved.
  var touchedCount: Int { typed.lineKeys.count }

  /// The lines in which something is not saved, in their order.
  var touchedLines: [String] {
    typed.lineKeys.sorted { (linePlaces[$0] ?? .max, $0) < (linePlaces[$1] ?? .max, $1) }
  }

  /// The cells that somebody else saved another value into since the user typed there.
  var rivals: [Place] {
    typed.compactMap { place, typed in
      guard let now = stored(place), now != typed.seen, now != typed.value else { return nil }
      return place
    }.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
  }

  /// The user has seen what stands there now and wants what was typed, or another value.
  mutating func decide(_ place: Place, _ value: String) {
    guard let now = stored(place) else { return }
    typed[place] = value == now ? nil : Typed(value: value, seen: now)
  }
}

extension GridEntry {
  /// Puts values into cells as one step that can be taken back; cells that take nothing are passed over.
  ///
  /// Gives how many took one.
  @discardableResult
  mutating func set(_ values: [(line: Int, column: Int, value: String)]) -> Int {
    var steps: [Step] = []
    for entry in values {
      guard let place = place(entry.line, entry.column), kind(entry.line, entry.column).isOpen,
        value(entry.line, entry.column) != entry.value
      else { continue }
      let before = typed[place]
      let stored = lines[entry.line].cells[entry.column]
      typed[place] = stored == entry.value ? nil : Typed(value: entry.value, seen: before?.seen ?? stored)
      steps.append(Step(place: place, before: before, after: typed[place]))
    }
    guard !steps.isEmpty else { return 0 }
    undoable.append(steps)
    redoable = []
    return steps.count
  }

  /// Takes the last typed step back; false when there is none.
  mutating func undo() -> Bool {
    if editor != nil {
      editor = nil
      return true
    }
    guard let steps = undoable.popLast() else { return false }
    for step in steps.reversed() { typed[step.place] = step.before }
    redoable.append(steps)
    return go(to: steps.first?.place)
  }

  mutating func redo() -> Bool {
    guard let steps = redoable.popLast() else { return false }
    for step in steps { typed[step.place] = step.after }
    undoable.append(steps)
    return go(to: steps.last?.place)
  }

  @discardableResult
  mutating func go(to place: Place?) -> Bool {
    if let place {
      line = linePlaces[place.line] ?? line
      column = index(ofColumn: place.column) ?? column
    }
    return true
  }

  mutating func move(toLine line: Int) {
    settle()
    let step = line < self.line ? -1 : 1
    var place = max(0, min(line, lines.count - 1))
    while lines.indices.contains(place), lines[place].isHeading { place += step }
    if lines.indices.contains(place) { self.line = place }
  }

  mutating func move(toColumn column: Int) {
    settle()
    self.column = max(0, min(column, columns.count - 1))
  }

  /// By a column, or by a letter while a text is typed.
  mutating func moveAcross(by step: Int) {
    if editor != nil { editor?.move(by: step) } else { move(toColumn: column + step) }
  }

  /// To the first or the last column, or to an end of the text that is typed.
  mutating func moveToEdge(isEnd: Bool) {
    if editor == nil { return move(toColumn: isEnd ? columns.count - 1 : 0) }
    if isEnd { editor?.moveEnd() } else { editor?.moveHome() }
  }

  /// To the next or the previous open column; over the edge into the next or the previous line.
  mutating func tab(by step: Int) {
    settle()
    var (line, column) = (line, column)
    for _ in 0..<max(1, lines.count * columns.count) {
      column += step
      if !columns.indices.contains(column) {
        line += step
        column = step > 0 ? 0 : columns.count - 1
      }
      guard lines.indices.contains(line) else { return }
      guard kind(line, column).isOpen else { continue }
      (self.line, self.column) = (line, column)
      return
    }
  }

  /// Goes on after a key that rated: within the group of columns, then to the next line that takes something.
  mutating func moveOn() {
    guard let group = currentColumn?.group else { return }
    let open = columns.indices.filter { columns[$0].group == group && columns[$0].cell.isOpen }
    if !goesDown, let next = open.first(where: { $0 > column && kind(line, $0).isOpen }) {
      column = next
      return
    }
    let wanted = goesDown ? [column] : open
    for next in (line + 1)..<max(line + 1, lines.count) {
      guard let first = wanted.first(where: { kind(next, $0).isOpen }) else { continue }
      (line, column) = (next, first)
      return
    }
  }

  /// Takes what is being typed into its cell.
  mutating func settle() {
    guard let text = editor?.text else { return }
    editor = nil
    set([(line, column, text.trimmedBlanks)])
  }

  /// To the next cell with something wrong, errors before warnings; false when there is none.
  mutating func moveToProblem(by step: Int) -> Bool {
    settle()
    let errors = problems.filter { $1.severity == .error }
    let places = (errors.isEmpty ? problems : errors).compactMap { place, _ -> (Int, Int)? in
      guard let line = linePlaces[place.line], let column = index(ofColumn: place.column) else { return nil }
      return (line, column)
    }.sorted { $0 < $1 }
    let here = (line, column)
    let next = step > 0 ? places.first { $0 > here } ?? places.first : places.last { $0 < here } ?? places.last
    guard let next else { return false }
    (line, column) = next
    return true
  }
}

extension String {
  /// Without blanks at both ends.
  fileprivate var trimmedBlanks: String {
    let end = lastIndex { $0 != " " }.map { index(after: $0) } ?? startIndex
    return String(self[startIndex..<end].drop { $0 == " " })
  }
}
