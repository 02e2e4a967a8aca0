import JenjangDomain
import JenjangStore

/// The counts that Home shows, computed while no key waits and kept until the book changes.
struct HomeFigures {
  /// Something that needs doing: how many, and the list that shows them.
  struct Task {
    let title: Text
    let list: ListSpec
    let filter: String
    let conditions: [Query.Condition]
    var isUrgent = false
    var count = 0
  }

  /// Things that fall due: how many, and the part of the radar that shows them.
  struct Due {
    let title: Text
    let query: DueQuery
    var isUrgent = false
    var count = 0
  }

  private(set) var tasks: [Task] = []
  /// Says that a backup is due; empty when none is, and for demo data.
  private(set) var backup: [Text] = []
  private(set) var dues: [Due] = []
  /// What the user has to do about performance.
  private(set) var duties: [PerformanceDuty] = []
  /// What mentoring asks of the user, one entry for each thing.
  private(set) var mentoring: [MentoringDuty] = []
  /// The user's own plan and results.
  private(set) var own: [(title: Text, value: String)] = []
  private(set) var effects: [(title: Text, count: Int)] = []
  /// People in each grade group: I, II, III, IV, PPPK.
  private(set) var grades: [(name: String, count: Int)] = []
  private var readFor: (revision: Int, day: Day)?
  private var dueFor: (version: Int, revision: Int)?

  /// Counts again when the book or the day has changed; true when it did, or when there is more to count.
  mutating func update(_ view: View) -> Bool {
    let hasNews = updateRecords(view)
    return updateDues(view) || hasNews
  }

  /// Looks at what falls due for a short while; true as long as there are people to look at.
  private mutating func updateDues(_ view: View) -> Bool {
    guard view.session.updateRadar() else { return true }
    let radar = view.session.radar
    let now = (version: radar.version, revision: view.book.revision)
    if let dueFor, dueFor == now { return false }
    dueFor = now
    dues = HomeFigures.dueList(view.book.day).map { due in
      var due = due
      due.count = radar.lines(due.query, in: view.book).count
      return due
    }
    return true
  }

  private static func dueList(_ day: Day) -> [Due] {
    let month = day.firstOfMonth
    func query(_ kind: String?, months: Int) -> DueQuery {
      var query = DueQuery()
      query.kinds = Set([kind].compactMap(\.self))
      query.from = month
      query.until = month.adding(months: months).adding(days: -1)
      return query
    }
    // What waits, from as long ago as the radar shows to the end of the month.
    func open(_ kind: String) -> DueQuery {
      var query = query(kind, months: 1)
      query.from = DueQuery.usual(on: day).from
      return query
    }
    return [
      Due(
        title: Text("kontrak PPPK berakhir dalam 6 bulan", en: "contracts end within 6 months"),
        query: query("contract-end", months: 6), isUrgent: true),
      Due(
        title: Text("pensiun dalam 6 bulan", en: "retire within 6 months"), query: query("retirement", months: 6),
        isUrgent: true),
      Due(
        title: Text("kenaikan pangkat mungkin bulan ini", en: "rank promotions possible this month"),
        query: query("rank-promotion", months: 1)),
      Due(
        title: Text("gaji berkala dalam 2 bulan", en: "salary steps within 2 months"),
        query: query("salary-step", months: 2)),
      Due(
        title: Text("keberatan menunggu putusan", en: "objections wait for a ruling"), query: open("objection-ruling"),
        isUrgent: true),
      Due(
        title: Text("dialog pembinaan sudah waktunya", en: "coaching dialogues are due"),
        query: open("coaching-dialogue"), isUrgent: true),
      Due(
        title: Text("bimbingan tanpa sesi", en: "pairs without sessions"), query: open("mentoring-silence"),
        isUrgent: true),
      Due(title: Text("hal jatuh tempo bulan ini", en: "things due this month"), query: query(nil, months: 1)),
    ]
  }

  private mutating func updateRecords(_ view: View) -> Bool {
    let now = (revision: view.book.revision, day: view.today)
    if let readFor, readFor == now { return false }
    readFor = now
    backup = HomeFigures.backupDue(view)
    duties = PerformanceDuties(view.book, on: view.today, for: view.book.access).duties
    mentoring = MentoringDuties(view.book, on: view.today, for: view.book.access).duties
    own = HomeFigures.ownPerformance(view)
    tasks = (HomeFigures.requestTasks(view) + HomeFigures.taskList(view)).map { task in
      var task = task
      task.count = view.book.table(task.list.kind)?.rows(Query(conditions: task.conditions)).count ?? 0
      return task
    }
    effects = HomeFigures.effectList(view)
    grades = HomeFigures.gradeGroups(view)
    return true
  }

  private static func backupDue(_ view: View) -> [Text] {
    let store = view.session.store
    guard !store.description.isDemo, store.head.sequence > 0, store.readOnlyReason == nil else { return [] }
    guard let last = store.anchors().last(where: { $0.kind == .backup }) else {
      return [Text("data belum pernah dicadangkan", en: "the store was never backed up")]
    }
    let days = Age(since: last.time, now: store.environment.now()).days
    guard days >= view.settings.backupDays else { return [] }
    return [Text("cadangan terakhir \(days) hari lalu", en: "last backup \(days) days ago")]
  }

  /// What waits for a decider; for the others what became of their own requests.
  private static func requestTasks(_ view: View) -> [Task] {
    guard let access = view.book.access, access.maySee(ChangeRequest.kind) else { return [] }
    let state = { (state: RequestState) in Query.Condition("state", .equals(state.rawValue)) }
    guard access.refusal(.decideRequests) != nil else {
      return [
        Task(
          title: Text("usulan menunggu putusan", en: "requests wait for a decision"), list: .requests,
          filter: "state:" + RequestState.submitted.rawValue, conditions: [state(.submitted)])
      ]
    }
    guard let person = access.actor.person else { return [] }
    let own = Query.Condition("requestedBy", .equals(person.text))
    let since = view.today.adding(days: -30).iso
    return [
      Task(
        title: Text("usulan Anda dikembalikan", en: "of your requests were returned"), list: .requests,
        filter: "state:" + RequestState.returned.rawValue, conditions: [own, state(.returned)], isUrgent: true),
      Task(
        title: Text("usulan Anda diterima dalam 30 hari", en: "of your requests were accepted within 30 days"),
        list: .requests, filter: "state:" + RequestState.accepted.rawValue + " decidedOn>=" + since,
        conditions: [own, state(.accepted), Query.Condition("decidedOn", .atLeast(since))]),
    ]
  }

  /// Gaps in the records are for those who keep them.
  private static func taskList(_ view: View) -> [Task] {
    if let role = view.book.access?.actor.role, [.supervisor, .employee, .mentor].contains(role) { return [] }
    let serving = Query.Condition("legalStatus", .equals("AKTIF"))
    return [
      Task(
        title: Text("pegawai aktif tanpa jabatan", en: "serving people without a position"), list: .employees,
        filter: "legalStatus:AKTIF position:", conditions: [serving, Query.Condition("position", .isAbsent)]),
      Task(
        title: Text("pegawai aktif tanpa golongan", en: "serving people without a grade"), list: .employees,
        filter: "legalStatus:AKTIF grade:", conditions: [serving, Query.Condition("grade", .isAbsent)]),
      Task(
        title: Text("pegawai tanpa pendidikan tercatat", en: "people without recorded education"), list: .employees,
        filter: "educationLevel:", conditions: [Query.Condition("educationLevel", .isAbsent)]),
    ]
  }

  /// The own plan and how far it has come, and the last rating; empty for who stands for no person.
  private static func ownPerformance(_ view: View) -> [(title: Text, value: String)] {
    guard let person = view.book.access?.actor.person else { return [] }
    var lines: [(title: Text, value: String)] = []
    if let plan = view.book.plan(of: ID(person), on: view.today) {
      lines.append((Text("SKP", en: "Plan"), plan.state.map { view($0.title) } ?? "-"))
      let results = view.book.results(of: plan.id)
      let reported = results.count { !view.book.progressEntries.owned(by: $0.id.raw).isEmpty }
      lines.append(
        (
          Text("Realisasi", en: "Progress"),
          view(Text("\(reported) dari \(results.count) hasil", en: "\(reported) of \(results.count) results"))
        ))
    }
    if let last = view.book.evaluations.owned(by: person).last(where: { $0.state?.isReleased ?? false }) {
      let period = last.period.flatMap { view.book.evaluationPeriods[$0]?.name } ?? ""
      lines.append((.verbatim(period), last.predicate.map { view($0.title) } ?? "-"))
    }
    return lines
  }

  /// What takes effect in the month of today.
  private static func effectList(_ view: View) -> [(title: Text, count: Int)] {
    let (year, month, _) = view.today.parts
    guard let first = Day(year: year, month: month, day: 1) else { return [] }
    let last = first.adding(months: 1).adding(days: -1)
    return ["rank-histories", "position-histories", "trainings"].compactMap { kind in
      guard let table = view.book.table(kind), let date = table.type.kind.date else { return nil }
      let conditions = [
        Query.Condition(date, .atLeast(first.iso)), Query.Condition(date, .atMost(last.iso)),
      ]
      return (table.type.kind.plural, table.rows(Query(conditions: conditions)).count)
    }
  }

  private static func gradeGroups(_ view: View) -> [(name: String, count: Int)] {
    guard let table = view.book.table("employees") else { return [] }
    guard case .code(let list)? = table.fieldType("grade"), let counts = table.counts(by: "grade") else { return [] }
    func total(_ isMeant: (String) -> Bool) -> Int {
      list.entries.indices.filter { isMeant(list.entries[$0].code) }.reduce(0) { $0 + counts[$1 + 1] }
    }
    var result = ["IV", "III", "II", "I"].map { group in (name: group, count: total { $0.hasPrefix(group + "/") }) }
    result.append((name: "PPPK", count: total { !$0.contains("/") }))
    return result
  }
}
