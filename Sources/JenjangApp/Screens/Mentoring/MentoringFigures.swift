import JenjangDomain
import JenjangStore
import TerminalKit

/// All figures of one line of the mentoring report, in words.
enum MentoringFigures {
  static func reader(_ line: MentoringReportScreen.Line, _ year: Int?) -> Reader {
    var actions: [Command<Reader>] = []
    if let mentor = line.mentor {
      actions = [
        Command(
          "mentor.print", Text("Piagam pembimbing (teks, HTML)", en: "Mentor's report (text, HTML)"),
          keys: ["f10", "ctrl-s"], label: Text("Cetak", en: "Print"), letter: "c",
          refusal: { _, view in mentor.raw == view.book.access?.actor.person ? nil : view.refusal(.export) },
          run: { _, _ in
            .push(
              DocumentExport.screen("pembimbing", Text("Laporan pembimbing", en: "Mentor's report")) {
                $0.mentor(mentor, year: year)
              })
          }),
        Command.employeeFile("mentor.file", letter: "b") { _, _ in mentor.raw }, ActionMenu.command("mentor.actions"),
      ]
    }
    return Reader(
      heading: { _ in line.name }, actions: actions, isWhole: true,
      write: { page, view in write(line.figures, into: &page, view) })
  }

  private static func write(_ figures: MentoringReport.Figures, into page: inout Page, _ view: View) {
    page.heading(view(MentoringPair.kind.plural).uppercased(), remark: view.count(figures.pairs))
    page.pairs(
      PairState.allCases.compactMap { state in
        figures.states[state].map { (label: view(state.title), value: view.count($0)) }
      })
    if figures.silent > 0 {
      page.paragraph(
        view(
          Text("\(figures.silent) pasangan tanpa sesi terlalu lama", en: "\(figures.silent) pairs silent for too long")),
        role: .statusWarn)
    }
    page.heading(view(MentoringSession.kind.plural).uppercased(), remark: view.count(figures.sessions))
    page.pairs([
      (label: view(Text("Menit", en: "Minutes")), value: view.count(figures.minutes)),
      (label: view(Text("JP tiap orang", en: "Hours for each")), value: view.count(figures.hours)),
    ])
    page.heading(view(MentoringGoal.kind.plural).uppercased(), remark: view.count(figures.goals))
    page.pairs([
      (label: view(GoalState.reached.title), value: view.count(figures.reached)),
      (
        label: view(Text("Rerata kemajuan", en: "Mean progress")),
        value: figures.meanProgress.map { "\($0)%" } ?? "-"
      ),
      (label: view(Text("Kurang semula", en: "Missing before")), value: view.count(figures.gapBefore)),
      (label: view(Text("Kurang sekarang", en: "Missing now")), value: view.count(figures.gapAfter)),
    ])
    page.heading(view(Text("Kepuasan (1-4)", en: "Satisfaction (1-4)")).uppercased())
    page.pairs(
      PairSide.allCases.map { side in
        let count = figures.ratings[side]?.count ?? 0
        return (label: view(side.title), value: mark(figures.satisfaction(of: side), view) + " (\(count))")
      })
    guard !figures.causes.isEmpty else { return }
    page.heading(
      view(Text("Dihentikan lebih awal", en: "Ended early")).uppercased(), remark: view.count(figures.stopped))
    page.pairs(
      PairEndCause.allCases.compactMap { cause in
        figures.causes[cause].map { (label: view(cause.title), value: view.count($0)) }
      })
  }

  /// `3,6` of tenths; a dash while nobody said.
  static func mark(_ tenths: Int?, _ view: View) -> String { tenths.map { MentoringWords.points($0, view) } ?? "-" }
}
