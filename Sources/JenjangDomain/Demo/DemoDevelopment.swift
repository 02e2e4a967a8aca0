/// A year of development for made-up people: dictionary, standards, assessments, events with their seats, and money.
///
/// All of it is invented. It comes last, so that everything else is the same with it and without.
struct DemoDevelopment {
  /// How much there is to be.
  enum Extent {
    /// The office's own records, and assessments of one person in ten.
    case light
    case full
  }

  let extent: Extent
  var people: [DemoHolder] = []
  private var next = 0
  /// How many of the opening pieces were put out.
  private var begun = 0
  private var year = DemoTrainingYear()
  /// The dictionary that was put out, by code.
  private(set) var competencies: [String: ID<Competency>] = [:]

  /// Who has a seat in an event that takes nominees, for those who are to be away on its days.
  var upcoming: [DemoTrainingYear.Upcoming] { year.upcoming }

  init(_ extent: Extent) { self.extent = extent }

  /// Keeps somebody in mind; of many people one in ten is enough.
  mutating func note(_ holder: DemoHolder) {
    if extent == .full || holder.employee.raw.low % 10 == 0 { people.append(holder) }
  }

  /// Puts out the next piece; false when everything has been given out.
  mutating func put(into data: inout DemoData) -> Bool {
    begun += 1
    switch begun {
    case 1: dictionary(&data)
    case 2: standards(&data)
    case 3: year.begin(&data, people: people)
    case 4: DemoStudies.put(people, into: &data)
    default: return more(&data)
    }
    return true
  }

  private mutating func more(_ data: inout DemoData) -> Bool {
    if next < people.count {
      person(people[next], &data)
      next += 1
      return true
    }
    return year.put(into: &data)
  }

  private mutating func dictionary(_ data: inout DemoData) {
    let from = Day(year: data.today.year - 3, month: 1, day: 2)
    for entry in DemoCompetencies.all {
      competencies[entry.code] = data.add(Competency.self) {
        $0.code = entry.code
        $0.name = entry.name
        $0.kind = entry.kind
        $0.field = entry.field
        $0.definition = entry.definition
        ($0.level1, $0.level2, $0.level3) = (entry.levels[0], entry.levels[1], entry.levels[2])
        ($0.level4, $0.level5) = (entry.levels[3], entry.levels[4])
        if entry.kind == .technical {
          $0.knowledge = "Tes tertulis atas aturan dan konsep."
          $0.skill = "Praktik atau portofolio pekerjaan."
          $0.attitude = "Pengamatan ketelitian dan tanggung jawab."
        }
        $0.validFrom = from
        $0.basis = "Kamus contoh, direka untuk percobaan"
      }
    }
  }

  private func standards(_ data: inout DemoData) {
    let today = data.today
    let from = Day(year: data.today.year - 3, month: 1, day: 2)
    for (kind, family, levels) in DemoCompetencies.standards {
      data.add(PositionStandard.self) {
        $0.name = [kind.title.indonesian, family].compactMap(\.self).joined(separator: ", ")
        $0.positionKind = kind
        $0.jobFamily = family
        $0.levels = CompetencyMarks(levels)
        $0.validFrom = from
        $0.basis = "Keputusan Bupati Contoh 800/12"
      }
    }
    data.add(PositionStandard.self) {
      $0.name = "Jabatan pengawas, versi baru"
      $0.positionKind = .supervisor
      $0.levels = CompetencyMarks("KEU-01 2, REN-01 2, TIK-01 3, KOMUNIKASI 3")
      $0.validFrom = Day(year: today.year, month: 1, day: 2)
      $0.basis = "Keputusan Bupati Contoh 800/31"
    }
  }

  private mutating func person(_ holder: DemoHolder, _ data: inout DemoData) {
    guard data.random.chance(58) else { return }
    let levels = required(holder)
    let found = assessed(levels, &data.random)
    let days = min(1_250, Int(data.today.number - holder.start.number))
    guard days > 40 else { return }
    let date = data.today.adding(days: -data.random.pick(30...days))
    let isReleased = data.random.chance(85)
    let potential = data.random.pick(58...94)
    data.add(Assessment.self) {
      $0.employee = holder.employee
      $0.date = date
      $0.instrument = holder.post.kind.isManagerial ? .centre : .test
      $0.assessedFor = holder.post.kind
      $0.levels = found
      $0.potential = Decimal(units: Int64(potential) * 100, scale: 2)
      $0.state = isReleased ? .released : .final
      $0.organiser = "UPT Penilaian Kompetensi Contoh"
      $0.isAccredited = true
      $0.consensus = .panel
      $0.assessors = "R. Wulandari; T. Hidayat"
      $0.releasedOn = isReleased ? date.adding(days: 21) : nil
    }
    year.effects.note(found, of: holder.employee, on: date)
    wishes(holder, &data)
    if extent == .full, data.random.chance(22) { plan(holder, levels, found, &data) }
  }

  /// What the post requires, as the standards above say.
  private func required(_ holder: DemoHolder) -> [(code: String, level: Int)] {
    let kind = holder.post.kind
    let general = RequiredLevels.parameter(kind).usual(on: holder.start)[kind] ?? 1
    var levels = StandardCompetency.allCases.map { (code: $0.rawValue, level: general) }
    for standard in DemoCompetencies.standards
    where standard.kind == kind && (standard.family == nil || standard.family == holder.post.family) {
      levels += (CompetencyMarks(standard.levels)?.all ?? []).map { ($0.code, $0.mark.level) }
    }
    return levels
  }

  private func assessed(_ levels: [(code: String, level: Int)], _ random: inout SeededRandom) -> CompetencyMarks {
    var marks = CompetencyMarks()
    for (code, level) in levels {
      let step =
        switch random.below(100) {
        case 0..<64: 0
        case 64..<86: -1
        case 86..<90: -2
        default: 1
        }
      let found = max(1, min(5, level + step))
      guard StandardCompetency(rawValue: code) == nil else {
        marks[code] = CompetencyMark(found)
        continue
      }
      // The middle of what the usual limits give each level.
      let score = [28, 50, 67, 82, 94][found - 1]
      marks[code] = CompetencyMark(
        found, knowledge: score + random.pick(-5...5), skill: score + random.pick(-5...5),
        attitude: score + random.pick(-5...5))
    }
    return marks
  }

  private func wishes(_ holder: DemoHolder, _ data: inout DemoData) {
    if data.random.chance(24) {
      let entry = data.random.pick(DemoCompetencies.all.suffix(8).map { $0 })
      let date = data.today.adding(days: -data.random.pick(20...600))
      data.add(Interest.self) {
        $0.employee = holder.employee
        $0.recordedOn = date
        $0.kind = .field
        $0.subject = entry.field ?? entry.name
        $0.competency = competencies[entry.code]
        $0.rank = 1
      }
    }
    guard let next = holder.post.kind.nextGoal, data.random.chance(14) else { return }
    let date = data.today.adding(days: -data.random.pick(20...400))
    data.add(CareerGoal.self) {
      $0.employee = holder.employee
      $0.setOn = date
      $0.title = next.title.indonesian
      $0.positionKind = next
      $0.by = date.adding(years: 4)
      $0.state = .active
      $0.reason = "Ingin memimpin dan membimbing tim."
    }
  }

  private func plan(
    _ holder: DemoHolder, _ levels: [(code: String, level: Int)], _ found: CompetencyMarks, _ data: inout DemoData
  ) {
    let today = data.today
    let gaps = levels.filter { (found[$0.code]?.level ?? 9) < $0.level }.prefix(3)
    guard !gaps.isEmpty, let start = Day(year: data.today.year, month: 1, day: 1),
      let end = Day(year: data.today.year, month: 12, day: 31)
    else { return }
    let isAgreed = data.random.chance(70) && holder.assessor != nil
    let signed = min(data.today, start.adding(days: data.random.pick(20...70)))
    let plan = data.add(DevelopmentPlan.self) {
      $0.employee = holder.employee
      $0.name = "RPI \(today.year)"
      $0.start = start
      $0.end = end
      $0.superior = holder.assessor
      $0.state = isAgreed ? .agreed : .submitted
      $0.submittedOn = signed
      $0.agreedOn = isAgreed ? signed : nil
      $0.agreedBy = isAgreed ? holder.assessor : nil
    }
    for gap in gaps {
      let programme = year.programme(raising: gap.code, to: gap.level)
      let due = end.adding(days: -data.random.pick(0...150))
      data.add(DevelopmentAction.self) {
        $0.plan = plan
        $0.kind = programme == nil ? .mentoring : .training
        $0.title = programme?.name ?? "Pembimbingan oleh atasan"
        $0.competency = competencies[gap.code]
        $0.fromLevel = found[gap.code].flatMap { CompetencyLevel(rawValue: String($0.level)) }
        $0.toLevel = CompetencyLevel(rawValue: String(gap.level))
        $0.programme = programme?.id
        $0.due = due
        $0.lessonHours = programme?.hours
        $0.cost = programme?.cost
        $0.state = .planned
        $0.agreedOn = isAgreed ? signed : nil
      }
    }
  }
}

extension PositionKind {
  /// The post that somebody in this one usually hopes for.
  fileprivate var nextGoal: PositionKind? {
    switch self {
    case .operational: .supervisor
    case .supervisor: .administrator
    case .administrator: .seniorExecutive3
    case .expert1: .expert2
    case .expert2: .expert3
    case .skilled2: .skilled3
    case .skilled3: .skilled4
    default: nil
    }
  }
}
