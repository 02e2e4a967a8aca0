import JenjangDomain
import TerminalKit

/// The pairs whose sessions the user can log, those whose turn it is first.
enum SessionPairs {
  struct Line {
    let pair: MentoringPair
    let activity: PairActivity
  }

  /// One's own running pairs; all that one may log for where one has none.
  static func all(_ view: View) -> [MentoringPair] {
    guard view.book.access?.refusal(toWrite: MentoringSession.kind) == nil else { return [] }
    let own = view.book.access?.actor.person.map { view.book.livePairs(of: ID($0)) } ?? []
    let running = own.filter { $0.state?.isRunning ?? false }
    return running.isEmpty ? others(view) : running
  }

  /// Those of the people for whom the role keeps records.
  private static func others(_ view: View) -> [MentoringPair] {
    view.book.mentoringPairs.all.filter { pair in
      pair.state?.isRunning ?? false
        && (view.book.access?.mayWrite(MentoringSession.kind, about: pair.mentee?.raw, in: view.book) ?? true)
    }
  }

  /// Planned sessions by their days, then the others by how long they are silent.
  private static func turn(_ line: Line) -> (Int, Int, RecordID) {
    if let next = line.activity.next { return (0, Int(next.number), line.pair.id.raw) }
    return (1, -line.activity.silentDays, line.pair.id.raw)
  }

  /// The most pairs that are offered at once; typing finds the others.
  private static let most = 200

  /// The choice of a pair, whose form takes its place.
  static let chooser = Chooser("session.pair", Text("Sesi dengan siapa?", en: "A session with whom?"), columns: 76) {
    query, view in
    let fitting = all(view).filter { query.isEmpty || Fuzzy.score(query, in: view.partner(in: $0)) != nil }
    let lines = fitting.prefix(most).map { Line(pair: $0, activity: PairActivity($0, in: view.book, on: view.today)) }
    return lines.sorted { turn($0) < turn($1) }.map { line in
      Choice(
        title: view.partner(in: line.pair), detail: view(line.activity.words),
        key: line.activity.next?.display ?? "",
        effect: .replace(SessionLog.form(of: line.pair, on: view.today, view)))
    }
  }

  /// What is said where there is no pair to log for.
  static let none = Reader(
    heading: { $0(Text("Catat sesi", en: "Log a session")) },
    write: { page, view in
      page.paragraph(view(.noPairs))
      page.paragraph(view(.whatToDo), role: .textMuted)
    })
}

extension PairActivity {
  /// When the two met last.
  var words: Text {
    guard let last else { return Text("belum pernah bertemu", en: "never met yet") }
    let warning = isSilent ? "! " : ""
    return Text(
      "\(warning)terakhir \(last.display), \(sessions) sesi", en: "\(warning)last \(last.display), \(sessions) sessions"
    )
  }
}

extension Text {
  fileprivate static let noPairs = Text(
    "Tidak ada bimbingan berjalan yang sesinya dapat Anda catat.",
    en: "There is no running mentoring whose sessions you can log.")
  fileprivate static let whatToDo = Text(
    "Usulan yang menunggu jawaban Anda ada di Beranda; bimbingan dimulai setelah keduanya setuju.",
    en: "Proposals that wait for your answer are on Home; mentoring begins when both have said yes.")
}
