import JenjangDomain
import TerminalKit

/// The rows of a plan's page.
struct PlanLines {
  private let plan: PerformancePlan
  private let view: View
  private let standings: [TargetStanding]

  init(_ plan: PerformancePlan, _ view: View) {
    self.plan = plan
    self.view = view
    standings = view.book.standings(of: plan.id)
  }

  func lines(of part: PlanPage.Part) -> [PlanPage.Line] {
    switch part {
    case .results: results
    case .behaviour: behaviour
    case .progress: progress
    case .feedback: feedback
    case .annex: annex
    }
  }

  private var results: [PlanPage.Line] {
    let all = view.book.results(of: plan.id)
    let sorted = all.filter { $0.kind != .additional } + all.filter { $0.kind == .additional }
    return sorted.flatMap { result in [line(of: result)] + indicators(of: result) }
  }

  private func line(of result: WorkResult) -> PlanPage.Line {
    let number = result.number ?? 0
    let extra = result.kind == .additional ? view(Text(" (tambahan)", en: " (additional)")) : ""
    let text = result.text ?? ""
    let served = result.serves.flatMap { view.book.label(of: $0.raw, kind: WorkResult.kind.name) }
    let serves =
      served.map { view(Text("Mendukung: \($0)", en: "Serves: \($0)")) }
      ?? view(Text("Belum mendukung hasil kerja atasan (F4).", en: "Serves no result of the superior (F4)."))
    return PlanPage.Line(
      cells: ["\(number). \(text)\(extra)", "", "", result.weight.map { "\($0)%" } ?? ""], role: .textStrong,
      mark: result.serves == nil ? "" : "↑", text: "\(text)\(extra). \(serves)",
      record: (WorkResult.kind.name, result.id.raw), result: result.id)
  }

  private func indicators(of result: WorkResult) -> [PlanPage.Line] {
    view.book.indicators.owned(by: result.id.raw).map { indicator in
      let aspect = indicator.aspect.map { view($0.title) } ?? ""
      let target = [indicator.target, indicator.unit].compactMap(\.self).joined(separator: " ")
      let standing = standings.first { $0.indicator == indicator.id }
      return PlanPage.Line(
        cells: ["   " + (indicator.text ?? ""), target, share(standing), ""],
        text: "\(aspect): \(indicator.text ?? ""). \(view(Text("Target", en: "Aims at"))) \(target).",
        record: (Indicator.kind.name, indicator.id.raw), result: result.id, indicator: indicator.id)
    }
  }

  private func share(_ standing: TargetStanding?) -> String {
    guard let standing, standing.entries > 0 else { return "-" }
    return standing.percent.map { "\($0)%" } ?? view(Text("\(standing.entries) isian", en: "\(standing.entries) notes"))
  }

  private var behaviour: [PlanPage.Line] {
    let own = view.book.behaviourExpectations.owned(by: plan.id.raw)
    return BehaviourValue.allCases.flatMap { value -> [PlanPage.Line] in
      let expectation = own.first { $0.value == value }
      let guidance = value.guidance.map { view($0) }
      var head = PlanPage.Line(
        cells: [view(value.title), expectation?.text ?? view(.noExpectation)],
        role: expectation == nil ? .row : .textStrong, mark: expectation == nil ? "" : "*",
        text: expectation?.text ?? guidance.joined(separator: "; "), value: value)
      head.record = expectation.map { (BehaviourExpectation.kind.name, $0.id.raw) }
      let items = guidance.map { PlanPage.Line(cells: ["", "· " + $0], role: .textMuted, text: $0, value: value) }
      return [head] + items
    }
  }

  private var progress: [PlanPage.Line] {
    let numbers = Dictionary(
      view.book.results(of: plan.id).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let elapsed =
      plan.elapsed(on: view.today).map { view(Text("Waktu berjalan \($0)%.", en: "Time passed \($0)%.")) } ?? ""
    return standings.flatMap { standing -> [PlanPage.Line] in
      let result = numbers[standing.result]
      let indicator = standing.indicator.flatMap { view.book.indicators[$0] }
      let name = "\(result?.number ?? 0). \(indicator?.text ?? result?.text ?? "")"
      let target = [indicator?.target, indicator?.unit].compactMap(\.self).joined(separator: " ")
      let sum = standing.target == nil ? "" : FigureText.short(standing.realised)
      let head = PlanPage.Line(
        cells: [name, sum, standing.percent.map { String($0) } ?? "", standing.last?.date?.display ?? "-", ""],
        role: .textStrong, text: "\(result?.text ?? ""). \(view(Text("Target", en: "Aims at"))) \(target). \(elapsed)",
        record: nil, result: standing.result, indicator: standing.indicator)
      return [head] + entries(of: standing)
    }
  }

  private func entries(of standing: TargetStanding) -> [PlanPage.Line] {
    let single = standings.count { $0.result == standing.result } == 1
    let all = view.book.progressEntries.owned(by: standing.result.raw)
    return all.reversed().filter { $0.indicator == standing.indicator || $0.indicator == nil && single }.map { entry in
      let evidence = entry.evidence?.name ?? entry.link ?? ""
      return PlanPage.Line(
        cells: [
          "   " + (entry.text ?? ""), entry.amount.map { FigureText.short($0) } ?? "", "", entry.date?.display ?? "",
          evidence,
        ],
        text: (entry.text ?? "")
          + (evidence.isEmpty ? "" : ". " + view(Text("Bukti", en: "Evidence")) + ": " + evidence),
        record: (ProgressEntry.kind.name, entry.id.raw), result: standing.result, indicator: standing.indicator)
    }
  }

  private var feedback: [PlanPage.Line] {
    view.book.feedback.owned(by: plan.id.raw).reversed().map { feedback in
      let about =
        feedback.result.flatMap { view.book.label(of: $0.raw, kind: WorkResult.kind.name) }
        ?? feedback.value.map { view($0.title) }
      let direction = feedback.direction.map { view($0.title) } ?? ""
      let author = feedback.author.map { view.book.personName($0) } ?? direction
      let text = feedback.text ?? ""
      return PlanPage.Line(
        cells: [feedback.date?.display ?? "", author, text],
        text: [direction, about, text].compactMap(\.self).joined(separator: " · "),
        record: (Feedback.kind.name, feedback.id.raw), result: feedback.result, value: feedback.value)
    }
  }

  private var annex: [PlanPage.Line] {
    let parts: [(Text, String?)] = [
      (Text("Dukungan sumber daya", en: "Resources"), plan.resources),
      (Text("Skema pertanggungjawaban", en: "Accountability scheme"), plan.accountability),
      (Text("Konsekuensi", en: "Consequences"), plan.consequences),
      (Text("Catatan pengembalian", en: "Note on returning"), plan.returnNote),
    ]
    return parts.map { title, text in
      PlanPage.Line(
        cells: [view(title), text ?? "-"], text: text ?? "", record: (PerformancePlan.kind.name, plan.id.raw))
    }
  }
}

/// Amounts as people write them.
enum FigureText {
  /// Without places that say nothing: `12` for `12.00`.
  static func short(_ amount: Decimal) -> String {
    var text = amount.text
    guard text.contains(".") else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }
}

extension Text {
  fileprivate static let noExpectation = Text("(menurut panduan)", en: "(by the guidance)")
}
