import JenjangDomain
import JenjangStore
import TerminalKit

/// What Home says of mentoring, and what Enter and Space do there.
extension MentoringDuty {
  /// How many of them Home shows; the others are in their lists.
  static let most = 7

  func words(_ view: View) -> String {
    let name = MentoringWords.name(partner, view)
    switch kind {
    case .answer: return view(Text("Bimbingan \(name)", en: "Mentoring \(name)"))
    case .begin: return view(Text("Mulai bimbingan \(name)", en: "Begin mentoring \(name)"))
    case .meet: return view(Text("Sesi dengan \(name)", en: "Session with \(name)"))
    case .silent: return view(Text("Tanpa sesi: \(name)", en: "No session: \(name)"))
    case .action(let action, true): return action.text ?? ""
    case .action(let action, false): return name + ": " + (action.text ?? "")
    case .rate: return view(Text("Nilai bimbingan dengan \(name)", en: "Rate the mentoring with \(name)"))
    }
  }

  /// What stands at the end of the line: the day, or for how long nothing was heard.
  func detail(_ view: View) -> String {
    switch kind {
    case .silent(let days): view(Text("\(days) hari", en: "\(days) days"))
    case .answer: view(Text("setuju?", en: "agreed?"))
    case .meet, .action: due.map { DayWords.short($0, view) } ?? ""
    default: ""
    }
  }

  var isUrgent: Bool {
    switch kind {
    case .answer, .silent: true
    case .action(_, let isOwn): isOwn && isLate
    default: isLate
    }
  }

  /// The form of the session, the answer, the rating; the action as it was agreed.
  func open(_ view: View) -> Effect {
    switch kind {
    case .answer: .push(PairAnswer.chooser(pair.id))
    case .begin: PairSteps.take(.begin, pair.id, view)
    case .meet, .silent: SessionLog.start(pair.id, view)
    case .action(let action, _): .push(MentoringActions.chooser(action.id))
    case .rate: MentoringRatings.start(pair.id, view)
    }
  }

  /// What Space does on the line: an action is done.
  ///
  /// Nil for the others.
  func tick(_ view: View) -> Effect? {
    guard case .action(let action, _) = kind else { return nil }
    return MentoringActions.finish(action.id, view)
  }
}

extension DayWords {
  /// `hari ini`, `besok`, else weekday and day, with the year where it is another: `Sel 24 Nov`.
  static func short(_ day: Day, _ view: View) -> String {
    switch day.number - view.today.number {
    case 0: return view(Text("hari ini", en: "today"))
    case 1: return view(Text("besok", en: "tomorrow"))
    default:
      let words = view(day.withWeekday)
      return day.year == view.today.year ? String(words.dropLast(5)) : words
    }
  }
}
