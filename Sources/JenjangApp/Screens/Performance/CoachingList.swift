import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

extension ScreenEntry {
  static let coaching = ScreenEntry(
    name: "coaching", title: CoachingProgramme.kind.plural, group: .performance,
    count: { view in
      let running = Query(conditions: [Query.Condition("state", .equals(CoachingState.running.rawValue))])
      return view.count(view.book.coachingProgrammes.table.rows(running).count)
    }, make: { _ in CoachingList() })
}

/// Who needs coaching by the rule, the programmes that run with their next dialogue, and how others ended.
struct CoachingList: GroupedScreen {
  static let noun = "coaching"

  enum Item {
    case need(CoachingNeed)
    case programme(CoachingProgramme, next: CoachingDialogue?)

    var programme: CoachingProgramme? { if case .programme(let programme, _) = self { programme } else { nil } }
    var need: CoachingNeed? { if case .need(let need) = self { need } else { nil } }
    var employee: ID<Employee>? { programme?.employee ?? need?.evaluation.employee }
  }

  var rows = GroupedRows<Item>()
  private var needs: [CoachingNeed] = []
  private var programmes: [Item] = []
  /// Programmes whose coach serves no more.
  private var coachless: Set<ID<CoachingProgramme>> = []
  private var readRevision = -1
  private var judgedRevision = -1

  func title(_ view: View) -> String { view(CoachingProgramme.kind.plural) }
  func refusal(_ view: View) -> Text? { view.book.access?.refusal(toSee: CoachingProgramme.kind) }
  var isComplete: Bool { judgedRevision == readRevision }

  func hint(_ view: View) -> (left: String, right: String) {
    let left = Text("Enter membuka; F6 mulai pembinaan.", en: "Enter opens; F6 begins coaching.")
    return (view(isComplete ? left : .computing), "")
  }

  func help(_ view: View) -> [Text] {
    [
      Text(
        "Perlu pembinaan: hasil terakhir yang sudah disampaikan di bawah Baik dan belum ditindaklanjuti.",
        en: "Needing coaching: the newest released result is below Baik and nothing was done yet."),
      Text(
        "Pembina sudah berhenti: program berjalan yang perlu pembina lain; buka lalu F9 mengubahnya.",
        en: "The coach has left: programmes that need another coach; open one and change it by F9."),
      Text(
        "Program enam bulan dibuat dengan tanggal dialog bulanannya.",
        en: "A programme of six months is made with the dates of its monthly dialogues."),
    ]
  }

  static let commandTable: [Command<CoachingList>] =
    moveCommands + [
      Command(
        "coaching.open", Text("Buka", en: "Open"), keys: ["enter"], label: Text("Buka", en: "Open"),
        refusal: { screen, _ in screen.rows.selected == nil ? .chooseFirst : nil },
        run: { screen, view in
          if let programme = screen.rows.selected?.programme { return .push(CoachingPage.screen(programme.id)) }
          return screen.rows.selected?.need.map { .push(CoachingPage.need($0)) } ?? .none
        }),
      Command(
        "coaching.begin", Text("Mulai pembinaan", en: "Begin coaching"), keys: ["f6", "ctrl-n"],
        label: Text("Mulai", en: "Begin"), letter: "m", saves: true,
        refusal: { screen, view in
          screen.rows.selected?.need == nil ? .noNeed : view.book.access?.refusal(toWrite: CoachingProgramme.kind)
        }, run: { screen, view in screen.rows.selected?.need.map { .push(CoachingPage.beginning($0, view)) } ?? .none }),
      Command(
        "coaching.dialogue", Text("Catat dialog berikut", en: "Write down the next dialogue"), keys: ["f7", "ctrl-e"],
        label: .verbatim("Dialog"), letter: "d", saves: true,
        refusal: { screen, view in
          screen.rows.selected?.programme.map { CoachingPage.refusalToTalk($0, view) } ?? .noProgramme
        },
        run: { screen, view in
          screen.rows.selected?.programme.flatMap { CoachingPage.dialogue($0, view) }.map { .push($0) } ?? .none
        }),
    ]
    + closingCommands(
      next: Text("Kelompok berikut", en: "Next group"), previous: Text("Kelompok sebelumnya", en: "Previous group"))

  mutating func refresh(_ view: View) {
    if readRevision != view.book.revision {
      readRevision = view.book.revision
      programmes = view.book.coachingProgrammes.all.map { programme in
        .programme(programme, next: programme.state == .running ? programme.nextDialogue(in: view.book) : nil)
      }
    }
    fill(view)
  }

  /// Needs are looked for while nothing is pressed.
  mutating func idle(_ view: View) -> Bool {
    guard !isComplete else { return false }
    judgedRevision = view.book.revision
    let own = view.book.access?.actor.person
    coachless = Set(view.book.coachless(on: view.today).map(\.id))
    needs = CoachingNeeds(view.book).all.filter { own == nil || $0.evaluation.employee?.raw != own }
    fill(view)
    return true
  }

  private mutating func fill(_ view: View) {
    let isCoachless = { [coachless] (item: Item) in item.programme.map { coachless.contains($0.id) } ?? false }
    let running = programmes.filter { $0.programme?.state == .running }.sorted { due($0) < due($1) }
    let ended = programmes.filter { $0.programme?.state != .running }
    let groups = [
      (title: Text("Perlu pembinaan", en: "Needing coaching"), items: needs.map { Item.need($0) }),
      (title: Text("Pembina sudah berhenti", en: "The coach has left"), items: running.filter(isCoachless)),
      (title: CoachingState.running.title, items: running.filter { !isCoachless($0) }),
      (title: CoachingState.finished.title, items: ended),
    ]
    rows.fill(groups.filter { !$0.items.isEmpty }, view: view) { view.person($0.employee) }
  }

  private func due(_ item: Item) -> Day {
    guard case .programme(let programme, let next) = item else { return Day(number: 0) }
    return next?.due ?? programme.end ?? Day(number: .max)
  }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    guard rows.total > 0 else {
      frame.put(
        view(isComplete ? .none : .computing), x: area.x + 3, y: area.y + 1, role: .textMuted, width: area.width - 4)
      return
    }
    rows.draw(CoachingList.columns, into: &frame, area, view: view) { item in CoachingList.row(item, view) }
  }

  private static func row(_ item: Item, _ view: View) -> GridRow {
    switch item {
    case .need(let need):
      let rating = need.evaluation.predicate.map { view($0.title) } ?? ""
      return GridRow(cells: [view.person(item.employee), rating, view(need.measure.title), "", ""], mark: "!")
    case .programme(let programme, let next):
      let isLate = next?.due.map { $0 < view.book.day } ?? false
      let ended = [programme.result.map { view($0.title) }, programme.closedOn?.display].compactMap(\.self)
      return GridRow(
        cells: [
          view.person(programme.employee), programme.cause.map { view($0.title) } ?? "",
          programme.measure.map { view($0.title) } ?? "",
          next.map { "\($0.number ?? 0): \($0.due?.display ?? "")" } ?? ended.joined(separator: ", "),
          programme.end?.display ?? "",
        ], mark: isLate ? "!" : "")
    }
  }

  private static let columns = [
    RowGrid.Column(title: Text("Pegawai", en: "Employee"), width: 22, grows: true, wish: 40),
    RowGrid.Column(title: Text("Sebab", en: "Cause"), width: 16, grows: true, wish: 34),
    RowGrid.Column(title: Text("Tindakan", en: "Measure"), width: 16, grows: true, wish: 40),
    RowGrid.Column(title: Text("Dialog berikut", en: "Next dialogue"), width: 14, wish: 30),
    RowGrid.Column(title: Text("Sampai", en: "To"), width: 10),
  ]
}

extension Text {
  fileprivate static let computing = Text("mencari yang perlu pembinaan …", en: "looking for who needs coaching …")
  fileprivate static let none = Text(
    "Tidak ada yang perlu dibina: semua hasil terakhir paling rendah Baik.",
    en: "Nobody needs coaching: every newest result is at least Baik.")
  fileprivate static let noNeed = Text("Pilih orang yang perlu pembinaan", en: "Choose somebody who needs coaching")
  fileprivate static let noProgramme = Text("Pilih program yang berjalan", en: "Choose a running programme")
}
