/// What the rights to the records of a kind depend on, besides whom they are about.
public struct Standing: Sendable {
  /// The field naming the record whose rights count instead: a work result follows its plan.
  ///
  /// Nil for most.
  public let through: String?
  /// The fields naming people who reach a record as one of their own units: the assessor and the assessor's superior.
  public let parties: [String]
  /// Whether the parties reach it in whatever role, as a mentor does who has no other; else among supervisors only.
  public let isShared: Bool
  /// The only fields that a party may change who reaches a record as nothing else, and adds and ends none.
  ///
  /// Nil leaves all to the parties: what they may do with a record that names whomever they like is theirs to take.
  public let partyFields: Set<String>?
  /// The fields that among supervisors only one of the parties may change: a ruling is the hearer's.
  public let reserved: [String: Set<String>]
  /// The fields that no supervisor changes: what came of a training is for who held it to say.
  public let kept: Set<String>
  /// What the person it is about may do with it, in whatever role; nil leaves it to the role.
  public let own: OwnPart?

  public static let plain = Standing()

  public init(
    through: String? = nil, parties: [String] = [], isShared: Bool = false, partyFields: Set<String>? = nil,
    reserved: [String: Set<String>] = [:],
    kept: Set<String> = [], own: OwnPart? = nil
  ) {
    self.through = through
    self.parties = parties
    self.isShared = isShared
    self.partyFields = partyFields
    self.reserved = reserved
    self.kept = kept
    self.own = own
  }
}

/// What somebody may do with a record about oneself, where nobody decides about oneself.
///
/// The grant of the role `employee` holds for it, within these limits, even for those whose role reaches further.
public struct OwnPart: Sendable {
  /// The field that must hold something before the person sees the record: the day of its release.
  ///
  /// Nil when it is seen at once.
  public let seenOnce: String?
  /// The only fields the person may change; nil all that are not withheld.
  public let fields: Set<String>?
  /// Fields the person may never change.
  public let withheld: Set<String>
  /// The person changes it only while this field holds one of these codes; nil always.
  public let openWhile: (field: String, codes: Set<String>)?
  /// The only codes the person may put into some fields.
  public let codes: [String: Set<String>]
  /// Whether the person may add and delete such records.
  public let mayAdd: Bool

  public init(
    seenOnce: String? = nil, fields: Set<String>? = nil, withheld: Set<String> = [],
    openWhile: (field: String, codes: Set<String>)? = nil, codes: [String: Set<String>] = [:], mayAdd: Bool = true
  ) {
    self.seenOnce = seenOnce
    self.fields = fields
    self.withheld = withheld
    self.openWhile = openWhile
    self.codes = codes
    self.mayAdd = mayAdd
  }
}
