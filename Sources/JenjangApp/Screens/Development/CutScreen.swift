import JenjangDomain
import JenjangStore
import TerminalKit

/// What a cut of the budget would mean: events ranked by what they close for the money, with a proposal for each.
struct CutScreen: GridScreen {
  static let noun = "cut"

  let year: Int
  private var percent = 30
  private var simulation: CutSimulation?
  var grid = RowGrid()
  private var readFor: (revision: Int, percent: Int)?

  init(_ year: Int) { self.year = year }

  private var lines: [CutSimulation.Line] { simulation?.lines ?? [] }
  private var selected: CutSimulation.Line? { lines.indices.contains(grid.cursor) ? lines[grid.cursor] : nil }
  var rowCount: Int { lines.count }

  func title(_ view: View) -> String { view(Text("Simulasi pemotongan \(year)", en: "Cut simulation \(year)")) }
  func refusal(_ view: View) -> Text? { view.book.access?.refusal(toSee: BudgetLine.kind) }

  func hint(_ view: View) -> (left: String, right: String) {
    let left = Text(
      "+ dan - mengubah persen; Enter membuka kegiatan; F10 melaksanakan usul baris ini.",
      en: "+ and - change the per cent; Enter opens the event; F10 carries out this proposal.")
    return (view(simulation == nil ? .computing : left), "")
  }

  func help(_ view: View) -> [Text] {
    [
      Text(
        "Urutan: tingkat yang tertutup tiap rupiah, lalu orang yang kekurangan JP tanpa kegiatan itu.",
        en: "Order: levels closed for the money, then people short of hours without it."),
      Text(
        "Usul: pertahankan, gabung dengan yang dipertahankan, cari sponsor, pindah ke tahun depan, atau batalkan.",
        en: "Proposal: keep, merge with a kept one, find a sponsor, move to next year, or cancel."),
      Text(
        "Orang pada kegiatan yang dibatalkan masuk antrean penyelamatan sampai terlayani.",
        en: "The people of a cancelled event stay in the rescue queue until they are served."),
    ]
  }

  mutating func refresh(_ view: View) {
    if let readFor, readFor.revision != view.book.revision { self.readFor = nil }
  }

  /// Worked out while nothing is pressed.
  mutating func idle(_ view: View) -> Bool {
    if let readFor, readFor == (view.book.revision, percent) { return false }
    readFor = (view.book.revision, percent)
    simulation = CutSimulation(year: year, percent: percent, in: view.book)
    grid.move(to: grid.cursor, of: lines.count)
    return true
  }

  static let commandTable: [Command<CutScreen>] =
    moveCommands + [
      Command("cut.more", Text("Potong lebih banyak", en: "Cut more"), keys: ["+"], label: .verbatim("+5%")) {
        screen, _ in
        screen.percent = min(100, screen.percent + 5)
        return .none
      },
      Command("cut.less", Text("Potong lebih sedikit", en: "Cut less"), keys: ["-"], label: .verbatim("-5%")) {
        screen, _ in
        screen.percent = max(0, screen.percent - 5)
        return .none
      },
      Command(
        "cut.open", Text("Buka kegiatan", en: "Open the event"), keys: ["enter"], label: Text("Buka", en: "Open"),
        refusal: { screen, _ in screen.selected == nil ? .chooseFirst : nil },
        run: { screen, _ in screen.selected.map { .push(EventPage($0.event.id)) } ?? .none }),
      Command(
        "cut.carryOut", Text("Laksanakan usul baris ini", en: "Carry out this proposal"), keys: ["f10", "ctrl-s"],
        label: Text("Lakukan", en: "Do"), saves: true,
        refusal: { screen, view in
          screen.selected.map { $0.proposal == .keep } ?? true
            ? .isKept : view.book.access?.refusal(toWrite: LearningEvent.kind)
        }, run: { screen, view in screen.carryOut(view) }),
      ActionMenu.command("cut.actions"),
      Command.export("cut.export", Text("Ekspor simulasi", en: "Export the simulation")) { $0.exported($1) },
    ]

  private func carryOut(_ view: View) -> Effect {
    guard let line = selected else { return .none }
    let newID = { view.session.newID() }
    switch line.proposal {
    case .keep: return .none
    case .cancel:
      return .push(
        Events.ask(
          view.book.transition(of: line.event, .cancel, cause: .funds, on: view.today, newID: newID),
          EventStep.cancel.title, letter: "y"))
    case .move:
      return .push(
        Events.ask(
          view.book.transition(of: line.event, .postpone, cause: .funds, on: view.today, newID: newID),
          EventStep.postpone.title, letter: "y"))
    case .merge(let other):
      guard let other = view.book.learningEvents[other] else { return .none }
      return .push(
        Events.ask(
          view.book.merging(line.event, into: other, on: view.today, newID: newID), Text("Gabungkan", en: "Merge"),
          letter: "g"))
    case .sponsor(let pledge):
      guard let operation = view.book.pledges.updating(pledge, { $0.event = line.event.id }) else { return .none }
      let name = line.event.name ?? "?"
      return .commit(
        Transaction([operation]), done: Text("Janji dana dipakai untuk \(name)", en: "The pledge is for \(name)"),
        then: .none)
    }
  }

  private func words(_ proposal: CutSimulation.Proposal, _ view: View) -> String {
    switch proposal {
    case .keep: view(Text("pertahankan", en: "keep"))
    case .merge(let other):
      view(Text("gabung ke ", en: "merge into ")) + (view.book.learningEvents[other]?.name ?? "?")
    case .sponsor(let pledge):
      view(.verbatim("sponsor: "))
        + (view.book.pledges[pledge]?.partner.flatMap { view.book.partners[$0]?.name } ?? "?")
    case .move: view(Text("pindah ke tahun depan", en: "move to next year"))
    case .cancel: view(Text("batalkan, orangnya diselamatkan", en: "cancel, rescue its people"))
    }
  }

  private func cells(_ line: CutSimulation.Line, _ view: View) -> [String] {
    [
      line.event.name ?? "?", words(line.proposal, view), view(Rupiah.short(line.cost)), String(line.people),
      String(line.levels), String(line.atRisk), line.event.start?.display ?? "",
    ]
  }

  private func exported(_ view: View) -> ExportTable.Source {
    let now = self
    let titles = CutScreen.columns.map { view($0.title) }
    return ExportTable.Source(
      name: "pemotongan-\(year)", heading: title(view) + " \(percent)%",
      columns: zip(["event", "proposal", "cost", "people", "levels", "atRisk", "start"], titles).map {
        TableText.Column(name: $0, title: $1, isNumber: ["people", "levels", "atRisk"].contains($0))
      }, count: lines.count
    ) { place, view in now.cells(now.lines[place], view) }
  }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    var rest = area
    let head = rest.cutTop(2)
    guard let simulation else {
      frame.put(view(.computing), x: head.x + 1, y: head.y, role: .textMuted, width: head.width - 2)
      return
    }
    let (kept, lost) = (simulation.kept.count, simulation.lost.count)
    let people = simulation.lost.filter { $0.proposal == .cancel }.map(\.people).reduce(0, +)
    frame.put(
      view(
        Text(
          "Dipotong \(percent)%: diperlukan \(Rupiah.text(simulation.wanted)), tersedia \(Rupiah.text(simulation.available))",
          en:
            "Cut by \(percent)%: needed \(Rupiah.text(simulation.wanted)), available \(Rupiah.text(simulation.available))"
        )),
      x: head.x + 1, y: head.y, role: .textStrong, width: head.width - 2)
    frame.put(
      view(
        Text(
          "\(kept) kegiatan dipertahankan, \(lost) tidak; \(people) orang perlu diselamatkan",
          en: "\(kept) events kept, \(lost) not; \(people) people to be rescued")), x: head.x + 1, y: head.y + 1,
      width: head.width - 2)
    guard !lines.isEmpty else {
      let text = Text("Tidak ada kegiatan yang belum mulai tahun ini.", en: "No event of the year is still to begin.")
      frame.put(view(text), x: rest.x + 3, y: rest.y + 1, role: .textMuted, width: rest.width - 4)
      return
    }
    let now = self
    grid.draw(CutScreen.columns, count: lines.count, into: &frame, rest, view: view) { place in
      let line = now.lines[place]
      return GridRow(cells: now.cells(line, view), mark: line.proposal == .keep ? "✓" : "!")
    }
  }

  private static let columns = [
    RowGrid.Column(title: Text("Kegiatan", en: "Event"), width: 20, grows: true, wish: 44),
    RowGrid.Column(title: Text("Usul", en: "Proposal"), width: 14, grows: true, wish: 48),
    RowGrid.Column(title: Text("Biaya", en: "Cost"), width: 7, isRightAligned: true),
    RowGrid.Column(title: Text("Org", en: "Ppl"), width: 4, isRightAligned: true),
    RowGrid.Column(title: Text("Tkt", en: "Lvl"), width: 4, isRightAligned: true),
    RowGrid.Column(title: Text("Risiko", en: "Risk"), width: 6, isRightAligned: true),
    RowGrid.Column(title: Text("Mulai", en: "From"), width: 10),
  ]
}

extension Text {
  fileprivate static let computing = Text("menghitung akibat pemotongan …", en: "working out the cut …")
  fileprivate static let isKept = Text("Baris ini dipertahankan", en: "This one is kept")
}
