extension TaskMaker {
  /// Every task that saves more than its record.
  static let all: [TaskMaker] = [
    ObjectionFiling.maker, ObjectionRulingFlow.maker, CoachingPage.maker, SessionLog.maker,
  ]
}

extension GridMaker {
  /// Every grid whose cells can be left with something that is not saved.
  static let all: [GridMaker] = [
    EvaluationGrid.maker, EvaluationForm.maker, AchievementGrid.maker, AssessmentGrid.maker, AttendanceGrid.maker,
    StandardGrid.maker,
  ]
}
