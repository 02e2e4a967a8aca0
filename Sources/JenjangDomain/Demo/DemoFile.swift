/// The rest of a made-up person's file: education, training, awards, discipline, family, documents.
struct DemoFile {
  let owner: ID<Employee>
  let person: DemoPerson.Facts
  let post: PlannedPost

  private var career: DemoCareer { person.career }

  /// Gives whether there was a moderate or severe punishment.
  func put(into data: inout DemoData) -> Bool {
    educations(&data)
    trainings(&data)
    let isPunished = discipline(&data)
    if !isPunished { medals(&data) }
    if data.random.chance(6) { award(&data) }
    family(&data)
    documents(&data)
    return isPunished
  }

  /// The last day of the career so far.
  private func end(_ data: DemoData) -> Day { person.leaves ?? data.today }

  private func educations(_ data: inout DemoData) {
    let town = data.random.pick(person.region.places)
    let born = person.birth.year
    let schools: [(EducationLevel, Int, String)] = [
      (.primary, 12, "SD Negeri \(data.random.pick(1...60)) \(town)"),
      (.lowerSecondary, 15, "SMP Negeri \(data.random.pick(1...12)) \(town)"),
      (.upperSecondary, 18, "SMA Negeri \(data.random.pick(1...9)) \(town)"),
    ]
    for (level, age, school) in schools where level <= career.level {
      education(level, in: born + age, school: school, study: nil, &data)
    }
    guard .upperSecondary < career.level else { return }
    let age = career.level == .diploma3 ? 21 : career.level == .bachelor ? 22 : 25
    if career.level == .master {
      let studies = DemoTexts.studies(.bachelor, family: post.family)
      education(.bachelor, in: born + 22, school: DemoTexts.universities[0], study: data.random.pick(studies), &data)
    }
    education(
      career.level, in: born + age, school: data.random.pick(DemoTexts.universities), study: person.study, &data)
    later(&data)
  }

  /// A master's degree in mid-career, for many who lead.
  private func later(_ data: inout DemoData) {
    guard post.kind.isManagerial, career.level == .bachelor, data.random.chance(45) else { return }
    let year = career.hire.year + data.random.pick(5...9)
    guard year < end(data).year else { return }
    let study = data.random.pick(DemoTexts.studies(.master, family: nil))
    education(.master, in: year, school: data.random.pick(DemoTexts.universities), study: study, &data)
  }

  private func education(
    _ level: EducationLevel, in year: Int, school: String, study: DemoTexts.Study?, _ data: inout DemoData
  ) {
    let day = Day(year: year, month: level <= .upperSecondary ? 6 : 9, day: data.random.pick(1...28))
    let number = "\(data.random.pick(1_000...9_999))/\(level.rawValue)/\(year)"
    data.add(Education.self) {
      $0.employee = owner
      $0.level = level
      $0.major = study?.major
      $0.school = school
      $0.graduationDate = day
      $0.diplomaNumber = number
      $0.frontTitle = study?.front
      $0.backTitle = study.flatMap { $0.title.isEmpty ? nil : $0.title }
    }
  }

  private func trainings(_ data: inout DemoData) {
    let first = career.hire.adding(months: data.random.pick(3...10))
    if !career.kind.isContract {
      training("Pelatihan Dasar CPNS", .basic, hours: 511, from: first, days: 51, &data)
    } else {
      training("Orientasi PPPK", .orientation, hours: 20, from: first, days: 5, &data)
    }
    for spell in career.positions.dropFirst() where spell.kind.isManagerial {
      let kind: TrainingKind =
        switch spell.kind {
        case .supervisor: .supervisorLeadership
        case .administrator: .administratorLeadership
        default: .nationalLeadership2
        }
      training(kind.title.indonesian, kind, hours: 900, from: spell.start.adding(months: 5), days: 110, &data)
    }
    let years = Service(from: career.hire, to: end(data)).years
    for _ in 0..<min(9, 2 + years / 4 + data.random.below(3)) {
      let choices =
        switch post.family {
        case "Guru": DemoTexts.teacherTrainings
        case "Perawat", "Bidan", "Dokter", "Apoteker", "Nutrisionis": DemoTexts.healthTrainings
        default: DemoTexts.trainings
        }
      let (name, kind, hours) = data.random.pick(choices)
      let start = career.hire.adding(days: 200 + data.random.below(max(1, years * 365)))
      training(name, kind, hours: hours, from: start, days: hours / 8, &data)
    }
  }

  private func training(
    _ name: String, _ kind: TrainingKind, hours: Int, from start: Day, days: Int, _ data: inout DemoData
  ) {
    let finished = start.adding(days: days)
    guard finished < end(data) else { return }
    let mode: TrainingMode = data.random.chance(30) ? .online : data.random.chance(30) ? .blended : .classroom
    let organiser = data.random.pick(DemoTexts.organisers)
    let number = "\(data.random.pick(10...9_999))/DIKLAT/\(finished.year)"
    data.add(Training.self) {
      $0.employee = owner
      $0.name = name
      $0.kind = kind
      $0.mode = mode
      $0.organiser = organiser
      $0.startDate = start
      $0.endDate = finished
      $0.lessonHours = hours
      $0.certificateNumber = number
      $0.certificateDate = finished
    }
  }

  /// Whether a moderate or severe punishment was given; only after the last promotion, which it would have stopped.
  private func discipline(_ data: inout DemoData) -> Bool {
    guard !career.kind.isContract, data.random.below(1_000) < 18 else { return false }
    let last = career.ranks.last?.day ?? career.hire
    let start = last.adding(days: 30 + data.random.below(300)).firstOfMonth.adding(months: 1)
    guard start < end(data) else { return false }
    let kind = data.random.pick([
      DisciplineKind.spokenReprimand, .spokenReprimand, .writtenReprimand, .dissatisfaction, .allowanceCut6,
      .allowanceCut9, .allowanceCut12,
    ])
    let violation = data.random.pick(DemoTexts.violations)
    let number = data.decree(start, "862")
    data.add(Discipline.self) {
      $0.employee = owner
      $0.kind = kind
      $0.violation = violation
      $0.effectiveDate = start
      $0.endDate = kind.months.map { start.adding(months: $0).adding(days: -1) }
      $0.decreeNumber = number
      $0.decreeDate = start.adding(days: -5)
      $0.authority = "Bupati Contoh"
    }
    return kind.level != .light
  }

  /// The long-service medals whose years have passed.
  private func medals(_ data: inout DemoData) {
    guard career.kind == .permanent else { return }
    for (kind, years) in [(AwardKind.service10, 10), (.service20, 20), (.service30, 30)] {
      let due = career.hire.adding(years: years)
      guard let day = Day(year: due.year + 1, month: 8, day: 17), day <= end(data), data.random.chance(80)
      else { return }
      let number = "\(data.random.pick(1...120))/TK/\(day.year)"
      data.add(Award.self) {
        $0.employee = owner
        $0.kind = kind
        $0.name = kind.title.indonesian
        $0.date = day
        $0.decreeNumber = number
        $0.decreeDate = day.adding(days: -20)
        $0.authority = "Presiden Republik Indonesia"
      }
    }
  }

  private func award(_ data: inout DemoData) {
    let span = Int(end(data).number - career.hire.number)
    guard span > 400 else { return }
    let day = career.hire.adding(days: 300 + data.random.below(span - 350))
    let kind: AwardKind = data.random.pick([.exemplary, .innovation, .achievement])
    let number = data.decree(day, "861")
    data.add(Award.self) {
      $0.employee = owner
      $0.kind = kind
      $0.name = "\(kind.title.indonesian) tingkat kabupaten"
      $0.date = day
      $0.decreeNumber = number
      $0.decreeDate = day
      $0.authority = "Bupati Contoh"
    }
  }

  private func documents(_ data: inout DemoData) {
    document(.decree, career.kind.isContract ? "Perjanjian kerja" : "SK CPNS", career.hire, &data)
    if let permanent = career.permanent { document(.decree, "SK PNS", permanent, &data) }
    if data.random.chance(50) { document(.identity, "Kartu tanda penduduk", nil, &data) }
  }

  private func document(_ kind: DocumentKind, _ title: String, _ day: Day?, _ data: inout DemoData) {
    let number = day.map { data.decree($0, "800") }
    data.add(Document.self) {
      $0.employee = owner
      $0.kind = kind
      $0.title = title
      $0.number = number
      $0.date = day
      $0.issuer = day == nil ? nil : "Bupati Contoh"
    }
  }
}

extension DemoFile {
  /// Spouse and children, for those whose age and lot say so.
  private func family(_ data: inout DemoData) {
    let age = Service(from: person.birth, to: data.today).years
    guard data.random.chance(age < 27 ? 25 : 85) else { return }
    let spouseSex: Sex = person.sex == .male ? .female : .male
    let spouse = DemoNames.person(person.region, spouseSex, &data.random).name
    let wedding = person.birth.adding(years: min(age, data.random.pick(23...29))).adding(days: -data.random.below(200))
    let occupation = data.random.pick(DemoTexts.occupations)
    let spouseBirth = person.birth.adding(days: data.random.pick(-1_400...1_400))
    data.add(FamilyMember.self) {
      $0.employee = owner
      $0.relation = spouseSex == .male ? .husband : .wife
      $0.name = spouse
      $0.sex = spouseSex
      $0.birthDate = spouseBirth
      $0.marriageDate = wedding
      $0.occupation = occupation
      $0.receivesBenefit = occupation != "PNS"
    }
    var born = wedding
    for number in 1...3 {
      born = born.adding(days: data.random.pick(400...1_700))
      guard born < data.today, data.random.chance(92 - number * 12) else { return }
      child(born, &data)
    }
  }

  private func child(_ born: Day, _ data: inout DemoData) {
    let sex: Sex = data.random.chance(50) ? .male : .female
    let name = DemoNames.person(person.region, sex, family: person.name.family, &data.random).name
    let isDependent = Service(from: born, to: data.today).years < 21
    data.add(FamilyMember.self) {
      $0.employee = owner
      $0.relation = .child
      $0.name = name
      $0.sex = sex
      $0.birthDate = born
      $0.receivesBenefit = isDependent
    }
  }
}
