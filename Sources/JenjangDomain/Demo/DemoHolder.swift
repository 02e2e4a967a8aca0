/// Somebody in a post, as a year of performance needs it.
struct DemoHolder {
  let employee: ID<Employee>
  let sex: Sex
  let post: PlannedPost
  let seat: DemoSeat
  /// The definitive positions, the last one the present post.
  let spells: [DemoCareer.Spell]
  let ranks: [DemoCareer.Step]
  /// The unit of the positions before the present one.
  let elsewhere: ID<Unit>
  let assessor: ID<Employee>?
  let superior: ID<Employee>?
  /// The assessor has left the service.
  let isAssessorGone: Bool
  /// Had a moderate or severe punishment.
  let isPunished: Bool

  /// Serves with a contract.
  var isContract: Bool { ranks.first?.grade.isContract ?? false }

  /// Since when the post is held.
  var start: Day { spells.last?.start ?? ranks.first?.day ?? Day(number: 0) }

  /// The position before, for those who moved after a day.
  func before(_ day: Day) -> DemoCareer.Spell? {
    day < start && spells.count > 1 ? spells[spells.count - 2] : nil
  }

  /// The grade held on a day.
  func grade(on day: Day) -> Grade? { ranks.last { $0.day <= day }?.grade ?? ranks.first?.grade }

  /// The parts of a year by the position held, the oldest first; a position of less than a month has none.
  func parts(from first: Day, to last: Day) -> [Part] {
    spells.enumerated().compactMap { place, spell in
      let isPresent = place == spells.count - 1
      let end = isPresent ? last : min(last, spells[place + 1].start.adding(days: -1))
      let start = max(first, spell.start)
      return start.adding(days: 27) <= end ? Part(spell: spell, isPresent: isPresent, start: start, end: end) : nil
    }
  }

  /// A position in a part of a year.
  struct Part {
    let spell: DemoCareer.Spell
    let isPresent: Bool
    let start: Day
    let end: Day
  }
}
