import JenjangDomain

extension DocumentMaker {
  /// A performance plan (SKP) with its results, behaviour and annex, for both to sign.
  public func plan(_ plan: PerformancePlan) -> PaperDocument {
    let day = plan.start ?? book.day
    var document = document(
      Text("Sasaran Kinerja Pegawai", en: "Performance plan"), subtitle: span(plan.start, plan.end))
    document.parts = heads(of: plan, on: day)
    document.parts.append(.heading(say(Text("Hasil kerja", en: "Work results"))))
    document.parts.append(.table(results(of: plan)))
    document.parts.append(.heading(say(Text("Perilaku kerja", en: "Work behaviour"))))
    document.parts.append(.table(behaviour(of: plan)))
    let annex = [
      (Text("Dukungan sumber daya", en: "Resources"), plan.resources),
      (Text("Skema pertanggungjawaban", en: "Accountability scheme"), plan.accountability),
      (Text("Konsekuensi", en: "Consequences"), plan.consequences),
    ]
    for (title, text) in annex {
      guard let text, !text.isEmpty else { continue }
      document.parts += [.heading(say(title)), .paragraph(text)]
    }
    let agreed = plan.agreedOn.map { Text("Ditetapkan \($0.display)", en: "Agreed on \($0.display)") }
    document.parts.append(.paragraph(say(agreed ?? plan.state?.title ?? .verbatim(""))))
    document.parts.append(
      .signatures([
        signature(Text("Pegawai yang dinilai", en: "The person"), plan.employee, on: day, position: plan.title),
        signature(Text("Pejabat penilai kinerja", en: "The assessor"), plan.assessor, on: day),
      ]))
    document.foot = foot([])
    return document
  }

  /// The person and the assessor as they were on the plan's first day.
  func heads(of plan: PerformancePlan, on day: Day) -> [DocumentPart] {
    [
      .heading(say(Text("Pegawai yang dinilai", en: "The person"))),
      .pairs(identity(plan.employee, on: day, position: plan.title, unit: plan.unit)),
      .heading(say(Text("Pejabat penilai kinerja", en: "The assessor"))), .pairs(identity(plan.assessor, on: day)),
    ]
  }

  private func results(of plan: PerformancePlan) -> DocumentTable {
    var table = DocumentTable(
      [
        .init("No", isNumber: true), .init(say(Text("Hasil kerja atasan yang didukung", en: "Serves")), weight: 4),
        .init(say(Text("Hasil kerja", en: "Work result")), weight: 6),
        .init(say(Text("Aspek", en: "Aspect")), weight: 2),
        .init(say(Text("Indikator", en: "Indicator")), weight: 5), .init("Target", weight: 3),
      ], empty: say(Text("belum ada hasil kerja", en: "no results yet")))
    for result in book.results(of: plan.id) {
      let indicators = book.indicators.owned(by: result.id.raw)
      let kind = result.kind == .additional ? say(Text(" (tambahan)", en: " (additional)")) : ""
      let head = [
        "\(result.number ?? 0)", result.serves.flatMap { book.workResults[$0]?.text } ?? "-",
        (result.text ?? "") + kind,
      ]
      if indicators.isEmpty { table.append(head) }
      for (place, indicator) in indicators.enumerated() {
        let unit = indicator.unit.map { " " + $0 } ?? ""
        let cells = [
          indicator.aspect.map { say($0.title) } ?? "", indicator.text ?? "", (indicator.target ?? "") + unit,
        ]
        table.append((place == 0 ? head : ["", "", ""]) + cells)
      }
    }
    return table
  }

  private func behaviour(of plan: PerformancePlan) -> DocumentTable {
    let special = book.behaviourExpectations.owned(by: plan.id.raw)
    var table = DocumentTable(
      [
        .init(say(Text("Nilai", en: "Value")), weight: 2),
        .init(say(Text("Panduan perilaku", en: "Guidance")), weight: 5),
        .init(say(Text("Ekspektasi khusus pimpinan", en: "The leader's expectation")), weight: 4),
      ], empty: "-")
    for value in BehaviourValue.allCases {
      let guidance = value.guidance.map { "- " + say($0) }.joined(separator: "\n")
      table.append([say(value.title), guidance, special.first { $0.value == value }?.text ?? "-"])
    }
    return table
  }
}
