import JenjangDomain

extension DocumentMaker {
  /// An evaluation with its ratings, the calibration and the ruling where there were any.
  public func evaluation(_ evaluation: Evaluation) -> PaperDocument {
    let plan = evaluation.plan.flatMap { book.performancePlans[$0] }
    let period = evaluation.period.flatMap { book.evaluationPeriods[$0] }
    let day = evaluation.end ?? book.day
    let start = [period?.start, plan?.start].compactMap(\.self).max()
    var document = document(
      Text("Evaluasi Kinerja Pegawai", en: "Performance evaluation"),
      subtitle: [period?.name, span(start, evaluation.end)].compactMap(\.self).joined(separator: ", "))
    document.parts = [
      .heading(say(Text("Pegawai yang dinilai", en: "The person"))),
      .pairs(identity(evaluation.employee, on: day, position: plan?.title, unit: plan?.unit)),
      .heading(say(Text("Pejabat penilai kinerja", en: "The assessor"))),
      .pairs(identity(evaluation.assessor, on: day)),
    ]
    document.parts += ratings(of: evaluation, plan) + judgement(of: evaluation) + afterwards(of: evaluation)
    document.parts.append(
      .signatures([
        signature(
          Text("Pegawai yang dinilai", en: "The person"), evaluation.employee, on: day, position: plan?.title),
        signature(Text("Pejabat penilai kinerja", en: "The assessor"), evaluation.assessor, on: day),
      ]))
    document.foot = foot([evaluation.policy])
    return document
  }

  private func ratings(of evaluation: Evaluation, _ plan: PerformancePlan?) -> [DocumentPart] {
    var table = DocumentTable(
      [
        .init("No", isNumber: true), .init(say(Text("Hasil kerja", en: "Work result")), weight: 6),
        .init(say(Text("Realisasi", en: "What was done")), weight: 6),
        .init(say(Text("Penilaian", en: "Rating")), weight: 3),
      ], empty: say(Text("SKP tanpa hasil kerja", en: "a plan without results")))
    for result in plan.map({ book.results(of: $0.id) }) ?? [] {
      let done = book.progressEntries.owned(by: result.id.raw).filter { entry in
        entry.date.map { date in evaluation.end.map { date <= $0 } ?? true } ?? true
      }
      table.append([
        "\(result.number ?? 0)", result.text ?? "",
        done.compactMap(\.text).suffix(3).joined(separator: "\n"),
        rating(result.number.flatMap { evaluation.results?[$0] }),
      ])
    }
    var behaviour = DocumentTable(
      [
        .init(say(Text("Nilai BerAKHLAK", en: "Value")), weight: 3),
        .init(say(Text("Penilaian", en: "Rating")), weight: 3),
      ], empty: "-")
    for value in BehaviourValue.allCases { behaviour.append([say(value.title), rating(evaluation[value])]) }
    return [
      .heading(say(Text("Hasil kerja", en: "Work results"))), .table(table),
      .heading(say(Text("Perilaku kerja", en: "Work behaviour"))), .table(behaviour),
    ]
  }

  private func judgement(of evaluation: Evaluation) -> [DocumentPart] {
    [
      .heading(say(Text("Kesimpulan", en: "Judgement"))),
      .pairs([
        DocumentPair(say(Text("Hasil kerja", en: "Work result")), rating(evaluation.finalWork)),
        DocumentPair(say(Text("Perilaku kerja", en: "Work behaviour")), rating(evaluation.finalBehaviour)),
        DocumentPair(
          say(Text("Predikat kinerja", en: "Performance rating")), evaluation.predicate.map { say($0.title) } ?? "-"),
        DocumentPair(say(Text("Catatan penilai", en: "Assessor's note")), evaluation.note ?? "-"),
        DocumentPair(
          say(Text("Rekomendasi", en: "Recommendation")),
          [evaluation.recommendation.map { say($0.title) }, evaluation.recommendationNote].compactMap(\.self)
            .joined(separator: ": ")),
        DocumentPair(say(Text("Disampaikan pada", en: "Released on")), evaluation.releasedOn?.display ?? "-"),
        DocumentPair(say(Text("Diterima pegawai pada", en: "Received on")), evaluation.acknowledgedOn?.display ?? "-"),
      ]),
    ]
  }

  private func afterwards(of evaluation: Evaluation) -> [DocumentPart] {
    var parts: [DocumentPart] = []
    if evaluation.calibratedWork != nil || evaluation.calibratedBehaviour != nil {
      parts += [
        .heading(say(Text("Kalibrasi atasan", en: "Calibration by the superior"))),
        .table(changes(evaluation, work: evaluation.calibratedWork, behaviour: evaluation.calibratedBehaviour)),
        .pairs([
          DocumentPair(say(Text("Alasan", en: "Reason")), evaluation.calibrationReason ?? "-"),
          DocumentPair(
            say(Text("Oleh", en: "By")),
            [name(evaluation.calibratedBy), evaluation.calibratedOn?.display ?? ""].filter { !$0.isEmpty }
              .joined(separator: ", ")),
        ]),
      ]
    }
    if evaluation.ruledWork != nil || evaluation.ruledBehaviour != nil {
      parts += [
        .heading(say(Text("Putusan atas keberatan", en: "Ruling on the objection"))),
        .table(changes(evaluation, work: evaluation.ruledWork, behaviour: evaluation.ruledBehaviour)),
      ]
    }
    return parts
  }

  /// What the assessor rated and what took its place.
  private func changes(
    _ evaluation: Evaluation, work: ExpectationRating?, behaviour: ExpectationRating?
  ) -> DocumentTable {
    var table = DocumentTable(
      [
        .init(""), .init(say(Text("Pejabat penilai", en: "Assessor")), weight: 2),
        .init(say(Text("Menjadi", en: "Becomes")), weight: 2),
      ], empty: "-")
    if let work { table.append([say(Text("Hasil kerja", en: "Work result")), rating(evaluation.work), rating(work)]) }
    if let behaviour {
      table.append([say(Text("Perilaku kerja", en: "Work behaviour")), rating(evaluation.behaviour), rating(behaviour)])
    }
    return table
  }
}
