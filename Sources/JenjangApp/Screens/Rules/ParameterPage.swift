import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// One parameter: every version on a line of time, national and of the agency, proposals, and the one under the cursor.
struct ParameterPage: GridScreen {
  static let noun = "parameter"

  /// A version, or a proposal that is not in force.
  private struct Entry {
    let from: Day?
    let until: Day?
    let text: String
    let basis: String
    let certainty: Certainty
    let isInForce: Bool
    let local: LocalParameter?
  }

  let parameter: AnyParameter
  var grid = RowGrid()
  private var entries: [Entry] = []
  private var readFor: (revision: Int, language: Language)?

  init(_ parameter: AnyParameter) { self.parameter = parameter }

  var rowCount: Int { entries.count }

  func title(_ view: View) -> String { view(parameter.title) }

  func hint(_ view: View) -> (left: String, right: String) {
    (
      view(
        Text("F6 mengusulkan nilai instansi; F9 aksi lain.", en: "F6 proposes a value of the agency; F9 does more.")),
      parameter.key
    )
  }

  func help(_ view: View) -> [Text] {
    [
      Text(
        "✓ menandai yang berlaku hari ini; ? yang belum pasti. Nilai instansi baru berlaku setelah disetujui.",
        en: "✓ marks what is in force today; ? what is unsure. A value of the agency counts only once approved."),
      Text(
        "Mengubah parameter tidak mengubah hasil yang lama.", en: "Changing a parameter changes no earlier result."),
    ]
  }

  private var selected: LocalParameter? { entries.indices.contains(grid.cursor) ? entries[grid.cursor].local : nil }

  static let commandTable: [Command<ParameterPage>] =
    moveCommands + [
      Command(
        "parameter.open", Text("Selengkapnya", en: "In full"), keys: ["enter"], label: Text("Baca", en: "Read")
      ) { screen, _ in screen.reader },
      Command(
        "parameter.propose", Text("Usulkan nilai instansi", en: "Propose a value of the agency"),
        keys: ["f6", "ctrl-n"], label: Text("Usul", en: "Propose"), saves: true
      ) { screen, view in .push(proposal(screen.parameter, view)) },
      Command(
        "parameter.edit", Text("Ubah nilai instansi ini", en: "Edit this value of the agency"), keys: ["f7", "ctrl-e"],
        label: Text("Ubah", en: "Edit"), saves: true,
        refusal: { screen, _ in screen.selected == nil ? .national : nil },
        run: { screen, view in
          screen.selected.map {
            .push(
              explained(FormScreen.edit(kind: "local-parameters", id: $0.id.raw, view: view), screen.parameter, view))
          } ?? .none
        }),
      Command(
        "parameter.approve", Text("Setujui usulan ini", en: "Approve this proposal"), letter: "s", saves: true,
        refusal: { screen, view in
          guard let selected = screen.selected else { return .national }
          // Who may only ask for values approves none, not even by a request.
          return view.book.access?.refusal(toWrite: LocalParameter.kind)
            ?? (selected.approvedBy != nil ? .isApproved : nil)
        }, run: { screen, view in screen.approve(view) }),
      Command("parameter.uses", Text("Dipakai di mana", en: "Where it is used"), letter: "p") { screen, view in
        .push(ParameterUses.reader(screen.parameter, view))
      },
      ActionMenu.command("parameter.actions"),
    ]

  mutating func refresh(_ view: View) {
    if let read = readFor, read == (view.book.revision, view.language) { return }
    readFor = (view.book.revision, view.language)
    let law = view.book.law
    let current = parameter.version(on: view.today, by: law)
    let key = parameter.key
    let locals = view.book.localParameters.all.filter { $0.key == key }
    var found = parameter.versions(by: law).map { version in
      var local: LocalParameter?
      if case .agency(let id) = version.scope { local = locals.first { $0.id.raw == id } }
      return Entry(
        from: version.from, until: version.until, text: ParameterWords.value(version, parameter, view),
        basis: view(version.basis), certainty: version.certainty, isInForce: version == current, local: local)
    }
    let known = Set(found.compactMap { $0.local?.id })
    found += locals.filter { !known.contains($0.id) }.map {
      Entry(
        from: $0.effectiveFrom, until: $0.effectiveTo, text: ($0.value ?? "").replacing("\n", with: "; "),
        basis: $0.legalBasis ?? "", certainty: .agency, isInForce: false, local: $0)
    }
    let isFirst = entries.isEmpty
    entries = found.sorted { ($0.from?.number ?? .min) < ($1.from?.number ?? .min) }
    let place = isFirst ? entries.firstIndex(where: \.isInForce) ?? entries.count - 1 : grid.cursor
    grid.move(to: place, of: entries.count)
  }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    var rest = area
    let head = rest.cutTop(1)
    let unit = parameter.unit.map { " (" + view($0) + ")" } ?? ""
    frame.put(view(parameter.title) + unit, x: head.x + 1, y: head.y, role: .textStrong, width: head.width - 2)
    let details = rest.height >= 10 ? rest.cutBottom(rest.height / 2) : nil
    let entries = entries
    grid.draw(ParameterPage.columns, count: entries.count, into: &frame, rest, view: view) { place in
      let entry = entries[place]
      let mark = entry.isInForce ? "✓" : entry.certainty == .unsure ? "?" : ""
      return GridRow(
        cells: [
          ParameterWords.span(entry.from, entry.until, view), entry.text, ParameterPage.state(entry, view), entry.basis,
        ],
        mark: mark)
    }
    guard let details, entries.indices.contains(grid.cursor) else { return }
    frame.line(x: details.x, y: details.y, width: details.width)
    var page = Page(width: details.width - 2)
    ParameterPage.write(entries[grid.cursor], into: &page, view)
    let place = Rect(x: details.x + 1, y: details.y + 1, width: details.width - 2, height: details.height - 1)
    page.draw(from: 0, into: &frame, place)
  }

  private static func state(_ entry: Entry, _ view: View) -> String {
    guard let local = entry.local else { return view(ParameterScope.national.title) }
    return local.approvedBy == nil
      ? view(Text("usulan", en: "proposal")) : view(ParameterScope.agency(local.id.raw).title)
  }

  private static func write(_ entry: Entry, into page: inout Page, _ view: View) {
    let width = 12
    page.item(view(Text("Nilai", en: "Value")), entry.text, labelWidth: width)
    page.item(
      view(Text("Berlaku", en: "In force")), ParameterWords.span(entry.from, entry.until, view), labelWidth: width)
    page.item(view(Text("Lingkup", en: "Scope")), state(entry, view), labelWidth: width)
    page.item(view(Text("Dasar", en: "Basis")), entry.basis, labelWidth: width)
    page.item(
      view(Text("Kepastian", en: "Certainty")), RuleWords.certainty(entry.certainty, view), labelWidth: width,
      role: entry.certainty == .unsure ? .statusWarn : .value)
    guard let local = entry.local else { return }
    page.item(
      view(Text("Diusulkan", en: "Proposed")), signature(local.proposedBy, local.proposedOn), labelWidth: width)
    page.item(
      view(Text("Disetujui", en: "Approved")),
      local.approvedBy == nil ? view(.notApproved) : signature(local.approvedBy, local.approvedOn), labelWidth: width)
    if let note = local.note { page.item(view(Text("Catatan", en: "Note")), note, labelWidth: width) }
  }

  private static func signature(_ name: String?, _ day: Day?) -> String {
    [name, day?.display].compactMap(\.self).joined(separator: ", ")
  }

  private var reader: Effect {
    guard entries.indices.contains(grid.cursor) else { return .none }
    let entry = entries[grid.cursor]
    let title = parameter.title
    return .push(
      Reader(heading: { view in view(title) }, write: { page, view in ParameterPage.write(entry, into: &page, view) }))
  }
}

extension ParameterPage {
  /// The form of a new value of the agency, with what is known filled in.
  static func proposal(_ parameter: AnyParameter, _ view: View) -> FormScreen {
    let preset: JSONObject = [
      "key": .string(parameter.key), "proposedBy": .string(userName(view)), "proposedOn": view.today.json,
    ]
    return explained(FormScreen.new(kind: "local-parameters", preset: preset, view: view), parameter, view)
  }

  /// The form where the field of the value says what is to be typed and what holds today.
  private static func explained(_ form: FormScreen, _ parameter: AnyParameter, _ view: View) -> FormScreen {
    var form = form
    guard let place = form.fields.firstIndex(where: { $0.spec.name == "value" }) else { return form }
    let spec = form.fields[place].spec
    let now = parameter.version(on: view.today, by: view.book.law)?.text.replacing("\n", with: "; ") ?? "-"
    let help = Text(
      "Isi dengan \(parameter.form.indonesian). Sekarang: \(now)", en: "Enter \(parameter.form.english). Now: \(now)")
    let own = FieldSpec(
      name: spec.name, title: spec.title, help: help, type: spec.type, isRequired: spec.isRequired)
    form.fields[place] = FormField(own, value: form.base.object["value"], view: view)
    return form
  }

  /// Who works here, as a proposal or an approval names them.
  private static func userName(_ view: View) -> String {
    guard let visitor = view.session.store.visitor else { return view.session.store.userName }
    return visitor.actor.person.flatMap { view.book.label(of: $0, kind: Employee.kind.name) } ?? visitor.login
  }

  private func approve(_ view: View) -> Effect {
    guard let selected, let table = view.book.table("local-parameters"), let row = table.row(of: selected.id.raw)
    else { return .none }
    let changes: [String: Change] = [
      "approvedBy": Change(old: nil, new: .string(ParameterPage.userName(view))),
      "approvedOn": Change(old: selected.approvedOn?.json, new: view.today.json),
    ]
    let operation = Operation.update(
      kind: "local-parameters", id: selected.id.raw, base: table.revision(of: row), changes: changes)
    return .commit(
      Transaction([operation], why: selected.legalBasis ?? ""),
      done: Text(
        "Disetujui: \(parameter.title.indonesian)", en: "Approved: \(parameter.title.english)"), then: .none)
  }

  private static let columns = [
    RowGrid.Column(title: Text("Berlaku", en: "In force"), width: 24),
    RowGrid.Column(title: Text("Nilai", en: "Value"), width: 22, wish: 50),
    RowGrid.Column(title: Text("Lingkup", en: "Scope"), width: 9),
    RowGrid.Column(title: Text("Dasar", en: "Basis"), width: 14, grows: true),
  ]
}

extension Text {
  fileprivate static let national = Text(
    "Nilai nasional datang bersama program; F6 mengusulkan nilai instansi",
    en: "A national value comes with the program; F6 proposes a value of the agency")
  fileprivate static let isApproved = Text("Nilai ini sudah disetujui", en: "This value is approved already")
  fileprivate static let notApproved = Text("belum; belum berlaku", en: "not yet; not in force")
}
