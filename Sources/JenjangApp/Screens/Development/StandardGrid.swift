import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// The levels of a standard, typed in place, beside the general table, the version before and another standard.
struct StandardGrid: GridEntryScreen {
  static let noun = "standard"

  let id: ID<PositionStandard>
  var entry = GridEntry()
  private var standard: PositionStandard?
  private var other: PositionStandard?
  private var readFor: (revision: Int, language: Language, other: ID<PositionStandard>?)?

  init(_ id: ID<PositionStandard>) { self.id = id }

  static let maker = GridMaker(name: noun) { about, view in
    about["standard"].flatMap { RecordID($0) }.flatMap { view.book.positionStandards[ID($0)] }
      .map { StandardGrid($0.id) }
  }
  var draftContext: [String: String] { ["standard": id.raw.text] }

  func title(_ view: View) -> String { standard?.name ?? view(PositionStandard.kind.title) }
  func refusal(_ view: View) -> Text? { view.book.refusal(toSee: id.raw, kind: PositionStandard.kind.name) }

  func hint(_ view: View) -> (left: String, right: String) {
    return (
      view(
        Text(
          "1-5 tingkat, titik mengosongkan; F10 simpan; F11 bandingkan; F9 y yang memenuhi.",
          en: "1-5 level, a point clears; F10 saves; F11 compares; F9 y who meets it.")),
      unsaved(view)
    )
  }

  mutating func refresh(_ view: View) {
    let now = (revision: view.book.revision, language: view.language, other: other?.id)
    if let readFor, readFor == now { return }
    readFor = now
    standard = view.book.positionStandards[id]
    let names = CompetencyNames(view.book)
    var post = standard?.post.flatMap { view.book.posts[$0] } ?? Post(id: ID(id.raw))
    if standard?.post == nil { (post.kind, post.jobFamily) = (standard?.positionKind, standard?.jobFamily) }
    let general = StandardsOnDay(view.book, on: standard?.validFrom ?? view.today)
      .requirement(post: post, kind: standard?.positionKind)
    let before = standard.flatMap { StandardGrid.version(before: $0, in: view.book) }
    let columns = [
      GridEntryColumn(
        key: "level", title: Text("Tingkat", en: "Level"), head: Text("Tingkat", en: "Level"), width: 8,
        cell: .choice(GridChoice.levels), group: 1),
      GridEntryColumn(
        key: "inForce", title: Text("Berlaku", en: "In force"), head: Text("Berlaku", en: "Force"), width: 8,
        cell: .fixed),
      GridEntryColumn(
        key: "before", title: Text("Versi lalu", en: "Version before"), head: Text("Lalu", en: "Before"), width: 10,
        cell: .fixed),
      GridEntryColumn(
        key: "other", title: .verbatim(other?.name ?? "…"), head: Text("Banding", en: "Other"), width: 16, cell: .fixed,
        grows: true),
    ]
    let lock = view.book.access?.refusal(toWrite: PositionStandard.kind)
    let lines = names.codes.map { code in
      let own = standard?.levels?[code].map { String($0.level) } ?? ""
      return GridEntryLine(
        key: code, title: names[code],
        cells: [
          own, general.levels[code].map(String.init) ?? "", before?.levels?[code].map { String($0.level) } ?? "",
          other?.levels?[code].map { String($0.level) } ?? "",
        ], lock: lock)
    }
    if entry.columns.isEmpty { entry.goesDown = true }
    entry.show(columns, lines)
    resumeDraft(view)
  }

  /// The version that held before this one for the same post or kind.
  private static func version(before standard: PositionStandard, in book: Book) -> PositionStandard? {
    book.positionStandards.all.filter { other in
      other.id != standard.id && other.post == standard.post && other.positionKind == standard.positionKind
        && other.jobFamily == standard.jobFamily && (other.validFrom ?? book.day) < (standard.validFrom ?? book.day)
    }.max { ($0.validFrom ?? book.day) < ($1.validFrom ?? book.day) }
  }

  mutating func changed(_ view: View) {}

  func previous(_ line: Int, _ column: Int, _ view: View) -> String? {
    let before = entry.value(line, "before")
    return before.isEmpty ? entry.value(line, "inForce") : before
  }

  static let commandTable: [Command<StandardGrid>] =
    pageCommands + entryCommands + [
      Command(
        "standard.compare", Text("Bandingkan dengan standar lain", en: "Compare with another standard"),
        keys: ["f11", "ctrl-t"], label: Text("Banding", en: "Compare")
      ) { grid, _ in .push(grid.others) },
      Command("standard.meets", Text("Siapa yang memenuhi", en: "Who meets it"), letter: "y") { grid, view in
        .push(grid.meeting(view))
      },
      Command(
        "standard.people", Text("Pemegang jabatannya dan kesenjangannya", en: "The holders and their gaps"), letter: "k"
      ) { grid, _ in grid.standard.map { .push(StandardMatch.people($0)) } ?? .none },
      Command("standard.related", Text("Catatan yang terkait", en: "Records linked to it"), letter: "t") { grid, _ in
        .push(Related.chooser(PositionStandard.kind.name, grid.id.raw))
      },
      Command(
        "standard.copy", Text("Salin menjadi versi baru", en: "Copy to a new version"), letter: "s", saves: true,
        refusal: { _, view in view.book.access?.refusal(toWrite: PositionStandard.kind) },
        run: { grid, view in .push(Standards.copying(grid.id, view)) }),
      Command(
        "standard.header", Text("Ubah nama, jabatan, masa berlaku", en: "Edit name, post, dates"), letter: "u",
        saves: true
      ) {
        grid, view in .push(FormScreen.edit(kind: PositionStandard.kind.name, id: grid.id.raw, view: view))
      },
    ]

  private var others: Chooser {
    let id = id
    return Chooser("standard.others", Text("Bandingkan dengan", en: "Compare with"), columns: 70) { query, view in
      view.book.positionStandards.all.filter { $0.id != id }
        .filter { query.isEmpty || Fuzzy.score(query, in: $0.name ?? "") != nil }.map { standard in
          Choice(
            title: standard.name ?? "?", detail: standard.validFrom?.display ?? "",
            effect: .back(to: StandardGrid.self) { grid, _ in
              grid.other = standard
              return .none
            })
        }
    }
  }

  /// The holders of the posts it is for, the best match first.
  private func meeting(_ view: View) -> Reader {
    let id = id
    return Reader(
      heading: { view in view(Text("Yang memenuhi: ", en: "Meeting: ")) + (view.book.positionStandards[id]?.name ?? "")
      },
      isWhole: true,
      write: { page, view in
        guard let standard = view.book.positionStandards[id] else { return page.paragraph(view(.recordIsGone)) }
        StandardMatch.write(standard, into: &page, view)
      })
  }

  mutating func save(_ view: View) -> Effect {
    guard var standard else { return .none }
    var marks = standard.levels ?? CompetencyMarks()
    for (place, typed) in entry.typed { marks[place.line] = Int(typed.value).map { CompetencyMark($0) } }
    guard !marks.isEmpty else {
      return .say(Text("Standar tidak boleh kosong", en: "A standard cannot be empty"), .warn)
    }
    standard.levels = marks
    guard let operation = view.book.saving(standard) else {
      return .say(Text("Tidak ada yang diubah", en: "Nothing was changed"))
    }
    readFor = nil
    return .commit(
      Transaction([operation]), done: Text("Standar tersimpan", en: "Standard saved"), then: draftDropped)
  }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    var rest = area
    let head = rest.cutTop(1)
    let post = standard?.post.flatMap { view.book.label(of: $0.raw, kind: Post.kind.name) }
    let kind = standard?.positionKind.map { view($0.title) }
    let from = standard?.validFrom.map { view(Text("sejak ", en: "since ")) + $0.display }
    frame.put(
      [post, kind, standard?.jobFamily, from, standard?.basis].compactMap(\.self).joined(separator: " · "),
      x: head.x + 1, y: head.y, role: .textStrong, width: head.width - 2)
    let width = max(22, min(44, rest.width - 52))
    entry.draw(into: &frame, rest, title: Competency.kind.title, titleWidth: width, view: view)
  }
}

/// Who holds a post that a standard is for, and how well each meets it.
enum StandardMatch {
  /// Those people, to be opened one by one.
  static func people(_ standard: PositionStandard) -> Chooser {
    Chooser("standard.people", .verbatim(standard.name ?? "?"), columns: 76) { query, view in
      matches(standard, view).compactMap { row, competence in
        let name = view.cell(view.book.employees.table, row, "name")
        guard query.isEmpty || Fuzzy.score(query, in: name) != nil else { return nil }
        let gaps = competence.gaps.map { "\($0.code) \($0.gap ?? 0)" }.joined(separator: ", ")
        let id = ID<Employee>(view.book.employees.table.id(of: row))
        return Choice(
          title: mark(competence) + " " + name, detail: gaps,
          key: competence.match?.percent.map { $0.shortWords(view) + "%" } ?? "-",
          effect: .all([.pop, .push(CompetencePage(id))]))
      }
    }
  }

  private static func mark(_ competence: PersonCompetence) -> String {
    !competence.unassessed.isEmpty ? "?" : competence.gaps.isEmpty ? "✓" : "!"
  }

  /// At most two thousand of them, the best match first.
  private static func matches(
    _ standard: PositionStandard, _ view: View
  ) -> [(row: Row, competence: PersonCompetence)] {
    let levels = CompetencyLevels(view.book, on: view.today)
    let names = CompetencyNames(view.book)
    var requirement = StandardsOnDay.Requirement()
    requirement.positionKind = standard.positionKind ?? standard.post.flatMap { view.book.posts[$0]?.kind }
    for (code, mark) in standard.levels?.all ?? [] { requirement.levels[code] = mark.level }
    return holders(of: standard, view).prefix(2_000).map { row in
      (
        row: row,
        competence: PersonCompetence(
          levels.held(by: row), against: requirement, names: names, on: view.today, by: view.book.law)
      )
    }.sorted { percent($0.competence) > percent($1.competence) }
  }

  static func write(_ standard: PositionStandard, into page: inout Page, _ view: View) {
    let found = matches(standard, view)
    guard !found.isEmpty else {
      return page.paragraph(
        view(Text("Tidak ada yang memegang jabatan ini.", en: "Nobody holds such a post.")), role: .textMuted)
    }
    let meeting = found.count { $0.competence.gaps.isEmpty && $0.competence.unassessed.isEmpty }
    let unknown = found.count { !$0.competence.unassessed.isEmpty }
    page.paragraph(
      view(
        Text(
          "\(meeting) dari \(found.count) memenuhi, \(unknown) belum lengkap dinilai",
          en: "\(meeting) of \(found.count) meet it, \(unknown) not fully assessed")))
    let columns = [
      (x: 1, width: 3, isNumber: false), (x: 4, width: 34, isNumber: false), (x: 40, width: 8, isNumber: true),
      (x: 50, width: 60, isNumber: false),
    ]
    for entry in found {
      let competence = entry.competence
      let mark = mark(competence)
      let missing = competence.gaps.map { "\($0.title) \($0.gap ?? 0)" }.joined(separator: ", ")
      page.cells(
        [
          mark, view.cell(view.book.employees.table, entry.row, "name"),
          competence.match?.percent.map { $0.shortWords(view) + "%" } ?? "-",
          missing,
        ], at: columns, role: mark == "!" ? .statusWarn : .value)
    }
  }

  private static func percent(_ competence: PersonCompetence) -> Int64 { competence.match?.percent?.units ?? -1 }

  private static func holders(of standard: PositionStandard, _ view: View) -> [Row] {
    let table = view.book.employees.table
    let condition =
      standard.post.map { Query.Condition("post", .equals($0.raw.text)) }
      ?? standard.positionKind.map { Query.Condition("positionKind", .equals($0.rawValue)) }
    guard let condition else { return [] }
    let rows = table.rows(Query(conditions: [condition]))
    guard let family = standard.jobFamily?.lowercased(), standard.post == nil else { return rows }
    return rows.filter { row in
      table.value("post", at: row)?.text.flatMap { RecordID($0) }.flatMap { view.book.posts[ID($0)]?.jobFamily }?
        .lowercased() == family
    }
  }
}

extension GridChoice {
  static let levels = CompetencyLevel.allCases.map { level in
    GridChoice(
      key: Unicode.Scalar(UInt8(0x30 + level.number)), value: level.rawValue, mark: level.rawValue, title: level.title)
  }
}
