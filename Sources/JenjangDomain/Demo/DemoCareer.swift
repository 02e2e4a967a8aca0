/// A career that the rules allow, told from its end: from the post somebody holds back to the appointment.
struct DemoCareer {
  struct Step {
    let grade: Grade
    let day: Day
    let reason: RankPromotionKind
  }

  /// A definitive position; the last one is the planned post itself.
  struct Spell {
    let title: String
    let kind: PositionKind
    let echelon: Echelon?
    let jobClass: Int
    let start: Day
  }

  let kind: EmployeeKind
  let level: EducationLevel
  let birth: Day
  let hire: Day
  let permanent: Day?
  let contractEnd: Day?
  /// Count of the work agreement in the number of contract staff.
  let agreement: Int
  let ranks: [Step]
  let positions: [Spell]
}

extension DemoCareer {
  /// Somebody who holds `post` on a day.
  static func holder(of post: PlannedPost, on today: Day, _ random: inout SeededRandom) -> DemoCareer {
    let isJunior = [.operational, .expert1, .skilled1, .skilled2].contains(post.kind)
    if isJunior, random.chance(post.family == nil ? 16 : 34) { return contract(post, on: today, &random) }
    if isJunior, post.kind != .skilled2 || post.level == .diploma3, random.chance(4) {
      return probationer(post, on: today, &random)
    }
    return permanent(post, on: today, &random)
  }

  /// With a work agreement of five years.
  private static func contract(_ post: PlannedPost, on today: Day, _ random: inout SeededRandom) -> DemoCareer {
    let isPartTime = post.family == nil && random.chance(20)
    let year = isPartTime ? today.year - 1 : today.year - random.pick(1...4)
    let hire = Day(year: year, month: isPartTime ? 10 : 3, day: 1) ?? today
    let age = min(random.pick(24...44), retirementAge(post) - 7)
    return DemoCareer(
      kind: isPartTime ? .partTimeContract : .contract, level: post.level,
      birth: birth(age: age, at: hire, &random), hire: hire, permanent: nil,
      contractEnd: hire.adding(years: isPartTime ? 1 : 5).adding(days: -1), agreement: isPartTime ? 4 : 1,
      ranks: [Step(grade: post.level.contractGrade, day: hire, reason: .contract)],
      positions: [spell(post, start: hire)])
  }

  /// In the first year.
  private static func probationer(_ post: PlannedPost, on today: Day, _ random: inout SeededRandom) -> DemoCareer {
    let hire = today.firstOfMonth.adding(months: -random.pick(1...10))
    let entry = post.level.entryRank
    return DemoCareer(
      kind: .probationer, level: post.level, birth: birth(age: entryAge(post.level, &random), at: hire, &random),
      hire: hire, permanent: nil, contractEnd: nil, agreement: 0,
      ranks: [Step(grade: entry, day: hire, reason: .appointment)], positions: [spell(post, start: hire)])
  }

  private static func permanent(_ post: PlannedPost, on today: Day, _ random: inout SeededRandom) -> DemoCareer {
    let entry = post.level.entryRank
    let span = grades(post, entry: entry)
    let target = random.pick(span)
    let steps = target.order - entry.order
    let isAtTop = target == span.last
    // Four years a step, half a year of waiting for a period, and the time since the last one.
    let months = steps * 54 + 14 + random.below(isAtTop ? 110 : 34)
    let youngest = entryAges(post.level).lowerBound
    let longest = (retirementAge(post) - 3 - youngest) * 12
    let hire = hireMonth(today.firstOfMonth.adding(months: -max(steps * 54 + 14, min(months, longest))))
    let served = Service(from: hire, to: today).years + 1
    let age = max(youngest, min(entryAge(post.level, &random), retirementAge(post) - 1 - served))
    let ranks = promotions(entry, to: target, from: hire, until: today, post, &random)
    return DemoCareer(
      kind: .permanent, level: post.level, birth: birth(age: age, at: hire, &random), hire: hire,
      permanent: ranks.count > 1 ? ranks[1].day : nil, contractEnd: nil, agreement: 0, ranks: ranks,
      positions: spells(post, ranks: ranks, hire: hire, until: today, &random))
  }

  /// Appointments cluster in a few months: January, March, April and December.
  private static func hireMonth(_ month: Day) -> Day {
    var hire = month
    while ![1, 3, 4, 12].contains(hire.month) { hire = hire.adding(months: -1) }
    return hire
  }

  private static func birth(age: Int, at hire: Day, _ random: inout SeededRandom) -> Day {
    hire.adding(years: -age).adding(days: -random.below(360) - 1)
  }

  static func retirementAge(_ post: PlannedPost) -> Int {
    RetirementAges.usual(post.kind, family: post.family)
  }

  private static func entryAges(_ level: EducationLevel) -> ClosedRange<Int> {
    switch level {
    case .primary, .lowerSecondary, .vocationalLowerSecondary, .upperSecondary: 19...27
    case .diploma2, .specialTeacher, .diploma3: 22...29
    case .bachelor: 23...31
    case .master, .doctor: 26...32
    }
  }

  private static func entryAge(_ level: EducationLevel, _ random: inout SeededRandom) -> Int {
    random.pick(entryAges(level))
  }

  /// The ranks that a holder can have, lowest first.
  private static func grades(_ post: PlannedPost, entry: Grade) -> [Grade] {
    let span = post.echelon?.ranks ?? post.kind.ranks ?? entry...post.level.ceiling
    let grades = Grade.ranks.filter { span.contains($0) && entry <= $0 }
    return grades.isEmpty ? [entry] : grades
  }
}

extension DemoCareer {
  /// Appointment, confirmation, and a promotion at the first period after each four years.
  private static func promotions(
    _ entry: Grade, to target: Grade, from hire: Day, until today: Day, _ post: PlannedPost,
    _ random: inout SeededRandom
  ) -> [Step] {
    var steps = [Step(grade: entry, day: hire, reason: .appointment)]
    let confirmed = hire.adding(months: random.pick(12...13))
    if confirmed <= today { steps.append(Step(grade: entry, day: confirmed, reason: .confirmation)) }
    var grade = entry
    var last = hire
    while let next = grade.next, next <= target {
      let years = RegularPromotion.yearsInRank.usual(on: last)
      guard let period = PromotionPeriods.first(onOrAfter: last.adding(years: years)) else { break }
      last = period
      guard last <= today else { break }
      let reason: RankPromotionKind =
        post.kind.isFunctional ? .functionalChoice : next <= post.level.ceiling ? .regular : .structuralChoice
      steps.append(Step(grade: next, day: last, reason: reason))
      grade = next
    }
    return steps
  }

  /// The rungs of a ladder up to a kind, each with the rank from which it can be held.
  private static func ladder(to post: PlannedPost) -> [(kind: PositionKind, rank: Grade)] {
    switch post.kind.group {
    case .operational: [(.operational, .iA)]
    case .managerial:
      [
        (.operational, .iA), (.supervisor, .iiiC), (.administrator, .ivA), (.seniorExecutive3, .ivB),
      ]
    case .functional:
      [.skilled1, .skilled2, .skilled3, .skilled4].contains(post.kind)
        ? [(.skilled1, .iA), (.skilled2, .iiB), (.skilled3, .iiiA), (.skilled4, .iiiC)]
        : [(.expert1, .iA), (.expert2, .iiiC), (.expert3, .ivA), (.expert4, .ivD)]
    }
  }

  /// The rungs below the post, a turn elsewhere on the same rung for some, then the post.
  private static func spells(
    _ post: PlannedPost, ranks: [Step], hire: Day, until today: Day, _ random: inout SeededRandom
  ) -> [Spell] {
    let entry = ranks.first?.grade ?? .iA
    let ladder = ladder(to: post)
    var spells: [Spell] = []
    for (rung, above) in zip(ladder, ladder.dropFirst()) {
      guard rung.kind != post.kind else { break }
      guard entry < above.rank else { continue }
      let reached = reached(rung.rank, ranks)?.adding(months: random.below(7))
      spells.append(past(rung.kind, post, start: spells.isEmpty ? hire : reached ?? hire))
    }
    let lowest = post.echelon?.ranks.lowerBound ?? post.kind.ranks?.lowerBound ?? entry
    var start = spells.isEmpty ? hire : reached(lowest, ranks) ?? hire
    let years = Service(from: start, to: today).years
    if years >= 5, random.chance(60) {
      spells.append(past(post.kind, post, start: start))
      start = start.adding(months: random.pick(24...(years * 12 - 12))).firstOfMonth
    }
    return spells + [spell(post, start: start)]
  }

  private static func reached(_ rank: Grade, _ ranks: [Step]) -> Day? { ranks.first { rank <= $0.grade }?.day }

  private static func spell(_ post: PlannedPost, start: Day) -> Spell {
    Spell(title: post.title, kind: post.kind, echelon: post.echelon, jobClass: post.jobClass, start: start)
  }

  /// An earlier position of the same career, elsewhere.
  private static func past(_ kind: PositionKind, _ post: PlannedPost, start: Day) -> Spell {
    let turn = Int(start.number) % 3
    let (title, echelon): (String, Echelon?) =
      switch kind {
      case .operational: (["Pengadministrasi Umum", "Penyusun Program dan Anggaran", "Analis Data"][turn], nil)
      case .supervisor: (["Kepala Seksi Pelayanan", "Kepala Subbagian Keuangan", "Lurah"][turn], .ivA)
      case .administrator: (["Kepala Bidang Pembinaan", "Sekretaris Kecamatan", "Kepala Bagian Umum"][turn], .iiiB)
      case .seniorExecutive3: (["Staf Ahli Bupati", "Kepala Dinas", "Kepala Badan"][turn], .iiB)
      default: (PlannedPost.title(post.family ?? "Perencana", kind), nil)
      }
    return Spell(title: title, kind: kind, echelon: echelon, jobClass: kind.usualClasses.lowerBound, start: start)
  }
}
