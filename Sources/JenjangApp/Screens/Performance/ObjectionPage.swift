import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// One objection: what it is about, both sides beside each other, the hearing, the ruling.
enum ObjectionPage {
  static func screen(_ id: ID<Objection>) -> Reader {
    Reader(
      heading: { view in
        let name = view.person(view.book.objections[id]?.employee)
        return view(Objection.kind.title) + (name.isEmpty ? "" : ": " + name)
      }, actions: actions(id), isWhole: true,
      write: { page, view in
        guard let objection = view.book.objections[id] else {
          return page.paragraph(view(view.book.refusal(toSee: id.raw, kind: Objection.kind.name) ?? .recordIsGone))
        }
        write(objection, into: &page, view)
      })
  }

  static func print(_ id: ID<Objection>) -> Chooser {
    DocumentExport.screen("keberatan", Text("Cetak berkas keberatan", en: "Print the objection")) { maker in
      maker.objection(id).map { maker.ruling($0) }
    }
  }

  private static func action(
    _ name: String, _ title: Text, keys: [String] = [], label: Text? = nil, letter: Character?, saves: Bool = true,
    _ id: ID<Objection>, refusal: @escaping (Objection, View) -> Text?, run: @escaping (Objection, View) -> Effect
  ) -> Command<Reader> {
    Command(
      name, title, keys: keys, label: label, letter: letter, saves: saves,
      refusal: { _, view in view.book.objections[id].map { refusal($0, view) } ?? .recordIsGone },
      run: { _, view in view.book.objections[id].map { run($0, view) } ?? .none })
  }

  private static func actions(_ id: ID<Objection>) -> [Command<Reader>] {
    [
      action(
        "objection.rule", Text("Putuskan", en: "Rule"), keys: ["f10", "ctrl-s"], label: Text("Putuskan", en: "Rule"),
        letter: "p", id, refusal: { $0.refusalToRule($1.book.access, in: $1.book) },
        run: { objection, _ in .push(ObjectionRulingFlow.chooser(objection.id)) }),
      action(
        "objection.hear", Text("Catat pemeriksaan", en: "Write down the hearing"), keys: ["f8"],
        label: Text("Periksa", en: "Hear"), letter: "r", id,
        refusal: { $0.refusalToHear($1.book.access, in: $1.book) },
        run: { .push(form($0, ["hearing", "heardOn"], heard($0, $1), $1)) }),
      action(
        "objection.answer", Text("Tanggapi sebagai penilai", en: "Answer as the assessor"), keys: ["f7", "ctrl-e"],
        label: Text("Tanggapi", en: "Answer"), letter: "t", id,
        refusal: { objection, view in
          objection.refusalToAnswer(view.book.access)
        }, run: { .push(form($0, ["answer"], ["answeredOn": .string($1.today.iso)], $1)) }),
      action(
        "objection.withdraw", Text("Tarik kembali", en: "Withdraw"), keys: ["f6"], label: Text("Tarik", en: "Withdraw"),
        letter: "k", id, refusal: { $0.refusalToWithdraw($1.book.access) }, run: { withdraw($0, $1) }),
      action(
        "objection.late", Text("Alasan diterima terlambat", en: "Why it is heard although late"), letter: "l", id,
        refusal: { objection, view in
          objection.isLate(in: view.book) ? objection.refusalToKeep(view.book.access) : .notLate
        }, run: { .push(form($0, ["lateReason"], deadline($0, $1), $1)) }),
      action(
        "objection.hearer", Text("Ganti pemeriksa", en: "Name another hearer"), letter: "g", id,
        refusal: { $0.refusalToKeep($1.book.access) }, run: { objection, _ in .push(hearerChooser(objection.id)) }),
      action(
        "objection.affected", Text("Keputusan yang terdampak", en: "What rests on the result"),
        keys: ["f11", "ctrl-t"],
        label: Text("Terdampak", en: "Affected"), letter: "d", saves: false, id,
        refusal: { objection, _ in objection.evaluation == nil ? .recordIsGone : nil },
        run: { objection, _ in objection.evaluation.map { .push(AffectedList.screen($0)) } ?? .none }),
      action(
        "objection.print", Text("Cetak", en: "Print"), letter: "c", saves: false, id,
        refusal: { _, view in view.refusal(.export) }, run: { objection, _ in .push(print(objection.id)) }),
      ActionMenu.command("objection.actions"),
    ]
  }

  private static func form(
    _ objection: Objection, _ fields: Set<String>, _ values: JSONObject, _ view: View
  ) -> FormScreen {
    FormScreen.edit(
      kind: Objection.kind.name, id: objection.id.raw, task: FormTask(fields: fields, values: values), view: view)
  }

  private static func heard(_ objection: Objection, _ view: View) -> JSONObject {
    var values = deadline(objection, view)
    values["state"] = .string(ObjectionState.heard.rawValue)
    values["heardOn"] = .string(view.today.iso)
    return values
  }

  /// The last day, written down by who has a part in deciding.
  static func deadline(_ objection: Objection, _ view: View) -> JSONObject {
    var values = JSONObject()
    if objection.deadline == nil { values["deadline"] = objection.lastDay(in: view.book)?.json }
    return values
  }

  private static func withdraw(_ objection: Objection, _ view: View) -> Effect {
    let closed = view.book.objections.updating(objection.id) { $0.state = .withdrawn }
    // Who takes an objection back has received the result and lets it stand.
    let accepted = objection.evaluation.flatMap { id in
      view.book.evaluations.updating(id) { evaluation in
        guard evaluation.state == .objected else { return }
        evaluation.state = .accepted
        if evaluation.acknowledgedOn == nil { evaluation.acknowledgedOn = view.today }
      }
    }
    return .commit(
      Transaction([closed, accepted].compactMap(\.self)),
      done: Text("Keberatan ditarik kembali", en: "Objection withdrawn"),
      then: .none)
  }

  /// Another hearer where the superior has left or stands too near; with a reason, in the evaluation as well.
  private static func hearerChooser(_ id: ID<Objection>) -> Chooser {
    RulePerson.people { person, _ in
      .replace(
        Prompt(
          "objection.hearerReason", Text("Alasan mengganti pemeriksa", en: "Why another hearer"),
          check: { text, view in
            guard let objection = view.book.objections[id] else { return .recordIsGone }
            if objection.employee?.raw == person || objection.assessor?.raw == person { return .noJudge }
            return text.allSatisfy(\.isWhitespace) ? .reasonMissing : nil
          },
          done: { text, view in
            guard let objection = view.book.objections[id] else { return .pop }
            let changes = [
              objection.evaluation.flatMap { view.book.evaluations.updating($0) { $0.superior = ID(person) } },
              view.book.objections.updating(id) { $0.hearer = ID(person) },
            ]
            let name = view.person(ID(person))
            return .all([
              .pop,
              .commit(
                Transaction(changes.compactMap(\.self), why: String(text.unicodeScalars.prefix(120))),
                done: Text("Pemeriksa: \(name)", en: "Heard by \(name)"), then: .none),
            ])
          }))
    }
  }
}

extension ObjectionPage {
  private static func write(_ objection: Objection, into page: inout Page, _ view: View) {
    let evaluation = objection.evaluation.flatMap { view.book.evaluations[$0] }
    page.pairs([
      (view(Text("Pegawai", en: "Employee")), view.person(objection.employee)),
      (
        view(Text("Periode", en: "Period")),
        evaluation?.period.flatMap { view.book.evaluationPeriods[$0]?.name } ?? "-"
      ),
      (view(Text("Predikat", en: "Rating")), evaluation?.predicate.map { view($0.title) } ?? "-"),
      (view(Text("Keadaan", en: "State")), objection.state.map { view($0.title) } ?? "-"),
      (view(Text("Pejabat penilai", en: "Assessor")), view.person(objection.assessor)),
      (view(Text("Pemeriksa", en: "Heard by")), objection.hearer.map { view.person($0) } ?? view(.nobody)),
      (view(Text("Diajukan", en: "Filed")), objection.filedOn?.display ?? "-"),
      (view(Text("Batas keberatan", en: "Last day to object")), objection.lastDay(in: view.book)?.display ?? "-"),
      (view(Text("Putusan diharapkan", en: "Ruling expected")), due(objection, view)),
      (view(Text("Bukti", en: "Evidence")), objection.evidence?.name ?? "-"),
    ])
    if objection.isLate(in: view.book) {
      page.paragraph("! " + view(.late) + (objection.lateReason.map { ": " + $0 } ?? ""), role: .statusWarn)
    }
    page.heading(view(Text("Kedua pihak", en: "Both sides")))
    sides(objection, into: &page, view)
    page.heading(view(Text("Pemeriksaan", en: "The hearing")), remark: objection.heardOn?.display ?? "")
    page.paragraph(objection.hearing ?? view(.notYet))
    page.heading(view(Text("Putusan", en: "Ruling")), remark: objection.ruledOn?.display ?? "")
    page.paragraph(objection.ruling.map { view($0.title) } ?? view(.notYet))
    if let reason = objection.rulingReason { page.paragraph(reason) }
    if let evaluation { ratings(evaluation, into: &page, view) }
    guard let clock = evaluation.flatMap({ ObjectionClock(of: $0, filed: objection.filedOn, in: view.book) }) else {
      return
    }
    page.heading(view(ObjectionDeadline.title))
    DueRow.writeShort(clock.findings, into: &page, view)
  }

  /// Beside each other where there is room, below each other where there is none.
  private static func sides(_ objection: Objection, into page: inout Page, _ view: View) {
    let titles = [view(Text("ALASAN PEGAWAI", en: "THE PERSON")), view(Text("TANGGAPAN PENILAI", en: "THE ASSESSOR"))]
    let texts = [objection.grounds ?? "-", objection.answer ?? view(.notYet)]
    guard page.width >= 76 else {
      for (title, text) in zip(titles, texts) {
        page.paragraph(title, role: .label)
        page.paragraph(text)
      }
      return
    }
    page.beside(titles[0], titles[1], role: .label)
    page.beside(texts[0], texts[1], role: .text)
  }

  private static func ratings(_ evaluation: Evaluation, into page: inout Page, _ view: View) {
    let rows: [(Text, ExpectationRating?, ExpectationRating?, ExpectationRating?)] = [
      (
        Text("Hasil kerja", en: "Work result"), evaluation.work, evaluation.calibratedWork, evaluation.ruledWork
      ),
      (
        Text("Perilaku kerja", en: "Behaviour"), evaluation.behaviour, evaluation.calibratedBehaviour,
        evaluation.ruledBehaviour
      ),
    ]
    for (title, assessor, superior, ruled) in rows {
      let steps: [(Text, ExpectationRating?)] = [
        (Text("penilai", en: "assessor"), assessor), (Text("kalibrasi", en: "calibrated"), superior),
        (Text("putusan", en: "ruling"), ruled),
      ]
      let words = steps.compactMap { step in step.1.map { "\(view(step.0)): \(view($0.title))" } }
      page.item(view(title), words.joined(separator: "; "), labelWidth: 16)
    }
  }

  private static func due(_ objection: Objection, _ view: View) -> String {
    guard let due = objection.rulingDue(by: view.book.law) else { return "-" }
    guard objection.isOpen else { return due.display }
    let left = Int(due.number - view.book.day.number)
    let words =
      left < 0
      ? Text("lewat \(-left) hari", en: "\(-left) days late") : Text("\(left) hari lagi", en: "\(left) days left")
    return "\(due.display), \(view(words))"
  }
}

extension Text {
  static let recordIsGone = Text("Data ini tidak ada lagi", en: "This record is not there any more")
  fileprivate static let nobody = Text("belum ditetapkan", en: "nobody yet")
  fileprivate static let notYet = Text("belum ada", en: "not yet")
  fileprivate static let late = Text("Diajukan lewat batas waktu", en: "Made after the last day")
  fileprivate static let notLate = Text("Keberatan ini tidak terlambat", en: "This objection is not late")
  fileprivate static let noJudge = Text(
    "Bukan pegawai sendiri atau penilainya", en: "Neither the person nor the assessor")
  fileprivate static let reasonMissing = Text("Tuliskan alasannya", en: "Write the reason")
}
