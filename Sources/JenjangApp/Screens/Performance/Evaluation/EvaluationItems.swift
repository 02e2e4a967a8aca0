import JenjangDomain
import TerminalKit

/// The items of one evaluation, a line each: results, values, the judgement of both, and what follows.
enum EvaluationItems {
  /// The column in which the ratings are typed.
  static let now = "now"

  static func columns(_ person: EvaluatedPerson, _ period: EvaluationPeriod) -> [GridEntryColumn] {
    [
      GridEntryColumn(
        key: "target", title: .verbatim("Target"), head: .verbatim("Target"), width: 13, cell: .fixed),
      GridEntryColumn(
        key: "done", title: Text("Realisasi", en: "Done"), head: Text("Realisasi", en: "Done"), width: 10, cell: .fixed),
      GridEntryColumn(
        key: "before", title: Text("Periode lalu", en: "Last period"), head: Text("Lalu", en: "Last"), width: 4,
        cell: .fixed),
      GridEntryColumn(
        key: now, title: Text("Nilai", en: "Rating"), head: Text("Nilai", en: "Rating"), width: 12,
        cell: .choice(GridChoice.ratings), group: 1, grows: true),
    ]
  }

  static func lines(_ person: EvaluatedPerson, _ view: View) -> [GridEntryLine] {
    let standings = view.book.standings(of: person.plan.id)
    let results = person.results.map { result in
      line(
        .result(result.number ?? 0), "\(result.number ?? 0) \(result.text ?? "")", person, target: target(result, view),
        done: done(standings.first { $0.result == result.id }, view))
    }
    let values = BehaviourValue.allCases.map { line(.value($0), "\($0.rawValue) \(view($0.title))", person) }
    return [heading("h1", Text("HASIL KERJA", en: "WORK RESULTS"), view)] + results
      + [heading("h2", Text("PERILAKU KERJA", en: "WORK BEHAVIOUR"), view)] + values
      + [
        heading("h3", Text("KESIMPULAN", en: "JUDGEMENT"), view),
        line(.work, view(Text("Hasil kerja keseluruhan", en: "Work as a whole")), person),
        line(.behaviour, view(Text("Perilaku keseluruhan", en: "Behaviour as a whole")), person),
        line(.note, view(Text("Catatan", en: "Note")), person),
        line(.recommendation, view(Text("Rekomendasi (1-5, F4)", en: "Recommendation (1-5, F4)")), person),
        line(.recommendationNote, view(Text("Isi rekomendasi", en: "What is recommended")), person),
      ]
  }

  private static func heading(_ key: String, _ title: Text, _ view: View) -> GridEntryLine {
    GridEntryLine(
      key: key, title: view(title), cells: ["", "", "", ""], kinds: [.fixed, .fixed, .fixed, .fixed], role: .heading,
      isHeading: true)
  }

  private static func line(
    _ cell: EvaluationCell, _ title: String, _ person: EvaluatedPerson, target: String = "", done: String = ""
  ) -> GridEntryLine {
    let before = person.previous.map { cell.text(of: $0) } ?? ""
    let mark = GridChoice.ratings.first { $0.value == before }?.mark ?? ""
    return GridEntryLine(
      key: cell.key, title: title, cells: [target, done, mark, cell.text(of: person.evaluation)], lock: person.lock,
      kinds: [.fixed, .fixed, .fixed, cell.kind])
  }

  /// The target of the first indicator, with how many more there are.
  private static func target(_ result: WorkResult, _ view: View) -> String {
    let indicators = view.book.indicators.owned(by: result.id.raw)
    guard let first = indicators.first else { return "" }
    let more = indicators.count > 1 ? " +\(indicators.count - 1)" : ""
    return [first.target, first.unit].compactMap(\.self).joined(separator: " ") + more
  }

  /// How much of the first indicator was realised, or how often something was reported where it is in words.
  private static func done(_ standing: TargetStanding?, _ view: View) -> String {
    guard let standing, standing.entries > 0 else { return "-" }
    guard standing.target != nil, standing.realised.units != 0 else { return "\(standing.entries)×" }
    return standing.realised.shortWords(view)
  }

  /// What stands below the items: all that helps to rate the one under the cursor.
  static func detail(_ key: String, _ person: EvaluatedPerson, width: Int, _ view: View) -> Page {
    var page = Page(width: width)
    switch EvaluationCell(key: key) {
    case .result(let number)?:
      guard let result = person.results.first(where: { $0.number == number }) else { break }
      page.paragraph(result.text ?? "", indent: 0, role: .textStrong)
      for indicator in view.book.indicators.owned(by: result.id.raw) {
        let aspect = indicator.aspect.map { view($0.title) } ?? ""
        let target = [indicator.target, indicator.unit].compactMap(\.self).joined(separator: " ")
        page.item(aspect, "\(indicator.text ?? "") : \(target)", labelWidth: 9)
      }
      for entry in view.book.progressEntries.owned(by: result.id.raw).suffix(4).reversed() {
        page.item(entry.date?.display ?? "", entry.text ?? "", labelWidth: 10)
      }
    case .value(let value)?:
      for (place, text) in value.guidance.enumerated() {
        page.item("\(place + 1)", view(text), labelWidth: 2)
      }
      let expected = view.book.behaviourExpectations.owned(by: person.plan.id.raw).first { $0.value == value }
      if let text = expected?.text { page.item("*", text, labelWidth: 2, role: .textStrong) }
    case .note?:
      page.paragraph(view(.noteWhy), indent: 0, role: .textMuted)
      if let note = person.previous?.note { page.paragraph(view(.before) + note, indent: 0, role: .textMuted) }
    case .recommendation?:
      page.paragraph(
        GridChoice.recommendations.map { "\($0.key) \(view($0.title))" }.joined(separator: "   "), indent: 0)
    default: break
    }
    return page
  }
}

extension Decimal {
  /// Without zeros behind the point.
  func shortWords(_ view: View) -> String {
    var text = view(words)
    guard scale > 0 else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(",") || text.hasSuffix(".") { text.removeLast() }
    return text
  }
}

extension Text {
  fileprivate static let noteWhy = Text(
    "Wajib bila ada kesimpulan di bawah ekspektasi; ditulis untuk pegawainya.",
    en: "Needed where a judgement is below expectation; written for the person.")
  fileprivate static let before = Text("Periode lalu: ", en: "Last period: ")
}
