/// Every record type, one line each.
///
/// Journal, snapshot, columns, import, export, form and list need nothing more.
public enum Catalog {
  public static let types: [RecordType] = [
    RecordType(Unit.self),
    RecordType(Post.self),
    RecordType(Employee.self),
    RecordType(RankHistory.self),
    RecordType(PositionHistory.self),
    RecordType(Education.self),
    RecordType(Training.self),
    RecordType(Award.self),
    RecordType(Discipline.self),
    RecordType(FamilyMember.self),
    RecordType(Document.self),
    RecordType(LocalParameter.self),
    RecordType(Holiday.self),
    RecordType(Account.self),
    RecordType(RoleAssignment.self),
    RecordType(ChangeRequest.self),
    RecordType(Passphrase.self),
  ]
}
