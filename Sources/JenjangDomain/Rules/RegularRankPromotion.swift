/// Whether and when someone can next be promoted in rank the regular way.
///
/// Years in rank, education's ceiling, discipline and status are judged; performance and examinations are not
/// recorded yet and come back as conditions that cannot be judged.
///
/// Source: PP 99/2000 jo. PP 12/2002, Peraturan BKN 2/2025 and 4/2025; domain reference 2.2.
public struct RegularRankPromotion: Sendable, Hashable {
  /// The rank that would be reached; nil when there is none above.
  public let target: Grade?
  /// The first day on which it can take effect by the years in rank and the periods; nil when that is unknown.
  public let earliest: Day?
  public let findings: [Finding]

  public var isPossible: Bool { target != nil && !findings.contains { $0.status == .notMet } }

  public init(_ state: EmployeeState) {
    target = state.grade?.next
    let years = RegularPromotion.yearsInRank.on(state.day)
    let reached = state.rank?.effectiveDate?.adding(years: years.value)
    earliest = reached.map { PromotionPeriods.first(onOrAfter: max($0, state.day.firstOfMonth)) }
    findings = [
      RegularRankPromotion.kind(state), RegularRankPromotion.years(state, years),
      RegularRankPromotion.ceiling(state), RegularRankPromotion.discipline(state, on: earliest ?? state.day),
      RegularRankPromotion.status(state), RegularRankPromotion.performance(state),
      RegularRankPromotion.examination(state),
    ].compactMap(\.self)
  }
}

extension RegularRankPromotion {
  private static func kind(_ state: EmployeeState) -> Finding {
    let position = state.position?.positionKind
    let isContract = state.employee.kind?.isContract ?? false
    let status: Finding.Status = isContract ? .notMet : position == nil ? .cannotJudge : .init(position == .operational)
    return Finding(
      "promotion.kind", Text("PNS dalam jabatan pelaksana", en: "Permanent, in an operational post"), status,
      found: isContract ? state.employee.kind?.title : position?.title, basis: .regular, certainty: .verified)
  }

  private static func years(_ state: EmployeeState, _ years: Parameter<Int>) -> Finding {
    let served = state.rank?.effectiveDate.map { Service(from: $0, to: state.day) }
    return Finding(
      "promotion.years", Text("Masa dalam pangkat terakhir", en: "Time in the last rank"),
      served.map { .init($0.years >= years.value) } ?? .cannotJudge, found: served?.text,
      needed: Text("\(years.value) tahun", en: "\(years.value) years"), basis: years.basis, certainty: years.certainty)
  }

  private static func ceiling(_ state: EmployeeState) -> Finding {
    let ceiling = state.education?.level?.ceiling
    let target = state.grade?.next
    let status: Finding.Status =
      if let ceiling, let target { .init(target <= ceiling) } else { ceiling == nil ? .cannotJudge : .notMet }
    return Finding(
      "promotion.ceiling", Text("Tidak melebihi pangkat puncak pendidikan", en: "Within the ceiling of the education"),
      status, found: target.map { .verbatim($0.rawValue) },
      needed: ceiling.map { Text("paling tinggi \($0.rawValue)", en: "at most \($0.rawValue)") }, basis: .regular,
      certainty: .verified)
  }

  private static func discipline(_ state: EmployeeState, on day: Day) -> Finding {
    let served = state.disciplines.first { $0.isServed(on: day) && $0.kind?.level != .light }
    return Finding(
      "promotion.discipline",
      Text("Tidak menjalani hukuman disiplin sedang atau berat", en: "Serving no moderate or severe punishment"),
      .init(served == nil), found: served?.kind?.title,
      basis: Text("PP 94/2021", en: "PP 94/2021 on discipline"), certainty: .known)
  }

  private static func status(_ state: EmployeeState) -> Finding {
    Finding(
      "promotion.status", Text("Sedang bertugas", en: "Serving"),
      state.legalStatus.map { .init($0.isServing) } ?? .cannotJudge, found: state.legalStatus?.title, basis: .regular,
      certainty: .known)
  }

  private static func performance(_ state: EmployeeState) -> Finding {
    let years = RegularPromotion.goodYears.on(state.day)
    return Finding(
      "promotion.performance", Text("Predikat kinerja paling rendah Baik", en: "Performance at least Baik"),
      .cannotJudge, needed: Text("\(years.value) tahun terakhir", en: "in the last \(years.value) years"),
      basis: years.basis, certainty: years.certainty)
  }

  private static func examination(_ state: EmployeeState) -> Finding? {
    let examined = RegularPromotion.examinedRanks.on(state.day)
    guard let target = state.grade?.next, examined.value.contains(target) else { return nil }
    return Finding(
      "promotion.examination", Text("Lulus ujian dinas atau dibebaskan", en: "Service examination passed or exempt"),
      .cannotJudge, basis: examined.basis, certainty: examined.certainty)
  }
}

extension Finding.Status {
  fileprivate init(_ isMet: Bool) { self = isMet ? .met : .notMet }
}

extension Text {
  fileprivate static let regular = Text(
    "PP 99/2000 jo. PP 12/2002, kenaikan pangkat reguler", en: "PP 99/2000 with PP 12/2002, regular promotion")
}
