import JenjangDomain
import JenjangStore
import TerminalKit

/// Writes entries of a calendar to a file that calendar programs read.
enum CalendarExport {
  /// `file` begins the name of the file, `name` is that of the calendar; the entries are asked for when it is written.
  static func effect(
    _ file: String, named name: String, _ view: View, entries: @escaping (Book) -> [CalendarText.Entry]
  ) -> Effect {
    .push(
      SaveAs.prompt(file, ending: "ics", view) { path, replaces in
        WriteReport(path: path, replaces: replaces) { session in
          let book = session.store.book
          let text = CalendarText(zone: book.zone, stamp: stamp(session, book.zone))
          return Array(text.text(entries(book), named: name).utf8)
        }
      })
  }

  /// The present moment in universal time: `20261124T021500Z`.
  private static func stamp(_ session: Session, _ zone: IndonesianZone) -> String {
    // The clock is that of the office, so many hours ahead of universal time.
    let now = session.clock.now()
    let minutes = Int(now.day.number) * 1_440 + now.hour * 60 + now.minute - 60 * zone.hours
    let day = Day(number: Int32(clamping: minutes / 1_440)).iso.filter { $0 != "-" }
    let rest = minutes % 1_440
    return day + "T" + Day.twoDigits(rest / 60) + Day.twoDigits(rest % 60) + Day.twoDigits(now.second) + "Z"
  }
}
