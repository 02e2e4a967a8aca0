import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// An evaluation to be read: everybody's ratings side by side, what followed, and why the predicate is what it is.
enum EvaluationReader {
  static func screen(_ person: EvaluatedPerson, _ period: EvaluationPeriod, _ view: View) -> Reader {
    screen(person.evaluation, name: person.name, view)
  }

  static func screen(_ evaluation: Evaluation, name: String, _ view: View) -> Reader {
    let id = evaluation.id
    let changed = EvaluationReturn(evaluation, view)
    return Reader(
      heading: { view in
        let stored = view.book.evaluations[id] ?? evaluation
        return "\(name), \(stored.period.flatMap { view.book.evaluationPeriods[$0]?.name } ?? "")"
      },
      actions: [acknowledge(id), object(id)],
      write: { page, view in
        write(view.book.evaluations[id] ?? evaluation, changed, into: &page, view)
      })
  }

  /// The person takes note of the own result, or an officer records that it was handed over.
  private static func acknowledge(_ id: ID<Evaluation>) -> Command<Reader> {
    Command(
      "reader.receive", EvaluationStep.acknowledge.title, keys: ["f10", "ctrl-s"], label: Text("Terima", en: "Receive"),
      saves: true,
      refusal: { _, view in
        guard let evaluation = view.book.evaluations[id] else { return .notStored }
        return evaluation.refusal(of: .acknowledge, in: view.book)
      },
      run: { _, _ in
        .push(
          Prompt(
            "evaluation.response", Text("Tanggapan (boleh kosong)", en: "Response (may be empty)"),
            help: [EvaluationStep.acknowledge.consequence],
            done: { text, view in
              guard var evaluation = view.book.evaluations[id] else { return .pop }
              evaluation = evaluation.after(.acknowledge, on: view.today)
              evaluation.acknowledgement = text.isEmpty ? nil : text
              guard let operation = view.book.evaluations.saving(evaluation) else { return .pop }
              return .all([
                .pop, .commit(Transaction([operation]), done: EvaluationStep.acknowledge.done(1), then: .none),
              ])
            }))
      })
  }

  /// The person asks the assessor's superior to look at it again.
  private static func object(_ id: ID<Evaluation>) -> Command<Reader> {
    Command(
      "reader.object", Text("Ajukan keberatan", en: "Make an objection"), keys: ["f6", "ctrl-n"],
      label: Text("Keberatan", en: "Objection"), saves: true,
      refusal: { _, view in
        guard let evaluation = view.book.evaluations[id] else { return .notStored }
        return ObjectionFiling.refusal(evaluation, view)
      },
      run: { _, view in
        view.book.evaluations[id].map { .push(ObjectionFiling.form($0, view)) } ?? .none
      })
  }

  private static func write(
    _ evaluation: Evaluation, _ changed: EvaluationReturn?, into page: inout Page, _ view: View
  ) {
    page.pairs([
      (view(Text("Predikat", en: "Rating")), evaluation.predicate.map { view($0.title) } ?? "-"),
      (view(Text("Keadaan", en: "State")), evaluation.state.map { view($0.title) } ?? "-"),
      (view(Text("Penilai", en: "Assessor")), name(evaluation.assessor, view)),
      (view(Text("Atasan penilai", en: "Superior")), name(evaluation.superior, view)),
      (view(Text("Sampai", en: "To")), evaluation.end?.display ?? "-"),
      (view(Text("Dinilai", en: "Rated")), evaluation.ratedOn?.display ?? "-"),
    ])
    changed?.write(into: &page, view)
    ratings(evaluation, into: &page, view)
    items(evaluation, into: &page, view)
    words(evaluation, into: &page, view)
    steps(evaluation, into: &page, view)
    why(evaluation, into: &page, view)
  }

  private static func name(_ person: ID<Employee>?, _ view: View) -> String {
    person.flatMap { view.book.label(of: $0.raw, kind: Employee.kind.name) } ?? "-"
  }

  /// The assessor's ratings, the superior's and the ruling's below each other; the last one that is there counts.
  private static func ratings(_ evaluation: Evaluation, into page: inout Page, _ view: View) {
    page.heading(view(Text("NILAI", en: "RATINGS")))
    let word = { (rating: ExpectationRating?) in rating.map { view($0.title) } ?? "-" }
    page.row("", view(Text("Hasil kerja", en: "Work result")), view(Text("Perilaku", en: "Behaviour")), role: .label)
    page.row(
      view(Text("Penilai", en: "Assessor")), word(evaluation.work), word(evaluation.behaviour), role: .value)
    if evaluation.calibratedOn != nil || evaluation.calibrationReason != nil {
      page.row(
        view(Text("Kalibrasi atasan", en: "Calibrated")), word(evaluation.calibratedWork),
        word(evaluation.calibratedBehaviour), role: .value)
      page.item("", evaluation.calibrationReason ?? "", labelWidth: 17, role: .textMuted)
      page.item(
        "", name(evaluation.calibratedBy, view) + ", " + (evaluation.calibratedOn?.display ?? ""), labelWidth: 17)
    }
    if evaluation.ruledWork != nil || evaluation.ruledBehaviour != nil {
      page.row(
        view(Text("Putusan keberatan", en: "Ruling")), word(evaluation.ruledWork), word(evaluation.ruledBehaviour),
        role: .value)
    }
  }

  private static func items(_ evaluation: Evaluation, into page: inout Page, _ view: View) {
    let results = evaluation.plan.map { view.book.results(of: $0) } ?? []
    let rated = results.filter { $0.number.flatMap { evaluation.results?[$0] } != nil }
    if !rated.isEmpty { page.heading(view(Text("HASIL KERJA", en: "WORK RESULTS"))) }
    for result in rated {
      let rating = result.number.flatMap { evaluation.results?[$0] }
      page.item(rating.map { String($0.digit) } ?? "", result.text ?? "", labelWidth: 2)
    }
    let values = BehaviourValue.allCases.filter { evaluation[$0] != nil }
    guard !values.isEmpty else { return }
    page.heading(view(Text("PERILAKU", en: "BEHAVIOUR")))
    page.pairs(values.map { (view($0.title), evaluation[$0].map { view($0.title) } ?? "") })
  }

  private static func words(_ evaluation: Evaluation, into page: inout Page, _ view: View) {
    let texts: [(Text, String?)] = [
      (Text("CATATAN PENILAI", en: "ASSESSOR'S NOTE"), evaluation.note),
      (
        Text("REKOMENDASI", en: "RECOMMENDATION"),
        evaluation.recommendation.map { view($0.title) + (evaluation.recommendationNote.map { ": " + $0 } ?? "") }
      ),
      (Text("TANGGAPAN PEGAWAI", en: "THE PERSON'S RESPONSE"), evaluation.acknowledgement),
    ]
    for (title, text) in texts {
      guard let text, !text.isEmpty else { continue }
      page.heading(view(title))
      page.paragraph(text)
    }
  }

  private static func steps(_ evaluation: Evaluation, into page: inout Page, _ view: View) {
    guard evaluation.releasedOn != nil else { return }
    page.heading(view(Text("SESUDAHNYA", en: "AFTERWARDS")))
    var pairs = [
      (view(Text("Disampaikan", en: "Released")), evaluation.releasedOn?.display ?? "-"),
      (view(Text("Diterima", en: "Received")), evaluation.acknowledgedOn?.display ?? "-"),
    ]
    if let deadline = evaluation.objectionDeadline(by: view.book.law)?.output.deadline {
      pairs.append((view(Text("Keberatan sampai", en: "Object until")), deadline.display))
    }
    page.pairs(pairs.map { (label: $0.0, value: $0.1) })
  }

  /// What the rule finds by the law of that day, and by which parameters it was decided then.
  private static func why(_ evaluation: Evaluation, into page: inout Page, _ view: View) {
    guard let plan = evaluation.plan.flatMap({ view.book.performancePlans[$0] }),
      let period = evaluation.period.flatMap({ view.book.evaluationPeriods[$0] })
    else { return }
    let judgement = RatingBasis(view.book, period: period).judge(evaluation, of: plan)
    guard !judgement.findings.isEmpty else { return }
    page.heading(view(Text("KENAPA", en: "WHY")))
    for finding in judgement.findings { RuleWords.write(finding, into: &page, view) }
    if let policy = evaluation.policy {
      page.item(view(Text("diputus dengan", en: "decided by")), policy, labelWidth: 15)
    }
    guard let predicate = evaluation.predicate,
      evaluation.policy != judgement.findings.policy
        || judgement.output.predicate != predicate
    else { return }
    page.paragraph(view(.decidedThen), role: .statusWarn)
  }
}

extension Text {
  fileprivate static let notStored = Text("Belum disimpan", en: "Not saved yet")
  fileprivate static let decidedThen = Text(
    "Parameter sudah berubah sejak itu; hasil yang sudah diputus tetap seperti diputus.",
    en: "Parameters have changed since; what was decided stays as it was decided.")
}
