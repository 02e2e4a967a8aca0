import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

extension ScreenEntry {
  static let objections = ScreenEntry(
    name: "objections", title: Objection.kind.plural, group: .performance,
    count: { view in
      let open = [ObjectionState.filed, .heard].map { state in
        view.book.objections.table.rows(Query(conditions: [Query.Condition("state", .equals(state.rawValue))])).count
      }
      return view.count(open.reduce(0, +))
    }, make: { _ in Objections() })
}

/// Every objection the user may see, by what it waits for: the user's own part first.
struct Objections: GroupedScreen {
  static let noun = "objections"

  /// One objection as it stands in the list.
  struct Item {
    let objection: Objection
    let name: String
    let period: String
    let isLate: Bool
    /// Until the ruling is expected; nil for closed ones.
    let daysLeft: Int?
  }

  var rows = GroupedRows<Item>()
  private var groups: [(title: Text, items: [Item])] = []
  private var readRevision = -1

  func title(_ view: View) -> String { view(Objection.kind.plural) }
  func refusal(_ view: View) -> Text? { view.book.access?.refusal(toSee: Objection.kind) }

  func hint(_ view: View) -> (left: String, right: String) {
    let left = Text("Enter membuka; F6 keberatan baru.", en: "Enter opens; F6 makes a new one.")
    return (view(rows.total == 0 ? .none : left), "")
  }

  func help(_ view: View) -> [Text] {
    [
      Text(
        "Keberatan didengar oleh atasan pejabat penilai; putusannya final.",
        en: "The assessor's superior hears an objection; the ruling is final."),
      Text(
        "Sisa hari dihitung sampai putusan diharapkan; angka minus berarti terlambat.",
        en: "Days left are counted to the day a ruling is expected; below zero it is late."),
    ]
  }

  static let commandTable: [Command<Objections>] =
    moveCommands + [
      Command(
        "objections.open", Text("Buka", en: "Open"), keys: ["enter"], label: Text("Buka", en: "Open"),
        refusal: { screen, _ in screen.rows.selected == nil ? .noObjection : nil },
        run: { screen, _ in screen.rows.selected.map { .push(ObjectionPage.screen($0.objection.id)) } ?? .none }),
      Command(
        "objections.new", Text("Keberatan baru", en: "New objection"), keys: ["f6", "ctrl-n"],
        label: Text("Baru", en: "New"), saves: true,
        refusal: { _, view in view.book.access?.refusal(toWrite: Objection.kind) },
        run: { _, view in .push(ObjectionFiling.chooser(view)) }),
      Command(
        "objections.print", Text("Cetak berkas keberatan", en: "Print the objection"), letter: "c",
        refusal: { screen, view in screen.rows.selected == nil ? .noObjection : view.refusal(.export) },
        run: { screen, _ in screen.rows.selected.map { .push(ObjectionPage.print($0.objection.id)) } ?? .none }),
    ]
    + closingCommands(
      next: Text("Kelompok berikut", en: "Next group"), previous: Text("Kelompok sebelumnya", en: "Previous group"))

  mutating func refresh(_ view: View) {
    if readRevision != view.book.revision {
      readRevision = view.book.revision
      groups = Objections.groups(view)
    }
    rows.fill(groups, view: view) { "\($0.name) \($0.period)" }
  }

  private static func groups(_ view: View) -> [(title: Text, items: [Item])] {
    var found: [Objections.Place: [Item]] = [:]
    let law = view.book.law
    for objection in view.book.objections.all {
      let item = Item(
        objection: objection, name: view.person(objection.employee),
        period: objection.evaluation.flatMap { view.book.evaluations[$0]?.period }
          .flatMap { view.book.evaluationPeriods[$0]?.name } ?? "",
        isLate: objection.isLate(in: view.book),
        daysLeft: objection.isOpen
          ? objection.rulingDue(by: law).map { Int($0.number - view.book.day.number) } : nil)
      found[place(of: objection, view), default: []].append(item)
    }
    return Place.allCases.compactMap { place in
      guard let items = found[place] else { return nil }
      let isClosed = place == .closed
      return (
        place.title,
        items.sorted { left, right in
          let days = (left.objection.filedOn ?? view.book.day, right.objection.filedOn ?? view.book.day)
          return isClosed ? days.0 > days.1 : days.0 < days.1
        }
      )
    }
  }

  /// What an objection waits for, as the user sees it.
  private enum Place: CaseIterable {
    case toHear
    case toAnswer
    case toKeep
    case open
    case closed

    var title: Text {
      switch self {
      case .toHear: Text("Untuk Anda periksa dan putuskan", en: "For you to hear and rule")
      case .toAnswer: Text("Untuk Anda tanggapi", en: "For you to answer")
      case .toKeep: Text("Perlu ditetapkan petugas", en: "An HR officer has to decide")
      case .open: Text("Menunggu", en: "Waiting")
      case .closed: Text("Selesai", en: "Closed")
      }
    }
  }

  private static func place(of objection: Objection, _ view: View) -> Place {
    guard objection.isOpen else { return .closed }
    let parts = objection.parts(of: view.book.access)
    let isKept = objection.hearer != nil && !objection.needsLateReason(in: view.book)
    if !isKept, parts.contains(.keeper) { return .toKeep }
    guard view.book.access != nil else { return .open }
    if parts.contains(.hearer), isKept { return .toHear }
    if parts.contains(.assessor), (objection.answer ?? "").isEmpty { return .toAnswer }
    return .open
  }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    guard rows.total > 0 else {
      frame.put(view(.none), x: area.x + 3, y: area.y + 1, role: .textMuted, width: area.width - 4)
      return
    }
    rows.draw(Objections.columns, into: &frame, area, view: view) { item in
      let objection = item.objection
      let state =
        objection.ruling.map { view($0.title) } ?? objection.state.map { view($0.title) } ?? ""
      let isOverdue = item.daysLeft.map { $0 < 0 } ?? false
      return GridRow(
        cells: [
          objection.filedOn?.display ?? "", item.name, item.period, item.daysLeft.map(String.init) ?? "",
          state + (item.isLate ? view(.late) : ""), view.person(objection.hearer),
        ], mark: isOverdue ? "!" : "")
    }
  }

  private static let columns = [
    RowGrid.Column(title: Text("Diajukan", en: "Filed"), width: 10),
    RowGrid.Column(title: Text("Pegawai", en: "Employee"), width: 18, grows: true, wish: 40),
    RowGrid.Column(title: Text("Periode", en: "Period"), width: 13, wish: 24),
    RowGrid.Column(title: Text("Sisa hari", en: "Days left"), width: 9, isRightAligned: true),
    RowGrid.Column(title: Text("Keadaan", en: "State"), width: 12, wish: 32),
    RowGrid.Column(title: Text("Pemeriksa", en: "Heard by"), width: 20, grows: true, wish: 40),
  ]
}

extension View {
  /// The name of somebody, also of whom the user may not open; empty for nobody.
  func person(_ id: ID<Employee>?) -> String {
    id.flatMap { book.employees[$0]?.fullName ?? book.label(of: $0.raw, kind: Employee.kind.name) } ?? ""
  }
}

extension Text {
  fileprivate static let none = Text(
    "Belum ada keberatan. F6 mengajukan keberatan atas hasil yang sudah disampaikan.",
    en: "There is no objection yet. F6 makes one to a released result.")
  fileprivate static let noObjection = Text("Pilih satu keberatan dulu", en: "Choose an objection first")
  fileprivate static let late = Text(", terlambat", en: ", late")
}
