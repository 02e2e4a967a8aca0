import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

extension EventPage {
  static let commandTable: [Command<EventPage>] =
    moveCommands + [
      Command(
        "event.open", Text("Baca kepesertaan", en: "Read the enrolment"), keys: ["enter"],
        label: Text("Baca", en: "Read"), refusal: { page, _ in page.rows.selected == nil ? .chooseFirst : nil },
        run: { page, _ in
          guard let id = page.rows.selected?.id.raw else { return .none }
          return .read(Enrolment.kind.name, id)
        }),
      Command(
        "event.nominate", Text("Usulkan peserta", en: "Name participants"), keys: ["f6", "ctrl-n"],
        label: Text("Usul", en: "Name"), saves: true,
        refusal: { page, view in
          page.event?.state?.takesNominees == false
            ? .takesNobody : view.book.access?.refusal(toWrite: Enrolment.kind)
        }, run: { page, _ in .push(NomineePicker(page.id)) }),
      Command(
        "event.attendance", Text("Kehadiran, nilai, sertifikat", en: "Attendance, results, certificates"),
        keys: ["f7", "ctrl-e"], label: Text("Hadir", en: "Attend"), saves: true,
        refusal: { page, view in
          page.enrolments.contains { $0.state?.holdsSeat ?? false }
            ? view.book.access?.refusal(toWrite: Enrolment.kind) : .nobody
        }, run: { page, _ in .push(AttendanceGrid(page.id)) }),
      Related.command("event.related") { page, _ in (LearningEvent.kind.name, page.id.raw) },
    ] + people + ofEvent
    + closingCommands(
      next: Text("Kelompok berikut", en: "Next group"), previous: Text("Kelompok sebelumnya", en: "Previous group"))

  private static func act(
    _ verb: String, _ title: Text, _ letter: Character, on states: Set<EnrolmentState>, refusal: Text,
    run: @escaping (EventPage, Enrolment, View) -> Effect
  ) -> Command<EventPage> {
    Command(
      "event.\(verb)", title, letter: letter, saves: true,
      refusal: { page, view in
        guard let enrolment = page.rows.selected, let state = enrolment.state, states.contains(state) else {
          return refusal
        }
        return view.book.access?.refusal(toWrite: Enrolment.kind)
      }, run: { page, view in page.rows.selected.map { run(page, $0, view) } ?? .none })
  }

  private static let people: [Command<EventPage>] = [
    Command(
      "event.approve", Text("Setujui semua usulan", en: "Approve all nominations"), letter: "s", saves: true,
      refusal: { page, view in
        page.enrolments.contains { $0.state == .nominated }
          ? view.book.access?.refusal(toWrite: Enrolment.kind) : .noNominee
      }, run: { page, view in page.approve(page.enrolments.filter { $0.state == .nominated }, view) }),
    act(
      "approveOne", Text("Setujui usulan ini", en: "Approve this nomination"), "1", on: [.nominated],
      refusal: .noNominee
    ) {
      page, enrolment, view in page.approve([enrolment], view)
    },
    act(
      "refuse", Text("Tolak dengan alasan", en: "Refuse with a reason"), "t", on: [.nominated, .waiting],
      refusal: .noNominee
    ) { page, enrolment, view in page.leave(enrolment, as: .refused, view) },
    act(
      "withdraw", Text("Catat pengunduran diri", en: "Record a withdrawal"), "m",
      on: [.nominated, .waiting, .accepted],
      refusal: .noSeat
    ) { page, enrolment, view in page.leave(enrolment, as: .withdrawn, view) },
    act(
      "substitute", Text("Gantikan dengan orang lain", en: "Put somebody in the place"), "p", on: [.accepted],
      refusal: .noSeat
    ) { page, enrolment, _ in .push(page.substitutes(for: enrolment)) },
    Command(
      "event.results", Text("Beri hasil menurut kehadiran dan nilai", en: "Give results by attendance and marks"),
      letter: "h", saves: true,
      refusal: { page, view in
        page.enrolments.contains { $0.state == .accepted }
          ? view.book.access?.refusal(toWrite: Enrolment.kind) : .noneOpen
      }, run: { page, view in page.finish(view) }),
    act(
      "reassess", Text("Catat penilaian kembali (kesenjangan tertutup)", en: "Record the reassessment (gap closed)"),
      "k",
      on: [.passed], refusal: .notPassed
    ) { page, enrolment, view in page.reassess(enrolment, view) },
    act(
      "competence", Text("Kompetensi orang ini", en: "The person's competence"), "o", on: Set(EnrolmentState.allCases),
      refusal: .chooseFirst
    ) { _, enrolment, _ in enrolment.employee.map { .push(CompetencePage($0)) } ?? .none },
    act(
      "plan", Text("Rencana pengembangan orang ini", en: "The person's development plan"), "r",
      on: Set(EnrolmentState.allCases), refusal: .chooseFirst
    ) { _, enrolment, view in
      enrolment.employee.map {
        .push(DevelopmentPlanPage(plan: view.book.developmentPlan(of: $0, on: view.today)?.id, of: $0))
      } ?? .none
    },
    Command(
      "event.feedback", Text("Catat umpan balik peserta", en: "Record the participant's feedback"), letter: "u",
      saves: true,
      refusal: { page, view in
        page.rows.selected?.wasThere == true
          ? view.book.access?.refusal(toWrite: EventFeedback.kind) : .wasNotThere
      },
      run: { page, view in
        guard let enrolment = page.rows.selected else { return .none }
        var preset = JSONObject()
        preset["enrolment"] = .string(enrolment.id.raw.text)
        preset["date"] = .string(view.today.iso)
        return .push(FormScreen.new(kind: EventFeedback.kind.name, preset: preset, view: view))
      }),
  ]

  private static let ofEvent: [Command<EventPage>] = [
    Command("event.steps", Text("Langkah kegiatan", en: "Steps of the event"), letter: "l", saves: true) { page, _ in
      .push(Events.steps(page.id))
    },
    Command(
      "event.move", Text("Geser ke tanggal lain", en: "Move to another day"), letter: "g", saves: true,
      refusal: { _, view in view.book.access?.refusal(toWrite: LearningEvent.kind) },
      run: { page, view in page.event.map { .push(Events.moving($0, view)) } ?? .none }),
    Command(
      "event.edit", Text("Ubah kegiatan", en: "Edit the event"), letter: "e", saves: true,
      refusal: { _, view in view.book.access?.refusal(toWrite: LearningEvent.kind) },
      run: { page, view in .push(FormScreen.edit(kind: LearningEvent.kind.name, id: page.id.raw, view: view)) }),
    Command(
      "event.budget", Text("Mata anggarannya dengan mutasinya", en: "Its budget line with the entries"), letter: "a",
      refusal: { page, _ in page.event?.budget == nil ? .noBudget : nil },
      run: { page, view in
        page.event?.budget.map { RecordPages.open(BudgetLine.kind.name, $0.raw, view) } ?? .none
      }),
    Command(
      "event.programme", Text("Programnya di katalog", en: "Its programme in the catalogue"), letter: "c",
      refusal: { page, _ in page.event?.programme == nil ? .noProgramme : nil },
      run: { page, _ in page.event?.programme.map { .push(ProgrammeReader.screen($0)) } ?? .none }),
    Command("event.sessions", Text("Sesi dan narasumber", en: "Sessions and speakers"), letter: "j") { page, view in
      .push(ListScreen(.sessions(of: page.id, view), view: view))
    },
    Command("event.effects", Text("Ukuran dampak pada layanan", en: "Effects on the service"), letter: "d") {
      page, view in
      .push(ListScreen(.effects(of: page.id, view), view: view))
    },
    Command(
      "event.calendar", Text("Ekspor ke iCalendar", en: "Export to iCalendar"), letter: "i",
      refusal: { _, view in view.refusal(.export) },
      run: { page, view in Events.export([page.id], named: page.title(view), view) }),
  ]

  private func approve(_ nominated: [Enrolment], _ view: View) -> Effect {
    guard let event else { return .none }
    var seats = Seats(event, in: view.book)
    let person = view.book.access?.actor.person.map { ID<Employee>($0) }
    var count = 0
    for enrolment in nominated.sorted(by: { ($0.priority ?? 0) > ($1.priority ?? 0) })
    where enrolment.employee != person {
      seats.change(enrolment.id) { record in
        record.approvedOn = view.today
        record.approvedBy = person
      }
      seats.place(enrolment.id)
      count += 1
    }
    return .commit(
      Transaction(seats.operations()),
      done: Text("\(count) usulan disetujui", en: "\(count) nominations approved"), then: .none)
  }

  /// Asks why, then frees the seat; who waits moves up in the same saving.
  private func leave(_ enrolment: Enrolment, as state: EnrolmentState, _ view: View) -> Effect {
    guard let event else { return .none }
    let name = view.person(enrolment.employee)
    return .push(
      Prompt(
        "event.reason", state.title, help: [.verbatim(name)],
        check: { text, _ in text.allSatisfy { $0 == " " } ? Text("Tuliskan alasannya", en: "Say why") : nil },
        done: { text, view in
          var seats = Seats(event, in: view.book)
          seats.change(enrolment.id) { record in
            record.state = state
            record.refusal = text
          }
          let moved = seats.settle().map { view.person($0.employee) }
          let more =
            moved.isEmpty
            ? Text.verbatim("")
            : Text(
              "; naik dari daftar tunggu: \(moved.joined(separator: ", "))",
              en: "; moved up: \(moved.joined(separator: ", "))")
          let done = Text(
            "\(name): \(state.title.indonesian)\(more.indonesian)", en: "\(name): \(state.title.english)\(more.english)"
          )
          return .all([.pop, .commit(Transaction(seats.operations()), done: done, then: .none)])
        }))
  }

  /// Those who wait for a seat until a name is typed.
  private func substitutes(for enrolment: Enrolment) -> Chooser {
    let id = id
    return Chooser("event.substitute", Text("Pengganti", en: "Substitute"), columns: 76) { query, view in
      let table = view.book.employees.table
      let seats = view.book.learningEvents[id].map { Seats($0, in: view.book) }
      let asking = (seats?.hoping ?? []).compactMap { $0.employee.flatMap { table.row(of: $0.raw) } }
      let states = Dictionary(
        (seats?.enrolments ?? []).compactMap { one in
          one.employee.flatMap { table.row(of: $0.raw) }.map { ($0, one) }
        },
        uniquingKeysWith: { first, second in first.state?.holdsSeat ?? false ? first : second })
      let rows = query.utf8.count < 2 ? asking : Array(table.rows(Query(search: query)).prefix(40))
      let clashes = view.book.learningEvents[id].map { EventClashes($0, in: view.book) }
      return rows.map { row in
        let clash = clashes?.of(ID(table.id(of: row))).first.map { "! " + view($0.text) }
        let hasSeat = states[row]?.state?.holdsSeat ?? false
        return Choice(
          title: view.cell(table, row, "name"), detail: clash ?? view.cell(table, row, "unit"),
          key: states[row]?.state.map { view($0.title) } ?? "", reason: hasSeat ? view(.hasSeat) : nil,
          effect: .all([.pop, EventPage.substitute(ID(table.id(of: row)), for: enrolment, id, view)]))
      }
    }
  }

  private static func substitute(
    _ person: ID<Employee>, for enrolment: Enrolment, _ id: ID<LearningEvent>, _ view: View
  ) -> Effect {
    var left = enrolment
    left.state = .substituted
    let asked = view.book.enrolments(of: id).first { $0.employee == person && $0.state?.isHoping ?? false }
    var next = asked ?? Enrolment(id: ID(view.session.newID()))
    next.employee = person
    next.event = id
    next.start = enrolment.start
    next.state = .accepted
    next.priority = asked?.priority ?? enrolment.priority
    next.requestedOn = asked?.requestedOn ?? view.today
    next.approvedOn = view.today
    next.approvedBy = view.book.access?.actor.person.map { ID($0) }
    next.substituteOf = enrolment.id
    let operations = [view.book.saving(left), asked == nil ? .creating(next) : view.book.saving(next)].compactMap(
      \.self)
    let (old, new) = (view.person(enrolment.employee), view.person(person))
    return .commit(
      Transaction(operations), done: Text("\(old) digantikan \(new)", en: "\(new) takes the place of \(old)"),
      then: .none)
  }

  private func finish(_ view: View) -> Effect {
    guard let event else { return .none }
    let operations = view.book.finishing(event)
    guard !operations.isEmpty else { return .say(.noMarks, .warn) }
    let count = operations.count { $0.kind == Enrolment.kind.name }
    let certificates = operations.count { $0.kind == Training.kind.name }
    return SaveOperations.effect(
      Text("Memberi hasil", en: "Giving results"), operations,
      done: Text(
        "\(count) hasil tercatat, \(certificates) masuk riwayat pelatihan",
        en: "\(count) results recorded, \(certificates) entered in training histories"), view)
  }

  private func reassess(_ enrolment: Enrolment, _ view: View) -> Effect {
    guard let event,
      let made = view.book.reassessment(
        ID(view.session.newID()), of: enrolment, in: event, on: view.today,
        by: view.book.access?.actor.person.map { ID($0) })
    else { return .say(.nothingRaised, .warn) }
    return .push(FormScreen.new(kind: Assessment.kind.name, preset: made.object, view: view))
  }
}

extension ListSpec {
  static func sessions(of event: ID<LearningEvent>, _ view: View) -> ListSpec {
    var preset = JSONObject()
    preset["event"] = .string(event.raw.text)
    preset["number"] = .integer(Int64((view.book.sessions(of: event).compactMap(\.number).max() ?? 0) + 1))
    if let start = view.book.learningEvents[event]?.start { preset["date"] = .string(start.iso) }
    return part(
      "event-sessions", LearningSession.kind, ["number", "date", "startTime", "endTime", "topic", "speaker", "room"],
      sort: "number", event, preset)
  }

  static func effects(of event: ID<LearningEvent>, _ view: View) -> ListSpec {
    var preset = JSONObject()
    preset["event"] = .string(event.raw.text)
    preset["beforeOn"] = .string(view.today.iso)
    return part(
      "event-effects", EffectMeasure.kind, ["indicator", "unit", "before", "beforeOn", "after", "afterOn"],
      sort: "beforeOn", event, preset)
  }

  private static func part(
    _ name: String, _ kind: Kind, _ columns: [String], sort: String, _ event: ID<LearningEvent>, _ preset: JSONObject
  ) -> ListSpec {
    ListSpec(
      name: name, title: kind.plural, kind: kind.name, columns: columns, sort: Query.Sort(sort),
      conditions: [Query.Condition("event", .equals(event.raw.text))], open: reading(kind.name)
    ).edited(preset: preset)
  }
}

extension Text {
  fileprivate static let takesNobody = Text("Kegiatan ini tidak lagi menerima peserta", en: "It takes nobody any more")
  fileprivate static let nobody = Text("Belum ada yang mendapat kursi", en: "Nobody has a seat yet")
  fileprivate static let noNominee = Text("Tidak ada usulan yang menunggu", en: "No nomination is waiting")
  fileprivate static let hasSeat = Text("Sudah mendapat kursi di kegiatan ini", en: "Has a seat at this event already")
  fileprivate static let wasNotThere = Text(
    "Hanya yang hadir memberi umpan balik; F7 mencatat kehadiran",
    en: "Only those who were there give feedback; F7 records who was")
  fileprivate static let noSeat = Text("Pilih orang yang mendapat kursi", en: "Choose somebody with a seat")
  fileprivate static let noBudget = Text(
    "Belum ada mata anggarannya; F9 e mengisi", en: "It has no budget line; F9 e adds it")
  fileprivate static let noProgramme = Text("Kegiatan ini di luar katalog", en: "It is of no programme")
  fileprivate static let noneOpen = Text("Semua peserta sudah ada hasilnya", en: "Everybody has a result")
  fileprivate static let notPassed = Text("Pilih peserta yang lulus", en: "Choose somebody who passed")
  fileprivate static let noMarks = Text(
    "Isi dulu kehadiran dan kelulusannya dengan F7", en: "Enter attendance and passes first, with F7")
  fileprivate static let nothingRaised = Text(
    "Program ini tidak menaikkan tingkat yang belum dicapai", en: "The programme raises no level that is not reached")
}
