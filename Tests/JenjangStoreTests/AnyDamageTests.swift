import Testing

@testable import JenjangStore
@testable import Proofs

@Suite struct AnyDamageTests {
  @Test(arguments: 0..<4)
  func `a store with any damage shows a state that it had, or says why not`(_ part: Int) {
    let report = DamageLab.report(of: .small, part: part, of: 4, stride: 16)
    #expect(report.violations == [])
    #expect(report.cases > 300 && report.seenAtOpening > 30 && report.seenByVerify > 30)
  }
}
