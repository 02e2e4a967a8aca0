/// A leave (cuti) that an employee asked for or has.
///
/// Source: PP 11/2017 articles 309 to 341, PP 49/2018, Peraturan BKN 24/2017; see `LeaveLength`.
public struct Leave: HistoryRecord {
  public static let kind = Kind(
    "leaves", Text("Cuti", en: "Leave"), plural: Text("Riwayat cuti", en: "Leave history"), owner: "employee",
    label: "kind", date: "start", area: .leave)

  public let id: ID<Leave>
  public var employee: ID<Employee>?
  public var kind: LeaveKind?
  public var start: Day?
  public var end: Day?
  /// The day on which somebody was called back or came back before the end.
  public var returnedOn: Day?
  public var state: LeaveState?
  public var reason: String?
  public var decreeNumber: String?
  public var decreeDate: Day?
  public var authority: String?
  public var scan: Attachment?
  public var note: String?

  public init(id: ID<Leave>) { self.id = id }

  public static let fields: [Field<Leave>] =
    [
      employeeField,
      Field(
        "kind", Text("Jenis cuti", en: "Kind of leave"), \.kind, required: true,
        synonyms: ["jenis", "cuti", "kind"]),
      Field("start", Text("Mulai", en: "From"), \.start, required: true, synonyms: ["tanggal mulai", "tmt", "dari"]),
      Field(
        "end", Text("Sampai", en: "To"), \.end, required: true,
        synonyms: ["tanggal selesai", "selesai", "hingga", "until"]),
      Field("state", Text("Keadaan", en: "State"), \.state, required: true, synonyms: ["keputusan", "status"]),
      Field(
        "returnedOn", Text("Kembali bekerja pada", en: "Back at work on"), \.returnedOn,
        help: Text("Bila kembali atau dipanggil sebelum cuti selesai.", en: "Where somebody came back before the end.")),
      Field("reason", Text("Alasan", en: "Reason"), \.reason, type: .text(maximum: 300), synonyms: ["alasan cuti"]),
    ] + decreeFields

  /// The last day away; nil while no end is known.
  public var lastDay: Day? { Leave.lastDay(to: end, returnedOn: returnedOn) }

  static func lastDay(to end: Day?, returnedOn: Day?) -> Day? {
    [end, returnedOn?.adding(days: -1)].compactMap(\.self).min()
  }
}

extension Leave {
  public func problems(in book: Book) -> [Problem] {
    let owner = owner(in: book)
    return [
      Problem.order(start: start, end: end, field: "end"),
      Problem.order(start: start, end: returnedOn, field: "returnedOn"),
      Problem.notBeforeHire(start, of: owner, field: "start"),
      kind == .maternity && owner?.sex == .male
        ? Problem("kind", .notForMen, severity: .warning) : nil,
      twin(in: book),
      seat(in: book),
    ].compactMap(\.self) + lengthProblems(owner, in: book)
  }

  /// What the rule says of its kind and length; an office may know better.
  private func lengthProblems(_ owner: Employee?, in book: Book) -> [Problem] {
    guard state?.keepsAway ?? true else { return [] }
    var input = LeaveLength.Input()
    input.kind = kind
    input.start = start
    input.end = lastDay
    input.employeeKind = owner?.kind
    input.otherAnnualDays = kind == .annual ? otherAnnualDays(in: book) : nil
    guard let judgement = try? LeaveLength.judge(input, by: book.law) else { return [] }
    return judgement.findings.filter { $0.status == .notMet }.map { finding in
      let (found, needed) = (finding.found ?? .verbatim(""), finding.needed ?? .verbatim(""))
      return Problem(
        finding.rule == "leave.contract" ? "kind" : "end",
        Text(
          "\(found.indonesian); menurut aturan \(needed.indonesian)",
          en: "\(found.english); the rule says \(needed.english)"),
        severity: .warning, rule: finding.rule)
    }
  }

  private func otherAnnualDays(in book: Book) -> Int {
    let calendar = book.workingCalendar
    return others(in: book).filter { $0.kind == .annual && $0.start?.year == start?.year }.map { other in
      guard let first = other.start, let last = other.lastDay else { return 0 }
      return calendar.workingDays(from: first, through: last)
    }.reduce(0, +)
  }

  private func others(in book: Book) -> [Leave] {
    guard let employee else { return [] }
    return book.leaves.storedOwned(by: employee.raw).filter { $0.id != id && $0.state?.keepsAway ?? true }
  }

  private func twin(in book: Book) -> Problem? {
    guard state?.keepsAway ?? true, let start, let last = lastDay else { return nil }
    let other = others(in: book).first { other in
      guard let first = other.start, let end = other.lastDay else { return false }
      return first <= last && start <= end
    }
    return other.map { other in
      let (title, first) = (other.kind?.title ?? .verbatim("?"), other.start?.display ?? "?")
      return Problem(
        "start",
        Text("\(title.indonesian) sejak \(first) sudah tercatat", en: "\(title.english) from \(first) is on file"),
        severity: .warning)
    }
  }

  /// The seat that would stay empty.
  private func seat(in book: Book) -> Problem? {
    guard state?.keepsAway ?? true, let employee, let start, let last = lastDay, start <= last else { return nil }
    return book.seat(of: employee, from: start, to: last).map { event in
      let (name, first) = (event.name ?? "?", event.start?.display ?? "?")
      return Problem(
        "start", Text("Mendapat kursi di \(name), \(first)", en: "Has a seat at \(name), \(first)"),
        severity: .warning)
    }
  }
}

extension Book {
  public var leaves: Records<Leave> { self[Leave.self] }
}

extension Text {
  fileprivate static let notForMen = Text(
    "Bagi pegawai laki-laki: cuti karena alasan penting", en: "For men: leave for an important reason")
}
