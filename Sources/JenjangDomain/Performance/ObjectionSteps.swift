/// What can be done with an objection, and what stands against it.
///
/// Each step gives the record as it is to stand; saving it and asking for texts is the interface's part.
extension Objection {
  /// A new objection to a released evaluation, made today by the person or entered for her.
  ///
  /// The deadline is written down by others than the person: what the person writes is only the person's side.
  public static func to(
    _ evaluation: Evaluation, id: ID<Objection>, on day: Day, isOwn: Bool, in book: Book
  ) -> Objection {
    var objection = Objection(id: id)
    objection.employee = evaluation.employee
    objection.evaluation = evaluation.id
    objection.assessor = evaluation.assessor
    objection.hearer = evaluation.superior
    objection.filedOn = day
    objection.state = .filed
    if !isOwn { objection.deadline = ObjectionClock(of: evaluation, filed: day, in: book)?.deadline }
    return objection
  }

  /// Whether it still waits for a ruling.
  public var isOpen: Bool { state == .filed || state == .heard }

  /// Whether it was made after the last day.
  public func isLate(in book: Book) -> Bool {
    guard let filedOn, let last = lastDay(in: book) else { return false }
    return last < filedOn
  }

  /// Whether it waits for HR to say why it is heard although it came late.
  public func needsLateReason(in book: Book) -> Bool { isOpen && isLate(in: book) && (lateReason ?? "").isEmpty }

  /// The last day on which a ruling is expected; nil when no parameter says it.
  public func rulingDue(by law: Law) -> Day? {
    guard let filedOn, let days = law.find(PerformanceRating.rulingDays, on: filedOn) else { return nil }
    return filedOn.adding(days: days.value)
  }
}

/// The part somebody has in an objection.
public enum ObjectionPart: Sendable {
  case person
  case assessor
  case hearer
  /// Whoever keeps the records, or everybody where there are no roles.
  case keeper
}

extension Objection {
  /// The parts the actor has, in the own right or acting for somebody.
  public func parts(of access: Access?) -> Set<ObjectionPart> {
    guard let access else { return [.person, .assessor, .hearer, .keeper] }
    var parts: Set<ObjectionPart> = []
    let people = access.actor.parties
    if let employee, employee.raw == access.actor.person { return [.person] }
    if let assessor, people.contains(assessor.raw) { parts.insert(.assessor) }
    if let hearer, people.contains(hearer.raw) { parts.insert(.hearer) }
    if access.actor.role == .hrOfficer || access.actor.role == .hrHead { parts.insert(.keeper) }
    return parts
  }

  /// Who rules: the one who hears it, or who acts for that person.
  public func ruler(_ access: Access?) -> ID<Employee>? {
    guard let person = access?.actor.person, parts(of: access).contains(.hearer) else { return hearer }
    return ID(person)
  }

  /// Why the actor cannot take it back.
  public func refusalToWithdraw(_ access: Access?) -> Text? {
    guard state == .filed else { return isOpen ? .beingHeard : .closed }
    return parts(of: access).isDisjoint(with: [.person, .keeper]) ? .notYours : nil
  }

  /// Why the actor cannot answer it for the assessor.
  public func refusalToAnswer(_ access: Access?) -> Text? {
    guard isOpen else { return .closed }
    return parts(of: access).isDisjoint(with: [.assessor, .keeper]) ? .assessorOnly : nil
  }

  /// Why the actor cannot write down the hearing.
  public func refusalToHear(_ access: Access?, in book: Book) -> Text? {
    guard isOpen else { return .closed }
    if hearer == nil { return .noHearer }
    if needsLateReason(in: book) { return .lateWithoutReason }
    return parts(of: access).isDisjoint(with: [.hearer, .keeper]) ? .hearerOnly : nil
  }

  /// Why the actor cannot rule.
  public func refusalToRule(_ access: Access?, in book: Book) -> Text? { refusalToHear(access, in: book) }

  /// Why the actor cannot say that a late one is heard, or who hears it.
  public func refusalToKeep(_ access: Access?) -> Text? {
    guard isOpen else { return .closed }
    return parts(of: access).contains(.keeper) ? nil : .keeperOnly
  }
}

extension Text {
  fileprivate static let closed = Text("Keberatan ini sudah selesai", en: "This objection is closed")
  fileprivate static let beingHeard = Text(
    "Sudah diperiksa, jadi tidak dapat ditarik lagi", en: "It is being heard, so it cannot be withdrawn any more")
  fileprivate static let notYours = Text(
    "Hanya pegawainya yang dapat menarik keberatan", en: "Only the person can withdraw an objection")
  fileprivate static let assessorOnly = Text(
    "Ditanggapi oleh pejabat penilainya", en: "The assessor answers it")
  fileprivate static let hearerOnly = Text(
    "Diperiksa dan diputus oleh atasan pejabat penilai", en: "The assessor's superior hears it and rules")
  fileprivate static let keeperOnly = Text("Diisi oleh petugas kepegawaian", en: "An HR officer fills that in")
  fileprivate static let noHearer = Text(
    "Belum ada pemeriksanya; petugas kepegawaian menetapkannya", en: "Nobody hears it yet; an HR officer names who")
  fileprivate static let lateWithoutReason = Text(
    "Terlambat: petugas kepegawaian menulis dulu mengapa tetap diperiksa",
    en: "Late: an HR officer first writes why it is heard all the same")
}
