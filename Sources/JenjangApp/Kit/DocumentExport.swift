import JenjangDomain
import JenjangStore
import TerminalKit

/// Writes a document for paper to a file, as plain text or as HTML.
enum DocumentExport {
  /// `name` begins the name of the file; `make` is asked when it is written.
  static func screen(_ name: String, _ heading: Text, make: @escaping (DocumentMaker) -> PaperDocument?) -> Chooser {
    Chooser("document", heading, choosesByLetter: true, columns: 60) { _, view in
      DocumentForm.allCases.map { form in
        let prompt = SaveAs.prompt(name, ending: form.ending, view) { path, replaces in
          WriteReport(path: path, replaces: replaces) { session in
            let maker = DocumentMaker(session.store, on: session.today, in: session.settings.language)
            return make(maker).map(form.bytes) ?? []
          }
        }
        return Choice(
          title: view(title(form)), detail: "." + form.ending, letter: form == .text ? "t" : "h",
          effect: .replace(prompt))
      }
    }
  }

  private static func title(_ form: DocumentForm) -> Text {
    switch form {
    case .text: Text("Teks, untuk dicetak", en: "Text, for printing")
    case .html: Text("HTML, untuk peramban dan A4", en: "HTML, for a browser and A4")
    }
  }

  /// What there is to print about a person: each plan, each evaluation, the PAK sheet.
  static func menu(of person: RecordID, _ view: View) -> Chooser {
    let number = view.book.employees[ID(person)]?.employeeNumber ?? person.text
    return Chooser("document.menu", Text("Cetak dokumen", en: "Print a document"), columns: 72) { query, view in
      let plans = view.book.performancePlans.owned(by: person).reversed().map { plan in
        choice("SKP " + (plan.title ?? ""), plan.start, "skp-\(number)") { $0.plan(plan) }
      }
      let evaluations = view.book.evaluations.owned(by: person).reversed().map { evaluation in
        let period = evaluation.period.flatMap { view.book.evaluationPeriods[$0]?.name } ?? ""
        let title = view(Text("Evaluasi \(period)", en: "Evaluation \(period)"))
        return choice(title, evaluation.end, "evaluasi-\(number)") { $0.evaluation(evaluation) }
      }
      let rulings = view.book.objections.owned(by: person).reversed().map { objection in
        choice(view(Objection.kind.title), objection.filedOn, "keberatan-\(number)") { $0.ruling(objection) }
      }
      let credit = choice(view(CreditDecree.kind.title), view.book.day, "pak-\(number)") {
        $0.credit(of: ID(person), on: view.book.day)
      }
      let isFunctional = view.book.state(of: ID(person), on: view.book.day)?.position?.positionKind?.isFunctional
      let all = plans + evaluations + rulings + (isFunctional == true ? [credit] : [])
      return all.filter { query.isEmpty || Fuzzy.score(query, in: $0.title) != nil }
    }
  }

  private static func choice(
    _ title: String, _ day: Day?, _ name: String, make: @escaping (DocumentMaker) -> PaperDocument?
  ) -> Choice {
    Choice(
      title: title, detail: day?.display ?? "", effect: .replace(screen(name, .verbatim(title), make: make)))
  }
}
