import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

extension ScreenEntry {
  static let sessionLog = ScreenEntry(
    name: "session-log", title: Text("Catat sesi", en: "Log a session"), group: .mentoring,
    choosing: { SessionLog.opening($0) })
}

/// The form in which a session of a pair is logged: half a minute for who has just met.
///
/// The session, what was agreed and the private note of who logs it are one commit, and one undo takes all of it back.
enum SessionLog {
  /// How many agreed actions the form has room for; more are added where the session is read.
  static let actionCount = 3

  static let maker = TaskMaker(name: "mentoring-session") { told, view in
    guard let pair = told["pair"].flatMap({ RecordID($0) }).flatMap({ view.book.mentoringPairs[ID($0)] }) else {
      return nil
    }
    return form(of: pair, on: told["date"].flatMap { Day(iso: $0) } ?? view.today, view)
  }

  /// What the menu opens: the form of the only pair, the choice of a pair where there are several.
  static func opening(_ view: View) -> any Screen {
    let pairs = SessionPairs.all(view)
    guard let first = pairs.first else { return SessionPairs.none }
    return pairs.count == 1 ? form(of: first, on: view.today, view) : SessionPairs.chooser
  }

  /// A new session of a pair; its reason when none can be logged.
  static func start(_ pair: ID<MentoringPair>, _ view: View) -> Effect {
    guard let pair = view.book.mentoringPairs[pair] else { return .say(.recordIsGone, .warn) }
    if let refusal = refusal(pair, view) { return .say(refusal, .warn) }
    return .push(form(of: pair, on: view.today, view))
  }

  /// Why no session of a pair can be logged here; nil when one can.
  static func refusal(_ pair: MentoringPair, _ view: View) -> Text? {
    pair.refusalToLog ?? view.book.access?.refusal(toWrite: MentoringSession.kind)
  }

  static func form(of pair: MentoringPair, on day: Day, _ view: View) -> FormScreen {
    let person = view.book.access?.actor.person.map { ID<Employee>($0) }
    var session = view.book.nextSession(of: pair, id: ID(view.session.newID()), by: person)
    session.date = day
    let name = view.partner(in: pair)
    var task = FormTask(
      title: Text("Sesi dengan \(name)", en: "Session with \(name)"),
      fields: ["date", "minutes", "mode", "topic", "note", "goal", "reality", "options", "will", "nextDate"],
      call: TaskCall(maker: maker.name, told: ["pair": pair.id.raw.text, "date": day.iso]))
    task.extras = extras(of: pair, view)
    task.joined = Set(["minutes"] + (1...actionCount).map { "@due\($0)" })
    task.heading = { heading(of: pair.id, $0) }
    return FormScreen.new(kind: MentoringSession.kind.name, preset: session.object, task: task, view: view)
  }

  /// Who meets, and how the pair stands.
  private static func heading(of id: ID<MentoringPair>, _ view: View) -> (name: String, details: String) {
    guard let pair = view.book.mentoringPairs[id] else { return ("?", "") }
    let activity = PairActivity(pair, in: view.book, on: view.today)
    var parts = [pair.state.flatMap { $0 == .active ? nil : view($0.title) } ?? ""]
    if let last = activity.last { parts.append(view(.last(view.today.number - last.number))) }
    if !activity.open.isEmpty { parts.append(view(.openActions(activity.open.count))) }
    return (PairPage.names(pair, view), parts.filter { !$0.isEmpty }.joined(separator: " · "))
  }
}

extension SessionLog {
  /// The private note and the actions, which become records of their own.
  private static func extras(of pair: MentoringPair, _ view: View) -> FormExtras {
    let writer = view.book.access?.actor.person
    var values = JSONObject()
    for number in 1...actionCount { values["@side\(number)"] = .string(PairSide.mentee.rawValue) }
    let note = writer == nil ? [] : [privateNote]
    return FormExtras(
      specs: (1...actionCount).flatMap(action) + note, values: values, problems: problems,
      previous: { previous(of: pair.id, $0) },
      operations: { session, typed, view in
        operations(of: pair.id, session: ID(session), typed, by: writer.map { ID($0) }, view)
      })
  }

  private static let privateNote = FieldSpec(
    name: "@private", title: MentoringNote.kind.title,
    help: Text(
      "Hanya Anda yang dapat membacanya: tidak lawan bicara, petugas, atau riwayat.",
      en: "Only you can read it: not the other one, not the office, no history."),
    type: .note(maximum: 4_000), section: Text("Hanya untuk saya", en: "For me alone"))

  private static func action(_ number: Int) -> [FieldSpec] {
    let heading = number == 1 ? Text("Tindak lanjut", en: "Agreed actions") : nil
    return [
      FieldSpec(
        name: "@action\(number)", title: Text("Tindak lanjut \(number)", en: "Action \(number)"),
        help: Text(
          "Muncul di Beranda keduanya; kosong bila tidak ada.", en: "Stands on Home of both; empty when there is none."),
        type: .text(maximum: 200), section: heading),
      FieldSpec(name: "@side\(number)", title: Text("Oleh", en: "By whom"), type: .code(PairSide.list)),
      FieldSpec(name: "@due\(number)", title: Text("Tenggat", en: "Due"), type: .day),
    ]
  }

  private static func problems(_ session: JSONObject, _ typed: JSONObject, _ view: View) -> [Problem] {
    let held = session["date"]?.text.flatMap { Day(iso: $0) }
    return (1...actionCount).compactMap { number in
      guard let due = typed["@due\(number)"]?.text.flatMap({ Day(iso: $0) }) else { return nil }
      if typed["@action\(number)"] == nil { return Problem("@action\(number)", .sayWhat) }
      return held.map { due < $0 } ?? false ? Problem("@due\(number)", .dueBefore) : nil
    }
  }

  /// What was agreed the last time and not done yet, and one's own last note.
  private static func previous(of pair: ID<MentoringPair>, _ view: View) -> JSONObject {
    var object = JSONObject()
    guard let last = view.book.lastSession(of: pair) else { return object }
    let actions = view.book.mentoringActions.owned(by: pair.raw).filter { $0.session == last.id && $0.doneOn == nil }
    for (number, action) in zip(1..., actions.prefix(actionCount)) {
      object["@action\(number)"] = action.text.map { .string($0) }
      object["@side\(number)"] = action.side?.json
      object["@due\(number)"] = action.due?.json
    }
    object["@private"] = view.book.mentoringNotes.owned(by: last.id.raw).last?.text.map { .string($0) }
    return object
  }

  private static func operations(
    of pair: ID<MentoringPair>, session: ID<MentoringSession>, _ typed: JSONObject, by writer: ID<Employee>?,
    _ view: View
  ) -> [JenjangDomain.Operation] {
    var operations = (1...actionCount).compactMap { number -> JenjangDomain.Operation? in
      guard let text = typed["@action\(number)"]?.text else { return nil }
      var action = MentoringAction(id: ID(view.session.newID()))
      action.pair = pair
      action.session = session
      action.text = text
      action.side = typed["@side\(number)"]?.text.flatMap { PairSide(rawValue: $0) } ?? .mentee
      action.due = typed["@due\(number)"]?.text.flatMap { Day(iso: $0) }
      return .creating(action)
    }
    if let writer, let text = typed["@private"]?.text {
      var note = MentoringNote(id: ID(view.session.newID()))
      note.session = session
      note.writer = writer
      note.writtenOn = view.today
      note.text = text
      operations.append(.creating(note))
    }
    return operations
  }
}

extension View {
  /// The other one of a pair; both where the user is neither.
  func partner(in pair: MentoringPair) -> String {
    guard let side = pair.side(of: book.access?.actor.person) else { return PairPage.names(pair, self) }
    return MentoringWords.name(pair.person(on: side.other), self)
  }
}

extension Text {
  fileprivate static func last(_ days: Int32) -> Text {
    days == 0
      ? Text("terakhir hari ini", en: "last today")
      : Text("terakhir \(days) hari lalu", en: "last \(days) days ago")
  }
  fileprivate static func openActions(_ count: Int) -> Text {
    Text("\(count) tindak lanjut", en: "\(count) open")
  }
  fileprivate static let sayWhat = Text("Tuliskan tindak lanjutnya", en: "Write down the action")
  fileprivate static let dueBefore = Text("Tenggat sebelum hari sesinya", en: "Due before the day of the session")
}
