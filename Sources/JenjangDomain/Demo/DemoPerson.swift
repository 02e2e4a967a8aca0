/// One made-up person: the employee and everything in the file.
struct DemoPerson {
  let seat: DemoSeat
  let superior: ID<Employee>?
  /// The superior's superior.
  let superiorAbove: ID<Employee>?
  /// The head who has left, whom plans of this year still name.
  let departed: ID<Employee>?
  /// A unit for positions of the past.
  let elsewhere: ID<Unit>
  /// Has left the post and the service.
  let isLeaving: Bool

  /// Puts out the employee first, then each history in the order of its dates.
  func put(into data: inout DemoData) -> ID<Employee> {
    let end = isLeaving ? data.today.firstOfMonth.adding(months: -data.random.pick(1...14)) : data.today
    let career = DemoCareer.holder(of: seat.post, on: end, &data.random)
    let region = DemoNames.region(&data.random)
    let sex: Sex = data.random.chance(seat.post.family == nil ? 44 : 66) ? .female : .male
    let name = DemoNames.person(region, sex, &data.random)
    let studies = DemoTexts.studies(career.level, family: seat.post.family)
    let study = studies.isEmpty ? nil : data.random.pick(studies)
    let person = Facts(
      name: name, region: region, sex: sex, career: career, study: study, birth: career.birth,
      leaves: isLeaving ? end : nil)
    let id = employee(person, &data)
    ranks(person, id, &data)
    positions(person, id, &data)
    let isPunished = DemoFile(owner: id, person: person, post: seat.post).put(into: &data)
    if !isLeaving { data.note(holder(person, id, isPunished: isPunished)) }
    return id
  }

  private func holder(_ person: Facts, _ id: ID<Employee>, isPunished: Bool) -> DemoHolder {
    DemoHolder(
      employee: id, sex: person.sex, post: seat.post, seat: seat, spells: person.career.positions,
      ranks: person.career.ranks,
      elsewhere: elsewhere, assessor: departed ?? superior, superior: departed == nil ? superiorAbove : superior,
      isAssessorGone: departed != nil, isPunished: isPunished)
  }

  /// What is settled about a person before the records are written.
  struct Facts {
    let name: DemoNames.Person
    let region: DemoNames.Region
    let sex: Sex
    let career: DemoCareer
    let study: DemoTexts.Study?
    let birth: Day
    /// The day from which the person no longer serves.
    let leaves: Day?
  }

  private func employee(_ person: Facts, _ data: inout DemoData) -> ID<Employee> {
    let career = person.career
    let number = data.employeeNumber(
      birth: person.birth, hire: career.hire, sex: person.sex, agreement: career.agreement)
    let (status, since) = status(person, &data)
    let random = Draws(person, &data)
    return data.add(Employee.self) {
      $0.employeeNumber = number
      $0.name = person.name.name
      $0.frontTitle = person.study?.front
      $0.backTitle = person.study.flatMap { $0.title.isEmpty ? nil : $0.title }
      $0.birthPlace = random.birthPlace
      $0.birthDate = person.birth
      $0.sex = person.sex
      $0.religion = random.religion
      $0.maritalStatus = random.maritalStatus
      $0.nationalIdentity = random.nationalIdentity
      $0.kind = career.kind
      $0.legalStatus = status
      $0.legalStatusDate = since
      $0.hireDate = career.hire
      $0.permanentDate = career.permanent
      $0.contractEnd = career.contractEnd
      $0.supervisor = superior
      $0.address = random.address
      $0.phone = random.phone
      $0.email = random.email
      $0.interests = random.interests
      $0.careerGoal = random.careerGoal
    }
  }

  private func status(_ person: Facts, _ data: inout DemoData) -> (LegalStatus, Day?) {
    if let leaves = person.leaves {
      let isContract = person.career.kind.isContract
      return (data.random.pick(isContract ? [.contractEnded] : [.moved, .moved, .resigned, .died]), leaves)
    }
    guard person.career.kind == .permanent, data.random.chance(2) else { return (.active, nil) }
    let since = data.today.firstOfMonth.adding(months: -data.random.pick(0...10))
    return (data.random.pick([.studying, .studying, .unpaidLeave, .seconded, .lent]), since)
  }

  private func ranks(_ person: Facts, _ id: ID<Employee>, _ data: inout DemoData) {
    for step in person.career.ranks {
      let subject = step.reason == .contract ? "814" : step.reason == .appointment ? "813" : "823"
      let number = data.decree(step.day, subject)
      let signed = step.day.adding(days: -data.random.pick(3...40))
      let isHigh = Grade.ivC <= step.grade && !step.grade.isContract
      let served = Service(from: person.career.hire, to: step.day)
      data.add(RankHistory.self) {
        $0.employee = id
        $0.grade = step.grade
        $0.effectiveDate = step.day
        $0.reason = step.reason
        $0.serviceYears = served.years
        $0.serviceMonths = served.months
        $0.decreeNumber = number
        $0.decreeDate = signed
        $0.authority = isHigh ? "Presiden Republik Indonesia" : "Bupati Contoh"
      }
    }
  }

  private func positions(_ person: Facts, _ id: ID<Employee>, _ data: inout DemoData) {
    let spells = person.career.positions
    for (place, spell) in spells.enumerated() {
      let isLast = place == spells.count - 1
      let number = data.decree(spell.start, "821")
      let signed = spell.start.adding(days: -data.random.pick(1...10))
      let end = isLast ? person.leaves : spells[place + 1].start
      data.add(PositionHistory.self) {
        $0.employee = id
        $0.post = isLast ? seat.id : nil
        $0.title = spell.title
        $0.positionKind = spell.kind
        $0.echelon = spell.echelon
        $0.jobClass = spell.jobClass
        $0.unit = isLast ? seat.unit : elsewhere
        $0.assignment = .definitive
        $0.effectiveDate = spell.start
        $0.endDate = end.map { max(spell.start, $0.adding(days: -1)) }
        $0.inaugurationDate = spell.kind.isManagerial ? spell.start : nil
        $0.decreeNumber = number
        $0.decreeDate = signed
        $0.authority = "Bupati Contoh"
      }
    }
  }
}

/// The details of a person that are drawn by lot, some of them left out as in real files.
private struct Draws {
  let birthPlace: String?
  let religion: Religion?
  let maritalStatus: MaritalStatus
  let nationalIdentity: String?
  let address: String?
  let phone: String?
  let email: String?
  let interests: String?
  let careerGoal: String?

  init(_ person: DemoPerson.Facts, _ data: inout DemoData) {
    let age = Service(from: person.birth, to: data.today).years
    birthPlace = data.random.chance(99) ? data.random.pick(person.region.places) : nil
    religion = data.random.chance(98) ? data.random.pick(person.region.religions) : nil
    maritalStatus =
      data.random.chance(age < 27 ? 30 : 88)
      ? .married : age > 45 && data.random.chance(40) ? data.random.pick([.divorced, .widowed]) : .single
    nationalIdentity = data.random.chance(95) ? Draws.identity(person, &data) : nil
    address =
      data.random.chance(94)
      ? data.random.pick(DemoTexts.streets) + " No. \(data.random.pick(1...240)), "
        + data.random.pick(DemoAgency.districts) : nil
    phone = data.random.chance(92) ? "08\(data.random.pick(11...99))-\(data.random.pick(10_000_000...99_999_999))" : nil
    email = data.random.chance(85) ? Draws.address(person.name.name, data.random.pick(1...999)) : nil
    interests = data.random.chance(40) ? data.random.pick(DemoTexts.interests) : nil
    careerGoal = data.random.chance(25) ? data.random.pick(DemoTexts.goals) : nil
  }

  /// The 16 digits: a region that does not exist, the birth date with 40 added for women, a serial.
  private static func identity(_ person: DemoPerson.Facts, _ data: inout DemoData) -> String {
    let (year, month, day) = person.birth.parts
    let dayDigits = Day.padded(person.sex == .female ? day + 40 : day, 2)
    return "990101" + dayDigits + Day.padded(month, 2) + Day.padded(year % 100, 2)
      + Day.padded(data.random.pick(1...9_999), 4)
  }

  /// The first and the last name and a number, for several people bear the same name.
  private static func address(_ name: String, _ number: Int) -> String {
    let words = name.lowercased().split(separator: " ")
    let first = words.first { $0.utf8.count > 2 } ?? "pegawai"
    let last = words.count > 1 ? "." + (words.last ?? "") : ""
    let letters = (first + last).utf8.filter { $0 == 46 || (97...122).contains($0) }
    return String(decoding: letters, as: UTF8.self) + "\(number)@contoh.go.id"
  }
}
