import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

extension ScreenEntry {
  static let needs = ScreenEntry(
    name: "needs", title: Text("Kebutuhan pengembangan", en: "Development needs"), group: .development,
    make: { _ in NeedsScreen() })
}

/// Who needs to learn what, the most urgent first, with the reason: of everybody, one unit or one competency.
struct NeedsScreen: MarkableScreen {
  static let noun = "development.needs"

  /// Only a unit with all below it, only one competency; nil for everything.
  struct Scope: Hashable {
    var unit: ID<Unit>?
    var code: String?
  }

  var rows = MarkableRows<LearningNeed>()
  private(set) var scope: Scope
  private var search: NeedsSearch?
  private var searchedFor = -1
  private var shownFor: (revision: Int, scope: Scope)?
  private var names: CompetencyNames?
  private var shelf: ProgrammeShelf?
  private var cost = 0

  init(_ scope: Scope = Scope()) { self.scope = scope }

  func title(_ view: View) -> String { view(Text("Kebutuhan pengembangan", en: "Development needs")) }
  func refusal(_ view: View) -> Text? { view.book.access?.refusal(toSee: Assessment.kind) }

  private func isComplete(_ view: View) -> Bool { searchedFor == view.book.revision && search?.isDone ?? false }

  func hint(_ view: View) -> (left: String, right: String) {
    guard isComplete(view) else {
      let (done, total) = (search?.place ?? 0, search?.total ?? 0)
      return (
        view(Text("menghitung kebutuhan, \(done) dari \(total) …", en: "finding needs, \(done) of \(total) …")), ""
      )
    }
    let left = Text(
      "Enter: kompetensinya; F6: ke rencana; F10: usulkan ke kegiatan; F4: satu kompetensi.",
      en: "Enter: competence; F6: into plans; F10: name for an event; F4: one competency.")
    let count = rows.marked.count
    return (view(left), count == 0 ? "" : view(Text("\(count) ditandai", en: "\(count) marked")))
  }

  func help(_ view: View) -> [Text] {
    [
      Text(
        "Prioritas: 3 tiap tingkat yang kurang, 2 bila wajib untuk jabatan, 2 bila predikat di bawah Baik; lihat parameter.",
        en: "Priority: 3 for each level missing, 2 if statutory, 2 if rated below Baik; see the parameters."),
      Text(
        "Yang belum dinilai atau kedaluwarsa tidak dihitung sebagai kesenjangan; jumlahnya di atas.",
        en: "What was not assessed or is out of date is no gap; its number stands above."),
    ]
  }

  mutating func refresh(_ view: View) {
    if searchedFor != view.book.revision {
      searchedFor = view.book.revision
      search = NeedsSearch(view.book, on: view.today)
      names = CompetencyNames(view.book)
      shelf = ProgrammeShelf(view.book, on: view.today)
      shownFor = nil
    }
    show(view)
    rows.narrow(view) { $0.person }
  }

  /// Searches some people at a time while nothing is pressed.
  mutating func idle(_ view: View) -> Bool {
    guard search?.isDone == false else { return false }
    search?.next(4_000)
    show(view)
    rows.narrow(view) { $0.person }
    return true
  }

  private mutating func show(_ view: View) {
    guard isComplete(view), let search else { return }
    if let shownFor, shownFor == (view.book.revision, scope) { return }
    shownFor = (view.book.revision, scope)
    let units = scope.unit.map { unit -> Set<Row> in
      let branch = UnitTree(view.book, on: view.today).branch(of: unit)
      return Set(branch.compactMap { view.book.units.table.row(of: $0.unit.id.raw) })
    }
    let shown = search.needs.filter { need in
      (units?.contains(need.unit) ?? true) && (scope.code.map { need.code == $0 } ?? true)
    }
    rows.show(shown)
    var costs: [LearningNeed.Subject: [Int: Int]] = [:]
    cost = shown.reduce(0) { sum, need in
      let level = need.held ?? 0
      if let known = costs[need.subject]?[level] { return sum + known }
      let each = shelf?.programmes(for: need).first?.costPerHead ?? 0
      costs[need.subject, default: [:]][level] = each
      return sum + each
    }
  }

  static let commandTable: [Command<NeedsScreen>] =
    [
      Command.competence("development.needs.open", keys: ["enter"], label: Text("Buka", en: "Open")) { screen, view in
        screen.rows.selected.map { view.book.employees.table.id(of: $0.person) }
      },
      Command(
        "development.needs.plan", Text("Masukkan ke rencana pengembangan", en: "Put into development plans"),
        keys: ["f6", "ctrl-n"], label: Text("Rencana", en: "Plan"), letter: "r", saves: true,
        refusal: { screen, view in
          screen.rows.chosen.contains { $0.code != nil }
            ? view.book.access?.refusal(toWrite: DevelopmentPlan.kind) : .chooseFirst
        }, run: { screen, view in screen.plan(view) }),
      Command(
        "development.needs.event", Text("Usulkan ke kegiatan", en: "Name for an event"), keys: ["f10", "ctrl-s"],
        label: Text("Kegiatan", en: "Event"), letter: "k", saves: true,
        refusal: { screen, view in
          screen.rows.chosen.isEmpty ? .chooseFirst : view.book.access?.refusal(toWrite: Enrolment.kind)
        }, run: { screen, view in screen.events }),
      Command(
        "development.needs.code", Text("Hanya satu kompetensi", en: "Only one competency"), keys: ["f4", "ctrl-f"],
        label: Text("Saring", en: "Filter")
      ) { screen, view in .push(screen.codes(view)) },
      Command(
        "development.needs.map", Text("Peta unit dan kompetensi", en: "Map of units and competencies"),
        keys: ["f11", "ctrl-t"], label: Text("Peta", en: "Map")
      ) { _, _ in .push(HeatScreen()) },
      Command.export(
        "development.needs.export", Text("Ekspor daftar kebutuhan", en: "Export the needs")
      ) { $0.exported($1) },
    ] + markCommands

  private func plan(_ view: View) -> Effect {
    let chosen = Dictionary(grouping: rows.chosen.filter { $0.code != nil }, by: \.person)
    let people = chosen.keys.sorted()
    return .start(
      BatchSaving.of(
        people, Text("Menyusun rencana", en: "Making plans"), batch: view.session.newID(),
        done: { Text("Rencana \($0) orang disusun", en: "Plans of \($0) people made") }
      ) { people, view in
        people.flatMap { person -> [JenjangDomain.Operation] in
          let id = ID<Employee>(view.book.employees.table.id(of: person))
          let codes = Set((chosen[person] ?? []).compactMap(\.code))
          let gaps = view.book.competence(of: id, on: view.today)?.gaps.filter { codes.contains($0.code) } ?? []
          return view.book.planning(gaps, for: id, on: view.today) { view.session.newID() }
        }
      })
  }

  /// The events to come that serve the first of the chosen needs; all chosen people whom they serve are named.
  private var events: Effect {
    let chosen = rows.chosen
    guard let first = chosen.first else { return .none }
    return .push(
      Chooser("needs.events", Text("Kegiatan yang melayani", en: "Events that serve it"), columns: 76) { query, view in
        let table = view.book.learningEvents.table
        let open = (0..<table.rowCount).compactMap { view.book.learningEvents[$0] }.filter { event in
          guard event.state?.takesNominees ?? false, event.start.map({ view.today <= $0 }) ?? false else {
            return false
          }
          let programme = event.programme.flatMap { view.book.learningProgrammes[$0] }
          return first.isServed(by: programme, programme?.raises ?? CompetencyMarks())
        }
        return open.filter { query.isEmpty || Fuzzy.score(query, in: $0.name ?? "") != nil }.map { event in
          let free =
            Seats(event, in: view.book).free.map { view(Text("\($0) kursi kosong", en: "\($0) seats free")) } ?? ""
          return Choice(
            title: event.name ?? "?", detail: (event.start?.display ?? "") + "  " + free,
            effect: .all([.pop, NeedsScreen.nominate(chosen, event, view)]))
        }
      })
  }

  private static func nominate(_ needs: [LearningNeed], _ event: LearningEvent, _ view: View) -> Effect {
    let programme = event.programme.flatMap { view.book.learningProgrammes[$0] }
    let served = needs.filter { $0.isServed(by: programme, programme?.raises ?? CompetencyMarks()) }
    let names = CompetencyNames(view.book)
    var seen: Set<Row> = []
    let people = served.filter { seen.insert($0.person).inserted }.map { need in
      (
        person: ID<Employee>(view.book.employees.table.id(of: need.person)), priority: need.priority,
        reason: NeedsScreen.why(need, names).indonesian
      )
    }
    return Nominations.save(people, event, view, then: .push(EventPage(event.id)))
  }

  private func codes(_ view: View) -> Chooser {
    var counts: [String: Int] = [:]
    for need in search?.needs ?? [] { if let code = need.code { counts[code, default: 0] += 1 } }
    let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let names = names
    return Chooser("needs.codes", Text("Hanya kompetensi", en: "Only the competency"), columns: 64) { query, view in
      let choose = { (code: String?) -> Effect in
        .back(to: NeedsScreen.self) { screen, _ in
          screen.scope.code = code
          return .none
        }
      }
      let all = Choice(title: view(Text("Semua kebutuhan", en: "All needs")), effect: choose(nil))
      return [all]
        + sorted.map { code, count in
          Choice(title: names?[code] ?? code, key: view.count(count), effect: choose(code))
        }.filter { query.isEmpty || Fuzzy.score(query, in: $0.title) != nil }
    }
  }

  private func exported(_ view: View) -> ExportTable.Source {
    let (items, names) = (rows.items, names)
    let titles = NeedsScreen.columns.map { view($0.title) }
    return ExportTable.Source(
      name: "kebutuhan", heading: title(view),
      columns: zip(["employee", "need", "gap", "priority", "why", "programme", "unit"], titles).map {
        TableText.Column(name: $0, title: $1, isNumber: $0 == "priority")
      }, count: items.count,
      row: { place, view in
        NeedsScreen.cells(items[place], names, shelf, view)
      })
  }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    var rest = area
    drawHead(&frame, rest.cutTop(1), view)
    let (names, shelf) = (names, shelf)
    let isDone = isComplete(view)
    rows.draw(NeedsScreen.columns, into: &frame, rest, empty: isDone ? .nothing : .computing, view: view) { need in
      GridRow(cells: NeedsScreen.cells(need, names, shelf, view), mark: need.reasons.contains(.statutory) ? "§" : "")
    }
  }

  private func drawHead(_ frame: inout Frame, _ head: Rect, _ view: View) {
    guard isComplete(view), let search else { return }
    let place =
      scope.unit.flatMap { view.book.label(of: $0.raw, kind: Unit.kind.name) }
      ?? view(Text("Semua unit", en: "All units"))
    let code = scope.code.flatMap { names?[$0] } ?? ""
    let people = view.count(search.people)
    let unassessed = view.count(search.unassessed)
    let words = view(
      Text(
        "\(people) orang, \(unassessed) belum lengkap dinilai", en: "\(people) people, \(unassessed) not fully assessed"
      ))
    let money = view(Text("perkiraan ", en: "estimate ")) + view(Rupiah.short(cost))
    let text = [place, code, words, money].filter { !$0.isEmpty }.joined(separator: " · ")
    frame.put(text, x: head.x + 1, y: head.y, role: .textStrong, width: head.width - 2)
  }

  private static func cells(
    _ need: LearningNeed, _ names: CompetencyNames?, _ shelf: ProgrammeShelf?, _ view: View
  ) -> [String] {
    let table = view.book.employees.table
    let subject = names.map { view(need.subject.title($0)) } ?? ""
    let unit = need.unit >= 0 ? view.cell(view.book.units.table, need.unit, "name") : ""
    return [
      view.cell(table, need.person, "name"), subject, need.gap > 0 ? "\(need.held ?? 0)→\(need.required)" : "",
      String(need.priority), names.map { view(why(need, $0)) } ?? "",
      shelf?.programmes(for: need).first?.name ?? "-", unit,
    ]
  }

  /// Why a need is as urgent as it is.
  private static func why(_ need: LearningNeed, _ names: CompetencyNames) -> Text {
    let parts = need.reasons.map { reason -> Text in
      switch reason {
      case .gap: Text("kurang \(need.gap) tingkat", en: "\(need.gap) levels missing")
      case .statutory: Text("wajib", en: "statutory")
      case .performance: Text("predikat < Baik", en: "rated < Baik")
      case .succession: Text("suksesi", en: "succession")
      }
    }
    return Text(parts.map(\.indonesian).joined(separator: ", "), en: parts.map(\.english).joined(separator: ", "))
  }

  static let columns = [
    RowGrid.Column(title: Text("Pegawai", en: "Employee"), width: 20, grows: true, wish: 34),
    RowGrid.Column(title: Text("Kebutuhan", en: "Need"), width: 20, grows: true, wish: 36),
    RowGrid.Column(title: Text("Tingkat", en: "Level"), width: 7),
    RowGrid.Column(title: .verbatim("Prio"), width: 4, isRightAligned: true),
    RowGrid.Column(title: Text("Sebab", en: "Why"), width: 16, wish: 30),
    RowGrid.Column(title: Text("Program", en: "Programme"), width: 14, wish: 32),
    RowGrid.Column(title: Text("Unit kerja", en: "Work unit"), width: 14, grows: true, wish: 40),
  ]
}

extension Text {
  fileprivate static let computing = Text("menghitung kebutuhan …", en: "finding needs …")
  fileprivate static let nothing = Text(
    "Tidak ada kebutuhan menurut asesmen yang berlaku.", en: "No needs by the assessments in force.")
}
