/// A step on the way of a study assignment, from the application to the end of the bond.
///
/// Source: SE MenPANRB 28/2021; domain reference 9.4.
public enum StudyStep: String, Sendable, CaseIterable {
  /// The requirements are judged by the rule.
  case check
  /// A person judges what the rule cannot, and says why; what the rule refuses stays refused until it is mended.
  case declare
  case select
  case reserve
  case refuse
  /// The decree: the study begins.
  case decree
  case extend
  case comeBack
  /// The bond has been served.
  case free
  case fail
  case withdraw

  public var title: Text {
    switch self {
    case .check: Text("Periksa syarat menurut aturan", en: "Check the requirements by the rule")
    case .declare: Text("Nyatakan memenuhi syarat, dengan alasan", en: "Declare eligible, with the reason")
    case .select: Text("Pilih", en: "Select")
    case .reserve: Text("Jadikan cadangan", en: "Put on reserve")
    case .refuse: Text("Tidak diterima", en: "Refuse")
    case .decree: Text("Catat SK dan mulai studi", en: "Enter the decree and begin")
    case .extend: Text("Perpanjang studi", en: "Extend the study")
    case .comeBack: Text("Catat kembali bertugas", en: "Enter the return to work")
    case .free: Text("Ikatan dinas selesai", en: "The bond is served")
    case .fail: Text("Studi tidak selesai", en: "Did not finish")
    case .withdraw: Text("Mengundurkan diri", en: "Withdraw")
    }
  }

  /// The states in which it can be taken.
  public var from: Set<StudyState> {
    switch self {
    case .check: [.applied, .eligible, .refused]
    case .declare: [.applied]
    case .select: [.eligible, .reserve]
    case .reserve: [.eligible, .selected]
    case .refuse: [.applied, .eligible, .reserve, .selected]
    case .decree: [.selected]
    case .extend: [.studying]
    case .comeBack, .fail: [.studying, .extended]
    case .free: [.returned]
    case .withdraw: [.applied, .eligible, .reserve, .selected]
    }
  }

  /// The fields that are asked for; empty where nothing is.
  public var fields: Set<String> {
    switch self {
    case .declare, .refuse, .fail: ["reason"]
    case .decree: ["decreeNumber", "decreeDate", "isReleased", "start", "end", "promisedPost"]
    case .extend: ["extendedTo", "extensionNumber"]
    case .comeBack: ["returnedOn", "education", "bondUntil"]
    default: []
    }
  }
}

extension StudyApplication {
  /// Why a step cannot be taken now; nil when it can.
  public func refusal(of step: StudyStep, in book: Book) -> Text? {
    let state = state ?? .applied
    guard step.from.contains(state) else {
      return Text(
        "Tidak dapat: lamaran ini \(state.title.indonesian.lowercased())",
        en: "Not possible: this application is \(state.title.english.lowercased())")
    }
    if step == .free, let bondUntil, book.day <= bondUntil {
      return Text(
        "Ikatan dinas berlaku sampai \(bondUntil.display)", en: "The bond lasts until \(bondUntil.display)")
    }
    return nil
  }

  /// The application after a step that is not refused: the state, and what the rule and the call say of it.
  ///
  /// What a person decides lies in the fields of the step and is not filled over.
  public func after(_ step: StudyStep, in book: Book) -> StudyApplication {
    var next = self
    let offered = call.flatMap { book.scholarshipCalls[$0] }
    switch step {
    case .check: next.check(in: book)
    case .declare:
      next.state = .eligible
      next.reason = nil
    case .select: next.state = .selected
    case .reserve: next.state = .reserve
    case .refuse: next.state = .refused
    case .decree:
      next.state = .studying
      next.start = start ?? offered?.start
      next.isReleased = isReleased ?? offered?.isReleased
      next.programme = programme ?? offered?.programme
      next.end = end ?? next.judged(in: book)?.output.end
    case .extend:
      next.state = .extended
      next.extendedTo = extendedTo ?? judged(in: book)?.output.latestEnd
    case .comeBack:
      next.state = .returned
      next.returnedOn = returnedOn ?? book.day
      next.bondUntil = bondUntil ?? judged(in: book)?.output.bondUntil
    case .free: next.state = .free
    case .fail: next.state = .failed
    case .withdraw: next.state = .withdrawn
    }
    return next
  }

  /// What the rule finds is kept as it was on the day; where something cannot be judged the state stays.
  private mutating func check(in book: Book) {
    guard let judgement = judged(in: book) else { return }
    let open = judgement.findings.filter { $0.status != .met }
    findings =
      book.day.display + ": "
      + (open.isEmpty
        ? "semua syarat terpenuhi"
        : open.map { "\($0.condition.indonesian) \($0.status.title.indonesian)" }.joined(separator: "; "))
    switch judgement.output.isPossible {
    case true?: state = .eligible
    case false?:
      state = .refused
      reason = judgement.findings.first { $0.status == .notMet && !$0.isAdvice }?.condition.indonesian
    case nil: break
    }
  }

  /// What a step changes of the person: who is released to study is on study assignment until the return.
  public func changesOfPerson(by step: StudyStep, in book: Book) -> [Operation] {
    guard let employee, isReleased == true else { return [] }
    let (status, since): (LegalStatus?, Day?) =
      switch step {
      case .decree: (.studying, start)
      case .comeBack, .fail: (.active, returnedOn ?? book.day)
      default: (nil, nil)
      }
    guard let status, status != .active || book.employees[employee]?.legalStatus == .studying else { return [] }
    let change = book.employees.updating(employee) { ($0.legalStatus, $0.legalStatusDate) = (status, since) }
    return [change].compactMap(\.self)
  }
}

extension Book {
  /// Who applied for a call, the best selection score first, then who applied earlier.
  public func applicants(for call: ID<ScholarshipCall>) -> [StudyApplication] {
    studyApplications.table.rows(referring: "call", to: call.raw).compactMap { studyApplications[$0] }.sorted {
      let (mine, yours) = ($0.score ?? -1, $1.score ?? -1)
      if mine != yours { return mine > yours }
      return ($0.appliedOn ?? day, $0.id.raw) < ($1.appliedOn ?? day, $1.id.raw)
    }
  }

  /// The applications whose state changes when the places of a call go by rank: as many are selected as there are
  /// places, and the other eligible ones are on reserve.
  ///
  /// Who studies already keeps the place.
  public func selection(for call: ScholarshipCall) -> [StudyApplication] {
    let all = applicants(for: call.id)
    let waiting: Set<StudyState> = [.eligible, .reserve, .selected]
    let taken = all.count { $0.state.map { !waiting.contains($0) && $0.holdsPlace } ?? false }
    let free = max(0, (call.quota ?? 0) - taken)
    return all.filter { $0.state.map(waiting.contains) ?? false }.enumerated().compactMap { place, application in
      let state: StudyState = place < free ? .selected : .reserve
      guard application.state != state else { return nil }
      var changed = application
      changed.state = state
      return changed
    }
  }
}

extension StudyState {
  /// Whether one of the places of a call is used by it.
  var holdsPlace: Bool { isStudying || self == .selected || self == .returned || self == .free }
}
