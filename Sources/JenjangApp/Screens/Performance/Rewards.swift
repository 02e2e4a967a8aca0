import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

extension ScreenEntry {
  static let rewards = ScreenEntry(
    name: "rewards", title: Text("Penghargaan kinerja", en: "Rewards"), group: .performance,
    count: { view in view.count(view.book.rewardNominations.table.count) }, make: { _ in Rewards() })
}

/// Who could be nominated by the rule, and what became of those who were.
struct Rewards: GroupedScreen {
  static let noun = "rewards"

  enum Item {
    case nominee(RewardNominees.Nominee)
    case nomination(RewardNomination)

    var id: RecordID {
      switch self {
      case .nominee(let nominee): nominee.employee.raw
      case .nomination(let nomination): nomination.id.raw
      }
    }

    var nomination: RewardNomination? { if case .nomination(let nomination) = self { nomination } else { nil } }
    var nominee: RewardNominees.Nominee? { if case .nominee(let nominee) = self { nominee } else { nil } }
  }

  var rows = GroupedRows<Item>()
  var marked: Set<RecordID> = []
  private(set) var nominees: [RewardNominees.Nominee] = []
  /// The user is left out: nobody decides about oneself.
  private(set) var hasLeftOut = false
  private var nominations: [RewardNomination] = []
  private var search: RewardNominees?
  private var readRevision = -1

  func title(_ view: View) -> String { view(Text("Penghargaan kinerja", en: "Rewards")) }
  func refusal(_ view: View) -> Text? { view.book.access?.refusal(toSee: RewardNomination.kind) }
  var isComplete: Bool { search?.isComplete ?? false }

  func hint(_ view: View) -> (left: String, right: String) {
    let left = Text("Spasi menandai; F9 mengusulkan atau memutus.", en: "Space marks; F9 nominates or decides.")
    let count = view.count(marked.count)
    let right = marked.isEmpty ? "" : view(Text("\(count) ditandai", en: "\(count) marked"))
    return (view(isComplete ? left : .computing), right)
  }

  func help(_ view: View) -> [Text] {
    [
      Text(
        "Calon ditemukan menurut aturan reward-nomination; syaratnya parameter instansi.",
        en: "The rule reward-nomination finds the nominees; its conditions are the agency's parameters."),
      Text(
        "Pemberian menulis penghargaan ke berkas pegawai dalam simpanan yang sama.",
        en: "Granting puts the award into the person's file in the same commit."),
    ]
  }

  mutating func refresh(_ view: View) {
    if readRevision != view.book.revision {
      readRevision = view.book.revision
      nominations = view.book.rewardNominations.all
      search = nil
    }
    fill(view)
  }

  /// The nominees are looked for while nothing is pressed.
  mutating func idle(_ view: View) -> Bool {
    guard !isComplete else { return false }
    var search = search ?? RewardNominees(view.book)
    self.search = nil
    let end = view.session.clock.milliseconds() + 15
    repeat { search.advance(100, in: view.book) } while !search.isComplete && view.session.clock.milliseconds() < end
    self.search = search
    guard search.isComplete else { return true }
    let own = view.book.access?.actor.person
    let found = search.nominees
    nominees = found.filter { $0.employee.raw != own }
    hasLeftOut = nominees.count < found.count
    fill(view)
    return true
  }

  private mutating func fill(_ view: View) {
    let states: [NominationState] = [.proposed, .approved, .granted, .declined]
    let groups =
      [(title: Text("Calon menurut aturan", en: "Nominees by the rule"), items: nominees.map { Item.nominee($0) })]
      + states.map { state in
        (title: state.title, items: nominations.filter { $0.state == state }.map { Item.nomination($0) })
      }
    rows.fill(groups.filter { !$0.items.isEmpty }, view: view) { item in
      view.person(item.nomination?.employee ?? item.nominee?.employee)
    }
  }

  /// The marked things, or the one under the cursor.
  var chosen: [Item] {
    let all = rows.entries.compactMap { entry -> Item? in if case .item(let item) = entry { item } else { nil } }
    let some = all.filter { marked.contains($0.id) }
    return some.isEmpty ? [rows.selected].compactMap(\.self) : some
  }

  mutating func mark() {
    guard let item = rows.selected else { return rows.move(.down) }
    if marked.remove(item.id) == nil { marked.insert(item.id) }
    rows.move(.down)
  }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    guard rows.total > 0 else {
      frame.put(
        view(isComplete ? .none : .computing), x: area.x + 3, y: area.y + 1, role: .textMuted, width: area.width - 4)
      return
    }
    let marked = marked
    rows.draw(Rewards.columns, into: &frame, area, view: view) { item in
      let isMarked = marked.contains(item.id)
      return GridRow(cells: Rewards.cells(item, view), role: isMarked ? .rowMarked : .row, mark: isMarked ? "x" : "")
    }
  }

  private static func cells(_ item: Item, _ view: View) -> [String] {
    switch item {
    case .nominee(let nominee):
      let rating = nominee.evaluation.predicate.map { view($0.title) } ?? ""
      return [
        view.person(nominee.employee), view(nominee.kind.title), rating, nominee.innovation == nil ? "" : "✓", "",
      ]
    case .nomination(let nomination):
      return [
        view.person(nomination.employee), nomination.kind.map { view($0.title) } ?? "",
        nomination.evaluation.flatMap { view.book.evaluations[$0]?.predicate }.map { view($0.title) } ?? "",
        nomination.innovation == nil ? "" : "✓", nomination.decreeNumber ?? nomination.proposedOn?.display ?? "",
      ]
    }
  }

  private static let columns = [
    RowGrid.Column(title: Text("Pegawai", en: "Employee"), width: 22, grows: true, wish: 44),
    RowGrid.Column(title: Text("Penghargaan", en: "Reward"), width: 20, grows: true, wish: 44),
    RowGrid.Column(title: Text("Predikat", en: "Rating"), width: 12, wish: 16),
    RowGrid.Column(title: Text("Inovasi", en: "Innov."), width: 7),
    RowGrid.Column(title: Text("SK/tanggal", en: "Decree/day"), width: 12, wish: 24),
  ]
}

extension Text {
  fileprivate static let computing = Text("mencari calon menurut aturan …", en: "looking for nominees by the rule …")
  fileprivate static let none = Text(
    "Belum ada calon: tidak ada hasil tahunan yang memenuhi syarat. F2 parameters: syaratnya.",
    en: "No nominees: no yearly result meets the conditions. F2 parameters: the conditions.")
}
