import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// Two people gave the same fields different values: the user decides for each field, and nothing is chosen before.
struct ConflictScreen: Screen {
  /// What the user can decide for one field.
  enum Option: Int, CaseIterable {
    case theirs
    case mine
    case typed
  }

  /// One field: what it was, what it is now, what the user wants.
  struct Line {
    let spec: FieldSpec
    let old: JSONValue?
    var theirs: JSONValue?
    let mine: JSONValue?
    /// The change of the other person; nil when it is not known.
    var commit: Commit?
    var chosen: Option?
    /// The entry for a third value.
    var entry: FormField
    /// The field that holds the value among others, and how it is read there; nil where it is the field itself.
    var part: (field: String, read: (JSONObject) -> JSONValue?)?

    init(_ spec: FieldSpec, old: JSONValue?, theirs: JSONValue?, mine: JSONValue?, commit: Commit?, _ view: View) {
      self.spec = spec
      self.old = old
      self.theirs = theirs
      self.mine = mine
      self.commit = commit
      entry = FormField(spec, value: nil, view: view)
    }

    /// The field of the record in which it lies, and its value there.
    var field: String { part?.field ?? spec.name }
    func value(in object: JSONObject) -> JSONValue? { part.map { $0.read(object) } ?? object[spec.name] }
  }

  /// What was decided: `theirs` is the value that the user saw there.
  struct Outcome {
    let field: String
    let theirs: JSONValue?
    let value: JSONValue?
  }

  let kind: String
  let record: RecordID
  /// The name of the record.
  var heading = ""
  /// What the first and the last value of a line are called.
  var oldTitle = Text("Lama", en: "Before")
  var mineTitle = Text("Anda", en: "You")
  private(set) var lines: [Line]
  /// The line under the cursor, and the option in it.
  private(set) var place = 0
  private(set) var option = Option.theirs
  private let done: ([Outcome]) -> Effect
  var top = 0
  private var readRevision = -1

  init(kind: String, record: RecordID, lines: [Line], done: @escaping ([Outcome]) -> Effect) {
    self.kind = kind
    self.record = record
    self.lines = lines
    self.done = done
  }

  func title(_ view: View) -> String { view(Text("Dua perubahan", en: "Two changes")) }
  var isTyping: Bool { option == .typed }
  var takesText: Bool { isTyping }
  var undecided: [Int] { lines.indices.filter { lines[$0].chosen == nil } }

  /// Somebody may change the fields once more: what was decided about a value that is gone is open again.
  mutating func refresh(_ view: View) {
    guard readRevision != view.book.revision else { return }
    defer { readRevision = view.book.revision }
    guard readRevision >= 0, let table = view.book.table(kind), let row = table.row(of: record),
      let object = table.object(at: row)
    else { return }
    for place in lines.indices where lines[place].theirs != lines[place].value(in: object) {
      lines[place].theirs = lines[place].value(in: object)
      lines[place].commit = ConflictScreen.newest(lines[place].field, of: record, view)
      lines[place].chosen = nil
    }
  }

  private static func newest(_ field: String, of record: RecordID, _ view: View) -> Commit? {
    do throws(StoreError) {
      return try view.session.store.history(of: record, limit: 20).first { $0.gives(field, of: record) }
    } catch { return nil }
  }

  func hint(_ view: View) -> (left: String, right: String) {
    let count = Text(
      "\(lines.count - undecided.count) dari \(lines.count) dipilih",
      en: "\(lines.count - undecided.count) of \(lines.count) chosen")
    let left: Text =
      if isTyping {
        FormHelp.ofType(lines[place].spec) ?? Text("Ketik nilainya, Enter memakainya", en: "Type it, Enter takes it")
      } else {
        Text("Enter memilih; 1, 2, 3 langsung; F10 menyimpan.", en: "Enter chooses; 1, 2, 3 at once; F10 saves.")
      }
    return (view(left), view(count))
  }

  func help(_ view: View) -> [Text] { [.helpWhy, .helpKeys, .helpSafe] }
}

extension ConflictScreen {
  static let commandTable: [Command<ConflictScreen>] = [
    Command(
      "conflict.save", Text("Simpan yang dipilih", en: "Save what was chosen"), keys: ["f10", "ctrl-s"],
      label: Text("Simpan", en: "Save")
    ) { screen, view in screen.save(view) },
    Command(
      "conflict.choose", Text("Pilih nilai ini", en: "Choose this value"), keys: ["enter"],
      label: Text("Pilih", en: "Choose")
    ) { screen, view in screen.choose(screen.option, view) },
    Command("conflict.theirs", Text("Pilih nilai mereka", en: "Choose their value"), keys: ["1"]) { screen, view in
      screen.choose(.theirs, view)
    },
    Command("conflict.mine", Text("Pilih nilai Anda", en: "Choose your value"), keys: ["2"]) { screen, view in
      screen.choose(.mine, view)
    },
    Command("conflict.type", Text("Ketik nilai lain", en: "Type another value"), keys: ["3", "f7", "ctrl-e"]) {
      screen, view in
      screen.move(to: screen.place, .typed, view)
      return .none
    },
    Command(
      "conflict.list", Text("Daftar pilihan isian ini", en: "The choices of this field"), keys: ["f4", "ctrl-f"],
      refusal: { screen, _ in Lookup.isPossible(screen.lines[screen.place].spec) ? nil : .typedOnly },
      run: { screen, _ in screen.lookUp() }),
    Command("conflict.down", Text("Turun", en: "Down"), keys: ["down"]) { screen, view in screen.step(1, view) },
    Command("conflict.up", Text("Naik", en: "Up"), keys: ["up"]) { screen, view in screen.step(-1, view) },
    Command(
      "conflict.next", Text("Isian berikut yang belum dipilih", en: "Next field not chosen yet"),
      keys: ["tab", "f8", "ctrl-g", "pgdn"]
    ) { screen, view in screen.next(1, view) },
    Command("conflict.previous", Text("Isian sebelumnya", en: "Previous field"), keys: ["shift-tab", "pgup"]) {
      screen, view in screen.next(-1, view)
    },
    Command(
      "conflict.leave", Text("Kembali ke isian", en: "Back to the input"), keys: ["esc", "f3", "f12", "ctrl-c"],
      label: Text("Kembali", en: "Back")
    ) { _, _ in .pop },
  ]

  mutating func move(to place: Int, _ option: Option, _ view: View) {
    if isTyping { lines[self.place].entry.settle(view) }
    self.place = max(0, min(place, lines.count - 1))
    self.option = option
    if isTyping { lines[self.place].entry.editor.open() }
  }

  private mutating func step(_ step: Int, _ view: View) -> Effect {
    let count = Option.allCases.count
    let flat = max(0, min(place * count + option.rawValue + step, lines.count * count - 1))
    move(to: flat / count, Option(rawValue: flat % count) ?? .theirs, view)
    return .none
  }

  private mutating func next(_ step: Int, _ view: View) -> Effect {
    move(to: (place + step + lines.count) % lines.count, .theirs, view)
    return .none
  }

  private mutating func choose(_ option: Option, _ view: View) -> Effect {
    if option == .typed {
      lines[place].entry.settle(view)
      guard case .success = lines[place].entry.reading(view) else {
        return Lookup.isPossible(lines[place].spec) ? lookUp() : .say(.unread, .bad)
      }
    }
    lines[place].chosen = option
    if let open = undecided.first(where: { $0 > place }) ?? undecided.first {
      move(to: open, .theirs, view)
    } else {
      move(to: place, option, view)
      return .say(.allChosen, .good)
    }
    return .none
  }

  mutating func typed(_ key: Key, view: View) -> Effect? {
    guard isTyping, lines[place].entry.press(key, view) else { return nil }
    lines[place].chosen = lines[place].entry.editor.isEmpty ? nil : .typed
    return .some(.none)
  }

  mutating func pasted(_ text: String, view: View) -> Effect? {
    guard isTyping else { return nil }
    lines[place].entry.editor.insert(text)
    lines[place].chosen = .typed
    return .some(.none)
  }

  mutating func clicked(_ target: HitTarget, mouse: Mouse, view: View) -> Effect? {
    guard case .item(let flat) = target, flat / 3 < lines.count, let option = Option(rawValue: flat % 3) else {
      return nil
    }
    move(to: flat / 3, option, view)
    return option == .typed ? .some(.none) : choose(option, view)
  }

  private mutating func lookUp() -> Effect {
    option = .typed
    return .push(
      Lookup.chooser(lines[place].spec, query: lines[place].entry.text) { value in
        .back(to: ConflictScreen.self) { screen, view in
          screen.lines[screen.place].entry.take(value, view)
          return screen.choose(.typed, view)
        }
      })
  }

  /// Hands over what was decided, once it is decided for all fields.
  private mutating func save(_ view: View) -> Effect {
    if isTyping { lines[place].entry.settle(view) }
    if let open = undecided.first {
      let title = lines[open].spec.title
      move(to: open, .theirs, view)
      return .say(.open(title), .warn)
    }
    var outcomes: [Outcome] = []
    for (place, line) in lines.enumerated() {
      switch line.chosen {
      case .theirs, nil: outcomes.append(Outcome(field: line.spec.name, theirs: line.theirs, value: line.theirs))
      case .mine: outcomes.append(Outcome(field: line.spec.name, theirs: line.theirs, value: line.mine))
      case .typed:
        guard case .success(let value) = line.entry.reading(view) else {
          move(to: place, .typed, view)
          return .say(.unread, .bad)
        }
        outcomes.append(Outcome(field: line.spec.name, theirs: line.theirs, value: value))
      }
    }
    return done(outcomes)
  }
}

extension Text {
  fileprivate static let typedOnly = Text("Isian ini diketik", en: "This field is typed")
  fileprivate static let unread = Text(
    "Nilai yang diketik belum terbaca; perbaiki, atau pilih yang lain",
    en: "What was typed cannot be read; put it right, or choose another value")
  fileprivate static let allChosen = Text("Semua sudah dipilih; F10 menyimpan", en: "All chosen; F10 saves")
  fileprivate static func open(_ title: Text) -> Text {
    Text("Pilih dulu nilai untuk \(title.indonesian)", en: "Choose a value for \(title.english) first")
  }
  fileprivate static let helpWhy = Text(
    "Orang lain menyimpan nilai lain untuk isian yang juga Anda ubah. Pilih nilainya, nilai Anda, atau ketik yang ketiga.",
    en: "Somebody else saved other values in fields that you changed too. Choose theirs, yours, or type a third one.")
  fileprivate static let helpKeys = Text(
    "Panah ke pilihan, Enter memilih; 1 mereka, 2 Anda, 3 ketik; klik juga memilih. F10 menyimpan setelah semua dipilih.",
    en:
      "Arrows to an option, Enter chooses; 1 theirs, 2 yours, 3 type; a click chooses too. F10 saves once all is chosen."
  )
  fileprivate static let helpSafe = Text(
    "Esc kembali ke isian: tidak ada yang hilang, ketikan Anda tetap menjadi draf.",
    en: "Esc returns to the input: nothing is lost, what you typed stays a draft.")
}
