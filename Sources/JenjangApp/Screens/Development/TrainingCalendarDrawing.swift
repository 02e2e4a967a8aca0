import JenjangDomain
import TerminalKit

extension TrainingCalendar {
  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    var rest = area
    drawHead(&frame, rest.cutTop(1), view)
    switch mode {
    case .month: drawMonth(&frame, &rest, view)
    case .week: drawWeek(&frame, &rest, view)
    case .agenda: return drawAgenda(&frame, rest, view)
    }
    drawDay(&frame, rest, view)
  }

  private func drawHead(_ frame: inout Frame, _ line: Rect, _ view: View) {
    let title = mode == .week ? view(span.first.short) + " – " + view(span.last.short) : view(day.monthAndYear)
    var x = frame.put("< \(title) >", x: line.x + 1, y: line.y, role: .textStrong) + 3
    for mode in Mode.allCases {
      let name = view(mode.title)
      let isOpen = mode == self.mode
      x = frame.put(isOpen ? "[\(name)]" : " \(name) ", x: x, y: line.y, role: isOpen ? .tabActive : .tabIdle)
    }
    let count = calendar?.count ?? 0
    let right = unitName(view) + "   " + view(Text("\(count) kegiatan", en: "\(count) events"))
    let room = line.right - x - 2
    frame.put(right, x: max(x + 2, line.right - Width.of(right) - 1), y: line.y, role: .textMuted, width: room)
  }

  /// The columns of the seven days: the number of the week stands before them.
  private func columns(_ area: Rect) -> [Rect] {
    let start = mode == .month ? 4 : 1
    let width = max(4, (area.width - start) / 7)
    return (0..<7).map { Rect(x: area.x + start + $0 * width, y: area.y, width: width - 1, height: area.height) }
  }

  private func drawNames(_ frame: inout Frame, _ line: Rect, _ view: View) {
    if mode == .month { frame.put(view(Text("Pk", en: "Wk")), x: line.x + 1, y: line.y, role: .columnHeader) }
    for (place, column) in columns(line).enumerated() {
      frame.put(
        view(CalendarNames.shortWeekdays[place]), x: column.x, y: line.y, role: .columnHeader, width: column.width)
    }
  }

  private func drawMonth(_ frame: inout Frame, _ rest: inout Rect, _ view: View) {
    drawNames(&frame, rest.cutTop(1), view)
    let weeks = weeks
    if rest.height > weeks * 2 + 5 {
      let rule = rest.cutTop(1)
      frame.line(x: rule.x, y: rule.y, width: rule.width)
    }
    let forDay = min(max(4, today.count + 1), max(4, rest.height / 3))
    let height = max(1, min(7, (rest.height - forDay) / weeks))
    for week in 0..<weeks {
      let row = rest.cutTop(height)
      guard row.height > 0 else { return }
      let first = span.first.adding(days: week * 7)
      frame.put(String(first.weekOfYear), x: row.x + 1, y: row.y, role: .textMuted, width: 2)
      for (place, column) in columns(row).enumerated() { draw(first.adding(days: place), in: column, &frame, view) }
    }
  }

  /// One day of the month: its number, then the names that fit.
  private func draw(_ day: Day, in cell: Rect, _ frame: inout Frame, _ view: View) {
    let isChosen = day == self.day
    let isOther = day.month != self.day.month
    let isOff = !view.book.workingCalendar.isWorkingDay(day)
    let entries = calendar?[day] ?? []
    let number = day == view.today ? "[\(day.dayOfMonth)]" : String(day.dayOfMonth)
    let role: Role = isChosen ? .rowCursor : isOther || isOff ? .textMuted : .text
    if isChosen { frame.fill(Rect(x: cell.x, y: cell.y, width: cell.width, height: 1), role: role) }
    var x = cell.x
    if isChosen { x = frame.put("▌", x: x, y: cell.y, role: role) }
    x = frame.put(number, x: x, y: cell.y, role: role, width: cell.width)
    if isChosen { frame.cursor = (cell.x, cell.y) }
    let room = cell.height - 1
    if room == 0, !entries.isEmpty {
      let mark = entries.contains { $0.clash != nil } ? " !" : " ·"
      frame.put(mark + String(entries.count), x: x, y: cell.y, role: role, width: cell.right - x)
    }
    let shown = entries.count > room ? max(0, room) : entries.count
    for (place, entry) in entries.prefix(shown).enumerated() {
      let more = place == shown - 1 && entries.count > shown ? " +\(entries.count - shown)" : ""
      draw(entry, more, x: cell.x, y: cell.y + 1 + place, width: cell.width, isOther, &frame)
    }
    frame.hit(cell, .part("day", Int(day.number)))
  }

  private func draw(
    _ entry: EventCalendar.Entry, _ more: String, x: Int, y: Int, width: Int, _ isOther: Bool, _ frame: inout Frame
  ) {
    let mark = entry.clash != nil ? "!" : entry.state == .cancelled ? "x" : entry.state == .postponed ? "~" : ""
    let role: Role = entry.clash != nil ? .statusWarn : isOther || entry.state?.isHeld == false ? .textMuted : .text
    let room = width - Width.of(more) - Width.of(mark)
    let name = Width.of(entry.name) <= room ? entry.name : entry.short
    frame.put(mark + Width.clip(name, to: room) + more, x: x, y: y, role: role, width: width)
  }

  private func drawWeek(_ frame: inout Frame, _ rest: inout Rect, _ view: View) {
    drawNames(&frame, rest.cutTop(1), view)
    let body = rest.cutTop(max(3, rest.height - max(5, min(today.count + 1, rest.height / 3))))
    for (place, column) in columns(body).enumerated() {
      let day = span.first.adding(days: place)
      let isChosen = day == self.day
      let role: Role = isChosen ? .rowCursor : .text
      if isChosen { frame.fill(Rect(x: column.x, y: column.y, width: column.width, height: 1), role: role) }
      let number = day == view.today ? "[\(day.dayOfMonth)]" : String(day.dayOfMonth)
      frame.put((isChosen ? "▌" : "") + number, x: column.x, y: column.y, role: role, width: column.width)
      if isChosen { frame.cursor = (column.x, column.y) }
      var y = column.y + 1
      let entries = calendar?[day] ?? []
      for (index, entry) in entries.enumerated() {
        guard y + 1 < column.bottom || y < column.bottom && index == entries.count - 1 else {
          frame.put("+\(entries.count - index)", x: column.x, y: min(y, column.bottom - 1), role: .textMuted)
          break
        }
        let times = Width.of(entry.day.times) <= column.width ? entry.day.times : entry.day.from?.text ?? ""
        frame.put(times, x: column.x, y: y, role: .textMuted, width: column.width)
        if y + 1 < column.bottom { draw(entry, "", x: column.x, y: y + 1, width: column.width, false, &frame) }
        y += 2
      }
      frame.hit(column, .part("day", Int(day.number)))
    }
  }

  /// The list of the chosen day below the days.
  private func drawDay(_ frame: inout Frame, _ area: Rect, _ view: View) {
    var rest = area
    let rule = rest.cutTop(1)
    frame.line(x: rule.x, y: rule.y, width: rule.width)
    let count = today.count
    let title = "── " + view(day.withWeekday) + ", " + view(Text("\(count) kegiatan", en: "\(count) events")) + " "
    frame.put(title, x: rule.x, y: rule.y, role: .heading, width: rule.width)
    guard !today.isEmpty else {
      let text = Text("Tidak ada kegiatan; F6 menjadwalkan.", en: "Nothing; F6 schedules an event.")
      frame.put(view(text), x: rest.x + 2, y: rest.y, role: .textMuted, width: rest.width - 3)
      return
    }
    let first = max(0, min(place - rest.height + 1, today.count - rest.height))
    for (line, entry) in today.dropFirst(first).prefix(max(0, rest.height)).enumerated() {
      let index = first + line
      let row = Rect(x: rest.x, y: rest.y + line, width: rest.width, height: 1)
      let role = frame.ground(row, isCursor: index == place, mark: entry.clash == nil ? "" : "!")
      let cells = cells(entry, view)
      var x = row.x + 2
      let widths = TrainingCalendar.widths(row.width)
      for (text, width) in zip(cells, widths) where width > 0 {
        frame.put(text, x: x, y: row.y, role: role, width: width)
        x += width + 1
      }
      frame.hit(row, .part("event", index))
    }
  }

  private func drawAgendaEmpty(_ frame: inout Frame, _ area: Rect, _ view: View) {
    let text = Text("Tidak ada kegiatan dalam 120 hari.", en: "No event in the next 120 days.")
    frame.put(view(text), x: area.x + 3, y: area.y + 1, role: .textMuted, width: area.width - 4)
  }

  private mutating func drawAgenda(_ frame: inout Frame, _ area: Rect, _ view: View) {
    guard !agenda.isEmpty else { return drawAgendaEmpty(&frame, area, view) }
    let now = self
    grid.draw(TrainingCalendar.agendaColumns, count: agenda.count, into: &frame, area, view: view) { place in
      let entry = now.agenda[place]
      let isFirst = place == 0 || now.agenda[place - 1].day.day != entry.day.day
      let cells = now.cells(entry, view)
      return GridRow(
        cells: [isFirst ? view(entry.day.day.withWeekday) : ""] + cells.prefix(1)
          + [view.book.learningEvents[entry.event]?.end?.display ?? ""] + cells.dropFirst(),
        role: entry.state?.isHeld == false ? .textMuted : .row, mark: entry.clash == nil ? "" : "!")
    }
  }

  /// Times, name with its part, place, speaker, seats, state.
  private func cells(_ entry: EventCalendar.Entry, _ view: View) -> [String] {
    let table = view.book.learningEvents.table
    let cell = { (field: String) in table.row(of: entry.event.raw).map { view.cell(table, $0, field) } ?? "" }
    let capacity = cell("capacity")
    let seats = "\(self.seats?[entry.event] ?? 0)/" + (capacity.isEmpty ? "--" : capacity)
    let part = entry.parts > 1 ? " \(entry.part)/\(entry.parts)" : ""
    let place = entry.day.room ?? cell("place")
    let speaker = entry.day.speaker.flatMap { view.book.label(of: $0.raw, kind: Speaker.kind.name) } ?? ""
    return [
      entry.day.times, entry.name + part, place, speaker, seats, entry.state.map { view($0.title) } ?? "",
    ]
  }

  private static func widths(_ width: Int) -> [Int] {
    guard width >= 60 else { return [11, max(8, width - 22), 0, 0, 7, 0] }
    let rest = width - 2 - 11 - 7 - 5
    let state = min(20, max(10, rest / 5))
    let name = max(20, rest * 2 / 5)
    let place = max(8, (rest - state - name) * 3 / 5)
    return [11, name, place, max(0, rest - state - name - place), 7, state]
  }

  private static let agendaColumns = [
    RowGrid.Column(title: Text("Hari", en: "Day"), width: 15),
    RowGrid.Column(title: Text("Jam", en: "Time"), width: 11),
    RowGrid.Column(title: Text("Sampai", en: "To"), width: 10),
    RowGrid.Column(title: Text("Kegiatan", en: "Event"), width: 20, grows: true, wish: 48),
    RowGrid.Column(title: Text("Tempat", en: "Place"), width: 10, wish: 24),
    RowGrid.Column(title: Text("Narasumber", en: "Speaker"), width: 12, wish: 24),
    RowGrid.Column(title: Text("Kursi", en: "Seats"), width: 7, isRightAligned: true),
    RowGrid.Column(title: Text("Keadaan", en: "State"), width: 10, wish: 20),
  ]
}

extension Day {
  /// The number of its week, 1 to 53: the week with the year's first Thursday is the first.
  var weekOfYear: Int {
    let thursday = adding(days: 4 - weekday)
    let first = Day(year: thursday.year, month: 1, day: 1) ?? thursday
    return Int(thursday.number - first.number) / 7 + 1
  }
}
