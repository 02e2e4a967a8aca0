import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

extension ScreenEntry {
  static let assessments = ScreenEntry(.assessments, group: .development)
}

extension ListSpec {
  static let assessments = ListSpec(
    name: "assessments", title: Assessment.kind.plural, kind: Assessment.kind.name,
    columns: ["employee", "date", "instrument", "state", "releasedOn", "organiser"],
    sort: Query.Sort("date", descending: true), searches: "employee",
    open: { id, _, _ in .push(Assessments.reader(ID(id))) },
    create: { view in .push(Assessments.units) },
    edit: { id, view in .push(FormScreen.edit(kind: Assessment.kind.name, id: id, view: view)) },
    preview: { id, view in
      guard let assessment = view.book.assessments[ID(id)] else { return [] }
      return [(view(Text("Hasil", en: "Results")), assessment.levels?.text ?? "-")]
    },
    commands: [
      Command(
        "assessments.release", Text("Sampaikan kepada pegawai", en: "Release to the people"), letter: "s", saves: true,
        refusal: { list, view in
          list.selected == nil ? .chooseFirst : view.book.access?.refusal(toWrite: Assessment.kind)
        }, run: { list, view in Assessments.release(list.chosen(view).map { ID($0) }, view) })
    ])
}

/// What can be done with assessments.
enum Assessments {
  static func new(for person: ID<Employee>, _ view: View) -> FormScreen {
    var preset = JSONObject()
    preset["employee"] = .string(person.raw.text)
    preset["date"] = .string(view.today.iso)
    preset["instrument"] = .string(AssessmentInstrument.test.rawValue)
    preset["state"] = .string(AssessmentState.final.rawValue)
    return FormScreen.new(kind: Assessment.kind.name, preset: preset, view: view)
  }

  /// The unit whose people are assessed in a grid.
  static var units: Chooser {
    Chooser("assessments.unit", Text("Unit yang dinilai", en: "Unit to be assessed"), columns: 70) { query, view in
      UnitTree(view.book, on: view.today).nodes
        .filter { query.isEmpty || Fuzzy.score(query, in: $0.unit.name ?? "") != nil }.prefix(300).map { node in
          Choice(
            title: String(repeating: " ", count: query.isEmpty ? node.depth : 0) + (node.unit.name ?? "?"),
            key: node.unit.code ?? "", effect: .replace(instruments(node.unit.id)))
        }
    }
  }

  private static func instruments(_ unit: ID<Unit>) -> Chooser {
    Chooser("assessments.instrument", Text("Alat ukur", en: "Instrument"), choosesByLetter: true, columns: 50) {
      _, view in
      zip("1234567", AssessmentInstrument.allCases).map { letter, instrument in
        Choice(title: view(instrument.title), letter: letter, effect: .replace(AssessmentGrid(unit, instrument)))
      }
    }
  }

  static func release(_ ids: [ID<Assessment>], _ view: View) -> Effect {
    let operations = ids.compactMap { id in
      view.book.assessments.updating(id) { record in
        guard record.state == .final else { return }
        record.state = .released
        record.releasedOn = view.today
      }
    }
    guard !operations.isEmpty else {
      return .say(
        Text("Tidak ada yang selesai dinilai dan belum disampaikan", en: "None is assessed and not released"), .warn)
    }
    let count = operations.count
    return SaveOperations.effect(
      Text("Menyampaikan hasil", en: "Releasing results"), operations,
      done: Text("\(count) asesmen disampaikan", en: "\(count) assessments released"), view)
  }

  static func reader(_ id: ID<Assessment>) -> Reader {
    Reader(
      heading: { view in view(Assessment.kind.title) + ": " + view.person(view.book.assessments[id]?.employee) },
      actions: actions(id), isWhole: true,
      write: { page, view in
        guard let row = view.book.assessments.table.row(of: id.raw), let assessment = view.book.assessments[row] else {
          return page.paragraph(view(view.book.refusal(toSee: id.raw, kind: Assessment.kind.name) ?? .recordIsGone))
        }
        RecordReader.write(row, of: view.book.assessments.table, without: ["levels"], into: &page, view)
        write(assessment, into: &page, view)
      })
  }

  private static func actions(_ id: ID<Assessment>) -> [Command<Reader>] {
    [
      CompetencyReader.edit(Assessment.kind.name, id.raw), Related.command(Assessment.kind.name, id.raw),
      Command(
        "assessment.evidence", Text("Tambah bukti", en: "Add evidence"), keys: ["f6", "ctrl-n"],
        label: Text("Bukti", en: "Evidence"), saves: true,
        refusal: { _, view in view.book.access?.refusal(toWrite: AssessmentEvidence.kind) },
        run: { _, view in
          var preset = JSONObject()
          preset["assessment"] = .string(id.raw.text)
          return .push(FormScreen.new(kind: AssessmentEvidence.kind.name, preset: preset, view: view))
        }),
      Command(
        "assessment.consensus", Text("Ambil tingkat dari panel", en: "Take the panel's levels"), letter: "k",
        saves: true,
        refusal: { _, view in
          guard let assessment = view.book.assessments[id] else { return .recordIsGone }
          if assessment.releasedOn != nil { return .isReleased }
          if assessment.panelConsensus(in: view.book).isEmpty { return .noPanel }
          return view.book.access?.refusal(toWrite: Assessment.kind)
        }, run: { _, view in view.book.assessments[id].map { takePanel($0, view) } ?? .none }),
      Command(
        "assessment.dispute", Text("Sanggah hasil ini", en: "Dispute this result"), letter: "b", saves: true,
        refusal: { _, view in
          view.book.assessments[id].map { $0.state == .released ? nil : .notReleased } ?? .recordIsGone
        },
        run: { _, view in
          var values = JSONObject()
          values["state"] = .string(AssessmentState.disputed.rawValue)
          values["disputedOn"] = .string(view.today.iso)
          let task = FormTask(title: AssessmentState.disputed.title, fields: ["dispute"], values: values)
          return .push(FormScreen.edit(kind: Assessment.kind.name, id: id.raw, task: task, view: view))
        }),
      Command(
        "assessment.answer", Text("Jawab sanggahan", en: "Answer the dispute"), letter: "j", saves: true,
        refusal: { _, view in
          view.book.assessments[id].map {
            $0.state == .disputed ? view.book.access?.refusal(toWrite: Assessment.kind) : .noDispute
          }
            ?? .recordIsGone
        },
        run: { _, view in
          var values = JSONObject()
          values["state"] = .string(AssessmentState.confirmed.rawValue)
          values["answeredOn"] = .string(view.today.iso)
          let task = FormTask(title: AssessmentState.confirmed.title, fields: ["answer", "levels"], values: values)
          return .push(FormScreen.edit(kind: Assessment.kind.name, id: id.raw, task: task, view: view))
        }),
      ActionMenu.command("assessment.actions"),
    ]
  }

  /// What the panel's levels come to is shown before it is taken.
  private static func takePanel(_ assessment: Assessment, _ view: View) -> Effect {
    let consensus = assessment.panelConsensus(in: view.book)
    let names = CompetencyNames(view.book)
    let lines = consensus.map { found -> Text in
      let given = found.given.map(String.init).joined(separator: " ")
      guard let level = found.level else {
        return Text(
          "! \(names[found.code]): \(given), selisih \(found.spread): bicarakan dahulu",
          en: "! \(names[found.code]): \(given), \(found.spread) apart: to be talked over first")
      }
      return .verbatim("\(names[found.code]): \(given) → \(level)")
    }
    guard let operation = view.book.assessments.saving(assessment.taking(consensus)) else {
      return .say(Text("Hasilnya sudah sama dengan panel", en: "The results are the panel's already"))
    }
    return .push(
      Question(
        Text("Ambil tingkat dari panel?", en: "Take the panel's levels?"), lines,
        verb: Text("ambil", en: "take"), letter: "a",
        accepted: .commit(
          Transaction([operation]), done: Text("Tingkat panel tersimpan", en: "The panel's levels are saved"),
          then: .none)))
  }

  private static func write(_ assessment: Assessment, into page: inout Page, _ view: View) {
    let names = CompetencyNames(view.book)
    page.heading(view(Text("Hasil", en: "Results")).uppercased())
    let columns = [
      (x: 1, width: 44, isNumber: false), (x: 46, width: 7, isNumber: true), (x: 56, width: 12, isNumber: false),
    ]
    for (code, mark) in assessment.levels?.all ?? [] {
      let parts = [mark.knowledge, mark.skill, mark.attitude].compactMap { $0.map(String.init) }.joined(separator: "/")
      page.cells([names[code], String(mark.level), parts], at: columns)
    }
    let evidence = view.book.assessmentEvidence.owned(by: assessment.id.raw)
    if !evidence.isEmpty { page.heading(view(AssessmentEvidence.kind.title).uppercased()) }
    for entry in evidence {
      let name = entry.competency.flatMap { view.book.competencies[$0]?.name } ?? "?"
      page.item(
        Width.clip(name, to: 24), [entry.panel, entry.text].compactMap(\.self).joined(separator: ": "), labelWidth: 24,
        role: .text)
    }
  }
}

extension Text {
  fileprivate static let notReleased = Text(
    "Hanya hasil yang sudah disampaikan dapat disanggah", en: "Only a released result can be disputed")
  fileprivate static let isReleased = Text(
    "Hasil ini sudah disampaikan; perubahan lewat sanggahan", en: "Released already; it changes by a dispute")
  fileprivate static let noPanel = Text(
    "Belum ada tingkat dari panel: F6 menambah bukti dengan tingkat tiap asesor",
    en: "No level of a panel yet: F6 adds evidence with each assessor's level")
  fileprivate static let noDispute = Text("Hasil ini tidak disanggah", en: "This result is not disputed")
}
