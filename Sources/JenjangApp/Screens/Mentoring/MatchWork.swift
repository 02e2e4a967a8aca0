import JenjangDomain
import JenjangStore

/// One search for pairs under way: shared by the screens that show it and the job that works on it.
final class MatchWork {
  private(set) var search: MatchSearch
  let programme: MentoringProgramme?
  /// The revision of the book that it was begun with.
  let revision: Int

  init(_ search: MatchSearch, programme: MentoringProgramme? = nil, _ view: View) {
    self.search = search
    self.programme = programme
    revision = view.book.revision
  }

  var isDone: Bool { search.isDone }

  /// Does some steps, as far as some milliseconds allow.
  func advance(_ clock: Clock, milliseconds: Int) {
    let end = clock.milliseconds() + milliseconds
    repeat { search.advance(by: 4) } while !search.isDone && clock.milliseconds() < end
  }

  /// Only the scores, for suggestions; true once they are there.
  func score(_ clock: Clock, milliseconds: Int) -> Bool {
    let end = clock.milliseconds() + milliseconds
    while !search.isScored, clock.milliseconds() < end || search.place == 0 { search.advance(by: 4) }
    return search.isScored
  }
}

/// Brings mentors and mentees together with progress; Ctrl-C stops it and nothing is changed.
struct Matching: Job {
  let work: MatchWork
  let done: (MatchWork, View) -> Effect

  var title: Text { Text("Mencocokkan", en: "Matching") }
  var isMissed: Bool { false }
  var progress: (done: Int, total: Int)? { (work.search.place, max(1, work.search.total)) }

  mutating func advance(_ session: Session) -> Effect? {
    work.advance(session.clock, milliseconds: 20)
    return work.isDone ? done(work, View(session)) : nil
  }

  func cancelled(_ session: Session) -> Effect {
    .say(Text("Pencocokan dihentikan", en: "The matching was stopped"), .warn)
  }
}
