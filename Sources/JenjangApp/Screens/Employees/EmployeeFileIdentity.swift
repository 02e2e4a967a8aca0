import JenjangDomain
import TerminalKit

extension EmployeeFile {
  /// Who it is; beside it, where there is room, the career as a line of time.
  mutating func drawIdentity(_ frame: inout Frame, _ area: Rect, _ view: View) {
    guard let state else {
      frame.put(view(refusal(view) ?? .isGone), x: area.x + 2, y: area.y, role: .textMuted, width: area.width - 3)
      return
    }
    var left = area.inset(x: 1, y: 0)
    let isBeside = left.width >= 150
    if isBeside {
      let right = left.cutRight(min(72, left.width * 2 / 5))
      frame.lineDown(right)
      var page = Page(width: right.width - 3)
      writeTimeline(into: &page, limit: right.height - 1, view)
      page.draw(from: 0, into: &frame, Rect(x: right.x + 2, y: right.y, width: right.width - 2, height: right.height))
    }
    var page = Page(width: left.width - 1, labels: EmployeeFile.labelWidth)
    page.pairs(EmployeeFile.head(of: state, view))
    if !isBeside {
      let room = left.height - page.lines.count - 2
      writeTimeline(into: &page, limit: page.lines.count + 2 + max(3, min(room, 8)), view)
    }
    writeRest(into: &page, view)
    scroll.draw(page, into: &frame, left)
  }

  /// The whole file as a page: what stands on the first tab, then every history.
  func writeIdentity(_ state: EmployeeState, into page: inout Page, _ view: View) {
    page.labels = EmployeeFile.labelWidth
    page.pairs(EmployeeFile.head(of: state, view))
    writeRest(into: &page, view)
  }

  private static let labelWidth = 12

  /// The fields that the head does not show.
  private func writeRest(into page: inout Page, _ view: View) {
    guard let table = view.book.table("employees"), let row = table.row(of: id) else { return }
    RecordReader.write(row, of: table, without: EmployeeFile.inHead, into: &page, view)
  }

  /// The fields that the head shows.
  private static let inHead: Set<String> = [
    "employeeNumber", "name", "frontTitle", "backTitle", "birthDate", "birthPlace", "hireDate", "kind", "legalStatus",
    "supervisor", "phone", "email",
  ]

  /// What an officer looks for first.
  private static func head(of state: EmployeeState, _ view: View) -> [(label: String, value: String)] {
    let employee = state.employee
    let pairs: [(Text, String?)] = [
      (.number, employee.employeeNumber.map { EmployeeNumber.display(of: $0) }), (.status, status(of: state, view)),
      (.name, employee.fullName), (.service, service(of: state, view)), (.position, position(of: state, view)),
      (.rank, state.rankText(view)), (.unit, state.unitName(view)),
      (.superior, employee.supervisor.flatMap { view.book.label(of: $0.raw, kind: "employees") }),
      (.born, birth(of: state, view)), (.retirement, retirement(of: state, view)),
      (.education, state.education?.level.map { view($0.title) }), (.phone, employee.phone), (.email, employee.email),
    ]
    let acting = state.acting.map { (view($0.assignment?.title ?? .position), $0.title) }
    return pairs.map { (view($0.0), $0.1 ?? "-") } + acting.map { ($0.0, $0.1 ?? "-") }
  }

  private static func status(of state: EmployeeState, _ view: View) -> String? {
    let words = [state.kind?.title, state.legalStatus?.title].compactMap { $0.map { view($0) } }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }

  private static func position(of state: EmployeeState, _ view: View) -> String? {
    guard let position = state.position, let title = position.title else { return nil }
    return title + (position.effectiveDate.map { view(Text("  TMT ", en: "  since ")) + $0.display } ?? "")
  }

  private static func service(of state: EmployeeState, _ view: View) -> String? {
    guard let hired = state.employee.hireDate, let service = state.employee.service(on: state.day) else { return nil }
    return hired.display + " (" + view(service.text) + ")"
  }

  private static func birth(of state: EmployeeState, _ view: View) -> String? {
    guard let birth = state.employee.birthDate, let age = state.employee.age(on: state.day) else { return nil }
    let years = view(Text("\(age.years) th", en: "\(age.years) y"))
    return (state.employee.birthPlace.map { $0 + ", " } ?? "") + birth.display + " (" + years + ")"
  }

  private static func retirement(of state: EmployeeState, _ view: View) -> String? {
    guard let retirement = state.retirement(by: view.book.law) else { return nil }
    let left = Service(from: state.day, to: retirement)
    guard state.day < retirement else { return retirement.display }
    return retirement.display + " (" + view(left.text) + view(Text(" lagi", en: " left")) + ")"
  }

  /// The career, newest first: month and year, then what happened.
  private func writeTimeline(into page: inout Page, limit: Int, _ view: View) {
    guard !timeline.isEmpty else { return }
    let count = view.count(timeline.count)
    page.heading(
      view(Text("LINIMASA", en: "TIMELINE")), remark: view(Text("\(count) peristiwa", en: "\(count) events")))
    for entry in timeline where page.lines.count < limit {
      page.item(entry.day.display, view(entry.text), labelWidth: EmployeeFile.labelWidth)
    }
  }
}

extension Text {
  fileprivate static let isGone = Text("Pegawai ini sudah dihapus.", en: "This employee was deleted.")
  fileprivate static let number = Text("NIP", en: "Number")
  fileprivate static let status = Text("Status", en: "State")
  fileprivate static let name = Text("Nama", en: "Name")
  fileprivate static let service = Text("Masuk", en: "Appointed")
  fileprivate static let position = Text("Jabatan", en: "Position")
  fileprivate static let rank = Text("Golongan", en: "Rank")
  fileprivate static let unit = Text.verbatim("Unit")
  fileprivate static let superior = Text("Atasan", en: "Superior")
  fileprivate static let born = Text("Lahir", en: "Born")
  fileprivate static let retirement = Text("Pensiun", en: "Retires")
  fileprivate static let phone = Text("Telepon", en: "Telephone")
  fileprivate static let email = Text("Surel", en: "E-mail")
  fileprivate static let education = Text("Pendidikan", en: "Education")
}
