import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// One year of performance: how far its plans are, what waits for somebody to act, and when things are due.
struct CyclePage: GridScreen {
  static let noun = "cycle"

  enum Line {
    case heading(Text)
    case need(PlanNeed, count: Int)
    case state(PlanState, count: Int)
    case period(EvaluationPeriod)
    case done
  }

  let id: ID<EvaluationCycle>
  private(set) var cycle: EvaluationCycle?
  private(set) var needs: PlanNeeds?
  private(set) var lines: [Line] = []
  var grid = RowGrid()
  private var readFor = -1
  private var neededFor = -1
  private var hasStood = false

  init(_ id: ID<EvaluationCycle>) { self.id = id }

  var rowCount: Int { lines.count }

  func title(_ view: View) -> String { cycle?.name ?? view(EvaluationCycle.kind.title) }

  func hint(_ view: View) -> (left: String, right: String) {
    (view(Text("Enter membuka baris; F10 mengerjakan semuanya.", en: "Enter opens the row; F10 does it for all.")), "")
  }

  func help(_ view: View) -> [Text] {
    [
      Text(
        "Yang perlu tindakan dihitung dari jabatan, unit, dan SKP yang ada; tidak ada yang ditebak.",
        en: "What waits is found from positions, units and plans; nothing is guessed."),
      Text(
        "F6 menambah tanggal khusus untuk satu unit; unit terdekat ke atas yang berlaku.",
        en: "F6 adds other dates for one unit; the nearest unit upwards counts."),
    ]
  }

  mutating func refresh(_ view: View) {
    guard readFor != view.book.revision else { return }
    readFor = view.book.revision
    cycle = view.book.evaluationCycles[id]
    arrange(view)
  }

  /// Finds what waits, once no key comes: one pass over all people.
  mutating func idle(_ view: View) -> Bool {
    guard neededFor != view.book.revision, let cycle else { return false }
    neededFor = view.book.revision
    needs = PlanNeeds(cycle, in: view.book, on: view.book.day)
    arrange(view)
    return true
  }

  private mutating func arrange(_ view: View) {
    lines = [.heading(Text("Perlu tindakan", en: "To be acted on"))]
    let waiting = PlanNeed.allCases.filter { needs?[$0].isEmpty == false }
    lines += waiting.map { .need($0, count: needs?[$0].count ?? 0) }
    if waiting.isEmpty { lines.append(.done) }
    lines.append(.heading(Text("SKP menurut keadaan", en: "Plans by state")))
    lines += PlanState.allCases.map { .state($0, count: needs?.states[$0] ?? 0) }
    lines.append(.heading(Text("Periode", en: "Periods")))
    let periods = view.book.evaluationPeriods.owned(by: id.raw)
    lines += periods.sorted { ($0.order, $0.start ?? .init(number: 0)) < ($1.order, $1.start ?? .init(number: 0)) }
      .map { .period($0) }
    grid.move(to: hasStood ? grid.cursor : 1, of: lines.count)
    hasStood = hasStood || needs != nil
  }

  var selected: Line? { lines.indices.contains(grid.cursor) ? lines[grid.cursor] : nil }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    var rest = area
    drawHead(&frame, rest.cutTop(2), view)
    let lines = lines
    grid.draw(CyclePage.columns, count: lines.count, into: &frame, rest, view: view) { place in
      CyclePage.row(lines[place], isKnown: needs != nil, view)
    }
  }

  private func drawHead(_ frame: inout Frame, _ head: Rect, _ view: View) {
    guard let cycle else { return }
    let span = [cycle.start, cycle.end].compactMap { $0?.display }.joined(separator: view(Text(" s.d. ", en: " to ")))
    let state = cycle.state.map { view($0.title) } ?? ""
    let length = cycle.length.map { view($0.title) } ?? ""
    let due =
      cycle.planDue.map { view(Text("SKP ditetapkan paling lambat ", en: "plans agreed by ")) + $0.display } ?? ""
    frame.put(
      [state, length, span].filter { !$0.isEmpty }.joined(separator: " · "), x: head.x + 1, y: head.y,
      role: .textStrong,
      width: head.width - 2)
    let count = view.count(needs?.planCount ?? 0)
    let total = needs == nil ? view(.counting) : view(Text("\(count) SKP", en: "\(count) plans"))
    frame.put(
      [total, due].filter { !$0.isEmpty }.joined(separator: " · "), x: head.x + 1, y: head.y + 1, role: .textMuted,
      width: head.width - 2)
  }

  private static let columns = [
    RowGrid.Column(title: Text("Hal", en: "What"), width: 32, grows: true, wish: 60),
    RowGrid.Column(title: Text("Banyak", en: "Count"), width: 6, isRightAligned: true),
    RowGrid.Column(title: Text("Tindakan atau batas", en: "Action or dates"), width: 30, wish: 64),
  ]

  private static func row(_ line: Line, isKnown: Bool, _ view: View) -> GridRow {
    switch line {
    case .heading(let title): return GridRow(cells: [view(title).uppercased()], role: .heading)
    case .done:
      return GridRow(cells: [view(isKnown ? Text("Tidak ada", en: "Nothing") : .counting)], role: .textMuted)
    case .need(let need, let count):
      let action = need.action.map { "F10 " + view($0) } ?? ""
      return GridRow(cells: [view(need.title), view.count(count), action], mark: "!")
    case .state(let state, let count):
      return GridRow(cells: [view(state.title), isKnown ? view.count(count) : "", ""])
    case .period(let period):
      let unit = period.unit.flatMap { view.book.label(of: $0.raw, kind: Unit.kind.name) }.map { ": " + $0 } ?? ""
      return GridRow(cells: [(period.name ?? "?") + unit, "", dates(period, view)])
    }
  }

  private static func dates(_ period: EvaluationPeriod, _ view: View) -> String {
    let realised = period.realisationDue.map { view(Text("isi ", en: "entered ")) + $0.display }
    let rated = period.evaluationDue.map { view(Text("nilai ", en: "rated ")) + $0.display }
    return [realised, rated].compactMap(\.self).joined(separator: ", ")
  }
}

extension EvaluationPeriod {
  /// The year stands behind its parts, dates of single units behind the common ones.
  fileprivate var order: Int { (number == 0 ? 13 : number ?? 14) * 2 + (unit == nil ? 0 : 1) }
}

extension Text {
  fileprivate static let counting = Text("menghitung …", en: "counting …")
}
