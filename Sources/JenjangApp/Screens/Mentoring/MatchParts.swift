import JenjangDomain
import TerminalKit

/// The parts of a match score, each as a bar with its weight: why two people fit.
struct MatchParts {
  let parts: [MatchPart: Int]
  let weights: ByCode<MatchPart, Int>
  /// The names of the competencies in which the mentor has what the mentee lacks.
  let strengths: [String]

  init(_ score: MatchScore, names: CompetencyNames, _ view: View) {
    self.init(MatchReasons(score), names: names, view)
  }

  init(_ reasons: MatchReasons, names: CompetencyNames, _ view: View) {
    parts = reasons.parts
    weights = view.book.law.find(MentoringMatch.weights, on: view.today)?.value ?? ByCode([:])
    strengths = reasons.strengths.map { names[$0] }
  }

  /// Rows that are needed in so many columns.
  static func height(width: Int) -> Int { (MatchPart.allCases.count + columns(width) - 1) / columns(width) + 1 }

  private static func columns(_ width: Int) -> Int { width >= 76 ? 2 : 1 }

  /// The bars in one or two columns, and below them what the mentor can give.
  func draw(into frame: inout Frame, _ area: Rect, view: View) {
    let columns = MatchParts.columns(area.width)
    let width = area.width / columns
    let rows = (MatchPart.allCases.count + columns - 1) / columns
    for (index, part) in MatchPart.allCases.enumerated() {
      let (x, y) = (area.x + index / rows * width, area.y + index % rows)
      guard y < area.bottom else { continue }
      let value = parts[part] ?? 0
      let bar = min(10, max(4, width - 34))
      let label = max(8, width - bar - 11)
      frame.put(view(part.title), x: x, y: y, role: .label, width: label)
      frame.bar(x: x + label + 1, y: y, width: bar, value: value, of: 100)
      let figure = String(repeating: " ", count: value < 10 ? 2 : value < 100 ? 1 : 0) + "\(value)"
      let end = frame.put(figure, x: x + label + bar + 2, y: y, role: .value, width: 3)
      frame.put(" ×\(weights[part] ?? 0)", x: end, y: y, role: .textMuted, width: 5)
    }
    guard area.y + rows < area.bottom, !strengths.isEmpty else { return }
    let words = view(Text("Dapat belajar: ", en: "Can learn: ")) + strengths.joined(separator: ", ")
    frame.put(words, x: area.x, y: area.y + rows, role: .text, width: area.width - 1)
  }
}
