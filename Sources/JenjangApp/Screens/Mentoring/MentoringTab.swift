import JSONText
import JenjangDomain
import TerminalKit

extension FileTab {
  /// The pairs of somebody on both sides, their sessions and goals.
  static let mentoring = FileTab(
    name: "mentoring", title: Text("Bimbingan", en: "Mentoring"), short: Text("Bimb.", en: "Mentor"),
    lists: [
      OwnedList(MentoringPair.kind.name, ["start", "mentor", "mentee", "state", "goal", "end"]) { person, view in
        let table = view.book.mentoringPairs.table
        return pairs(of: person, view).compactMap { table.row(of: $0.id.raw) }
      },
      OwnedList(MentoringSession.kind.name, ["date", "topic", "minutes", "mode", "nextDate"]) { person, view in
        let table = view.book.mentoringSessions.table
        let rows = pairs(of: person, view).flatMap { table.rows(ownedBy: $0.id.raw) }
        let days = rows.map { (row: $0, day: table.value("date", at: $0)?.text ?? "") }
        return days.sorted { ($0.day, $0.row) < ($1.day, $1.row) }.map(\.row)
      },
      OwnedList(MentoringGoal.kind.name, ["by", "text", "progress", "state", "before", "target"]) { person, view in
        let table = view.book.mentoringGoals.table
        return pairs(of: person, view).flatMap { table.rows(ownedBy: $0.id.raw) }
      },
    ])

  private static func pairs(of person: RecordID, _ view: View) -> [MentoringPair] {
    view.book.pairs(of: ID(person)).sorted { ($0.start ?? view.today, $0.id.raw) < ($1.start ?? view.today, $1.id.raw) }
  }
}

/// What Enter and F6 do with the records of mentoring in somebody's file.
enum MentoringTab {
  /// Nil for records of other kinds.
  static func open(_ kind: String, _ id: RecordID) -> Effect? {
    switch kind {
    case MentoringSession.kind.name: .push(SessionReader.screen(ID(id)))
    case MentoringPair.kind.name: .push(PairPage(ID(id)))
    default: nil
    }
  }

  /// A session or a goal belongs to a pair and not to the person; nil for other kinds.
  static func new(_ kind: String, of person: RecordID, _ view: View) -> Effect? {
    guard [MentoringSession.kind.name, MentoringGoal.kind.name].contains(kind) else { return nil }
    let running = view.book.livePairs(of: ID(person)).filter { $0.refusalToLog == nil }
    guard let first = running.first else { return .say(.noPair, .warn) }
    guard running.count > 1 else { return .push(form(kind, first, view)) }
    return .push(
      Chooser("mentoring.pair", MentoringPair.kind.title, columns: 76) { query, view in
        running.filter { query.isEmpty || Fuzzy.score(query, in: PairPage.names($0, view)) != nil }.map { pair in
          Choice(title: PairPage.names(pair, view), detail: pair.goal ?? "", effect: .replace(form(kind, pair, view)))
        }
      })
  }

  private static func form(_ kind: String, _ pair: MentoringPair, _ view: View) -> FormScreen {
    if kind == MentoringSession.kind.name { return SessionLog.form(of: pair, on: view.today, view) }
    var preset = JSONObject()
    preset["pair"] = pair.id.json
    preset["state"] = GoalState.allCases.first?.json
    return FormScreen.new(kind: kind, preset: preset, view: view)
  }
}

extension Text {
  fileprivate static let noPair = Text(
    "Belum ada bimbingan berjalan pada pegawai ini", en: "This person has no running mentoring")
}
