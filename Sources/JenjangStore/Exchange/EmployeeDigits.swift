import JSONText
import JenjangDomain

/// The digits of a NIP as files hold them.
enum EmployeeDigits {
  /// Without the blanks, dots, hyphens and quotes that people put between.
  static func digits(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ", ".", "-", "'", "`", "\u{A0}", "\u{2019}": continue
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// What is wrong with the digits, and what was probably meant; nil when they are eighteen digits.
  static func fault(_ text: String) -> (reason: Text, repair: String?)? {
    let digits = digits(text)
    let count = digits.utf8.count
    if isRounded(text) { return (rounded, nil) }
    if digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) { return count == 18 ? nil : (.digitCount(count), nil) }
    let upper = digits.uppercased()
    let repaired = String(upper.map { $0 == "O" ? "0" : $0 == "I" || $0 == "L" ? "1" : $0 })
    let isWhole = repaired.utf8.count == 18 && repaired.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    return (.notDigits, isWhole ? repaired : nil)
  }

  /// Whether a spreadsheet took the number for an amount: `1,98609E+17`, or 18 digits of which it lost the last three.
  static func isRounded(_ text: String) -> Bool {
    let upper = digits(text).uppercased()
    if upper.utf8.count == 18, upper.hasSuffix("000") { return upper.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }
    guard let first = upper.utf8.first, first >= 0x30, first <= 0x39 else { return false }
    let rest = upper.unicodeScalars
    return rest.contains("E") && rest.allSatisfy { ("0"..."9").contains($0) || $0 == "E" || $0 == "+" || $0 == "," }
  }

  static let rounded = Text(
    "NIP sudah dibulatkan oleh lembar kerja dan tidak dapat dipulihkan; jadikan kolomnya teks, lalu ekspor lagi",
    en: "A spreadsheet has rounded the number and its digits are lost; make its column text and export again")
}

extension Text {
  fileprivate static func digitCount(_ count: Int) -> Text {
    Text("NIP harus 18 angka; ini \(count)", en: "An employee number has 18 digits; this has \(count)")
  }
  fileprivate static let notDigits = Text(
    "NIP hanya berisi angka", en: "An employee number has nothing but digits")
}
