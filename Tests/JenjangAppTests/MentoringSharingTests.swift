import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit
import Testing

@testable import JenjangApp
@testable import TestSupport

/// Robert at the screens, Agus and an officer at sessions of their own: all at the pairs of the same mentee.
@MainActor
struct ThreeAtOnePair {
  let robert: SessionRobot
  let agus: Store
  let officer: Store

  init() throws {
    let robert = try SessionRobot(size: Size(columns: 120, rows: 40))
    func opened(_ name: String, _ seed: UInt64, _ role: UserRole, _ person: UInt64) throws -> Store {
      var environment = Fixture.environment(seed: seed)
      environment.author = Author(by: "u:\(name)", session: "\(name)(100\(seed))@srv1 pts/\(seed)")
      let store = try Store(
        opening: robert.robot.store.path, options: OpenOptions(environment: environment, today: Fixture.today))
      store.enter(like: robert.robot.store)
      store.take(Actor(person: FormRobot.employee(person), role: role))
      return store
    }
    self.robert = robert
    agus = try opened("agus", 3, .mentor, SessionRobot.other)
    officer = try opened("dewi", 4, .hrOfficer, SessionRobot.officer)
  }

  func changes(_ store: Store, _ change: (inout MentoringPair) -> Void) throws {
    try store.catchUp()
    let operation = store.book.mentoringPairs.updating(SessionRobot.pair, change)
    try store.commit(Transaction([operation].compactMap(\.self)))
  }

  func hear() {
    robert.robot.app.turn(.descriptor(robert.robot.store.watch ?? -1))
    robert.robot.settle()
  }

  var pair: MentoringPair? { robert.book.mentoringPairs[SessionRobot.pair] }
  var conflict: ConflictScreen? { robert.robot.app.stack.top as? ConflictScreen }
}

@MainActor
@Suite struct `Three people at one pair` {
  @Test(arguments: [true, false])
  func `other fields are merged, the same field is asked about, and nothing is lost`(isHeard: Bool) throws {
    let three = try ThreeAtOnePair()
    try three.changes(three.officer) { $0.end = Day(iso: "2027-06-01") }
    three.robert.perform(
      .push(FormScreen.edit(kind: "mentoring-pairs", id: SessionRobot.pair.raw, view: three.robert.view)))
    three.robert.go(to: "goal")
    three.robert.type("Memimpin rapat dan lokakarya")
    try three.changes(three.officer) {
      $0.end = Day(iso: "2027-12-01")
      $0.goal = "Memimpin rapat pimpinan"
    }
    if isHeard {
      three.hear()
      #expect(three.robert.message.contains("juga mengubah Tujuan bersama"))
    }
    three.robert.press("f10")
    #expect(three.conflict != nil)
    for text in ["Memimpin rapat pimpinan", "Memimpin rapat dan lokakarya"] { #expect(three.robert.robot.shows(text)) }
    three.robert.press("2", "f10")
    #expect(three.conflict == nil)
    #expect(three.pair?.goal == "Memimpin rapat dan lokakarya" && three.pair?.end == Day(iso: "2027-12-01"))
  }

  @Test func `another mentor cannot take over what is not the own pair`() throws {
    let three = try ThreeAtOnePair()
    #expect(three.agus.book.mentoringPairs[SessionRobot.pair] == nil)
    #expect(throws: StoreError.self) {
      try three.agus.commit(
        Transaction([
          .update(
            kind: "mentoring-pairs", id: SessionRobot.pair.raw, base: 0,
            changes: ["goal": Change(old: nil, new: "Lain")])
        ]))
    }
  }

  @Test func `what a mentor typed is not lost when the pair passes to another one meanwhile`() throws {
    let three = try ThreeAtOnePair()
    three.robert.press("8", "1").type("Sesi terakhir")
    try three.changes(three.officer) { $0.mentor = ID(FormRobot.employee(SessionRobot.other)) }
    three.hear()
    three.robert.press("f10")
    #expect(three.robert.message.contains("tidak berhak") && three.robert.form != nil)
    three.robert.press("esc")
    #expect(three.robert.robot.app.session.drafts.first?.texts["topic"] == "Sesi terakhir")
    try three.agus.catchUp()
    three.agus.take(Actor(person: FormRobot.employee(SessionRobot.other), role: .mentor))
    #expect(three.agus.book.mentoringPairs[SessionRobot.pair]?.goal == "Memimpin rapat lintas unit")
  }

  @Test func `sessions that are logged at once are all there, with what was agreed`() throws {
    let three = try ThreeAtOnePair()
    three.robert.press("8", "1").type("Sesi Robert")
    three.robert.go(to: "@action1")
    three.robert.type("Tugas Robert")
    try logs(three.agus, SessionRobot.otherPair, "Sesi Agus")
    try logs(three.officer, SessionRobot.pair, "Sesi petugas")
    let done = try #require(
      three.officer.book.mentoringActions.updating(SessionRobot.action) { $0.doneOn = Fixture.today })
    try three.officer.commit(Transaction([done]))
    three.hear()
    #expect(three.robert.form?.fields.first { $0.spec.name == "topic" }?.text == "Sesi Robert")
    three.robert.press("f10")
    three.robert.become(.hrOfficer, person: SessionRobot.officer)
    #expect(
      Set(three.robert.sessions.compactMap(\.topic)).isSuperset(of: ["Sesi Robert", "Sesi Agus", "Sesi petugas"]))
    #expect(three.robert.book.mentoringActions.all.contains { $0.text == "Tugas Robert" })
    #expect(three.robert.book.mentoringActions[SessionRobot.action]?.doneOn == Fixture.today)
  }

  @Test func `two notes on one session are each writer's own`() throws {
    let three = try ThreeAtOnePair()
    for (store, person) in [(three.officer, SessionRobot.officer), (three.robert.robot.store, SessionRobot.mentor)] {
      var note = MentoringNote(id: ID(store.newID()))
      note.session = SessionRobot.session
      note.writer = ID(FormRobot.employee(person))
      note.writtenOn = Fixture.today
      note.text = "Catatan \(person)"
      try store.catchUp()
      try store.commit(Transaction([.creating(note)]))
    }
    try three.officer.catchUp()
    #expect(three.officer.book.mentoringNotes.all.map(\.text) == ["Catatan 1"])
    #expect(three.robert.book.mentoringNotes.all.map(\.text) == ["Catatan 6"])
  }

  private func logs(_ store: Store, _ pair: ID<MentoringPair>, _ topic: String) throws {
    try store.catchUp()
    var session = MentoringSession(id: ID(store.newID()))
    session.pair = pair
    session.date = Fixture.today
    session.minutes = 30
    session.mode = .phone
    session.topic = topic
    try store.commit(Transaction([.creating(session)]))
  }
}
