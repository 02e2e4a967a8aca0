import JenjangDomain
import JenjangStore
import TerminalKit

/// The people behind one need of a cycle: marked or all of them are dealt with at once.
struct NeedList: SearchedScreen {
  static let noun = "needs"

  let cycle: ID<EvaluationCycle>
  let need: PlanNeed
  private var all: [PlanNeeds.Item] = []
  private(set) var items: [PlanNeeds.Item] = []
  var marked: Set<PlanNeeds.Item> = []
  var typing = ""
  var grid = RowGrid()
  private var readFor = -1
  private var searched = ""

  init(_ cycle: ID<EvaluationCycle>, _ need: PlanNeed) {
    self.cycle = cycle
    self.need = need
  }

  var rowCount: Int { items.count }
  func title(_ view: View) -> String { view(need.title) }

  /// The marked ones, or all that are shown.
  var chosen: [PlanNeeds.Item] { marked.isEmpty ? items : all.filter(marked.contains) }
  var selected: PlanNeeds.Item? { items.indices.contains(grid.cursor) ? items[grid.cursor] : nil }

  func hint(_ view: View) -> (left: String, right: String) {
    let left = Text(
      "Spasi menandai; F10 untuk yang ditandai atau semuanya; Enter membuka.",
      en: "Space marks; F10 for the marked or all; Enter opens.")
    let count = view.count(marked.isEmpty ? items.count : marked.count)
    let right =
      marked.isEmpty ? Text("\(count) orang", en: "\(count) people") : Text("\(count) ditandai", en: "\(count) marked")
    return (view(left), view(right))
  }

  func help(_ view: View) -> [Text] {
    [
      Text(
        "Usulan penilai berasal dari jabatan dan unit hari ini; bertanda tanya berarti hanya ditawarkan.",
        en: "Assessors are proposed by posts and units of today; a question mark means only offered."),
      Text("F9 lalu p memilih penilai lain.", en: "F9, then p chooses another assessor."),
    ]
  }

  mutating func refresh(_ view: View) {
    if readFor != view.book.revision {
      readFor = view.book.revision
      all = view.book.evaluationCycles[cycle].flatMap { PlanNeeds($0, in: view.book, on: view.book.day) }?[need] ?? []
      marked.formIntersection(all)
      filter(view)
    } else if searched != typing {
      filter(view)
    }
  }

  private mutating func filter(_ view: View) {
    searched = typing
    if typing.isEmpty {
      items = all
    } else {
      let found = Set(view.book.employees.table.rows(Query(search: typing)))
      items = all.filter { found.contains($0.employee) }
    }
    grid.move(to: grid.cursor, of: items.count)
  }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    var rest = area
    let line = rest.cutTop(1)
    let x = SearchLine.draw(typing, into: &frame, line, share: 2, view: view)
    guard !items.isEmpty else {
      frame.put(view(.nothing), x: rest.x + 3, y: rest.y, role: .textMuted, width: rest.width - 4)
      frame.cursor = (x, line.y)
      return
    }
    let now = self
    grid.draw(columns, count: items.count, into: &frame, rest, view: view) { place in
      let item = now.items[place]
      return GridRow(
        cells: now.cells(item, view), role: now.marked.contains(item) ? .rowMarked : .row,
        mark: now.marked.contains(item) ? "*" : "")
    }
  }

  private var columns: [RowGrid.Column] {
    let person = RowGrid.Column(title: Text("Pegawai", en: "Employee"), width: 22, grows: true, wish: 34)
    let unit = RowGrid.Column(title: Text("Unit kerja", en: "Work unit"), width: 16, grows: true, wish: 36)
    switch need {
    case .noPlan, .moved, .ended:
      return [
        person, RowGrid.Column(title: Text("Sejak", en: "Since"), width: 10),
        RowGrid.Column(title: Text("Jabatan", en: "Position"), width: 20, grows: true, wish: 40), unit,
      ]
    case .noPosition: return [person, RowGrid.Column(title: Text("NIP", en: "Number"), width: 18)]
    case .noAssessor, .circle:
      return [
        person, RowGrid.Column(title: Text("Sebab", en: "Why"), width: 24, grows: true, wish: 60),
        RowGrid.Column(title: Text("Usulan", en: "Proposed"), width: 20, grows: true, wish: 34),
      ]
    case .assessorLeft, .assessorMoved:
      return [
        person,
        RowGrid.Column(title: Text("Penilai sekarang", en: "Present assessor"), width: 20, grows: true, wish: 34),
        RowGrid.Column(title: Text("Usulan", en: "Proposed"), width: 20, grows: true, wish: 34), unit,
      ]
    }
  }

  private func cells(_ item: PlanNeeds.Item, _ view: View) -> [String] {
    let people = view.book.employees.table
    let name = view.cell(people, item.employee, "name")
    let unit = view.cell(people, item.employee, "unit")
    let mark = item.isOnlyOffered ? "? " : ""
    let proposed = item.proposal.map { mark + view.book.personName($0) } ?? "-"
    switch need {
    case .noPlan, .moved, .ended:
      return [name, item.day?.display ?? "", view.cell(people, item.employee, "position"), unit]
    case .noPosition: return [name, view.cell(people, item.employee, "employeeNumber")]
    case .noAssessor, .circle: return [name, item.finding.map { view($0.words(in: view.book)) } ?? "", proposed]
    case .assessorLeft, .assessorMoved:
      let plan = item.plan.flatMap { view.book.performancePlans[$0] }
      return [name, plan?.assessor.map { view.book.personName($0) } ?? "-", proposed, unit]
    }
  }
}

extension NeedList {
  static let commandTable: [Command<NeedList>] =
    moveCommands + [
      Command(
        "needs.open", Text("Buka SKP atau berkas pegawai", en: "Open the plan or the file"), keys: ["enter"],
        label: Text("Buka", en: "Open"), refusal: { list, _ in list.selected == nil ? .nothing : nil },
        run: { list, view in
          guard let item = list.selected else { return .none }
          if let plan = item.plan { return .push(PlanPage(plan)) }
          return .push(EmployeeFile(view.book.employees.table.id(of: item.employee)))
        }),
      Command(
        "needs.act", Text("Kerjakan untuk yang ditandai atau semuanya", en: "Do it for the marked or all"),
        keys: ["f10", "ctrl-s"], label: Text("Kerjakan", en: "Do"), saves: true,
        refusal: { list, view in
          list.need.action == nil
            ? .byHand : list.items.isEmpty ? .nothing : view.book.access?.refusal(toWrite: PerformancePlan.kind)
        },
        run: { list, view in
          view.book.evaluationCycles[list.cycle].map { PlanActions.act(on: list.chosen, list.need, $0, view) } ?? .none
        }),
      Command(
        "needs.mark", Text("Tandai baris", en: "Mark the row"), keys: ["space"], label: Text("Tandai", en: "Mark")
      ) { list, _ in
        guard let item = list.selected else { return .none }
        if list.marked.remove(item) == nil { list.marked.insert(item) }
        list.grid.move(.down, of: list.items.count)
        return .none
      },
      ActionMenu.command("needs.actions"),
      Command("needs.markAll", Text("Tandai semua yang tampil", en: "Mark all shown"), letter: "a") { list, _ in
        list.marked.formUnion(list.items)
        return .none
      },
      Command("needs.unmark", Text("Hapus semua tanda", en: "Clear all marks"), letter: "0") { list, _ in
        list.marked.removeAll()
        return .none
      },
      Command(
        "needs.assessor", Text("Pilih penilai lain", en: "Choose another assessor"), letter: "p", saves: true,
        refusal: { list, _ in list.chosenPlans.isEmpty ? .noPlans : nil },
        run: { list, view in
          PlanActions.chooseAssessor(for: list.chosenPlans, first: list.need.usualReason, view)
        }),
      Command.employeeFile("needs.file", letter: "b", none: .nothing) { list, view in
        list.selected.map { view.book.employees.table.id(of: $0.employee) }
      },
      Command(
        "needs.clear", Text("Hapus ketikan atau tanda, lalu kembali", en: "Clear typing or marks, then back"),
        keys: ["f3", "esc"], label: Text("Kembali", en: "Back")
      ) { list, _ in
        if !list.typing.isEmpty {
          list.typing = ""
        } else if !list.marked.isEmpty {
          list.marked.removeAll()
        } else {
          return .pop
        }
        return .none
      },
    ]

  /// The plans of the marked rows, or of the one under the cursor.
  private var chosenPlans: [ID<PerformancePlan>] {
    (marked.isEmpty ? [selected].compactMap(\.self) : chosen).compactMap(\.plan)
  }
}

extension Book {
  /// A person's name for a cell.
  func personName(_ id: ID<Employee>?) -> String { id.flatMap { label(of: $0.raw, kind: Employee.kind.name) } ?? "-" }
}

extension Text {
  fileprivate static let nothing = Text("Tidak ada yang perlu dikerjakan di sini.", en: "There is nothing to do here.")
  fileprivate static let noPlans = Text("Belum ada SKP di sini", en: "There is no plan here yet")
  fileprivate static let byHand = Text(
    "Catat jabatannya di berkas pegawai dulu", en: "Record the position in the person's file first")
}
