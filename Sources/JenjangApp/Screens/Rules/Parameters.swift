import JSONText
import JenjangDomain
import TerminalKit

extension ScreenEntry {
  static let parameters = ScreenEntry(
    name: "parameters", title: .verbatim("Parameter"), group: .rules,
    count: { view in view.count(ParameterCatalog.families.reduce(0) { $0 + $1.parameters.count }) },
    make: { _ in Parameters() })
}

/// Every number of law and of the agency by family, with the value in force today.
struct Parameters: GroupedScreen {
  static let noun = "parameters"
  var rows = GroupedRows<AnyParameter>()

  func title(_ view: View) -> String { "Parameter" }

  func hint(_ view: View) -> (left: String, right: String) {
    (view(.hint), view(Text("berlaku \(view.today.display)", en: "in force \(view.today.display)")))
  }

  func help(_ view: View) -> [Text] {
    [
      .hint,
      Text(
        "Tab ke keluarga berikut. F4 membandingkan dua tanggal. Tanda ? berarti nilainya belum pasti dan perlu diperiksa.",
        en: "Tab goes to the next family. F4 compares two dates. A ? means that the value is unsure and to be checked."),
    ]
  }

  static let commandTable: [Command<Parameters>] =
    moveCommands + [
      Command(
        "parameters.open", Text("Semua versinya", en: "All its versions"), keys: ["enter"],
        label: Text("Buka", en: "Open"), refusal: { screen, _ in screen.rows.selected == nil ? .noParameter : nil },
        run: { screen, _ in screen.rows.selected.map { .push(ParameterPage($0)) } ?? .none }),
      Command(
        "parameters.compare", Text("Beda antara dua tanggal", en: "Difference between two dates"),
        keys: ["f4", "ctrl-f"], label: Text("Beda", en: "Compare")
      ) { _, view in .push(ParameterDifference.prompt(view)) },
      Command(
        "parameters.propose", Text("Usulkan nilai instansi", en: "Propose a value of the agency"),
        keys: ["f6", "ctrl-n"], label: Text("Usul", en: "Propose"), saves: true,
        refusal: { screen, _ in screen.rows.selected == nil ? .noParameter : nil },
        run: { screen, view in screen.rows.selected.map { .push(ParameterPage.proposal($0, view)) } ?? .none }),
      Command(
        "parameters.local", Text("Semua nilai dan usulan instansi", en: "All values and proposals of the agency"),
        letter: "i"
      ) { _, view in .push(ListScreen(.localParameters, view: view)) },
    ]
    + closingCommands(
      next: Text("Keluarga berikut", en: "Next family"), previous: Text("Keluarga sebelumnya", en: "Previous family"))

  mutating func refresh(_ view: View) {
    rows.fill(ParameterCatalog.families.map { ($0.title, $0.parameters) }, view: view) {
      view($0.title) + " " + $0.key
    }
  }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    let law = view.book.law
    let day = view.today
    rows.draw(Parameters.columns, into: &frame, area, view: view) { parameter in
      guard let version = parameter.version(on: day, by: law) else {
        return GridRow(cells: [view(parameter.title), view(.noVersion)])
      }
      return GridRow(
        cells: [
          view(parameter.title), ParameterWords.value(version, parameter, view), view(version.scope.title),
          version.from?.display ?? "", parameter.key,
        ], mark: version.certainty == .unsure ? "?" : "")
    }
  }

  private static let columns = [
    RowGrid.Column(title: .verbatim("Parameter"), width: 40, wish: 70),
    RowGrid.Column(title: Text("Nilai", en: "Value"), width: 18, wish: 40),
    RowGrid.Column(title: Text("Lingkup", en: "Scope"), width: 9),
    RowGrid.Column(title: Text("Sejak", en: "Since"), width: 10),
    RowGrid.Column(title: Text("Kunci", en: "Key"), width: 30, grows: true),
  ]
}

/// Values of parameters in words.
enum ParameterWords {
  /// On one line, with the unit.
  static func value(_ version: AnyVersion, _ parameter: AnyParameter, _ view: View) -> String {
    let text = version.text.replacing("\n", with: "; ")
    return text + (parameter.unit.map { " " + view($0) } ?? "")
  }

  /// From when until when.
  static func span(_ from: Day?, _ until: Day?, _ view: View) -> String {
    let start = from?.display ?? view(Text("sejak dulu", en: "always"))
    return start + " – " + (until?.display ?? view(Text("seterusnya", en: "on")))
  }
}

extension ListSpec {
  /// The agency's own values of parameters, proposals too.
  static let localParameters = ListSpec(
    name: "localParameters", title: Text("Parameter instansi", en: "Agency parameters"), kind: "local-parameters",
    columns: ["key", "value", "effectiveFrom", "effectiveTo", "proposedBy", "approvedBy", "legalBasis"],
    sort: Query.Sort("effectiveFrom", descending: true),
    open: { id, _, view in
      let key = view.book.localParameters[ID(id)]?.key
      guard let parameter = key.flatMap({ ParameterCatalog.parameter($0) }) else {
        return .push(FormScreen.edit(kind: "local-parameters", id: id, view: view))
      }
      return .push(ParameterPage(parameter))
    }
  ).edited()
}

extension Text {
  fileprivate static let hint = Text(
    "Ketik untuk menyaring; Enter membuka semua versinya.", en: "Type to narrow; Enter opens all versions.")
  fileprivate static let noParameter = Text("Pilih parameternya dulu", en: "Choose a parameter first")
  fileprivate static let noVersion = Text("tidak ada untuk hari ini", en: "none for today")
}
