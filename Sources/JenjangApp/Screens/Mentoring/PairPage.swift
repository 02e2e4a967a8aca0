import JenjangDomain
import JenjangStore
import TerminalKit

/// One pair: both people and what each said, the goals and how far they are, sessions, what is agreed, why they fit.
struct PairPage: GridScreen {
  static let noun = "pair"

  enum Line {
    case heading(Text, String)
    case goal(MentoringGoal, GoalOutcome)
    case session(MentoringSession)
    case action(MentoringAction)
    case link(MentoringPair)
    case part(MatchPart, Int, weight: Int)
    case words(String)
    case nothing(Text)

    var isHeading: Bool { if case .heading = self { true } else { false } }
  }

  let id: ID<MentoringPair>
  private(set) var pair: MentoringPair?
  private(set) var activity: PairActivity?
  private(set) var lines: [Line] = []
  var grid = RowGrid()
  private var readFor: (revision: Int, language: Language)?

  init(_ id: ID<MentoringPair>) { self.id = id }

  /// `Budi Santoso – Siti Rahmawati`: the mentor comes first.
  static func names(_ pair: MentoringPair, _ view: View) -> String {
    MentoringWords.name(pair.mentor, view) + " – " + MentoringWords.name(pair.mentee, view)
  }

  var rowCount: Int { lines.count }

  func title(_ view: View) -> String {
    view.book.mentoringPairs[id].map { PairPage.names($0, view) } ?? view(MentoringPair.kind.title)
  }
  func refusal(_ view: View) -> Text? { view.book.refusal(toSee: id.raw, kind: MentoringPair.kind.name) }

  var selected: Line? { lines.indices.contains(grid.cursor) ? lines[grid.cursor] : nil }
  var goal: MentoringGoal? { if case .goal(let goal, _)? = selected { goal } else { nil } }
  var action: MentoringAction? { if case .action(let action)? = selected { action } else { nil } }

  /// The record under the cursor.
  var record: (kind: String, id: RecordID)? {
    switch selected {
    case .goal(let goal, _): (MentoringGoal.kind.name, goal.id.raw)
    case .session(let session): (MentoringSession.kind.name, session.id.raw)
    case .action(let action): (MentoringAction.kind.name, action.id.raw)
    default: nil
    }
  }

  func hint(_ view: View) -> (left: String, right: String) {
    let left: Text =
      goal == nil
      ? Text(
        "F6 catat sesi; F10 langkah: setuju, mulai, jeda, akhiri; F9 t tujuan baru.",
        en: "F6 logs a session; F10 steps: accept, begin, pause, end; F9 t new goal.")
      : Text(
        "+ dan - mengubah kemajuan; F7 ubah tujuan; F10 langkah.",
        en: "+ and - change the progress; F7 edits; F10 steps.")
    return (view(left), "")
  }

  func help(_ view: View) -> [Text] {
    [
      Text(
        "Setuju hanya dinyatakan oleh masing-masing; bimbingan dimulai sesudah keduanya setuju.",
        en: "Each says yes for oneself; the mentoring begins once both have."),
      Text(
        "Tingkat 2→3/4: tingkat awal, tingkat menurut asesmen terakhir, dan sasarannya.",
        en: "Level 2→3/4: the level before, by the newest assessment, and the one to reach."),
      Text(
        "Ganti pembimbing: yang lama berakhir dengan sebabnya, yang baru diusulkan menurut nilai, tujuan ikut.",
        en: "Another mentor: the old pair ends with its cause, a new one is proposed by score, the goals go on."),
    ]
  }

  mutating func refresh(_ view: View) {
    if let readFor, readFor == (view.book.revision, view.language) { return }
    let isFirst = readFor == nil
    readFor = (view.book.revision, view.language)
    pair = view.book.mentoringPairs[id]
    guard let pair else {
      lines = []
      return
    }
    let activity = PairActivity(pair, in: view.book, on: view.today)
    self.activity = activity
    lines = goals(pair, view) + sessions(pair, activity, view) + actions(activity) + chain(pair, view) + why(pair, view)
    grid.move(to: isFirst ? 1 : grid.cursor, of: lines.count)
  }

  private func goals(_ pair: MentoringPair, _ view: View) -> [Line] {
    let outcomes = pair.outcomes(in: view.book, by: CompetencyLevels(view.book, on: view.today))
    let shared = pair.goal.map { [Line.words($0)] } ?? []
    let lines = outcomes.map { Line.goal($0.goal, $0.outcome) }
    let all = shared + lines
    return [.heading(Text("Tujuan", en: "Goals"), "")]
      + (all.isEmpty ? [.nothing(Text("Belum ada; F9 t menambah.", en: "None yet; F9 t adds one."))] : all)
  }

  private func sessions(_ pair: MentoringPair, _ activity: PairActivity, _ view: View) -> [Line] {
    guard view.book.access?.maySee(MentoringSession.kind) ?? true else { return [] }
    let sessions = view.book.mentoringSessions.owned(by: pair.id.raw).sorted {
      ($1.date ?? view.today, $1.id.raw) < ($0.date ?? view.today, $0.id.raw)
    }
    let (count, hours) = (activity.sessions, activity.lessonHours)
    let words = view(
      Text(
        "\(count) sesi, \(activity.minutes) menit, \(hours) JP",
        en: "\(count) sessions, \(activity.minutes) minutes, \(hours) JP"
      ))
    return [.heading(MentoringSession.kind.plural, BlockText.sparkline(activity.weeks) + "  " + words)]
      + (sessions.isEmpty
        ? [.nothing(Text("Belum ada sesi yang dicatat.", en: "No session was logged yet."))]
        : sessions.prefix(12).map { .session($0) })
  }

  private func actions(_ activity: PairActivity) -> [Line] {
    guard !activity.open.isEmpty else { return [] }
    return [.heading(MentoringAction.kind.plural, "")] + activity.open.map { .action($0) }
  }

  /// The pairs before and after, where the mentor has changed.
  private func chain(_ pair: MentoringPair, _ view: View) -> [Line] {
    let chain = pair.chain(in: view.book)
    guard chain.count > 1 else { return [] }
    return [.heading(Text("Pembimbing berturut-turut", en: "One mentor after the other"), "")]
      + chain.map { .link($0) }
  }

  /// What the match was made of, as it was then.
  private func why(_ pair: MentoringPair, _ view: View) -> [Line] {
    guard pair.score != nil || pair.reasons != nil else { return [] }
    let score = pair.score?.text ?? ""
    let shown = view.language == .indonesian ? score.replacing(".", with: ",") : score
    var lines: [Line] = [.heading(Text("Dasar kecocokan", en: "Why they were matched"), shown)]
    guard let text = pair.reasons else { return lines }
    guard let reasons = MatchReasons(text) else { return lines + [.words(text)] }
    let weights = view.book.law.find(MentoringMatch.weights, on: pair.proposedOn ?? view.today)?.value
    lines += MatchPart.allCases.compactMap { part in
      reasons.parts[part].map { .part(part, $0, weight: weights?[part] ?? 0) }
    }
    let names = CompetencyNames(view.book)
    if !reasons.strengths.isEmpty { lines.append(.words(reasons.strengths.map { names[$0] }.joined(separator: ", "))) }
    if let policy = pair.policy { lines.append(.words(policy)) }
    return lines
  }

  /// To the first line of the next section, or of this or the previous one.
  mutating func moveSection(by step: Int) {
    let starts = lines.indices.filter { lines[$0].isHeading }.map { $0 + 1 }
    let target = step > 0 ? starts.first { $0 > grid.cursor } : starts.last { $0 < grid.cursor }
    grid.move(to: target ?? grid.cursor, of: lines.count)
  }
}
