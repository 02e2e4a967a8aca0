import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// Somebody's study: the steps from the application to the end of the bond, what the rule says of it, its terms.
enum StudyReader {
  static func screen(_ id: ID<StudyApplication>) -> Reader {
    Reader(
      heading: { view in
        view(StudyApplication.kind.title) + ": " + view.person(view.book.studyApplications[id]?.employee)
      },
      actions: [
        CompetencyReader.edit(StudyApplication.kind.name, id.raw), term(id),
        Related.command(StudyApplication.kind.name, id.raw),
      ]
        + zip("cypdtsjkbgm", StudyStep.allCases).map { letter, step in command(step, letter, id) }
        + [ActionMenu.command("study.actions")],
      isWhole: true,
      write: { page, view in
        guard let row = view.book.studyApplications.table.row(of: id.raw), let study = view.book.studyApplications[row]
        else { return page.paragraph(view(.recordIsGone)) }
        RecordReader.write(row, of: view.book.studyApplications.table, without: [], into: &page, view)
        write(study, into: &page, view)
      })
  }

  private static func term(_ id: ID<StudyApplication>) -> Command<Reader> {
    Command(
      "study.term", Text("Catat semester", en: "Record a term"), keys: ["f6", "ctrl-n"],
      label: .verbatim("Semester"), saves: true,
      refusal: { _, view in view.book.access?.refusal(toChange: StudyTerm.kind) },
      run: { _, view in
        var preset = JSONObject()
        preset["study"] = .string(id.raw.text)
        preset["number"] = .integer(Int64(view.book.studyTerms.owned(by: id.raw).count + 1))
        preset["state"] = .string(TermState.running.rawValue)
        return .push(FormScreen.new(kind: StudyTerm.kind.name, preset: preset, view: view))
      })
  }

  private static func command(_ step: StudyStep, _ letter: Character, _ id: ID<StudyApplication>) -> Command<Reader> {
    Command(
      "study.\(step.rawValue)", step.title, letter: letter, saves: true,
      refusal: { _, view in
        guard let study = view.book.studyApplications[id] else { return .recordIsGone }
        return study.refusal(of: step, in: view.book) ?? view.book.access?.refusal(toChange: StudyApplication.kind)
      },
      run: { _, view in view.book.studyApplications[id].map { take(step, $0, view) } ?? .none })
  }

  /// What needs words or dates is asked for in a form that begins with what the rule says.
  private static func take(_ step: StudyStep, _ study: StudyApplication, _ view: View) -> Effect {
    let next = study.after(step, in: view.book)
    guard !step.fields.isEmpty else {
      let operations =
        [view.book.studyApplications.saving(next)].compactMap(\.self)
        + next.changesOfPerson(by: step, in: view.book)
      let state = next.state?.title ?? step.title
      return operations.isEmpty
        ? .say(next.findings.map { .verbatim($0) } ?? state)
        : .commit(Transaction(operations), done: state, then: .none)
    }
    let task = FormTask(
      title: step.title, fields: step.fields, values: next.object,
      also: { _, object, view in
        StudyApplication(id: study.id.raw, object: object).changesOfPerson(by: step, in: view.book)
      })
    return .push(FormScreen.edit(kind: StudyApplication.kind.name, id: study.id.raw, task: task, view: view))
  }

  private static func write(_ study: StudyApplication, into page: inout Page, _ view: View) {
    if let until = study.bondUntil, view.today <= until {
      let left = view(Service(from: view.today, to: until).text)
      page.paragraph(
        view(Text("Ikatan dinas tersisa \(left)", en: "The bond lasts another \(left)")), role: .statusWarn)
    }
    page.heading(view(StudyTerm.kind.plural).uppercased())
    for term in view.book.studyTerms.owned(by: study.id.raw) {
      let state = term.state.map { view($0.title) }
      let parts = [state, term.credits.map { "\($0) SKS" }, term.gradePoint.map { "IPK \($0.text)" }]
      page.item("\(term.number ?? 0)", parts.compactMap(\.self).joined(separator: ", "), labelWidth: 4, role: .text)
    }
    guard let judgement = study.judged(in: view.book) else { return }
    page.heading(view(Text("Syarat menurut aturan", en: "Requirements by the rule")).uppercased())
    DueRow.writeShort(judgement.findings, into: &page, view)
  }
}

/// A call for scholarships with those who applied, in their order, and how the places go.
enum ScholarshipReader {
  static func screen(_ id: ID<ScholarshipCall>) -> Reader {
    Reader(
      heading: { view in view.book.scholarshipCalls[id]?.name ?? view(ScholarshipCall.kind.title) },
      actions: [
        CompetencyReader.edit(ScholarshipCall.kind.name, id.raw), apply(id), checkAll(id), select(id),
        Related.command(ScholarshipCall.kind.name, id.raw),
        ActionMenu.command("scholarship.actions"),
      ], isWhole: true,
      write: { page, view in
        guard let row = view.book.scholarshipCalls.table.row(of: id.raw) else {
          return page.paragraph(view(.recordIsGone))
        }
        RecordReader.write(row, of: view.book.scholarshipCalls.table, without: [], into: &page, view)
        write(view.book.applicants(for: id), into: &page, view)
      })
  }

  private static func apply(_ id: ID<ScholarshipCall>) -> Command<Reader> {
    Command(
      "scholarship.apply", Text("Catat pelamar", en: "Enter an applicant"), keys: ["f6", "ctrl-n"],
      label: Text("Pelamar", en: "Applicant"), saves: true,
      refusal: { _, view in view.book.access?.refusal(toChange: StudyApplication.kind) },
      run: { _, view in
        var preset = JSONObject()
        preset["call"] = .string(id.raw.text)
        preset["employee"] = view.book.access?.actor.person.map { .string($0.text) }
        preset["programme"] = view.book.scholarshipCalls[id]?.programme.map { .string($0.rawValue) }
        preset["appliedOn"] = .string(view.today.iso)
        preset["state"] = .string(StudyState.applied.rawValue)
        return .push(FormScreen.new(kind: StudyApplication.kind.name, preset: preset, view: view))
      })
  }

  private static func checkAll(_ id: ID<ScholarshipCall>) -> Command<Reader> {
    Command(
      "scholarship.check", Text("Periksa syarat semua pelamar", en: "Check the requirements of all"), letter: "c",
      saves: true, refusal: { _, view in view.book.access?.refusal(toChange: StudyApplication.kind) },
      run: { _, view in
        let operations = view.book.applicants(for: id).filter { $0.refusal(of: .check, in: view.book) == nil }
          .compactMap { view.book.studyApplications.saving($0.after(.check, in: view.book)) }
        guard !operations.isEmpty else {
          return .say(Text("Tidak ada lamaran yang masih diperiksa", en: "No application is to be checked"), .warn)
        }
        let count = operations.count
        let done = Text("\(count) lamaran diperiksa", en: "\(count) applications checked")
        return SaveOperations.effect(done, operations, done: done, view)
      })
  }

  /// Who would be selected and who put on reserve is shown first.
  private static func select(_ id: ID<ScholarshipCall>) -> Command<Reader> {
    Command(
      "scholarship.select", Text("Isi kuota menurut urutan", en: "Fill the places by rank"), keys: ["f10", "ctrl-s"],
      label: Text("Seleksi", en: "Select"), letter: "p", saves: true,
      refusal: { _, view in
        guard let call = view.book.scholarshipCalls[id] else { return .recordIsGone }
        if view.book.selection(for: call).isEmpty { return .nothingToSelect }
        return view.book.access?.refusal(toWrite: StudyApplication.kind)
      },
      run: { _, view in
        guard let call = view.book.scholarshipCalls[id] else { return .none }
        let changed = view.book.selection(for: call)
        let lines = changed.prefix(12).map { study -> Text in
          let (who, state) = (view.person(study.employee), study.state?.title ?? .verbatim("?"))
          return Text("\(who): \(state.indonesian)", en: "\(who): \(state.english)")
        }
        let count = changed.count
        return .push(
          Question(
            Text("Isi kuota menurut urutan?", en: "Fill the places by rank?"), lines,
            verb: Text("tetapkan", en: "decide"), letter: "t",
            accepted: .commit(
              Transaction(changed.compactMap { view.book.studyApplications.saving($0) }),
              done: Text("\(count) lamaran ditetapkan", en: "\(count) applications decided"), then: .none)))
      })
  }

  private static func write(_ applicants: [StudyApplication], into page: inout Page, _ view: View) {
    page.heading(view(Text("Pelamar", en: "Applicants")).uppercased(), remark: view.count(applicants.count))
    let columns = [
      (x: 1, width: 3, isNumber: true), (x: 6, width: 26, isNumber: false), (x: 33, width: 7, isNumber: true),
      (x: 42, width: 34, isNumber: false),
    ]
    for (place, study) in applicants.enumerated() {
      let state = study.state.map { view($0.title) } ?? ""
      page.cells(
        ["\(place + 1)", view.person(study.employee), study.score.map { view($0.words) } ?? "-", state], at: columns)
      if let findings = study.findings, study.state == .refused || study.state == .applied {
        page.paragraph(findings, indent: 6, role: .textMuted)
      }
    }
    if applicants.isEmpty { page.paragraph(view(.noApplicants), indent: 1, role: .textMuted) }
  }
}

extension Text {
  fileprivate static let nothingToSelect = Text(
    "Belum ada pelamar yang memenuhi syarat; F9 c memeriksa syarat",
    en: "No eligible applicant yet; F9 c checks the requirements")
  fileprivate static let noApplicants = Text(
    "Belum ada pelamar; F6 mencatat satu.", en: "Nobody has applied yet; F6 enters one.")
}
