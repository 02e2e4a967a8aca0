/// Sessions of mentoring as calendar programs read them: those that were held, and the days agreed on for the next.
extension Book {
  /// The entries of some pairs, as far as the actor may read their sessions; topics stay in the program.
  ///
  /// `title` says in words who meets. A planned day is there until a session is held on or after it.
  public func calendarEntries(of pairs: [MentoringPair], title: (MentoringPair) -> String) -> [CalendarText.Entry] {
    pairs.flatMap { pair -> [CalendarText.Entry] in
      let sessions = mentoringSessions.owned(by: pair.id.raw)
      let held = sessions.compactMap { session in
        session.date.map { day in
          CalendarText.Entry(
            identity: session.id.raw.text, sequence: revision(of: session) - 1, day: day, summary: title(pair),
            description: session.minutes.map { "\($0) menit" }, status: .confirmed)
        }
      }
      guard let last = lastSession(of: pair.id), let next = last.nextDate, pair.state?.isRunning ?? false else {
        return held
      }
      let planned = CalendarText.Entry(
        identity: pair.id.raw.text + "-berikut", sequence: revision(of: last) - 1 + sessions.count, day: next,
        summary: title(pair), status: .tentative)
      return held + [planned]
    }
  }

  private func revision(of session: MentoringSession) -> Int {
    let table = mentoringSessions.table
    return table.row(of: session.id.raw).map { table.revision(of: $0) } ?? 1
  }
}
