import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// What the organisations achieved: units down, the periods of a cycle across, typed in place.
struct AchievementGrid: GridEntryScreen {
  static let noun = "achievements"

  var entry = GridEntry()
  private let period: ID<EvaluationPeriod>
  private let cycle: ID<EvaluationCycle>?
  private var periods: [EvaluationPeriod] = []
  private var readFor: (revision: Int, language: Language)?

  init(_ period: EvaluationPeriod, view: View) {
    self.period = period.id
    cycle = period.cycle
  }

  static let maker = GridMaker(name: noun) { about, view in
    about["period"].flatMap { RecordID($0) }.flatMap { view.book.evaluationPeriods[ID($0)] }
      .map { AchievementGrid($0, view: view) }
  }
  var draftContext: [String: String] { ["period": period.raw.text] }

  func title(_ view: View) -> String { view(Text("Capaian organisasi", en: "Organisation achievements")) }

  func hint(_ view: View) -> (left: String, right: String) {
    return (
      view(
        Text(
          "Ketik 1-5; F10 menyimpan dan menghitung ulang pimpinannya.",
          en: "Type 1-5; F10 saves and rates the heads anew.")),
      unsaved(view)
    )
  }

  func help(_ view: View) -> [Text] {
    [
      Text(
        "Capaian organisasi memandu distribusi predikat unitnya dan menjadi nilai hasil kerja pimpinannya.",
        en: "An achievement guides the ratings of the unit and is the work rating of its head."),
      Text(
        "Penilaian pimpinan yang belum disampaikan dihitung ulang dalam simpanan yang sama.",
        en: "Evaluations of heads that are not released are judged anew in the same saving."),
    ]
  }

  mutating func refresh(_ view: View) {
    let now = (revision: view.book.revision, language: view.language)
    if let readFor, readFor == now { return }
    readFor = now
    periods = cycle.map { view.book.periods(of: $0) } ?? []
    let columns = periods.map { period in
      let name = period.name ?? "?"
      let short = period.isAnnual ? Text("Tahun", en: "Year") : .verbatim("P\(period.number ?? 0)")
      return GridEntryColumn(
        key: period.id.raw.text, title: .verbatim(name), head: short, width: view.size.columns >= 120 ? 14 : 6,
        cell: .choice(GridChoice.achievements), group: 1)
    }
    let known = achievements(view)
    let lock = view.book.access?.refusal(toWrite: OrganisationAchievement.kind)
    let lines = UnitTree(view.book, on: view.today).nodes.map { node in
      GridEntryLine(
        key: node.unit.id.raw.text, title: String(repeating: " ", count: node.depth) + (node.unit.name ?? "?"),
        cells: periods.map { known[node.unit.id]?[$0.id]?.predicate?.rawValue ?? "" }, lock: lock)
    }
    if entry.columns.isEmpty { entry.goesDown = true }
    entry.show(columns, lines)
    resumeDraft(view)
  }

  private func achievements(_ view: View) -> [ID<Unit>: [ID<EvaluationPeriod>: OrganisationAchievement]] {
    var known: [ID<Unit>: [ID<EvaluationPeriod>: OrganisationAchievement]] = [:]
    for record in view.book.organisationAchievements.all {
      if let unit = record.unit, let period = record.period { known[unit, default: [:]][period] = record }
    }
    return known
  }

  mutating func changed(_ view: View) {}

  /// What the unit achieved in the period before.
  func previous(_ line: Int, _ column: Int, _ view: View) -> String? {
    column > 0 ? entry.value(line, column - 1) : nil
  }

  static let commandTable: [Command<AchievementGrid>] = pageCommands + entryCommands

  /// Saves what was typed, and with it the evaluations of heads that follow from it.
  mutating func save(_ view: View) -> Effect {
    readFor = nil
    refresh(view)
    let known = achievements(view)
    var operations: [JenjangDomain.Operation] = []
    var decided: [ID<EvaluationPeriod>: [ID<Unit>: OrganisationPredicate?]] = [:]
    for (place, typed) in entry.typed.sorted(by: { $0.key.line + $0.key.column < $1.key.line + $1.key.column }) {
      guard let unit = RecordID(place.line).map({ ID<Unit>($0) }),
        let period = RecordID(place.column).map({ ID<EvaluationPeriod>($0) })
      else { continue }
      let predicate = OrganisationPredicate(rawValue: typed.value)
      decided[period, default: [:]][unit] = .some(predicate)
      if let operation = operation(known[unit]?[period], unit, period, predicate, view) { operations.append(operation) }
    }
    guard !operations.isEmpty else { return .say(Text("Tidak ada yang diubah", en: "Nothing was changed")) }
    var heads: [JenjangDomain.Operation] = []
    for period in periods {
      if let units = decided[period.id] {
        heads += HeadRatings.operations(period, units, in: view.book, on: view.today)
      }
    }
    heads.removeAll { view.book.access?.refusal(of: [$0], in: view.book) != nil }
    return SaveOperations.effect(
      Text("Menyimpan capaian", en: "Saving achievements"), operations + heads,
      done: .saved(operations.count, heads: heads.count), then: draftDropped, view)
  }

  private func operation(
    _ known: OrganisationAchievement?, _ unit: ID<Unit>, _ period: ID<EvaluationPeriod>,
    _ predicate: OrganisationPredicate?, _ view: View
  ) -> JenjangDomain.Operation? {
    guard predicate != nil else {
      guard let known, let row = view.book.organisationAchievements.table.row(of: known.id.raw) else { return nil }
      let table = view.book.organisationAchievements.table
      return .delete(
        kind: OrganisationAchievement.kind.name, id: known.id.raw, base: table.revision(of: row), object: known.object)
    }
    var record = known ?? OrganisationAchievement(id: ID(view.session.newID()))
    record.unit = unit
    record.period = period
    record.predicate = predicate
    record.decidedOn = view.today
    return view.book.organisationAchievements.saving(record)
  }

  mutating func refused(_ error: StoreError, view: View) -> Effect? {
    if case .conflict(OrganisationAchievement.kind.name, _, _) = error { readFor = nil }
    return nil
  }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    var rest = area
    let head = rest.cutTop(1)
    frame.put(view(.keys), x: head.x + 1, y: head.y, role: .textStrong, width: head.width - 2)
    guard !periods.isEmpty else {
      let text = Text("Belum ada siklus kinerja.", en: "There is no performance cycle yet.")
      frame.put(view(text), x: rest.x + 3, y: rest.y + 1, role: .textMuted, width: rest.width - 4)
      return
    }
    let width = max(20, min(60, rest.width - periods.count * 8 - 8))
    entry.draw(into: &frame, rest, title: Text("Unit kerja", en: "Work unit"), titleWidth: width, view: view)
  }
}

extension Text {
  fileprivate static let keys = Text(
    "5 istimewa  4 baik  3 butuh perbaikan  2 kurang  1 sangat kurang  . kosong",
    en: "5 excellent  4 good  3 needs improvement  2 poor  1 very poor  . clear")
  fileprivate static func saved(_ count: Int, heads: Int) -> Text {
    let more =
      heads == 0 ? Text.verbatim("") : Text(", \(heads) pimpinan dinilai ulang", en: ", \(heads) heads rated anew")
    return Text(
      "\(count) capaian tersimpan\(more.indonesian)", en: "\(count) achievements saved\(more.english)")
  }
}
