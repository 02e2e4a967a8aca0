/// The checks of dates that several record types share.
extension Problem {
  /// An end must not lie before its start.
  static func order(start: Day?, end: Day?, field: String) -> Problem? {
    guard let start, let end, end < start else { return nil }
    return Problem(
      field,
      Text("Berakhir sebelum mulai (\(start.display))", en: "Ends before its start (\(start.display))"))
  }

  /// A day must lie between two others, both counted in.
  static func within(_ day: Day?, _ start: Day?, _ end: Day?, field: String) -> Problem? {
    guard let day, let start, let end, day < start || end < day else { return nil }
    return Problem(
      field,
      Text("Di luar \(start.display) s.d. \(end.display)", en: "Outside \(start.display) to \(end.display)"))
  }

  /// Nothing in a career happens before the person is born.
  static func notBeforeBirth(_ day: Day?, of employee: Employee?, field: String) -> Problem? {
    guard let day, let birth = employee?.birthDate, day < birth else { return nil }
    return Problem(
      field, Text("Sebelum tanggal lahir (\(birth.display))", en: "Before the date of birth (\(birth.display))"))
  }

  /// Nothing in a career with the agency happens before the person was hired.
  static func notBeforeHire(_ day: Day?, of employee: Employee?, field: String) -> Problem? {
    guard let day, let hired = employee?.hireDate, day < hired else { return nil }
    return Problem(
      field, Text("Sebelum TMT CPNS (\(hired.display))", en: "Before the appointment (\(hired.display))"),
      severity: .warning)
  }

  /// A decree signed long after it takes effect, or long before, is usually a typing mistake.
  static func decree(_ decree: Day?, effective: Day?) -> Problem? {
    guard let decree, let effective else { return nil }
    let months = decree.months(until: effective)
    guard months > 12 || months < -24 else { return nil }
    return Problem(
      "decreeDate",
      Text(
        "Tanggal SK jauh dari TMT (\(effective.display))", en: "Far from the effective date (\(effective.display))"),
      severity: .warning)
  }

  /// A date that has not come yet, where only the past can be recorded.
  static func notAfter(_ today: Day, _ day: Day?, field: String) -> Problem? {
    guard let day, day > today else { return nil }
    return Problem(field, Text("Tanggal ini belum tiba", en: "This day has not come yet"), severity: .warning)
  }
}

extension Records {
  /// The records whose field holds exactly this value.
  func rows(where field: String, is value: String) -> [Row] {
    table.rows(Query(conditions: [Query.Condition(field, .equals(value))]))
  }
}
