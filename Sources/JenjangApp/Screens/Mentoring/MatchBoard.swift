import JenjangDomain
import JenjangStore
import TerminalKit

extension ScreenEntry {
  static let matchBoard = ScreenEntry(
    name: "match-board", title: Text("Papan pencocokan", en: "Match board"), group: .mentoring,
    count: { view in
      let count = MentoringWords.refusalToSeeAll(view) == nil ? MentoringWords.waiting(view).count : 0
      return count == 0 ? "" : view.count(count)
    }, make: { _ in MatchBoard() })
}

/// Mentees and the mentors proposed for them, all found at once: why each pair fits, what stands against it, by hand
/// kept together or apart, and saved as proposed pairs.
struct MatchBoard: MarkableScreen {
  static let noun = "match"

  /// Who is matched, and how.
  struct Round: Equatable {
    var programme: ID<MentoringProgramme>?
    var kind = MentoringKind.individual
  }

  /// A mentee with the mentor who is proposed, or with the reason why there is none.
  nonisolated struct Line: Hashable {
    let mentee: Row
    let proposal: MatchSearch.Proposal?
    let cause: MatchSearch.Cause?
  }

  var rows = MarkableRows<Line>()
  private(set) var round: Round
  /// The search that is shown, and the one under way that will take its place.
  private(set) var work: MatchWork?
  private var pending: MatchWork?
  private(set) var names: CompetencyNames?
  /// Those who have got a mentor since: their lines stay, and cannot be saved again.
  private(set) var paired: Set<Row> = []
  /// Decided by hand since the search: it counts from the next one on.
  private(set) var decided: [Row: MatchRuleKind] = [:]
  private(set) var isByMentor = false
  private var offered: (mentees: Int, mentors: Int)?
  private var shownFor: (work: ObjectIdentifier, isByMentor: Bool)?
  private var readRevision = -1

  init(_ round: Round = Round()) { self.round = round }

  func title(_ view: View) -> String { view(Text("Papan pencocokan", en: "Match board")) }
  func refusal(_ view: View) -> Text? { MentoringWords.refusalToSeeAll(view) }

  /// The finished search.
  var search: MatchSearch? { work?.search }
  /// The proposals that can be saved still.
  var open: [Line] { rows.all.filter { $0.proposal != nil && !paired.contains($0.mentee) } }

  func programme(_ view: View) -> MentoringProgramme? { round.programme.flatMap { view.book.mentoringProgrammes[$0] } }

  func hint(_ view: View) -> (left: String, right: String) {
    guard search != nil else {
      return (view(Text("F6 mencocokkan; F4 putaran dan bentuk.", en: "F6 matches; F4 round and form.")), "")
    }
    let left = Text(
      "Enter: siapa lagi; F7: kunci/larang; F10: usulkan; F6: cocokkan lagi.",
      en: "Enter: who else; F7: lock/ban; F10: propose; F6: match again.")
    let count = rows.marked.count
    if count > 0 { return (view(left), view(Text("\(count) ditandai", en: "\(count) marked"))) }
    return (view(left), decided.isEmpty ? "" : view(Text("putusan baru: F6", en: "new decision: F6")))
  }

  func help(_ view: View) -> [Text] {
    [
      Text(
        "Semua pasangan dicari sekaligus supaya jumlah nilainya paling tinggi; hasilnya sama setiap kali.",
        en: "All pairs are found at once so that their sum is the highest there is; the same each time."),
      Text(
        "Nilai 0 sampai 100 dari enam bagian dengan bobotnya (parameter mentoring.weights).",
        en: "A score is 0 to 100 from six parts with their weights (parameter mentoring.weights)."),
      Text(
        "F7: kunci menyatukan dua orang, larang memisahkan, boleh mengizinkan penilai langsung; masing-masing beralasan.",
        en: "F7: lock keeps two together, ban apart, allow permits the direct assessor; each with its reason."),
    ]
  }

  mutating func refresh(_ view: View) {
    if readRevision != view.book.revision {
      readRevision = view.book.revision
      if names == nil { names = CompetencyNames(view.book) }
      read(view)
    }
    if let pending, pending.isDone {
      work = pending
      self.pending = nil
    }
    if let work, shownFor.map({ $0 != (ObjectIdentifier(work), isByMentor) }) ?? true {
      shownFor = (ObjectIdentifier(work), isByMentor)
      decided = [:]
      rows.show(lines(work.search, view))
    }
    rows.narrow(view) { $0.mentee }
  }

  private mutating func read(_ view: View) {
    let table = view.book.employees.table
    let live = view.book.mentoringPairs.all.filter { $0.state?.holdsPlace ?? false }
    paired = Set(live.compactMap { $0.mentee.flatMap { table.row(of: $0.raw) } })
    offered = (MentoringWords.waiting(view).count, view.book.mentorProfiles.all.count { $0.isOpen(on: view.today) })
  }

  /// The best pairs first, or one mentor after the other; those who stay alone come last.
  private func lines(_ search: MatchSearch, _ view: View) -> [Line] {
    let names = Dictionary(
      uniqueKeysWithValues: Set(search.proposals.map(\.mentor)).map { ($0, MentoringWords.name($0, view)) })
    let proposals = search.proposals.sorted {
      guard isByMentor, $0.mentor != $1.mentor else { return ($1.score.total, $0.mentee) < ($0.score.total, $1.mentee) }
      return (names[$0.mentor] ?? "", $0.mentor) < (names[$1.mentor] ?? "", $1.mentor)
    }
    return proposals.map { Line(mentee: $0.mentee, proposal: $0, cause: nil) }
      + search.alone.map { Line(mentee: $0.mentee, proposal: nil, cause: $0.cause) }
  }

  /// Begins to match; what was found before stays until the end.
  mutating func run(_ view: View) -> Effect {
    let programme = programme(view)
    let terms = programme.map { MatchSearch.Terms($0) } ?? MatchSearch.Terms(round.kind)
    let work = MatchWork(MatchSearch(view.book, terms: terms, on: view.today), programme: programme, view)
    pending = work
    isByMentor = terms.kind == .group || isByMentor
    return .start(Matching(work: work) { work, _ in .say(MatchBoard.found(work.search), .good) })
  }

  private static func found(_ search: MatchSearch) -> Text {
    let (found, alone) = (search.proposals.count, search.alone.count)
    return Text(
      "\(found) pasangan ditemukan, \(alone) tanpa pembimbing", en: "\(found) pairs found, \(alone) without a mentor")
  }

  mutating func toggleOrder() { isByMentor.toggle() }

  /// Another round: what was found for the one before is put away.
  mutating func choose(_ round: Round) {
    guard round != self.round else { return }
    self = MatchBoard(round)
  }

  mutating func note(_ kind: MatchRuleKind?, for mentee: Row) { decided[mentee] = kind }

  func summary(_ view: View) -> (mentees: Int, mentors: Int) { offered ?? (0, 0) }
}
