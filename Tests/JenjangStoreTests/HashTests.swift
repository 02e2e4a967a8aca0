import Testing

@testable import JenjangStore
@testable import Proofs

@Suite struct HashTests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func `the published vectors come out`(_ text: String, _ digest: String) {
    #expect(Digits.hex(SHA256.hash(Array(text.utf8))) == digest)
  }

  @Test func `the processor and the library agree on every length and every cut`() {
    let bytes = (0..<400).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ $0 >> 3) }
    for count in 0...bytes.count {
      var slow = SHA256(isFast: false)
      slow.update(Array(bytes[..<count]))
      let expected = slow.finish()
      #expect(SHA256.hash(Array(bytes[..<count])) == expected, "\(count)")
      var pieces = SHA256()
      for start in stride(from: 0, to: count, by: 1 + count / 5) {
        pieces.update(Array(bytes[start..<min(count, start + 1 + count / 5)]))
      }
      #expect(pieces.finish() == expected, "\(count) in pieces")
    }
  }
}
