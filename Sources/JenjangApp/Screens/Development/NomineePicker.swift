import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// Who could get the seats of an event, ranked by need, each with the reason; the marked ones are named.
struct NomineePicker: MarkableScreen {
  static let noun = "nominees"

  let id: ID<LearningEvent>
  var rows = MarkableRows<NomineeRanking.Nominee>()
  /// Also those without a need that the event serves.
  private var showsEverybody = false
  private var rankedFor: (revision: Int, everybody: Bool)?
  private var names: CompetencyNames?
  private var free: Int?

  init(_ id: ID<LearningEvent>) { self.id = id }

  func title(_ view: View) -> String { view(Text("Usulkan peserta", en: "Name participants")) }

  private func isComplete(_ view: View) -> Bool {
    rankedFor.map { $0 == (view.book.revision, showsEverybody) } ?? false
  }

  func hint(_ view: View) -> (left: String, right: String) {
    guard isComplete(view) else { return (view(.computing), "") }
    let count = rows.marked.count
    let seats = free.map { view(Text("\($0) kursi kosong", en: "\($0) seats free")) } ?? ""
    guard count > 0 else {
      return (
        view(
          Text(
            "Ketik nama, Spasi menandai, F10 mengusulkan; F11 semua orang.",
            en: "Type a name, Space marks, F10 names them; F11 everybody.")), seats
      )
    }
    return (view(Text("\(count) ditandai. F10 mengusulkan.", en: "\(count) marked. F10 names them.")), seats)
  }

  func help(_ view: View) -> [Text] {
    [
      Text(
        "Urutan: prioritas kebutuhan, JP yang kurang, kursi terakhir paling lama, minat.",
        en: "Order: priority of need, hours owed, longest without a seat, interest."),
      Text(
        "! di depan nama: sedang cuti atau mengikuti kegiatan lain pada hari itu; sebabnya di baris bawah.",
        en: "! before a name: on leave or in another event on those days; the line below says which."),
      Text(
        "Usulan atasan langsung disetujui; usulan lain menunggu persetujuan di halaman kegiatan.",
        en: "What a superior names is approved at once; other nominations wait on the event's page."),
    ]
  }

  mutating func refresh(_ view: View) {
    if names == nil { names = CompetencyNames(view.book) }
    rows.narrow(view) { $0.person }
  }

  /// Everybody is ranked while nothing is pressed.
  mutating func idle(_ view: View) -> Bool {
    guard !isComplete(view), let event = view.book.learningEvents[id] else { return false }
    rankedFor = (view.book.revision, showsEverybody)
    free = Seats(event, in: view.book).free
    rows.show(NomineeRanking(event, in: view.book, everybody: showsEverybody).nominees)
    rows.narrow(view) { $0.person }
    return true
  }

  static let commandTable: [Command<NomineePicker>] =
    [
      Command.competence("nominees.open", keys: ["enter"], label: Text("Lihat", en: "Look")) { picker, view in
        picker.rows.selected.map { view.book.employees.table.id(of: $0.person) }
      },
      Command(
        "nominees.save", Text("Usulkan yang ditandai", en: "Name the marked"), keys: ["f10", "ctrl-s"],
        label: Text("Usulkan", en: "Name"), saves: true,
        refusal: { picker, view in
          picker.rows.chosen.isEmpty ? .chooseFirst : view.book.access?.refusal(toWrite: Enrolment.kind)
        }, run: { picker, view in picker.save(view) }),
      Command(
        "nominees.everybody", Text("Semua orang, atau yang membutuhkan", en: "Everybody, or those in need"),
        keys: ["f11", "ctrl-t"], label: Text("Semua", en: "All")
      ) { picker, _ in
        picker.showsEverybody.toggle()
        return .none
      },
    ] + markCommands

  private func save(_ view: View) -> Effect {
    guard let event = view.book.learningEvents[id] else { return .none }
    let people = rows.chosen.map { (ID<Employee>(view.book.employees.table.id(of: $0.person)), $0) }
    return Nominations.save(people.map { ($0.0, $0.1.priority, reason(of: $0.1, view)) }, event, view)
  }

  private func reason(of nominee: NomineeRanking.Nominee, _ view: View) -> String {
    let words = names.map { nominee.reasons($0).map(\.indonesian).joined(separator: "; ") } ?? ""
    return String(words.unicodeScalars.prefix(300))
  }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    var rest = area
    let event = view.book.learningEvents[id]
    let head = rest.cutTop(1)
    let raises = event?.programme.flatMap { view.book.learningProgrammes[$0]?.raises?.text } ?? ""
    frame.put(
      [event?.name ?? "?", raises].filter { !$0.isEmpty }.joined(separator: " · "), x: head.x + 1, y: head.y,
      role: .textStrong, width: head.width - 2)
    let foot = rest.cutBottom(rest.height > 8 ? 2 : 0)
    let names = names
    let isDone = isComplete(view)
    rows.draw(NomineePicker.columns, into: &frame, rest, empty: isDone ? .nobody : .computing, view: view) { nominee in
      NomineePicker.row(nominee, names, view)
    }
    guard foot.height > 0, let selected = rows.selected, let names else { return }
    frame.line(x: foot.x, y: foot.y, width: foot.width)
    let clash = selected.clash.map { ["! " + view($0)] } ?? []
    let words = (clash + selected.reasons(names).map { view($0) }).joined(separator: "; ")
    frame.put(words, x: foot.x + 1, y: foot.y + 1, role: .text, width: foot.width - 2)
  }

  private static func row(
    _ nominee: NomineeRanking.Nominee, _ names: CompetencyNames?, _ view: View
  ) -> GridRow {
    let table = view.book.employees.table
    return GridRow(
      cells: [
        view.cell(table, nominee.person, "name"), String(nominee.priority),
        nominee.gaps.map { "\($0.code) \($0.held)→\($0.required)" }.joined(separator: ", "),
        nominee.hoursOwed.map(String.init) ?? "", nominee.lastSeat?.display ?? "-", nominee.isInterested ? "✓" : "",
        view.cell(table, nominee.person, "unit"),
      ], mark: nominee.clash == nil ? "" : "!")
  }

  private static let columns = [
    RowGrid.Column(title: Text("Pegawai", en: "Employee"), width: 22, grows: true, wish: 36),
    RowGrid.Column(title: .verbatim("Prio"), width: 4, isRightAligned: true),
    RowGrid.Column(title: Text("Kesenjangan", en: "Gap"), width: 14, wish: 36),
    RowGrid.Column(title: Text("Kurang JP", en: "JP owed"), width: 9, isRightAligned: true),
    RowGrid.Column(title: Text("Kursi lalu", en: "Last seat"), width: 10),
    RowGrid.Column(title: Text("Minat", en: "Wish"), width: 5),
    RowGrid.Column(title: Text("Unit kerja", en: "Work unit"), width: 16, grows: true, wish: 40),
  ]
}

/// People named for an event, from wherever that was asked.
enum Nominations {
  static func save(
    _ people: [(person: ID<Employee>, priority: Int, reason: String)], _ event: LearningEvent, _ view: View,
    then: Effect = .pop
  ) -> Effect {
    let actor = view.book.access?.actor
    let approves = actor?.role == .supervisor
    var seats = Seats(event, in: view.book)
    var noted: [JenjangDomain.Operation] = []
    var made = 0
    for (person, priority, reason) in people {
      let isThere = seats.enrolments.contains {
        $0.employee == person && ($0.state?.isHoping ?? false || $0.state?.holdsSeat ?? false)
      }
      guard !isThere else { continue }
      var enrolment = Enrolment(id: ID(view.session.newID()))
      enrolment.employee = person
      enrolment.event = event.id
      enrolment.start = event.start
      enrolment.state = .nominated
      enrolment.priority = priority
      enrolment.reason = reason.isEmpty ? nil : reason
      enrolment.requestedOn = view.today
      enrolment.requestedBy = actor?.person.map { ID($0) }
      if approves, person.raw != actor?.person {
        enrolment.approvedOn = view.today
        enrolment.approvedBy = actor?.person.map { ID($0) }
      }
      seats.add(enrolment)
      if approves { seats.place(enrolment.id) }
      noted += view.book.noting(enrolment, of: event)
      made += 1
    }
    guard made > 0 else { return .say(Text("Semuanya sudah tercatat", en: "All of them are named already"), .warn) }
    let name = event.name ?? "?"
    return .commit(
      Transaction(seats.operations() + noted),
      done: Text("\(made) orang diusulkan ke \(name)", en: "\(made) people named for \(name)"),
      then: then)
  }
}

extension Text {
  fileprivate static let computing = Text("menyusun urutan kebutuhan …", en: "ranking by need …")
  fileprivate static let nobody = Text(
    "Tidak ada yang membutuhkannya menurut asesmen; F11 menampilkan semua orang.",
    en: "Nobody needs it by the assessments; F11 shows everybody.")
}
