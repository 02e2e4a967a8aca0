import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// The box in which a period is chosen.
enum PeriodChooser {
  /// The command by which a screen is shown for another period; `name` is the command's own.
  static func command<S: Screen>(
    _ name: String, choose: @escaping (inout S, EvaluationPeriod, View) -> Void
  ) -> Command<S> {
    Command(
      name, Text("Periode lain", en: "Another period"), keys: ["f11", "ctrl-t"], label: Text("Periode", en: "Period")
    ) { _, view in
      .push(
        PeriodChooser.screen(view) { period in
          .back(to: S.self) { screen, view in
            choose(&screen, period, view)
            return .none
          }
        })
    }
  }

  static func screen(_ view: View, then: @escaping (EvaluationPeriod) -> Effect) -> Chooser {
    Chooser("evaluations.periods", Text("Periode", en: "Period"), columns: 60) { query, view in
      let wanted = query.lowercased()
      let cycles = view.book.evaluationCycles.all.sorted { ($0.year ?? 0) > ($1.year ?? 0) }
      return cycles.flatMap { cycle in
        view.book.periods(of: cycle.id).map { period in
          Choice(
            title: (period.name ?? "?") + " " + (cycle.year.map { String($0) } ?? ""),
            detail: [period.start, period.end].compactMap { $0?.display }.joined(separator: " - "),
            effect: then(period))
        }
      }.filter { wanted.isEmpty || $0.title.lowercased().contains(wanted) }
    }
  }
}
