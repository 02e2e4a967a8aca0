/// A NIP or NI PPPK of 18 digits, taken apart.
///
/// Source: Perka BKN 22/2007 and 43/2007 for permanent civil servants; domain reference 1.1 and 1.2. Digits 13 and
/// 14 are a month there and 21 to 29 in the number of contract staff, which tells the two apart.
public struct EmployeeNumber: Sendable, Hashable {
  /// When service began, as far as the number says.
  public enum Start: Sendable, Hashable {
    /// TMT CPNS: always the first of a month.
    case month(Day)
    /// The year of the first contract and the count of the agreement, 1 to 9.
    case agreement(year: Int, count: Int)
  }

  /// The 18 digits without separators: the form in files.
  public let digits: String
  public let birthDate: Day
  public let start: Start
  public let sex: Sex
  /// 1 to 999; starts again for each distinct beginning of 15 digits.
  public let serial: Int

  /// Nil when rule N1, N2, N3, N4 or N5 is broken; `problems(_:today:)` says which.
  public init?(_ text: some StringProtocol) {
    let digits = EmployeeNumber.digits(of: text)
    guard let parts = Parts(digits), let birth = parts.birth, let start = parts.start, let sex = parts.sex,
      parts.serial > 0
    else { return nil }
    self.digits = digits
    birthDate = birth
    self.start = start
    self.sex = sex
    serial = parts.serial
  }

  public var isContract: Bool { if case .agreement = start { true } else { false } }

  /// In groups, as it is printed: `19860926 201505 1 001`.
  public var display: String { EmployeeNumber.display(of: digits) }

  /// The number in groups of 8, 6, 1 and 3 digits; anything that has not 18 digits is given back as it is.
  public static func display(of text: String) -> String {
    let digits = Array(digits(of: text))
    guard digits.count == 18 else { return text }
    return [0..<8, 8..<14, 14..<15, 15..<18].map { String(digits[$0]) }.joined(separator: " ")
  }

  /// What remains of a typed number without spaces, dots and hyphens.
  public static func digits(of text: some StringProtocol) -> String {
    if text.utf8.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }) { return String(text) }
    return String(text.filter { !" .-\u{A0}\u{2010}\u{2011}\u{2013}".contains($0) })
  }
}

extension EmployeeNumber {
  /// What rules N1 to N8 say of a number by itself.
  ///
  /// A number that is not 18 digits is judged by N1 alone.
  public static func problems(_ text: some StringProtocol, today: Day) -> [Problem] {
    guard let parts = Parts(digits(of: text)) else { return [.length] }
    return [
      parts.birth == nil ? .birth : nil, parts.start == nil ? .month(parts.code) : nil, parts.sex == nil ? .sex : nil,
      parts.serial == 0 ? .serial : nil,
    ].compactMap(\.self) + parts.ageProblems(today: today)
  }

  /// The digits as numbers, before any rule but N1.
  private struct Parts {
    let birth: Day?
    let year: Int
    /// Digits 13 and 14: a month, or 20 and the count of the agreement.
    let code: Int
    let sexDigit: Int
    let serial: Int

    init?(_ digits: String) {
      let bytes = Array(digits.utf8)
      guard bytes.count == 18, Day.digits(bytes[...]) != nil else { return nil }
      func number(_ range: Range<Int>) -> Int { Day.digits(bytes[range]) ?? 0 }
      birth = Day(year: number(0..<4), month: number(4..<6), day: number(6..<8))
      year = number(8..<12)
      code = number(12..<14)
      sexDigit = number(14..<15)
      serial = number(15..<18)
    }

    var sex: Sex? { Sex.allCases.first { $0.digit == sexDigit } }

    var start: Start? {
      if (21...29).contains(code) { return year > 0 ? .agreement(year: year, count: code - 20) : nil }
      return Day(year: year, month: code, day: 1).map { .month($0) }
    }

    /// N6 to N8; the year of a contract is judged by its last month, for the month is not known.
    func ageProblems(today: Day) -> [Problem] {
      switch start {
      case .month(let first)?:
        return [birth.flatMap { EmployeeNumber.age(from: $0, at: first) }, EmployeeNumber.future(first, today: today)]
          .compactMap(\.self)
      case .agreement(let year, _)?:
        guard let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31)
        else { return [] }
        let young = birth.flatMap { EmployeeNumber.age(from: $0, at: last) }
        return [young?.severity == .error ? young : nil, EmployeeNumber.future(first, today: today)].compactMap(\.self)
      case nil: return []
      }
    }
  }

  private static func age(from birth: Day, at start: Day) -> Problem? {
    let years = Service(from: birth, to: start).years
    let minimum = AppointmentAges.minimum.usual(on: start)
    let maximum = AppointmentAges.usualMaximum.usual(on: start)
    if birth > start || years < minimum { return .tooYoung(years, minimum: minimum) }
    return birth.adding(years: maximum) < start ? .old(years, maximum: maximum) : nil
  }

  private static func future(_ start: Day, today: Day) -> Problem? {
    start > today.firstOfMonth.adding(months: 2) ? .future(start) : nil
  }
}

extension Problem {
  fileprivate static func number(_ rule: String, _ text: Text, _ severity: Severity = .error) -> Problem {
    Problem("employeeNumber", text, severity: severity, rule: rule)
  }

  fileprivate static let length = number("N1", Text("NIP harus tepat 18 angka", en: "It must have exactly 18 digits"))
  fileprivate static let birth = number(
    "N2", Text("Angka 1-8 bukan tanggal lahir yang ada", en: "Digits 1-8 are not a real date of birth"))
  fileprivate static func month(_ code: Int) -> Problem {
    let code = Day.padded(code, 2)
    return number(
      "N3",
      Text(
        "Angka 13-14 (\(code)) bukan bulan 01-12 dan bukan kode PPPK 21-29",
        en: "Digits 13-14 (\(code)) are neither a month 01-12 nor a contract code 21-29"))
  }
  fileprivate static let sex = number(
    "N4", Text("Angka 15 harus 1 (laki-laki) atau 2 (perempuan)", en: "Digit 15 must be 1 (male) or 2 (female)"))
  fileprivate static let serial = number(
    "N5", Text("Nomor urut (angka 16-18) mulai dari 001", en: "The serial (digits 16-18) starts at 001"))
  fileprivate static func tooYoung(_ years: Int, minimum: Int) -> Problem {
    number(
      "N6",
      Text(
        "Baru \(years) tahun saat diangkat; paling muda \(minimum)",
        en: "Only \(years) years old when appointed; at least \(minimum)"))
  }
  fileprivate static func old(_ years: Int, maximum: Int) -> Problem {
    number(
      "N7",
      Text(
        "Sudah \(years) tahun saat diangkat; lazimnya paling tua \(maximum)",
        en: "Already \(years) years old when appointed; usually at most \(maximum)"), .warning)
  }
  fileprivate static func future(_ start: Day) -> Problem {
    number(
      "N8", Text("TMT \(start.display) masih jauh di depan", en: "The start \(start.display) is far in the future"),
      .warning)
  }
}
