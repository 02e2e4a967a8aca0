import JSONText
import JenjangDomain
import TerminalKit

extension RuleCase {
  static let commandTable: [Command<RuleCase>] = moving + filling + giving

  private static let moving: [Command<RuleCase>] = [
    Command("case.enter", Text("Isian berikut; buka baris", en: "Next field; open the row"), keys: ["enter"]) {
      screen, view in screen.enter(view)
    },
    Command("case.down", Text("Turun", en: "Down"), keys: ["down", "tab"]) { screen, view in
      screen.move(to: screen.focus + 1, view)
      return .none
    },
    Command("case.up", Text("Naik", en: "Up"), keys: ["up", "shift-tab"]) { screen, view in
      screen.move(to: screen.focus - 1, view)
      return .none
    },
    Command("case.pageDown", Text("Hasil ke bawah", en: "Result down"), keys: ["pgdn"]) { screen, _ in
      screen.scrollAnswer(.pageDown)
      return .none
    },
    Command("case.pageUp", Text("Hasil ke atas", en: "Result up"), keys: ["pgup"]) { screen, _ in
      screen.scrollAnswer(.pageUp)
      return .none
    },
    Command("case.leave", Text("Kembali ke daftar aturan", en: "Back to the rules"), keys: ["esc", "f3"]) { _, _ in
      .pop
    },
  ]

  private static let filling: [Command<RuleCase>] = [
    Command(
      "case.choose", Text("Daftar pilihan isian ini", en: "The choices of this field"), keys: ["f4", "ctrl-f"],
      label: Text("Pilih", en: "Choose"),
      refusal: { screen, _ in
        screen.currentField.map { Lookup.isPossible(screen.stack.fields[$0].spec) } == true ? nil : .typedOnly
      }, run: { screen, view in screen.lookUp(view) }),
    Command(
      "case.add", Text("Tambah baris", en: "Add a row"), keys: ["f6", "ctrl-n"], label: Text("Baris", en: "Row"),
      refusal: { screen, _ in screen.rows.isEmpty ? .noTable : nil }, run: { screen, view in screen.addRow(view) }),
    Command(
      "case.edit", Text("Ubah baris ini", en: "Edit this row"), keys: ["f7", "ctrl-e"],
      refusal: { screen, _ in screen.currentRow == nil ? .noListRow : nil },
      run: { screen, view in screen.editRow(view) }),
    Command(
      "case.delete", Text("Hapus baris ini", en: "Delete this row"), letter: "h",
      refusal: { screen, _ in screen.currentRow == nil ? .noListRow : nil },
      run: { screen, _ in
        if let row = screen.currentRow { screen.rows[row.table].remove(at: row.place) }
        return .none
      }),
    Command(
      "case.person", Text("Isi dari data seorang pegawai…", en: "Fill in from a person…"), keys: ["alt-p"], letter: "p"
    ) { screen, _ in screen.choosePerson() },
    Command("case.clear", Text("Kosongkan formulir", en: "Empty the form"), letter: "k") { screen, view in
      screen = RuleCase(screen.rule, view: view)
      return .none
    },
  ]

  private static let giving: [Command<RuleCase>] = [
    Command(
      "case.result", Text("Hasil selengkapnya", en: "The whole result"), keys: ["f10", "ctrl-s"],
      label: Text("Hasil", en: "Result")
    ) { screen, _ in
      let shown = screen
      return .push(
        Reader(heading: { view in view(shown.rule.title) }, write: { page, view in shown.write(into: &page, view) }))
    },
    Command(
      "case.copy", Text("Salin sebagai teks", en: "Copy as text"), letter: "s",
      refusal: { screen, _ in screen.answer == nil ? .noAnswer : nil },
      run: { screen, view in
        .all([.copy(screen.text(view)), .say(Text("Hasil disalin", en: "The result is copied"), .good)])
      }),
    Command(
      "case.export", Text("Ekspor sebagai teks", en: "Export as text"), letter: "t",
      refusal: { screen, view in screen.answer == nil ? .noAnswer : view.refusal(.export) },
      run: { screen, view in
        let shown = screen
        return .push(
          SaveAs.prompt(screen.rule.name, ending: "txt", view) { path, replaces in
            WriteReport(path: path, replaces: replaces) { session in Array(shown.text(View(session)).utf8) }
          })
      }),
    ActionMenu.command("case.actions"),
  ]
}

extension RuleCase {
  var currentRow: (table: Int, place: Int)? {
    guard case .row(let table, let place)? = current else { return nil }
    return (table, place)
  }

  /// Enter: an unclear choice is asked for, a row opened, else on to the next line.
  mutating func enter(_ view: View) -> Effect {
    switch current {
    case .field(let place)?:
      stack.leave(place, view)
      let field = stack.fields[place]
      if Lookup.isPossible(field.spec), !field.editor.isEmpty, case .failure = field.reading(view) {
        return lookUp(view)
      }
      move(to: focus + 1, view)
      return .none
    case .table?: return addRow(view)
    case .row?: return editRow(view)
    case nil: return .none
    }
  }

  fileprivate func lookUp(_ view: View) -> Effect {
    guard let place = currentField else { return .none }
    let field = stack.fields[place]
    let isSettled = field.editor.isFresh || field.taken?.text == field.text
    return .push(
      Lookup.chooser(field.spec, query: isSettled ? "" : field.text) { value in
        .back(to: RuleCase.self) { screen, view in
          screen.stack.fields[place].take(value, view)
          screen.move(to: screen.focus + 1, view)
          return .none
        }
      })
  }

  fileprivate func addRow(_ view: View) -> Effect {
    let table =
      switch current {
      case .table(let table)?, .row(let table, _)?: table
      default: 0
      }
    let form = RuleRowForm(rule.input.tables[table], JSONObject(), view) { object in
      .back(to: RuleCase.self) { screen, view in
        screen.rows[table].append(object)
        let last = Line.row(table: table, place: screen.rows[table].count - 1)
        screen.move(to: screen.lines.firstIndex(of: last) ?? screen.focus, view)
        return .none
      }
    }
    return .push(form)
  }

  fileprivate func editRow(_ view: View) -> Effect {
    guard let (table, place) = currentRow else { return .none }
    let form = RuleRowForm(rule.input.tables[table], rows[table][place], view) { object in
      .back(to: RuleCase.self) { screen, _ in
        screen.rows[table][place] = object
        return .none
      }
    }
    return .push(form)
  }

  fileprivate func choosePerson() -> Effect {
    let rule = rule
    return .push(
      RulePerson.people { person, view in
        guard let input = RulePerson.input(rule, person, view) else {
          return .all([.pop, .say(.notAboutPeople, .warn)])
        }
        return .back(to: RuleCase.self) { screen, view in
          screen = RuleCase(rule, input: input, person: person, view: view)
          return .none
        }
      })
  }

  /// The case in words: what was asked, what was given, what came out.
  func write(into page: inout Page, _ view: View) {
    page.heading(view(rule.title))
    page.paragraph(view(rule.purpose))
    page.paragraph(view(rule.basis), role: .textMuted)
    if let person { page.paragraph(view.book.label(of: person, kind: "employees") ?? "?") }
    page.heading(view(Text("MASUKAN", en: "INPUT")))
    let given = stack.reading(view).object
    page.pairs(
      stack.specs.filter { given[$0.name] != nil }.map { spec in
        (view(spec.title), FormValue.words(given[spec.name], spec, view))
      })
    for (table, rows) in zip(rule.input.tables, rows) where !rows.isEmpty {
      RuleWords.write(rows, of: table, into: &page, view)
    }
    writeAnswer(into: &page, view)
  }

  /// 80 columns wide, with the place in the journal at its foot.
  func text(_ view: View) -> String {
    var page = Page(width: 78)
    write(into: &page, view)
    page.blank()
    page.paragraph(FileExport.head(view))
    return page.text
  }
}

extension Text {
  fileprivate static let typedOnly = Text(
    "Isian ini diketik; F4 hanya untuk pilihan", en: "This field is typed; F4 is for choices")
  fileprivate static let noTable = Text("Aturan ini tidak memakai daftar", en: "This rule takes no list")
  fileprivate static let noListRow = Text("Pilih satu baris daftar dulu", en: "Choose a row of a list first")
  fileprivate static let noAnswer = Text(
    "Lengkapi dulu isiannya; hasilnya belum ada", en: "Fill the form in first; there is no result yet")
}
