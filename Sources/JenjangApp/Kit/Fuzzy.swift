/// Finds a few typed letters in a phrase: in order, starts of words first.
enum Fuzzy {
  /// How well `query` fits; higher is better, nil when a letter is missing.
  static func score(_ query: String, in text: String) -> Int? {
    let wanted = Array(fold(query).filter { $0 != 0x20 })
    guard !wanted.isEmpty else { return 0 }
    let bytes = fold(text)
    if let place = position(of: wanted, in: bytes.filter { $0 != 0x20 }) { return 1_000 - place }
    return initials(wanted[...], in: bytes, from: 0, isRun: false).map { $0 - bytes.count / 8 }
  }

  /// Matches letters at the starts of words and in the runs that follow them: `pb` finds "Pegawai baru".
  private static func initials(_ wanted: ArraySlice<UInt8>, in bytes: [UInt8], from start: Int, isRun: Bool) -> Int? {
    guard let letter = wanted.first else { return 0 }
    var best: Int?
    for place in start..<max(start, bytes.count) where bytes[place] == letter {
      let continues = isRun && place == start
      guard continues || place == 0 || bytes[place - 1] == 0x20 else { continue }
      guard let rest = initials(wanted.dropFirst(), in: bytes, from: place + 1, isRun: true) else { continue }
      best = max(best ?? 0, rest + (continues ? 10 : 20))
    }
    return best
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
