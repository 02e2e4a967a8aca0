import JenjangDomain
import JenjangStore
import TerminalKit

extension DueList {
  static let commandTable: [Command<DueList>] =
    Step.commands("due") { list, step, _ in list.move(step) } + [
      Command("due.nextMonth", Text("Bulan berikut", en: "Next month"), keys: ["right", "tab"]) { list, _ in
        list.moveMonth(by: 1)
        return .none
      },
      Command("due.previousMonth", Text("Bulan sebelumnya", en: "Previous month"), keys: ["left", "shift-tab"]) {
        list, _ in
        list.moveMonth(by: -1)
        return .none
      },
      Command(
        "due.open", Text("Buka berkas pegawai, atau lipat bulan", en: "Open the person's file, or fold the month"),
        keys: ["enter"], label: Text("Buka", en: "Open"),
        refusal: { list, _ in list.entries.isEmpty ? .noRow : nil },
        run: { list, view in
          guard let line = list.selected else {
            list.fold()
            return .none
          }
          return .push(EmployeeFile(view.book.employees.table.id(of: line.person)))
        }),
      Command(
        "due.subject", Text("Buka urusannya", en: "Open the matter itself"), keys: ["f7", "ctrl-e"], letter: "b",
        refusal: { list, _ in list.selected.flatMap { DueSubject.record($0) } == nil ? .noSubject : nil },
        run: { list, view in list.selected.map { DueSubject.open($0, view) } ?? .none }),
      Command(
        "due.filter", Text("Saring menurut hal, unit, bulan", en: "Filter by kind, unit, month"),
        keys: ["f4", "ctrl-f"], label: Text("Saring", en: "Filter")
      ) { list, view in .push(DueFilter.screen(list, view)) },
      Command(
        "due.findings", Text("Baca temuan di baliknya", en: "Read the findings behind it"), keys: ["f11", "ctrl-t"],
        label: Text("Temuan", en: "Findings"), refusal: { list, _ in list.selected == nil ? .noRow : nil },
        run: { list, view in list.selected.map { .push(DueList.reader($0)) } ?? .none }),
      ActionMenu.command("due.actions"),
      Command("due.mark", Text("Tandai baris", en: "Mark the row"), keys: ["space"], label: Text("Tandai", en: "Mark"))
      {
        list, _ in
        list.mark()
        return .none
      },
      Command("due.markAll", Text("Tandai semua yang tampil", en: "Mark all shown"), letter: "a") { list, _ in
        list.markAll()
        return .none
      },
      Command("due.unmark", Text("Hapus semua tanda", en: "Clear all marks"), letter: "0") { list, _ in
        list.marked.removeAll()
        return .none
      },
      Command("due.fold", Text("Lipat atau buka bulan", en: "Fold or unfold the month"), letter: "l") { list, _ in
        list.fold()
        return .none
      },
      Command(
        "due.export", Text("Ekspor yang ditandai atau yang tampil", en: "Export what is marked or shown"), letter: "e",
        refusal: { list, view in view.book.access?.refusal(.export) ?? (list.lines.isEmpty ? .noRow : nil) },
        run: { list, view in .push(ExportMenu.screen(list.exported(view), view)) }),
      Command(
        "due.copy", Text("Salin temuannya sebagai teks", en: "Copy its findings as text"), letter: "s",
        refusal: { list, _ in list.selected == nil ? .noRow : nil },
        run: { list, view in list.copy(view) }),
      Command(
        "due.clear", Text("Hapus saringan atau kembali", en: "Clear the filter, or back"), keys: ["f3", "esc"],
        label: Text("Kembali", en: "Back")
      ) { list, view in list.clear(view) },
    ]

  /// A line with everything that its rule found.
  static func reader(_ line: DueLine) -> Reader {
    Reader(
      heading: { view in view(line.kind.title) },
      write: { page, view in
        DueRow.write(line, line.findings(in: view.book, by: view.session.radar.law), into: &page, view)
      })
  }

  private mutating func copy(_ view: View) -> Effect {
    guard let selected else { return .none }
    var page = Page(width: 78)
    DueRow.write(selected, judge(selected, view), into: &page, view)
    return .all([.copy(page.text), .say(.copied, .good)])
  }

  /// Takes the last layer away: the typed search, the filter, the marks, the screen.
  private mutating func clear(_ view: View) -> Effect {
    let usual = DueQuery.usual(on: view.book.day)
    if !query.search.isEmpty {
      query.search = ""
    } else if query != usual {
      query = usual
    } else if !marked.isEmpty {
      marked.removeAll()
    } else {
      return .pop
    }
    return .none
  }
}

extension Text {
  fileprivate static let copied = Text("Temuan disalin", en: "Findings copied")
}
