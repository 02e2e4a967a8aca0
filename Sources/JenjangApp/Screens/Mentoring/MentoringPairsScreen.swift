import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

extension ScreenEntry {
  static let mentoringPairs = ScreenEntry(
    name: "mentoring-pairs", title: MentoringPair.kind.plural, group: .mentoring,
    count: { view in view.count(view.book.mentoringPairs.table.count) }, make: { _ in MentoringPairsScreen() })

  static let mentoringProgrammes = ScreenEntry(.mentoringProgrammes, group: .mentoring)
}

extension ListSpec {
  static let mentoringProgrammes = ListSpec(
    name: "mentoring-programmes", title: MentoringProgramme.kind.plural, kind: MentoringProgramme.kind.name,
    columns: ["name", "kind", "start", "end", "unit", "coordinator"], sort: Query.Sort("start", descending: true),
    open: { id, _, _ in .push(MentoringPairsScreen(MentoringPairsScreen.Scope(programme: ID(id)))) },
    preview: { id, view in
      let pairs = view.book.mentoringPairs.all.filter { $0.programme?.raw == id }
      let states = PairState.allCases.compactMap { state -> (label: String, value: String)? in
        let count = pairs.count { $0.state == state }
        return count == 0 ? nil : (state.mark + " " + view(state.title), view.count(count))
      }
      return states.isEmpty ? [("", view(Text("Belum ada pasangan", en: "No pairs yet")))] : states
    },
    commands: [
      Command(
        "mentoringProgrammes.match", Text("Cocokkan untuk program ini", en: "Match for this programme"),
        keys: ["f10", "ctrl-s"], label: Text("Cocokkan", en: "Match"), letter: "c",
        refusal: { list, view in list.selected == nil ? .chooseFirst : MentoringWords.refusalToSeeAll(view) },
        run: { list, view in
          guard let programme = list.selected.flatMap({ view.book.mentoringProgrammes[ID($0)] }) else { return .none }
          return .push(MatchBoard(MatchBoard.Round(programme: programme.id, kind: programme.kind ?? .individual)))
        })
    ]
  ).edited()
}

/// Every pair by its state, with how long it has been silent and the sessions of twelve weeks.
struct MentoringPairsScreen: GroupedScreen {
  static let noun = "pairs"

  /// Which pairs are shown.
  struct Scope: Equatable {
    var programme: ID<MentoringProgramme>?
    var only = Only.live

    enum Only: CaseIterable {
      case live
      case silent
      case unanswered
      case over
      case all

      var title: Text {
        switch self {
        case .live: Text("Yang belum berakhir", en: "Not over")
        case .silent: Text("Sunyi terlalu lama", en: "Silent for too long")
        case .unanswered: Text("Menunggu jawaban", en: "Waiting for an answer")
        case .over: Text("Yang sudah berakhir", en: "Over")
        case .all: Text("Semua", en: "All")
        }
      }
    }
  }

  struct Item {
    let pair: MentoringPair
    let activity: PairActivity
  }

  var rows = GroupedRows<Item>()
  private(set) var scope: Scope
  private var pairs: [Item] = []
  private var shown: [Item] = []
  private var readFor: (revision: Int, search: String, scope: Scope)?

  init(_ scope: Scope = Scope()) { self.scope = scope }

  func title(_ view: View) -> String {
    scope.programme.flatMap { view.book.mentoringProgrammes[$0]?.name } ?? view(MentoringPair.kind.plural)
  }
  func refusal(_ view: View) -> Text? { view.book.access?.refusal(toSee: MentoringPair.kind) }

  func hint(_ view: View) -> (left: String, right: String) {
    let left = Text(
      "Enter membuka pasangan; F10 langkahnya; F4 saringan; F6 pasangan baru.",
      en: "Enter opens a pair; F10 its steps; F4 filter; F6 new pair.")
    return (view(left), scope.only == .live ? "" : view(scope.only.title))
  }

  func help(_ view: View) -> [Text] {
    [
      Text(
        "Sunyi: hari sejak sesi terakhir atau sejak mulai; ! berarti lebih lama daripada parameter mentoring.silence.",
        en: "Silent: days since the last session or the begin; ! is longer than the parameter mentoring.silence."),
      Text(
        "12 pekan: sesi tiap pekan, yang terakhir di kanan; titik berarti tidak ada.",
        en: "12 weeks: sessions a week, the last one at the right; a dot is none."),
    ]
  }

  mutating func refresh(_ view: View) {
    if let readFor, readFor == (view.book.revision, rows.search, scope) { return }
    if readFor?.revision != view.book.revision {
      pairs = view.book.mentoringPairs.all.map {
        Item(pair: $0, activity: PairActivity($0, in: view.book, on: view.today))
      }
    }
    readFor = (view.book.revision, rows.search, scope)
    shown = pairs.filter { fits($0) }
    let groups = PairState.allCases.map { state in
      (title: state.title, items: sorted(shown.filter { $0.pair.state == state }, view))
    }
    rows.fill(groups.filter { !$0.items.isEmpty }, view: view) { item in
      MentoringPairsScreen.cells(item, view).joined(separator: " ")
    }
  }

  private func fits(_ item: Item) -> Bool {
    if let programme = scope.programme, item.pair.programme != programme { return false }
    return switch scope.only {
    case .live: !(item.pair.state?.isOver ?? true)
    case .silent: item.activity.isSilent
    case .unanswered: item.pair.state == .proposed
    case .over: item.pair.state?.isOver ?? true
    case .all: true
    }
  }

  /// The longest silent first, then by name.
  private func sorted(_ items: [Item], _ view: View) -> [Item] {
    items.map { (item: $0, name: MentoringWords.name($0.pair.mentee, view)) }.sorted {
      ($1.item.activity.silentDays, $0.name, $0.item.pair.id.raw)
        < ($0.item.activity.silentDays, $1.name, $1.item.pair.id.raw)
    }.map(\.item)
  }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    guard rows.total > 0 else {
      let text: Text = pairs.isEmpty ? .none : .noneHere
      frame.put(view(text), x: area.x + 3, y: area.y + 1, role: .textMuted, width: area.width - 4)
      return
    }
    rows.draw(MentoringPairsScreen.columns, into: &frame, area, view: view) { item in
      GridRow(
        cells: MentoringPairsScreen.cells(item, view),
        role: item.pair.state?.isOver ?? false ? .textMuted : .row,
        mark: item.activity.isSilent ? "!" : item.pair.state?.mark ?? "")
    }
  }

  private static func cells(_ item: Item, _ view: View) -> [String] {
    let (pair, activity) = (item.pair, item.activity)
    let programme = pair.programme.flatMap { view.book.mentoringProgrammes[$0]?.name } ?? ""
    let unit = pair.mentee.flatMap { view.book.employees.table.row(of: $0.raw) }.map { MentoringWords.unit($0, view) }
    return [
      MentoringWords.name(pair.mentor, view), MentoringWords.name(pair.mentee, view),
      pair.state.map { view($0.title) } ?? "",
      pair.state == .active ? "\(activity.silentDays)" : "",
      pair.state?.isRunning ?? false || activity.sessions > 0 ? BlockText.sparkline(activity.weeks) : "",
      programme, activity.last?.display ?? "", unit ?? "",
    ]
  }

  private static let columns = [
    RowGrid.Column(title: Text("Pembimbing", en: "Mentor"), width: 18, grows: true, wish: 32),
    RowGrid.Column(title: Text("Peserta", en: "Mentee"), width: 18, grows: true, wish: 32),
    RowGrid.Column(title: Text("Keadaan", en: "State"), width: 11, wish: 18),
    RowGrid.Column(title: Text("Sunyi", en: "Silent"), width: 6, isRightAligned: true),
    RowGrid.Column(title: Text("12 pekan", en: "12 weeks"), width: 12),
    RowGrid.Column(title: Text("Program", en: "Programme"), width: 12, grows: true, wish: 30),
    RowGrid.Column(title: Text("Sesi akhir", en: "Last"), width: 10),
    RowGrid.Column(title: Text("Unit peserta", en: "Mentee's unit"), width: 14, grows: true, wish: 36),
  ]
}

extension MentoringPairsScreen {
  static let commandTable: [Command<MentoringPairsScreen>] =
    moveCommands + [
      Command(
        "pairs.open", Text("Buka pasangan", en: "Open the pair"), keys: ["enter"], label: Text("Buka", en: "Open"),
        refusal: { screen, _ in screen.rows.selected == nil ? .chooseFirst : nil },
        run: { screen, _ in screen.rows.selected.map { .push(PairPage($0.pair.id)) } ?? .none }),
      Command(
        "pairs.new", Text("Pasangan baru dengan tangan", en: "New pair by hand"), keys: ["f6", "ctrl-n"],
        label: Text("Baru", en: "New"), saves: true, refusal: { _, view in MentoringWords.refusalToMatch(view) },
        run: { screen, view in .push(screen.new(view)) }),
      Command(
        "pairs.filter", Text("Saringan: sunyi, menunggu, berakhir", en: "Filter: silent, waiting, over"),
        keys: ["f4", "ctrl-f"], label: Text("Saring", en: "Filter")
      ) { screen, _ in .push(MentoringPairsScreen.filters(screen.scope)) },
      Command(
        "pairs.step", Text("Langkah pasangan ini", en: "Steps of this pair"), keys: ["f10", "ctrl-s"],
        label: Text("Langkah", en: "Steps"), letter: "l", saves: true,
        refusal: { screen, _ in screen.rows.selected == nil ? .chooseFirst : nil },
        run: { screen, _ in screen.rows.selected.map { .push(PairSteps.chooser($0.pair.id)) } ?? .none }),
      Command(
        "pairs.board", Text("Papan pencocokan", en: "Match board"), letter: "p",
        refusal: { _, view in MentoringWords.refusalToSeeAll(view) },
        run: { screen, view in
          let programme = screen.scope.programme.flatMap { view.book.mentoringProgrammes[$0] }
          return .push(
            MatchBoard(MatchBoard.Round(programme: programme?.id, kind: programme?.kind ?? .individual)))
        }),
      Command.export("pairs.export", Text("Ekspor pasangan", en: "Export the pairs")) { $0.exported($1) },
    ]
    + closingCommands(
      next: Text("Keadaan berikut", en: "Next state"), previous: Text("Keadaan sebelumnya", en: "Previous state"))

  private func new(_ view: View) -> FormScreen {
    var pair = MentoringPair(id: ID(view.session.newID()))
    pair.kind = scope.programme.flatMap { view.book.mentoringProgrammes[$0]?.kind } ?? .individual
    pair.programme = scope.programme
    pair.state = .proposed
    pair.proposedOn = view.today
    pair.proposedBy = view.book.access?.actor.person.map { ID($0) }
    return FormScreen.new(kind: MentoringPair.kind.name, preset: pair.object, view: view)
  }

  /// What is shown: by state, and by programme.
  private static func filters(_ present: Scope) -> Chooser {
    Chooser("pairs.filters", Text("Pasangan yang mana", en: "Which pairs"), columns: 64) { query, view in
      let states = Scope.Only.allCases.map { only in
        var scope = present
        scope.only = only
        return choice(view(only.title), "", scope, isChosen: only == present.only)
      }
      var everywhere = present
      everywhere.programme = nil
      let all = choice(
        view(Text("Semua program", en: "All programmes")), "", everywhere, isChosen: present.programme == nil)
      let programmes = view.book.mentoringProgrammes.all.map { programme in
        var scope = present
        scope.programme = programme.id
        return choice(
          programme.name ?? "?", programme.start?.display ?? "", scope, isChosen: programme.id == present.programme)
      }
      return (states + [all] + programmes).filter { query.isEmpty || Fuzzy.score(query, in: $0.title) != nil }
    }
  }

  private static func choice(_ title: String, _ detail: String, _ scope: Scope, isChosen: Bool) -> Choice {
    Choice(
      title: title, detail: detail, key: isChosen ? "•" : "",
      effect: .back(to: MentoringPairsScreen.self) { screen, _ in
        screen.scope = scope
        return .none
      })
  }

  private func exported(_ view: View) -> ExportTable.Source {
    let shown = shown
    let titles = MentoringPairsScreen.columns.map { view($0.title) }
    let names = ["mentor", "mentee", "state", "silent", "weeks", "programme", "last", "unit"]
    // The little chart says nothing to a program: the weeks are written as numbers.
    return ExportTable.Source(
      name: "pasangan-bimbingan", heading: title(view),
      columns: zip(names, titles).map { TableText.Column(name: $0, title: $1, isNumber: $0 == "silent") },
      count: shown.count
    ) { place, view in
      var cells = MentoringPairsScreen.cells(shown[place], view)
      cells[4] = shown[place].activity.weeks.map(String.init).joined(separator: " ")
      return cells
    }
  }
}

extension Text {
  fileprivate static let none = Text(
    "Belum ada pasangan. F6 membuat satu; papan pencocokan membuat banyak sekaligus.",
    en: "No pairs yet. F6 makes one; the match board makes many at once.")
  fileprivate static let noneHere = Text(
    "Tidak ada pasangan dengan saringan ini; F4 mengubahnya.", en: "No pair fits this filter; F4 changes it.")
}
