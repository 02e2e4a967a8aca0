import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

extension ScreenEntry {
  static let credits = ScreenEntry(.credits, group: .performance)
}

extension ListSpec {
  /// Every decree of credit points; Enter shows the sheet of its person.
  static let credits = ListSpec(
    name: "credits", title: CreditDecree.kind.plural, kind: CreditDecree.kind.name,
    columns: ["employee", "points", "predicate", "start", "end", "positionKind", "isReplaced", "number"],
    sort: Query.Sort("end", descending: true),
    open: { id, _, view in
      view.book.creditDecrees[ID(id)]?.employee.map { .push(CreditSheet.screen($0)) } ?? .none
    },
    create: { view in .push(FormScreen.new(kind: CreditDecree.kind.name, view: view)) },
    edit: { id, view in .push(FormScreen.edit(kind: CreditDecree.kind.name, id: id, view: view)) },
    preview: { id, view in
      guard let decree = view.book.creditDecrees[ID(id)] else { return [] }
      return [
        (view(Text("Dasar perhitungan", en: "Found by")), decree.policy ?? "-"),
        (view(Text("Asal", en: "Origin")), decree.origin.map { view($0.title) } ?? view(.converted)),
      ]
    },
    commands: [
      Command(
        "credits.run", Text("Hitung angka kredit satu periode", en: "Find the credit points of a period"), letter: "h",
        saves: true, refusal: { _, view in view.book.access?.refusal(toWrite: CreditDecree.kind) },
        run: { _, _ in .push(CreditBatch.cycles) }),
      Command("credits.person", Text("Lembar PAK seorang pegawai", en: "PAK sheet of a person"), letter: "p") { _, _ in
        .push(RulePerson.people { person, _ in .replace(CreditSheet.screen(ID(person))) })
      },
    ])
}

extension Text {
  fileprivate static let converted = Text("Konversi predikat", en: "Conversion of a rating")
}
