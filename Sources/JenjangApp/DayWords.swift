import JenjangDomain
import JenjangStore

/// Moments in words, as the user's own clock shows them.
enum DayWords {
  /// A moment in milliseconds since 1970: `09.14` today, `kemarin 16.40`, else the date.
  static func moment(_ milliseconds: Int64, _ view: View) -> String {
    let time = LocalTime(seconds: milliseconds / 1_000)
    let separator = view.language == .indonesian ? "." : ":"
    let clock = Day.twoDigits(time.hour) + separator + Day.twoDigits(time.minute)
    switch view.today.number - time.day.number {
    case 0: return clock
    case 1: return view(Text("kemarin", en: "yesterday")) + " " + clock
    default: return time.day.display + " " + clock
    }
  }
}
