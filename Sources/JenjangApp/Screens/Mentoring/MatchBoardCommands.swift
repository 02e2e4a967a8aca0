import JenjangDomain
import JenjangStore
import TerminalKit

extension MatchBoard {
  static let commandTable: [Command<MatchBoard>] =
    [
      Command(
        "match.open", Text("Siapa lagi yang cocok", en: "Who else would fit"), keys: ["enter"],
        label: Text("Lihat", en: "Look"),
        refusal: { board, _ in board.search != nil && board.rows.selected == nil ? .chooseFirst : nil },
        run: { board, view in
          guard let work = board.work, board.search != nil else { return board.run(view) }
          return board.rows.selected.map { .push(MatchSuggestions(.mentee($0.mentee), work)) } ?? .none
        }),
      Command(
        "match.run", Text("Cocokkan semua sekaligus", en: "Match all at once"), keys: ["f6", "ctrl-n"],
        label: Text("Cocok", en: "Match")
      ) { board, view in board.run(view) },
      Command(
        "match.round", Text("Putaran dan bentuk bimbingan", en: "Round and form of mentoring"), keys: ["f4", "ctrl-f"],
        label: Text("Putaran", en: "Round")
      ) { board, _ in .push(MatchBoard.rounds(board.round)) },
      Command(
        "match.decide", Text("Kunci, larang, boleh, cabut", en: "Lock, ban, allow, lift"), keys: ["f7", "ctrl-e"],
        label: Text("Kunci", en: "Lock"), letter: "p", saves: true,
        refusal: { board, view in
          guard let line = board.rows.selected else { return .chooseFirst }
          return line.proposal == nil ? .noMentorHere : MentoringWords.refusalToMatch(view)
        },
        run: { board, _ in
          board.rows.selected?.proposal.map { .push(MatchDecision.chooser($0.mentee, $0.mentor)) } ?? .none
        }),
      Command(
        "match.save", Text("Usulkan pasangan", en: "Propose the pairs"), keys: ["f10", "ctrl-s"],
        label: Text("Usulkan", en: "Propose"), letter: "u", saves: true,
        refusal: { board, view in
          board.search == nil
            ? .matchFirst : board.open.isEmpty ? .noneLeft : MentoringWords.refusalToMatch(view)
        }, run: { board, view in board.save(view) }),
      Command(
        "match.order", Text("Urut menurut peserta atau pembimbing", en: "By mentee or by mentor"),
        keys: ["f11", "ctrl-t"], label: Text("Urutan", en: "Order")
      ) { board, _ in
        board.toggleOrder()
        return .none
      },
      Command(
        "match.competence", Text("Kompetensi peserta", en: "The mentee's competence"), letter: "k",
        refusal: { board, _ in board.rows.selected == nil ? .chooseFirst : nil },
        run: { board, view in
          board.rows.selected.map { .push(CompetencePage(ID(view.book.employees.table.id(of: $0.mentee)))) } ?? .none
        }),
      Command(
        "match.decisions", Text("Semua putusan pasangan", en: "All decisions on pairs"), letter: "l",
        refusal: { _, view in view.book.access?.refusal(toSee: MatchRule.kind) },
        run: { _, view in .push(ListScreen(.matchRules, view: view)) }),
      Command(
        "match.export", Text("Ekspor hasil pencocokan", en: "Export what was matched"), letter: "e",
        refusal: { board, view in board.search == nil ? .matchFirst : view.refusal(.export) },
        run: { board, view in .push(ExportMenu.screen(board.exported(view), view)) }),
    ] + markCommands

  /// The programmes that run or are to come, and everybody in each form.
  private static func rounds(_ present: Round) -> Chooser {
    Chooser("match.rounds", Text("Putaran bimbingan", en: "Round of mentoring"), columns: 72) { query, view in
      let programmes = view.book.mentoringProgrammes.all.filter { $0.end.map { view.today <= $0 } ?? true }
        .sorted { ($0.start ?? view.today, $0.id.raw) < ($1.start ?? view.today, $1.id.raw) }
      let everybody = view(Text("Semua yang berminat", en: "Everybody who wishes"))
      let choices =
        MentoringKind.allCases.map { kind in
          choice(everybody, view(kind.title), Round(programme: nil, kind: kind), present)
        }
        + programmes.map { programme in
          let kind = programme.kind ?? .individual
          let span = [programme.start?.display, programme.end?.display].compactMap(\.self).joined(separator: " – ")
          return choice(
            programme.name ?? "?", view(kind.title) + ", " + span, Round(programme: programme.id, kind: kind), present)
        }
      return choices.filter { query.isEmpty || Fuzzy.score(query, in: $0.title + " " + $0.detail) != nil }
    }
  }

  private static func choice(_ title: String, _ detail: String, _ round: Round, _ present: Round) -> Choice {
    Choice(
      title: title, detail: detail, key: round == present ? "•" : "",
      effect: .back(to: MatchBoard.self) { board, _ in
        board.choose(round)
        return .none
      })
  }

  /// The marked ones at once; where none is marked it is asked whether all or the one under the cursor.
  private func save(_ view: View) -> Effect {
    let marked = rows.marked.isEmpty ? [] : rows.chosen.filter { $0.proposal != nil && !paired.contains($0.mentee) }
    guard rows.marked.isEmpty else {
      return marked.isEmpty ? .say(.noneLeft, .warn) : propose(marked, view)
    }
    let (all, own) = (open, rows.selected.flatMap { line in open.first { $0 == line } })
    let now = self
    return .push(
      Chooser("match.which", Text("Usulkan yang mana", en: "Propose which"), choosesByLetter: true, columns: 64) {
        _, view in
        [
          Choice(
            title: view(Text("Semua \(all.count) pasangan", en: "All \(all.count) pairs")), letter: "s",
            effect: .all([.pop, now.propose(all, view)])),
          Choice(
            title: view(Text("Hanya baris ini", en: "Only this row")),
            detail: own.map { MentoringWords.name($0.mentee, view) } ?? "",
            reason: own == nil ? view(.noMentorHere) : nil, letter: "i",
            effect: .all([.pop, now.propose([own].compactMap(\.self), view)])),
        ]
      })
  }

  private func propose(_ lines: [Line], _ view: View) -> Effect {
    guard let search else { return .none }
    return PairMaking.propose(lines.compactMap(\.proposal), search, programme: work?.programme, view)
  }

  private func exported(_ view: View) -> ExportTable.Source {
    let (lines, names) = (rows.all, names)
    let parts = MatchPart.allCases
    let plain: [(String, Text)] = [
      ("mentee", PairSide.mentee.title), ("mentor", PairSide.mentor.title), ("score", Text("Nilai", en: "Score")),
      ("why", Text("Dasar", en: "Why")),
    ]
    let columns =
      plain.map { TableText.Column(name: $0.0, title: view($0.1), isNumber: $0.0 == "score") }
      + parts.map { TableText.Column(name: $0.rawValue.lowercased(), title: view($0.title), isNumber: true) }
    return ExportTable.Source(name: "pencocokan", heading: title(view), columns: columns, count: lines.count) {
      place, view in
      let line = lines[place]
      let proposal = line.proposal
      let gives = names.map { names in (proposal?.score.strengths ?? []).map { names[$0] }.joined(separator: ", ") }
      let cause = line.cause.map { view($0.text { MentoringWords.name($0, view) }) }
      return [
        MentoringWords.name(line.mentee, view), proposal.map { MentoringWords.name($0.mentor, view) } ?? "",
        proposal.map { MentoringWords.points($0.score.total, view) } ?? "", cause ?? gives ?? "",
      ] + parts.map { part in proposal?.score.parts[part].map(String.init) ?? "" }
    }
  }
}

extension Text {
  fileprivate static let matchFirst = Text("F6 mencocokkan dulu", en: "F6 matches first")
  fileprivate static let noneLeft = Text(
    "Tidak ada pasangan yang dapat diusulkan lagi", en: "No pair is left to be proposed")
  fileprivate static let noMentorHere = Text(
    "Baris ini tanpa pembimbing; Enter menampilkan yang lain", en: "This row has no mentor; Enter shows the others")
}
