import JenjangDomain
import JenjangStore
import TerminalKit

extension ScreenEntry {
  static let mentoringNetwork = ScreenEntry(
    name: "mentoring-network", title: Text("Siapa belajar dari siapa", en: "Who learned from whom"),
    group: .mentoring, make: { _ in MentoringNetworkScreen() })
}

/// The network of mentoring as a tree: those whom nobody mentored at the left, whom they mentored below them.
struct MentoringNetworkScreen: SearchedScreen {
  static let noun = "network"
  static let blanks = SearchLine.Blanks.inside

  private var network: MentoringNetwork?
  private var lines: [MentoringNetwork.Line] = []
  /// The places of the lines that are shown.
  private var shown: [Int] = []
  private var closed: Set<Row> = []
  var grid = RowGrid()
  var typing = ""
  private var readFor: (revision: Int, search: String)?

  var rowCount: Int { shown.count }
  func title(_ view: View) -> String { view(Text("Siapa belajar dari siapa", en: "Who learned from whom")) }
  func refusal(_ view: View) -> Text? { view.book.access?.refusal(toSee: MentoringPair.kind) }

  private var selected: MentoringNetwork.Line? {
    shown.indices.contains(grid.cursor) ? lines[shown[grid.cursor]] : nil
  }

  func hint(_ view: View) -> (left: String, right: String) {
    let left = Text(
      "Ketik nama; kanan/kiri buka/tutup; Enter pasangannya; F9 e ekspor DOT.",
      en: "Type a name; right/left open/close; Enter the pair; F9 e exports DOT.")
    let count = view.count(network?.links.count ?? 0)
    return (view(left), view(Text("\(count) hubungan", en: "\(count) links")))
  }

  func help(_ view: View) -> [Text] {
    [
      Text(
        "Pasangan yang pernah bertemu, juga yang sudah selesai. ↑ berarti cabangnya sudah tertulis di atas.",
        en: "Pairs that ever met, finished ones too. ↑ means that the branch stands above already."),
      Text(
        "DOT digambar oleh Graphviz: dot -Tsvg berkas.dot > berkas.svg; garis putus berarti sudah berakhir.",
        en: "DOT is drawn by Graphviz: dot -Tsvg file.dot > file.svg; a dashed line is a pair that ended."),
    ]
  }

  mutating func refresh(_ view: View) {
    if let readFor, readFor == (view.book.revision, typing) { return }
    if readFor?.revision != view.book.revision {
      let network = MentoringNetwork(view.book)
      self.network = network
      lines = network.lines
    }
    readFor = (view.book.revision, typing)
    show(view)
  }

  /// What stands under a closed person is left out; a search shows those who fit, with all above them.
  private mutating func show(_ view: View) {
    let stood = selected
    if typing.isEmpty {
      shown = openPlaces
    } else {
      let found = Set(view.book.employees.table.rows(Query(search: typing)))
      shown = places(of: found)
    }
    grid.follow(to: stood.flatMap { line in shown.firstIndex { lines[$0] == line } }, of: shown.count)
  }

  private var openPlaces: [Int] {
    var places: [Int] = []
    var hidden: Int?
    for (place, line) in lines.enumerated() {
      if let depth = hidden, line.depth > depth { continue }
      hidden = closed.contains(line.person) && hasBelow(place) ? line.depth : nil
      places.append(place)
    }
    return places
  }

  private func places(of found: Set<Row>) -> [Int] {
    var places: Set<Int> = []
    var above: [Int] = []
    for (place, line) in lines.enumerated() {
      above = Array(above.prefix(line.depth))
      above.append(place)
      if found.contains(line.person) { places.formUnion(above) }
    }
    return places.sorted()
  }

  private func hasBelow(_ place: Int) -> Bool {
    lines.indices.contains(place + 1) && lines[place + 1].depth > lines[place].depth
  }

  /// Opens or closes the branch under the cursor; where there is none, closing goes to the mentor.
  private mutating func open(_ isOpen: Bool, _ view: View) {
    guard let selected else { return }
    let isClosed = closed.contains(selected.person)
    if !isOpen, isClosed || !hasBelow(shown[grid.cursor]) {
      let above = shown[..<grid.cursor].lastIndex { lines[$0].depth < selected.depth }
      grid.move(to: above ?? grid.cursor, of: shown.count)
    } else if isOpen {
      closed.remove(selected.person)
    } else {
      closed.insert(selected.person)
    }
    show(view)
  }

  private mutating func toggleAll(_ view: View) {
    closed = closed.isEmpty ? Set(lines.filter { $0.depth == 0 }.map(\.person)) : []
    show(view)
  }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    var rest = area
    let line = rest.cutTop(1)
    SearchLine.draw(typing, into: &frame, line, share: 2, view: view)
    guard !shown.isEmpty else {
      let text: Text = lines.isEmpty ? .none : .nothingMatches
      frame.put(view(text), x: rest.x + 3, y: rest.y, role: .textMuted, width: rest.width - 4)
      return
    }
    let now = self
    grid.draw(MentoringNetworkScreen.columns, count: shown.count, into: &frame, rest, view: view) { place in
      now.row(now.shown[place], view)
    }
  }

  private func row(_ place: Int, _ view: View) -> GridRow {
    let line = lines[place]
    let sign = !hasBelow(place) ? line.isRepeated ? "↑ " : "  " : closed.contains(line.person) ? "+ " : "- "
    let pair = pair(at: place, view)
    let below = (network?.links ?? []).count { $0.mentor == line.person }
    return GridRow(
      cells: [
        String(repeating: "  ", count: line.depth) + sign + MentoringWords.name(line.person, view),
        below == 0 ? "" : "\(below)", pair?.state.map { view($0.title) } ?? "",
        (pair?.start ?? pair?.proposedOn)?.display ?? "", MentoringWords.unit(line.person, view),
      ], role: line.depth == 0 ? .textStrong : .row, mark: pair?.state?.mark ?? "")
  }

  /// The pair of a line with the mentor above it; nil for those whom nobody mentored.
  private func pair(at place: Int, _ view: View) -> MentoringPair? {
    let line = lines[place]
    guard line.depth > 0, let above = lines[..<place].last(where: { $0.depth == line.depth - 1 }) else { return nil }
    let table = view.book.employees.table
    let mentor = ID<Employee>(table.id(of: above.person))
    return view.book.mentoringPairs.owned(by: table.id(of: line.person)).last { $0.mentor == mentor }
  }

  private static let columns = [
    RowGrid.Column(title: Text("Orang", en: "Person"), width: 30, grows: true, wish: 70),
    RowGrid.Column(title: Text("Membimbing", en: "Mentored"), width: 10, isRightAligned: true),
    RowGrid.Column(title: Text("Keadaan", en: "State"), width: 12, wish: 18),
    RowGrid.Column(title: Text("Mulai", en: "From"), width: 10),
    RowGrid.Column(title: Text("Unit kerja", en: "Work unit"), width: 14, grows: true, wish: 40),
  ]
}

extension MentoringNetworkScreen {
  static let commandTable: [Command<MentoringNetworkScreen>] =
    moveCommands + [
      Command(
        "network.open", Text("Buka pasangannya, atau berkas orangnya", en: "Open the pair, or the person's file"),
        keys: ["enter"], label: Text("Buka", en: "Open"),
        refusal: { screen, _ in screen.selected == nil ? .chooseFirst : nil },
        run: { screen, view in
          guard let line = screen.selected else { return .none }
          if let pair = screen.pair(at: screen.shown[screen.grid.cursor], view) { return .push(PairPage(pair.id)) }
          return .push(EmployeeFile(view.book.employees.table.id(of: line.person)))
        }),
      Command("network.expand", Text("Buka cabang", en: "Open the branch"), keys: ["right"]) { screen, view in
        screen.open(true, view)
        return .none
      },
      Command("network.collapse", Text("Tutup cabang", en: "Close the branch"), keys: ["left"]) { screen, view in
        screen.open(false, view)
        return .none
      },
      Command(
        "network.all", Text("Buka atau tutup semua", en: "Open or close all"), keys: ["f11", "ctrl-t"],
        label: Text("Semua", en: "All")
      ) { screen, view in
        screen.toggleAll(view)
        return .none
      },
      ActionMenu.command("network.actions"),
      Command(
        "network.export", Text("Ekspor sebagai DOT (Graphviz)", en: "Export as DOT (Graphviz)"), letter: "e",
        refusal: { _, view in view.refusal(.export) },
        run: { _, view in
          .push(
            SaveAs.prompt("jejaring-bimbingan", ending: "dot", view) { path, replaces in
              WriteReport(path: path, replaces: replaces) { session in
                Array(MentoringNetwork(session.store.book).dot(in: session.store.book).utf8)
              }
            })
        }),
      Command.employeeFile("network.file") { screen, view in
        screen.selected.map { view.book.employees.table.id(of: $0.person) }
      },
      Command(
        "network.clear", Text("Hapus ketikan, lalu keluar", en: "Clear what was typed, then leave"), keys: ["esc"]
      ) { screen, view in
        guard !screen.typing.isEmpty else { return .pop }
        screen.typing = ""
        screen.show(view)
        return .none
      },
    ]
}

extension Text {
  fileprivate static let none = Text(
    "Belum ada pasangan yang bertemu.", en: "No pair has met yet.")
  fileprivate static let nothingMatches = Text(
    "Tidak ada yang cocok. Esc menghapus ketikan.", en: "Nothing matches. Esc clears what was typed.")
}
