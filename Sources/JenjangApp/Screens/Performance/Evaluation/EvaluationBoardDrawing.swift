import JenjangDomain
import JenjangStore
import TerminalKit

extension EvaluationBoard {
  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    var rest = area
    let head = rest.cutTop(1)
    let x = SearchLine.draw(filter.search, into: &frame, head, share: 3, view: view)
    let cursor = (x, head.y)
    let words = filterWords(view)
    let width = min(Width.of(words), max(0, head.right - x - 4))
    frame.put(words, x: head.right - width - 1, y: head.y, role: .match, width: width)
    guard !lines.isEmpty else {
      let isNarrowed = !filter.search.isEmpty || !filter.statuses.isEmpty || filter.lateOnly
      frame.put(
        view(isNarrowed ? .nothingMatches : .nobody), x: rest.x + 3, y: rest.y, role: .textMuted,
        width: rest.width - 4)
      frame.cursor = cursor
      return
    }
    let lines = lines
    let columns = rest.width >= 110 ? EvaluationBoard.columns : EvaluationBoard.narrow
    grid.draw(columns, count: lines.count, into: &frame, rest, view: view) { place in
      let line = lines[place]
      let isMarked = marked.contains(line.plan)
      let all = EvaluationBoard.cells(line, view)
      let cells = rest.width >= 110 ? all : [all[0], all[1], all[2], all[3]]
      return GridRow(cells: cells, role: isMarked ? .rowMarked : .row, mark: isMarked ? "x" : line.isLate ? "!" : "")
    }
    frame.cursor = cursor
  }

  private func filterWords(_ view: View) -> String {
    let statuses = EvaluationStatus.allCases.filter(filter.statuses.contains).map { view($0.title) }
    let late = filter.lateOnly ? [view(Text("lewat tenggat", en: "late"))] : []
    let scope = filter.scope == .everybody ? [] : [filter.scope.title(view)]
    return (scope + statuses + late).joined(separator: "; ")
  }

  /// Name, state, predicate, unit, assessor, number.
  static func cells(_ line: PeriodBoard.Line, _ view: View) -> [String] {
    let people = view.book.employees.table
    let unit = line.unit >= 0 ? view.cell(view.book.units.table, line.unit, "name") : "-"
    return [
      view.name(ofRow: line.employee), view(line.status.title), line.predicate.map { view($0.title) } ?? "", unit,
      view.name(ofRow: line.assessor), view.cell(people, line.employee, "employeeNumber"),
    ]
  }

  private static let columns = [
    RowGrid.Column(title: Text("Nama", en: "Name"), width: 24, grows: true, wish: 40),
    RowGrid.Column(title: Text("Keadaan", en: "State"), width: 20),
    RowGrid.Column(title: Text("Predikat", en: "Rating"), width: 17),
    RowGrid.Column(title: Text("Unit kerja", en: "Work unit"), width: 20, grows: true, wish: 44),
    RowGrid.Column(title: Text("Penilai", en: "Assessor"), width: 18, grows: true, wish: 36),
    RowGrid.Column(title: Text("NIP", en: "Number"), width: 18),
  ]

  private static let narrow = [
    RowGrid.Column(title: Text("Nama", en: "Name"), width: 16, grows: true),
    RowGrid.Column(title: Text("Keadaan", en: "State"), width: 20),
    RowGrid.Column(title: Text("Predikat", en: "Rating"), width: 16),
    RowGrid.Column(title: Text("Unit kerja", en: "Work unit"), width: 14, grows: true),
  ]

  /// What is shown, as rows for other programs: with what decided and the head of the chain beside the file.
  func exported(_ view: View) -> ExportTable.Source {
    let lines = chosen
    let titles: [(String, Text)] = [
      ("number", Text("NIP", en: "Number")), ("name", Text("Nama", en: "Name")),
      ("unit", Text("Unit kerja", en: "Unit")),
      ("assessor", Text("Penilai", en: "Assessor")), ("state", Text("Keadaan", en: "State")),
      ("late", Text("Lewat tenggat", en: "Late")), ("work", Text("Hasil kerja", en: "Work result")),
      ("behaviour", Text("Perilaku", en: "Behaviour")), ("predicate", Text("Predikat", en: "Rating")),
      ("ratedOn", Text("Dinilai", en: "Rated on")), ("releasedOn", Text("Disampaikan", en: "Released on")),
      ("policy", Text("Dasar", en: "Found by")),
    ]
    return ExportTable.Source(
      name: "penilaian", heading: title(view) + ", " + view.count(lines.count),
      columns: titles.map { TableText.Column(name: $0.0, title: view($0.1)) }, count: lines.count
    ) { place, view in
      let line = lines[place]
      let cells = EvaluationBoard.cells(line, view)
      let evaluation = line.evaluation.flatMap { view.book.evaluations[$0] }
      return [
        cells[5], cells[0], cells[3], cells[4], cells[1], line.isLate ? view(Text("ya", en: "yes")) : "",
        evaluation?.finalWork.map { view($0.title) } ?? "", evaluation?.finalBehaviour.map { view($0.title) } ?? "",
        cells[2], evaluation?.ratedOn?.iso ?? "", evaluation?.releasedOn?.iso ?? "", evaluation?.policy ?? "",
      ]
    }
  }
}

extension Text {
  fileprivate static let nobody = Text(
    "Tidak ada SKP dalam periode ini. F11 memilih periode lain.",
    en: "No plan lies in this period. F11 chooses another.")
  fileprivate static let nothingMatches = Text(
    "Tidak ada yang cocok. Esc menghapus ketikan dan saringan.",
    en: "Nothing matches. Esc clears what was typed and the filter.")
}
