import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// Everybody who is to be evaluated in a period, and how far that has come: those whom nobody rated yet too.
struct EvaluationBoard: GridScreen {
  static let noun = "board"

  /// What is shown of the board.
  struct Filter: Equatable {
    var scope = EvaluationScope.everybody
    var statuses: Set<EvaluationStatus> = []
    var lateOnly = false
    var search = ""
  }

  private(set) var period: EvaluationPeriod
  var filter: Filter
  private(set) var board: PeriodBoard?
  private(set) var lines: [PeriodBoard.Line] = []
  var marked: Set<Row> = []
  var grid = RowGrid()
  private var readFor: (revision: Int, filter: Filter, period: RecordID)?
  private var byPerson: [Row: [PeriodBoard.Line]] = [:]

  init(_ period: EvaluationPeriod, _ filter: Filter = Filter(), view: View) {
    self.period = view.book.usual(period)
    self.filter = filter
  }

  var rowCount: Int { lines.count }

  func title(_ view: View) -> String { view(Text("Penilaian ", en: "Evaluations ")) + (period.name ?? "") }
  var takesText: Bool { true }
  func refusal(_ view: View) -> Text? { view.book.access?.refusal(toSee: Evaluation.kind) }

  var selected: PeriodBoard.Line? { lines.indices.contains(grid.cursor) ? lines[grid.cursor] : nil }

  /// The marked lines that are shown, or all that are shown.
  var chosen: [PeriodBoard.Line] {
    let some = lines.filter { marked.contains($0.plan) }
    return some.isEmpty ? lines : some
  }

  mutating func refresh(_ view: View) {
    let now = (revision: view.book.revision, filter: filter, period: period.id.raw)
    if let readFor, readFor == now { return }
    let stood = selected?.plan
    let isNews = readFor?.revision != now.revision || readFor?.period != now.period
    let isSameQuestion = readFor?.filter == filter
    readFor = now
    if isNews {
      let board = PeriodBoard(period, in: view.book, on: view.today)
      self.board = board
      byPerson = Dictionary(grouping: board.lines(of: filter.scope, in: view.book), by: \.employee)
    } else if !isSameQuestion, let board {
      byPerson = Dictionary(grouping: board.lines(of: filter.scope, in: view.book), by: \.employee)
    }
    let people = view.book.employees.table.rows(Query(search: filter.search, sort: Query.Sort("name")))
    lines = people.flatMap { byPerson[$0] ?? [] }.filter { line in
      (filter.statuses.isEmpty || filter.statuses.contains(line.status)) && (!filter.lateOnly || line.isLate)
    }
    let place = stood.flatMap { stood in lines.firstIndex { $0.plan == stood } }
    if isSameQuestion || place != nil {
      grid.follow(to: place, of: lines.count)
    } else {
      grid.move(to: 0, of: lines.count)
    }
  }

  mutating func choose(_ period: EvaluationPeriod, _ view: View) {
    self.period = view.book.usual(period)
    marked = []
  }

  mutating func typed(_ key: Key, view: View) -> Effect? {
    guard let text = SearchLine.after(key, filter.search) else { return nil }
    filter.search = text
    grid.move(to: 0, of: lines.count)
    return .some(.none)
  }

  mutating func pasted(_ text: String, view: View) -> Effect? {
    filter.search = SearchLine.pasting(text, into: filter.search)
    return .some(.none)
  }

  func hint(_ view: View) -> (left: String, right: String) {
    let count = view.count(lines.count)
    let marks = marked.isEmpty ? "" : view(Text("\(marked.count) ditandai, ", en: "\(marked.count) marked, "))
    return (view(.hint), marks + view(Text("\(count) orang", en: "\(count) people")))
  }

  func help(_ view: View) -> [Text] {
    [
      Text(
        "Setiap baris satu SKP dalam periode ini; tanda seru berarti lewat tenggat.",
        en: "Each row is a plan in this period; an exclamation mark is past its last day."),
      Text(
        "F9 s menyampaikan hasil yang ditandai, atau semua yang tampil, yang sudah dikirim penilainya.",
        en: "F9 s releases the marked results, or all shown, that their assessors have submitted."),
    ]
  }
}

extension EvaluationBoard {
  static let commandTable: [Command<EvaluationBoard>] =
    moveCommands + [
      Command(
        "board.open", Text("Buka penilaiannya", en: "Open the evaluation"), keys: ["enter"],
        label: Text("Buka", en: "Open")
      ) {
        board, view in board.open(view)
      },
      Command(
        "board.filter", Text("Saring", en: "Filter"), keys: ["f4", "ctrl-f"], label: Text("Saring", en: "Filter")
      ) {
        board, view in .push(board.filterScreen(view))
      },
      Command(
        "board.mark", Text("Tandai baris", en: "Mark the row"), keys: ["space"], label: Text("Tandai", en: "Mark")
      ) {
        board, _ in
        guard let plan = board.selected?.plan else { return .none }
        if board.marked.remove(plan) == nil { board.marked.insert(plan) }
        board.grid.move(.down, of: board.lines.count)
        return .none
      },
      ActionMenu.command("board.actions"),
      PeriodChooser.command("board.period") { board, period, view in board.choose(period, view) },
      Command(
        "board.grid", Text("Grid unit orang ini", en: "The grid of this person's unit"), letter: "g",
        refusal: { board, _ in board.selected.map { $0.unit < 0 } ?? true ? .noUnit : nil },
        run: { board, view in board.openGrid(view) }),
      Command(
        "board.release", Text("Sampaikan yang sudah dikirim", en: "Release those submitted"), letter: "s", saves: true,
        refusal: { _, view in view.book.access?.refusal(toWrite: Evaluation.kind) },
        run: { board, view in EvaluationBatch.ask(.release, board.chosen, view) }),
      Command(
        "board.submit", Text("Kirim draf yang lengkap", en: "Submit complete drafts"), letter: "k", saves: true,
        refusal: { _, view in view.book.access?.refusal(toWrite: Evaluation.kind) },
        run: { board, view in EvaluationBatch.ask(.submit, board.chosen, view) }),
      Command(
        "board.takeBack", Text("Tarik kembali yang dikirim", en: "Take back those submitted"), letter: "t", saves: true,
        refusal: { _, view in view.book.access?.refusal(toWrite: Evaluation.kind) },
        run: { board, view in EvaluationBatch.ask(.takeBack, board.chosen, view) }),
      Command(
        "board.receive", Text("Catat telah diterima pegawai", en: "Record that they were received"), letter: "d",
        saves: true,
        refusal: { _, view in view.book.access?.refusal(toWrite: Evaluation.kind) },
        run: { board, view in EvaluationBatch.ask(.acknowledge, board.chosen, view) }),
      Command("board.markAll", Text("Tandai semua yang tampil", en: "Mark all shown"), letter: "a") { board, _ in
        board.marked = Set(board.lines.map(\.plan))
        return .none
      },
      Command("board.unmark", Text("Hapus semua tanda", en: "Clear all marks"), letter: "0") { board, _ in
        board.marked.removeAll()
        return .none
      },
      Command.export("board.export", Text("Ekspor yang tampil", en: "Export what is shown")) { $0.exported($1) },
      Command(
        "board.clear", Text("Hapus ketikan, saringan, lalu keluar", en: "Clear typing, filter, then leave"),
        keys: ["esc"]
      ) {
        board, _ in board.clear()
      },
    ]

  private mutating func clear() -> Effect {
    if !filter.search.isEmpty {
      filter.search = ""
    } else if !filter.statuses.isEmpty || filter.lateOnly {
      filter.statuses = []
      filter.lateOnly = false
    } else if !marked.isEmpty {
      marked.removeAll()
    } else {
      return .pop
    }
    return .none
  }

  /// What is owed is opened for rating, everything else for reading.
  private func open(_ view: View) -> Effect {
    guard let selected, let board, let person = EvaluatedPerson(selected, board, view) else { return .none }
    guard person.lock == nil else { return .push(EvaluationReader.screen(person, period, view)) }
    let keys = lines.filter { $0.status.isOwed }.map { view.book.performancePlans.table.id(of: $0.plan).text }
    let place = keys.firstIndex(of: person.key) ?? 0
    return .push(EvaluationForm(period, people: keys.isEmpty ? [person.key] : keys, at: place, view: view))
  }

  private func openGrid(_ view: View) -> Effect {
    guard let selected, selected.unit >= 0 else { return .none }
    let unit = ID<Unit>(view.book.units.table.id(of: selected.unit))
    return .push(
      EvaluationGrid(period, .unit(unit), first: view.book.performancePlans.table.id(of: selected.plan), view: view))
  }

  private func filterScreen(_ view: View) -> Chooser {
    let lines = board?.lines(of: filter.scope, in: view.book) ?? []
    let chosen = filter
    return Chooser("board.filter", Text("Saring penilaian", en: "Filter the evaluations"), columns: 60) { query, view in
      let set = { (change: @escaping (inout Filter) -> Void) -> Effect in
        .back(to: EvaluationBoard.self) { board, _ in
          change(&board.filter)
          return .none
        }
      }
      var choices = [
        Choice(
          title: view(Text("Semua", en: "All")), key: view.count(lines.count),
          effect: set {
            $0.statuses = []
            $0.lateOnly = false
          }),
        Choice(
          title: view(Text("Lewat tenggat", en: "Past the last day")), key: view.count(lines.count { $0.isLate }),
          effect: set {
            $0.lateOnly = true
            $0.statuses = []
          }),
      ]
      choices += EvaluationStatus.allCases.map { status in
        let mark = chosen.statuses.contains(status) ? "✓ " : ""
        return Choice(
          title: mark + view(status.title), key: view.count(lines.count { $0.status == status }),
          effect: set {
            $0.lateOnly = false
            if $0.statuses.remove(status) == nil { $0.statuses.insert(status) }
          })
      }
      let wanted = query.lowercased()
      return choices.filter { wanted.isEmpty || $0.title.lowercased().contains(wanted) }
    }
  }
}

extension Text {
  fileprivate static let hint = Text(
    "Ketik nama; Enter membuka; F4 saring; F9 g grid, s sampaikan.",
    en: "Type a name; Enter opens; F4 filter; F9 g grid, s release.")
  fileprivate static let noUnit = Text("Unitnya tidak tercatat", en: "The unit is not recorded")
}
