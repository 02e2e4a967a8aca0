import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// A competency of the dictionary as people read it: what it means, what is to be seen, what asks for it and teaches it.
enum CompetencyReader {
  static func screen(_ id: ID<Competency>) -> Reader {
    Reader(
      heading: { view in view.book.competencies[id]?.name ?? view(Competency.kind.title) },
      actions: [edit(Competency.kind.name, id.raw), Related.command(Competency.kind.name, id.raw)], isWhole: true,
      write: { page, view in
        guard let competency = view.book.competencies[id] else { return page.paragraph(view(.recordIsGone)) }
        write(competency, into: &page, view)
      })
  }

  /// Opens the form of the record that is read.
  static func edit(_ kind: String, _ id: RecordID) -> Command<Reader> {
    Command(
      "reader.editRecord", Text("Ubah", en: "Edit"), keys: ["f7", "ctrl-e"], label: Text("Ubah", en: "Edit"),
      saves: true,
      refusal: { _, view in
        view.book.table(kind).flatMap { view.book.access?.refusal(toWrite: $0.type.kind) }
      }, run: { _, view in .push(FormScreen.edit(kind: kind, id: id, view: view)) })
  }

  private static func write(_ competency: Competency, into page: inout Page, _ view: View) {
    let kind = competency.kind.map { view($0.title) }
    page.paragraph(
      [competency.code, kind, competency.field].compactMap(\.self).joined(separator: " · "), role: .textMuted)
    page.paragraph(competency.definition ?? "-")
    page.heading(view(Text("Perilaku tiap tingkat", en: "Behaviour at each level")).uppercased())
    for level in CompetencyLevel.allCases {
      page.item(
        Width.clip(view(level.title), to: 22), competency.behaviour(at: level) ?? "-", labelWidth: 22, role: .text)
    }
    let parts = CompetencyAspect.allCases.filter { competency.part($0) != nil }
    if !parts.isEmpty { page.heading(view(Text("Yang diukur", en: "What is measured")).uppercased()) }
    for part in parts { page.item(view(part.title), competency.part(part) ?? "", labelWidth: 22, role: .text) }
    guard let code = competency.code else { return }
    let standards = view.book.positionStandards.all.filter { $0.levels?[code] != nil }
    page.heading(view(Text("Dipersyaratkan oleh", en: "Required by")).uppercased())
    for standard in standards {
      let from = standard.validFrom?.display ?? ""
      page.item("\(standard.levels?[code]?.level ?? 0)", "\(standard.name ?? "?"), \(from)", labelWidth: 4, role: .text)
    }
    if standards.isEmpty {
      page.paragraph(view(Text("Tidak oleh standar bernama.", en: "By no standard of its own.")), role: .textMuted)
    }
    let programmes = view.book.learningProgrammes.all.filter { $0.raises?[code] != nil }
    page.heading(view(Text("Diajarkan oleh", en: "Taught by")).uppercased())
    for programme in programmes {
      page.item("\(programme.raises?[code]?.level ?? 0)", programme.name ?? "?", labelWidth: 4, role: .text)
    }
    if programmes.isEmpty {
      page.paragraph(view(Text("Belum ada program.", en: "No programme yet.")), role: .textMuted)
    }
  }
}

/// A programme of the catalogue with its events, what they cost and what participants thought of them.
enum ProgrammeReader {
  static func screen(_ id: ID<LearningProgramme>) -> Reader {
    Reader(
      heading: { view in view.book.learningProgrammes[id]?.name ?? view(LearningProgramme.kind.title) },
      actions: [
        CompetencyReader.edit(LearningProgramme.kind.name, id.raw),
        Related.command(LearningProgramme.kind.name, id.raw),
        Command(
          "programme.schedule", Text("Jadwalkan kegiatan", en: "Schedule an event"), keys: ["f6", "ctrl-n"],
          label: Text("Jadwal", en: "Schedule"), saves: true,
          refusal: { _, view in view.book.access?.refusal(toWrite: LearningEvent.kind) },
          run: { _, view in .push(Events.new(of: id, on: view.today, view)) }),
      ], isWhole: true,
      write: { page, view in
        guard let row = view.book.learningProgrammes.table.row(of: id.raw) else {
          return page.paragraph(view(.recordIsGone))
        }
        RecordReader.write(row, of: view.book.learningProgrammes.table, without: [], into: &page, view)
        write(id, into: &page, view)
      })
  }

  private static func write(_ id: ID<LearningProgramme>, into page: inout Page, _ view: View) {
    let rows = view.book.learningEvents.table.rows(referring: "programme", to: id.raw)
    let events = rows.compactMap { view.book.learningEvents[$0] }.sorted {
      ($0.start ?? view.today) > ($1.start ?? view.today)
    }
    page.heading(view(LearningEvent.kind.plural).uppercased(), remark: view.count(events.count))
    for event in events.prefix(40) {
      let enrolments = view.book.enrolments(of: event.id)
      let passed = enrolments.count { $0.state == .passed }
      let seats = enrolments.count { $0.state?.holdsSeat ?? false }
      let state = event.state.map { view($0.title) } ?? ""
      let result = passed > 0 ? view(Text(", \(passed) lulus", en: ", \(passed) passed")) : ""
      page.item(
        event.start?.display ?? "-", "\(event.name ?? "?"): \(state), \(seats)/\(event.capacity ?? 0)\(result)",
        labelWidth: 10, role: .text)
    }
    if events.isEmpty {
      page.paragraph(view(Text("Belum pernah dijadwalkan.", en: "Never scheduled.")), role: .textMuted)
    }
  }
}

/// A partner with its agreements, pledges and what was held with it; a speaker with the sessions.
enum PartnerReader {
  static func screen(_ id: ID<Partner>) -> Reader {
    Reader(
      heading: { view in view.book.partners[id]?.name ?? view(Partner.kind.title) },
      actions: [
        CompetencyReader.edit(Partner.kind.name, id.raw), Related.command(Partner.kind.name, id.raw),
        adding("partner.agreement", Agreement.kind, id, keys: ["f6", "ctrl-n"], letter: "p"),
        adding("partner.pledge", Pledge.kind, id, keys: [], letter: "d"), ActionMenu.command("partner.actions"),
      ], isWhole: true,
      write: { page, view in
        guard let row = view.book.partners.table.row(of: id.raw) else { return page.paragraph(view(.recordIsGone)) }
        RecordReader.write(row, of: view.book.partners.table, without: [], into: &page, view)
        write(id, into: &page, view)
      })
  }

  private static func adding(
    _ name: String, _ kind: Kind, _ id: ID<Partner>, keys: [String], letter: Character
  ) -> Command<Reader> {
    let title = kind.title
    return Command(
      name, Text("\(title.indonesian) baru", en: "New \(title.english.lowercased())"), keys: keys, label: nil,
      letter: letter, saves: true, refusal: { _, view in view.book.access?.refusal(toWrite: kind) },
      run: { _, view in
        var preset = JSONObject()
        preset["partner"] = .string(id.raw.text)
        return .push(FormScreen.new(kind: kind.name, preset: preset, view: view))
      })
  }

  private static func write(_ id: ID<Partner>, into page: inout Page, _ view: View) {
    page.heading(view(Agreement.kind.plural).uppercased())
    for agreement in view.book.agreements.owned(by: id.raw).reversed() {
      let isOver = agreement.end.map { $0 < view.today } ?? false
      let span = [agreement.start, agreement.end].map { $0?.display ?? "…" }.joined(separator: " – ")
      page.item(
        (isOver ? "  " : "✓ ") + span,
        [agreement.number, agreement.subject].compactMap(\.self).joined(separator: ": "),
        labelWidth: 26, role: isOver ? .textMuted : .text)
    }
    let pledges = view.book.pledges.owned(by: id.raw)
    if !pledges.isEmpty { page.heading(view(Pledge.kind.plural).uppercased()) }
    for pledge in pledges {
      let paid = Rupiah.text(pledge.paid ?? 0)
      page.item(
        Rupiah.text(pledge.amount ?? 0),
        (pledge.purpose ?? "") + view(Text(", diterima \(paid)", en: ", received \(paid)")),
        labelWidth: 18, role: .text)
    }
    let rows = view.book.learningEvents.table.rows(referring: "provider", to: id.raw)
    page.heading(view(Text("Kegiatan bersama", en: "Events together")).uppercased(), remark: view.count(rows.count))
    for event in rows.compactMap({ view.book.learningEvents[$0] }).suffix(20).reversed() {
      page.item(event.start?.display ?? "-", event.name ?? "?", labelWidth: 10, role: .text)
    }
  }

  static func speaker(_ id: ID<Speaker>) -> Reader {
    Reader(
      heading: { view in view.book.speakers[id]?.name ?? view(Speaker.kind.title) },
      actions: [CompetencyReader.edit(Speaker.kind.name, id.raw), Related.command(Speaker.kind.name, id.raw)],
      isWhole: true,
      write: { page, view in
        guard let row = view.book.speakers.table.row(of: id.raw) else { return page.paragraph(view(.recordIsGone)) }
        RecordReader.write(row, of: view.book.speakers.table, without: [], into: &page, view)
        let rows = view.book.learningSessions.table.rows(referring: "speaker", to: id.raw)
        page.heading(view(LearningSession.kind.plural).uppercased(), remark: view.count(rows.count))
        for session in rows.compactMap({ view.book.learningSessions[$0] }).suffix(30).reversed() {
          let event = session.event.flatMap { view.book.learningEvents[$0]?.name } ?? "?"
          page.item(
            session.date?.display ?? "-", [event, session.topic].compactMap(\.self).joined(separator: ": "),
            labelWidth: 10, role: .text)
        }
      })
  }
}
