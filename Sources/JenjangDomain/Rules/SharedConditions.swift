/// Conditions that many rules ask for, each by the name under which the rule reports it.
extension Finding {
  /// The condition of ratings of at least Baik in the last years.
  static func goodRatings(_ rule: String, _ ratings: [PerformancePredicate?], _ years: InForce<Int>) -> Finding {
    let counted = ratings.prefix(years.value)
    let known = counted.compactMap(\.self)
    let isMet: Bool? = known.contains { $0 < .good } ? false : known.count < counted.count ? nil : true
    return Finding(
      rule, .ratedGood, isMet: isMet,
      found: PerformancePredicate.words(known),
      needed: Text("\(years.value) tahun terakhir", en: "in the last \(years.value) years"), by: years)
  }

  /// The condition that no moderate or severe punishment was served for some years.
  static func clean(_ rule: String, _ last: Day?, on day: Day, _ years: InForce<Int>) -> Finding {
    Finding(
      rule, .cleanForYears,
      isMet: last.map { $0.adding(years: years.value) < day } ?? true,
      found: last.map { .until($0) },
      needed: .count(years: years.value), by: years)
  }

  /// The condition that somebody serves no moderate or severe punishment.
  static func notPunished(
    _ rule: String, until punishedUntil: Day?, on day: Day,
    basis: Text = DisciplineTerms.basis
  ) -> Finding {
    Finding(
      rule, Text("Tidak menjalani hukuman disiplin sedang atau berat", en: "Serving no moderate or severe punishment"),
      .init(punishedUntil.map { $0 < day } ?? true), found: punishedUntil.map { .until($0) }, basis: basis,
      certainty: .known)
  }

  /// The condition of a highest age: whether months above the whole years still count is read differently.
  static func age<Value>(
    _ rule: String, _ birth: Day?, on day: Day, atMost years: Int, by used: InForce<Value>, _ months: InForce<Int>
  ) -> Finding {
    let condition = Text("Usia paling tinggi", en: "Highest age")
    let found = birth.map { Service(from: $0, to: day).text }
    let needed = Text.atMost(Service(months: years * 12 + months.value).text)
    let limit = birth.map { $0.adding(months: years * 12 + months.value) }
    guard let birth, let limit, limit < day, day < birth.adding(years: years + 1) else {
      return Finding(rule, condition, isMet: limit.map { day <= $0 }, found: found, needed: needed, by: used)
    }
    return Finding(rule, condition, isMet: false, found: found, needed: needed, by: months)
  }
}

extension PerformancePredicate {
  /// Some ratings in words, the newest first; nil when there are none.
  static func words(_ ratings: [PerformancePredicate]) -> Text? {
    guard !ratings.isEmpty else { return nil }
    let words = { (language: Language) in ratings.map { $0.title[language] }.joined(separator: ", ") }
    return Text(words(.indonesian), en: words(.english))
  }
}
