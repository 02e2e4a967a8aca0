extension TaskMaker {
  /// Every task that saves more than its record.
  static let all: [TaskMaker] = [
    ObjectionFiling.maker, ObjectionRulingFlow.maker, CoachingPage.maker, SessionLog.maker,
  ]
}
