/// Mentoring for made-up people: offers, wishes, two rounds with their pairs, sessions, agreements and ratings.
///
/// All of it is invented. It comes after everything else, so that everything else is the same with it and without.
struct DemoMentoring {
  /// Somebody who may mentor or be mentored.
  struct Candidate {
    let employee: ID<Employee>
    let hired: Day
    let family: String?
    let assessor: ID<Employee>?
    let superior: ID<Employee>?
  }

  /// A mentor with a mentee, and the round in which they are.
  struct Couple {
    let mentor: Candidate
    let mentee: Candidate
    /// In the round of the year before.
    let isOld: Bool
    /// Proposed some days ago; both or one have still to say yes.
    let isWaiting: Bool
  }

  /// Of very many people the first are enough.
  private static let most = 5_000

  private let extent: DemoDevelopment.Extent
  private var people: [Candidate] = []
  private var couples: [Couple] = []
  private var mentors: [Candidate] = []
  private var mentees: [Candidate] = []
  private var rounds: [ID<MentoringProgramme>] = []
  private var next = 0

  init(_ extent: DemoDevelopment.Extent) { self.extent = extent }

  /// Keeps somebody in mind: of many people those whose competencies are made up too.
  mutating func note(_ holder: DemoHolder) {
    guard people.count < DemoMentoring.most, extent == .full || holder.employee.raw.low % 10 == 0,
      let hired = holder.ranks.first?.day
    else { return }
    people.append(
      Candidate(
        employee: holder.employee, hired: hired, family: holder.post.family, assessor: holder.assessor,
        superior: holder.superior))
  }

  /// Puts out the next piece; false when everything has been given out.
  mutating func put(of competencies: [String: ID<Competency>], into data: inout DemoData) -> Bool {
    if rounds.isEmpty {
      guard people.count >= 40 else { return false }
      divide(&data)
      programmes(&data)
    } else if next < couples.count {
      let couple = couples[next]
      DemoMentoringPair(couple: couple, round: rounds[couple.isOld ? 0 : 1], competencies: competencies).put(
        into: &data)
      next += 1
    } else if next < couples.count + mentors.count {
      offer(mentors[next - couples.count], &data)
      next += 1
    } else if next < couples.count + mentors.count + mentees.count {
      wish(mentees[next - couples.count - mentors.count], competencies, &data)
      next += 1
    } else {
      return false
    }
    return true
  }

  /// Who serves longest mentors, and who came last is mentored; the same person is never both.
  private mutating func divide(_ data: inout DemoData) {
    let sorted = people.sorted { ($0.hired, $0.employee.raw) < ($1.hired, $1.employee.raw) }
    let shares = extent == .full ? (mentors: 30, mentees: 12) : (mentors: 8, mentees: 3)
    let (few, many) = (min(320, sorted.count / shares.mentors), min(760, sorted.count / shares.mentees))
    let (elders, juniors) = (sorted.prefix(few * 3), sorted.suffix(min(many * 2, sorted.count - few * 3)))
    mentors = elders.enumerated().filter { $0.offset % 3 == 0 }.map(\.element)
    let chosen = juniors.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
    let paired = chosen.count / 3
    mentees = Array(chosen.dropFirst(paired))
    for (place, mentee) in chosen.prefix(paired).enumerated() {
      let mentor = mentors[place * 7 % mentors.count]
      guard mentor.employee != mentee.assessor, mentor.employee != mentee.superior else { continue }
      couples.append(
        Couple(mentor: mentor, mentee: mentee, isOld: place % 3 == 0, isWaiting: place % 8 == 1))
    }
  }

  private mutating func programmes(_ data: inout DemoData) {
    let today = data.today
    for back in [1, 0] {
      rounds.append(
        data.add(MentoringProgramme.self) {
          $0.name = "Program bimbingan \(today.year - back)"
          $0.kind = .individual
          $0.start = Day(year: today.year - back, month: 2, day: 1)
          $0.end = Day(year: today.year - back, month: 12, day: 15)
          $0.purpose = DemoMentoringTexts.purpose
        })
    }
    data.add(MentoringProgramme.self) {
      $0.name = "Bimbingan terbalik: aplikasi dan data"
      $0.kind = .reverse
      $0.start = Day(year: today.year, month: 3, day: 1)
      $0.end = Day(year: today.year, month: 12, day: 15)
      $0.purpose = DemoMentoringTexts.reversePurpose
    }
  }

  private func offer(_ mentor: Candidate, _ data: inout DemoData) {
    let today = data.today
    let topics = data.random.pick(DemoMentoringTexts.topics)
    let (capacity, isOutside) = (data.random.pick(2...5), data.random.chance(80))
    let when = data.random.pick(DemoMentoringTexts.times)
    let mode: SessionMode = data.random.pick([.inPerson, .inPerson, .online])
    let since = today.adding(days: -data.random.pick(60...500))
    data.add(MentorProfile.self) {
      $0.employee = mentor.employee
      $0.consentedOn = since
      $0.capacity = capacity
      $0.topics = mentor.family.map { "\(topics); \($0.lowercased())" } ?? topics
      $0.languages = "Indonesia"
      $0.availability = when
      $0.mode = mode
      $0.isOutsideUnit = isOutside
    }
  }

  private func wish(_ mentee: Candidate, _ competencies: [String: ID<Competency>], _ data: inout DemoData) {
    let since = data.today.adding(days: -data.random.pick(3...120))
    let topics = data.random.pick(DemoMentoringTexts.topics)
    let code = data.random.chance(50) ? data.random.pick(DemoMentoringTexts.codes) : nil
    data.add(MenteeWish.self) {
      $0.employee = mentee.employee
      $0.consentedOn = since
      $0.topics = topics
      $0.competency = code.flatMap { competencies[$0] }
      $0.languages = "Indonesia"
    }
  }
}
