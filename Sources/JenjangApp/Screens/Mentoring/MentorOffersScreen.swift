import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

extension ScreenEntry {
  static let mentorOffers = ScreenEntry(
    name: "mentor-offers", title: MentorProfile.kind.plural, group: .mentoring,
    count: { view in view.count(view.book.mentorProfiles.table.count) }, make: { _ in MentorOffersScreen() })
}

/// Who offers to be a mentor: strong in what, with how many mentees now, and room for how many.
struct MentorOffersScreen: GroupedScreen {
  static let noun = "offers"

  var rows = GroupedRows<MentorOffers.Offer>()
  private var offers: [MentorOffers.Offer] = []
  private var names: CompetencyNames?
  private var computedFor = -1
  private var filledFor: (revision: Int, search: String)?

  func title(_ view: View) -> String { view(MentorProfile.kind.plural) }
  func refusal(_ view: View) -> Text? { view.book.access?.refusal(toSee: MentorProfile.kind) }

  private func isComplete(_ view: View) -> Bool { computedFor == view.book.revision }

  func hint(_ view: View) -> (left: String, right: String) {
    let left = Text(
      "Ketik nama, bidang atau kompetensi; F6 kesediaan baru; F10 peserta yang cocok.",
      en: "Type a name, field or competency; F6 new offer; F10 mentees who fit.")
    return (view(isComplete(view) ? left : .computing), "")
  }

  func help(_ view: View) -> [Text] {
    [
      Text(
        "Kekuatan: kompetensi yang dinilai di atas standar jabatannya; yang tidak disyaratkan dihitung mulai tingkat 4.",
        en: "Strengths: competencies assessed above the standard of the post; others count from level 4."),
      Text(
        "Isi: peserta sekarang dari yang paling banyak. Kesediaan yang diisi sendiri adalah persetujuannya.",
        en: "Load: mentees now of the most. An offer that is entered by oneself is the consent."),
    ]
  }

  /// Strengths are worked out while nothing is pressed; until then the offers stand without them.
  mutating func idle(_ view: View) -> Bool {
    guard !isComplete(view) else { return false }
    computedFor = view.book.revision
    names = CompetencyNames(view.book)
    offers = MentorOffers(view.book, on: view.today).all.sorted {
      MentoringWords.name($0.profile.employee, view) < MentoringWords.name($1.profile.employee, view)
    }
    fill(view)
    return true
  }

  mutating func refresh(_ view: View) {
    if let filledFor, filledFor == (computedFor, rows.search) { return }
    fill(view)
  }

  private mutating func fill(_ view: View) {
    filledFor = (computedFor, rows.search)
    let groups = [
      (title: Text("Ada tempat", en: "With room"), items: offers.filter { $0.isOpen && $0.room > 0 }),
      (title: Text("Penuh", en: "Full"), items: offers.filter { $0.isOpen && $0.room == 0 }),
      (title: Text("Tidak berlaku hari ini", en: "Not in force today"), items: offers.filter { !$0.isOpen }),
    ]
    let names = names
    rows.fill(groups.filter { !$0.items.isEmpty }, view: view) { offer in
      MentorOffersScreen.cells(offer, names, view).joined(separator: " ")
    }
  }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    guard rows.total > 0 else {
      let text: Text = isComplete(view) ? .none : .computing
      frame.put(view(text), x: area.x + 3, y: area.y + 1, role: .textMuted, width: area.width - 4)
      return
    }
    let names = names
    rows.draw(MentorOffersScreen.columns, into: &frame, area, view: view) { offer in
      GridRow(
        cells: MentorOffersScreen.cells(offer, names, view),
        mark: !offer.isOpen ? "-" : offer.room == 0 ? "=" : offer.load == 0 ? "+" : "")
    }
  }

  private static func cells(_ offer: MentorOffers.Offer, _ names: CompetencyNames?, _ view: View) -> [String] {
    let unit = offer.person.map { MentoringWords.unit($0, view) } ?? ""
    return [
      MentoringWords.name(offer.profile.employee, view),
      names.map { MentoringWords.strengths(offer.strengths, $0) } ?? "",
      "\(offer.load)/\(offer.capacity)", offer.profile.topics ?? "", unit, offer.profile.availability ?? "",
      offer.profile.languages ?? "", offer.profile.until?.display ?? "",
    ]
  }

  private static let columns = [
    RowGrid.Column(title: Text("Pembimbing", en: "Mentor"), width: 20, grows: true, wish: 34),
    RowGrid.Column(title: Text("Kekuatan", en: "Strengths"), width: 18, grows: true, wish: 52),
    RowGrid.Column(title: Text("Isi", en: "Load"), width: 5, isRightAligned: true),
    RowGrid.Column(title: Text("Bidang", en: "Strong in"), width: 12, grows: true, wish: 34),
    RowGrid.Column(title: Text("Unit kerja", en: "Work unit"), width: 12, grows: true, wish: 36),
    RowGrid.Column(title: Text("Waktu luang", en: "Free when"), width: 12, wish: 24),
    RowGrid.Column(title: Text("Bahasa", en: "Languages"), width: 10, wish: 20),
    RowGrid.Column(title: Text("Sampai", en: "Until"), width: 10),
  ]
}

extension MentorOffersScreen {
  static let commandTable: [Command<MentorOffersScreen>] =
    moveCommands + [
      Command(
        "offers.open", Text("Baca", en: "Read"), keys: ["enter"], label: Text("Baca", en: "Read"),
        refusal: { screen, _ in screen.rows.selected == nil ? .chooseFirst : nil },
        run: { screen, _ in
          screen.rows.selected.map { .push(MentoringForms.reader(MentorProfile.kind, $0.profile.id.raw)) } ?? .none
        }),
      Command(
        "offers.new", Text("Kesediaan baru", en: "New offer"), keys: ["f6", "ctrl-n"], label: Text("Baru", en: "New"),
        saves: true, refusal: { _, view in view.book.access?.refusal(toWrite: MentorProfile.kind) },
        run: { _, view in .push(MentoringForms.new(MentorProfile.kind, view)) }),
      Command(
        "offers.edit", Text("Ubah", en: "Edit"), keys: ["f7", "ctrl-e"], label: Text("Ubah", en: "Edit"), saves: true,
        refusal: { screen, view in
          screen.rows.selected.map { MentoringForms.refusal(MentorProfile.kind, of: $0.profile.employee, view) }
            ?? .chooseFirst
        },
        run: { screen, view in
          screen.rows.selected.map {
            .push(FormScreen.edit(kind: MentorProfile.kind.name, id: $0.profile.id.raw, view: view))
          } ?? .none
        }),
      Command(
        "offers.fits", Text("Peserta yang cocok", en: "Mentees who fit"), keys: ["f10", "ctrl-s"],
        label: Text("Cocok", en: "Fits"), letter: "c",
        refusal: { screen, view in
          screen.rows.selected?.person == nil ? .chooseFirst : MentoringWords.refusalToSeeAll(view)
        },
        run: { screen, view in screen.rows.selected?.person.map { MatchSuggestions.forMentor($0, view) } ?? .none }),
      Command.competence("offers.competence", letter: "k") { screen, _ in screen.person },
      Command.employeeFile("offers.file") { screen, _ in screen.person },
      Command.export("offers.export", Text("Ekspor kesediaan", en: "Export the offers")) { $0.exported($1) },
    ]
    + closingCommands(
      next: Text("Kelompok berikut", en: "Next group"), previous: Text("Kelompok sebelumnya", en: "Previous group"))

  /// Whom the line under the cursor is about; nil while the person is not on record.
  private var person: RecordID? { rows.selected.flatMap { $0.person == nil ? nil : $0.profile.employee?.raw } }

  private func exported(_ view: View) -> ExportTable.Source {
    let (offers, names) = (offers, names)
    let titles = MentorOffersScreen.columns.map { view($0.title) }
    return ExportTable.Source(
      name: "pembimbing", heading: title(view),
      columns: zip(["mentor", "strengths", "load", "topics", "unit", "free", "languages", "until"], titles).map {
        TableText.Column(name: $0, title: $1, isNumber: false)
      }, count: offers.count, row: { place, view in MentorOffersScreen.cells(offers[place], names, view) })
  }
}

extension Text {
  fileprivate static let computing = Text("membaca kekuatan …", en: "reading strengths …")
  fileprivate static let none = Text(
    "Belum ada yang bersedia membimbing. F6 mencatat kesediaan.", en: "Nobody offers to mentor yet. F6 enters an offer."
  )
}
