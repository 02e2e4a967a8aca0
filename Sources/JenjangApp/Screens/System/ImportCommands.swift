import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

extension ImportScreen {
  static let commandTable: [Command<ImportScreen>] =
    Step.commands("import") { screen, step, view in screen.move(step, view) } + [
      Command(
        "import.open", Text("Pilih, perbaiki atau ganti tujuan", en: "Choose, mend or change"), keys: ["enter"],
        label: Text("Pilih", en: "Choose")
      ) { screen, view in screen.openSelected(view) },
      Command(
        "import.save", Text("Simpan baris yang benar", en: "Save the right rows"), keys: ["f10", "ctrl-s"],
        label: Text("Simpan", en: "Save"), saves: true, refusal: { screen, _ in screen.savingRefusal },
        run: { screen, _ in screen.work.map { .start(ImportSaving($0)) } ?? .none }),
      Command(
        "import.pane", Text("Masalah atau kolom", en: "Problems or columns"), keys: ["tab", "shift-tab"],
        label: Text("panel", en: "pane"), refusal: { screen, _ in screen.work == nil ? .noFile : nil },
        run: { screen, _ in
          screen.pane = screen.pane == .problems ? .columns : .problems
          return .none
        }),
      Command(
        "import.check", Text("Periksa lagi", en: "Check again"), keys: ["f5", "ctrl-r"],
        refusal: { screen, _ in screen.work == nil ? .noFile : nil }, run: { screen, _ in screen.check() }),
      ActionMenu.command("import.actions"),
      Command(
        "import.readAsOther", Text("Baca sebagai jenis yang lebih cocok", en: "Read as the kind that fits better"),
        letter: "j",
        refusal: { screen, _ in screen.work.map { $0.plan.likelier == nil ? .fitsWell : nil } ?? .noFile },
        run: { screen, view in
          guard let work = screen.work, let likelier = work.plan.likelier else { return .none }
          return screen.load(kind: likelier.kind, path: work.path, view)
        }),
      Command(
        "import.createUnits",
        Text("Buat unit yang belum ada: ya atau tidak", en: "Make units that are not there: yes or no"),
        letter: "u", refusal: { screen, view in screen.createUnitsRefusal(view) },
        run: { screen, _ in screen.toggleCreateUnits() }),
      Command(
        "import.acceptAll", Text("Terima semua usul perbaikan", en: "Take all proposals"), letter: "t",
        refusal: { screen, _ in
          screen.findings.contains { $0.problem.repair != nil } ? nil : .noProposal
        }, run: { screen, _ in screen.acceptAll() }),
      Command(
        "import.exportProblems", Text("Ekspor masalah sebagai CSV", en: "Export the problems as CSV"), letter: "e",
        refusal: { screen, _ in screen.findings.isEmpty ? .noProposal : nil },
        run: { screen, view in screen.exportProblems(view) }),
      Command(
        "import.back", Text("Kembali", en: "Back"), keys: ["f3", "esc"], label: Text("Kembali", en: "Back")
      ) { screen, _ in
        guard screen.work != nil else { return .pop }
        screen.close()
        return .none
      },
    ]
}

extension ImportScreen {
  private var savingRefusal: Text? {
    guard let work else { return .noFile }
    guard work.plan.isReady else { return .notChecked }
    if case .saved = work.stage { return .savedAlready }
    return work.plan.counts.created + work.plan.counts.updated == 0 ? .nothingToSave : nil
  }

  private func createUnitsRefusal(_ view: View) -> Text? {
    guard let work else { return .noFile }
    if case .saved = work.stage { return .savedAlready }
    return work.plan.canCreateUnits(in: view.book) ? nil : .namesNoUnit
  }

  private func toggleCreateUnits() -> Effect {
    guard let work else { return .none }
    work.plan.setCreatesUnits(!work.plan.createsUnits)
    work.stage = .checking
    work.version += 1
    return .start(ImportTrial(work: work))
  }

  private func openSelected(_ view: View) -> Effect {
    guard let work else {
      let types = Self.types(view)
      guard types.indices.contains(kinds.cursor) else { return .none }
      return .push(ImportScreen.fileChooser(kind: types[kinds.cursor].kind.name))
    }
    return pane == .columns ? .push(targetChooser(work)) : selectedFinding.map { .push(fixPrompt($0, work)) } ?? .none
  }

  private static func fileChooser(kind: String) -> Chooser {
    FileChooser.screen("import.file", Text("Berkas yang diimpor", en: "The file to import")) { path in
      .back(to: ImportScreen.self) { screen, view in
        screen.load(kind: kind, path: ReportFile.expanded(path), view)
      }
    }
  }

  private func targetChooser(_ work: ImportWork) -> Chooser {
    let column = columns.cursor
    return Chooser("import.target", .goesTo(work.plan.headers[column])) { query, view in
      let none: [(name: String?, title: String)] = [(nil, view(Text("(dilewati)", en: "(left out)")))]
      let known = work.plan.targets.map { (name: String?.some($0.name), title: view($0.title)) }
      return (none + known).filter { Fuzzy.score(query, in: $0.title) != nil }.map { target in
        Choice(
          title: target.title,
          effect: .back(to: ImportScreen.self) { screen, _ in
            work.plan.map(column, to: target.name)
            work.stage = .checking
            work.version += 1
            return .start(ImportTrial(work: work))
          })
      }
    }
  }

  /// Asks for another text of a cell; the row is judged again at once.
  private func fixPrompt(_ finding: ImportFinding, _ work: ImportWork) -> any Screen {
    let row = finding.rows[0]
    guard finding.rows.count == 1, let column = finding.problem.column else {
      return ImportScreen.rowReader(finding, work)
    }
    let help = [finding.problem.reason] + (finding.problem.repair.map { [Text.proposal($0)] } ?? [])
    return Prompt(
      "import.fix", .verbatim(work.plan.headers[column]), text: finding.problem.repair ?? finding.problem.value,
      help: help,
      done: { text, _ in
        .back(to: ImportScreen.self) { _, view in
          work.plan.fix(row: row, column: column, text: text, in: view.book)
          work.version += 1
          return .none
        }
      })
  }

  /// The whole row, where a problem belongs to no cell of it; the first of many, with the lines of the others.
  private static func rowReader(_ finding: ImportFinding, _ work: ImportWork) -> Reader {
    let rows = finding.rows.map { work.plan.rows[$0] }
    return Reader(
      heading: { view in view(Text("Baris \(rows[0].line)", en: "Line \(rows[0].line)")) },
      write: { page, view in
        page.paragraph("! " + view(finding.reason(view.count)), role: .messageBad)
        page.blank()
        page.pairs(zip(work.plan.headers, rows[0].cells).map { ($0, $1) })
        guard rows.count > 1 else { return }
        page.blank()
        let others = rows.dropFirst().prefix(Self.shownLines).map { view.count($0.line) }
        page.paragraph(view(.alsoIn(others.joined(separator: ", ") + (rows.count > others.count + 1 ? ", …" : ""))))
      })
  }

  /// How many lines a warning of many rows names.
  private static let shownLines = 200

  private func check() -> Effect {
    guard let work else { return .none }
    if work.plan.isReady { work.plan.restart() }
    work.stage = .checking
    work.version += 1
    return .start(ImportTrial(work: work))
  }

  private func acceptAll() -> Effect {
    guard let work else { return .none }
    let repairs = findings.compactMap { finding in
      finding.problem.repair.flatMap { text in finding.problem.column.map { (finding.rows[0], $0, text) } }
    }
    return .start(ImportRepairs(work, repairs: repairs))
  }

  private func exportProblems(_ view: View) -> Effect {
    guard let work else { return .none }
    let findings = findings
    let titles = [
      Text("Baris", en: "Line"), Text("Kolom", en: "Column"), Text("Isi", en: "Value"),
      Text("Masalah", en: "Problem"), Text("Usul", en: "Proposal"),
    ]
    let names = ["line", "column", "value", "problem", "proposal"]
    var text = TableText(columns: zip(names, titles).map { TableText.Column(name: $0, title: view($1)) })
    for (finding, row) in findings.flatMap({ finding in finding.rows.map { (finding, $0) } }) {
      let problem = finding.problem
      text.append([
        String(work.plan.rows[row].line), problem.column.map { work.plan.headers[$0] } ?? "", problem.value,
        view(problem.reason), problem.repair ?? "",
      ])
    }
    let bytes = text.bytes(.csv)
    return .push(
      SaveAs.prompt("import-problems", ending: "csv", view) { path, replaces in
        WriteReport(path: path, replaces: replaces) { _ in bytes }
      })
  }
}

extension Text {
  fileprivate static let noFile = Text("Pilih dahulu apa yang diimpor dan berkasnya", en: "Choose the file first")
  fileprivate static let fitsWell = Text(
    "Judul di berkas ini cocok dengan yang diimpor", en: "The headings of this file fit what is imported")
  fileprivate static let notChecked = Text("Belum selesai diperiksa; F5 melanjutkan", en: "Not checked yet; F5 goes on")
  fileprivate static let savedAlready = Text("Sudah tersimpan", en: "Saved already")
  fileprivate static let nothingToSave = Text(
    "Tidak ada baris yang baru atau berubah", en: "No row is new or changed")
  fileprivate static let namesNoUnit = Text(
    "Berkas ini tidak menyebut unit untuk dibuat", en: "This file names no units to make")
  fileprivate static func alsoIn(_ lines: String) -> Text {
    Text("Juga di baris \(lines)", en: "Also on lines \(lines)")
  }
  fileprivate static let noProposal = Text("Tidak ada usul perbaikan", en: "There is no proposal")
  fileprivate static func proposal(_ text: String) -> Text { Text("Usul: \(text)", en: "Proposal: \(text)") }
  fileprivate static func goesTo(_ header: String) -> Text {
    Text("Kolom \"\(header)\" menjadi", en: "Column \"\(header)\" goes to")
  }
}
