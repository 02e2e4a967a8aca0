import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

extension ScreenEntry {
  static let knowledgeAtRisk = ScreenEntry(
    name: "knowledge-at-risk", title: Text("Pengetahuan terancam hilang", en: "Knowledge at risk"), group: .mentoring,
    make: { _ in KnowledgeAtRiskScreen() })
}

/// Who retires soon and alone is strong in something: in what, when, and whether somebody learns it from them.
struct KnowledgeAtRiskScreen: MarkableScreen {
  static let noun = "risk"

  var rows = MarkableRows<KnowledgeAtRisk.Case>()
  private var risk: KnowledgeAtRisk?
  private var searchedFor = -1
  private var shownFor = -1
  private var names: CompetencyNames?

  func title(_ view: View) -> String { view(Text("Pengetahuan terancam hilang", en: "Knowledge at risk")) }
  func refusal(_ view: View) -> Text? { KnowledgeAtRiskScreen.refusal(view) }

  static func refusal(_ view: View) -> Text? {
    MentoringWords.refusalToSeeAll(view) ?? view.book.access?.refusal(toSee: Assessment.kind)
  }

  /// The cases about people whom the actor sees.
  static func seen(_ cases: [KnowledgeAtRisk.Case], _ view: View) -> [KnowledgeAtRisk.Case] {
    cases.filter { view.book.employees.table.isSeen($0.person) }
  }

  private var isComplete: Bool { risk?.isDone ?? false }

  func hint(_ view: View) -> (left: String, right: String) {
    guard isComplete else {
      let (done, total) = (risk?.place ?? 0, risk?.total ?? 0)
      return (view(Text("mencari, \(done) dari \(total) …", en: "looking, \(done) of \(total) …")), "")
    }
    let left = Text(
      "F10 siapa yang dapat belajar darinya; F6 catat kesediaannya; Enter kompetensinya.",
      en: "F10 who could learn from them; F6 enter their offer; Enter competence.")
    return (view(left), "")
  }

  func help(_ view: View) -> [Text] {
    [
      Text(
        "Pensiun dalam waktu parameter mentoring.handover, dengan tingkat yang tidak dimiliki siapa pun yang tinggal.",
        en: "Retires within the parameter mentoring.handover, with a level that nobody who stays has."),
      Text("! berarti belum ada peserta yang belajar darinya.", en: "! means that nobody learns from them yet."),
    ]
  }

  mutating func refresh(_ view: View) {
    if searchedFor != view.book.revision {
      searchedFor = view.book.revision
      risk = KnowledgeAtRisk(view.book, on: view.today)
      names = CompetencyNames(view.book)
      shownFor = -1
    }
    show(view)
    rows.narrow(view) { $0.person }
  }

  /// Looks at some people at a time while nothing is pressed.
  mutating func idle(_ view: View) -> Bool {
    guard risk?.isDone == false else { return false }
    risk?.advance(by: 6_000)
    show(view)
    rows.narrow(view) { $0.person }
    return true
  }

  private mutating func show(_ view: View) {
    guard let risk, risk.isDone, shownFor != searchedFor else { return }
    shownFor = searchedFor
    rows.show(KnowledgeAtRiskScreen.seen(risk.cases, view))
  }

  static let commandTable: [Command<KnowledgeAtRiskScreen>] =
    [
      Command.competence("risk.open", keys: ["enter"], label: Text("Lihat", en: "Look")) { $0.person($1) },
      Command(
        "risk.learners", Text("Siapa yang dapat belajar darinya", en: "Who could learn from them"),
        keys: ["f10", "ctrl-s"], label: Text("Peserta", en: "Learners"), letter: "p",
        refusal: { screen, _ in screen.rows.selected == nil ? .chooseFirst : nil },
        run: { screen, view in
          screen.rows.selected.map { found in
            MatchSuggestions.forMentor(
              found.person, besides: KnowledgeAtRiskScreen.colleagues(of: found.person, view),
              handing: found.strengths, view)
          } ?? .none
        }),
      Command(
        "risk.offer", Text("Catat kesediaannya membimbing", en: "Enter the offer to mentor"), keys: ["f6", "ctrl-n"],
        label: Text("Bersedia", en: "Offer"), letter: "s", saves: true,
        refusal: { screen, view in
          screen.rows.selected == nil ? .chooseFirst : view.book.access?.refusal(toWrite: MentorProfile.kind)
        },
        run: { screen, view in
          screen.person(view).map { .push(MentoringForms.new(MentorProfile.kind, for: $0, view)) } ?? .none
        }),
      Command.employeeFile("risk.file") { $0.person($1) },
      Command.export("risk.export", Text("Ekspor daftar ini", en: "Export this list")) { $0.exported($1) },
    ] + markCommands

  private func person(_ view: View) -> RecordID? {
    rows.selected.map { view.book.employees.table.id(of: $0.person) }
  }

  /// The people of the same unit, who could take the work over: two hundred at most.
  private static func colleagues(of person: Row, _ view: View) -> [Row] {
    let table = view.book.employees.table
    guard let unit = table.value("unit", at: person)?.text else { return [] }
    return Array(table.rows(Query(conditions: [Query.Condition("unit", .equals(unit))])).prefix(200))
  }

  private func exported(_ view: View) -> ExportTable.Source {
    let (items, names) = (rows.items, names)
    let titles = KnowledgeAtRiskScreen.columns.map { view($0.title) }
    return ExportTable.Source(
      name: "pengetahuan-terancam", heading: title(view),
      columns: zip(["employee", "retires", "months", "strengths", "mentees", "unit"], titles).map {
        TableText.Column(name: $0, title: $1, isNumber: $0 == "months" || $0 == "mentees")
      }, count: items.count, row: { place, view in KnowledgeAtRiskScreen.cells(items[place], names, view) })
  }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    let names = names
    let isDone = isComplete
    rows.draw(
      KnowledgeAtRiskScreen.columns, into: &frame, area, empty: isDone ? .nothing : .computing, view: view
    ) { found in
      GridRow(cells: KnowledgeAtRiskScreen.cells(found, names, view), mark: found.isAtRisk ? "!" : "✓")
    }
  }

  private static func cells(_ found: KnowledgeAtRisk.Case, _ names: CompetencyNames?, _ view: View) -> [String] {
    [
      MentoringWords.name(found.person, view), found.retires.display, "\(view.today.months(until: found.retires))",
      names.map { MentoringWords.strengths(found.strengths, $0) } ?? "",
      found.mentees == 0 ? view(Text("belum ada", en: "nobody")) : "\(found.mentees)",
      MentoringWords.unit(found.person, view),
    ]
  }

  private static let columns = [
    RowGrid.Column(title: Text("Pegawai", en: "Employee"), width: 20, grows: true, wish: 34),
    RowGrid.Column(title: Text("Pensiun", en: "Retires"), width: 10),
    RowGrid.Column(title: Text("Bulan", en: "Months"), width: 6, isRightAligned: true),
    RowGrid.Column(title: Text("Hanya ia yang kuat dalam", en: "Alone strong in"), width: 20, grows: true, wish: 70),
    RowGrid.Column(title: Text("Peserta", en: "Mentees"), width: 9),
    RowGrid.Column(title: Text("Unit kerja", en: "Work unit"), width: 14, grows: true, wish: 40),
  ]
}

extension Text {
  fileprivate static let computing = Text("mencari …", en: "looking …")
  fileprivate static let nothing = Text(
    "Tidak ada: semua kekuatan yang akan pensiun juga dimiliki orang lain.",
    en: "Nobody: every strength that retires soon is also had by somebody else.")
}
