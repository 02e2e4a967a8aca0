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
      Command("holidays.year", Text("Satu tahun saja…", en: "One year only…"), letter: "t") { _, view in
        .push(yearChooser(view))
      },
      Command("holidays.import", Text("Impor dari berkas", en: "Import from a file"), letter: "i") { _, view in
        .push(ScreenEntry.imports.make(view))
      },
    ]
  ).edited()

  private static func yearChooser(_ view: View) -> Chooser {
    let years = Set(view.book.holidays.all.compactMap { $0.date?.year }).sorted(by: >)
    return Chooser("holidays.years", Text("Tahun", en: "Year")) { query, view in
      let all = Choice(title: view(Text("Semua tahun", en: "Every year")), effect: narrow(""))
      let found = years.filter { query.isEmpty || String($0).contains(query) }.map { year in
        Choice(title: String(year), effect: narrow("date>=\(year)-01-01 date<=\(year)-12-31"))
      }
      return query.isEmpty ? [all] + found : found
    }
  }

  private static func narrow(_ filter: String) -> Effect {
    .back(to: ListScreen.self) { list, _ in
      list.filter = filter
      return .none
    }
  }
}
