import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

extension EmployeeFile {
  static let commandTable: [Command<EmployeeFile>] = rowCommands + movement + actions

  private static let rowCommands: [Command<EmployeeFile>] = [
    Command(
      "file.open", Text("Baca baris", en: "Read the row"), keys: ["enter"], label: Text("Baca", en: "Read"),
      refusal: { file, view in
        file.open.isHistory
          ? file.history.selected == nil ? .noRow : nil : file.selected(view) == nil ? .noRow : nil
      }, run: { file, view in file.openRow(view) }),
    Command(
      "file.new", Text("Baris baru di bagian ini", en: "New row in this section"), keys: ["f6", "ctrl-n"],
      label: Text("Baru", en: "New"), saves: true,
      refusal: { file, _ in file.open.isHistory ? .historyIsKept : nil },
      run: { file, view in file.newRow(view) }),
    Command(
      "file.edit", Text("Ubah", en: "Edit"), keys: ["f7", "ctrl-e"], label: Text("Ubah", en: "Edit"),
      saves: true,
      refusal: { file, view in
        if file.open.isHistory { return .historyIsKept }
        return !file.open.isIdentity && file.selected(view) == nil ? .noRow : nil
      }, run: { file, view in file.editRow(view) }),
    Command(
      "file.nextPerson", Text("Pegawai berikut dalam daftar", en: "Next person of the list"), keys: ["f8", "ctrl-g"],
      label: Text("Berikut", en: "Next"), refusal: { file, _ in file.neighbours == nil ? .noList : nil },
      run: { file, _ in file.move(by: 1) }),
    Command(
      "file.previousPerson", Text("Pegawai sebelumnya dalam daftar", en: "Previous person of the list"),
      keys: ["shift-f8"], refusal: { file, _ in file.neighbours == nil ? .noList : nil },
      run: { file, _ in file.move(by: -1) }),
    ActionMenu.command("file.actions"),
  ]

  private static let movement: [Command<EmployeeFile>] =
    Step.commands("file") { file, step, _ in file.move(step) } + [
      Command(
        "file.nextTab", Text("Bagian berikut", en: "Next section"), keys: ["tab", "right"],
        label: Text("bagian", en: "section")
      ) { file, _ in file.turn(1) },
      Command("file.previousTab", Text("Bagian sebelumnya", en: "Previous section"), keys: ["shift-tab", "left"]) {
        file, _ in file.turn(-1)
      },
      Command(
        "file.back", Text("Kembali", en: "Back"), keys: ["f3", "esc"], label: Text("Kembali", en: "Back")
      ) { file, _ in file.back() },
    ]
    + FileTab.all.enumerated().map { index, tab in
      Command(
        "file.\(tab.name)", Text("Bagian \(tab.title.indonesian)", en: "Section \(tab.title.english)"),
        keys: [index < 10 ? "alt-\((index + 1) % 10)" : ["alt-=", "alt-b", "alt-c"][index - 10]]
      ) { file, _ in
        file.choose(tab: index)
        return .none
      }
    }

  private static let actions: [Command<EmployeeFile>] = [
    Command(
      "file.changeUnit", Text("Ubah unit kerja jabatan sekarang", en: "Change the unit of the present position"),
      keys: ["alt-u"], letter: "k", saves: true,
      refusal: { file, _ in file.state?.position == nil ? .noPosition : nil },
      run: { file, view in file.changeUnit(view) }),
    Command("file.day", Text("Keadaan per tanggal…", en: "State on a day…"), letter: "a") { file, view in
      .push(EmployeeFile.dayPrompt(file.day, view))
    },
    Command(
      "file.unit", Text("Buka unit kerjanya", en: "Open the work unit"), letter: "u",
      refusal: { file, _ in file.state?.position?.unit == nil ? .noUnit : nil },
      run: { file, _ in file.state?.position?.unit.map { .push(UnitTreeScreen(selecting: $0.raw)) } ?? .none }),
    Command(
      "file.superior", Text("Buka atasannya", en: "Open the superior"), letter: "s",
      refusal: { file, _ in file.state?.employee.supervisor == nil ? .noSuperior : nil },
      run: { file, _ in file.state?.employee.supervisor.map { .push(EmployeeFile($0.raw)) } ?? .none }),
    Command(
      "file.copyNumber", Text("Salin NIP", en: "Copy the employee number"), letter: "n",
      refusal: { file, _ in file.state?.employee.employeeNumber == nil ? .noNumber : nil },
      run: { file, _ in file.copyNumber() }),
    Command("file.rule", Text("Hitung satu aturan", en: "Ask a rule"), keys: ["alt-r"], letter: "r") { file, view in
      .push(RulePerson.rules(for: file.id, on: file.day, view))
    },
    Command(
      "file.exportText", Text("Ekspor berkas sebagai teks", en: "Export the file as text"), letter: "t",
      refusal: { _, view in view.refusal(.export) },
      run: { file, view in .push(FileExport.prompt(file, asJSON: false, view)) }),
    Command(
      "file.exportJSON", Text("Ekspor berkas sebagai JSON", en: "Export the file as JSON"), letter: "j",
      refusal: { _, view in view.refusal(.export) },
      run: { file, view in .push(FileExport.prompt(file, asJSON: true, view)) }),
    Command(
      "file.print", Text("Cetak SKP, evaluasi, PAK", en: "Print plan, evaluation, PAK"), letter: "c",
      refusal: { _, view in view.refusal(.export) },
      run: { file, view in .push(DocumentExport.menu(of: file.id, view)) }),
    Command(
      "file.competencePage", Text("Kompetensi: standar, kesenjangan, rencana", en: "Competence: standard, gaps, plan"),
      keys: ["alt-o"], letter: "o"
    ) { file, _ in .push(CompetencePage(ID(file.id))) },
    Command("file.credit", Text("Lembar angka kredit (PAK)", en: "Credit sheet (PAK)"), letter: "p") { file, _ in
      .push(CreditSheet.screen(ID(file.id)))
    },
    Command(
      "file.sessions", Text("Kegiatan dan bimbingannya ke iCalendar", en: "Events and mentoring to iCalendar"),
      letter: "i",
      refusal: { file, view in SessionCalendars.refusal(toWrite: file.id, view) },
      run: { file, view in SessionCalendars.of(ID(file.id), view) }),
    SaveAttachment.command("file.saveScan", letter: "l") { file, view in
      file.selected(view).map { SaveAttachment.attachments(of: $0.id, kind: $0.kind, view) } ?? []
    },
    Command(
      "file.delete", Text("Hapus baris ini", en: "Delete this row"), letter: "h", saves: true,
      refusal: { file, view in
        if file.open.isHistory { return .historyIsKept }
        return file.selected(view) == nil ? .noRow : nil
      }, run: { file, view in file.deleteRow(view) }),
  ]
}

extension EmployeeFile {
  private mutating func turn(_ step: Int) -> Effect {
    choose(tab: (tab + step + FileTab.all.count) % FileTab.all.count)
    return .none
  }

  /// Takes the other day away first; then leaves, and puts the list's cursor on the person who is shown.
  private mutating func back() -> Effect {
    guard day == nil else {
      day = nil
      return .none
    }
    let id = id
    return .back(to: ListScreen.self) { list, view in
      guard let table = list.table(view), let row = table.row(of: id), let place = list.rows.firstIndex(of: row)
      else { return .none }
      list.move(to: place, table)
      return .none
    }
  }

  private func openRow(_ view: View) -> Effect {
    if open.isHistory {
      guard let row = history.selected else { return .none }
      return .push(Journal.reader(row.commit))
    }
    guard let (kind, id) = selected(view) else { return .none }
    if kind == PerformancePlan.kind.name { return .push(PlanPage(ID(id))) }
    if kind == Assessment.kind.name { return .push(Assessments.reader(ID(id))) }
    if kind == DevelopmentPlan.kind.name { return .push(DevelopmentPlanPage(plan: ID(id), of: ID(self.id))) }
    if kind == Enrolment.kind.name, let event = view.book.enrolments[ID(id)]?.event { return .push(EventPage(event)) }
    if let effect = MentoringTab.open(kind, id) { return effect }
    return .read(kind, id)
  }

  private func newRow(_ view: View) -> Effect {
    if open.lists.indices.contains(focus), open.lists[focus].kind == PerformancePlan.kind.name {
      guard let cycle = view.book.cycle(on: view.today) else { return .say(.noCycle, .warn) }
      return .push(OpenPlans.chooser(cycle, people: [id]))
    }
    if open.lists.indices.contains(focus), let effect = MentoringTab.new(open.lists[focus].kind, of: id, view) {
      return effect
    }
    guard open.lists.indices.contains(focus), let owner = open.lists[focus].table(view)?.type.kind.owner else {
      return .push(FormScreen.new(kind: "employees", preset: JSONObject(), view: view))
    }
    var preset = JSONObject()
    preset[owner] = .string(id.text)
    return .push(FormScreen.new(kind: open.lists[focus].kind, preset: preset, view: view))
  }

  private func editRow(_ view: View) -> Effect {
    let (kind, id) = selected(view) ?? ("employees", id)
    return .push(FormScreen.edit(kind: kind, id: id, view: view))
  }

  /// The form of the present position, at its unit.
  private func changeUnit(_ view: View) -> Effect {
    guard let position = state?.position else { return .none }
    var form = FormScreen.edit(kind: PositionHistory.kind.name, id: position.id.raw, view: view)
    if let place = form.fields.firstIndex(where: { $0.spec.name == "unit" }) { form.move(to: place, view) }
    return .push(form)
  }

  private func deleteRow(_ view: View) -> Effect {
    guard let (kind, id) = selected(view), let table = view.book.table(kind), let row = table.row(of: id),
      let object = table.object(at: row)
    else { return .none }
    let title = table.type.kind.title
    let operation = Operation.delete(kind: kind, id: id, base: table.revision(of: row), object: object)
    return .commit(
      Transaction([operation]), done: Text("\(title.indonesian) dihapus", en: "\(title.english) deleted"), then: .none)
  }

  private func copyNumber() -> Effect {
    guard let number = state?.employee.employeeNumber else { return .none }
    return .all([.copy(number), .say(Text("NIP \(number) disalin", en: "Number \(number) copied"), .good)])
  }

  private static func dayPrompt(_ day: Day?, _ view: View) -> Prompt {
    Prompt(
      "file.day", Text("Keadaan per tanggal", en: "State on a day"), text: day?.display ?? "", help: [.dayHelp],
      check: { text, view in
        text.isEmpty || Day(typed: text, today: view.today, language: view.language) != nil ? nil : .noDay
      },
      done: { text, view in
        let day = Day(typed: text, today: view.today, language: view.language)
        return .back(to: EmployeeFile.self) { file, view in
          file.day = day == view.book.day ? nil : day
          return .none
        }
      })
  }
}

extension Text {
  fileprivate static let noCycle = Text("Buka siklus tahun ini dulu", en: "Open the cycle of this year first")
  fileprivate static let historyIsKept = Text(
    "Riwayat perubahan tidak dapat diubah; perbaiki isiannya, alasannya tercatat",
    en: "The history cannot be changed; correct the record instead, and the reason is kept")
  fileprivate static let noList = Text(
    "Buka berkas dari daftar pegawai untuk pindah ke pegawai berikut",
    en: "Open the file from the list of employees to go to the next one")
  fileprivate static let noPosition = Text("Belum ada jabatan yang berlaku", en: "There is no position in force")
  fileprivate static let noUnit = Text("Unit kerjanya belum tercatat", en: "The work unit is not recorded")
  fileprivate static let noSuperior = Text("Atasannya belum tercatat", en: "The superior is not recorded")
  fileprivate static let noNumber = Text("NIP belum tercatat", en: "The number is not recorded")
  fileprivate static let noDay = Text("Bukan tanggal; ketik misalnya 31-08-2020", en: "Not a date; type 31-08-2020")
  fileprivate static let dayHelp = Text(
    "Berkas menampilkan pangkat, jabatan dan riwayat seperti pada tanggal itu. Kosong: hari ini.",
    en: "The file shows rank, position and histories as they were on that day. Empty: today.")
}
