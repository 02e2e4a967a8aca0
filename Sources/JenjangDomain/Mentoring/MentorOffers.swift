/// Those who offer to be mentors, as others should see them: strengths, mentees now, room.
public struct MentorOffers {
  public struct Offer: Sendable {
    public let profile: MentorProfile
    /// The row of the person; nil when there is none any more.
    public let person: Row?
    /// Assessed above what the own post asks for, the highest first.
    public let strengths: [KnowledgeAtRisk.Strength]
    public let load: Int
    public let capacity: Int
    public let isOpen: Bool

    public var room: Int { max(0, capacity - load) }
  }

  public let all: [Offer]

  public init(_ book: Book, on day: Day) {
    let people = MentoringPeople(book, on: day)
    var loads: [ID<Employee>: Int] = [:]
    for pair in book.mentoringPairs.all where pair.state?.holdsPlace ?? false {
      if let mentor = pair.mentor { loads[mentor, default: 0] += 1 }
    }
    all = book.mentorProfiles.all.map { profile in
      let row = profile.employee.flatMap { people.row(of: $0) }
      return Offer(
        profile: profile, person: row, strengths: row.map { people.strengths(of: $0) } ?? [],
        load: profile.employee.flatMap { loads[$0] } ?? 0, capacity: profile.capacity ?? people.capacity,
        isOpen: profile.isOpen(on: day))
    }
  }
}
