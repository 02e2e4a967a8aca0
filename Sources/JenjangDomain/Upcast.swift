import JSONText

/// One step from an earlier form of a record to the next: a pure function of stored fields.
///
/// It looks at each field on its own, for it is given whole records and also the old and the new values of a change
/// alone, where all other fields are absent. What it does not know it leaves as it is.
public struct Upcast: Sendable {
  private let step: @Sendable (inout JSONObject) -> Void

  public init(_ step: @escaping @Sendable (inout JSONObject) -> Void) { self.step = step }

  func apply(to object: inout JSONObject) { step(&object) }
}

extension Upcast {
  /// A field has another name.
  public static func renaming(_ field: String, to name: String) -> Upcast {
    Upcast { object in
      guard let value = object[field] else { return }
      object[field] = nil
      object[name] = value
    }
  }

  /// A field holds another form of the same; a value of which nil is made stays as it is.
  public static func converting(_ field: String, _ convert: @escaping @Sendable (JSONValue) -> JSONValue?) -> Upcast {
    Upcast { object in
      if let value = object[field], let new = convert(value) { object[field] = new }
    }
  }
}

/// How the records of earlier programs are read: the steps of each record type.
public struct Upcasts: Sendable {
  public static let catalog = Upcasts(Catalog.types)

  private let steps: [String: [Upcast]]

  public init(_ types: [RecordType]) {
    var steps: [String: [Upcast]] = [:]
    for type in types where !type.upcasts.isEmpty { steps[type.kind.name] = type.upcasts }
    self.steps = steps
  }

  /// The number of all steps there ever were, and one: it grows with each, and a store says which it has reached.
  public var schema: Int { steps.values.reduce(1) { $0 + $1.count } }

  /// The form in which records of a kind are written now; 1 for kinds that nobody has changed, and unknown ones.
  public func version(of kind: String) -> Int { (steps[kind]?.count ?? 0) + 1 }

  /// A record of a version as the present one has it; one of a later version stays as it is.
  public func object(_ object: JSONObject, of kind: String, from version: Int) -> JSONObject {
    guard let steps = steps[kind], version <= steps.count else { return object }
    var object = object
    for step in steps[max(0, version - 1)...] { step.apply(to: &object) }
    return object
  }

  /// The same for an operation.
  public func operation(_ operation: Operation, from version: Int) -> Operation {
    guard version < self.version(of: operation.kind) else { return operation }
    switch operation {
    case .create(let kind, let id, let object):
      return .create(kind: kind, id: id, object: self.object(object, of: kind, from: version))
    case .delete(let kind, let id, let base, let object):
      return .delete(kind: kind, id: id, base: base, object: self.object(object, of: kind, from: version))
    case .update(let kind, let id, let base, let changes):
      return .update(kind: kind, id: id, base: base, changes: self.changes(changes, of: kind, from: version))
    }
  }

  /// What was there before and what is there afterwards, each brought to the present form: what differs has changed.
  private func changes(_ changes: [String: Change], of kind: String, from version: Int) -> [String: Change] {
    var before = JSONObject()
    var after = JSONObject()
    for (name, change) in changes {
      before[name] = change.old
      after[name] = change.new
    }
    before = object(before, of: kind, from: version)
    after = object(after, of: kind, from: version)
    var present: [String: Change] = [:]
    for name in Set(before.keys + after.keys) where before[name] != after[name] {
      present[name] = Change(old: before[name], new: after[name])
    }
    return present
  }
}
