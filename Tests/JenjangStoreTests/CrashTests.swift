import Testing

@testable import JenjangStore
@testable import Proofs

@Suite struct CrashTests {
  @Test(arguments: CrashScenario.all)
  func `a power cut at any moment loses nothing that was acknowledged`(_ scenario: CrashScenario) {
    let lab = CrashLab(.quick)
    lab.run([scenario])
    #expect(lab.violations == [])
    #expect(lab.states > 50)
  }

  @Test func `a disk that forgets what it acknowledged is found out, so these tests have teeth`() {
    let lab = CrashLab(.quick)
    lab.stopsEarly = true
    lab.run([
      CrashScenario("forgetful") { lab in
        try lab.begin()
        lab.disk.liesAboutSync = true
        let store = try lab.open()
        lab.watch()
        for number in 1...4 { lab.save(store, [lab.newNote(number)]) }
      }
    ])
    #expect(!lab.violations.isEmpty)
  }
}
