import JSONText

extension Access {
  /// Why changes may not be saved by this actor; nil when all of them may.
  ///
  /// Judged on the records before and after: nobody is moved out of one's own reach, nor into it.
  public func refusal(of operations: [Operation], in book: Book) -> Text? {
    refusal(of: operations, in: book) { $0.write }
  }

  /// Why changes may not even be asked for by this actor; nil when somebody else can be asked to decide them.
  public func refusal(toPropose operations: [Operation], in book: Book) -> Text? {
    guard actor.person != nil else { return .nobody }
    return refusal(of: operations, in: book) { max($0.write, $0.propose) }
  }

  private func refusal(of operations: [Operation], in book: Book, by reach: (Grant) -> Reach) -> Text? {
    let arrivals = Arrivals(operations, self)
    for operation in operations {
      guard let kind = book.table(operation.kind)?.type.kind else { continue }
      let before = book.storedObject(operation.kind, operation.id)
      let after = operation.outcome(of: before)
      let subject = book.subject(of: kind, operation.id, before ?? after, among: arrivals.records)
      switch answer(toOwn: operation, kind, before: before, after: after, subject: subject) {
      case .allowed: continue
      case .refused(let text): return text
      case nil: break
      }
      let reach = reach(grant(kind.area))
      guard reach > .nothing else { return .missing(.changing(kind.area), actor.role) }
      if let text = refusal(ofReserved: kind, before: before, after: after) { return text }
      if kind.area == .request, decidesOwn(before, after) { return .notAboutOneself }
      if let text = refusal(of: operation, kind, reach, arrivals, in: book) { return text }
    }
    return nil
  }

  /// Whether the actor may change a record that is there, or add one for a person.
  public func mayWrite(_ kind: Kind, about person: RecordID?, in book: Book) -> Bool {
    if kind.standing.own != nil, person != nil, person == actor.person { return grantOfOwn(kind).write > .nothing }
    return covers(grant(kind.area).write, person, in: book)
  }

  private func refusal(
    of operation: Operation, _ kind: Kind, _ reach: Reach, _ arrivals: Arrivals, in book: Book
  ) -> Text? {
    guard reach < .everything, reach != .units || units != nil else { return nil }
    let before = book.storedObject(operation.kind, operation.id)
    if kind.area == .request, let text = refusal(ofAsking: operation, before) { return text }
    if let text = refusal(ofParty: operation, kind, reach, before, in: book) { return text }
    for object in [before, operation.outcome(of: before)].compactMap(\.self) {
      if covers(reach, kind, operation.id, object, in: book, among: arrivals.records) { continue }
      guard let person = kind.personNamed(in: object, operation.id), arrivals.contains(person) else {
        return .outOfReach(kind, actor.role)
      }
    }
    return hiddenField(operation, kind).map { .hidden($0, actor.role) }
  }

  /// What a mere party does beyond its fields: a mentor neither makes a pair nor says yes for the mentee.
  private func refusal(
    ofParty operation: Operation, _ kind: Kind, _ reach: Reach, _ before: JSONObject?, in book: Book
  ) -> Text? {
    guard let fields = kind.standing.partyFields, let object = before ?? operation.outcome(of: nil),
      kind.standing.names(actor, in: object),
      !covers(reach, kind.personNamed(in: object, operation.id), in: book)
    else { return nil }
    if case .update(_, _, _, let changes) = operation, changes.keys.allSatisfy(fields.contains) { return nil }
    return .outOfReach(kind, actor.role)
  }

  /// Whether somebody decides what he asked for himself.
  private func decidesOwn(_ before: JSONObject?, _ after: JSONObject?) -> Bool {
    guard let person = actor.person, (before ?? after)?.record("requestedBy") == person,
      before?["state"] != after?["state"]
    else {
      return false
    }
    return [RequestState.accepted, .returned].contains { after?["state"]?.text == $0.rawValue }
  }

  /// Who may not decide requests may make, mend and withdraw own ones.
  private func refusal(ofAsking operation: Operation, _ before: JSONObject?) -> Text? {
    guard let missing = refusal(.decideRequests) else { return nil }
    if case .delete = operation, before?["state"]?.text == RequestState.submitted.rawValue { return nil }
    let decided = ["decidedBy", "decidedOn", "returnReason", "answer"]
    let open = [RequestState.submitted.rawValue, RequestState.returned.rawValue]
    let after = operation.outcome(of: before)
    let state = after?["state"]?.text
    let isOwn = state == RequestState.submitted.rawValue || state == RequestState.withdrawn.rawValue
    let wasOpen = before.map { open.contains($0["state"]?.text ?? "") } ?? true
    let isUntouched = decided.allSatisfy { after?[$0] == before?[$0] }
    return isOwn && wasOpen && isUntouched ? nil : missing
  }

  /// A field that the actor changes without seeing it.
  private func hiddenField(_ operation: Operation, _ kind: Kind) -> String? {
    guard kind.area == .person, let fields = grant(kind.area).fields else { return nil }
    switch operation {
    case .create(_, _, let object): return object.keys.first { !fields.contains($0) }
    case .update(_, _, _, let changes): return changes.keys.sorted().first { !fields.contains($0) }
    case .delete: return nil
    }
  }

  /// People who come into being here with a position in a unit of the actor: somebody has to enter them.
  private struct Arrivals {
    private let people: Set<RecordID>
    /// Every record that comes into being, for those that belong to it.
    let records: [RecordID: JSONObject]

    init(_ operations: [Operation], _ access: Access) {
      var made: Set<RecordID> = []
      var placed: Set<RecordID> = []
      var records: [RecordID: JSONObject] = [:]
      for case .create(let kind, let id, let object) in operations {
        if kind == Employee.kind.name { made.insert(id) }
        records[id] = object
        guard kind == PositionHistory.kind.name, let person = object["employee"]?.text.flatMap({ RecordID($0) }),
          let unit = object["unit"]?.text.flatMap({ RecordID($0) }), access.units?.contains(unit) ?? true
        else { continue }
        placed.insert(person)
      }
      people = made.intersection(placed)
      self.records = records
    }

    func contains(_ person: RecordID) -> Bool { people.contains(person) }
  }
}

extension Access {
  /// What of a saved change the actor may read; nil when nothing.
  ///
  /// Asked by way of the book by the journal, by histories and by undo. The record itself may be gone, so the change says whom it is about.
  public func seen(_ operation: Operation, in book: Book) -> Operation? {
    guard let kind = book.table(operation.kind)?.type.kind else { return nil }
    let grant = grant(kind.area)
    let object = book.storedObject(operation.kind, operation.id) ?? operation.outcome(of: nil) ?? operation.removed
    let reach = reading(kind)
    guard covers(reach, kind, operation.id, object, in: book) else { return nil }
    if isLimited(reach), isHeldBack(book.subject(of: kind, operation.id, object)) { return nil }
    guard kind.area == .person, let fields = grant.fields else { return operation }
    return operation.showing(only: fields)
  }
}

extension Book {
  /// What of a saved change may be read by who looks; nil when nothing.
  ///
  /// That something secret was changed is told, and what it was or is, to nobody.
  public func seen(_ operation: Operation) -> Operation? {
    guard let shown = access.map({ $0.seen(operation, in: self) }) ?? operation else { return nil }
    guard let secrets = table(operation.kind)?.type.secrets, !secrets.isEmpty else { return shown }
    return shown.masking(secrets)
  }

  /// What of a record's earlier state may be read by who looks; nil when nothing.
  public func seen(_ object: JSONObject, kind: String, id: RecordID) -> JSONObject? {
    guard case .create(_, _, let shown)? = seen(.create(kind: kind, id: id, object: object)) else { return nil }
    return shown
  }

  /// Whether a change touches what nobody is shown.
  public func isSecret(_ operation: Operation) -> Bool { table(operation.kind)?.type.secrets.isEmpty == false }
}

extension Operation {
  /// The same with marks in the place of some values.
  fileprivate func masking(_ fields: Set<String>) -> Operation {
    let mark: JSONValue = "•••"
    let masked = { (object: JSONObject) in
      var object = object
      for field in object.keys where fields.contains(field) { object[field] = mark }
      return object
    }
    switch self {
    case .create(let kind, let id, let object): return .create(kind: kind, id: id, object: masked(object))
    case .delete(let kind, let id, let base, let object):
      return .delete(kind: kind, id: id, base: base, object: masked(object))
    case .update(let kind, let id, let base, var changes):
      for (name, change) in changes where fields.contains(name) {
        changes[name] = Change(old: change.old.map { _ in mark }, new: change.new.map { _ in mark })
      }
      return .update(kind: kind, id: id, base: base, changes: changes)
    }
  }

  /// The record after it; nil when it is gone, or when it is not known before an update.
  public func outcome(of before: JSONObject?) -> JSONObject? {
    switch self {
    case .create(_, _, let object): return object
    case .delete: return nil
    case .update(_, _, _, let changes):
      guard var object = before else { return nil }
      for (name, change) in changes { object[name] = change.new }
      return object
    }
  }

  /// The record that it ends.
  fileprivate var removed: JSONObject? { if case .delete(_, _, _, let object) = self { object } else { nil } }

  fileprivate func showing(only fields: Set<String>) -> Operation? {
    let kept = { (object: JSONObject) in
      var object = object
      for field in object.keys where !fields.contains(field) { object[field] = nil }
      return object
    }
    switch self {
    case .create(let kind, let id, let object): return .create(kind: kind, id: id, object: kept(object))
    case .delete(let kind, let id, let base, let object):
      return .delete(kind: kind, id: id, base: base, object: kept(object))
    case .update(let kind, let id, let base, let changes):
      let shown = changes.filter { fields.contains($0.key) }
      return shown.isEmpty ? nil : .update(kind: kind, id: id, base: base, changes: shown)
    }
  }
}

extension Book {
  /// The stored fields of a record, whoever looks; nil when there is none.
  func storedObject(_ kind: String, _ id: RecordID) -> JSONObject? {
    guard let table = table(kind), let row = table.row(of: id) else { return nil }
    return table.storedObject(at: row)
  }
}

extension Text {
  fileprivate static let nobody = Text(
    "Login ini tidak mewakili seorang pegawai, jadi tidak dapat mengusulkan perubahan",
    en: "This login stands for no person, so it cannot ask for a change")

  fileprivate static func outOfReach(_ kind: Kind, _ role: UserRole) -> Text {
    Text(
      "Peran \(role.title.indonesian) tidak berhak mengubah \(kind.title.indonesian) pegawai ini",
      en: "The role \(role.title.english) has no right to change this person's \(kind.title.english)")
  }

  fileprivate static func hidden(_ field: String, _ role: UserRole) -> Text {
    Text(
      "Peran \(role.title.indonesian) tidak berhak mengubah isian \(field)",
      en: "The role \(role.title.english) has no right to change the field \(field)")
  }
}
