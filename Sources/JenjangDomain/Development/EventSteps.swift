/// A step that an event takes, with everything that follows from it.
public enum EventStep: String, Sendable, CaseIterable {
  case fund
  case open
  case begin
  case validate
  case close
  case postpone
  case resume
  case cancel

  public var title: Text {
    switch self {
    case .fund: Text("Sediakan dana", en: "Commit the money")
    case .open: Text("Buka pendaftaran", en: "Open for nominations")
    case .begin: Text("Mulai kegiatan", en: "Begin the event")
    case .validate: Text("Masuk validasi hasil", en: "Begin validation")
    case .close: Text("Tutup kegiatan", en: "Close the event")
    case .postpone: Text("Tunda", en: "Postpone")
    case .resume: Text("Jadwalkan kembali", en: "Plan again")
    case .cancel: Text("Batalkan kegiatan", en: "Cancel the event")
    }
  }

  /// Whether it needs a cause.
  public var needsCause: Bool { self == .postpone || self == .cancel }
}

/// An event after a step: what is saved, and what that means for people and money.
public struct EventTransition: Sendable {
  public let event: LearningEvent
  public let operations: [Operation]
  public let consequences: [Text]
}

extension LearningEvent {
  /// Why it cannot take a step now; nil when it can.
  public func refusal(of step: EventStep, in book: Book) -> Text? {
    let state = state ?? .planned
    switch step {
    case .fund: return state == .planned ? fundRefusal(in: book) : .notFrom(state)
    case .open:
      guard state == .planned || state == .funded else { return .notFrom(state) }
      return (start ?? book.day) < book.day ? .alreadyBegun : nil
    case .begin:
      guard state.takesNominees else { return .notFrom(state) }
      return start.map { $0 > book.day } ?? true ? .notBegun(start) : nil
    case .validate: return state == .running ? nil : .notFrom(state)
    case .close:
      guard state == .running || state == .validating else { return .notFrom(state) }
      let open = book.openResults(of: self)
      return open.isEmpty ? nil : .openResults(open.count)
    case .postpone: return state.takesNominees || state == .running ? nil : .notFrom(state)
    case .resume: return state == .postponed ? nil : .notFrom(state)
    case .cancel: return state.isOver ? .notFrom(state) : nil
    }
  }

  private func fundRefusal(in book: Book) -> Text? {
    guard let line = budget.flatMap({ book.budgetLines[$0] }) else { return .noBudget }
    guard let cost, cost > 0 else { return .noCost }
    let left = book.standing(of: line).left
    return cost > left ? .tooLittle(left) : nil
  }

  /// The steps it can take now, as people take them.
  public func steps(in book: Book) -> [EventStep] { EventStep.allCases.filter { refusal(of: $0, in: book) == nil } }
}

extension Book {
  /// Those with a seat of whom nobody has said what came of it.
  public func openResults(of event: LearningEvent) -> [Enrolment] {
    enrolments(of: event.id).filter { $0.state == .accepted }
  }

  /// What an event still holds of its budget line.
  public func commitment(of event: LearningEvent) -> Int {
    var standing = BudgetStanding()
    for row in budgetEntries.table.rows(referring: "event", to: event.id.raw) {
      guard let entry = budgetEntries[row], let kind = entry.kind, let amount = entry.amount else { continue }
      standing.add(kind, amount)
    }
    return max(0, standing.committed)
  }

  /// The event after a step that is not refused.
  public func transition(
    of event: LearningEvent, _ step: EventStep, cause: EventCause? = nil, note: String? = nil, on day: Day,
    newID: () -> RecordID
  ) -> EventTransition {
    var next = event
    next.state = step.state(of: event, Seats(event, in: self).isFull)
    if step.needsCause {
      next.cause = cause
      next.causeNote = note
      next.decidedOn = day
      if step == .postpone { next.formerStart = next.formerStart ?? event.start }
    }
    if step == .resume { (next.cause, next.causeNote) = (nil, nil) }
    if step == .close { next.closedOn = day }
    var operations = [saving(next)].compactMap(\.self)
    var words: [Text] = []
    switch step {
    case .fund: commit(event, on: day, newID, &operations, &words)
    case .postpone: free(event, cancelled: false, on: day, newID, &operations, &words)
    case .cancel: free(event, cancelled: true, on: day, newID, &operations, &words)
    default: break
    }
    return EventTransition(event: next, operations: operations, consequences: words)
  }

  private func commit(
    _ event: LearningEvent, on day: Day, _ newID: () -> RecordID, _ operations: inout [Operation], _ words: inout [Text]
  ) {
    guard let line = event.budget, let cost = event.cost else { return }
    operations.append(.creating(entry(.commitment, cost, line, event, on: day, newID)))
    words.append(
      Text("\(Rupiah.text(cost)) dijanjikan dari mata anggarannya", en: "\(Rupiah.text(cost)) committed from its line"))
  }

  private func entry(
    _ kind: BudgetEntryKind, _ amount: Int, _ line: ID<BudgetLine>, _ event: LearningEvent, on day: Day,
    _ newID: () -> RecordID
  ) -> BudgetEntry {
    var entry = BudgetEntry(id: ID(newID()))
    entry.line = line
    entry.date = day
    entry.kind = kind
    entry.amount = amount
    entry.event = event.id
    return entry
  }

  /// Seats are given back, and the money; of a cancelled event the people go into the rescue queue.
  private func free(
    _ event: LearningEvent, cancelled: Bool, on day: Day, _ newID: () -> RecordID, _ operations: inout [Operation],
    _ words: inout [Text]
  ) {
    let affected = enrolments(of: event.id).filter { $0.state == .accepted || $0.state?.isHoping == true }
    for var enrolment in affected {
      if cancelled {
        operations.append(.creating(rescue(of: enrolment, event, on: day)))
        enrolment.state = .eventCancelled
      } else if enrolment.state == .accepted {
        enrolment.state = .waiting
      }
      operations += [saving(enrolment)].compactMap(\.self)
    }
    if !affected.isEmpty {
      words.append(
        cancelled
          ? Text(
            "\(affected.count) orang masuk antrean penyelamatan", en: "\(affected.count) people enter the rescue queue")
          : Text(
            "\(affected.count) orang kembali ke daftar tunggu",
            en: "\(affected.count) people go back to the waiting list")
      )
    }
    let held = commitment(of: event)
    guard held > 0, let line = event.budget else { return }
    operations.append(.creating(entry(.release, held, line, event, on: day, newID)))
    words.append(
      Text("\(Rupiah.text(held)) kembali ke mata anggaran", en: "\(Rupiah.text(held)) goes back to the budget line"))
  }

  /// The identity follows from event and person, so that nobody waits twice for one event.
  private func rescue(of enrolment: Enrolment, _ event: LearningEvent, on day: Day) -> RescueCase {
    let person = enrolment.employee?.raw ?? enrolment.id.raw
    var rescue = RescueCase(id: ID(event.id.raw.derived(from: person, 1)))
    rescue.employee = enrolment.employee
    rescue.event = event.id
    rescue.enrolment = enrolment.id
    rescue.programme = event.programme
    rescue.since = day
    rescue.priority = enrolment.priority
    rescue.state = .waiting
    return rescue
  }
}

extension EventStep {
  fileprivate func state(of event: LearningEvent, _ isFull: Bool) -> EventState {
    switch self {
    case .fund: .funded
    case .open: isFull ? .full : .open
    case .begin: .running
    case .validate: .validating
    case .close: .done
    case .postpone: .postponed
    case .resume: .planned
    case .cancel: .cancelled
    }
  }
}

extension Text {
  fileprivate static func notFrom(_ state: EventState) -> Text {
    Text(
      "Keadaannya \(state.title.indonesian); langkah ini tidak berlaku",
      en: "It is \(state.title.english); not possible")
  }
  fileprivate static let alreadyBegun = Text(
    "Tanggal mulainya sudah lewat; mulai atau jadwalkan kembali", en: "Its first day is past; begin it or plan it again"
  )
  fileprivate static func notBegun(_ start: Day?) -> Text {
    let day = start?.display ?? "?"
    return Text("Baru mulai \(day)", en: "It begins on \(day)")
  }
  fileprivate static func openResults(_ count: Int) -> Text {
    Text("\(count) peserta belum ada hasilnya; isi dulu", en: "\(count) participants have no result yet; enter them")
  }
  fileprivate static let noBudget = Text("Pilih dulu mata anggarannya", en: "Choose its budget line first")
  fileprivate static let noCost = Text("Isi dulu biaya rencananya", en: "Enter its planned cost first")
  fileprivate static func tooLittle(_ left: Int) -> Text {
    Text("Sisa mata anggaran hanya \(Rupiah.text(left))", en: "Only \(Rupiah.text(left)) is left in the line")
  }
}
