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

/// The filter of the radar: kinds with their counts, a unit, a span of months.
enum DueFilter {
  static func screen(_ list: DueList, _ view: View) -> Chooser {
    var others = list.query
    others.kinds = []
    let counts = view.session.radar.counts(others, in: view.book)
    let now = list.query.kinds
    return Chooser("due.filter", Text("Saring jatuh tempo", en: "Filter the radar")) { query, view in
      let all = Choice(
        title: view(Text("Semua hal", en: "Everything")), key: view.count(counts.reduce(0) { $0 + $1.count }),
        effect: back { $0.kinds = [] })
      let kinds = counts.map { entry in
        let isOn = now.contains(entry.kind.name)
        return Choice(
          title: (isOn ? "✓ " : "") + view(entry.kind.title), key: view.count(entry.count),
          effect: back { query in if query.kinds.remove(entry.kind.name) == nil { query.kinds.insert(entry.kind.name) }
          })
      }
      let more = [
        Choice(title: view(Text("Menurut unit …", en: "By unit …")), effect: .replace(unitChooser)),
        Choice(title: view(Text("Menurut bulan …", en: "By month …")), effect: .replace(monthPrompt(list.query))),
      ]
      return ([all] + kinds + more).filter { query.isEmpty || Fuzzy.score(query, in: $0.title) != nil }
    }
  }

  private static func back(_ change: @escaping (inout DueQuery) -> Void) -> Effect {
    .back(to: DueList.self) { list, _ in
      change(&list.query)
      return .none
    }
  }

  private static var unitChooser: Chooser {
    Chooser("due.unit", Text("Unit dan semua di bawahnya", en: "A unit and all below it")) { query, view in
      let all = Choice(title: view(Text("Semua unit", en: "All units")), effect: back { $0.unit = nil })
      let tree = JenjangDomain.UnitTree(view.book, on: view.book.day)
      let units = tree.nodes.lazy.filter { node in
        query.isEmpty || [node.unit.name, node.unit.code].contains { Fuzzy.score(query, in: $0 ?? "") != nil }
      }.prefix(200).map { node in
        Choice(
          title: String(repeating: "  ", count: query.isEmpty ? node.depth : 0) + (node.unit.name ?? "?"),
          key: node.unit.code ?? "", effect: back { $0.unit = node.unit.id.raw })
      }
      return query.isEmpty ? [all] + units : Array(units)
    }
  }

  private static func monthPrompt(_ query: DueQuery) -> Prompt {
    let text = [query.from, query.until].map { $0?.monthCode ?? "" }.joined(separator: "..")
    return Prompt(
      "due.months", Text("Bulan", en: "Months"), text: text, help: [.months],
      check: { text, _ in months(text) == nil ? .badMonths : nil },
      done: { text, _ in
        guard let span = months(text) else { return .none }
        return back { query in
          query.from = span.from
          query.until = span.until
        }
      })
  }

  /// Reads `2026-07..2026-12`, either end of which may be missing, or one month.
  static func months(_ text: String) -> (from: Day?, until: Day?)? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    switch parts.count {
    case 1 where parts[0].isEmpty: return (nil, nil)
    case 1: return first(parts[0]).map { ($0, $0.adding(months: 1).adding(days: -1)) }
    case 3 where parts[1].isEmpty:
      let from = first(parts[0])
      let until = first(parts[2])?.adding(months: 1).adding(days: -1)
      guard (from == nil) == parts[0].isEmpty, (until == nil) == parts[2].isEmpty else { return nil }
      return (from, until)
    default: return nil
    }
  }

  private static func first(_ month: String) -> Day? { Day(iso: month + "-01") }
}

extension Text {
  fileprivate static let copied = Text("Temuan disalin", en: "Findings copied")
  fileprivate static let months = Text(
    "2026-07..2026-12, ..2026-12, 2026-07.. atau satu bulan saja; kosong: semua.",
    en: "2026-07..2026-12, ..2026-12, 2026-07.. or one month alone; empty: all.")
  fileprivate static let badMonths = Text(
    "Tulis bulan sebagai 2026-07 atau 2026-07..2026-12", en: "Write months as 2026-07 or 2026-07..2026-12")
}
