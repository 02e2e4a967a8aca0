extension StudyApplication {
  /// What the rule `study-assignment` says of it: the requirements, the days and the bond.
  ///
  /// Nil where nobody applied or no rule says it.
  public func judged(in book: Book) -> Judgement<StudyAssignment.Output>? {
    let call = call.flatMap { book.scholarshipCalls[$0] }
    let begins = start ?? call?.start ?? book.day
    // Ratings and punishments are those known now, the length of service is that of the first day.
    guard let employee, let state = book.state(of: employee, on: min(begins, book.day)),
      var input = StudyAssignment.input(for: PersonFacts(state, in: book, by: book.law))
    else { return nil }
    input.programme = programme ?? call?.programme
    input.isReleased = isReleased ?? call?.isReleased
    input.isAccredited = isAccredited ?? call?.isAccredited
    input.fitsPlan = fitsPlan
    input.day = begins
    do throws(NoParameter) {
      return try StudyAssignment.judge(input, by: book.law)
    } catch {
      return Judgement(StudyAssignment.Output(), [error.finding])
    }
  }
}
