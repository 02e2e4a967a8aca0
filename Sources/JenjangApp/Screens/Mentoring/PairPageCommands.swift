import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

extension PairPage {
  static let commandTable: [Command<PairPage>] =
    moveCommands + lineCommands
    + [
      Command(
        "pair.step", Text("Langkah: setuju, mulai, jeda, akhiri", en: "Steps: accept, begin, pause, end"),
        keys: ["f10", "ctrl-s"], label: Text("Langkah", en: "Steps"), letter: "l", saves: true,
        refusal: { page, _ in page.pair == nil ? .recordIsGone : nil },
        run: { page, _ in .push(PairSteps.chooser(page.id)) }),
      Command(
        "pair.succeed", Text("Ganti pembimbing", en: "Another mentor"), letter: "g", saves: true,
        refusal: { page, view in page.pair.map { PairSteps.refusalToSucceed($0, view) } ?? .recordIsGone },
        run: { page, view in page.pair.map { PairSteps.succession($0, view) } ?? .none }),
      Command(
        "pair.change", Text("Ubah data pasangan", en: "Edit the pair"), letter: "u", saves: true,
        refusal: { page, view in page.refusalToWrite(view) },
        run: { page, view in .push(FormScreen.edit(kind: MentoringPair.kind.name, id: page.id.raw, view: view)) }),
      ActionMenu.command("pair.actions"),
      Command("pair.competence", Text("Kompetensi peserta", en: "The mentee's competence"), letter: "k") { page, _ in
        page.pair?.mentee.map { .push(CompetencePage($0)) } ?? .none
      },
      Command("pair.mentee", Text("Berkas peserta", en: "The mentee's file"), letter: "f") { page, _ in
        page.pair?.mentee.map { .push(EmployeeFile($0.raw)) } ?? .none
      },
      Command("pair.mentor", Text("Berkas pembimbing", en: "The mentor's file"), letter: "b") { page, _ in
        page.pair?.mentor.map { .push(EmployeeFile($0.raw)) } ?? .none
      },
    ]

  private static let lineCommands: [Command<PairPage>] = [
    Command(
      "pair.open", Text("Baca", en: "Read"), keys: ["enter"], label: Text("Baca", en: "Read"),
      refusal: { page, _ in
        if case .link? = page.selected { return nil }
        return page.record == nil ? .chooseFirst : nil
      },
      run: { page, _ in
        if case .link(let pair)? = page.selected {
          return pair.id == page.id ? .say(.thisOne, .plain) : .push(PairPage(pair.id))
        }
        guard let (kind, id) = page.record else { return .none }
        if let effect = MentoringTab.open(kind, id) { return effect }
        return .read(kind, id)
      }),
    Command(
      "pair.edit", Text("Ubah baris ini", en: "Edit this line"), keys: ["f7", "ctrl-e"],
      label: Text("Ubah", en: "Edit"),
      saves: true,
      refusal: { page, view in page.record == nil ? .chooseFirst : page.refusalToWrite(view) },
      run: { page, view in
        page.record.map { .push(FormScreen.edit(kind: $0.kind, id: $0.id, view: view)) } ?? .none
      }),
    Command(
      "pair.goal", Text("Tujuan baru dari kesenjangan", en: "New goal from the gaps"), letter: "t", saves: true,
      refusal: { page, view in page.pair == nil ? .recordIsGone : page.refusalToWrite(view) },
      run: { page, view in page.pair.map { .push(PairPage.newGoal($0, view)) } ?? .none }),
    progress("pair.more", Text("Kemajuan tujuan bertambah", en: "More progress of the goal"), "+", 10),
    progress("pair.less", Text("Kemajuan tujuan berkurang", en: "Less progress of the goal"), "-", -10),
    Command(
      "pair.done", Text("Tandai tindak lanjut selesai", en: "Mark the action done"), letter: "d", saves: true,
      refusal: { page, view in page.action == nil ? .noAction : page.refusalToWrite(view) },
      run: { page, view in page.action.map { MentoringActions.finish($0.id, view) } ?? .none }),
    Command(
      "pair.log", Text("Catat sesi", en: "Log a session"), keys: ["f6", "ctrl-n"], label: Text("Sesi", en: "Session"),
      saves: true, refusal: { page, view in page.pair.map { SessionLog.refusal($0, view) } ?? .recordIsGone },
      run: { page, view in SessionLog.start(page.id, view) }),
    Command(
      "pair.rate", Text("Nilai bimbingan ini", en: "Rate this mentoring"), letter: "n", saves: true,
      refusal: { page, view in page.pair.map { MentoringRatings.refusal($0, view) } ?? .recordIsGone },
      run: { page, view in MentoringRatings.start(page.id, view) }),
    Command("pair.nextSection", Text("Bagian berikut", en: "Next section"), keys: ["tab"]) { page, _ in
      page.moveSection(by: 1)
      return .none
    },
    Command("pair.previousSection", Text("Bagian sebelumnya", en: "Previous section"), keys: ["shift-tab"]) {
      page, _ in
      page.moveSection(by: -1)
      return .none
    },
  ]

  private static func progress(_ name: String, _ title: Text, _ key: String, _ step: Int) -> Command<PairPage> {
    Command(
      name, title, keys: [key], saves: true,
      refusal: { page, view in page.goal == nil ? .noGoal : page.refusalToWrite(view) },
      run: { page, view in page.moveProgress(by: step, view) })
  }

  /// Why the actor may not write down goals and what is agreed; nil when he may.
  func refusalToWrite(_ view: View) -> Text? {
    guard let pair, let access = view.book.access else { return nil }
    let isOne = [pair.mentor?.raw, pair.mentee?.raw].contains(access.actor.person)
    if isOne || access.mayWrite(MentoringPair.kind, about: pair.mentee?.raw, in: view.book) { return nil }
    return access.refusal(toWrite: MentoringPair.kind) ?? .notYours
  }

  /// Ten parts in a hundred more or less; at a hundred the goal is reached.
  private func moveProgress(by step: Int, _ view: View) -> Effect {
    guard let goal else { return .none }
    let value = max(0, min(100, (goal.progress ?? 0) + step))
    let operation = view.book.mentoringGoals.updating(goal.id) { goal in
      goal.progress = value
      if goal.state != .dropped { goal.state = value == 100 ? .reached : .active }
    }
    guard let operation else { return .say(step > 0 ? .full : .empty, .plain) }
    let name = goal.text ?? "?"
    return .commit(Transaction([operation]), done: .verbatim("\(name): \(value)%"), then: .none)
  }

  /// The gaps of the mentee, with the level of the mentor; or a goal of one's own words.
  private static func newGoal(_ pair: MentoringPair, _ view: View) -> Chooser {
    Chooser("pair.newGoal", Text("Tujuan untuk kesenjangan", en: "A goal for the gap"), columns: 72) { query, view in
      let gaps = pair.mentee.flatMap { view.book.competence(of: $0, on: view.today) }?.gaps ?? []
      let mentor = pair.mentor.flatMap { view.book.employees.table.row(of: $0.raw) }
        .map { CompetencyLevels(view.book, on: view.today).held(by: $0) }
      let table = view.book.competencies.table
      var choices = gaps.map { gap -> Choice in
        let level = mentor?[gap.code].map { view(Text("pembimbing \($0.level)", en: "mentor \($0.level)")) } ?? ""
        var goal = MentoringGoal(id: ID(view.session.newID()))
        goal.text = gap.title
        goal.competency = table.firstRow(where: "code", is: gap.code).map { ID(table.id(of: $0)) }
        goal.before = gap.achieved
        goal.target = gap.required
        return Choice(
          title: gap.title, detail: "\(gap.achieved ?? 0)→\(gap.required)  \(level)",
          effect: .replace(form(goal, of: pair, view)))
      }
      choices.append(
        Choice(
          title: view(Text("Tujuan lain", en: "Another goal")),
          effect: .replace(form(MentoringGoal(id: ID(view.session.newID())), of: pair, view))))
      return choices.filter { query.isEmpty || Fuzzy.score(query, in: $0.title) != nil }
    }
  }

  private static func form(_ goal: MentoringGoal, of pair: MentoringPair, _ view: View) -> FormScreen {
    var goal = goal
    goal.pair = pair.id
    goal.by = pair.end
    goal.progress = 0
    goal.state = .active
    return FormScreen.new(kind: MentoringGoal.kind.name, preset: goal.object, view: view)
  }
}

extension Text {
  fileprivate static let thisOne = Text("Ini pasangan yang terbuka", en: "This is the pair that is open")
  fileprivate static let noGoal = Text("Pilih satu tujuan dulu", en: "Choose a goal first")
  fileprivate static let noAction = Text("Pilih satu tindak lanjut dulu", en: "Choose an action first")
  fileprivate static let full = Text("Kemajuannya sudah 100%", en: "It is at 100% already")
  fileprivate static let empty = Text("Kemajuannya sudah 0%", en: "It is at 0% already")
  fileprivate static let notYours = Text("Bukan pasangan Anda", en: "Not your pair")
}
