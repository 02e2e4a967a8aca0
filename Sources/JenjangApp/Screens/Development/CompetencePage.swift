import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// Somebody's competence against a post: required, found, missing, until when; one key to the plan and to a seat.
struct CompetencePage: GridScreen {
  static let noun = "competence"

  /// The post that is looked at.
  enum Target: Hashable {
    case present
    case goal
    case kind(PositionKind)
    case post(ID<Post>)
  }

  let id: ID<Employee>
  private(set) var target = Target.present
  private(set) var competence: PersonCompetence?
  var grid = RowGrid()
  private var goal: CareerGoal?
  private var purpose = MatchPurpose.mapping
  private var planned: Set<String> = []
  private var readFor: (revision: Int, target: Target, purpose: MatchPurpose)?

  init(_ id: ID<Employee>) { self.id = id }

  var lines: [PersonCompetence.Line] { competence?.lines ?? [] }
  var selected: PersonCompetence.Line? { lines.indices.contains(grid.cursor) ? lines[grid.cursor] : nil }

  var rowCount: Int { lines.count }

  func title(_ view: View) -> String { view(Text("Kompetensi ", en: "Competence of ")) + view.person(id) }
  func refusal(_ view: View) -> Text? {
    view.book.refusal(toSee: id.raw, kind: Employee.kind.name) ?? view.book.access?.refusal(toSee: Assessment.kind)
  }

  func hint(_ view: View) -> (left: String, right: String) {
    let left = Text(
      "Enter: perilaku; F6: kesenjangan ke rencana; F10: cari kursi; F11: jabatan lain.",
      en: "Enter: behaviour; F6: gaps into the plan; F10: find a seat; F11: another post.")
    return (view(left), "")
  }

  func help(_ view: View) -> [Text] {
    [
      Text(
        "Kesenjangan adalah tingkat dicapai dikurangi tingkat dipersyaratkan; hasil asesmen berlaku tiga tahun.",
        en: "The gap is the level found less the level required; an assessment holds for three years."),
      Text(
        "! perlu dikembangkan, ? belum dinilai atau sudah kedaluwarsa, ✓ terpenuhi.",
        en: "! to be developed, ? never assessed or out of date, ✓ met."),
    ]
  }

  mutating func refresh(_ view: View) {
    if let readFor, readFor == (view.book.revision, target, purpose) { return }
    readFor = (view.book.revision, target, purpose)
    goal = view.book.goal(of: id)
    competence = view.book.competence(of: id, for: post(view), purpose: purpose, on: view.today)
    let plan = view.book.developmentPlan(of: id, on: view.today)
    let actions = plan.map { view.book.developmentActions.owned(by: $0.id.raw) } ?? []
    planned = Set(
      actions.filter { $0.state?.isOpen ?? false }
        .compactMap { $0.competency.flatMap { view.book.competencies[$0]?.code } })
    grid.move(to: grid.cursor, of: lines.count)
  }

  private func post(_ view: View) -> (post: Post?, kind: PositionKind?)? {
    switch target {
    case .present: return nil
    case .goal:
      let post = goal?.post.flatMap { view.book.posts[$0] }
      return (post, goal?.positionKind ?? post?.kind)
    case .kind(let kind): return (nil, kind)
    case .post(let id):
      let post = view.book.posts[id]
      return (post, post?.kind)
    }
  }

  static let commandTable: [Command<CompetencePage>] =
    moveCommands + [
      Command(
        "competence.open", Text("Perilaku dan program kompetensi ini", en: "Behaviour and programmes"), keys: ["enter"],
        label: Text("Baca", en: "Read"), refusal: { page, _ in page.selected == nil ? .chooseFirst : nil },
        run: { page, view in page.read(view) }),
      Command(
        "competence.plan", Text("Masukkan kesenjangan ke rencana pengembangan", en: "Put the gaps into the plan"),
        keys: ["f6", "ctrl-n"], label: Text("Rencana", en: "Plan"), letter: "r", saves: true,
        refusal: { page, view in
          page.competence?.gaps.isEmpty ?? true ? .noGap : page.refusalToPlan(view)
        }, run: { page, view in page.plan(view) }),
      Command(
        "competence.seat", Text("Cari kursi untuk kesenjangan ini", en: "Find a seat for this gap"),
        keys: ["f10", "ctrl-s"], label: Text("Kursi", en: "Seat"), letter: "k", saves: true,
        refusal: { page, view in
          page.selected?.needsDevelopment == true ? view.book.access?.refusal(toWrite: Enrolment.kind) : .noGapHere
        }, run: { page, view in page.seats(view) }),
      Command(
        "competence.target", Text("Dibandingkan dengan jabatan lain", en: "Compared with another post"),
        keys: ["f11", "ctrl-t"], label: Text("Jabatan", en: "Post")
      ) { page, view in .push(page.targets(view)) },
      Related.command("competence.related") { page, _ in (Employee.kind.name, page.id.raw) },
      ActionMenu.command("competence.actions"),
      Command(
        "competence.standard", Text("Standar jabatan yang menuntutnya", en: "The standard that asks for it"),
        letter: "s", refusal: { page, _ in page.competence?.requirement.standard == nil ? .generalStandard : nil },
        run: { page, _ in page.competence?.requirement.standard.map { .push(StandardGrid($0)) } ?? .none }),
      Command(
        "competence.assessment", Text("Asesmen yang memberi tingkat ini", en: "The assessment that gave the level"),
        letter: "l", refusal: { page, _ in page.selected?.held == nil ? .notAssessed : nil },
        run: { page, _ in page.selected?.held.map { .push(Assessments.reader($0.assessment)) } ?? .none }),
      Command("competence.openPlan", Text("Buka rencana pengembangannya", en: "Open the development plan"), letter: "b")
      {
        page, view in page.openPlan(view)
      },
      Command(
        "competence.assess", Text("Catat asesmen baru", en: "Record a new assessment"), letter: "a", saves: true,
        refusal: { _, view in view.book.access?.refusal(toWrite: Assessment.kind) },
        run: { page, view in .push(Assessments.new(for: page.id, view)) }),
      Command(
        "competence.purpose", Text("Untuk pemetaan atau pengisian jabatan", en: "For mapping or filling a post"),
        letter: "p"
      ) {
        page, _ in
        page.purpose = page.purpose == .mapping ? .filling : .mapping
        return .none
      },
      Command("competence.why", Text("Dasar setiap angka", en: "What each number rests on"), letter: "w") {
        page, view in
        let findings = page.competence?.findings ?? []
        let name = page.title(view)
        return .push(
          Reader(heading: { _ in name }) { page, view in DueRow.writeShort(findings, into: &page, view) })
      },
      Command.employeeFile("competence.file") { page, _ in page.id.raw },
    ]

  private func refusalToPlan(_ view: View) -> Text? {
    guard let access = view.book.access, !access.mayWrite(DevelopmentPlan.kind, about: id.raw, in: view.book) else {
      return nil
    }
    return access.refusal(toWrite: DevelopmentPlan.kind) ?? .notYours
  }

  private func read(_ view: View) -> Effect {
    guard let code = selected?.code, let row = view.book.competencies.table.firstRow(where: "code", is: code) else {
      return .say(.notInDictionary, .warn)
    }
    return .push(CompetencyReader.screen(ID(view.book.competencies.table.id(of: row))))
  }

  private func plan(_ view: View) -> Effect {
    let gaps = competence?.gaps ?? []
    let operations = view.book.planning(gaps, for: id, on: view.today) { view.session.newID() }
    let count = operations.count { $0.kind == DevelopmentAction.kind.name }
    guard count > 0 else { return .all([.say(.allPlanned, .plain), openPlan(view)]) }
    return .commit(
      Transaction(operations),
      done: Text("\(count) aksi masuk rencana", en: "\(count) actions entered in the plan"),
      then: .push(DevelopmentPlanPage(plan: view.book.developmentPlan(of: id, on: view.today)?.id, of: id)))
  }

  private func openPlan(_ view: View) -> Effect {
    .push(DevelopmentPlanPage(plan: view.book.developmentPlan(of: id, on: view.today)?.id, of: id))
  }

  /// The events to come that close the chosen gap.
  private func seats(_ view: View) -> Effect {
    guard let line = selected else { return .none }
    return .push(CompetencePage.events(closing: line.code, above: line.achieved ?? 0, for: id, view))
  }

  static func events(closing code: String, above level: Int, for id: ID<Employee>, _ view: View) -> Chooser {
    let names = CompetencyNames(view.book)
    return Chooser("competence.events", .verbatim(names[code]), columns: 78) { query, view in
      let table = view.book.learningEvents.table
      let events = (0..<table.rowCount).compactMap { view.book.learningEvents[$0] }.filter { event in
        guard event.state?.takesNominees ?? false, event.start.map({ view.today <= $0 }) ?? false else { return false }
        let raises = event.programme.flatMap { view.book.learningProgrammes[$0]?.raises }
        return raises?[code].map { $0.level > level } ?? false
      }.sorted { ($0.start ?? view.today) < ($1.start ?? view.today) }
      return events.filter { query.isEmpty || Fuzzy.score(query, in: $0.name ?? "") != nil }.map { event in
        let free = Seats(event, in: view.book).free.map { view(Text("\($0) kursi", en: "\($0) seats")) } ?? ""
        let clash = EventClashes(event, in: view.book).of(id).first.map { "! " + view($0.text) }
        return Choice(
          title: event.name ?? "?", detail: clash ?? [event.start?.display ?? "", free].joined(separator: "  "),
          effect: .all([.pop, nominate(id, code, level, event, view)]))
      }
    }
  }

  private static func nominate(
    _ id: ID<Employee>, _ code: String, _ level: Int, _ event: LearningEvent, _ view: View
  ) -> Effect {
    let rows = view.book.employees.table.row(of: id.raw).map { [$0] } ?? []
    let nominee = NomineeRanking(event, in: view.book, among: rows, everybody: true).nominees.first
    let names = CompetencyNames(view.book)
    let reason = nominee?.reasons(names).map(\.indonesian).joined(separator: "; ") ?? ""
    return .all([
      Nominations.save(
        [(id, nominee?.priority ?? 0, String(reason.prefix(300)))], event, view, then: .push(EventPage(event.id)))
    ])
  }

  private func targets(_ view: View) -> Chooser {
    let goal = goal
    return Chooser("competence.targets", Text("Dibandingkan dengan", en: "Compared with"), columns: 64) { query, view in
      let choose = { (target: Target) -> Effect in
        .back(to: CompetencePage.self) { page, _ in
          page.target = target
          return .none
        }
      }
      var choices = [
        Choice(title: view(Text("Jabatan sekarang", en: "The present post")), effect: choose(.present))
      ]
      if let goal {
        choices.append(
          Choice(
            title: view(Text("Tujuan karier", en: "The career goal")), detail: goal.title ?? "", effect: choose(.goal)))
      }
      choices += PositionKind.allCases.map { Choice(title: view($0.title), effect: choose(.kind($0))) }
      choices = choices.filter { query.isEmpty || Fuzzy.score(query, in: $0.title) != nil }
      guard query.utf8.count >= 2 else { return choices }
      let posts = view.book.posts.table
      return choices
        + posts.rows(Query(search: query)).prefix(40).map { row in
          Choice(
            title: view.cell(posts, row, "name"), detail: view.cell(posts, row, "unit"),
            effect: choose(.post(ID(posts.id(of: row)))))
        }
    }
  }
}

extension CompetencePage {
  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    var rest = area
    drawHead(&frame, rest.cutTop(2), view)
    guard !lines.isEmpty else {
      frame.put(view(.noStandard), x: rest.x + 3, y: rest.y + 1, role: .textMuted, width: rest.width - 4)
      return
    }
    let (lines, planned) = (lines, planned)
    grid.draw(CompetencePage.columns, count: lines.count, into: &frame, rest, view: view) { place in
      CompetencePage.row(lines[place], isPlanned: planned.contains(lines[place].code), view)
    }
  }

  private func drawHead(_ frame: inout Frame, _ head: Rect, _ view: View) {
    let state = view.book.state(of: id, on: view.today)
    let post: String
    switch target {
    case .present: post = state?.position?.title ?? "-"
    case .goal: post = view(Text("tujuan: ", en: "goal: ")) + (goal?.title ?? "-")
    case .kind(let kind): post = view(.ifAppointed) + view(kind.title)
    case .post(let id): post = view(.ifAppointed) + (view.book.posts[id]?.name ?? "-")
    }
    frame.put(
      [view.person(id), post].joined(separator: " · "), x: head.x + 1, y: head.y, role: .textStrong,
      width: head.width - 2)
    guard let competence else { return }
    let percent = competence.match?.percent.map { "JPM \($0.shortWords(view))% " } ?? "JPM - "
    let band = competence.match?.band.map { view($0.title) } ?? ""
    let (gaps, unknown) = (competence.gaps.count, competence.unassessed.count)
    let sums = "\(competence.achieved)/\(competence.required)"
    let words = view(
      Text("\(gaps) kesenjangan, \(unknown) belum dinilai", en: "\(gaps) gaps, \(unknown) not assessed"))
    frame.put(
      [percent + band, sums, view(purpose.title), words].joined(separator: " · "), x: head.x + 1, y: head.y + 1,
      role: .text, width: head.width - 2)
  }

  private static func row(_ line: PersonCompetence.Line, isPlanned: Bool, _ view: View) -> GridRow {
    let mark = line.needsAssessment ? "?" : line.needsDevelopment ? "!" : line.required > 0 ? "✓" : ""
    let until = line.held.map { ($0.isValid(on: view.today) ? "" : "! ") + $0.validUntil.display } ?? "-"
    let parts = line.held.flatMap { held -> String? in
      guard let knowledge = held.mark.knowledge, let skill = held.mark.skill, let attitude = held.mark.attitude else {
        return nil
      }
      return "\(knowledge)/\(skill)/\(attitude)"
    }
    return GridRow(
      cells: [
        line.title, line.required == 0 ? "-" : String(line.required), line.held.map { String($0.level) } ?? "-",
        line.gap.map { $0 > 0 ? "+\($0)" : String($0) } ?? "", bar(line), until, parts ?? "",
        line.held?.instrument.map { view($0.title) } ?? "",
        isPlanned ? view(Text("di rencana", en: "in the plan")) : "",
      ], role: line.needsDevelopment ? .textStrong : .row, mark: mark)
  }

  /// Five places: filled up to the level found, open up to the one required.
  private static func bar(_ line: PersonCompetence.Line) -> String {
    let (held, required) = (line.achieved ?? 0, line.required)
    return (1...5).map { $0 <= held ? "█" : $0 <= required ? "▒" : "·" }.joined()
  }

  private static let columns = [
    RowGrid.Column(title: Text("Kompetensi", en: "Competency"), width: 20, grows: true, wish: 44),
    RowGrid.Column(title: Text("Standar", en: "Need"), width: 7, isRightAligned: true),
    RowGrid.Column(title: Text("Dicapai", en: "Found"), width: 7, isRightAligned: true),
    RowGrid.Column(title: Text("Selisih", en: "Gap"), width: 7, isRightAligned: true),
    RowGrid.Column(title: Text("Tingkat", en: "Level"), width: 7),
    RowGrid.Column(title: Text("Berlaku s.d.", en: "Valid to"), width: 12),
    RowGrid.Column(title: .verbatim("P/K/S"), width: 8),
    RowGrid.Column(title: Text("Alat ukur", en: "Instrument"), width: 14, wish: 26),
    RowGrid.Column(title: Text("Rencana", en: "Plan"), width: 10),
  ]
}

extension Text {
  fileprivate static let ifAppointed = Text("bila menjadi: ", en: "as: ")
  fileprivate static let noGap = Text("Tidak ada kesenjangan terhadap jabatan ini", en: "There is no gap to this post")
  fileprivate static let noGapHere = Text("Pilih baris dengan kesenjangan", en: "Choose a row with a gap")
  fileprivate static let generalStandard = Text(
    "Hanya tabel umum sembilan kompetensi yang menuntutnya", en: "Only the general table of the nine asks for it")
  fileprivate static let notAssessed = Text(
    "Belum pernah dinilai; F9 a mencatat asesmen", en: "Never assessed; F9 a records it")
  fileprivate static let allPlanned = Text("Semua sudah ada di rencana", en: "All of them are in the plan")
  fileprivate static let notYours = Text(
    "Rencana orang ini di luar wewenang Anda", en: "This plan is out of your reach")
  fileprivate static let notInDictionary = Text("Belum ada di kamus kompetensi", en: "Not in the dictionary yet")
  fileprivate static let noStandard = Text(
    "Jabatannya belum diketahui, jadi tidak ada standar untuk dibandingkan.",
    en: "The post is not known, so there is no standard to compare with.")
}
