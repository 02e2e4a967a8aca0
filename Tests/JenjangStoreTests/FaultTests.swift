import Testing

@testable import JenjangStore
@testable import Proofs

@Suite struct FaultTests {
  @Test(arguments: FaultLab.parts)
  func `whatever call of the disk fails, what was acknowledged is there and what was refused is not`(
    _ part: FaultLab.Part
  ) {
    let report = FaultLab.report(of: part, stride: 40)
    #expect(report.violations == [])
    #expect(report.runs > 1)
  }
}
