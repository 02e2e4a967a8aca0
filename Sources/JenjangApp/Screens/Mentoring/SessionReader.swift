import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// One session as both may read it, what was agreed, and the reader's own note.
enum SessionReader {
  static func screen(_ id: ID<MentoringSession>) -> Reader {
    Reader(
      heading: { view in
        let session = view.book.mentoringSessions[id]
        return [session?.date?.display, session?.topic].compactMap(\.self).joined(separator: " ")
      }, actions: actions(id), isWhole: true,
      write: { page, view in
        if let refusal = view.book.refusal(toSee: id.raw, kind: MentoringSession.kind.name) {
          return page.paragraph(view(refusal))
        }
        guard let session = view.book.mentoringSessions[id] else { return page.paragraph(view(.recordIsGone)) }
        write(session, into: &page, view)
      })
  }

  private static func actions(_ id: ID<MentoringSession>) -> [Command<Reader>] {
    [
      command("session.edit", Text("Ubah", en: "Edit"), ["f7", "ctrl-e"], "u", id) { session, view in
        .push(FormScreen.edit(kind: MentoringSession.kind.name, id: session.id.raw, task: editing(session), view: view))
      },
      command("session.action", Text("Tindak lanjut", en: "Action"), ["f6", "ctrl-n"], "t", id) { session, view in
        .push(MentoringActions.new(in: session, view))
      },
      command("session.tick", Text("Selesai", en: "Done"), ["f10", "ctrl-s"], "d", id) { session, view in
        tick(session, view)
      },
      command("session.note", MentoringNote.kind.title, [], "p", id) { session, view in note(session, view) },
      ActionMenu.command("session.actions"),
    ]
  }

  private static func command(
    _ name: String, _ title: Text, _ keys: [String], _ letter: Character, _ id: ID<MentoringSession>,
    run: @escaping (MentoringSession, View) -> Effect
  ) -> Command<Reader> {
    Command(
      name, title, keys: keys, label: keys.isEmpty ? nil : title, letter: letter, saves: true,
      refusal: { _, view in
        view.book.mentoringSessions[id] == nil
          ? .recordIsGone : view.book.access?.refusal(toWrite: MentoringSession.kind)
      },
      run: { _, view in view.book.mentoringSessions[id].map { run($0, view) } ?? .none })
  }

  /// The same fields as when it was logged.
  private static func editing(_ session: MentoringSession) -> FormTask {
    FormTask(
      fields: ["date", "minutes", "mode", "topic", "note", "goal", "reality", "options", "will", "nextDate"],
      joined: ["minutes"],
      heading: { view in
        let pair = session.pair.flatMap { view.book.mentoringPairs[$0] }
        return (pair.map { PairPage.names($0, view) } ?? "?", session.date?.display ?? "")
      })
  }

  /// The own private note: the one that is there, or a new one.
  private static func note(_ session: MentoringSession, _ view: View) -> Effect {
    guard let writer = view.book.access?.actor.person else { return .say(.nobody, .warn) }
    let task = FormTask(title: MentoringNote.kind.title, fields: ["text"])
    let kind = MentoringNote.kind.name
    if let note = view.book.mentoringNotes.owned(by: session.id.raw).last {
      return .push(FormScreen.edit(kind: kind, id: note.id.raw, task: task, view: view))
    }
    var preset = JSONObject()
    preset["session"] = session.id.json
    preset["writer"] = ID<Employee>(writer).json
    preset["writtenOn"] = view.today.json
    return .push(FormScreen.new(kind: kind, preset: preset, task: task, view: view))
  }

  private static func agreed(in session: MentoringSession, _ view: View) -> [MentoringAction] {
    (session.pair.map { view.book.mentoringActions.owned(by: $0.raw) } ?? []).filter { $0.session == session.id }
  }

  private static func tick(_ session: MentoringSession, _ view: View) -> Effect {
    let open = agreed(in: session, view).filter { $0.doneOn == nil }
    guard open.count > 1 else {
      return open.first.map { MentoringActions.finish($0.id, view) } ?? .say(.nothingOpen, .warn)
    }
    return .push(
      Chooser("session.done", Text("Apa yang selesai?", en: "What is done?"), columns: 76) { query, view in
        agreed(in: session, view).filter { $0.doneOn == nil }
          .filter { query.isEmpty || Fuzzy.score(query, in: $0.text ?? "") != nil }
          .map { action in
            Choice(
              title: action.text ?? "?", key: action.due?.display ?? "",
              effect: .all([.pop, MentoringActions.finish(action.id, view)]))
          }
      })
  }
}

extension SessionReader {
  private static func write(_ session: MentoringSession, into page: inout Page, _ view: View) {
    let pair = session.pair.flatMap { view.book.mentoringPairs[$0] }
    page.paragraph(pair.map { PairPage.names($0, view) } ?? "?", role: .textStrong)
    let parts = [
      session.date.map { view($0.withWeekday) }, session.minutes.map { view(Text("\($0) menit", en: "\($0) minutes")) },
      session.mode.map { view($0.title) },
      .some(
        view(
          Text(
            "\(session.lessonHours(by: view.book.law)) JP bagi keduanya",
            en: "\(session.lessonHours(by: view.book.law)) lesson hours for each"))),
      session.loggedBy.map { view(Text("dicatat \(view.person($0))", en: "logged by \(view.person($0))")) },
    ]
    page.paragraph(parts.compactMap(\.self).joined(separator: " · "), role: .textMuted)
    for (title, text) in texts(session) {
      guard let text, !text.isEmpty else { continue }
      page.heading(view(title).uppercased())
      page.paragraph(text)
    }
    writeActions(session, into: &page, view)
    if let next = session.nextDate {
      page.heading(view(Text("Sesi berikut", en: "Next session")).uppercased())
      page.paragraph(view(next.withWeekday), role: .value)
    }
    for note in view.book.mentoringNotes.owned(by: session.id.raw) {
      page.heading(
        view(MentoringNote.kind.title).uppercased(),
        remark: view.book.access == nil ? "" : view(Text("hanya Anda yang membacanya", en: "only you read it")))
      page.paragraph(note.text ?? "")
    }
  }

  private static func texts(_ session: MentoringSession) -> [(Text, String?)] {
    [
      (Text("Catatan bersama", en: "Shared note"), session.note), (Text("Tujuan (Goal)", en: "Goal"), session.goal),
      (Text("Keadaan (Reality)", en: "Reality"), session.reality),
      (Text("Pilihan (Options)", en: "Options"), session.options), (Text("Tekad (Will)", en: "Will"), session.will),
    ]
  }

  private static func writeActions(_ session: MentoringSession, into page: inout Page, _ view: View) {
    page.heading(view(MentoringAction.kind.plural).uppercased())
    let actions = agreed(in: session, view)
    if actions.isEmpty { page.paragraph(view(.nothingAgreed), role: .textMuted) }
    for action in actions {
      let isLate = action.doneOn == nil && action.due.map { $0 < view.today } ?? false
      let mark = action.doneOn != nil ? "✓ " : isLate ? "! " : "  "
      let side = action.side.map { view($0.title) } ?? ""
      page.item(
        mark + (action.due?.display ?? ""), "\(side): \(action.text ?? "")", labelWidth: 12,
        role: isLate ? .statusWarn : .value)
    }
  }
}

extension Text {
  fileprivate static let nobody = Text(
    "Catatan pribadi memerlukan peran: login ini tidak mewakili seorang pegawai",
    en: "A private note needs a role: this login stands for no person")
  fileprivate static let nothingOpen = Text("Tidak ada tindak lanjut yang terbuka", en: "No action is open")
  fileprivate static let nothingAgreed = Text("Tidak ada yang disepakati.", en: "Nothing was agreed.")
}
