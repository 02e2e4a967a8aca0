import JenjangDomain
import JenjangStore
import TerminalKit

/// Who would fit one person, the best first with the parts of the score; and who may not, with what stands against it.
struct MatchSuggestions: GroupedScreen {
  static let noun = "suggestions"

  enum Subject: Hashable {
    case mentee(Row)
    case mentor(Row)
  }

  enum Item {
    case fits(MatchSearch.Proposal)
    case refused(mentee: Row, mentor: Row, MatchObstacle)

    var pair: (mentee: Row, mentor: Row) {
      switch self {
      case .fits(let proposal): (proposal.mentee, proposal.mentor)
      case .refused(let mentee, let mentor, _): (mentee, mentor)
      }
    }
  }

  let subject: Subject
  let work: MatchWork
  /// The pair that the chosen one continues; nil where a new pair is made.
  let succeeded: ID<MentoringPair>?
  var rows = GroupedRows<Item>()
  private var names: CompetencyNames?
  private var items: [Item] = []
  private var readFor: (search: String, isScored: Bool)?

  init(_ subject: Subject, _ work: MatchWork, succeeding pair: ID<MentoringPair>? = nil) {
    self.subject = subject
    self.work = work
    succeeded = pair
  }

  /// The mentors for somebody who wishes for one, or who is mentored and needs another one.
  static func forMentee(_ mentee: Row, succeeding pair: MentoringPair? = nil, _ view: View) -> Effect {
    let programme = pair?.programme.flatMap { view.book.mentoringProgrammes[$0] }
    let terms = programme.map { MatchSearch.Terms($0) } ?? MatchSearch.Terms(pair?.kind ?? .individual)
    return begin(
      .mentee(mentee), MatchSearch(view.book, mentees: [mentee], terms: terms, on: view.today), succeeding: pair?.id,
      view)
  }

  /// The mentees for somebody: those who wait, and others who are named.
  ///
  /// What is `handed` on counts as a gap of those who lack it.
  static func forMentor(
    _ mentor: Row, besides others: [Row] = [], handing handed: [KnowledgeAtRisk.Strength] = [], _ view: View
  ) -> Effect {
    var terms = MatchSearch.Terms()
    terms.handover = Dictionary(handed.map { ($0.code, $0.level) }, uniquingKeysWith: max)
    let waiting = MatchSearch(view.book, mentors: [mentor], terms: terms, on: view.today)
    let known = Set(waiting.mentees + [mentor])
    let mentees = waiting.mentees + others.filter { !known.contains($0) }
    let search =
      mentees.count == waiting.mentees.count
      ? waiting : MatchSearch(view.book, mentees: mentees, mentors: [mentor], terms: terms, on: view.today)
    return begin(.mentor(mentor), search, view)
  }

  private static func begin(
    _ subject: Subject, _ search: MatchSearch, succeeding pair: ID<MentoringPair>? = nil, _ view: View
  ) -> Effect {
    let work = MatchWork(search, view)
    return .start(
      Matching(work: work) { work, _ in .push(MatchSuggestions(subject, work, succeeding: pair)) })
  }

  func title(_ view: View) -> String {
    switch subject {
    case .mentee(let row):
      view(Text("Pembimbing untuk ", en: "Mentors for ")) + MentoringWords.name(row, view)
    case .mentor(let row): view(Text("Peserta untuk ", en: "Mentees for ")) + MentoringWords.name(row, view)
    }
  }
  func refusal(_ view: View) -> Text? { MentoringWords.refusalToSeeAll(view) }

  func hint(_ view: View) -> (left: String, right: String) {
    let left =
      succeeded == nil
      ? Text(
        "F10 usulkan pasangan ini; F7 kunci, larang, boleh; Enter kompetensinya.",
        en: "F10 proposes this pair; F7 lock, ban, allow; Enter competence.")
      : Text("F10 menjadikannya pengganti; Enter kompetensinya.", en: "F10 makes this the successor; Enter competence.")
    return (view(left), "")
  }

  func help(_ view: View) -> [Text] {
    [
      Text(
        "Yang tidak dapat berpasangan berdiri di bawah, masing-masing dengan sebabnya; sebagian dapat diputuskan lain (F7).",
        en: "Those who cannot be paired stand below, each with the reason; some can be decided otherwise (F7).")
    ]
  }

  mutating func refresh(_ view: View) {
    if names == nil {
      names = CompetencyNames(view.book)
      items = found(view)
    }
    if let readFor, readFor == (rows.search, true) { return }
    readFor = (rows.search, true)
    let fits = items.filter { if case .fits = $0 { true } else { false } }
    let refused = items.filter { if case .refused = $0 { true } else { false } }
    let groups = [
      (title: Text("Cocok, yang terbaik dulu", en: "Would fit, the best first"), items: fits),
      (title: Text("Tidak dapat", en: "Cannot be"), items: refused),
    ]
    let now = self
    rows.fill(groups.filter { !$0.items.isEmpty }, view: view) { now.cells($0, view).joined(separator: " ") }
  }

  private func found(_ view: View) -> [Item] {
    let search = work.search
    let old = succeeded.flatMap { view.book.mentoringPairs[$0]?.mentor }.flatMap {
      view.book.employees.table.row(of: $0.raw)
    }
    switch subject {
    case .mentee(let mentee):
      let fits = search.suggestions(for: mentee, most: 60).filter { $0.mentor != old }
      let refused = search.refusals(for: mentee).filter { $0.mentor != old }
      return fits.map { .fits($0) } + refused.map { .refused(mentee: mentee, mentor: $0.mentor, $0.obstacle) }
    case .mentor(let mentor):
      return search.suggestions(by: mentor, most: 60).map { .fits($0) }
        + search.refusals(by: mentor).map { .refused(mentee: $0.mentee, mentor: mentor, $0.obstacle) }
    }
  }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    var rest = area
    guard rows.total > 0 else {
      frame.put(view(.nobody), x: area.x + 3, y: area.y + 1, role: .textMuted, width: area.width - 4)
      return
    }
    if rest.height >= 14 {
      let below = rest.cutBottom(MatchParts.height(width: rest.width) + 1)
      frame.line(x: below.x, y: below.y, width: below.width)
      drawWhy(&frame, Rect(x: below.x + 1, y: below.y + 1, width: below.width - 2, height: below.height - 1), view)
    }
    let now = self
    let column = if case .mentee = subject { PairSide.mentor.title } else { PairSide.mentee.title }
    rows.draw(MatchSuggestions.columns(column), into: &frame, rest, view: view) { item in
      if case .fits(let proposal) = item {
        return GridRow(cells: now.cells(item, view), mark: proposal.isLocked ? "=" : "")
      }
      return GridRow(cells: now.cells(item, view), role: .textMuted, mark: "x")
    }
  }

  private func drawWhy(_ frame: inout Frame, _ area: Rect, _ view: View) {
    switch rows.selected {
    case .fits(let proposal):
      if let names { MatchParts(proposal.score, names: names, view).draw(into: &frame, area, view: view) }
    case .refused(_, _, let obstacle):
      let text = view(obstacle.text) + ". " + view(obstacle.remedy)
      for (line, words) in Paragraph.lines(text, width: area.width).enumerated() {
        frame.put(words, x: area.x, y: area.y + line, role: .text, width: area.width)
      }
    case nil: break
    }
  }

  private func cells(_ item: Item, _ view: View) -> [String] {
    let (mentee, mentor) = item.pair
    let other = if case .mentee = subject { mentor } else { mentee }
    let (name, unit) = (MentoringWords.name(other, view), MentoringWords.unit(other, view))
    let search = work.search
    let load = "\(search.capacity(of: mentor) - search.room(of: mentor))/\(search.capacity(of: mentor))"
    switch item {
    case .fits(let proposal):
      let gives = names.map { names in proposal.score.strengths.map { names[$0] }.joined(separator: ", ") } ?? ""
      return [
        name, MentoringWords.points(proposal.score.total, view),
        BlockText.bar(proposal.score.total, of: 1_000, width: 8), gives, load, unit,
      ]
    case .refused(_, _, let obstacle): return [name, "", "", view(obstacle.text), load, unit]
    }
  }

  private static func columns(_ name: Text) -> [RowGrid.Column] {
    [
      RowGrid.Column(title: name, width: 22, grows: true, wish: 34),
      RowGrid.Column(title: Text("Nilai", en: "Score"), width: 5, isRightAligned: true),
      RowGrid.Column(title: .verbatim(""), width: 8),
      RowGrid.Column(title: Text("Dasar", en: "Why"), width: 20, grows: true, wish: 60),
      RowGrid.Column(title: Text("Isi", en: "Load"), width: 5, isRightAligned: true),
      RowGrid.Column(title: Text("Unit kerja", en: "Work unit"), width: 14, grows: true, wish: 40),
    ]
  }
}

extension MatchSuggestions {
  static let commandTable: [Command<MatchSuggestions>] =
    moveCommands + [
      Command.competence("suggestions.open", keys: ["enter"], label: Text("Lihat", en: "Look")) { $0.other($1) },
      Command(
        "suggestions.propose", Text("Usulkan pasangan ini", en: "Propose this pair"), keys: ["f10", "ctrl-s"],
        label: Text("Usulkan", en: "Propose"), letter: "u", saves: true,
        refusal: { screen, view in
          switch screen.rows.selected {
          case .fits: MentoringWords.refusalToMatch(view)
          case .refused(_, _, let obstacle): obstacle.text
          case nil: .chooseFirst
          }
        }, run: { screen, view in screen.propose(view) }),
      Command(
        "suggestions.decide", Text("Kunci, larang, boleh, cabut", en: "Lock, ban, allow, lift"),
        keys: ["f7", "ctrl-e"], label: Text("Putuskan", en: "Decide"), letter: "p", saves: true,
        refusal: { screen, view in
          screen.rows.selected == nil ? .chooseFirst : MentoringWords.refusalToMatch(view)
        },
        run: { screen, _ in
          screen.rows.selected.map { item in
            .push(MatchDecision.chooser(item.pair.mentee, item.pair.mentor) { [screen] in screen.again($0) })
          } ?? .none
        }),
      Command.employeeFile("suggestions.file") { $0.other($1) },
    ]
    + closingCommands(
      next: Text("Kelompok berikut", en: "Next group"), previous: Text("Kelompok sebelumnya", en: "Previous group"))

  /// Who is suggested on the line under the cursor.
  private func other(_ view: View) -> RecordID? {
    guard let (mentee, mentor) = rows.selected?.pair else { return nil }
    let other = if case .mentee = subject { mentor } else { mentee }
    return view.book.employees.table.id(of: other)
  }

  /// The same question after a decision.
  private func again(_ view: View) -> Effect {
    let (mentees, mentors) =
      switch subject {
      case .mentee(let mentee): ([mentee], work.search.mentors)
      case .mentor(let mentor): (work.search.mentees, [mentor])
      }
    let search = MatchSearch(
      view.book, mentees: mentees, mentors: mentors, terms: work.search.terms, on: view.today)
    let (subject, succeeded) = (subject, succeeded)
    return .start(
      Matching(work: MatchWork(search, programme: work.programme, view)) { work, _ in
        .replace(MatchSuggestions(subject, work, succeeding: succeeded))
      })
  }

  private func propose(_ view: View) -> Effect {
    guard case .fits(let proposal)? = rows.selected else { return .none }
    guard let succeeded else {
      return PairMaking.propose([proposal], work.search, programme: work.programme, view) { id in
        .replace(PairPage(id))
      }
    }
    guard let pair = view.book.mentoringPairs[succeeded] else { return .say(.recordIsGone, .warn) }
    let search = work.search
    return .push(
      PairSteps.causes { cause in
        .all([.pop, PairMaking.succeed(pair, proposal, search, cause: cause, view)])
      })
  }
}

extension MatchObstacle {
  /// What can be done about it.
  fileprivate var remedy: Text {
    switch self {
    case .assessor:
      Text("F7 b mengizinkannya dengan alasan.", en: "F7 b allows it, with a reason.")
    case .banned: Text("F7 c mencabut putusannya.", en: "F7 c lifts the decision.")
    case .full: Text("Kesediaannya dapat ditambah di daftarnya.", en: "The offer can be widened in its list.")
    case .language, .otherUnit, .standing, .competence:
      Text("F7 k menyatukan keduanya meskipun begitu.", en: "F7 k keeps the two together all the same.")
    case .hearer, .samePerson: Text("Tidak dapat diputuskan lain.", en: "That cannot be decided otherwise.")
    }
  }
}

extension Text {
  fileprivate static let nobody = Text(
    "Tidak ada yang dapat dipertimbangkan: belum ada kesediaan atau permintaan.",
    en: "There is nobody to consider: no offers or no wishes yet.")
}
