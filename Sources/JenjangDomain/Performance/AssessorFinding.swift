/// Why nobody, or not the one on record, can be said to assess a person.
public enum AssessorFinding: Sendable, Hashable {
  /// The person holds no position on the day.
  case noPosition
  /// The position names no unit.
  case noUnit
  /// The unit does not say which post heads it.
  case noHeadPost(ID<Unit>)
  /// Nobody who serves holds the post, and nobody acts in it.
  case vacant(ID<Post>)
  /// More than one person holds the post or acts in it.
  case severalHolders(ID<Post>)
  /// The person heads the topmost unit.
  case noneAbove
  /// People who would assess each other in a circle.
  case circle([ID<Employee>])
  /// Units that lie below themselves.
  case unitCircle(ID<Unit>)
  /// The superior on record no longer serves; the post decided instead.
  case recordedLeft(ID<Employee>)
  /// Nobody is known to assess the assessor, so nobody could hear an objection.
  case noSuperior(ID<Employee>)

  /// Whether it leaves the person without an assessor.
  public var isGap: Bool {
    switch self {
    case .recordedLeft, .noSuperior: false
    default: true
    }
  }
}

extension AssessorFinding {
  /// What it says, with names.
  public func words(in book: Book) -> Text {
    switch self {
    case .noPosition: return Text("Belum tercatat dalam jabatan apa pun", en: "Holds no position on record")
    case .noUnit: return Text("Jabatannya tidak menyebut unit kerja", en: "The position names no work unit")
    case .noHeadPost(let unit):
      let name = book.label(of: unit.raw, kind: Unit.kind.name) ?? "?"
      return Text("Jabatan kepala \(name) belum ditentukan", en: "\(name): the post of the head is not set")
    case .vacant(let post):
      let name = book.label(of: post.raw, kind: Post.kind.name) ?? "?"
      return Text("\(name) kosong dan tanpa Plt/Plh", en: "\(name) is vacant and nobody acts in it")
    case .severalHolders(let post):
      let name = book.label(of: post.raw, kind: Post.kind.name) ?? "?"
      return Text("\(name) dipangku lebih dari satu orang", en: "More than one person holds \(name)")
    case .noneAbove: return Text("Tidak ada unit di atasnya", en: "There is no unit above")
    case .circle(let people):
      let names = people.map { book.label(of: $0.raw, kind: Employee.kind.name) ?? "?" }.joined(separator: " → ")
      return Text("Atasan melingkar: \(names)", en: "Superiors in a circle: \(names)")
    case .unitCircle(let unit):
      let name = book.label(of: unit.raw, kind: Unit.kind.name) ?? "?"
      return Text("Unit melingkar pada \(name)", en: "Units in a circle at \(name)")
    case .recordedLeft(let person):
      let name = book.label(of: person.raw, kind: Employee.kind.name) ?? "?"
      return Text("Atasan tercatat \(name) sudah tidak bertugas", en: "The superior on record, \(name), left")
    case .noSuperior(let person):
      let name = book.label(of: person.raw, kind: Employee.kind.name) ?? "?"
      return Text("Atasan \(name) belum diketahui", en: "The superior of \(name) is not known")
    }
  }
}

/// Who is to assess somebody, who hears objections, and what stands in the way.
public struct AssessorChoice: Sendable, Hashable {
  public var assessor: ID<Employee>?
  /// The assessor's superior, who hears objections.
  public var superior: ID<Employee>?
  /// The assessor acts for the head of the unit.
  public var isActing = false
  public var findings: [AssessorFinding] = []
  /// The nearest head above a gap: to be offered, never to be taken unasked.
  public var proposal: ID<Employee>?

  /// Why there is no assessor; nil when there is one.
  public var gap: AssessorFinding? { findings.first(where: \.isGap) }
}
