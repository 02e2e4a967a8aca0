import JenjangDomain
import JenjangStore
import TerminalKit

extension ScreenEntry {
  static let sessions = ScreenEntry(
    name: "mentoring-sessions", title: MentoringSession.kind.plural, group: .mentoring,
    count: { view in view.count(view.book.mentoringSessions.table.count) }, make: { _ in SessionList() })
}

/// The sessions that the user may read, by month, the newest first: of half a year, or of all time.
struct SessionList: GroupedScreen {
  static let noun = "sessions"

  var rows = GroupedRows<MentoringSession>()
  private var isWhole = false
  private var sessions: [MentoringSession] = []
  private var names: [ID<MentoringPair>: String] = [:]
  private var open: [ID<MentoringSession>: Int] = [:]
  private var readFor: (revision: Int, isWhole: Bool)?

  func title(_ view: View) -> String { view(MentoringSession.kind.plural) }
  func refusal(_ view: View) -> Text? { view.book.access?.refusal(toSee: MentoringSession.kind) }

  func hint(_ view: View) -> (left: String, right: String) {
    let left =
      isWhole
      ? Text("Enter membaca; F6 mencatat sesi; F11: 6 bulan terakhir.", en: "Enter reads; F6 logs; F11: last 6 months.")
      : Text(
        "6 bulan terakhir. Enter membaca; F6 mencatat sesi; F11: semua.", en: "Last 6 months. Enter reads; F11: all.")
    return (view(left), "")
  }

  func help(_ view: View) -> [Text] {
    [
      Text(
        "Ketik nama atau topik: daftar menyempit. F11 beralih antara enam bulan terakhir dan semuanya.",
        en: "Type a name or a topic: the list narrows. F11 turns between the last six months and all."),
      Text(
        "Catatan pribadi tidak ada di sini; penulisnya membacanya pada sesinya.",
        en: "Private notes are not here; their writer reads them with the session."),
    ]
  }

  static let commandTable: [Command<SessionList>] =
    moveCommands + [
      Command(
        "sessions.open", Text("Baca sesi", en: "Read the session"), keys: ["enter"], label: Text("Baca", en: "Read"),
        refusal: { screen, _ in screen.rows.selected == nil ? .chooseFirst : nil },
        run: { screen, _ in screen.rows.selected.map { .push(SessionReader.screen($0.id)) } ?? .none }),
      Command(
        "sessions.new", Text("Catat sesi", en: "Log a session"), keys: ["f6", "ctrl-n"],
        label: Text("Catat", en: "Log"), letter: "c", saves: true,
        refusal: { _, view in view.book.access?.refusal(toWrite: MentoringSession.kind) },
        run: { screen, view in .push(SessionLog.opening(view)) }),
      Command(
        "sessions.span", Text("Enam bulan atau semua", en: "Six months or all"), keys: ["f11", "ctrl-t"],
        label: Text("Rentang", en: "Span")
      ) { screen, _ in
        screen.isWhole.toggle()
        return .none
      },
      Command.export(
        "sessions.export", Text("Ekspor sesi yang tampil", en: "Export the sessions shown")
      ) { $0.exported($1) },
      SessionCalendars.command("sessions.calendar"),
    ]
    + closingCommands(
      next: Text("Bulan berikut", en: "Next month"), previous: Text("Bulan sebelumnya", en: "Month before"))

  mutating func refresh(_ view: View) {
    if readFor.map({ $0 != (view.book.revision, isWhole) }) ?? true { read(view) }
    let months = Dictionary(grouping: sessions) { $0.date?.firstOfMonth ?? view.today.firstOfMonth }
    let groups = months.keys.sorted(by: >).map { month in
      (title: month.monthAndYear, items: (months[month] ?? []).reversed().map(\.self))
    }
    rows.fill(groups, view: view) { session in
      (session.pair.flatMap { names[$0] } ?? "") + " " + (session.topic ?? "")
    }
  }

  private mutating func read(_ view: View) {
    readFor = (view.book.revision, isWhole)
    var query = Query(sort: Query.Sort("date"))
    if !isWhole { query.conditions = [Query.Condition("date", .atLeast(view.today.adding(months: -6).iso))] }
    let table = view.book.mentoringSessions
    sessions = table.table.rows(query).compactMap { table[$0] }
    open = [:]
    names = [:]
    for pair in Set(sessions.compactMap(\.pair)) {
      names[pair] = view.book.mentoringPairs[pair].map { PairPage.names($0, view) }
      for action in view.book.openActions(of: pair) {
        if let session = action.session { open[session, default: 0] += 1 }
      }
    }
  }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    guard rows.total > 0 else {
      frame.put(view(.noSessions), x: area.x + 3, y: area.y + 1, role: .textMuted, width: area.width - 4)
      return
    }
    let now = self
    rows.draw(SessionList.columns, into: &frame, area, view: view) { session in
      let count = now.open[session.id] ?? 0
      return GridRow(cells: now.cells(session, view), mark: count > 0 ? "*" : "")
    }
  }

  private func cells(_ session: MentoringSession, _ view: View) -> [String] {
    [
      session.date?.display ?? "", session.pair.flatMap { names[$0] } ?? "?", session.topic ?? "",
      session.minutes.map(String.init) ?? "", session.mode.map { view($0.title) } ?? "",
      open[session.id].map(String.init) ?? "", session.nextDate?.display ?? "",
    ]
  }

  private func exported(_ view: View) -> ExportTable.Source {
    let now = self
    let shown = rows.entries.compactMap { entry in if case .item(let session) = entry { session } else { nil } }
    let names = ["date", "pair", "topic", "minutes", "mode", "open", "nextDate"]
    return ExportTable.Source(
      name: "sesi-bimbingan", heading: title(view),
      columns: zip(names, SessionList.columns).map {
        TableText.Column(name: $0, title: view($1.title), isNumber: $1.isRightAligned)
      }, count: shown.count
    ) { place, view in now.cells(shown[place], view) }
  }

  private static let columns = [
    RowGrid.Column(title: Text("Tanggal", en: "Date"), width: 10),
    RowGrid.Column(title: Text("Pembimbing – peserta", en: "Mentor – mentee"), width: 24, grows: true, wish: 60),
    RowGrid.Column(title: Text("Topik", en: "Topic"), width: 18, grows: true, wish: 60),
    RowGrid.Column(title: Text("Menit", en: "Min."), width: 5, isRightAligned: true),
    RowGrid.Column(title: Text("Cara", en: "How"), width: 12, wish: 14),
    RowGrid.Column(title: Text("Terbuka", en: "Open"), width: 7, isRightAligned: true),
    RowGrid.Column(title: Text("Berikut", en: "Next"), width: 10),
  ]
}

extension Text {
  fileprivate static let noSessions = Text(
    "Belum ada sesi di sini. F6 mencatat yang pertama; F11 menampilkan semuanya.",
    en: "No session here yet. F6 logs the first; F11 shows those of all time.")
}
