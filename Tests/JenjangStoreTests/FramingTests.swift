import JSONText
import JenjangDomain
import Testing

@testable import JenjangStore
@testable import Proofs

/// The lines that the format's description gives byte for byte.
enum Vectors {
  static let header = #"""
    {"k":"seg","v":1,"store":"01JNQ5W3T8Z7K2M4C6V9B1D0FG","epoch":1,"n":1,"from":1,"schema":1,"ts":"2026-03-02T01:00:00.000Z","p":"0000000000000000000000000000000000000000000000000000000000000000","h":"39caf4a171120262cbbe5a51f81047079e8c280826303b14a9707a3937068019","c":"b4f6c6b531fbcb52"}

    """#
  static let commit = #"""
    {"k":"c","seq":1,"ts":"2026-03-02T01:11:09.123Z","by":"p:01JNQ5WZZ0SITI","os":"siti(1004)@srv1 pts/3 ssh","why":"SK 821.2/117/BKPSDM/2026","tx":"01JNQ6A7B8C9D0E1F2G3H4J5K6","d":"525b3df1a167cb6f79304dbd8381c6d345469b231467b656de9e8b6e82d10495","p":"39caf4a171120262cbbe5a51f81047079e8c280826303b14a9707a3937068019","h":"2f1f1b517a33d8fe09c4ba47522fd9becedbff04b444e3304dd0310f83d8d2a8","ops":[{"n":"q83vEjRWeJCrze8SNFZ4kA","o":"set","t":"emp","id":"01JNQ5X0A1B2C3D4E5F6G7H8J9","r":[12,13],"f":{"grade":["III/c","III/d"],"gradeFrom":["2022-04-01","2026-04-01"]}}],"c":"c0bf3d54c507e9ba"}

    """#
}

@Suite struct FramingTests {
  @Test func `the published header line comes out byte for byte`() throws {
    let header = SegmentHeader(
      store: try #require(RecordID("01JNQ5W3T8Z7K2M4C6V9B1D0FG")), number: 1, first: 1,
      time: try #require(Timestamp.milliseconds("2026-03-02T01:00:00.000Z")), pin: nil, previous: Framing.zeroHash)
    #expect(String(decoding: header.line().bytes, as: UTF8.self) == Vectors.header)
  }

  @Test func `the published commit line comes out byte for byte`() throws {
    let id = try #require(RecordID("01JNQ5X0A1B2C3D4E5F6G7H8J9"))
    let operation = Operation.update(
      kind: "emp", id: id, base: 12,
      changes: [
        "gradeFrom": Change(old: "2022-04-01", new: "2026-04-01"), "grade": Change(old: "III/c", new: "III/d"),
      ])
    var nonce: [UInt64] = [0xABCD_EF12_3456_7890, 0xABCD_EF12_3456_7890]
    let line = CommitCodec.line(
      sequence: 1, time: try #require(Timestamp.milliseconds("2026-03-02T01:11:09.123Z")),
      author: Author(by: "p:01JNQ5WZZ0SITI", session: "siti(1004)@srv1 pts/3 ssh"),
      transaction: Transaction([operation], why: "SK 821.2/117/BKPSDM/2026"),
      operations: [CheckedOperation(operation: operation, base: 12, owner: nil)],
      transactionID: try #require(RecordID("01JNQ6A7B8C9D0E1F2G3H4J5K6")),
      previous: "39caf4a171120262cbbe5a51f81047079e8c280826303b14a9707a3937068019", random: { nonce.removeFirst() })
    #expect(String(decoding: line.bytes, as: UTF8.self) == Vectors.commit)
    #expect(line.hash == "2f1f1b517a33d8fe09c4ba47522fd9becedbff04b444e3304dd0310f83d8d2a8")
  }

  @Test func `the published commit line is read back`() throws {
    let commit = try #require(Array(Vectors.commit.utf8.dropLast()).withUnsafeBytes { Commit(line: $0, .catalog) })
    #expect(commit.sequence == 1)
    #expect(commit.why == "SK 821.2/117/BKPSDM/2026")
    #expect(Timestamp.text(commit.time) == "2026-03-02T01:11:09.123Z")
    guard case .update("emp", _, 12, let changes) = commit.operations.first else {
      Issue.record("not an update of revision 12")
      return
    }
    #expect(changes["grade"] == Change(old: "III/c", new: "III/d"))
  }

  @Test func `a line with any byte changed is not sound`() {
    for text in [Vectors.header, Vectors.commit] {
      let line = Array(text.utf8.dropLast())
      #expect(line.withUnsafeBytes { Framing.parts($0) != nil })
      for index in line.indices {
        for mask: UInt8 in [1, 128, 255] {
          var broken = line
          broken[index] ^= mask
          #expect(broken.withUnsafeBytes { Framing.parts($0) == nil })
        }
      }
    }
  }

  @Test func `a head survives being written and read, and no byte of it can change`() {
    let head = Head(sequence: 8_424, segment: 7, offset: 123_456, hash: String(repeating: "a", count: 64))
    #expect(head.bytes.count == 256)
    #expect(Head(head.bytes) == head)
    for index in 0..<150 {
      var broken = head.bytes
      broken[index] ^= 1
      #expect(Head(broken) != head || Head(broken) == nil)
    }
  }

  @Test(
    arguments: [
      ("", 0xEF46_DB37_51D8_E999), ("a", 0xD24E_C4F1_A98C_6E5B), ("as", 0x1C33_0FB2_D66B_E179),
      ("asd", 0x631C_37CE_72A9_7393), ("asdf", 0x4158_72F5_99CE_A71E),
      ("Call me Ishmael. Some years ago--never mind how long precisely-", 0x02A2_E854_70D6_FD96),
    ] as [(String, UInt64)])
  func `published checksums come out, whole and in pieces`(_ text: String, _ expected: UInt64) {
    let bytes = Array(text.utf8)
    #expect(XXH64.hash(bytes) == expected)
    for cut in 0...bytes.count {
      var hash = XXH64()
      hash.update(Array(bytes[..<cut]))
      hash.update(Array(bytes[cut...]))
      #expect(hash.value == expected)
    }
  }
}
