import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// Several submitted plans before they are agreed together: how each differs from the one before, and what hinders it.
enum PlanReview {
  static func screen(_ ids: [ID<PerformancePlan>], _ view: View) -> Reader {
    let agree = Command<Reader>(
      "plans.agreeAll", Text("Tetapkan semua yang dapat ditetapkan", en: "Agree all that can be"),
      keys: ["f10", "ctrl-s"], label: Text("Tetapkan", en: "Agree"), saves: true,
      refusal: { _, view in
        let (ready, refusal) = PlanActions.ready(ids, .agree, view)
        return ready.isEmpty ? refusal : nil
      },
      run: { _, view in PlanActions.take(.agree, ids, view, then: .pop) })
    let giveBack = Command<Reader>(
      "plans.returnAll", Text("Kembalikan semuanya", en: "Return all"), keys: ["f8"],
      label: Text("Kembalikan", en: "Return"), saves: true,
      run: { _, _ in .all([.pop, PlanActions.giveBack(ids)]) })
    let returned = ReturnedPlans(ids, view)
    return Reader(
      heading: { view in
        let count = view.count(PlanActions.ready(ids, .agree, view).plans.count)
        let all = view.count(ids.count)
        return view(Text("Tetapkan \(count) dari \(all) SKP", en: "Agree \(count) of \(all) plans"))
      }, actions: [agree, giveBack], readsOn: returned.readNext,
      write: { page, view in
        for plan in ids.prefix(300).compactMap({ view.book.performancePlans[$0] }) {
          write(plan, returned: returned.version(of: plan.id), into: &page, view)
        }
        guard ids.count > 300 else { return }
        let rest = view.count(ids.count - 300)
        page.paragraph(view(Text("… dan \(rest) SKP lagi", en: "… and \(rest) more plans")), role: .textMuted)
      })
  }

  private static func write(
    _ plan: PerformancePlan, returned: ReturnedPlans.Version, into page: inout Page, _ view: View
  ) {
    page.heading(view.book.personName(plan.employee), remark: plan.title ?? "")
    if let refusal = view.book.refusal(of: .agree, on: plan) {
      page.paragraph("! " + view(refusal), indent: 2, role: .messageBad)
    }
    if returned.isWaiting { page.paragraph(view(.readingBack), indent: 2, role: .textMuted) }
    if let returned = returned.plan {
      let reason = plan.returnReason?.title ?? .verbatim("-")
      let note = plan.returnNote.map { ". " + $0 } ?? ""
      page.paragraph(
        view(
          Text(
            "Sejak dikembalikan (\(reason.indonesian)\(note)):", en: "Since it was returned (\(reason.english)\(note)):"
          )),
        indent: 2, role: .textStrong)
      let mended = PlanDifference(from: returned, to: PlanVersion(plan.id, in: view.book))
      for line in mended.lines { write(line, into: &page, view) }
      if mended.lines.isEmpty { page.paragraph(view(.nothingMended), indent: 2, role: .messageWarn) }
    }
    guard let before = view.book.planBefore(plan) else {
      for result in view.book.results(of: plan.id) { page.paragraph("+ " + (result.text ?? ""), indent: 2) }
      return page.paragraph(view(.noneBefore), indent: 2, role: .textMuted)
    }
    let difference = PlanDifference(
      from: PlanVersion(before.id, in: view.book), to: PlanVersion(plan.id, in: view.book))
    let year = before.start?.year ?? 0
    let same = difference.unchanged
    page.paragraph(
      view(Text("Dibanding \(year): \(same) hasil kerja sama", en: "Against \(year): \(same) results are the same")),
      indent: 2, role: .textMuted)
    for line in difference.lines { write(line, into: &page, view) }
  }

  private static func write(_ line: PlanDifference.Line, into page: inout Page, _ view: View) {
    switch line {
    case .added(let text): page.paragraph("+ " + text, indent: 2, role: .messageGood)
    case .removed(let text): page.paragraph("- " + text, indent: 2, role: .messageWarn)
    case .reworded(let old, let new):
      page.paragraph("- " + old, indent: 2, role: .textMuted)
      page.paragraph("~ " + new, indent: 2)
    case .target(let text, let old, let new):
      page.paragraph("~ " + text, indent: 2)
      page.row("", old, new, role: .value)
    case .expectation(let value, let old, let new):
      page.row(view(value.title), old ?? "-", new ?? "-", role: .value)
    }
  }
}

/// The plans that come again, as they were when they were given back: read from the journal one by one.
@MainActor private final class ReturnedPlans {
  struct Version {
    var plan: PlanVersion?
    var isWaiting = false
  }

  private var found: [ID<PerformancePlan>: PlanVersion] = [:]
  private var waiting: [ID<PerformancePlan>]

  init(_ ids: [ID<PerformancePlan>], _ view: View) {
    waiting = ids.filter { view.book.performancePlans[$0]?.returnReason != nil }.reversed()
  }

  func version(of plan: ID<PerformancePlan>) -> Version {
    Version(plan: found[plan], isWaiting: waiting.contains(plan))
  }

  /// False when nothing was left to be read.
  func readNext(_ view: View) -> Bool {
    guard let id = waiting.popLast() else { return false }
    if let plan = view.book.performancePlans[id] { found[id] = PlanVersion(returned: plan, view) }
    return true
  }
}

extension PlanVersion {
  /// A plan as it was when it was last given back; nil where the journal does not say it.
  fileprivate init?(returned plan: PerformancePlan, _ view: View) {
    do throws(StoreError) {
      let isReturn = { (changes: [String: Change]) in changes["state"]?.new?.text == PlanState.returned.rawValue }
      guard
        let earlier = try Earlier(
          view.session.store, of: plan.id.raw, kind: PerformancePlan.kind.name, where: isReturn)
      else { return nil }
      let results = try earlier.objects(WorkResult.kind.name, of: plan.id.raw)
      var indicators: [Indicator] = []
      for result in results {
        indicators += try earlier.objects(Indicator.kind.name, of: result.id).map {
          Indicator(id: $0.id, object: $0.object)
        }
      }
      self.init(
        results: results.map { WorkResult(id: $0.id, object: $0.object) }, indicators: indicators,
        expectations: try earlier.objects(BehaviourExpectation.kind.name, of: plan.id.raw)
          .map { BehaviourExpectation(id: $0.id, object: $0.object) })
    } catch {
      return nil
    }
  }
}

extension Text {
  fileprivate static let noneBefore = Text(
    "SKP pertama; tidak ada pembanding", en: "The first plan; nothing to compare")
  fileprivate static let readingBack = Text(
    "membaca isinya ketika dikembalikan …", en: "reading what it was when it was returned …")
  fileprivate static let nothingMended = Text("Isinya tidak diubah.", en: "Nothing in it was changed.")
}
