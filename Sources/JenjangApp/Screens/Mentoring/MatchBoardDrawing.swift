import JenjangDomain
import JenjangStore
import TerminalKit

extension MatchBoard {
  /// What is matched and what came of it, the pairs, and why the one under the cursor fits: below, or beside in a wide window.
  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    var rest = area
    drawHead(&frame, rest.cutTop(2), view)
    guard search != nil else { return drawBegin(&frame, rest, view) }
    if rest.width >= 130 {
      let beside = rest.cutRight(64)
      frame.lineDown(beside)
      var inside = beside.inset(x: 2, y: 1)
      if inside.height >= 24 { drawPeople(&frame, inside.cutTop(12), view) }
      drawWhy(&frame, inside, view)
    } else if rest.height >= 14 {
      let below = rest.cutBottom(MatchParts.height(width: rest.width) + 1)
      frame.line(x: below.x, y: below.y, width: below.width)
      drawWhy(&frame, Rect(x: below.x + 1, y: below.y + 1, width: below.width - 2, height: below.height - 1), view)
    }
    let now = self
    rows.draw(
      isByMentor ? MatchBoard.byMentor : MatchBoard.byMentee, into: &frame, rest, empty: .nobody, view: view
    ) { line in now.row(line, view) }
  }

  private func drawHead(_ frame: inout Frame, _ head: Rect, _ view: View) {
    let programme = programme(view)
    let kind = programme?.kind ?? round.kind
    let place = programme?.name ?? view(Text("Semua yang berminat", en: "Everybody who wishes"))
    let words = [place, view(kind.title), facts(view)].filter { !$0.isEmpty }
    frame.put(words.joined(separator: " · "), x: head.x + 1, y: head.y, role: .textStrong, width: head.width - 2)
    guard let search else { return }
    let (worth, gain) = (search.worth, max(0, search.worth - search.worthOneByOne))
    let (sum, more) = (MentoringWords.points(worth, view), MentoringWords.points(gain, view))
    let (found, alone) = (search.proposals.count, search.alone.count)
    let text = Text(
      "\(found) pasangan, \(alone) tanpa pembimbing · nilai \(sum), +\(more) dari memilih satu per satu",
      en: "\(found) pairs, \(alone) without a mentor · worth \(sum), +\(more) over picking one by one")
    frame.put(view(text), x: head.x + 1, y: head.y + 1, role: .text, width: head.width - 2)
  }

  private func facts(_ view: View) -> String {
    guard let search else {
      let (mentees, mentors) = summary(view)
      return view(
        Text("\(mentees) peserta menunggu, \(mentors) bersedia", en: "\(mentees) mentees wait, \(mentors) offer"))
    }
    let (mentees, mentors) = (search.mentees.count, search.mentors.count)
    let room = search.mentors.map { search.room(of: $0) }.reduce(0, +)
    return view(
      Text(
        "\(mentees) peserta, \(mentors) pembimbing, \(room) tempat",
        en: "\(mentees) mentees, \(mentors) mentors, \(room) places"))
  }

  private func drawBegin(_ frame: inout Frame, _ area: Rect, _ view: View) {
    let (mentees, mentors) = summary(view)
    let text: Text =
      mentees == 0
      ? Text(
        "Belum ada yang menunggu pembimbing. Catat permintaan di layar Permintaan bimbingan.",
        en: "Nobody waits for a mentor. Enter wishes on the screen Wishes for a mentor.")
      : mentors == 0
        ? Text(
          "Belum ada yang bersedia. Catat kesediaan di layar Kesediaan membimbing.",
          en: "Nobody offers to mentor. Enter offers on the screen Offers to mentor.")
        : Text(
          "F6 atau Enter mencocokkan semuanya sekaligus; tidak ada yang tersimpan sebelum F10.",
          en: "F6 or Enter matches all at once; nothing is saved before F10.")
    for (line, words) in Paragraph.lines(view(text), width: area.width - 6).enumerated() {
      frame.put(words, x: area.x + 3, y: area.y + 1 + line, role: .textMuted, width: area.width - 4)
    }
  }

  /// Who the two are and what each has said, where there is room for it.
  private func drawPeople(_ frame: inout Frame, _ area: Rect, _ view: View) {
    guard let line = rows.selected else { return }
    var rest = area
    let table = view.book.employees.table
    let wish = view.book.menteeWishes.owned(by: table.id(of: line.mentee)).last
    drawPerson(&frame, rest.cutTop(6), .mentee, line.mentee, [wish?.topics, wish?.note], view)
    guard let mentor = line.proposal?.mentor else { return }
    let offer = view.book.mentorProfiles.owned(by: table.id(of: mentor)).last
    drawPerson(&frame, rest, .mentor, mentor, [offer?.topics, offer?.availability, offer?.note], view)
  }

  private func drawPerson(
    _ frame: inout Frame, _ area: Rect, _ side: PairSide, _ person: Row, _ said: [String?], _ view: View
  ) {
    let table = view.book.employees.table
    let place = ["position", "unit"].map { view.cell(table, person, $0) }
    frame.put(view(side.title).uppercased(), x: area.x, y: area.y, role: .heading, width: area.width)
    frame.put(
      MentoringWords.name(person, view), x: area.x, y: area.y + 1, role: .textStrong, width: area.width)
    let words = (place + said.compactMap(\.self)).filter { !$0.isEmpty }
    for (line, text) in words.prefix(3).enumerated() {
      frame.put(text, x: area.x, y: area.y + 2 + line, role: .text, width: area.width)
    }
  }

  private func drawWhy(_ frame: inout Frame, _ area: Rect, _ view: View) {
    guard let line = rows.selected, let names else { return }
    guard let proposal = line.proposal else {
      let name = MentoringWords.name(line.mentee, view)
      let cause = line.cause.map { view($0.text { MentoringWords.name($0, view) }) } ?? ""
      for (offset, words) in Paragraph.lines("\(name): \(cause)", width: area.width).enumerated() {
        frame.put(words, x: area.x, y: area.y + offset, role: .text, width: area.width)
      }
      let more = view(Text("Enter: apa yang menghalangi siapa.", en: "Enter: what stands against whom."))
      frame.put(more, x: area.x, y: area.y + 2, role: .textMuted, width: area.width)
      return
    }
    MatchParts(proposal.score, names: names, view).draw(into: &frame, area, view: view)
  }

  private func row(_ line: Line, _ view: View) -> GridRow {
    let mentee = MentoringWords.name(line.mentee, view)
    guard let proposal = line.proposal else {
      let cause = line.cause.map { view($0.text { MentoringWords.name($0, view) }) } ?? ""
      let none = view(Text("tanpa pembimbing", en: "no mentor"))
      return GridRow(cells: isByMentor ? [none, "", mentee, "", cause] : [mentee, none, "", "", cause], mark: "!")
    }
    let mentor = MentoringWords.name(proposal.mentor, view)
    let score = MentoringWords.points(proposal.score.total, view)
    let bar = BlockText.bar(proposal.score.total, of: 1_000, width: 8)
    let load = search.map { search in
      let taken = search.proposals.count { $0.mentor == proposal.mentor }
      let now = search.capacity(of: proposal.mentor) - search.room(of: proposal.mentor)
      return "\(now + taken)/\(search.capacity(of: proposal.mentor))"
    }
    let words = remark(line, proposal, view)
    let isPaired = paired.contains(line.mentee)
    return GridRow(
      cells: isByMentor
        ? [mentor, load ?? "", mentee, score, words, bar] : [mentee, mentor, score, load ?? "", words, bar],
      role: isPaired ? .textMuted : .row,
      mark: isPaired ? "✓" : proposal.isLocked ? "=" : "")
  }

  /// What is to be known of a pair at once: saved already, kept together, decided since; else what the mentor can give.
  private func remark(_ line: Line, _ proposal: MatchSearch.Proposal, _ view: View) -> String {
    if paired.contains(line.mentee) { return view(Text("sudah diusulkan", en: "proposed already")) }
    if let kind = decided[line.mentee] { return view(kind.title).lowercased() + " (F6)" }
    let gives = names.map { names in proposal.score.strengths.map { names[$0] }.joined(separator: ", ") } ?? ""
    guard proposal.isLocked else { return gives }
    return view(Text("dikunci", en: "locked")) + (gives.isEmpty ? "" : "; " + gives)
  }

  private static let mentee = RowGrid.Column(title: Text("Peserta", en: "Mentee"), width: 20, grows: true, wish: 32)
  private static let mentor = RowGrid.Column(title: Text("Pembimbing", en: "Mentor"), width: 20, grows: true, wish: 32)
  private static let score = RowGrid.Column(title: Text("Nilai", en: "Score"), width: 5, isRightAligned: true)
  private static let bar = RowGrid.Column(title: .verbatim(""), width: 8)
  private static let load = RowGrid.Column(title: Text("Isi", en: "Load"), width: 5, isRightAligned: true)
  private static let why = RowGrid.Column(title: Text("Dasar", en: "Why"), width: 12, grows: true, wish: 60)

  private static let byMentee = [mentee, mentor, score, load, why, bar]
  private static let byMentor = [mentor, load, mentee, score, why, bar]
}

extension Text {
  fileprivate static let nobody = Text(
    "Tidak ada yang menunggu pembimbing dalam putaran ini.", en: "Nobody waits for a mentor in this round.")
}
