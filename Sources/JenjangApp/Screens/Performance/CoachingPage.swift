import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// One coaching programme: what it is for, its dialogues, its end; and how one begins.
enum CoachingPage {
  static func screen(_ id: ID<CoachingProgramme>) -> Reader {
    Reader(
      heading: { view in
        view(CoachingProgramme.kind.title) + ": " + view.person(view.book.coachingProgrammes[id]?.employee)
      }, actions: actions(id), isWhole: true,
      write: { page, view in
        guard let programme = view.book.coachingProgrammes[id] else { return page.paragraph(view(.recordIsGone)) }
        write(programme, into: &page, view)
      })
  }

  /// Why the rule asks for it.
  static func need(_ need: CoachingNeed) -> Reader {
    Reader(
      heading: { view in view.person(need.evaluation.employee) },
      actions: [
        Command(
          "coaching.beginHere", Text("Mulai pembinaan", en: "Begin coaching"), keys: ["f6", "f10"],
          label: Text("Mulai", en: "Begin"), saves: true,
          refusal: { _, view in view.book.access?.refusal(toWrite: CoachingProgramme.kind) },
          run: { _, view in .replace(beginning(need, view)) })
      ],
      write: { page, view in
        page.paragraph(view(need.measure.title))
        page.item(
          view(Text("Catatan penilai", en: "Assessor's note")), need.evaluation.note ?? "-", labelWidth: 16)
        page.blank()
        DueRow.writeShort(need.findings, into: &page, view)
      })
  }

  static let maker = TaskMaker(name: "coaching") { told, view in
    told["evaluation"].flatMap { RecordID($0) }.flatMap { view.book.evaluations[ID($0)] }
      .flatMap { CoachingNeed(of: $0, in: view.book) }.map { beginning($0, view) }
  }

  /// A new programme; its dialogues are saved with it.
  static func beginning(_ need: CoachingNeed, _ view: View) -> FormScreen {
    let made = need.programme(ID(view.session.newID()), from: view.book.day, in: view.book)
    let task = FormTask(
      title: Text("Pembinaan baru", en: "New coaching programme"),
      fields: ["cause", "measure", "coach", "start", "end", "targets", "support"],
      also: { id, object, view in
        let programme = CoachingProgramme(id: id, object: object)
        return programme.plannedDialogues { view.session.newID() }.map { .creating($0) }
      }, call: TaskCall(maker: maker.name, told: ["evaluation": need.evaluation.id.raw.text]))
    return FormScreen.new(kind: CoachingProgramme.kind.name, preset: made.object, task: task, view: view)
  }

  /// Why no dialogue can be written down; nil when one can.
  static func refusalToTalk(_ programme: CoachingProgramme, _ view: View) -> Text? {
    guard programme.state == .running else { return .ended }
    guard programme.nextDialogue(in: view.book) != nil else { return .allHeld }
    return refusalToDecide(programme, view)
  }

  private static func refusalToDecide(_ programme: CoachingProgramme, _ view: View) -> Text? {
    guard programme.state == .running else { return .ended }
    guard let access = view.book.access else { return nil }
    if let person = access.actor.person, programme.employee?.raw == person { return .own }
    return access.refusal(toWrite: CoachingProgramme.kind)
  }

  /// The next dialogue, held today unless another day is typed.
  static func dialogue(_ programme: CoachingProgramme, _ view: View) -> FormScreen? {
    guard let next = programme.nextDialogue(in: view.book) else { return nil }
    var values = JSONObject()
    values["heldOn"] = .string(view.today.iso)
    let number = next.number ?? 0
    let due = next.due?.display ?? "-"
    let task = FormTask(
      title: Text("Dialog ke-\(number), paling lambat \(due)", en: "Dialogue \(number), by \(due)"),
      fields: ["progress", "agreed", "heldOn", "evidence"], values: values)
    return FormScreen.edit(kind: CoachingDialogue.kind.name, id: next.id.raw, task: task, view: view)
  }

  private static func actions(_ id: ID<CoachingProgramme>) -> [Command<Reader>] {
    [
      Command(
        "coaching.talk", Text("Catat dialog berikut", en: "Write down the next dialogue"), keys: ["f7", "ctrl-e"],
        label: .verbatim("Dialog"), letter: "d", saves: true,
        refusal: { _, view in view.book.coachingProgrammes[id].map { refusalToTalk($0, view) } ?? .recordIsGone },
        run: { _, view in
          view.book.coachingProgrammes[id].flatMap { dialogue($0, view) }.map { .push($0) } ?? .none
        }),
      Command(
        "coaching.close", Text("Tutup dengan hasil", en: "Close with a result"), keys: ["f10", "ctrl-s"],
        label: Text("Tutup", en: "Close"), letter: "t", saves: true,
        refusal: { _, view in view.book.coachingProgrammes[id].map { refusalToDecide($0, view) } ?? .recordIsGone },
        run: { _, _ in .push(results(id)) }),
      ActionMenu.command("coaching.pageActions"),
    ]
  }

  /// The result; what follows from each stands beside it.
  private static func results(_ id: ID<CoachingProgramme>) -> Chooser {
    Chooser("coaching.result", ProgrammeResult.heading, choosesByLetter: true, columns: 76) { _, view in
      zip(["1", "2", "3"] as [Character], ProgrammeResult.allCases).map { letter, result in
        let programme = view.book.coachingProgrammes[id]
        let until = programme?.consequences(of: result, in: view.book).first { $0.rule == "programme.placement" }
        return Choice(
          title: view(result.title), detail: until?.needed.map { view(.placement($0)) } ?? "", letter: letter,
          effect: .replace(closing(id, result, view)))
      }
    }
  }

  private static func closing(_ id: ID<CoachingProgramme>, _ result: ProgrammeResult, _ view: View) -> FormScreen {
    var values = JSONObject()
    values["state"] = .string(CoachingState.finished.rawValue)
    values["result"] = .string(result.rawValue)
    values["closedOn"] = .string(view.today.iso)
    let task = FormTask(
      title: Text("Hasil: \(result.title.indonesian)", en: "Result: \(result.title.english)"),
      fields: ["resultNote", "closedOn"], values: values)
    return FormScreen.edit(kind: CoachingProgramme.kind.name, id: id.raw, task: task, view: view)
  }
}

extension CoachingPage {
  private static func write(_ programme: CoachingProgramme, into page: inout Page, _ view: View) {
    let table = view.book.coachingProgrammes.table
    if let row = table.row(of: programme.id.raw) {
      RecordReader.write(row, of: table, without: ["evaluation"], into: &page, view)
    }
    page.heading(view(CoachingDialogue.kind.plural).uppercased())
    let dialogues = programme.dialogues(in: view.book)
    if dialogues.isEmpty { page.paragraph(view(.noDialogues), role: .textMuted) }
    for dialogue in dialogues { write(dialogue, into: &page, view) }
    guard let result = programme.result else { return }
    page.heading(view(Text("Yang mengikutinya", en: "What follows")).uppercased())
    DueRow.writeShort(programme.consequences(of: result, in: view.book), into: &page, view)
  }

  private static func write(_ dialogue: CoachingDialogue, into page: inout Page, _ view: View) {
    let isLate = dialogue.heldOn == nil && dialogue.due.map { $0 < view.book.day } ?? false
    let mark = dialogue.heldOn != nil ? "✓ " : isLate ? "! " : "  "
    let held =
      dialogue.heldOn.map { Text("dilaksanakan \($0.display)", en: "held on \($0.display)") }
      ?? (isLate ? Text("terlambat", en: "late") : Text("belum", en: "not yet"))
    let head = "\(mark)\(dialogue.number ?? 0)  \(dialogue.due?.display ?? "-")  \(view(held))"
    page.paragraph(head, role: isLate ? .statusWarn : .value)
    let texts = [
      (Text("Kemajuan", en: "Progress"), dialogue.progress), (Text("Sepakat", en: "Agreed"), dialogue.agreed),
    ]
    for (title, text) in texts {
      if let text { page.item("   " + view(title), text, labelWidth: 14, role: .text) }
    }
  }
}

extension ProgrammeResult {
  fileprivate static let heading = Text("Hasil pembinaan", en: "Result of the coaching")
}

extension Text {
  fileprivate static let ended = Text("Pembinaan ini sudah selesai", en: "This coaching has ended")
  fileprivate static let allHeld = Text(
    "Semua dialog sudah dilaksanakan; F10 menutup dengan hasilnya", en: "All dialogues were held; F10 closes it")
  fileprivate static let own = Text("Tidak ada yang membina dirinya sendiri", en: "Nobody coaches himself")
  fileprivate static let noDialogues = Text("Belum ada dialog.", en: "No dialogues yet.")
  fileprivate static func placement(_ until: Text) -> Text {
    Text(
      "penempatan sementara \(until.indonesian)", en: "temporary placement \(until.english)")
  }
}
