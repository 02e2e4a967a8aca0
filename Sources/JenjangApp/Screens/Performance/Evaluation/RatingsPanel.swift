import JenjangDomain
import TerminalKit

/// The spread of a unit's predicates beside what its achievement suggests.
enum RatingsPanel {
  static func write(_ ratings: UnitRatings, into page: inout Page, _ view: View) {
    page.heading(view(.spread), remark: view.count(ratings.people))
    for predicate in PerformancePredicate.allCases {
      page.item(view(predicate.title), view.count(ratings[predicate]), labelWidth: 17)
    }
    page.blank()
    page.paragraph(achievement(ratings, view))
    for finding in ratings.judgement?.findings ?? [] {
      let values = [finding.found, finding.needed].compactMap { $0.map { view($0) } }.joined(separator: " / ")
      page.paragraph(
        DueRow.mark(finding.status) + view(finding.condition) + ": " + values, role: RuleWords.role(finding.status))
    }
    page.blank()
    page.paragraph(view(.guidance), role: .textMuted)
  }

  static func achievement(_ ratings: UnitRatings, _ view: View) -> String {
    view(Text("Capaian organisasi: ", en: "Organisation: "))
      + (ratings.achievement.map { view($0.title) } ?? view(Text("belum ditetapkan", en: "not decided")))
  }

  /// `SB 3  B 20  BP 2  K 0  SK 0  dari 25`.
  static func line(_ ratings: UnitRatings, _ view: View) -> String {
    let counts = PerformancePredicate.allCases.map { "\(view($0.shortTitle)) \(ratings[$0])" }.joined(separator: "  ")
    return counts + view(Text("  dari \(ratings.people)", en: "  of \(ratings.people)"))
  }

  /// The first thing that does not follow the pattern; nil when all does.
  static func remark(_ ratings: UnitRatings, _ view: View) -> String? {
    guard let finding = ratings.remarks.first else { return nil }
    let needed = finding.needed.map { ", " + view($0) } ?? ""
    let more = ratings.remarks.count > 1 ? " (+\(ratings.remarks.count - 1))" : ""
    return DueRow.mark(finding.status) + view(finding.condition) + needed + more
  }

  /// Bars of the predicates, each with its count.
  static func draw(_ ratings: UnitRatings, into frame: inout Frame, _ area: inout Rect, _ view: View) {
    let heading = area.cutTop(1)
    frame.put(view(.spread), x: heading.x, y: heading.y, role: .heading, width: heading.width)
    for predicate in PerformancePredicate.allCases {
      let line = area.cutTop(1)
      frame.put(view(predicate.title), x: line.x, y: line.y, role: .label, width: 18)
      let count = view.count(ratings[predicate])
      frame.bar(
        x: line.x + 19, y: line.y, width: max(4, line.width - 26), value: ratings[predicate], of: ratings.people)
      frame.put(count, x: line.right - Width.of(count), y: line.y, role: .value)
    }
    _ = area.cutTop(1)
    var page = Page(width: area.width)
    page.paragraph(achievement(ratings, view), indent: 0)
    for finding in ratings.judgement?.findings ?? [] {
      let needed = finding.needed.map { ": " + view($0) } ?? ""
      page.paragraph(
        DueRow.mark(finding.status) + view(finding.condition) + needed, indent: 0, role: RuleWords.role(finding.status))
    }
    page.paragraph(view(.guidance), indent: 0, role: .textMuted)
    page.draw(from: 0, into: &frame, area)
    _ = area.cutTop(min(area.height, page.lines.count + 1))
  }
}

extension Text {
  fileprivate static let spread = Text("DISTRIBUSI PREDIKAT", en: "SPREAD OF RATINGS")
  fileprivate static let guidance = Text(
    "Pola ini pedoman untuk dijelaskan, bukan batas.", en: "The pattern is guidance to be justified, not a limit.")
}
