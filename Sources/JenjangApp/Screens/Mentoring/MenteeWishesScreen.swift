import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

extension ScreenEntry {
  static let menteeWishes = ScreenEntry(
    name: "mentee-wishes", title: MenteeWish.kind.plural, group: .mentoring,
    count: { view in view.count(view.book.menteeWishes.table.count) }, make: { _ in MenteeWishesScreen() })
}

/// Who wishes for a mentor: for what, how long already, and who would fit best.
struct MenteeWishesScreen: GroupedScreen {
  static let noun = "wishes"

  struct Item {
    let wish: MenteeWish
    let person: Row?
    /// The pair in which the person is mentored now.
    let pair: MentoringPair?
    let isOpen: Bool
    let days: Int
  }

  var rows = GroupedRows<Item>()
  private var wishes: [Item] = []
  private var work: MatchWork?
  /// The best mentor of each who waits, by the mentee's row, once all are scored.
  private var bests: [Row: MatchSearch.Proposal] = [:]
  private var readFor: (revision: Int, search: String, isScored: Bool)?

  func title(_ view: View) -> String { view(MenteeWish.kind.plural) }
  func refusal(_ view: View) -> Text? { view.book.access?.refusal(toSee: MenteeWish.kind) }

  private var isScored: Bool { work?.search.isScored ?? false }

  func hint(_ view: View) -> (left: String, right: String) {
    if let search = work?.search, !search.isScored {
      let (done, total) = (search.place, search.mentors.count + search.mentees.count)
      return (view(Text("mencari yang cocok, \(done)/\(total) …", en: "looking for who fits, \(done)/\(total) …")), "")
    }
    let left = Text(
      "F6 permintaan baru; F10 pembimbing yang cocok; F9 aksi.",
      en: "F6 new wish; F10 mentors who fit; F9 actions.")
    return (view(left), "")
  }

  func help(_ view: View) -> [Text] {
    [
      Text(
        "Terbaik: pembimbing dengan nilai tertinggi yang masih ada tempat; papan pencocokan membagi semuanya sekaligus.",
        en: "Best: the mentor with the highest score who has room; the match board places all at once."),
      Text(
        "Hari dihitung sejak permintaan dicatat. Permintaan sendiri adalah persetujuan untuk dicarikan.",
        en: "Days are counted from the wish. One's own wish is the consent to be matched."),
    ]
  }

  mutating func refresh(_ view: View) {
    if let readFor, readFor == (view.book.revision, rows.search, isScored) { return }
    if readFor?.revision != view.book.revision {
      work = nil
      read(view)
    }
    readFor = (view.book.revision, rows.search, isScored)
    fill(view)
  }

  /// The best mentor of each is looked for while nothing is pressed.
  mutating func idle(_ view: View) -> Bool {
    guard MentoringWords.refusalToSeeAll(view) == nil, !isScored else { return false }
    let work = work ?? MatchWork(MatchSearch(view.book, on: view.today), view)
    self.work = work
    guard work.score(view.session.clock, milliseconds: 60) else { return true }
    bests = Dictionary(
      uniqueKeysWithValues: work.search.mentees.compactMap { mentee in
        work.search.suggestions(for: mentee, most: 1).first.map { (mentee, $0) }
      })
    return true
  }

  private mutating func read(_ view: View) {
    let table = view.book.employees.table
    var pairs: [ID<Employee>: MentoringPair] = [:]
    for pair in view.book.mentoringPairs.all where pair.state?.holdsPlace ?? false {
      if let mentee = pair.mentee { pairs[mentee] = pair }
    }
    wishes = view.book.menteeWishes.all.map { wish in
      Item(
        wish: wish, person: wish.employee.flatMap { table.row(of: $0.raw) }, pair: wish.employee.flatMap { pairs[$0] },
        isOpen: wish.isOpen(on: view.today),
        days: wish.consentedOn.map { max(0, Int(view.today.number - $0.number)) } ?? 0)
    }.sorted {
      ($1.days, MentoringWords.name($0.wish.employee, view)) < ($0.days, MentoringWords.name($1.wish.employee, view))
    }
  }

  private mutating func fill(_ view: View) {
    let groups = [
      (
        title: Text("Menunggu pembimbing", en: "Waiting for a mentor"),
        items: wishes.filter { $0.isOpen && $0.pair == nil }
      ),
      (title: Text("Sudah berpasangan", en: "Have a mentor"), items: wishes.filter { $0.isOpen && $0.pair != nil }),
      (title: Text("Tidak berlaku hari ini", en: "Not in force today"), items: wishes.filter { !$0.isOpen }),
    ]
    let now = self
    rows.fill(groups.filter { !$0.items.isEmpty }, view: view) { now.cells($0, view).joined(separator: " ") }
  }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    guard rows.total > 0 else {
      frame.put(view(.none), x: area.x + 3, y: area.y + 1, role: .textMuted, width: area.width - 4)
      return
    }
    let now = self
    rows.draw(MenteeWishesScreen.columns, into: &frame, area, view: view) { item in
      GridRow(cells: now.cells(item, view), mark: !item.isOpen ? "-" : item.pair.flatMap(\.state)?.mark ?? "")
    }
  }

  private func cells(_ item: Item, _ view: View) -> [String] {
    [
      MentoringWords.name(item.wish.employee, view), item.pair == nil && item.isOpen ? view.count(item.days) : "",
      best(item, view),
      item.wish.topics ?? item.wish.competency.flatMap { view.book.competencies[$0]?.name } ?? "",
      item.person.map { MentoringWords.unit($0, view) } ?? "", MentoringWords.name(item.wish.mentor, view),
    ]
  }

  /// Whom the person has, or who would fit best.
  private func best(_ item: Item, _ view: View) -> String {
    if let pair = item.pair {
      return MentoringWords.name(pair.mentor, view) + ", " + (pair.state.map { view($0.title).lowercased() } ?? "")
    }
    guard item.isOpen, isScored, let person = item.person else { return "" }
    guard let best = bests[person] else {
      return view(Text("tidak ada yang cocok", en: "nobody fits"))
    }
    return MentoringWords.points(best.score.total, view) + "  " + MentoringWords.name(best.mentor, view)
  }

  private static let columns = [
    RowGrid.Column(title: Text("Peserta", en: "Mentee"), width: 20, grows: true, wish: 34),
    RowGrid.Column(title: Text("Hari", en: "Days"), width: 5, isRightAligned: true),
    RowGrid.Column(title: Text("Terbaik", en: "Best fit"), width: 22, grows: true, wish: 42),
    RowGrid.Column(title: Text("Ingin belajar", en: "Wants to learn"), width: 16, grows: true, wish: 40),
    RowGrid.Column(title: Text("Unit kerja", en: "Work unit"), width: 14, grows: true, wish: 36),
    RowGrid.Column(title: Text("Diinginkan", en: "Wished for"), width: 14, wish: 30),
  ]
}

extension MenteeWishesScreen {
  static let commandTable: [Command<MenteeWishesScreen>] =
    moveCommands + [
      Command(
        "wishes.open", Text("Buka pasangan, atau baca permintaan", en: "Open the pair, or read the wish"),
        keys: ["enter"], label: Text("Buka", en: "Open"),
        refusal: { screen, _ in screen.rows.selected == nil ? .chooseFirst : nil },
        run: { screen, _ in
          guard let item = screen.rows.selected else { return .none }
          return item.pair.map { .push(PairPage($0.id)) }
            ?? .push(MentoringForms.reader(MenteeWish.kind, item.wish.id.raw))
        }),
      Command(
        "wishes.new", Text("Permintaan baru", en: "New wish"), keys: ["f6", "ctrl-n"], label: Text("Baru", en: "New"),
        saves: true, refusal: { _, view in view.book.access?.refusal(toWrite: MenteeWish.kind) },
        run: { _, view in .push(MentoringForms.new(MenteeWish.kind, view)) }),
      Command(
        "wishes.edit", Text("Ubah permintaan", en: "Edit the wish"), keys: ["f7", "ctrl-e"],
        label: Text("Ubah", en: "Edit"), saves: true,
        refusal: { screen, view in
          screen.rows.selected.map { MentoringForms.refusal(MenteeWish.kind, of: $0.wish.employee, view) }
            ?? .chooseFirst
        },
        run: { screen, view in
          screen.rows.selected.map {
            .push(FormScreen.edit(kind: MenteeWish.kind.name, id: $0.wish.id.raw, view: view))
          } ?? .none
        }),
      Command(
        "wishes.fits", Text("Pembimbing yang cocok", en: "Mentors who fit"), keys: ["f10", "ctrl-s"],
        label: Text("Cocok", en: "Fits"), letter: "c",
        refusal: { screen, view in
          guard let item = screen.rows.selected, item.person != nil else { return .chooseFirst }
          return item.pair == nil ? MentoringWords.refusalToSeeAll(view) : .hasMentor
        },
        run: { screen, view in screen.rows.selected?.person.map { MatchSuggestions.forMentee($0, view) } ?? .none }),
      Command(
        "wishes.board", Text("Papan pencocokan", en: "Match board"), letter: "p",
        refusal: { _, view in MentoringWords.refusalToSeeAll(view) }, run: { _, _ in .push(MatchBoard()) }),
      Command.competence("wishes.competence", letter: "k") { screen, _ in screen.person },
      Command.employeeFile("wishes.file") { screen, _ in screen.person },
      Command.export("wishes.export", Text("Ekspor permintaan", en: "Export the wishes")) { $0.exported($1) },
    ]
    + closingCommands(
      next: Text("Kelompok berikut", en: "Next group"), previous: Text("Kelompok sebelumnya", en: "Previous group"))

  /// Whom the line under the cursor is about; nil while the person is not on record.
  private var person: RecordID? { rows.selected.flatMap { $0.person == nil ? nil : $0.wish.employee?.raw } }

  private func exported(_ view: View) -> ExportTable.Source {
    let now = self
    let titles = MenteeWishesScreen.columns.map { view($0.title) }
    return ExportTable.Source(
      name: "permintaan-bimbingan", heading: title(view),
      columns: zip(["mentee", "days", "best", "topics", "unit", "wished"], titles).map {
        TableText.Column(name: $0, title: $1, isNumber: $0 == "days")
      }, count: wishes.count, row: { place, view in now.cells(now.wishes[place], view) })
  }
}

extension Text {
  fileprivate static let none = Text(
    "Belum ada yang meminta pembimbing. F6 mencatat permintaan.",
    en: "Nobody wishes for a mentor yet. F6 enters a wish.")
  fileprivate static let hasMentor = Text(
    "Orang ini sudah berpasangan; Enter membuka pasangannya", en: "This person has a mentor; Enter opens the pair")
}
