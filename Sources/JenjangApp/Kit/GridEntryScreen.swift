import JenjangDomain
import JenjangStore
import TerminalKit

/// A screen whose cells are typed on in place: typing, moving, undo and saving are the same on each.
protocol GridEntryScreen: Screen {
  var entry: GridEntry { get set }
  /// What begins the names of its commands.
  static var noun: String { get }
  /// Something was typed or taken back: what follows from it is worked out again.
  mutating func changed(_ view: View)
  /// The value that a cell had the last time; nil where there was none.
  func previous(_ line: Int, _ column: Int, _ view: View) -> String?
  mutating func save(_ view: View) -> Effect
  /// Makes it again from what a draft is about.
  static var maker: GridMaker { get }
  /// What is kept with a draft besides the cells, so that the same grid can be opened again.
  var draftContext: [String: String] { get }
  func draftTitle(_ view: View) -> String
}

extension GridEntryScreen {
  var takesText: Bool { true }

  /// How many cells are typed and not yet saved, in words; empty when none is.
  func unsaved(_ view: View) -> String {
    let count = entry.typed.count
    return count == 0 ? "" : view(Text("\(count) belum disimpan", en: "\(count) unsaved"))
  }

  mutating func typed(_ key: Key, view: View) -> Effect? { effect(of: entry.press(key), view) }

  mutating func pasted(_ text: String, view: View) -> Effect? { effect(of: entry.paste(text), view) }

  mutating func clicked(_ target: HitTarget, mouse: Mouse, view: View) -> Effect? {
    guard case .part("cell", let place) = target else { return nil }
    entry.settle()
    entry.move(toLine: place / 1_000)
    entry.move(toColumn: place % 1_000)
    changed(view)
    return .some(.none)
  }

  /// What the screen is to do after the cells took something; nil when they did not.
  mutating func effect(of outcome: GridEntry.Outcome, _ view: View) -> Effect? {
    switch outcome {
    case .unused: return nil
    case .used: break
    case .refused(let text):
      changed(view)
      return .say(text, .warn)
    case .said(let text):
      changed(view)
      return .say(text, .good)
    }
    changed(view)
    return .some(.none)
  }

  /// The commands of the cells, besides those of the screen.
  static var entryCommands: [Command<Self>] { [moving, editing, closing].flatMap(\.self) }

  private static func step(
    _ verb: String, _ title: Text, _ keys: [String], _ move: @escaping (inout GridEntry) -> Void
  ) -> Command<Self> {
    Command("\(noun).\(verb)", title, keys: keys) { screen, view in
      let wasTyping = screen.entry.editor != nil
      move(&screen.entry)
      if wasTyping { screen.changed(view) }
      return .none
    }
  }

  private static var moving: [Command<Self>] {
    [
      step("down", Text("Turun", en: "Down"), ["down"]) { $0.move(toLine: $0.line + 1) },
      step("up", Text("Naik", en: "Up"), ["up"]) { $0.move(toLine: $0.line - 1) },
      step("enter", Text("Selesai di sel ini, turun", en: "Done with this cell, down"), ["enter"]) {
        $0.move(toLine: $0.line + 1)
      },
      step("left", Text("Ke kiri", en: "Left"), ["left"]) { $0.moveAcross(by: -1) },
      step("right", Text("Ke kanan", en: "Right"), ["right"]) { $0.moveAcross(by: 1) },
      step("next", Text("Sel berikut", en: "Next cell"), ["tab"]) { $0.tab(by: 1) },
      step("previous", Text("Sel sebelumnya", en: "Previous cell"), ["shift-tab"]) { $0.tab(by: -1) },
      step("firstColumn", Text("Kolom pertama", en: "First column"), ["home"]) { $0.moveToEdge(isEnd: false) },
      step("lastColumn", Text("Kolom terakhir", en: "Last column"), ["end"]) { $0.moveToEdge(isEnd: true) },
      step("first", Text("Baris pertama", en: "First row"), ["ctrl-home"]) { $0.move(toLine: 0) },
      step("last", Text("Baris terakhir", en: "Last row"), ["ctrl-end"]) { $0.move(toLine: $0.lines.count - 1) },
    ]
  }

  /// Pages through many lines; a screen whose pages mean something else leaves them out.
  static var pageCommands: [Command<Self>] {
    [
      step("pageDown", Text("Halaman berikut", en: "Next page"), ["pgdn"]) { $0.move(toLine: $0.line + $0.page) },
      step("pageUp", Text("Halaman sebelumnya", en: "Previous page"), ["pgup"]) { $0.move(toLine: $0.line - $0.page) },
    ]
  }

  private static func act(
    _ verb: String, _ title: Text, _ keys: [String], label: Text? = nil,
    _ act: @escaping (inout GridEntry) -> GridEntry.Outcome
  ) -> Command<Self> {
    Command("\(noun).\(verb)", title, keys: keys, label: label) { screen, view in
      let outcome = act(&screen.entry)
      return screen.effect(of: outcome, view) ?? .none
    }
  }

  private static var editing: [Command<Self>] {
    [
      Command(
        "\(noun).save", Text("Simpan semua yang diketik", en: "Save all that was typed"), keys: ["f10", "ctrl-s"],
        label: Text("Simpan", en: "Save"), saves: true,
        run: { screen, view in
          screen.entry.settle()
          screen.changed(view)
          return screen.save(view)
        }),
      act("clear", Text("Kosongkan sel", en: "Clear the cell"), [".", "del"]) { $0.clear() },
      act("fill", Text("Salin ke sel kosong di bawah", en: "Copy into the blank cells below"), ["="]) { $0.fillDown() },
      act("edit", Text("Ubah teks sel", en: "Edit the cell's text"), ["f7", "ctrl-e"]) { $0.edit() },
      Command(
        "\(noun).copyPrevious", Text("Samakan dengan periode lalu", en: "As in the last period"), keys: ["ctrl-d"],
        label: Text("spt lalu", en: "as before")
      ) { screen, view in screen.copyPrevious(view) },
      Command(
        "\(noun).choices", Text("Daftar pilihan sel ini", en: "The choices of this cell"), keys: ["f4", "ctrl-f"]
      ) {
        screen, _ in screen.choices
      },
      Command("\(noun).undo", Text("Urungkan ketikan", en: "Undo typing"), keys: ["ctrl-z"]) { screen, view in
        let wasTouched = screen.entry.isTouched
        guard screen.entry.undo() else { return wasTouched ? .say(.nothingTyped, .warn) : .undo }
        screen.changed(view)
        return .none
      },
      Command("\(noun).redo", Text("Ulangi ketikan", en: "Redo typing"), keys: ["ctrl-y"]) { screen, view in
        let wasTouched = screen.entry.isTouched
        guard screen.entry.redo() else { return wasTouched ? .none : .redo }
        screen.changed(view)
        return .none
      },
    ]
  }

  /// To what is wrong, in both directions.
  static var problemCommands: [Command<Self>] {
    [
      Command(
        "\(noun).nextProblem", Text("Galat berikut", en: "Next error"), keys: ["f8", "ctrl-g"],
        label: Text("Galat", en: "Error")
      ) { screen, view in screen.moveToProblem(by: 1, view) },
      Command("\(noun).previousProblem", Text("Galat sebelumnya", en: "Previous error"), keys: ["shift-f8"]) {
        screen, view in screen.moveToProblem(by: -1, view)
      },
    ]
  }

  private static var closing: [Command<Self>] {
    [
      Command(
        "\(noun).actions", Text("Aksi", en: "Actions"), keys: ["f9", "ctrl-x"], label: Text("Aksi", en: "Actions")
      ) { screen, view in
        screen.entry.settle()
        screen.changed(view)
        return .push(ActionMenu.screen(screen.faces(view)))
      },
      Command(
        "\(noun).direction", Text("Tombol nilai: ke kanan atau ke bawah", en: "Rating keys: across or down"),
        letter: "h"
      ) { screen, _ in
        screen.entry.goesDown.toggle()
        return .say(screen.entry.goesDown ? .goesDown : .goesAcross, .good)
      },
      Command("\(noun).cancel", Text("Batalkan ketikan, lalu kembali", en: "Cancel typing, then back"), keys: ["esc"]) {
        screen, view in
        if screen.entry.editor == nil {
          let leave = Effect.command("app.back")
          return screen.entry.isTouched ? leave : .all([screen.draftDropped, leave])
        }
        screen.entry.editor = nil
        return .none
      },
    ]
  }

  mutating func moveToProblem(by step: Int, _ view: View) -> Effect {
    changed(view)
    guard entry.moveToProblem(by: step), let place = entry.place, let problem = entry.problems[place] else {
      return .say(Text("Tidak ada yang keliru", en: "Nothing is wrong"), .good)
    }
    return .say(problem.text, problem.severity == .error ? .bad : .warn)
  }

  private mutating func copyPrevious(_ view: View) -> Effect {
    guard let value = previous(entry.line, entry.column, view), !value.isEmpty else { return .say(.noPrevious, .warn) }
    if let lock = entry.current?.lock { return .say(lock, .warn) }
    entry.set([(entry.line, entry.column, value)])
    entry.moveOn()
    changed(view)
    return .none
  }

  /// The choices of the cell under the cursor in a box.
  private var choices: Effect {
    guard case .choice(let choices) = entry.kind(entry.line, entry.column), let column = entry.currentColumn else {
      return .say(Text("Sel ini diketik", en: "This cell is typed"), .warn)
    }
    return .push(
      Chooser("grid.choices", column.title, columns: 60) { query, view in
        let wanted = query.lowercased()
        return choices.filter { wanted.isEmpty || view($0.title).lowercased().contains(wanted) }.map { choice in
          Choice(
            title: view(choice.title), key: String(Character(choice.key)),
            effect: .back(to: Self.self) { screen, view in
              screen.entry.set([(screen.entry.line, screen.entry.column, choice.value)])
              screen.entry.moveOn()
              screen.changed(view)
              return .none
            })
        }
      })
  }
}

extension Text {
  fileprivate static let nothingTyped = Text("Tidak ada lagi ketikan untuk diurungkan", en: "No more typing to undo")
  fileprivate static let noPrevious = Text(
    "Tidak ada nilai periode lalu di sel ini", en: "There is no value of the last period for this cell")
  fileprivate static let goesDown = Text("Tombol nilai kini ke bawah", en: "Rating keys go down now")
  fileprivate static let goesAcross = Text("Tombol nilai kini ke kanan", en: "Rating keys go across now")
}
