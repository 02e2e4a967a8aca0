import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit
import Testing

@testable import JenjangApp
@testable import TestSupport

/// Three who wish for a mentor (2 to 4) and lack two levels of KEU-01; two who have them and offer to mentor: 5, from
/// another unit, takes one, and 2 wishes for him; 6, from their own unit, takes two.
@MainActor
struct MentoringRobot: OfficeRobot {
  let form: FormRobot

  var robot: Robot { form.robot }
  var pairs: [MentoringPair] { book.mentoringPairs.all }

  init(size: Size = Size(columns: 80, rows: 24)) throws {
    form = try FormRobot(size: size)
    try commit(MentoringRobot.records)
    let book = book
    try commit(
      (1...6 as ClosedRange<UInt64>).compactMap { number in
        book.positionHistories.owned(by: FormRobot.employee(number)).last.flatMap { position in
          book.positionHistories.updating(position.id) { $0.positionKind = .operational }
        }
      })
  }

  func commit(_ operations: [JenjangDomain.Operation]) throws {
    try robot.store.commit(Transaction(operations, why: "fixture"))
    robot.settle()
  }

  static func person(_ number: UInt64) -> ID<Employee> { ID(FormRobot.employee(number)) }

  /// The number of the mentor by that of the mentee.
  var mentors: [UInt64: UInt64] {
    Dictionary(
      uniqueKeysWithValues: pairs.compactMap { pair in
        pair.mentee.flatMap { mentee in pair.mentor.map { (mentee.raw.low, $0.raw.low) } }
      })
  }

  /// A pair of 6 and 4 in a state, with a goal that is half way.
  func pair(_ state: PairState, number: UInt64 = 1, mentor: UInt64 = 6, mentee: UInt64 = 4) throws -> ID<MentoringPair>
  {
    var pair = MentoringPair(id: ID(RecordID(high: 50, low: number)))
    pair.mentor = MentoringRobot.person(mentor)
    pair.mentee = MentoringRobot.person(mentee)
    pair.kind = .individual
    pair.state = state
    pair.proposedOn = MentoringRobot.day("2026-06-01")
    if state != .proposed {
      pair.mentorAcceptedOn = MentoringRobot.day("2026-06-02")
      pair.menteeAcceptedOn = MentoringRobot.day("2026-06-03")
    }
    if state.isRunning { pair.start = MentoringRobot.day("2026-06-05") }
    var goal = MentoringGoal(id: ID(RecordID(high: 51, low: number)))
    goal.pair = pair.id
    goal.text = "Menyusun anggaran"
    goal.competency = ID(RecordID(high: 32, low: 1))
    goal.before = 1
    goal.target = 3
    goal.progress = 50
    goal.state = .active
    try commit([.creating(pair), .creating(goal)])
    return pair.id
  }

  static func day(_ text: String) -> Day { Day(iso: text) ?? Day(number: 0) }

  static var records: [JenjangDomain.Operation] {
    var competency = Competency(id: ID(RecordID(high: 32, low: 1)))
    (competency.code, competency.name, competency.kind) = ("KEU-01", "Keuangan daerah", .technical)
    competency.level3 = "Menangani kasus yang tidak biasa"
    var standard = PositionStandard(id: ID(RecordID(high: 33, low: 1)))
    (standard.name, standard.positionKind) = ("Pelaksana", .operational)
    (standard.levels, standard.validFrom) = (CompetencyMarks("KEU-01 3"), day("2024-01-01"))
    let levels = (2...6 as ClosedRange<UInt64>).map { number -> JenjangDomain.Operation in
      var assessment = Assessment(id: ID(RecordID(high: 31, low: number)))
      (assessment.employee, assessment.date) = (person(number), day("2026-01-15"))
      (assessment.instrument, assessment.state) = (.test, .final)
      assessment.levels = CompetencyMarks(number < 5 ? "KEU-01 1" : number == 6 ? "KEU-01 5" : "KEU-01 4")
      return .creating(assessment)
    }
    let offers = (5...6 as ClosedRange<UInt64>).map { number -> JenjangDomain.Operation in
      var offer = MentorProfile(id: ID(RecordID(high: 35, low: number)))
      (offer.employee, offer.consentedOn) = (person(number), day("2026-03-01"))
      (offer.capacity, offer.topics) = (number == 5 ? 1 : 2, "Perbendaharaan")
      return .creating(offer)
    }
    let wishes = (2...4 as ClosedRange<UInt64>).map { number -> JenjangDomain.Operation in
      var wish = MenteeWish(id: ID(RecordID(high: 36, low: number)))
      (wish.employee, wish.consentedOn) = (person(number), day("2026-10-0\(number)"))
      wish.mentor = number == 2 ? person(5) : nil
      wish.topics = "Menyusun anggaran"
      return .creating(wish)
    }
    return [.creating(competency), .creating(standard)] + levels + offers + wishes
  }
}
