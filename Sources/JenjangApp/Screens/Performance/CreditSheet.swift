import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// The PAK sheet of a person: the rows, their sum, what rank and level need, and how many months are left.
enum CreditSheet {
  static func screen(_ employee: ID<Employee>) -> Reader {
    Reader(
      heading: { view in "PAK: " + view.person(employee) }, actions: actions(employee), isWhole: true,
      write: { page, view in
        guard let ledger = ledger(employee, view) else { return page.paragraph(view(.recordIsGone)) }
        write(ledger, into: &page, view)
      })
  }

  private static func ledger(_ employee: ID<Employee>, _ view: View) -> CreditLedger? {
    view.book.state(of: employee, on: view.book.day).map {
      CreditLedger(of: PersonFacts($0, in: view.book, by: view.book.law))
    }
  }

  private static func actions(_ employee: ID<Employee>) -> [Command<Reader>] {
    [
      Command(
        "credit.new", Text("Angka kredit lain dengan tangan", en: "Other points by hand"), keys: ["f6", "ctrl-n"],
        label: Text("Baru", en: "New"), letter: "b", saves: true,
        refusal: { _, view in view.book.access?.refusal(toWrite: CreditDecree.kind) },
        run: { _, view in
          var preset = JSONObject()
          preset["employee"] = .string(employee.raw.text)
          preset["positionKind"] = ledger(employee, view)?.level?.json
          preset["grade"] = ledger(employee, view)?.person.state.grade?.json
          let task = FormTask(
            title: Text("Angka kredit lain", en: "Other credit points"),
            fields: [
              "number", "date", "start", "end", "positionKind", "grade", "points", "origin", "authority", "scan",
              "note",
            ])
          return .push(FormScreen.new(kind: CreditDecree.kind.name, preset: preset, task: task, view: view))
        }),
      Command(
        "credit.findings", Text("Temuan aturannya", en: "What the rule found"), keys: ["f11", "ctrl-t"],
        label: Text("Temuan", en: "Findings"), letter: "t",
        refusal: { _, view in ledger(employee, view)?.standing == nil ? .notFunctional : nil },
        run: { _, _ in .push(findings(employee)) }),
      Command(
        "credit.print", Text("Cetak PAK", en: "Print the sheet"), letter: "c",
        refusal: { _, view in view.refusal(.export) },
        run: { _, view in
          let number = view.book.employees[employee]?.employeeNumber ?? employee.raw.text
          let day = view.book.day
          return .push(
            DocumentExport.screen("pak-\(number)", Text("Cetak PAK", en: "Print the sheet")) {
              $0.credit(of: employee, on: day)
            })
        }),
      ActionMenu.command("credit.actions"),
    ]
  }

  private static func findings(_ employee: ID<Employee>) -> Reader {
    Reader(
      heading: { view in view(CreditStanding.title) },
      write: { page, view in
        DueRow.writeShort(ledger(employee, view)?.standing?.findings ?? [], into: &page, view)
      })
  }

  private static func write(_ ledger: CreditLedger, into page: inout Page, _ view: View) {
    let state = ledger.person.state
    page.pairs([
      (view(Text("Nama", en: "Name")), state.employee.fullName),
      ("NIP", state.employee.employeeNumber.map { EmployeeNumber.display(of: $0) } ?? "-"),
      (view(Text("Golongan", en: "Grade")), state.grade.map { view($0.title) } ?? "-"),
      (view(Text("Jenjang", en: "Level")), ledger.level.map { view($0.title) } ?? "-"),
    ])
    guard let output = ledger.standing?.output else {
      page.blank()
      page.paragraph(view(.notFunctional), role: .textMuted)
      return
    }
    page.heading(view(CreditDecree.kind.plural).uppercased())
    rows(of: ledger, output, into: &page, view)
    page.heading(view(Text("Kebutuhan", en: "What is needed")).uppercased())
    needs(output, into: &page, view)
    guard ledger.decrees.count > ledger.counted.count else { return }
    page.heading(view(Text("Tidak dihitung lagi", en: "No longer counted")).uppercased())
    let counted = Set(ledger.counted.map(\.id))
    for decree in ledger.decrees where !counted.contains(decree.id) && decree.origin != .base {
      write(decree, into: &page, view, role: .textMuted)
    }
  }

  private static func rows(
    of ledger: CreditLedger, _ output: CreditStanding.Output, into page: inout Page, _ view: View
  ) {
    let titles = [
      Text("Dari", en: "From"), Text("Sampai", en: "To"), Text("Asal", en: "Origin"), Text("Bulan", en: "Months"),
      Text("Angka kredit", en: "Points"),
    ]
    page.cells(titles.map { view($0) }, at: columns(page), role: .label)
    page.cells(
      ["", "", view(CreditOrigin.base.title), "", points(output.base, view)], at: columns(page))
    for decree in ledger.counted { write(decree, into: &page, view) }
    page.cells(
      ["", "", view(Text("Jumlah", en: "Total")), "", points(output.total, view)], at: columns(page), role: .heading)
  }

  private static func write(_ decree: CreditDecree, into page: inout Page, _ view: View, role: Role = .value) {
    page.cells(
      [
        decree.start?.display ?? "", decree.end?.display ?? "",
        decree.predicate.map { view($0.title) } ?? decree.origin.map { view($0.title) } ?? "-",
        decree.months.map(String.init) ?? "", points(decree.points?.rounded(3), view),
      ], at: columns(page), role: role)
  }

  private static func points(_ points: Decimal?, _ view: View) -> String { points.map { view($0.words) } ?? "-" }

  private static func columns(_ page: Page) -> [(x: Int, width: Int, isNumber: Bool)] {
    let room = max(10, min(40, page.width - 50))
    return [(1, 10, false), (13, 10, false), (25, room, false), (26 + room, 6, true), (33 + room, 12, true)]
  }

  private static func needs(_ output: CreditStanding.Output, into page: inout Page, _ view: View) {
    let rows = [
      (Text("Kenaikan pangkat", en: "Rank promotion"), output.forRank, output.rankBalance, output.monthsToRank),
      (Text("Kenaikan jenjang", en: "Level promotion"), output.forLevel, output.levelBalance, output.monthsToLevel),
    ]
    for (title, need, balance, months) in rows {
      guard let need, let balance else {
        page.item(view(title), view(.highest), labelWidth: 18)
        continue
      }
      let isReached = balance.units >= 0
      let (needed, left) = (need.words, Decimal(units: abs(balance.units), scale: balance.scale).words)
      let months = months ?? 0
      let words =
        isReached
        ? Text(
          "perlu \(needed.indonesian): tercapai, lebih \(left.indonesian)",
          en: "needs \(needed.english): reached, \(left.english) over")
        : Text(
          "perlu \(needed.indonesian): kurang \(left.indonesian), \(months) bulan lagi dengan Baik",
          en: "needs \(needed.english): \(left.english) short, \(months) months at Baik")
      page.item(
        view(title), (isReached ? "✓ " : "! ") + view(words), labelWidth: 18,
        role: isReached ? .statusGood : .statusWarn)
    }
  }
}

extension Text {
  fileprivate static let notFunctional = Text(
    "Tidak memangku jabatan fungsional: tidak ada angka kredit yang dihitung.",
    en: "No functional post is held: no credit points are counted.")
  fileprivate static let highest = Text("tidak ada lagi di atasnya", en: "nothing above it")
}
