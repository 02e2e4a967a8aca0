import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

extension ScreenEntry {
  static let budget = ScreenEntry(
    name: "budget", title: Text("Anggaran pengembangan", en: "Development budget"), group: .development,
    make: { view in BudgetScreen(view.today.year) })

  static let rescue = ScreenEntry(
    .rescue, group: .development,
    count: { view in
      let open = view.book.rescueCases.table.rows(
        Query(conditions: [Query.Condition("state", .equals(RescueState.waiting.rawValue))]))
      return open.isEmpty ? "" : view.count(open.count)
    })
}

extension ListSpec {
  /// Those whose training was cancelled, the most urgent first.
  static let rescue = ListSpec(
    name: "rescue", title: RescueCase.kind.plural, kind: RescueCase.kind.name,
    columns: ["employee", "programme", "since", "priority", "state", "event"],
    sort: Query.Sort("priority", descending: true), searches: "employee", open: reading(RescueCase.kind.name),
    edit: { id, view in .push(FormScreen.edit(kind: RescueCase.kind.name, id: id, view: view)) },
    commands: [
      Command(
        "rescue.offer", Text("Tawarkan kursi program yang sama", en: "Offer a seat of the same programme"),
        keys: ["f10", "ctrl-s"], label: Text("Kursi", en: "Seat"), letter: "k", saves: true,
        refusal: { list, view in
          list.selected == nil ? .chooseFirst : view.book.access?.refusal(toWrite: RescueCase.kind)
        }, run: { list, view in Rescue.offering(list.chosen(view).map { ID($0) }, view) })
    ])
}

/// Seats for those whose training was cancelled.
enum Rescue {
  /// The events to come of the programme of the first one; all chosen of that programme are named.
  static func offering(_ ids: [ID<RescueCase>], _ view: View) -> Effect {
    let cases = ids.compactMap { view.book.rescueCases[$0] }.filter { $0.state?.isOpen ?? false }
    guard let programme = cases.first?.programme else {
      return .say(Text("Pilih yang masih menunggu", en: "Choose somebody who still waits"), .warn)
    }
    let served = cases.filter { $0.programme == programme }
    return .push(
      Chooser("rescue.events", Text("Kegiatan pengganti", en: "Another event"), columns: 76) { _, view in
        view.book.learningEvents.table.rows(referring: "programme", to: programme.raw)
          .compactMap { view.book.learningEvents[$0] }
          .filter { $0.state?.takesNominees ?? false && $0.start.map { view.today <= $0 } ?? false }.map { event in
            let free =
              Seats(event, in: view.book).free.map { view(Text("\($0) kursi kosong", en: "\($0) seats free")) } ?? ""
            return Choice(
              title: event.name ?? "?", detail: (event.start?.display ?? "") + "  " + free,
              effect: .all([.pop, offer(served, event, view)]))
          }
      })
  }

  private static func offer(_ cases: [RescueCase], _ event: LearningEvent, _ view: View) -> Effect {
    var seats = Seats(event, in: view.book)
    var operations: [JenjangDomain.Operation] = []
    for rescue in cases where !seats.enrolments.contains(where: { $0.employee == rescue.employee }) {
      var enrolment = Enrolment(id: ID(view.session.newID()))
      enrolment.employee = rescue.employee
      enrolment.event = event.id
      enrolment.start = event.start
      enrolment.state = .nominated
      enrolment.priority = rescue.priority
      enrolment.requestedOn = rescue.since
      enrolment.reason = "Kegiatan sebelumnya batal"
      enrolment.approvedOn = view.today
      enrolment.approvedBy = view.book.access?.actor.person.map { ID($0) }
      seats.add(enrolment)
      seats.place(enrolment.id)
      operations += [
        view.book.rescueCases.updating(rescue.id) { record in
          record.state = .offered
          record.served = enrolment.id
        }
      ].compactMap(\.self)
    }
    let (count, name) = (operations.count, event.name ?? "?")
    return .commit(
      Transaction(seats.operations() + operations),
      done: Text("\(count) orang ditawari \(name)", en: "\(count) people offered \(name)"), then: .none)
  }
}

/// The budget of a year: what was planned, shifted, committed, spent, and what is left of each line.
struct BudgetScreen: GridScreen {
  static let noun = "budget"

  private(set) var year: Int
  private var lines: [(line: BudgetLine, standing: BudgetStanding)] = []
  var grid = RowGrid()
  private var readFor: (revision: Int, year: Int)?

  init(_ year: Int) { self.year = year }

  private var selected: BudgetLine? { lines.indices.contains(grid.cursor) ? lines[grid.cursor].line : nil }
  var rowCount: Int { lines.count }

  func title(_ view: View) -> String { view(Text("Anggaran \(year)", en: "Budget \(year)")) }
  func refusal(_ view: View) -> Text? { view.book.access?.refusal(toSee: BudgetLine.kind) }

  func hint(_ view: View) -> (left: String, right: String) {
    let left = Text(
      "Enter: mutasi; F6 mata anggaran baru; F7 mutasi baru; F10 simulasi pemotongan; PgUp/PgDn tahun.",
      en: "Enter: entries; F6 new line; F7 new entry; F10 cut simulation; PgUp/PgDn year.")
    return (view(left), "")
  }

  mutating func refresh(_ view: View) {
    if let readFor, readFor == (view.book.revision, year) { return }
    readFor = (view.book.revision, year)
    lines = view.book.budgetLines.all.filter { $0.year == year }
      .sorted { ($0.source?.rawValue ?? "", $0.code ?? "") < ($1.source?.rawValue ?? "", $1.code ?? "") }
      .map { ($0, view.book.standing(of: $0)) }
    grid.move(to: grid.cursor, of: lines.count)
  }

  static let commandTable: [Command<BudgetScreen>] = [
    move("budget.down", Text("Turun", en: "Down"), "down") { $0.grid.move(.down, of: $0.lines.count) },
    move("budget.up", Text("Naik", en: "Up"), "up") { $0.grid.move(.up, of: $0.lines.count) },
    move("budget.nextYear", Text("Tahun berikut", en: "Next year"), "pgdn") { $0.year += 1 },
    move("budget.lastYear", Text("Tahun sebelumnya", en: "Year before"), "pgup") { $0.year -= 1 },
    Command(
      "budget.open", Text("Mutasi mata anggaran ini", en: "Entries of this line"), keys: ["enter"],
      label: Text("Mutasi", en: "Entries"), refusal: { screen, _ in screen.selected == nil ? .chooseFirst : nil },
      run: { screen, view in screen.selected.map { .push(ListScreen(.budgetEntries(of: $0), view: view)) } ?? .none }),
    Command(
      "budget.new", Text("Mata anggaran baru", en: "New budget line"), keys: ["f6", "ctrl-n"],
      label: Text("Baru", en: "New"), saves: true,
      refusal: { _, view in view.book.access?.refusal(toWrite: BudgetLine.kind) },
      run: { screen, view in
        var preset = JSONObject()
        preset["year"] = .integer(Int64(screen.year))
        return .push(FormScreen.new(kind: BudgetLine.kind.name, preset: preset, view: view))
      }),
    Command(
      "budget.entry", Text("Mutasi baru", en: "New entry"), keys: ["f7", "ctrl-e"], label: Text("Catat", en: "Enter"),
      saves: true,
      refusal: { screen, view in
        screen.selected == nil ? .chooseFirst : view.book.access?.refusal(toWrite: BudgetEntry.kind)
      },
      run: { screen, view in
        screen.selected.map {
          .push(FormScreen.new(kind: BudgetEntry.kind.name, preset: ListSpec.entry(of: $0, view), view: view))
        }
          ?? .none
      }),
    Command(
      "budget.cut", Text("Simulasi pemotongan", en: "Cut simulation"), keys: ["f10", "ctrl-s"],
      label: Text("Potong", en: "Cut")
    ) { screen, _ in .push(CutScreen(screen.year)) },
    Related.command("budget.related") { screen, _ in screen.selected.map { (BudgetLine.kind.name, $0.id.raw) } },
    ActionMenu.command("budget.actions"),
    Command(
      "budget.edit", Text("Ubah mata anggaran", en: "Edit the line"), letter: "u", saves: true,
      refusal: { screen, view in
        screen.selected == nil ? .chooseFirst : view.book.access?.refusal(toWrite: BudgetLine.kind)
      },
      run: { screen, view in
        screen.selected.map { .push(FormScreen.edit(kind: BudgetLine.kind.name, id: $0.id.raw, view: view)) } ?? .none
      }),
    Command.export("budget.export", Text("Ekspor anggaran", en: "Export the budget")) { $0.exported($1) },
  ]

  private static func move(
    _ name: String, _ title: Text, _ key: String, _ move: @escaping (inout BudgetScreen) -> Void
  ) -> Command<BudgetScreen> {
    Command(name, title, keys: [key]) { screen, _ in
      move(&screen)
      return .none
    }
  }

  private func exported(_ view: View) -> ExportTable.Source {
    let lines = lines
    let titles = BudgetScreen.columns(false).map { view($0.title) }
    return ExportTable.Source(
      name: "anggaran-\(year)", heading: title(view),
      columns: zip(["name", "source", "planned", "shifted", "committed", "spent", "left"], titles).map {
        TableText.Column(name: $0, title: $1, isNumber: $0 != "name" && $0 != "source")
      }, count: lines.count
    ) { place, view in
      let (line, standing) = lines[place]
      return [line.name ?? "", line.source?.rawValue ?? ""]
        + [standing.planned, standing.shifted, standing.committed, standing.spent, standing.left].map(String.init)
    }
  }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    guard !lines.isEmpty else {
      let text = Text(
        "Belum ada mata anggaran tahun \(year). F6 menambah.", en: "No budget line for \(year) yet. F6 adds one.")
      frame.put(view(text), x: area.x + 3, y: area.y + 1, role: .textMuted, width: area.width - 4)
      return
    }
    var rest = area
    let foot = rest.cutBottom(2)
    let lines = lines
    let isNarrow = area.width < 120
    grid.draw(BudgetScreen.columns(isNarrow), count: lines.count, into: &frame, rest, view: view) { place in
      let (line, standing) = lines[place]
      return GridRow(
        cells: [line.name ?? "?", line.source?.rawValue ?? ""] + BudgetScreen.figures(standing, isNarrow, view),
        mark: standing.left < 0 ? "!" : "")
    }
    frame.line(x: foot.x, y: foot.y, width: foot.width)
    let total = lines.map(\.standing).reduce(BudgetStanding(), +)
    let share = total.planned + total.shifted == 0 ? 0 : total.spent * 100 / max(1, total.planned + total.shifted)
    let words = view(
      Text(
        "Jumlah \(Rupiah.text(total.planned + total.shifted)), realisasi \(Rupiah.text(total.spent)) (\(share)%), sisa \(Rupiah.text(total.left))",
        en:
          "Total \(Rupiah.text(total.planned + total.shifted)), spent \(Rupiah.text(total.spent)) (\(share)%), left \(Rupiah.text(total.left))"
      ))
    frame.put(words, x: foot.x + 1, y: foot.y + 1, role: .textStrong, width: foot.width - 2)
  }

  private static func figures(_ standing: BudgetStanding, _ isNarrow: Bool, _ view: View) -> [String] {
    [standing.planned, standing.shifted, standing.committed, standing.spent, standing.left].map { amount in
      isNarrow ? view(Rupiah.short(amount)) : Rupiah.text(amount)
    }
  }

  private static func columns(_ isNarrow: Bool) -> [RowGrid.Column] {
    let number = { (title: Text, narrow: Int) in
      RowGrid.Column(title: title, width: isNarrow ? narrow : 16, isRightAligned: true)
    }
    return [
      RowGrid.Column(title: Text("Mata anggaran", en: "Budget line"), width: 16, grows: true, wish: 60),
      RowGrid.Column(title: Text("Sumber", en: "Source"), width: 7, wish: 10),
      number(Text("Pagu", en: "Planned"), 7), number(Text("Geser", en: "Shifted"), 7),
      number(Text("Komitmen", en: "Commit."), 8), number(Text("Realisasi", en: "Spent"), 9),
      number(Text("Sisa", en: "Left"), 7),
    ]
  }
}

extension ListSpec {
  static func entry(of line: BudgetLine, _ view: View) -> JSONObject {
    var preset = JSONObject()
    preset["line"] = .string(line.id.raw.text)
    preset["date"] = .string(view.today.iso)
    return preset
  }

  /// An entry of an event opens the event.
  private static func open(entry id: ID<BudgetEntry>, _ view: View) -> Effect {
    view.book.budgetEntries[id]?.event.map { .push(EventPage($0)) } ?? RecordPages.record(BudgetEntry.kind.name, id.raw)
  }

  static func budgetEntries(of line: BudgetLine) -> ListSpec {
    var spec = ListSpec(
      name: "budget-entries", title: .verbatim(line.name ?? "?"), kind: BudgetEntry.kind.name,
      columns: ["date", "kind", "amount", "event", "toLine", "document", "decision"],
      sort: Query.Sort("date", descending: true),
      conditions: [Query.Condition("line", .equals(line.id.raw.text))],
      open: { id, _, view in open(entry: ID(id), view) }
    ).edited()
    spec.create = { view in
      .push(FormScreen.new(kind: BudgetEntry.kind.name, preset: entry(of: line, view), view: view))
    }
    return spec
  }
}
