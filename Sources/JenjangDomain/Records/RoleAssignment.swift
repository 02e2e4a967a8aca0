/// A role that somebody has, for which units and for how long; in the place of somebody else while acting.
public struct RoleAssignment: Record {
  public static let kind = Kind(
    "role-assignments", Text("Peran", en: "Role"), plural: Text("Peran", en: "Roles"), label: "role", date: "from",
    area: .access, person: "employee")

  public let id: ID<RoleAssignment>
  public var employee: ID<Employee>?
  public var role: UserRole?
  /// The unit whose people, and those of all units below, the role is for; nil for the whole agency.
  public var unit: ID<Unit>?
  public var from: Day?
  public var until: Day?
  /// In one's own right, which is also meant when nothing is said, or as Plt or Plh.
  public var assignment: AssignmentKind?
  /// Acting (Plt) or deputising (Plh) for this person.
  public var actingFor: ID<Employee>?
  /// Acting or deputising in this post, where it is vacant above all.
  public var post: ID<Post>?
  public var decreeNumber: String?
  public var note: String?

  public init(id: ID<RoleAssignment>) { self.id = id }

  public static let fields: [Field<RoleAssignment>] = [
    Field("employee", Text("Pegawai", en: "Employee"), \.employee, required: true),
    Field("role", Text("Peran", en: "Role"), \.role, required: true),
    Field(
      "unit", Text("Untuk unit", en: "For the unit"), \.unit,
      help: Text(
        "Dengan semua unit di bawahnya; kosong untuk seluruh instansi.",
        en: "With all units below; empty for the whole agency.")),
    Field("from", Text("Mulai", en: "From"), \.from, required: true),
    Field("until", Text("Sampai", en: "Until"), \.until),
    Field(
      "assignment", Text("Penugasan", en: "Assignment"), \.assignment,
      help: Text("Kosong berarti definitif.", en: "Empty means definitive.")),
    Field(
      "post", Text("Sebagai Plt/Plh jabatan", en: "Acting in the post"), \.post,
      help: Text("Jabatan yang dirangkap.", en: "The post that is filled in for.")),
    Field(
      "actingFor", Text("Sebagai Plt/Plh dari", en: "Acting for"), \.actingFor,
      help: Text(
        "Pegawai yang digantikan; lalu isi juga sampai kapan.", en: "Who is stood in for; then say until when.")),
    Field("decreeNumber", Text("Nomor SK atau surat tugas", en: "Decree or letter"), \.decreeNumber),
    Field("note", Text("Catatan", en: "Note"), \.note, type: .note(maximum: 1_000)),
  ]
}

extension RoleAssignment {
  public func problems(in book: Book) -> [Problem] {
    [
      Problem.order(start: from, end: until, field: "until"),
      isActing && until == nil
        ? Problem("until", Text("Tugas Plt/Plh perlu tanggal akhir", en: "Acting for somebody needs an end")) : nil,
      actingFor != nil && actingFor == employee
        ? Problem("actingFor", Text("Tidak dapat menggantikan diri sendiri", en: "Nobody acts for himself")) : nil,
      role == .supervisor && unit == nil
        ? Problem("unit", Text("Atasan perlu unit kerja", en: "A supervisor needs a unit")) : nil,
    ].compactMap(\.self)
  }

  /// In somebody else's place, so that it has an end.
  public var isActing: Bool { actingFor != nil || (assignment ?? .definitive) != .definitive }

  public func isInForce(on day: Day) -> Bool {
    guard let from else { return false }
    return from <= day && (until.map { day <= $0 } ?? true)
  }
}

extension Book {
  public var roleAssignments: Records<RoleAssignment> { self[RoleAssignment.self] }
}
