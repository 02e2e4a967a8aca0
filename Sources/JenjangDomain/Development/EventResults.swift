/// What came of an event for one who had a seat: whether it is passed, with which hours and certificate.
extension Book {
  /// Whether the certificate is earned, by the rule `training-certificate`.
  public func certificate(of enrolment: Enrolment, in event: LearningEvent) -> Judgement<TrainingCertificate.Output> {
    var input = TrainingCertificate.Input()
    input.attended = enrolment.attendance?.count(of: .present) ?? 0
    input.held = attendanceCount(of: event)
    input.isPassed = enrolment.isPassed
    input.day = event.end
    do throws(NoParameter) {
      return try TrainingCertificate.judge(input, by: law)
    } catch {
      return Judgement(TrainingCertificate.Output(), [error.finding])
    }
  }

  /// The lesson hours that an event gives, by the rule `lesson-hours`.
  public func lessonHours(of event: LearningEvent) -> Int? {
    let programme = event.programme.flatMap { learningProgrammes[$0] }
    var input = LessonHours.Input()
    input.form = event.form ?? programme?.form
    input.certificateHours = event.lessonHours ?? programme?.lessonHours
    input.count = days(of: event).count
    input.day = event.end ?? event.start
    return try? LessonHours.judge(input, by: law).output.hours
  }

  /// The enrolment with its result, and the row it puts into the person's training history.
  ///
  /// Who never came is absent; who passed and came often enough passes; everybody else does not.
  public func finished(_ enrolment: Enrolment, in event: LearningEvent) -> (enrolment: Enrolment, training: Training?) {
    var next = enrolment
    guard enrolment.wasThere || enrolment.isPassed != nil else {
      next.state = .absent
      return (next, nil)
    }
    guard certificate(of: enrolment, in: event).output.isEarned == true else {
      next.state = .failed
      if next.isPassed == true { next.isPassed = false }
      return (next, nil)
    }
    next.state = .passed
    next.isPassed = true
    next.lessonHours = lessonHours(of: event)
    next.certificateDate = next.certificateDate ?? event.end
    let programme = event.programme.flatMap { learningProgrammes[$0] }
    if next.certificateEnd == nil, let months = programme?.certificateMonths {
      next.certificateEnd = next.certificateDate?.adding(months: months).adding(days: -1)
    }
    if next.reassessOn == nil, programme?.raises?.isEmpty == false, let end = event.end {
      next.reassessOn = law.find(TrainingEvents.reassessMonths, on: end).map { end.adding(months: $0.value) }
    }
    let training = training(of: next, event, programme)
    next.training = training.id
    return (next, training)
  }

  /// The identity follows from the enrolment, so that it is written once however often the event is closed.
  private func training(of enrolment: Enrolment, _ event: LearningEvent, _ programme: LearningProgramme?) -> Training {
    let person = enrolment.employee?.raw ?? enrolment.id.raw
    let id: ID<Training> = enrolment.training ?? ID(enrolment.id.raw.derived(from: person, 2))
    var training = trainings[id] ?? Training(id: id)
    training.employee = enrolment.employee
    training.name = programme?.name ?? event.name
    training.kind = programme?.kind
    training.mode = event.mode ?? programme?.mode
    let provider = event.provider ?? programme?.provider
    training.organiser = provider.flatMap { partners[$0]?.name } ?? event.organiser.flatMap { units[$0]?.name }
    training.place = event.place
    training.startDate = event.start
    training.endDate = event.end
    training.lessonHours = enrolment.lessonHours
    training.certificateNumber = enrolment.certificateNumber
    training.certificateDate = enrolment.certificateDate
    training.certificateEnd = enrolment.certificateEnd
    training.scan = enrolment.certificate
    return training
  }

  /// Gives everybody with a seat a result, as far as attendance and marks say one; what is saved for that.
  ///
  /// Somebody who came and of whom nobody said whether he passed is left open.
  public func finishing(_ event: LearningEvent) -> [Operation] {
    enrolments(of: event.id).filter { $0.state == .accepted }.flatMap { enrolment -> [Operation] in
      guard !(enrolment.wasThere && enrolment.isPassed == nil) else { return [] }
      guard enrolment.attendance?.isEmpty == false || enrolment.isPassed != nil else { return [] }
      let (next, training) = finished(enrolment, in: event)
      return [training.flatMap { saving($0) }, saving(next)].compactMap(\.self)
        + rescued(by: next, in: event)
    }
  }

  /// The rescue cases that a passed event of the same programme serves.
  private func rescued(by enrolment: Enrolment, in event: LearningEvent) -> [Operation] {
    guard enrolment.state == .passed, let person = enrolment.employee else { return [] }
    return rescueCases.storedOwned(by: person.raw)
      .filter { $0.state?.isOpen ?? false && $0.programme != nil && $0.programme == event.programme }
      .compactMap { rescue in
        rescueCases.updating(rescue.id) { record in
          record.state = .served
          record.served = enrolment.id
          record.servedOn = event.end
        }
      }
  }

  /// The assessment that says which levels somebody reached by a training, each only where it is higher than before.
  public func reassessment(
    _ id: ID<Assessment>, of enrolment: Enrolment, in event: LearningEvent, on day: Day, by assessor: ID<Employee>?
  ) -> Assessment? {
    guard let person = enrolment.employee, let row = employees.table.row(of: person.raw),
      let raises = event.programme.flatMap({ learningProgrammes[$0]?.raises })
    else { return nil }
    let held = CompetencyLevels(self, on: day).held(by: row)
    var marks = CompetencyMarks()
    for (code, mark) in raises.all {
      let before = held[code].flatMap { $0.isValid(on: day) ? $0.level : nil } ?? 0
      if mark.level > before { marks[code] = CompetencyMark(mark.level) }
    }
    guard !marks.isEmpty else { return nil }
    var assessment = Assessment(id: id)
    assessment.employee = person
    assessment.date = day
    assessment.instrument = .training
    assessment.levels = marks
    assessment.state = .final
    assessment.assessor = assessor
    assessment.event = event.id
    return assessment
  }
}
