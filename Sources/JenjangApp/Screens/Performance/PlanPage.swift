import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// One performance plan: what is to be achieved, how far it has come, what was said about it.
struct PlanPage: Screen {
  /// The parts of the page, one at a time.
  enum Part: Int, CaseIterable {
    case results
    case behaviour
    case progress
    case feedback
    case annex

    var title: Text {
      switch self {
      case .results: Text("Hasil kerja", en: "Work results")
      case .behaviour: Text("Perilaku", en: "Behaviour")
      case .progress: Text("Realisasi", en: "Progress")
      case .feedback: Text("Umpan balik", en: "Feedback")
      case .annex: Text("Lampiran", en: "Annex")
      }
    }
  }

  /// A row: what it shows, and the record it stands for.
  struct Line {
    var cells: [String]
    var role: Role = .row
    var mark = ""
    /// The whole text, shown below the rows.
    var text = ""
    var record: (kind: String, id: RecordID)?
    var result: ID<WorkResult>?
    var indicator: ID<Indicator>?
    var value: BehaviourValue?
  }

  private(set) var id: ID<PerformancePlan>
  private(set) var neighbours: Neighbours?
  var part: Part
  private(set) var plan: PerformancePlan?
  private(set) var lines: [Line] = []
  private(set) var problems: [Text] = []
  var grid = RowGrid()
  private var readFor: (id: ID<PerformancePlan>, part: Part, revision: Int, language: Language)?

  init(_ id: ID<PerformancePlan>, neighbours: Neighbours? = nil, part: Part = .results) {
    self.id = id
    self.neighbours = neighbours
    self.part = part
  }

  func title(_ view: View) -> String { "SKP " + view.book.personName(plan?.employee) }
  func refusal(_ view: View) -> Text? { view.book.refusal(toSee: id.raw, kind: PerformancePlan.kind.name) }

  var selected: Line? { lines.indices.contains(grid.cursor) ? lines[grid.cursor] : nil }

  func hint(_ view: View) -> (left: String, right: String) {
    let left =
      switch part {
      case .results: Text("F6 hasil kerja, F8 indikator, F4 yang didukung.", en: "F6 result, F8 indicator, F4 serves.")
      case .behaviour: Text("F6 atau F7 menulis ekspektasi khusus.", en: "F6 or F7 writes a special expectation.")
      case .progress: Text("F6 mencatat realisasi sasaran ini.", en: "F6 records progress on this target.")
      case .feedback: Text("F6 menulis umpan balik.", en: "F6 writes feedback.")
      case .annex: Text("F7 mengubah lampiran.", en: "F7 edits the annex.")
      }
    let right = problems.isEmpty ? "" : view(Text("\(problems.count) kekurangan", en: "\(problems.count) missing"))
    return (view(left), right)
  }

  func help(_ view: View) -> [Text] {
    problems
      + [
        Text(
          "F10 mengajukan SKP; bagi penilai F10 menetapkan. F9 k mengembalikan dengan alasan.",
          en: "F10 submits the plan; for the assessor F10 agrees it. F9 k returns it with a reason."),
        Text(
          "Alt-panah memindah urutan hasil kerja; F9 s menyalin SKP sebelumnya, F9 t mengambil templat.",
          en: "Alt with an arrow moves a result; F9 s copies the plan before, F9 t takes the template."),
        Text("Tab mengganti bagian. Capaian bukan nilai.", en: "Tab changes the part. The standing is no rating."),
      ]
  }

  mutating func refresh(_ view: View) {
    if let read = readFor, read == (id, part, view.book.revision, view.language) { return }
    let stood = readFor?.part == part && readFor?.id == id ? selected?.record : nil
    readFor = (id, part, view.book.revision, view.language)
    plan = view.book.performancePlans[id]
    problems = plan.map { view.book.planProblems($0) } ?? []
    lines = plan.map { PlanLines($0, view).lines(of: part) } ?? []
    let place = stood.flatMap { stood in lines.firstIndex { $0.record?.id == stood.id } }
    grid.follow(to: place, of: lines.count)
  }

  mutating func choose(_ part: Part) {
    guard part != self.part else { return }
    self.part = part
    grid = RowGrid()
  }

  mutating func move(by step: Int) -> Effect {
    guard let moved = neighbours?.moved(by: step) else { return .say(.noOther, .warn) }
    self = PlanPage(ID(moved.ids[moved.place]), neighbours: moved, part: part)
    return .none
  }

  mutating func clicked(_ target: HitTarget, mouse: Mouse, view: View) -> Effect? {
    switch target {
    case .part("tab", let index): Part(rawValue: index).map { choose($0) }
    case .item(let place):
      if place == grid.cursor { return run("plan.open", view: view) }
      grid.move(to: place, of: lines.count)
    default: return nil
    }
    return .some(.none)
  }
}

extension PlanPage {
  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    guard let plan else {
      frame.put(view(.isGone), x: area.x + 3, y: area.y, role: .textMuted, width: area.width - 4)
      return
    }
    var rest = area
    drawHead(plan, &frame, rest.cutTop(area.height >= 16 ? 3 : 1), view)
    let tabs = Part.allCases.map { Tabs.Title(long: view($0.title), short: view($0.title)) }
    Tabs.draw(tabs, active: part.rawValue, into: &frame, rest.cutTop(1).inset(x: 1, y: 0))
    let text = rest.height >= 12 ? rest.cutBottom(4) : nil
    let lines = lines
    if lines.isEmpty {
      frame.put(view(part.empty), x: rest.x + 3, y: rest.y, role: .textMuted, width: rest.width - 4)
      frame.cursor = (rest.x + 3, rest.y)
    } else {
      let isWeighted = part != .results || lines.contains { !($0.cells.last ?? "").isEmpty }
      let columns = isWeighted ? part.columns : part.columns.dropLast()
      grid.draw(Array(columns), count: lines.count, into: &frame, rest, view: view) { place in
        GridRow(cells: lines[place].cells, role: lines[place].role, mark: lines[place].mark)
      }
    }
    if let text { drawText(&frame, text, view) }
  }

  private func drawHead(_ plan: PerformancePlan, _ frame: inout Frame, _ head: Rect, _ view: View) {
    let state = plan.state.map { view($0.title) } ?? ""
    let since = [plan.agreedOn, plan.state == .submitted ? plan.submittedOn : nil].compactMap { $0?.display }.first
    let remark = [state, since].compactMap(\.self).joined(separator: " ")
    let span = [plan.start, plan.end].compactMap { $0?.display }.joined(separator: view(Text(" s.d. ", en: " to ")))
    let role: Role = plan.state == .agreed ? .statusGood : plan.state == .returned ? .statusWarn : .status
    frame.put(remark, x: head.right - Width.of(remark) - 1, y: head.y, role: role)
    let room = head.width - Width.of(remark) - 4
    let title = [plan.title, span].compactMap(\.self).joined(separator: " · ")
    frame.put(title, x: head.x + 1, y: head.y, role: .textStrong, width: room)
    guard head.height >= 3 else { return }
    let unit = plan.unit.flatMap { view.book.label(of: $0.raw, kind: Unit.kind.name) }
    let second = [plan.grade?.rawValue, unit, plan.model.map { view($0.title) }].compactMap(\.self)
    frame.put(second.joined(separator: " · "), x: head.x + 1, y: head.y + 1, role: .textMuted, width: head.width - 2)
    frame.put(people(plan, view), x: head.x + 1, y: head.y + 2, role: .textMuted, width: head.width - 2)
  }

  private func people(_ plan: PerformancePlan, _ view: View) -> String {
    let assessor = view.book.personName(plan.assessor)
    let superior = view.book.personName(plan.superior)
    let reason = plan.assessorReason.map { " (" + view($0.title) + ")" } ?? ""
    return view(
      Text(
        "Penilai \(assessor)\(reason), atasannya \(superior)", en: "Assessor \(assessor)\(reason), superior \(superior)"
      ))
  }

  /// The row under the cursor in full; for a plan that was returned, why.
  private func drawText(_ frame: inout Frame, _ area: Rect, _ view: View) {
    var rest = area
    let rule = rest.cutTop(1)
    frame.line(x: rule.x, y: rule.y, width: rule.width)
    var text = selected?.text ?? ""
    if plan?.state == .returned, grid.cursor == 0, let reason = plan?.returnReason {
      text = view(Text("Dikembalikan: ", en: "Returned: ")) + view(reason.title) + ". " + (plan?.returnNote ?? "")
    }
    let lines = Paragraph.lines(text, width: rest.width - 2)
    for (place, line) in lines.prefix(rest.height).enumerated() {
      frame.put(line, x: rest.x + 1, y: rest.y + place, role: .text, width: rest.width - 2)
    }
  }
}

extension PlanPage.Part {
  fileprivate var columns: [RowGrid.Column] {
    switch self {
    case .results:
      [
        RowGrid.Column(title: Text("Hasil kerja dan indikator", en: "Result and indicators"), width: 30, grows: true),
        RowGrid.Column(title: .verbatim("Target"), width: 14, wish: 24),
        RowGrid.Column(title: Text("Capaian", en: "So far"), width: 7, isRightAligned: true),
        RowGrid.Column(title: Text("Bobot", en: "Weight"), width: 6, isRightAligned: true),
      ]
    case .behaviour:
      [
        RowGrid.Column(title: Text("Nilai BerAKHLAK", en: "Value"), width: 22, wish: 26),
        RowGrid.Column(
          title: Text("Panduan dan ekspektasi khusus", en: "Guidance and expectation"), width: 40, grows: true),
      ]
    case .progress:
      [
        RowGrid.Column(title: Text("Sasaran atau isian", en: "Target or entry"), width: 30, grows: true),
        RowGrid.Column(title: Text("Jumlah", en: "Amount"), width: 9, isRightAligned: true),
        RowGrid.Column(title: .verbatim("%"), width: 4, isRightAligned: true),
        RowGrid.Column(title: Text("Tanggal", en: "Date"), width: 10),
        RowGrid.Column(title: Text("Bukti", en: "Evidence"), width: 8, wish: 20),
      ]
    case .feedback:
      [
        RowGrid.Column(title: Text("Tanggal", en: "Date"), width: 10),
        RowGrid.Column(title: Text("Dari", en: "From"), width: 18, wish: 30),
        RowGrid.Column(title: Text("Umpan balik", en: "Feedback"), width: 30, grows: true),
      ]
    case .annex:
      [
        RowGrid.Column(title: Text("Bagian", en: "Part"), width: 24, wish: 28),
        RowGrid.Column(title: Text("Isi", en: "Text"), width: 40, grows: true),
      ]
    }
  }

  fileprivate var empty: Text {
    switch self {
    case .results:
      Text(
        "Belum ada hasil kerja. F6 menambah, F9 s menyalin SKP sebelumnya, F9 t templat.",
        en: "No results yet. F6 adds, F9 s copies the plan before, F9 t takes the template.")
    case .progress:
      Text("Belum ada hasil kerja untuk direalisasikan.", en: "There are no results to work on yet.")
    case .feedback: Text("Belum ada umpan balik. F6 menulis yang pertama.", en: "No feedback yet. F6 writes the first.")
    case .behaviour, .annex: .verbatim("-")
    }
  }
}

extension Text {
  fileprivate static let isGone = Text("SKP ini sudah dihapus.", en: "This plan was deleted.")
  fileprivate static let noOther = Text("Tidak ada SKP lain dalam daftar", en: "There is no other plan in the list")
}
