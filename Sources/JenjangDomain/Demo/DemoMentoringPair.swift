/// A made-up pair from its proposal on: what it works on, how often the two met, what they agreed and how they found it.
struct DemoMentoringPair {
  let couple: DemoMentoring.Couple
  let round: ID<MentoringProgramme>
  let competencies: [String: ID<Competency>]

  /// From when to when it lasts, as far as that is known.
  private struct Span {
    let start: Day
    let end: Day?
    let state: PairState
  }

  func put(into data: inout DemoData) {
    let span = span(&data)
    let goal = data.random.pick(DemoMentoringTexts.goals)
    let pair = pair(span, goal, &data)
    guard span.state != .proposed else { return }
    self.goal(goal, of: pair, span, &data)
    sessions(of: pair, span, &data)
    if span.state == .finished, let end = span.end { ratings(of: pair, on: end, &data) }
  }

  private func span(_ data: inout DemoData) -> Span {
    let draw = data.random.below(100)
    let state: PairState =
      if couple.isOld {
        draw < 82 ? .finished : .stopped
      } else if couple.isWaiting {
        .proposed
      } else {
        draw < 84 ? .active : draw < 92 ? .paused : .stopped
      }
    let latest = couple.isOld ? data.today.adding(days: -365) : data.today
    let start = latest.adding(days: -data.random.pick(couple.isOld ? 0...120 : 40...260))
    let end = state.isOver ? min(data.today, start.adding(days: data.random.pick(120...300))) : nil
    return Span(start: start, end: end, state: state)
  }

  private func pair(
    _ span: Span, _ goal: DemoMentoringTexts.Goal, _ data: inout DemoData
  ) -> ID<MentoringPair> {
    let cause: PairEndCause? = span.state == .stopped ? data.random.pick([.moved, .left, .time, .fit]) : nil
    let isWaiting = span.state == .proposed
    let proposed = isWaiting ? data.today.adding(days: -data.random.pick(2...12)) : span.start.adding(days: -9)
    let hasMentorSaidYes = !isWaiting || data.random.chance(40)
    return data.add(MentoringPair.self) {
      $0.mentee = couple.mentee.employee
      $0.mentor = couple.mentor.employee
      $0.kind = .individual
      $0.state = span.state
      $0.programme = round
      $0.goal = goal.text
      $0.proposedOn = proposed
      $0.mentorAcceptedOn = hasMentorSaidYes ? proposed.adding(days: 1) : nil
      $0.menteeAcceptedOn = isWaiting ? nil : proposed.adding(days: 2)
      $0.start = isWaiting ? nil : span.start
      $0.endedOn = span.end
      $0.endCause = cause
    }
  }

  private func goal(
    _ goal: DemoMentoringTexts.Goal, of pair: ID<MentoringPair>, _ span: Span, _ data: inout DemoData
  ) {
    let isReached = span.state == .finished && data.random.chance(75)
    let progress = isReached ? 100 : data.random.pick(0...8) * 10
    data.add(MentoringGoal.self) {
      $0.pair = pair
      $0.text = goal.text
      $0.competency = competencies[goal.code]
      $0.before = 2
      $0.target = 3
      $0.by = span.start.adding(days: 270)
      $0.progress = progress
      $0.state = isReached ? .reached : span.state.isOver ? .dropped : .active
    }
  }

  private func sessions(of pair: ID<MentoringPair>, _ span: Span, _ data: inout DemoData) {
    let end = span.end ?? data.today
    // One pair in six fell silent some time ago.
    let isSilent = span.end == nil && data.random.chance(16)
    let last = isSilent ? end.adding(days: -data.random.pick(31...75)) : end
    var day = span.start.adding(days: data.random.pick(1...7))
    while day <= last {
      let following = day.adding(days: data.random.pick(12...30))
      let isLast = following > last
      let session = session(of: pair, on: day, next: isLast && span.end != nil ? nil : following, &data)
      if isLast, span.end == nil { agreements(of: session, pair, on: day, &data) }
      day = following
    }
  }

  private func session(
    of pair: ID<MentoringPair>, on day: Day, next: Day?, _ data: inout DemoData
  ) -> ID<MentoringSession> {
    let minutes = data.random.pick([30, 45, 60, 60, 90])
    let mode: SessionMode = data.random.pick([.inPerson, .inPerson, .inPerson, .online, .phone, .visit])
    let notes = data.random.pick(DemoMentoringTexts.sessions)
    return data.add(MentoringSession.self) {
      $0.pair = pair
      $0.date = day
      $0.minutes = minutes
      $0.mode = mode
      $0.topic = notes.topic
      ($0.goal, $0.reality, $0.options, $0.will) = (notes.goal, notes.reality, notes.options, notes.will)
      $0.nextDate = next
      $0.loggedBy = couple.mentor.employee
    }
  }

  private func agreements(
    of session: ID<MentoringSession>, _ pair: ID<MentoringPair>, on day: Day, _ data: inout DemoData
  ) {
    for side in PairSide.allCases where data.random.chance(side == .mentee ? 90 : 40) {
      let text = data.random.pick(side == .mentee ? DemoMentoringTexts.menteeActions : DemoMentoringTexts.mentorActions)
      let due = day.adding(days: data.random.pick(7...24))
      let isDone = data.random.chance(25)
      let done = isDone ? min(data.today, due) : nil
      data.add(MentoringAction.self) {
        $0.pair = pair
        $0.session = session
        $0.text = text
        $0.side = side
        $0.due = due
        $0.doneOn = done
      }
    }
  }

  private func ratings(of pair: ID<MentoringPair>, on day: Day, _ data: inout DemoData) {
    for side in PairSide.allCases where data.random.chance(85) {
      let satisfaction = data.random.pick([2, 3, 3, 4, 4])
      let comment = data.random.pick(DemoMentoringTexts.comments)
      data.add(MentoringRating.self) {
        $0.pair = pair
        $0.side = side
        $0.on = day
        $0.satisfaction = satisfaction
        $0.comment = comment
      }
    }
  }
}
