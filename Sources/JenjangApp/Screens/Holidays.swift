import JSONText
import JenjangDomain
import TerminalKit

extension ScreenEntry {
  static let holidays = ScreenEntry(
    name: "holidays", title: Text("Hari libur", en: "Holidays"), digit: nil,
    count: { view in view.count(view.book.holidays.table.count) },
    make: { view in ListScreen(.holidays, view: view) })
}

extension ListSpec {
  /// The days that the yearly decree and the region add to the fixed national holidays.
  static let holidays = ListSpec(
    name: "holidays", title: Text("Hari libur", en: "Holidays"), kind: "holidays",
    columns: ["date", "name", "kind", "region", "legalBasis"], sort: Query.Sort("date", descending: true),
    open: { id, _, _ in
      .push(
        RecordReader.screen(kind: "holidays", id: id) { view in
          .replace(FormScreen.edit(kind: "holidays", id: id, view: view))
        })
    },
    preview: { id, view in
      guard let day = view.book.holidays[ID(id)] else { return [] }
      return [
        (view(Text("Hari", en: "Day")), day.date.map { view($0.withWeekday) } ?? "-"),
        (view(Text("Jenis", en: "Kind")), day.kind.map { view($0.title) } ?? "-"),
        (view(Text("Berlaku", en: "Holds")), day.region ?? view(Text("di semua tempat", en: "everywhere"))),
      ]
    },
    commands: [
      Command("holidays.import", Text("Impor dari berkas", en: "Import from a file"), letter: "i") { _, view in
        .push(ScreenEntry.imports.make(view))
      }
    ]
  ).edited()
}
