import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

extension EvaluationGrid {
  static let commandTable: [Command<EvaluationGrid>] =
    [pageCommands, problemCommands, steps, entryCommands].flatMap(\.self)

  private static let steps: [Command<EvaluationGrid>] = [
    Command(
      "evaluations.form", Text("Formulir orang ini", en: "This person's form"), keys: ["f11", "ctrl-t"],
      label: Text("Formulir", en: "Form"),
      refusal: { grid, _ in grid.current == nil ? .noPerson : nil }, run: { grid, view in grid.openForm(view) }),
    Command(
      "evaluations.submit", Text("Kirim semua yang lengkap", en: "Submit all that are complete"), letter: "k",
      saves: true, refusal: { grid, _ in grid.mode == .rating ? nil : .calibrationOnly },
      run: { grid, view in grid.ask(.submit, view) }),
    Command(
      "evaluations.takeBack", Text("Tarik kembali orang ini", en: "Take this person back"), letter: "t", saves: true,
      refusal: { grid, view in grid.current.map { $0.evaluation.refusal(of: .takeBack, in: view.book) } ?? .noPerson
      },
      run: { grid, view in grid.takeBack(view) }),
    Command(
      "evaluations.release", Text("Sampaikan semua yang dikirim", en: "Release all that are submitted"), letter: "s",
      saves: true, run: { grid, view in grid.ask(.release, view) }),
    Command(
      "evaluations.copyAll", Text("Isi yang kosong dari periode lalu", en: "Fill blanks from the last period"),
      letter: "p", refusal: { grid, _ in grid.mode == .rating ? nil : .calibrationOnly },
      run: { grid, view in grid.copyAll(view) }),
    Command(
      "evaluations.suggest", Text("Isi saran lokal (Hasil, Perilaku)", en: "Fill local suggestions (overall)"),
      letter: "u", refusal: { grid, _ in grid.mode == .rating ? nil : .calibrationOnly },
      run: { grid, view in grid.suggest(view) }),
    Command(
      "evaluations.why", Text("Kenapa predikat ini", en: "Why this rating"), letter: "w",
      refusal: { grid, _ in grid.current == nil ? .noPerson : nil },
      run: { grid, view in grid.current.map { .push(EvaluationReader.screen($0, grid.period, view)) } ?? .none }),
    Command("evaluations.pattern", Text("Pola distribusi unit", en: "Pattern of the unit"), letter: "d") { grid, _ in
      let ratings = grid.ratings
      return .push(
        Reader(heading: { $0(.patternTitle) }) { page, view in
          if let ratings { RatingsPanel.write(ratings, into: &page, view) }
        })
    },
    Command("evaluations.period", Text("Periode lain", en: "Another period"), letter: "o") { grid, view in
      .push(
        PeriodChooser.screen(view) { period in
          .back(to: EvaluationGrid.self) { grid, view in
            guard !grid.entry.isTouched else { return .say(.saveFirst, .warn) }
            grid.choose(period, view)
            return .none
          }
        })
    },
  ]

  /// The form, with everybody here one after the other.
  private mutating func openForm(_ view: View) -> Effect {
    guard !entry.isTouched else { return .say(.saveFirst, .warn) }
    return .push(EvaluationForm(period, people: people.map(\.key), at: entry.line, view: view))
  }

  /// Asks before what others will see; what was typed is saved with it, and what cannot take the step is left out.
  private mutating func ask(_ step: EvaluationStep, _ view: View) -> Effect {
    reload(view)
    guard entry.rivals.isEmpty else { return save(view) }
    var operations: [JenjangDomain.Operation] = []
    var (stepped, left) = (0, 0)
    var reasons: [Text] = []
    for person in people {
      let typed = entry.typed(inLine: person.key)
      var evaluation = typed.isEmpty ? person.evaluation : prepared(person, typed, view)
      if step == .submit, evaluation.state != .draft { continue }
      if step == .release, evaluation.state != .submitted, typed.isEmpty { continue }
      let reason = person.lock.flatMap { step == .submit ? $0 : nil } ?? evaluation.refusal(of: step, in: view.book)
      if let reason {
        left += 1
        reasons.append(reason)
      } else {
        evaluation = evaluation.after(step, on: view.today)
      }
      guard let operation = view.book.evaluations.saving(evaluation), reason == nil || !typed.isEmpty else { continue }
      guard view.book.access?.refusal(of: [operation], in: view.book) == nil else { continue }
      operations.append(operation)
      if reason == nil { stepped += 1 }
    }
    guard stepped > 0 else { return .say(reasons.first ?? .nothingToStep(step), .warn) }
    let save = SaveOperations.effect(
      step.title, operations, done: step.done(stepped), then: draftDropped, view)
    return .push(
      Question(
        step.title, .stepLines(step, stepped, left: left, reasons.first, leftOut: leftOut), verb: step.verb,
        letter: "s",
        accepted: save))
  }

  private func takeBack(_ view: View) -> Effect {
    guard let current else { return .none }
    let back = current.evaluation.after(.takeBack, on: view.today).judged(in: view.book)
    guard let operation = view.book.evaluations.saving(back) else { return .none }
    return .commit(Transaction([operation]), done: EvaluationStep.takeBack.done(1), then: .none)
  }

  /// Fills the blank cells of everybody with what the last period said; one Ctrl-Z takes it back.
  private mutating func copyAll(_ view: View) -> Effect {
    var values: [(line: Int, column: Int, value: String)] = []
    for line in people.indices {
      for column in entry.columns.indices where entry.value(line, column).isEmpty {
        guard entry.columns[column].key != EvaluationCell.note.key,
          let value = previous(line, column, view), !value.isEmpty
        else { continue }
        values.append((line, column, value))
      }
    }
    let count = entry.set(values)
    changed(view)
    return .say(count == 0 ? .nothingBefore : .filled(count), count == 0 ? .warn : .good)
  }

  /// Puts what the single ratings suggest into overall ratings that are blank: only because the user asked.
  private mutating func suggest(_ view: View) -> Effect {
    var values: [(line: Int, column: Int, value: String)] = []
    for (line, person) in people.enumerated() {
      let evaluation = prepared(person, entry.typed(inLine: person.key), view)
      let suggested = SuggestedRatings(evaluation, results: person.results)
      for (cell, rating) in [(EvaluationCell.work, suggested.work), (.behaviour, suggested.behaviour)] {
        guard let rating, let column = entry.index(ofColumn: cell.key), entry.value(line, column).isEmpty else {
          continue
        }
        values.append((line, column, rating.rawValue))
      }
    }
    let count = entry.set(values)
    changed(view)
    return .say(count == 0 ? .nothingSuggested : .suggested(count), count == 0 ? .warn : .good)
  }
}

extension EvaluationStep {
  var verb: Text {
    switch self {
    case .submit: Text("Kirim", en: "Submit")
    case .takeBack: Text("Tarik kembali", en: "Take back")
    case .release: Text("Sampaikan", en: "Release")
    case .acknowledge: Text("Catat", en: "Record")
    }
  }

  /// What happens then.
  var consequence: Text {
    switch self {
    case .submit:
      Text(
        "Atasan penilai dapat mengalibrasi; pegawai belum melihatnya.",
        en: "The superior can calibrate; the person does not see it yet.")
    case .takeBack: Text("Penilai dapat mengubahnya lagi.", en: "The assessor can change it again.")
    case .release:
      Text(
        "Pegawai melihat hasilnya; sesudah itu hanya putusan keberatan yang mengubahnya.",
        en: "The person sees the result; then only a ruling on an objection changes it.")
    case .acknowledge:
      Text("Waktu keberatan dihitung mulai hari ini.", en: "The time for an objection begins today.")
    }
  }
}

extension [Text] {
  /// What a question says before a step of many: how many take it, how many are left out and why.
  static func stepLines(
    _ step: EvaluationStep, _ count: Int, left: Int, _ reason: Text?, leftOut: Int
  ) -> [Text] {
    var lines = [Text("\(count) penilaian.", en: "\(count) evaluations."), step.consequence]
    if left > 0, let reason {
      lines.append(
        Text(
          "\(left) ditinggalkan: \(reason.indonesian)", en: "\(left) left out: \(reason.english)"))
    }
    if leftOut > 0 {
      lines.append(
        Text(
          "Penilaian Anda sendiri (\(leftOut)) tidak termasuk.", en: "Your own (\(leftOut)) is not among them."))
    }
    return lines
  }
}

extension Text {
  fileprivate static let patternTitle = Text("Pola distribusi predikat", en: "Pattern of the ratings")
  fileprivate static let noPerson = Text("Tidak ada pegawai di sini", en: "There is nobody here")
  fileprivate static let calibrationOnly = Text(
    "Di sini hanya kalibrasi", en: "Only calibrating is done here")
  static let saveFirst = Text("Simpan dulu dengan F10", en: "Save first with F10")
  fileprivate static let nothingBefore = Text(
    "Tidak ada nilai periode lalu untuk sel yang kosong", en: "No value of the last period for a blank cell")
  fileprivate static let nothingSuggested = Text(
    "Saran perlu semua hasil atau semua nilai terisi", en: "A suggestion needs every result or every value rated")
  fileprivate static func suggested(_ count: Int) -> Text {
    Text(
      "\(count) saran lokal diisikan, bukan rumus resmi; Ctrl-Z urungkan",
      en: "\(count) local suggestions filled in, no official formula; Ctrl-Z undo")
  }
  fileprivate static func filled(_ count: Int) -> Text {
    Text("\(count) sel terisi dari periode lalu; Ctrl-Z urungkan", en: "\(count) cells filled; Ctrl-Z undo")
  }
  fileprivate static func nothingToStep(_ step: EvaluationStep) -> Text {
    switch step {
    case .submit: Text("Tidak ada draf untuk dikirim", en: "There is no draft to submit")
    case .release: Text("Tidak ada yang sudah dikirim", en: "None is submitted")
    default: Text("Tidak ada yang dapat dikerjakan", en: "There is nothing to do")
    }
  }
}
