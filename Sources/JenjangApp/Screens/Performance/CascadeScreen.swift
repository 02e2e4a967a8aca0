import JenjangDomain
import JenjangStore
import TerminalKit

/// A superior's results with who serves each, what nobody serves, and what below serves nothing.
struct CascadeScreen: GridScreen {
  static let noun = "cascade"

  enum Line {
    case heading(Text)
    case result(WorkResult.Summary, count: Int)
    case share(Cascade.Share)
    case person(ID<Employee>)
    case note(Text)
  }

  let id: ID<PerformancePlan>
  private var plan: PerformancePlan?
  private(set) var lines: [Line] = []
  var grid = RowGrid()
  private var readFor = -1
  private var unserved = 0

  init(_ id: ID<PerformancePlan>) { self.id = id }

  var rowCount: Int { lines.count }

  func title(_ view: View) -> String { view(Text("Keterkaitan", en: "Cascade")) }
  func refusal(_ view: View) -> Text? { view.book.refusal(toSee: id.raw, kind: PerformancePlan.kind.name) }
  var selected: Line? { lines.indices.contains(grid.cursor) ? lines[grid.cursor] : nil }

  func hint(_ view: View) -> (left: String, right: String) {
    let left = Text("Enter membuka SKP-nya; F4 mengaitkan hasil kerja.", en: "Enter opens the plan; F4 links a result.")
    let right = unserved == 0 ? "" : view(Text("\(unserved) belum didukung", en: "\(unserved) served by nobody"))
    return (view(left), right)
  }

  mutating func refresh(_ view: View) {
    guard readFor != view.book.revision else { return }
    readFor = view.book.revision
    plan = view.book.performancePlans[id]
    guard let plan else {
      lines = []
      return
    }
    let cascade = Cascade(of: plan, in: view.book)
    unserved = cascade.lines.count { $0.shares.isEmpty }
    lines = cascade.lines.flatMap { line -> [Line] in
      let shares = line.shares.isEmpty ? [Line.note(.servedByNobody)] : line.shares.map { .share($0) }
      return [.result(line.result, count: line.shares.count)] + shares
    }
    if lines.isEmpty { lines.append(.note(.noResults)) }
    if !cascade.loose.isEmpty {
      lines.append(
        .heading(Text("Hasil kerja bawahan yang tidak mendukung apa pun", en: "Results below that serve nothing")))
      lines += cascade.loose.map { .share($0) }
    }
    if !cascade.empty.isEmpty {
      lines.append(.heading(Text("Bawahan yang SKP-nya masih kosong", en: "People below whose plan is empty")))
      lines += cascade.empty.map { .person($0) }
    }
    grid.move(to: grid.cursor, of: lines.count)
  }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    var rest = area
    let head = rest.cutTop(1)
    let name = [view.book.personName(plan?.employee), plan?.title].compactMap(\.self).joined(separator: " · ")
    frame.put(name, x: head.x + 1, y: head.y, role: .textStrong, width: head.width - 2)
    let lines = lines
    grid.draw(CascadeScreen.columns, count: lines.count, into: &frame, rest, view: view) { place in
      CascadeScreen.row(lines[place], view)
    }
  }

  private static let columns = [
    RowGrid.Column(title: Text("Hasil kerja", en: "Work result"), width: 40, grows: true),
    RowGrid.Column(title: Text("Oleh", en: "By"), width: 22, wish: 36),
  ]

  private static func row(_ line: Line, _ view: View) -> GridRow {
    switch line {
    case .heading(let title): return GridRow(cells: [view(title).uppercased()], role: .heading)
    case .result(let result, let count):
      return GridRow(
        cells: ["\(result.number). \(result.text)", view(Text("\(count) hasil kerja", en: "\(count) results"))],
        role: .textStrong, mark: count == 0 ? "!" : "")
    case .share(let share): return GridRow(cells: ["   " + share.result.text, view.book.personName(share.employee)])
    case .person(let person): return GridRow(cells: ["   -", view.book.personName(person)])
    case .note(let text): return GridRow(cells: ["   " + view(text)], role: .textMuted)
    }
  }
}

extension CascadeScreen {
  static let commandTable: [Command<CascadeScreen>] =
    moveCommands + [
      Command(
        "cascade.open", Text("Buka SKP-nya", en: "Open the plan"), keys: ["enter"], label: Text("Buka", en: "Open")
      ) { screen, _ in
        switch screen.selected {
        case .share(let share)?: .push(PlanPage(share.plan))
        case .person(let person)?: .push(EmployeeFile(person.raw))
        case .result?: .push(PlanPage(screen.id))
        default: .none
        }
      },
      Command(
        "cascade.link", Text("Kaitkan hasil kerja ini", en: "Link this result"), keys: ["f4"],
        label: Text("Kaitkan", en: "Link"), saves: true,
        refusal: { screen, view in
          guard case .share? = screen.selected else { return .chooseShare }
          return view.book.access?.refusal(toWrite: WorkResult.kind)
        }, run: { screen, _ in screen.link() }),
      Command("cascade.actions", Text("Aksi", en: "Actions"), keys: ["f9", "ctrl-x"]) { screen, view in
        .push(ActionMenu.screen(screen.faces(view)))
      },
      Command("cascade.back", Text("Kembali", en: "Back"), keys: ["f3", "esc"], label: Text("Kembali", en: "Back")) {
        _, _ in .pop
      },
    ]

  private func link() -> Effect {
    guard case .share(let share)? = selected else { return .none }
    let own = id
    return .push(
      Chooser("cascade.serves", Text("Mendukung hasil kerja", en: "Serves the result"), columns: 76) { query, view in
        let none = Choice(
          title: view(Text("Tidak ada", en: "None")), effect: PlanPage.serve(nil, share.result.id, view))
        let choices = view.book.results(of: own).filter { Fuzzy.score(query, in: $0.text ?? "") != nil }.map { result in
          Choice(
            title: "\(result.number ?? 0). \(result.text ?? "")",
            effect: PlanPage.serve(result.id, share.result.id, view))
        }
        return query.isEmpty ? choices + [none] : choices
      })
  }
}

extension Text {
  fileprivate static let servedByNobody = Text("Belum didukung siapa pun", en: "Served by nobody yet")
  fileprivate static let noResults = Text("SKP ini belum berisi hasil kerja", en: "This plan has no results yet")
  fileprivate static let chooseShare = Text("Pilih hasil kerja bawahan dulu", en: "Choose a result from below first")
}
