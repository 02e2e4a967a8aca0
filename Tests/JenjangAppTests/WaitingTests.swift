import JenjangDomain
import JenjangStore
import TerminalKit
import Testing

@testable import JenjangApp

/// What is said while somebody else holds the store, by a clock that the test moves.
@Suite struct `Waiting for the lock` {
  private static let holder = LockHolder("siti(1004)@srv1 pts/3 ssh pid 4321")

  private func waiting(_ milliseconds: Int) -> Waiting {
    var waiting = Waiting()
    _ = waiting.pass(milliseconds, holder: Self.holder)
    return waiting
  }

  @Test func `a short wait is not spoken of, a longer one names the holder and the time`() {
    #expect(waiting(299).text == nil)
    #expect(waiting(400).text?.indonesian == "Menunggu siti (pts/3), 0,4 s  Esc: batal menyimpan")
    #expect(waiting(9_900).text?.english == "Waiting for siti (pts/3), 9.9 s  Esc: give up saving")
  }

  @Test func `after ten seconds it offers a draft and names the process for the administrator`() {
    let text = waiting(10_000).text
    #expect(text?.indonesian == "Menunggu siti (pts/3, PID 4321), 10 s  Enter: tunggu terus  Esc: simpan jadi draf")
    #expect(text?.english == "Waiting for siti (pts/3, PID 4321), 10 s  Enter: go on  Esc: keep as a draft")
  }

  @Test func `Enter waits ten seconds more, Esc gives up, other keys are kept for afterwards`() {
    var waiting = waiting(10_000)
    let goesOn = waiting.goesOn(.key(Key(.enter)))
    _ = waiting.pass(10_200, holder: Self.holder)
    #expect(goesOn && waiting.text?.english.hasSuffix("Esc: give up saving") == true)
    _ = waiting.pass(20_000, holder: Self.holder)
    #expect(waiting.text?.english.hasSuffix("Esc: keep as a draft") == true)
    let answers = [Key(.character("a")), Key(.escape)].map { waiting.goesOn(.key($0)) }
    #expect(answers == [true, false])
    #expect(waiting.typedAhead == [.key(Key(.character("a")))])
    let goesOnAtTheEnd = waiting.goesOn(.terminate)
    #expect(!goesOnAtTheEnd)
  }

  @Test func `the line is painted ten times a second and no more`() {
    var waiting = waiting(300)
    let painted = [350, 400].map { waiting.pass($0, holder: Self.holder) }
    #expect(painted == [false, true])
  }
}
