import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// One event: its days and money, who has a seat, who waits and who was named, and what came of each.
struct EventPage: GroupedScreen {
  static let noun = "event"

  let id: ID<LearningEvent>
  var rows = GroupedRows<Enrolment>()
  private(set) var event: LearningEvent?
  private(set) var enrolments: [Enrolment] = []
  private(set) var clashes: [Clash] = []
  private var seatCount = 0
  private var readFor: (revision: Int, search: String)?

  init(_ id: ID<LearningEvent>) { self.id = id }

  func title(_ view: View) -> String { view.book.label(of: id.raw, kind: LearningEvent.kind.name) ?? "?" }
  func refusal(_ view: View) -> Text? { view.book.refusal(toSee: id.raw, kind: LearningEvent.kind.name) }

  func hint(_ view: View) -> (left: String, right: String) {
    if let clash = clashes.first {
      let more = clashes.count > 1 ? " (+\(clashes.count - 1))" : ""
      return ("! " + view(clash.text) + more, "")
    }
    return (
      view(
        Text(
          "F6 mengusulkan orang; F7 kehadiran dan nilai; F9 aksi: setujui, langkah, sertifikat.",
          en: "F6 names people; F7 attendance and results; F9: approve, steps, certificates.")), ""
    )
  }

  func help(_ view: View) -> [Text] {
    [
      Text(
        "Daftar tunggu urut menurut prioritas kebutuhan, lalu tanggal usul; naik sendiri saat ada kursi kosong.",
        en: "The waiting list is in the order of need, then of request, and moves up by itself."),
      Text(
        "Kegiatan tidak dapat ditutup selama ada peserta tanpa hasil; F9 h memberi hasil menurut kehadiran dan nilai.",
        en: "An event cannot be closed while a participant has no result; F9 h gives results."),
    ]
  }

  mutating func refresh(_ view: View) {
    if let readFor, readFor == (view.book.revision, rows.search) { return }
    if readFor?.revision != view.book.revision {
      event = view.book.learningEvents[id]
      enrolments = view.book.enrolments(of: id)
      clashes = event.map { EventClashes($0, in: view.book).all().filter { $0.kind != .holiday } } ?? []
    }
    readFor = (view.book.revision, rows.search)
    let seats = event.map { Seats($0, in: view.book) }
    seatCount = seats?.count ?? 0
    let taken = enrolments.filter { $0.state?.holdsSeat ?? false }.sorted {
      view.person($0.employee) < view.person($1.employee)
    }
    let others = enrolments.filter { !($0.state?.holdsSeat ?? false) && !($0.state?.isHoping ?? false) }
    let groups = [
      (title: Text("Mendapat kursi", en: "Have a seat"), items: taken),
      (title: EnrolmentState.waiting.title, items: seats?.waiting ?? []),
      (title: Text("Diusulkan, menunggu persetujuan", en: "Nominated, to be approved"), items: seats?.nominated ?? []),
      (title: Text("Lainnya", en: "Others"), items: others),
    ]
    rows.fill(groups.filter { !$0.items.isEmpty }, view: view) { view.person($0.employee) }
  }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    var rest = area
    drawHead(&frame, rest.cutTop(3), view)
    guard rows.total > 0 else {
      let text = Text("Belum ada peserta. F6 mengusulkan orang.", en: "Nobody yet. F6 names people.")
      frame.put(view(text), x: rest.x + 3, y: rest.y + 1, role: .textMuted, width: rest.width - 4)
      return
    }
    let now = self
    rows.draw(EventPage.columns, into: &frame, rest, view: view) { now.row($0, view) }
  }

  private func drawHead(_ frame: inout Frame, _ head: Rect, _ view: View) {
    guard let event else { return }
    let span = [event.start, event.end].compactMap(\.self)
    let days = span.first == span.last ? span.prefix(1) : span[...]
    let when = days.map { view($0.withWeekday) }.joined(separator: " – ")
    let times = [event.startTime, event.endTime].compactMap { $0?.text }.joined(separator: "-")
    let place = [event.room, event.place].compactMap(\.self).joined(separator: ", ")
    put([event.state.map { view($0.title) } ?? "", when, times, place], head, 0, .textStrong, &frame)
    let taken = seatCount
    let waiting = enrolments.count { $0.state == .waiting }
    let hours = event.lessonHours.map { "\($0) JP" } ?? ""
    let seats = view(
      Text(
        "kursi \(taken)/\(event.capacity.map(String.init) ?? "–")",
        en: "seats \(taken)/\(event.capacity.map(String.init) ?? "–")"))
    let queue = waiting == 0 ? "" : view(Text("\(waiting) menunggu", en: "\(waiting) waiting"))
    let raises = event.programme.flatMap { view.book.learningProgrammes[$0]?.raises?.text } ?? ""
    put([seats, queue, hours, raises], head, 1, .text, &frame)
    put(money(event, view), head, 2, .textMuted, &frame)
  }

  private func money(_ event: LearningEvent, _ view: View) -> [String] {
    let line = event.budget.flatMap { view.book.budgetLines[$0] }
    let cost = event.cost.map { view(Text("biaya \(Rupiah.text($0))", en: "cost \(Rupiah.text($0))")) } ?? ""
    let left = line.map { view(Text("sisa ", en: "left ")) + Rupiah.text(view.book.standing(of: $0).left) } ?? ""
    let cause = event.cause.map { view($0.title) } ?? ""
    return [cost, line?.name ?? "", left, cause]
  }

  private func put(_ parts: [String], _ head: Rect, _ line: Int, _ role: Role, _ frame: inout Frame) {
    let text = parts.filter { !$0.isEmpty }.joined(separator: " · ")
    frame.put(text, x: head.x + 1, y: head.y + line, role: role, width: head.width - 2)
  }

  private func row(_ enrolment: Enrolment, _ view: View) -> GridRow {
    let unit = enrolment.employee.flatMap { person -> String? in
      let table = view.book.employees.table
      return table.row(of: person.raw).map { view.cell(table, $0, "unit") }
    }
    let marks = enrolment.attendance
    let there = marks.map { "\($0.count(of: .present))/\($0.entered)" } ?? ""
    let result = enrolment.state?.hasResult ?? false
    let isOpen = enrolment.state == .accepted && event?.state == .validating
    let clash = clashes.contains { $0.person != nil && $0.person == enrolment.employee }
    return GridRow(
      cells: [
        view.person(enrolment.employee), unit ?? "", enrolment.priority.map(String.init) ?? "",
        enrolment.approvedOn?.display ?? "", there, enrolment.state.map { view($0.title) } ?? "",
        enrolment.score?.text ?? "", enrolment.certificateNumber ?? "",
      ], role: result ? .row : .row, mark: clash || isOpen ? "!" : result && enrolment.state == .passed ? "✓" : "")
  }

  private static let columns = [
    RowGrid.Column(title: Text("Peserta", en: "Participant"), width: 22, grows: true, wish: 34),
    RowGrid.Column(title: Text("Unit kerja", en: "Work unit"), width: 12, grows: true, wish: 34),
    RowGrid.Column(title: .verbatim("Prio"), width: 4, isRightAligned: true),
    RowGrid.Column(title: Text("Disetujui", en: "Approved"), width: 10),
    RowGrid.Column(title: Text("Hadir", en: "There"), width: 5, isRightAligned: true),
    RowGrid.Column(title: Text("Keadaan", en: "State"), width: 12, wish: 24),
    RowGrid.Column(title: Text("Nilai", en: "Score"), width: 6, isRightAligned: true),
    RowGrid.Column(title: Text("Sertifikat", en: "Certificate"), width: 14, wish: 26),
  ]
}
