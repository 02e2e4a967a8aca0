import JSONText
import JenjangDomain
import Testing

@Suite struct AssessorTests {
  private func choice(_ person: UInt64, _ office: Bureau, on day: String = "2026-03-10") -> AssessorChoice {
    Assessors(office.book, on: theDay(day)).choice(for: Bureau.person(person))
  }

  @Test func `staff are assessed by the head of their unit, and the head by the head above`() {
    let office = Bureau()
    #expect(choice(4, office).assessor == Bureau.person(2))
    #expect(choice(4, office).superior == Bureau.person(1))
    #expect(choice(2, office).assessor == Bureau.person(1))
    #expect(choice(6, office).assessor == Bureau.person(3))
  }

  @Test func `the head of the topmost unit has nobody above and nobody is guessed`() {
    let found = choice(1, Bureau())
    #expect(found.assessor == nil)
    #expect(found.gap == .noneAbove)
  }

  @Test func `the superior on record wins while serving`() {
    let office = Bureau()
    office.change(4) { $0.supervisor = Bureau.person(3) }
    #expect(choice(4, office).assessor == Bureau.person(3))
    office.leave(3, on: "2026-02-01")
    #expect(choice(4, office).assessor == Bureau.person(2))
    #expect(choice(4, office).findings.contains(.recordedLeft(Bureau.person(3))))
  }

  @Test func `a superior post named by the post comes before the head of the unit`() {
    let office = Bureau()
    if let operation = office.book.posts.updating(identity(204), { $0.superior = identity(205) }) {
      office.book.apply(operation)
    }
    #expect(choice(4, office).assessor == Bureau.person(5))
  }

  @Test func `a vacant head leaves a gap with the head above as a proposal only`() {
    let office = Bureau()
    office.leave(2, on: "2026-02-01")
    let found = choice(4, office)
    #expect(found.assessor == nil)
    #expect(found.gap == .vacant(identity(202)))
    #expect(found.proposal == Bureau.person(1))
  }

  @Test(arguments: [AssignmentKind.acting, .deputising]) func `who acts in a vacant post inherits`(
    _ kind: AssignmentKind
  ) {
    let office = Bureau()
    office.leave(2, on: "2026-02-01")
    office.appoint(3, to: 2, since: "2026-02-01", until: "2026-07-31", kind)
    #expect(choice(4, office).assessor == Bureau.person(3))
    #expect(choice(4, office).isActing)
    #expect(choice(4, office, on: "2026-08-01").assessor == nil)
  }

  @Test func `a role in the place of the head inherits for its time`() {
    let office = Bureau()
    office.leave(2, on: "2026-02-01")
    office.book.add(
      make(900) { (role: inout RoleAssignment) in
        role.employee = Bureau.person(5)
        role.role = .supervisor
        role.unit = identity(102)
        role.from = theDay("2026-02-01")
        role.until = theDay("2026-04-30")
        role.actingFor = Bureau.person(2)
      })
    #expect(choice(4, office).assessor == Bureau.person(5))
    #expect(choice(4, office, on: "2026-05-01").assessor == nil)
  }

  @Test func `who acts as head of the own unit is assessed by the head above`() {
    let office = Bureau()
    office.leave(2, on: "2026-02-01")
    office.appoint(4, to: 2, since: "2026-02-01", .acting)
    #expect(choice(5, office).assessor == Bureau.person(4))
    #expect(choice(4, office).assessor == Bureau.person(1))
  }

  @Test func `a circle of superiors is told to all its members and chooses nobody`() {
    let office = Bureau()
    office.change(4) { $0.supervisor = Bureau.person(5) }
    office.change(5) { $0.supervisor = Bureau.person(6) }
    office.change(6) { $0.supervisor = Bureau.person(4) }
    for person in UInt64(4)...6 {
      guard case .circle(let people)? = choice(person, office).gap else {
        Issue.record("no circle at \(person)")
        continue
      }
      #expect(Set(people) == Set((4...6).map { Bureau.person($0) }))
      #expect(choice(person, office).assessor == nil)
    }
  }

  @Test func `two who name each other are a circle and nobody is the own assessor`() {
    let office = Bureau()
    office.change(4) { $0.supervisor = Bureau.person(5) }
    office.change(5) { $0.supervisor = Bureau.person(4) }
    #expect(choice(4, office).assessor == nil)
    office.change(6) { $0.supervisor = Bureau.person(6) }
    #expect(choice(6, office).assessor == Bureau.person(3))
  }

  @Test func `a post held twice is a gap`() {
    let office = Bureau()
    office.appoint(5, to: 2, since: "2026-01-15")
    #expect(choice(4, office).gap == .severalHolders(identity(202)))
  }

  @Test func `nobody assesses after leaving and nobody before a position`() {
    let office = Bureau()
    office.leave(4, on: "2026-03-01")
    #expect(choice(4, office).gap == .noPosition)
    #expect(choice(4, office, on: "2026-02-28").assessor == Bureau.person(2))
  }
}
