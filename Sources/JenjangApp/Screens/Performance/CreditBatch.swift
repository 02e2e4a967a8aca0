import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// The credit points of a whole period: which one, who earns what, then all of it in one batch.
enum CreditBatch {
  static var cycles: Chooser {
    Chooser("credits.cycle", Text("Angka kredit periode", en: "Credit points of which period"), columns: 64) {
      query, view in
      let cycles = view.book.evaluationCycles.all.sorted { ($0.year ?? 0) > ($1.year ?? 0) }
      let choices = cycles.flatMap { cycle -> [Choice] in
        let periods = view.book.evaluationPeriods.owned(by: cycle.id.raw)
        let begun = periods.filter { $0.start.map { $0 <= view.today } ?? false }
        let numbers = Set(begun.compactMap(\.number)).sorted()
        return numbers.map { number in
          let name = periods.first { $0.number == number && $0.unit == nil }?.name ?? "\(number)"
          return Choice(
            title: "\(cycle.name ?? "") – \(name)",
            effect: .all([.pop, .start(CreditJudging(CreditRun(cycle, period: number, in: view.book)))]))
        }
      }
      return query.isEmpty ? choices : choices.filter { Fuzzy.score(query, in: $0.title) != nil }
    }
  }

  /// Who earns what, before anything is saved.
  static func preview(_ run: CreditRun) -> Reader {
    let save = Command<Reader>(
      "credits.save", Text("Simpan semuanya", en: "Save all of it"), keys: ["f10", "ctrl-s"],
      label: Text("Simpan", en: "Save"), saves: true, refusal: { _, _ in run.lines.isEmpty ? .nothing : nil },
      run: { _, view in .all([.pop, .start(saving(run, view))]) })
    return Reader(
      heading: { view in view(Text("Angka kredit ", en: "Credit points, ")) + view(run.title) }, actions: [save],
      isWhole: true,
      write: { page, view in
        let count = view.count(run.lines.count)
        page.paragraph(
          view(Text("\(count) pegawai memperoleh angka kredit.", en: "\(count) people earn credit points.")))
        for (reason, count) in run.passed.sorted(by: { $0.value > $1.value }) {
          page.paragraph("\(view.count(count)): \(view(reason))", indent: 3, role: .textMuted)
        }
        if run.own > 0 { page.paragraph(view(.ownLeftOut), indent: 3, role: .textMuted) }
        page.blank()
        for line in run.lines.prefix(2_000) { write(line, into: &page, view) }
        let more = run.lines.count - 2_000
        if more > 0 { page.paragraph(view(Text("dan \(more) lagi", en: "and \(more) more")), role: .textMuted) }
      })
  }

  private static func write(_ line: CreditRun.Line, into page: inout Page, _ view: View) {
    let parts = line.decrees.compactMap { decree in
      decree.positionKind.map { level in
        let months = decree.months ?? 0
        return view(Text("\(months) bulan ", en: "\(months) months ")) + view(level.title)
      }
    }
    let replaced = line.replaced > 0 ? [view(Text("ganti \(line.replaced)", en: "replaces \(line.replaced)"))] : []
    page.cells(
      [view.person(line.employee), view(line.points.words), (parts + replaced).joined(separator: "; ")],
      at: [(1, 28, false), (30, 8, true), (40, max(12, page.width - 41), false)])
  }

  private static func saving(_ run: CreditRun, _ view: View) -> BatchSaving {
    .of(
      run.lines, Text("Menyimpan angka kredit", en: "Saving credit points"), batch: view.session.newID(),
      done: { count in
        Text("Angka kredit \(count) pegawai disimpan", en: "Credit points of \(count) people saved")
      },
      operations: { lines, view in
        CreditRun.operations(lines, in: view.book) { view.session.newID() }
      })
  }
}

/// Judges a period, then shows the preview.
struct CreditJudging: Job {
  private var run: CreditRun

  init(_ run: CreditRun) { self.run = run }

  var title: Text { Text("Menghitung angka kredit", en: "Finding credit points") }
  var isMissed: Bool { false }
  var progress: (done: Int, total: Int)? { run.progress }

  mutating func advance(_ session: Session) -> Effect? {
    let end = session.clock.milliseconds() + 20
    repeat {
      run.advance(50, in: session.store.book) { session.newID() }
    } while !run.isComplete && session.clock.milliseconds() < end
    return run.isComplete ? .push(CreditBatch.preview(run)) : nil
  }

  func cancelled(_ session: Session) -> Effect { .say(Text("Dihentikan", en: "Stopped"), .warn) }
}

extension Text {
  fileprivate static let nothing = Text("Tidak ada yang perlu disimpan", en: "There is nothing to save")
  fileprivate static let ownLeftOut = Text(
    "Penilaian Anda sendiri dilewati: tidak ada yang memutus tentang dirinya.",
    en: "Your own evaluation is left out: nobody decides about oneself.")
}
