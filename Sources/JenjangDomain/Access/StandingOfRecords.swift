import JSONText

/// The record whose rights count for a record: its plan for a work result, itself for most.
struct Subject {
  let kind: Kind
  let id: RecordID
  let object: JSONObject?

  var person: RecordID? { kind.personNamed(in: object, id) }
}

extension Book {
  /// Follows a record to the one whose rights count; `arrivals` are records that come into being with it.
  func subject(
    of kind: Kind, _ id: RecordID, _ object: JSONObject?, among arrivals: [RecordID: JSONObject] = [:]
  ) -> Subject {
    guard let field = kind.standing.through, let above = object?.record(field),
      case .reference(let name)? = table(kind.name)?.type.field(field)?.type, let kindAbove = table(name)?.type.kind
    else { return Subject(kind: kind, id: id, object: object) }
    return subject(of: kindAbove, above, storedObject(name, above) ?? arrivals[above], among: arrivals)
  }
}

extension Actor {
  /// The people for whom it stands: itself and whoever it acts for.
  var parties: [RecordID] { [person, actingFor].compactMap(\.self) }
}

extension Standing {
  /// Whether a record names the actor as one of its parties.
  func names(_ actor: Actor, in object: JSONObject?) -> Bool {
    parties.contains { field in object?.record(field).map(actor.parties.contains) ?? false }
  }
}

extension Access {
  /// What everybody may do with records of an area about oneself.
  func grantOfOwn(_ kind: Kind) -> Grant {
    kind.standing.own == nil ? .nothing : grant(.employee, kind.area)
  }

  /// How far records of a kind are read: one's own as an employee does, whatever the role.
  func reading(_ kind: Kind) -> Reach { max(grant(kind.area).read, grantOfOwn(kind).read) }

  /// Whether a record about the actor is not yet to be seen by the actor.
  func isHeldBack(_ subject: Subject) -> Bool {
    guard let own = subject.kind.standing.own, let person = actor.person, subject.person == person else { return false }
    return own.seenOnce.map { subject.object?[$0] == nil } ?? false
  }

  /// What is said to a change of a record about the actor; nil when it is about somebody else or the role decides.
  func answer(
    toOwn operation: Operation, _ kind: Kind, before: JSONObject?, after: JSONObject?, subject: Subject
  ) -> OwnAnswer? {
    guard let own = kind.standing.own, let person = actor.person, subject.person == person else { return nil }
    if let text = refusal(ofCodes: own, before: before, after: after) { return .refused(text) }
    if case .create = operation, !own.mayAdd { return grant(kind.area).write > .own ? nil : .refused(.ownOnly(kind)) }
    guard grantOfOwn(kind).write > .nothing else { return .refused(.ownOnly(kind)) }
    if case .update = operation {} else if !own.mayAdd { return .refused(.ownOnly(kind)) }
    if kind.area == subject.kind.area, let openWhile = subject.kind.standing.own?.openWhile,
      before != nil || kind.name != subject.kind.name
    {
      let state = (kind.name == subject.kind.name ? before : subject.object)?[openWhile.field]?.text
      guard openWhile.codes.contains(state ?? "") else { return .refused(.ownClosed(kind)) }
    }
    let changed = Set((before?.keys ?? []) + (after?.keys ?? [])).filter { before?[$0] != after?[$0] }
    let places = [kind.standing.through, kind.person].compactMap(\.self)
    if before != nil, after != nil, places.contains(where: changed.contains) { return .refused(.ownOnly(kind)) }
    // Whose a new record is has to be said.
    let said = before == nil ? places : []
    let refused = changed.subtracting(said).filter {
      own.withheld.contains($0) || !(own.fields?.contains($0) ?? true)
    }
    if after != nil, !refused.isEmpty { return .refused(.ownOnly(kind)) }
    return .allowed
  }

  enum OwnAnswer {
    case allowed
    case refused(Text)
  }

  private func refusal(ofCodes own: OwnPart, before: JSONObject?, after: JSONObject?) -> Text? {
    guard let after else { return nil }
    let wrong = own.codes.contains { field, codes in
      after[field] != before?[field] && !codes.contains(after[field]?.text ?? "")
    }
    return wrong ? .notAboutOneself : nil
  }

  /// What among supervisors only a party may change.
  func refusal(ofReserved kind: Kind, before: JSONObject?, after: JSONObject?) -> Text? {
    guard actor.role == .supervisor, let after else { return nil }
    if kind.standing.kept.contains(where: { after[$0] != before?[$0] }) { return .kept(kind) }
    for (party, fields) in kind.standing.reserved.sorted(by: { $0.key < $1.key }) {
      guard fields.contains(where: { after[$0] != before?[$0] }) else { continue }
      guard let named = after.record(party), actor.parties.contains(named) else { return .reserved(kind) }
    }
    return nil
  }
}

extension Text {
  public static let notAboutOneself = Text(
    "Tidak ada yang memutus tentang dirinya sendiri", en: "Nobody decides about oneself")

  fileprivate static func ownOnly(_ kind: Kind) -> Text {
    Text(
      "Bagian \(kind.title.indonesian) ini diisi oleh orang lain, bukan oleh pegawainya sendiri",
      en: "This part of the \(kind.title.english.lowercased()) is for others to fill in, not for the person")
  }

  fileprivate static func ownClosed(_ kind: Kind) -> Text {
    Text(
      "\(kind.title.indonesian) ini sedang atau sudah diputus; minta dikembalikan dulu untuk mengubahnya",
      en: "This \(kind.title.english.lowercased()) is being decided or was; ask to have it returned first")
  }

  fileprivate static func kept(_ kind: Kind) -> Text {
    Text(
      "Bagian \(kind.title.indonesian) ini diisi oleh petugas kepegawaian",
      en: "This part of the \(kind.title.english.lowercased()) is for the personnel office to fill in")
  }

  fileprivate static func reserved(_ kind: Kind) -> Text {
    Text(
      "Bagian \(kind.title.indonesian) ini hak atasan pejabat penilai",
      en: "This part of the \(kind.title.english.lowercased()) belongs to the assessor's superior")
  }
}
