import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// Who was there at each session, who passed, with which score and certificate: typed in place, one saving.
struct AttendanceGrid: GridEntryScreen {
  static let noun = "attendance"

  let id: ID<LearningEvent>
  var entry = GridEntry()
  private var enrolments: [String: Enrolment] = [:]
  private var sessions = 0
  private var readFor: (revision: Int, language: Language)?

  init(_ id: ID<LearningEvent>) { self.id = id }

  static let maker = GridMaker(name: noun) { about, view in
    about["event"].flatMap { RecordID($0) }.flatMap { view.book.learningEvents[ID($0)] }.map { AttendanceGrid($0.id) }
  }
  var draftContext: [String: String] { ["event": id.raw.text] }

  func draftTitle(_ view: View) -> String { title(view) + ": " + (view.book.learningEvents[id]?.name ?? "?") }

  func title(_ view: View) -> String { view(Text("Kehadiran", en: "Attendance")) }

  func hint(_ view: View) -> (left: String, right: String) {
    let there = entry.lines.indices.count { entry.value($0, entry.column) == AttendanceMark.present.rawValue }
    let typed = entry.typed.count
    return (
      view(
        Text(
          "h hadir, i izin, s sakit, a tanpa kabar; = mengisi ke bawah; F10 simpan.",
          en: "h present, i excused, s sick, a absent; = fills down; F10 saves.")),
      sessions > entry.column
        ? view(Text("\(there) hadir, \(typed) belum disimpan", en: "\(there) present, \(typed) unsaved"))
        : unsaved(view)
    )
  }

  func help(_ view: View) -> [Text] {
    [
      Text(
        "Satu kolom tiap sesi atau hari; tombol mengisi lalu turun. Kolom Lulus: y atau t.",
        en: "A column for each session or day; a key fills and goes down. Passed: y or n."),
      Text(
        "Hasil akhir diberikan di halaman kegiatan (F9 h): hadir paling sedikit menurut aturan dan lulus.",
        en: "Results are given on the event's page (F9 h): enough attendance by the rule, and passed."),
    ]
  }

  mutating func refresh(_ view: View) {
    let now = (revision: view.book.revision, language: view.language)
    if let readFor, readFor == now { return }
    readFor = now
    guard let event = view.book.learningEvents[id] else { return }
    let participants = view.book.enrolments(of: id).filter { $0.state?.holdsSeat ?? false }
    enrolments = Dictionary(uniqueKeysWithValues: participants.map { ($0.id.raw.text, $0) })
    sessions = view.book.attendanceCount(of: event)
    let days = view.book.days(of: event)
    let isFirst = entry.columns.isEmpty
    let named = participants.map { (name: view.person($0.employee), enrolment: $0) }.sorted { $0.name < $1.name }
    entry.show(columns(days), named.map { line($0.enrolment, $0.name, view) })
    if isFirst {
      entry.goesDown = true
      entry.move(toColumn: firstOpen(days, view))
    }
    resumeDraft(view)
  }

  /// The session of today, else the first that is not entered yet.
  private func firstOpen(_ days: [EventDay], _ view: View) -> Int {
    if let today = days.firstIndex(where: { $0.day == view.today }), today < sessions { return today }
    return (0..<sessions).first { column in entry.lines.indices.contains { entry.value($0, column).isEmpty } } ?? 0
  }

  private func columns(_ days: [EventDay]) -> [GridEntryColumn] {
    let marks = (1...max(1, sessions)).map { number -> GridEntryColumn in
      let day = days.first { $0.session == number } ?? (days.indices.contains(number - 1) ? days[number - 1] : nil)
      let head = day.map { "\($0.day.dayOfMonth)/\($0.day.month)" } ?? String(number)
      return GridEntryColumn(
        key: "s\(number)", title: .verbatim(head), head: .verbatim(head), width: 5,
        cell: .choice(GridChoice.attendance),
        group: 1)
    }
    return marks + [
      GridEntryColumn(
        key: "passed", title: Text("Lulus", en: "Passed"), head: Text("Lulus", en: "Pass"), width: 6,
        cell: .choice(GridChoice.passed), group: 2),
      GridEntryColumn(
        key: "score", title: Text("Nilai", en: "Score"), head: Text("Nilai", en: "Score"), width: 6,
        cell: .text(maximum: 6), group: 3),
      GridEntryColumn(
        key: "certificate", title: Text("Nomor sertifikat", en: "Certificate number"),
        head: Text("Sertifikat", en: "Certif."),
        width: 14, cell: .text(maximum: 80), group: 4, grows: true),
    ]
  }

  private func line(_ enrolment: Enrolment, _ name: String, _ view: View) -> GridEntryLine {
    let marks = (1...max(1, sessions)).map { enrolment.attendance?[$0]?.rawValue ?? "" }
    let isOver = view.book.learningEvents[id]?.state == .done
    let own = view.book.access?.actor.person == enrolment.employee?.raw
    return GridEntryLine(
      key: enrolment.id.raw.text, title: name,
      cells: marks + [
        enrolment.isPassed.map { $0 ? "Y" : "T" } ?? "", enrolment.score?.text ?? "", enrolment.certificateNumber ?? "",
      ], lock: isOver ? .isClosed : own ? .isOwn : nil)
  }

  mutating func changed(_ view: View) {
    entry.problems = [:]
    for (place, typed) in entry.typed where place.column == "score" && !typed.value.isEmpty {
      let score = Decimal(typed.value.replacingCommas, scale: 2)
      guard score.map({ $0 >= 0 && $0 <= 100 }) != true else { continue }
      entry.problems[place] = Problem("score", Text("Nilai antara 0 dan 100", en: "A score is 0 to 100"))
    }
  }

  /// What the person was in the session before.
  func previous(_ line: Int, _ column: Int, _ view: View) -> String? {
    column > 0 && column < sessions ? entry.value(line, column - 1) : nil
  }

  static let commandTable: [Command<AttendanceGrid>] =
    pageCommands + entryCommands + problemCommands + [
      Command("attendance.all", Text("Semua hadir di kolom ini", en: "Everybody present in this column"), letter: "s") {
        grid, view in
        guard grid.entry.column < grid.sessions else { return .say(.noSession, .warn) }
        let column = grid.entry.column
        let open = grid.entry.lines.indices.filter { grid.entry.value($0, column).isEmpty }
        grid.entry.set(open.map { ($0, column, AttendanceMark.present.rawValue) })
        grid.changed(view)
        return .none
      }
    ]

  mutating func save(_ view: View) -> Effect {
    if let problem = entry.problems.first(where: { $0.value.severity == .error }) {
      entry.go(to: problem.key)
      return .say(problem.value.text, .bad)
    }
    readFor = nil
    refresh(view)
    let operations = entry.typedByLine.sorted { $0.key < $1.key }.compactMap {
      key, values -> JenjangDomain.Operation? in
      guard var enrolment = enrolments[key] else { return nil }
      for (column, value) in values { AttendanceGrid.put(value, column, into: &enrolment) }
      return view.book.saving(enrolment)
    }
    guard !operations.isEmpty else { return .say(Text("Tidak ada yang diubah", en: "Nothing was changed")) }
    let count = operations.count
    return SaveOperations.effect(
      Text("Menyimpan kehadiran", en: "Saving attendance"), operations,
      done: Text("Kehadiran \(count) orang tersimpan", en: "Attendance of \(count) people saved"), then: draftDropped,
      view)
  }

  private static func put(_ value: String, _ column: String, into enrolment: inout Enrolment) {
    switch column {
    case "passed": enrolment.isPassed = value.isEmpty ? nil : value == "Y"
    case "score": enrolment.score = Decimal(value.replacingCommas, scale: 2)
    case "certificate": enrolment.certificateNumber = value.isEmpty ? nil : value
    default:
      guard let number = Int(column.dropFirst()) else { return }
      var marks = enrolment.attendance ?? AttendanceMarks()
      marks[number] = AttendanceMark(rawValue: value)
      enrolment.attendance = marks.isEmpty ? nil : marks
    }
  }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    var rest = area
    let head = rest.cutTop(1)
    let event = view.book.learningEvents[id]
    frame.put(event?.name ?? "?", x: head.x + 1, y: head.y, role: .textStrong, width: head.width - 2)
    guard !entry.lines.isEmpty else {
      let text = Text("Belum ada yang mendapat kursi.", en: "Nobody has a seat yet.")
      frame.put(view(text), x: rest.x + 3, y: rest.y + 1, role: .textMuted, width: rest.width - 4)
      return
    }
    let width = max(18, min(34, rest.width / 3))
    entry.draw(into: &frame, rest, title: Text("Peserta", en: "Participant"), titleWidth: width, view: view)
  }
}

extension GridChoice {
  /// By the letters of the codes; digits for those who have them under the fingers.
  static let attendance: [GridChoice] =
    zip("hisa", AttendanceMark.allCases).map { letter, mark in
      GridChoice(
        key: letter.unicodeScalars.first ?? "h", value: mark.rawValue, mark: mark.rawValue, title: mark.title)
    } + [
      GridChoice(key: "1", value: "H", mark: "H", title: AttendanceMark.present.title),
      GridChoice(key: "0", value: "A", mark: "A", title: AttendanceMark.absent.title),
    ]

  static let passed: [GridChoice] = [
    GridChoice(key: "y", value: "Y", mark: "✓", title: Text("Lulus", en: "Passed")),
    GridChoice(key: "t", value: "T", mark: "x", title: Text("Tidak lulus", en: "Failed")),
    GridChoice(key: "n", value: "T", mark: "x", title: Text("Tidak lulus", en: "Failed")),
  ]
}

extension String {
  /// With points where commas stand, as decimals are kept.
  var replacingCommas: String { String(map { $0 == "," ? "." : $0 }) }
}

extension Text {
  fileprivate static let isClosed = Text("Kegiatan ini sudah ditutup", en: "This event is closed")
  fileprivate static let isOwn = Text("Tidak ada yang mengisi hasilnya sendiri", en: "Nobody enters the own result")
  fileprivate static let noSession = Text("Pilih kolom sesi dulu", en: "Choose the column of a session first")
}
