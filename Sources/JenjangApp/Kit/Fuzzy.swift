/// Finds a few typed letters in a phrase: in order, starts of words first.
enum Fuzzy {
  /// How well `query` fits; higher is better, nil when a letter is missing.
  static func score(_ query: String, in text: String) -> Int? {
    let wanted = Array(fold(query).filter { $0 != 0x20 })
    guard !wanted.isEmpty else { return 0 }
    let bytes = fold(text)
    if let place = position(of: wanted, in: bytes.filter { $0 != 0x20 }) { return 1_000 - place }
    var index = 0
    var score = 0
    var previous: Int?
    for (place, byte) in bytes.enumerated() where index < wanted.count && byte == wanted[index] {
      if place == 0 || bytes[place - 1] == 0x20 { score += 20 }
      if let previous, place == previous + 1 { score += 10 }
      previous = place
      index += 1
    }
    return index == wanted.count ? score - bytes.count / 8 : nil
  }

  private static func fold(_ text: String) -> [UInt8] {
    text.utf8.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
  }

  private static func position(of wanted: [UInt8], in bytes: [UInt8]) -> Int? {
    guard wanted.count <= bytes.count else { return nil }
    return (0...bytes.count - wanted.count).first { start in
      bytes[start..<start + wanted.count].elementsEqual(wanted)
    }
  }
}
