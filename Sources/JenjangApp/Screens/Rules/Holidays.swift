import JSONText
import JenjangDomain
import TerminalKit

extension ScreenEntry {
  static let holidays = ScreenEntry(.holidays, group: .rules)
}

extension ListSpec {
  /// The days that the yearly decree and the region add to the fixed national holidays.
  static let holidays = ListSpec(
    name: "holidays", title: Text("Hari libur", en: "Holidays"), kind: "holidays",
    columns: ["date", "name", "kind", "region", "legalBasis"], sort: Query.Sort("date", descending: true),
    open: { id, _, _ in .read("holidays", id) },
    preview: { id, view in
      guard let day = view.book.holidays[ID(id)] else { return [] }
      return [
        (view(Text("Hari", en: "Day")), day.date.map { view($0.withWeekday) } ?? "-"),
        (view(Text("Jenis", en: "Kind")), day.kind.map { view($0.title) } ?? "-"),
        (view(Text("Berlaku", en: "Holds")), day.region ?? view(Text("di semua tempat", en: "everywhere"))),
      ]
    },
    commands: [
      Command("holidays.previous", Text("Tahun sebelumnya", en: "Previous year"), keys: ["left"], letter: "s") {
        list, view in HolidayYear.turn(&list, by: -1, view)
      },
      Command("holidays.next", Text("Tahun berikutnya", en: "Next year"), keys: ["right"], letter: "b") {
        list, view in HolidayYear.turn(&list, by: 1, view)
      },
      Command(
        "holidays.all", Text("Semua tahun", en: "All years"), letter: "a",
        refusal: { list, _ in HolidayYear.shown(list) == nil ? .allYears : nil },
        run: { list, _ in
          list.filter = ""
          return .none
        }),
      Command("holidays.import", Text("Impor dari berkas", en: "Import from a file"), letter: "i") { _, view in
        .push(ScreenEntry.imports.make(view))
      },
    ]
  ).edited()
}

/// The holidays of one year, as the filter of their list says it.
enum HolidayYear {
  /// The year that the filter names; nil while all are shown.
  static func shown(_ list: ListScreen) -> Int? {
    let start = "date>="
    guard list.filter.hasPrefix(start) else { return nil }
    return Int(list.filter.dropFirst(start.utf8.count).prefix(4))
  }

  /// Shows the next or the previous year; first of all this one.
  static func turn(_ list: inout ListScreen, by step: Int, _ view: View) -> Effect {
    let year = shown(list).map { $0 + step } ?? view.today.year
    list.filter = "date>=\(year)-01-01 date<=\(year)-12-31"
    return .say(
      Text(
        "Hari libur \(year); panah kiri dan kanan: tahun lain", en: "Holidays of \(year); left and right: other years"))
  }
}

extension Text {
  fileprivate static let allYears = Text("Semua tahun sudah tampil", en: "All years are shown already")
}
