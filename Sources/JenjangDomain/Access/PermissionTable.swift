/// How far a right reaches.
public enum Reach: Int, Sendable, Comparable {
  case nothing
  /// The user's own record.
  case own
  /// The people that the user mentors.
  case mentees
  /// The people of the units of the role, and of all below them; everybody when the role names no unit.
  case units
  case everything

  public static func < (left: Reach, right: Reach) -> Bool { left.rawValue < right.rawValue }
}

/// What a role may do in an area.
public struct Grant: Sendable, Hashable {
  public let read: Reach
  /// Add, change and delete with immediate effect.
  public let write: Reach
  /// Ask for a change that somebody else decides.
  public let propose: Reach
  /// The only fields that are shown; nil shows all.
  public let fields: Set<String>?

  init(read: Reach, write: Reach = .nothing, propose: Reach = .nothing, fields: Set<String>? = nil) {
    self.read = read
    self.write = write
    self.propose = propose
    self.fields = fields
  }

  static let nothing = Grant(read: .nothing)
}

/// Who may do what: the one table that screens, subcommands and the commit itself ask.
///
/// Source: the roles of the reference on comparable systems, section 5; decided by this program, not law.
public enum PermissionTable {
  public static func grant(_ role: UserRole, _ area: Area) -> Grant {
    if area == .secret { return secret(role) }
    // The writer's and nobody else's, whatever the role.
    if area == .privateNote { return Grant(read: .own, write: role == .auditor ? .nothing : .own) }
    return switch role {
    case .hrOfficer: officer(area)
    case .hrHead: head(area)
    case .supervisor: supervisor(area)
    case .mentor: mentor(area)
    case .employee: employee(area)
    case .leader: leader(area)
    case .committee: committee(area)
    case .auditor: Grant(read: .everything)
    case .administrator: administrator(area)
    }
  }

  public static func rights(_ role: UserRole) -> Set<Right> {
    switch role {
    case .hrOfficer: [.importRecords, .export, .readJournal, .undoOthers, .decideRequests, .keepStore]
    case .hrHead: [.importRecords, .export, .readJournal, .undoOthers, .decideRequests, .keepStore]
    case .supervisor: [.export]
    case .mentor, .employee, .committee: []
    case .leader: [.export]
    case .auditor: [.export, .readJournal]
    case .administrator: [.keepStore, .seeAs]
    }
  }

  /// Everybody sets the own passphrase; who keeps the accounts removes one that was forgotten.
  private static func secret(_ role: UserRole) -> Grant {
    switch role {
    case .administrator: Grant(read: .everything, write: .everything)
    case .auditor: Grant(read: .everything, write: .own)
    default: Grant(read: .own, write: .own)
    }
  }

  /// Policy is proposed by officers and approved by their head.
  private static func officer(_ area: Area) -> Grant {
    switch area {
    case .access, .secret, .privateNote: Grant(read: .own)
    case .reference: Grant(read: .everything, write: .everything)
    case .policy: Grant(read: .everything, propose: .everything)
    case .person, .career, .discipline, .leave, .family, .request, .plan, .progress, .evaluation, .objection,
      .followUp, .assessment, .development, .learning, .mentoring, .mentoringLog:
      Grant(read: .units, write: .units)
    case .opinion: Grant(read: .units)
    case .money: Grant(read: .everything, write: .everything)
    }
  }

  private static func head(_ area: Area) -> Grant {
    switch area {
    case .access: Grant(read: .everything)
    case .secret, .privateNote: Grant(read: .own)
    case .reference, .policy: Grant(read: .everything, write: .everything)
    case .person, .career, .discipline, .leave, .family, .request, .plan, .progress, .evaluation, .objection,
      .followUp, .assessment, .development, .learning, .mentoring, .mentoringLog:
      Grant(read: .units, write: .units)
    case .opinion: Grant(read: .units)
    case .money: Grant(read: .everything, write: .everything)
    }
  }

  private static func supervisor(_ area: Area) -> Grant {
    switch area {
    case .reference, .policy: Grant(read: .everything)
    case .person: Grant(read: .units, propose: .units, fields: workFields)
    case .career, .leave: Grant(read: .units, propose: .units)
    case .discipline: Grant(read: .units)
    case .access, .secret, .privateNote: Grant(read: .own)
    case .request: Grant(read: .own, write: .own)
    case .mentoring: Grant(read: .units, write: .own)
    case .mentoringLog: Grant(read: .own, write: .own)
    case .plan, .progress, .evaluation, .objection, .followUp, .development, .learning:
      Grant(read: .units, write: .units)
    case .assessment: Grant(read: .units)
    case .family, .opinion, .money: .nothing
    }
  }

  private static func mentor(_ area: Area) -> Grant {
    switch area {
    case .reference, .policy: Grant(read: .everything)
    case .person: Grant(read: .mentees, fields: workFields)
    case .career: Grant(read: .mentees)
    case .access, .request, .secret, .privateNote: Grant(read: .own)
    case .plan, .assessment, .development, .learning: Grant(read: .mentees)
    case .mentoring, .mentoringLog: Grant(read: .own, write: .own)
    case .discipline, .leave, .family, .progress, .evaluation, .objection, .followUp, .opinion, .money: .nothing
    }
  }

  private static func employee(_ area: Area) -> Grant {
    switch area {
    case .reference, .policy: Grant(read: .everything)
    case .person, .career, .leave, .family: Grant(read: .own, propose: .own)
    case .discipline, .access, .secret, .followUp, .privateNote: Grant(read: .own)
    case .mentoring, .mentoringLog: Grant(read: .own, write: .own)
    case .request, .plan, .progress, .evaluation, .objection, .assessment, .development, .learning, .opinion:
      Grant(read: .own, write: .own)
    case .money: .nothing
    }
  }

  private static func leader(_ area: Area) -> Grant {
    switch area {
    case .reference, .policy: Grant(read: .everything)
    case .person: Grant(read: .units, fields: workFields)
    case .career, .discipline, .leave: Grant(read: .units)
    case .access, .request, .secret, .privateNote: Grant(read: .own)
    case .plan, .progress, .evaluation, .objection, .followUp, .assessment, .development, .learning, .mentoring:
      Grant(read: .units)
    case .mentoringLog: Grant(read: .own, write: .own)
    case .money: Grant(read: .everything)
    case .family, .opinion: .nothing
    }
  }

  private static func committee(_ area: Area) -> Grant {
    switch area {
    case .reference, .policy: Grant(read: .everything)
    case .person: Grant(read: .units, fields: workFields)
    case .career: Grant(read: .units)
    case .access, .secret, .privateNote: Grant(read: .own)
    case .plan, .evaluation, .assessment, .development: Grant(read: .units)
    case .discipline, .leave, .family, .request, .progress, .objection, .followUp, .learning, .opinion, .money,
      .mentoring, .mentoringLog:
      .nothing
    }
  }

  /// The program's keeper sees of people what it takes to give them accounts.
  private static func administrator(_ area: Area) -> Grant {
    switch area {
    case .reference, .access, .secret: Grant(read: .everything, write: .everything)
    case .policy: Grant(read: .everything)
    case .person: Grant(read: .everything, fields: accountFields)
    case .career, .discipline, .leave, .family, .plan, .progress, .evaluation, .objection, .followUp, .assessment,
      .development, .learning, .opinion, .money, .mentoring, .mentoringLog:
      .nothing
    case .request, .privateNote: Grant(read: .own)
    }
  }

  /// What names a person in a list.
  private static let accountFields: Set<String> = ["employeeNumber", "name", "unit", "position"]

  /// What belongs to the work: no address, religion, marriage, identity papers.
  private static let workFields: Set<String> = [
    "employeeNumber", "name", "frontTitle", "backTitle", "birthDate", "sex", "kind", "legalStatus", "legalStatusDate",
    "hireDate", "permanentDate", "supervisor", "phone", "email", "interests", "grade", "gradeDate", "position",
    "positionKind", "post", "unit", "positionDate", "positionEnd", "educationLevel",
  ]
}
