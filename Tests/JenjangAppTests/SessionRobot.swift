import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit
import Testing

@testable import JenjangApp
@testable import TestSupport

/// Robert Sitinjak (6) mentors Siti Rahmawati (4); Agus Pratama (5) mentors her too; Dewi (1) is the officer.
///
/// They met once, on 10 November 2026. Whoever enters is named; `become` turns the same session into another's.
@MainActor
struct SessionRobot: OfficeRobot {
  let folder: TemporaryFolder
  let robot: Robot
  static let pair = ID<MentoringPair>(RecordID(high: 30, low: 1))
  static let otherPair = ID<MentoringPair>(RecordID(high: 30, low: 2))
  static let session = ID<MentoringSession>(RecordID(high: 31, low: 1))
  static let action = ID<MentoringAction>(RecordID(high: 32, low: 1))
  static let (mentor, mentee, other, officer): (UInt64, UInt64, UInt64, UInt64) = (6, 4, 5, 1)

  init(
    _ role: UserRole = .mentor, person: UInt64 = 6, size: Size = Size(columns: 80, rows: 24),
    language: Language = .indonesian, folder: TemporaryFolder = TemporaryFolder()
  ) throws {
    self.folder = folder
    let store = try Fixture.store(folder)
    try store.commit(Transaction(SessionRobot.records, why: "fixture"))
    try store.commit(
      Transaction(
        [RoleRobot.account(person: person), RoleRobot.assignment(1, person: person, role, unit: nil)], why: "peran"))
    try store.enter(on: Fixture.today)
    robot = Robot(store, files: SessionRobot.files(folder), size: size, language: language, day: Fixture.today)
  }

  /// The same user comes back to the same store.
  init(after earlier: SessionRobot) throws {
    folder = earlier.folder
    let store = try Store(
      opening: earlier.robot.store.path,
      options: OpenOptions(environment: Fixture.environment(seed: 5), today: Fixture.today))
    try store.enter(on: Fixture.today)
    robot = Robot(
      store, files: SessionRobot.files(folder), size: Size(columns: 80, rows: 24), language: .indonesian,
      day: Fixture.today)
  }

  private static func files(_ folder: TemporaryFolder) -> UserFiles {
    UserFiles(environment: { [folder] in $0 == "HOME" ? folder.path : nil })
  }

  var form: FormScreen? { robot.app.stack.top as? FormScreen }

  /// Goes to a field by Tab.
  func go(to field: String) {
    press("ctrl-home")
    for _ in 0..<40 where form?.current.spec.name != field { press("tab") }
    #expect(form?.current.spec.name == field)
  }

  var sessions: [MentoringSession] { book.mentoringSessions.all }

  private static var records: [JenjangDomain.Operation] {
    func person(_ number: UInt64) -> ID<Employee> { ID(FormRobot.employee(number)) }
    func made(_ id: ID<MentoringPair>, _ mentor: UInt64, _ goal: String) -> MentoringPair {
      var pair = MentoringPair(id: id)
      pair.mentor = person(mentor)
      pair.mentee = person(mentee)
      pair.kind = .individual
      pair.state = .active
      pair.goal = goal
      pair.proposedOn = Day(iso: "2026-05-20")
      pair.mentorAcceptedOn = Day(iso: "2026-05-25")
      pair.menteeAcceptedOn = Day(iso: "2026-05-26")
      pair.start = Day(iso: "2026-06-02")
      return pair
    }
    var session = MentoringSession(id: session)
    session.pair = pair
    session.date = Day(iso: "2026-11-10")
    session.minutes = 45
    session.mode = .online
    session.topic = "Simulasi rapat anggaran"
    session.nextDate = Day(iso: "2026-12-01")
    session.loggedBy = person(mentor)
    var action = MentoringAction(id: action)
    action.pair = pair
    action.session = session.id
    action.text = "Kirim notula"
    action.side = .mentee
    action.due = Day(iso: "2026-11-20")
    return [
      .creating(made(pair, mentor, "Memimpin rapat lintas unit")),
      .creating(made(otherPair, other, "Menyusun anggaran kas")), .creating(session), .creating(action),
    ]
  }
}
