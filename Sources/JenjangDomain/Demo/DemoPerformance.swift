/// Somebody in a post, as a performance plan needs it.
struct DemoHolder {
  let employee: ID<Employee>
  let post: PlannedPost
  let seat: DemoSeat
  let grade: Grade?
  /// Since when the post is held.
  let start: Day
  /// The unit and the position before, for those who moved this year.
  let before: (unit: ID<Unit>, spell: DemoCareer.Spell)?
  let assessor: ID<Employee>?
  let superior: ID<Employee>?
}

/// A year of performance for made-up people: a cycle, templates, plans in every state, progress and feedback.
///
/// All of it is invented. It comes after the people, so that they are the same with it and without.
struct DemoPerformance {
  private var holders: [DemoHolder] = []
  private var next = 0
  private var cycle: ID<EvaluationCycle>?
  /// The results of those who head a unit, for the results below to serve.
  private var results: [ID<Employee>: [ID<WorkResult>]] = [:]

  mutating func note(_ holder: DemoHolder) { holders.append(holder) }

  /// Puts out the next piece; false when everything has been given out.
  mutating func put(into data: inout DemoData) -> Bool {
    guard let cycle else {
      begin(&data)
      return true
    }
    guard next < holders.count else { return false }
    plan(holders[next], cycle, &data)
    next += 1
    return true
  }

  private mutating func begin(_ data: inout DemoData) {
    let today = data.today
    guard let opening = CycleOpening(year: today.year, length: .quarterly) else {
      next = holders.count
      return
    }
    let id: ID<EvaluationCycle> = data.newID()
    let record = opening.cycle(id)
    data.add(id) {
      $0 = record
      $0.note = "Data contoh; semuanya rekaan."
    }
    for period in opening.periods(of: record, newID: { (data.newID() as ID<EvaluationPeriod>).raw }) {
      data.add(period.id) { $0 = period }
    }
    templates(&data)
    cycle = id
  }

  private func templates(_ data: inout DemoData) {
    let kinds: [(PositionKind, String?)] = [
      (.seniorExecutive3, nil), (.administrator, nil), (.supervisor, nil), (.operational, nil),
      (.skilled2, "Perawat"), (.skilled3, "Bidan"), (.skilled4, "Perawat"), (.expert1, "Guru"), (.expert2, "Guru"),
      (.expert3, "Guru"),
    ]
    for (kind, family) in kinds {
      let template = data.add(PlanTemplate.self) {
        $0.name = kind.title.indonesian + " (contoh)"
        $0.positionKind = kind
      }
      for (place, result) in DemoResult.all(kind, family: family).prefix(3).enumerated() {
        data.add(TemplateResult.self) {
          $0.template = template
          $0.number = place + 1
          $0.kind = .main
          $0.text = result.text
          $0.aspect = result.aspect
          $0.indicator = result.indicator
          $0.target = String(result.target)
          $0.unit = result.unit
        }
      }
    }
  }

  private mutating func plan(_ holder: DemoHolder, _ cycle: ID<EvaluationCycle>, _ data: inout DemoData) {
    let today = data.today
    let year = today.year
    guard let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31),
      data.random.chance(97)
    else { return }
    let moved = first < holder.start ? holder.before : nil
    let start = moved == nil ? max(first, holder.start) : first
    let state = Self.state(&data.random)
    let signed = min(today, start.adding(days: data.random.pick(6...28)))
    let id = data.add(PerformancePlan.self) {
      $0.employee = holder.employee
      $0.cycle = cycle
      $0.start = start
      $0.end = last
      $0.title = moved?.spell.title ?? holder.post.title
      $0.positionKind = moved?.spell.kind ?? holder.post.kind
      $0.post = moved == nil ? holder.seat.id : nil
      $0.unit = moved?.unit ?? holder.seat.unit
      $0.grade = holder.grade
      $0.assessor = holder.assessor
      $0.superior = holder.superior
      $0.model = holder.post.kind.isManagerial || holder.seat.isHead ? .quantitative : .qualitative
      $0.state = state
      $0.submittedOn = state == .draft ? nil : signed
      $0.agreedOn = state == .agreed ? min(today, signed.adding(days: 3)) : nil
      $0.agreedBy = state == .agreed ? holder.assessor : nil
      $0.returnReason = state == .returned ? .unmeasurable : nil
      $0.returnNote = state == .returned ? "Perjelas indikator dan satuannya." : nil
      $0.resources = "Peralatan kerja, data, dan dukungan tim."
      $0.accountability = "Laporan setiap triwulan kepada penilai."
    }
    let made = add(holder, to: id, &data)
    if holder.seat.isHead { results[holder.employee] = made.map(\.result) }
    if state == .agreed, start <= today { realise(made, holder, id, from: start, &data) }
  }

  private static func state(_ random: inout SeededRandom) -> PlanState {
    switch random.below(100) {
    case 0..<74: .agreed
    case 74..<86: .submitted
    case 86..<91: .returned
    default: .draft
    }
  }

  private struct Made {
    let result: ID<WorkResult>
    let indicator: ID<Indicator>
    let target: Int
  }

  private func add(_ holder: DemoHolder, to plan: ID<PerformancePlan>, _ data: inout DemoData) -> [Made] {
    let above = holder.assessor.flatMap { results[$0] } ?? []
    let all = DemoResult.all(holder.post.kind, family: holder.post.family)
    let count = data.random.pick(3...5)
    let made = all.prefix(count).enumerated().map { place, result -> Made in
      let serves = above.isEmpty || data.random.chance(12) ? nil : above[min(place, above.count - 1)]
      let target = max(1, result.target * data.random.pick(90...104) / 100)
      let isPercent = result.unit == "persen"
      let id = data.add(WorkResult.self) {
        $0.plan = plan
        $0.number = place + 1
        $0.kind = place == 4 ? .additional : .main
        $0.text = result.text
        $0.serves = serves
      }
      let indicator = data.add(Indicator.self) {
        $0.result = id
        $0.aspect = result.aspect
        $0.text = result.indicator
        $0.target = String(isPercent ? min(100, target) : target)
        $0.unit = result.unit
      }
      return Made(result: id, indicator: indicator, target: isPercent ? min(100, target) : target)
    }
    if data.random.chance(30) {
      let (value, text) = (data.random.pick(BehaviourValue.allCases), data.random.pick(DemoResult.expectations))
      data.add(BehaviourExpectation.self) {
        $0.plan = plan
        $0.value = value
        $0.text = text
      }
    }
    return made
  }

  /// Some entries of progress for some of the results, and a word in either direction.
  private func realise(
    _ made: [Made], _ holder: DemoHolder, _ plan: ID<PerformancePlan>, from start: Day, _ data: inout DemoData
  ) {
    let days = Int(data.today.number - start.number)
    for target in made where data.random.chance(60) {
      for part in 1...data.random.pick(1...3) {
        let date = start.adding(days: days * part / 4)
        let (text, share) = (data.random.pick(DemoResult.notes), data.random.pick(15...32))
        data.add(ProgressEntry.self) {
          $0.result = target.result
          $0.indicator = target.indicator
          $0.date = date
          $0.text = text
          $0.amount = Decimal(units: Int64(target.target * share), scale: 2)
          $0.link = part == 1 ? "Arsip unit, map kinerja" : nil
        }
      }
    }
    guard data.random.chance(35) else { return }
    let isUp = data.random.chance(30)
    let text = data.random.pick(isUp ? DemoResult.replies : DemoResult.praise)
    let date = start.adding(days: data.random.below(days + 1))
    data.add(Feedback.self) {
      $0.plan = plan
      $0.date = date
      $0.direction = isUp ? .up : .down
      $0.author = isUp ? holder.employee : holder.assessor
      $0.text = text
    }
  }
}
