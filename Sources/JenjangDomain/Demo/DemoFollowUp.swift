/// What follows made-up evaluations: objections, coaching, nominations, innovations.
enum DemoFollowUp {
  /// An objection to a released result, and the result as it stands after it.
  ///
  /// `isRecent` leaves it open; older ones are ruled or were withdrawn.
  static func objection(
    to evaluation: inout Evaluation, isRecent: Bool, _ ratings: inout DemoRatings, _ data: inout DemoData
  ) {
    let isLow = evaluation.predicate.map { $0 < .good } ?? false
    guard let received = evaluation.acknowledgedOn, let hearer = evaluation.superior,
      data.random.below(1_000) < (isLow ? 120 : isRecent ? 12 : 4)
    else { return }
    let filed = min(data.today, received.adding(days: data.random.pick(1...10)))
    var objection = Objection(id: data.newID())
    objection.employee = evaluation.employee
    objection.evaluation = evaluation.id
    objection.assessor = evaluation.assessor
    objection.hearer = hearer
    objection.filedOn = filed
    objection.deadline = Law.national.find(PerformanceRating.objectionDays, on: received)
      .map { received.adding(days: $0.value) }
    objection.grounds = data.random.pick(DemoAppraisal.grounds)
    if isRecent || data.today < filed.adding(days: 40) {
      leaveOpen(&objection, &evaluation, &data)
    } else if data.random.chance(15) {
      objection.state = .withdrawn
    } else {
      decide(&objection, &evaluation, &ratings, &data)
    }
    let made = objection
    data.add(objection.id) { $0 = made }
  }

  private static func leaveOpen(_ objection: inout Objection, _ evaluation: inout Evaluation, _ data: inout DemoData) {
    guard let filed = objection.filedOn else { return }
    evaluation.state = .objected
    objection.state = .filed
    guard data.random.chance(60) else { return }
    objection.answer = data.random.pick(DemoAppraisal.answers)
    objection.answeredOn = min(data.today, filed.adding(days: 2))
    guard data.random.chance(50) else { return }
    objection.state = .heard
    objection.hearing = data.random.pick(DemoAppraisal.hearings)
    objection.heardOn = min(data.today, filed.adding(days: 4))
  }

  private static func decide(
    _ objection: inout Objection, _ evaluation: inout Evaluation, _ ratings: inout DemoRatings, _ data: inout DemoData
  ) {
    guard let filed = objection.filedOn else { return }
    let ruling: ObjectionRuling = data.random.pick([.rejected, .rejected, .rejected, .upheld, .upheld, .partly])
    objection.state = .ruled
    objection.answer = data.random.pick(DemoAppraisal.answers)
    objection.answeredOn = filed.adding(days: data.random.pick(1...6))
    objection.hearing = data.random.pick(DemoAppraisal.hearings)
    objection.heardOn = filed.adding(days: data.random.pick(7...14))
    objection.ruling = ruling
    objection.rulingReason = data.random.pick(ruling == .rejected ? DemoAppraisal.rejected : DemoAppraisal.upheld)
    objection.ruledBy = objection.hearer
    objection.ruledOn = filed.adding(days: data.random.pick(15...24))
    evaluation.state = .final
    if ruling != .rejected { ratings.rule(&evaluation) }
  }

  /// Coaching for most of those whose result falls short, with its monthly dialogues.
  static func coaching(after evaluation: Evaluation, _ data: inout DemoData) {
    guard let predicate = evaluation.predicate, predicate < .good, evaluation.state?.isReleased ?? false,
      let coach = evaluation.assessor, let told = evaluation.acknowledgedOn ?? evaluation.releasedOn,
      data.random.chance(75)
    else { return }
    let start = told.adding(days: data.random.pick(10...35))
    guard start <= data.today else { return }
    var programme = CoachingProgramme(id: data.newID())
    programme.employee = evaluation.employee
    programme.evaluation = evaluation.id
    programme.cause = evaluation.coachingCause
    programme.measure =
      CoachingNeed.judge(predicate, from: start, result: nil, by: .national).output.measure ?? .coaching
    programme.coach = coach
    programme.start = start
    programme.end = CoachingProgramme.lastDay(from: start, by: .national)
    programme.targets = data.random.pick(DemoAppraisal.targets)
    programme.support = data.random.pick(DemoAppraisal.support)
    programme.state = .running
    close(&programme, &data)
    let made = programme
    data.add(programme.id) { $0 = made }
    dialogues(of: programme, &data)
  }

  /// Ends a programme whose last day has passed.
  private static func close(_ programme: inout CoachingProgramme, _ data: inout DemoData) {
    guard let end = programme.end, end < data.today else { return }
    let place = data.random.chance(82) ? 0 : data.random.pick(1...2)
    programme.state = .finished
    programme.result = [.passed, .competencyTest, .moved][place]
    programme.resultNote = DemoAppraisal.outcomes[place]
    programme.closedOn = min(data.today, end.adding(days: data.random.pick(0...7)))
  }

  private static func dialogues(of programme: CoachingProgramme, _ data: inout DemoData) {
    let isFinished = programme.state == .finished
    for planned in programme.plannedDialogues({ (data.newID() as ID<CoachingDialogue>).raw }) {
      guard let due = planned.due else { continue }
      var dialogue = planned
      let held = due.adding(days: -data.random.below(6))
      if isFinished || held <= data.today && data.random.chance(85) {
        dialogue.heldOn = min(held, data.today)
        dialogue.progress = data.random.pick(DemoAppraisal.progress)
        dialogue.agreed = data.random.pick(DemoAppraisal.agreed)
      }
      let made = dialogue
      data.add(dialogue.id) { $0 = made }
    }
  }

  /// An idea of somebody in the year before or in this one, for few.
  ///
  /// Gives its identity when it was adopted in the year before.
  static func innovation(of holder: DemoHolder, _ data: inout DemoData) -> ID<Innovation>? {
    guard data.random.below(1_000) < 35 else { return nil }
    let idea = data.random.pick(DemoAppraisal.ideas)
    let began = max(holder.start, data.today.adding(days: -data.random.pick(30...640)))
    guard began < data.today else { return nil }
    let adopted = began.adding(days: 75)
    let confirmer = holder.isAssessorGone ? holder.superior : holder.assessor
    let isRipe = adopted <= data.today && confirmer != nil
    let state: InnovationState = data.random.pick(
      isRipe ? [.adopted, .adopted, .effective, .tried, .stopped] : [.idea, .tried])
    let id = data.add(Innovation.self) {
      $0.employee = holder.employee
      $0.title = idea.title
      $0.date = began
      $0.problem = idea.problem
      $0.idea = idea.idea
      $0.state = state
      $0.trial = state == .idea ? nil : "Dicoba sebulan di unit sendiri."
      guard state == .effective || state == .adopted else { return }
      $0.effect = idea.effect
      guard state == .adopted else { return }
      $0.unit = holder.seat.unit
      $0.adoptedOn = adopted
      $0.adoptedBy = confirmer
    }
    return state == .adopted && adopted.year == data.today.year - 1 ? id : nil
  }

  /// A nomination for about half of those with the best result, in all its states.
  static func nomination(
    of holder: DemoHolder, for evaluation: Evaluation, _ cycle: ID<EvaluationCycle>, innovation: ID<Innovation>?,
    _ data: inout DemoData
  ) {
    guard evaluation.predicate == .veryGood, evaluation.state?.isReleased ?? false, !holder.isPunished,
      let told = evaluation.acknowledgedOn, data.random.chance(innovation == nil ? 45 : 90)
    else { return }
    let year = evaluation.end?.year ?? 0
    let states: [NominationState] = [.proposed, .approved, .declined, .granted, .granted, .granted]
    var state = data.random.pick(states)
    let proposed = min(data.today, told.adding(days: data.random.pick(5...30)))
    let decided = proposed.adding(days: data.random.pick(10...25))
    let ceremony = decided.adding(days: 30)
    if data.today < ceremony { state = .proposed }
    let number = data.decree(decided, "862.1")
    let kind: RewardKind = innovation == nil ? .certificate : .bestEmployee
    var nomination = RewardNomination(id: data.newID())
    nomination.employee = holder.employee
    nomination.kind = kind
    nomination.cycle = cycle
    nomination.evaluation = evaluation.id
    nomination.innovation = innovation
    nomination.basis =
      "Predikat Sangat Baik tahun \(year)" + (innovation == nil ? "." : ", inovasi diterapkan.")
    nomination.proposedBy = evaluation.assessor
    nomination.proposedOn = proposed
    nomination.state = state
    if state != .proposed {
      nomination.decidedOn = decided
      nomination.decision =
        state == .declined ? "Kuota penghargaan tahun ini sudah terpenuhi." : "Disetujui tim penilai."
    }
    if state == .granted {
      nomination.decreeNumber = number
      nomination.decreeDate = decided
      nomination.ceremonyDate = ceremony
      nomination.ceremonyPlace = "Halaman kantor bupati"
      let award = nomination.award(data.newID(), on: data.today, .indonesian)
      data.add(award.id) { $0 = award }
      nomination.award = award.id
    }
    let made = nomination
    data.add(nomination.id) { $0 = made }
  }
}
