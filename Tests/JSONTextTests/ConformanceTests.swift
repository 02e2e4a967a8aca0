import Foundation
import JSONText
import JenjangDomain
import Testing

@testable import Proofs

@Suite struct `Our own vectors for RFC 8259` {
  @Test func `are as many as the public ones`() {
    #expect(Set(Vectors.accepted).count >= 95)
    #expect(Set(Vectors.refused).count >= 188)
    #expect(Vectors.open.count >= 35)
  }

  @Test func `are read where they must be, by us and by Foundation, to the same value`() throws {
    for text in Vectors.accepted {
      let ours = try? JSONReader.value(text)
      #expect(ours != nil, "\(text.debugDescription)")
      guard let ours, let theirs = Foreign.value(Array(text.utf8)) else { continue }
      #expect(theirs.isSame(as: ours), "\(text.debugDescription)")
    }
  }

  @Test func `are refused where they must be`() {
    for text in Vectors.refused { #expect((try? JSONReader.value(text)) == nil, "\(text.debugDescription)") }
  }

  @Test func `are taken as written down where the RFC leaves it open`() {
    for (text, refusal) in Vectors.open {
      do throws(JSONError) {
        _ = try JSONReader.value(text)
        #expect(refusal == nil, "\(text.debugDescription)")
      } catch { #expect(refusal == error.reason.rawValue, "\(text.debugDescription)") }
    }
  }

  @Test func `a hundred thousand nested arrays are refused without going down`() {
    for opening in ["[", "{\"a\":", "[{\"\":["] {
      let text = String(repeating: opening, count: 100_000)
      #expect(throws: JSONError.self) { try JSONReader.value(text) }
      var bytes = Array(text.utf8)
      bytes += [UInt8](repeating: UInt8(ascii: "]"), count: 100_000)
      #expect(throws: JSONError.self) { try JSONReader.value(bytes) }
      bytes.withUnsafeBytes { buffer in
        _ = JSONScanner.members(of: buffer) { _, _ in }
        _ = JSONScanner.elements(of: buffer) { _ in }
      }
    }
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `agree with Foundation on what is generated and then spoiled`(_ seed: UInt64) {
    let report = JSONComparison.report(seed: seed, documents: 5_000)
    #expect(report.violations == [])
    #expect(report.read > 1_500 && report.refused > 1_000)
  }
}
