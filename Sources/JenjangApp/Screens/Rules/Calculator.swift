import JSONText
import JenjangDomain
import TerminalKit

extension ScreenEntry {
  static let calculator = ScreenEntry(
    name: "calculator", title: Text("Kalkulator aturan", en: "Rule calculator"), group: .rules,
    count: { view in view.count(RuleBook.rules.count) }, make: { _ in Calculator() })
}

/// The rule book by subject: a rule is chosen here, and its case is filled in and judged in `RuleCase`.
struct Calculator: GroupedScreen {
  static let noun = "calculator"
  var rows = GroupedRows<AnyRule>()

  func title(_ view: View) -> String { view(Text("Kalkulator aturan", en: "Rule calculator")) }

  func hint(_ view: View) -> (left: String, right: String) {
    let left = rows.selected.map { view($0.purpose) } ?? view(.chooseRule)
    return (left, "")
  }

  func help(_ view: View) -> [Text] {
    [
      .chooseRule,
      Text(
        "Tab ke kelompok berikut. F9: hitung satu aturan untuk seorang pegawai.",
        en: "Tab goes to the next group. F9: ask a rule about one person."),
    ]
  }

  static let commandTable: [Command<Calculator>] =
    moveCommands + [
      Command(
        "calculator.open", Text("Isi dan hitung", en: "Fill in and judge"), keys: ["enter"],
        label: Text("Buka", en: "Open"), refusal: { screen, _ in screen.rows.selected == nil ? .noRule : nil },
        run: { screen, view in screen.rows.selected.map { .push(RuleCase.resumed($0, view)) } ?? .none }),
      Command(
        "calculator.person", Text("Untuk seorang pegawai…", en: "For a person…"), keys: ["alt-p"], letter: "p",
        refusal: { screen, _ in screen.rows.selected == nil ? .noRule : nil },
        run: { screen, _ in screen.rows.selected.map { .push(RulePerson.people(for: $0)) } ?? .none }),
    ]
    + closingCommands(
      next: Text("Kelompok berikut", en: "Next group"), previous: Text("Kelompok sebelumnya", en: "Previous group"))

  mutating func refresh(_ view: View) {
    let groups = RuleSubject.allCases.map { subject in
      (title: subject.title, items: RuleBook.rules.filter { $0.subject == subject })
    }
    rows.fill(groups, view: view) { "\(view($0.title)) \($0.name) \(view($0.basis))" }
  }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    let isWide = area.width >= 110
    rows.draw(isWide ? Calculator.wideColumns : Calculator.columns, into: &frame, area, view: view) { rule in
      GridRow(cells: [view(rule.title), isWide ? view(rule.purpose) : view(rule.basis), view(rule.basis)])
    }
  }

  private static let columns = [
    RowGrid.Column(title: Text("Aturan", en: "Rule"), width: 40),
    RowGrid.Column(title: Text("Dasar", en: "Basis"), width: 20, grows: true),
  ]
  private static let wideColumns = [
    RowGrid.Column(title: Text("Aturan", en: "Rule"), width: 44),
    RowGrid.Column(title: Text("Jawaban", en: "Answers"), width: 30, grows: true),
    RowGrid.Column(title: Text("Dasar", en: "Basis"), width: 24, grows: true),
  ]
}

/// Joining rules and people: which person, and which rule.
enum RulePerson {
  /// What the store says about a person for a rule; nil when it says nothing or the rule does not ask about people.
  static func input(_ rule: AnyRule, _ person: RecordID, on day: Day? = nil, _ view: View) -> JSONObject? {
    guard let state = view.book.state(of: ID(person), on: day ?? view.book.day) else { return nil }
    return rule.input(for: PersonFacts(state, in: view.book, by: view.book.law))
  }

  /// Chooses the person for a rule and opens the case.
  static func people(for rule: AnyRule) -> Chooser {
    people { person, view in
      guard let input = input(rule, person, view) else { return .all([.pop, .say(.notAboutPeople, .warn)]) }
      return .replace(RuleCase(rule, input: input, person: person, view: view))
    }
  }

  /// Chooses a person.
  static func people(_ take: @escaping (RecordID, View) -> Effect) -> Chooser {
    Chooser("calculator.people", Text("Untuk pegawai", en: "For the person"), columns: 76) { query, view in
      guard let table = view.book.table("employees") else { return [] }
      return Lookup.rows(query, in: table).prefix(200).map { row in
        let id = table.id(of: row)
        return Choice(
          title: view.cell(table, row, "name"), detail: Lookup.details(of: row, in: table, view), effect: take(id, view)
        )
      }
    }
  }

  /// Chooses one of the rules that ask about people, for one person.
  static func rules(for person: RecordID, on day: Day?, _ view: View) -> Chooser {
    let fitting = RuleBook.rules.compactMap { rule in
      input(rule, person, on: day, view).map { (rule: rule, input: $0) }
    }
    return Chooser("calculator.rules", Text("Aturan untuk pegawai ini", en: "Rules about this person"), columns: 76) {
      query, view in
      fitting.filter { Fuzzy.score(query, in: view($0.rule.title) + " " + $0.rule.name) != nil }.map { entry in
        Choice(
          title: view(entry.rule.title), detail: view(entry.rule.subject.title),
          effect: .replace(RuleCase(entry.rule, input: entry.input, person: person, view: view)))
      }
    }
  }
}

extension Text {
  static let notAboutPeople = Text(
    "Aturan ini tidak mengambil masukan dari data pegawai; isi sendiri formulirnya",
    en: "This rule takes no input from the record of a person; fill the form in yourself")
  fileprivate static let chooseRule = Text(
    "Ketik untuk menyaring aturan; Enter membuka formulirnya.", en: "Type to narrow the rules; Enter opens the form.")
  fileprivate static let noRule = Text("Pilih aturannya dulu", en: "Choose a rule first")
}
