/// The Roman numerals of ranks, echelons and batches.
enum RomanNumeral {
  /// I to XVII.
  static let all = [
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII",
  ]

  /// A code with the numeral at its beginning in figures: `3/d` for `III/d`.
  static func inFigures(_ code: String) -> String {
    let numeral = code.prefix { "IVX".contains($0) }
    return all.firstIndex { $0 == numeral }.map { "\($0 + 1)" + code.dropFirst(numeral.count) } ?? code
  }
}
