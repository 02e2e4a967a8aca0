import JSONText
import JenjangDomain

extension Store {
  private struct Place: Hashable {
    let kind: String
    let id: RecordID

    /// An identity is of one kind, so hashing it is enough.
    func hash(into hasher: inout Hasher) { hasher.combine(id) }
  }

  /// What a transaction makes of a record: nothing where it ends, and the fields that it changes.
  private struct Outcome {
    var stored: Strangers.Stored?
    var fields: [String] = []
  }

  /// Fits a transaction to what is stored now.
  ///
  /// Fields that somebody else has meanwhile set to the same value drop out; fields that only one side changed are
  /// merged; anything else is a conflict. Operations see the effect of those before them. What stands in the end must
  /// keep the rules between records.
  func check(_ transaction: Transaction) throws(StoreError) -> CheckedTransaction {
    // Before anything is compared: what would be the same, or a conflict, tells what stands there.
    try checkRights(transaction.operations)
    var pending: [Place: Outcome] = [:]
    var checked = CheckedTransaction()
    for operation in transaction.operations {
      let place = Place(kind: operation.kind, id: operation.id)
      let earlier = pending[place]
      let now = earlier.map(\.stored) ?? stored(operation.kind, operation.id)
      if transaction.exact.contains(operation.id), earlier == nil, operation.seen != now?.revision ?? 0 {
        throw .conflict(kind: operation.kind, id: operation.id, fields: operation.fieldNames.sorted())
      }
      guard let (fitted, base) = try fit(operation, to: now) else { continue }
      let after = now.applying(fitted)
      pending[place] = Outcome(stored: after, fields: (earlier?.fields ?? []) + fitted.fieldNames)
      let owner = owner(kind: operation.kind, object: (now ?? after)?.object)
      checked.operations.append(
        CheckedOperation(
          operation: fitted, base: base, owner: owner, version: book.upcasts.version(of: fitted.kind)))
      guard case .update(_, let id, let seen, _) = operation, seen > 0, seen != base, let now, let after else {
        continue
      }
      checked.merged.append(id)
      try checkMerged(after.object, from: now.object, place)
    }
    try checkClashes(pending)
    try checkRights(checked.operations.map(\.operation))
    return checked
  }

  func checkRights(_ operations: [Operation]) throws(StoreError) {
    if visitor?.isTrying == true { throw .forbidden(.trying) }
    if let refusal = book.access?.refusal(of: operations, in: book) { throw .forbidden(refusal) }
  }

  /// A record merged from two people's changes must be as right as it was before.
  private func checkMerged(_ object: JSONObject, from before: JSONObject, _ place: Place) throws(StoreError) {
    guard let type = book.table(place.kind)?.type else { return }
    let known = Set(type.problems(of: before, id: place.id, in: book))
    let new = type.problems(of: object, id: place.id, in: book).filter { $0.severity == .error && !known.contains($0) }
    if !new.isEmpty { throw .invalid(kind: place.kind, id: place.id, problems: new) }
  }

  /// The rules between records, judged on what stands now: somebody else may have been first.
  private func checkClashes(_ pending: [Place: Outcome]) throws(StoreError) {
    let isAsked = pending.contains { place, outcome in
      book.table(place.kind)?.type.clashing.contains(where: outcome.fields.contains) ?? false
    }
    guard isAsked else { return }
    var outlook = Outlook(book)
    for (place, outcome) in pending { outlook.note(place.kind, place.id, outcome.stored?.object) }
    for (place, outcome) in pending {
      guard let object = outcome.stored?.object, let type = book.table(place.kind)?.type else { continue }
      let problems = type.clashes(of: object, id: place.id, in: outlook, fields: Set(outcome.fields))
      if !problems.isEmpty { throw .invalid(kind: place.kind, id: place.id, problems: problems) }
    }
  }

  /// What is stored now; nil when there is no such record.
  func stored(_ kind: String, _ id: RecordID) -> Strangers.Stored? {
    guard let table = book.table(kind) else { return strangers.kinds[kind]?[id] }
    guard let row = table.row(of: id), let object = table.storedObject(at: row) else { return nil }
    return Strangers.Stored(object: object, revision: table.revision(of: row))
  }

  /// The operation with the values that it really replaces, and its base; nil when nothing is left of it.
  func fit(_ operation: Operation, to now: Strangers.Stored?) throws(StoreError) -> (Operation, Int)? {
    switch operation {
    case .create(let kind, let id, let object):
      guard now == nil else { throw .conflict(kind: kind, id: id, fields: ["id"]) }
      return (.create(kind: kind, id: id, object: object.withoutNulls), 0)
    case .update(let kind, let id, let base, let changes):
      guard let now else { throw .conflict(kind: kind, id: id, fields: changes.keys.sorted()) }
      let fitted = try fit(changes, to: now, isSeen: base == now.revision, kind: kind, id: id)
      guard !fitted.isEmpty else { return nil }
      return (.update(kind: kind, id: id, base: now.revision, changes: fitted), now.revision)
    case .delete(let kind, let id, let base, let object):
      guard let now else { throw .conflict(kind: kind, id: id, fields: ["id"]) }
      let changed = Set(now.object.keys + object.keys).filter { now.object[$0] != object[$0] }
      guard base == now.revision || changed.isEmpty else {
        throw .conflict(kind: kind, id: id, fields: changed.sorted())
      }
      return (.delete(kind: kind, id: id, base: now.revision, object: now.object), now.revision)
    }
  }

  private func fit(
    _ changes: [String: Change], to now: Strangers.Stored, isSeen: Bool, kind: String, id: RecordID
  ) throws(StoreError) -> [String: Change] {
    var fitted: [String: Change] = [:]
    var conflicts: [String] = []
    for (name, change) in changes {
      let current = now.object[name]
      let new = change.new == .null ? nil : change.new
      if current == new { continue }
      if isSeen || current == change.old {
        fitted[name] = Change(old: current, new: new)
      } else {
        conflicts.append(name)
      }
    }
    guard conflicts.isEmpty else { throw .conflict(kind: kind, id: id, fields: conflicts.sorted()) }
    return fitted
  }

  /// The employee that a record belongs to, so that one search for a person finds all lines about her.
  func owner(kind: String, object: JSONObject?) -> String? {
    guard let field = ownerFields[kind] else { return nil }
    return object?[field]?.text
  }

  /// For each kind that belongs to employees the field that names the employee.
  static func ownerFields(_ types: [RecordType]) -> [String: String] {
    var fields: [String: String] = [:]
    for type in types {
      guard let owner = type.kind.owner, case .reference("employees")? = type.field(owner)?.type else { continue }
      fields[type.kind.name] = owner
    }
    return fields
  }
}

/// A transaction that fits the current state.
struct CheckedTransaction {
  var operations: [CheckedOperation] = []
  /// The records that somebody else had changed since the user saw them.
  var merged: [RecordID] = []
}

extension Operation {
  /// The revision that it was made from; 0 for a record that is new.
  fileprivate var seen: Int {
    switch self {
    case .create: 0
    case .update(_, _, let base, _), .delete(_, _, let base, _): base
    }
  }

  /// The fields that it gives a value or takes one from; none for a deletion.
  fileprivate var fieldNames: [String] {
    switch self {
    case .create(_, _, let object): object.keys
    case .update(_, _, _, let changes): Array(changes.keys)
    case .delete: []
    }
  }
}

extension Strangers.Stored? {
  /// The record after an operation; nil when it ends there, or never was.
  func applying(_ operation: Operation) -> Strangers.Stored? {
    switch operation {
    case .create(_, _, let object): return Strangers.Stored(object: object, revision: 1)
    case .delete: return nil
    case .update(_, _, _, let changes):
      guard var stored = self else { return nil }
      for (name, change) in changes { stored.object[name] = change.new }
      stored.revision += 1
      return stored
    }
  }
}

extension JSONObject {
  /// Null is not stored: a field is there or it is not.
  fileprivate var withoutNulls: JSONObject {
    guard members.contains(where: { $0.value == .null }) else { return self }
    var object = self
    for member in members where member.value == .null { object[member.key] = nil }
    return object
  }
}
