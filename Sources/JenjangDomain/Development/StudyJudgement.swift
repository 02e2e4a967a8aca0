extension StudyApplication {
  /// What the rule `study-assignment` says of it: the requirements, the days and the bond.
  ///
  /// Nil where nobody applied or no rule says it.
  public func judged(in book: Book) -> Judgement<StudyAssignment.Output>? {
    let call = call.flatMap { book.scholarshipCalls[$0] }
    guard let employee, let state = book.state(of: employee, on: start ?? call?.start ?? book.day),
      var input = StudyAssignment.input(for: PersonFacts(state, in: book, by: book.law))
    else { return nil }
    input.programme = programme ?? call?.programme
    input.isReleased = isReleased ?? call?.isReleased
    input.isAccredited = isAccredited ?? call?.isAccredited
    input.fitsPlan = fitsPlan
    input.day = start ?? call?.start ?? book.day
    do throws(NoParameter) {
      return try StudyAssignment.judge(input, by: book.law)
    } catch {
      return Judgement(StudyAssignment.Output(), [error.finding])
    }
  }
}
