import ArgumentParser
import Glibc
import JenjangDomain
import JenjangStore

/// Which state of the journal a reading command shows: the present one, or an earlier one as it was recorded.
///
/// `--as-of DAY` is something else: what is valid on a day, by everything that is known now.
struct RecordedOptions: ParsableArguments {
  @Option(
    help: .say(
      Text(
        "Seperti TERCATAT sesudah simpanan nomor ini (lihat `jenjang log`); bukan tanggal berlaku.",
        en: "As RECORDED once this number was saved (see `jenjang log`); not a day of validity."), value: "n"))
  var asOfSeq: Int?

  @Option(
    help: .say(
      Text(
        "Seperti TERCATAT pada saat ini, jam setempat, misalnya 2026-03-02T09:14; tanpa jam: akhir hari itu.",
        en: "As RECORDED at this moment, local time, such as 2026-03-02T09:14; without a time: the end of that day."),
      value: "time"), transform: RecordedOptions.moment)
  var asOfTime: Int64?

  func validate() throws {
    guard asOfSeq == nil || asOfTime == nil else {
      throw ValidationError(
        Text("Pakai --as-of-seq atau --as-of-time, bukan keduanya.", en: "Use --as-of-seq or --as-of-time, not both.")[
          Speech.language])
    }
  }

  var recorded: Recorded? { asOfSeq.map { .sequence($0) } ?? asOfTime.map { .time($0) } }

  /// `2026-03-02`, `2026-03-02T09:14` or `2026-03-02 09:14:30`, as milliseconds since 1970.
  private static func moment(_ text: String) throws -> Int64 {
    let parts = text.split(whereSeparator: { $0 == "T" || $0 == " " })
    let clock = parts.count > 1 ? parts[1].split(separator: ":").map { Int($0) } : [23, 59, 59]
    guard (1...2).contains(parts.count), let day = Day(iso: String(parts[0])), (2...3).contains(clock.count),
      let hour = clock[0], let minute = clock[1], let second = clock.count > 2 ? clock[2] : 59,
      (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second)
    else {
      throw ValidationError(
        Text(
          "“\(text)” bukan saat; tulis misalnya 2026-03-02T09:14.", en: "“\(text)” is no time; write 2026-03-02T09:14.")[
            Speech.language])
    }
    var local = tm()
    let (year, month, dayOfMonth) = day.parts
    local.tm_year = Int32(year - 1_900)
    local.tm_mon = Int32(month - 1)
    local.tm_mday = Int32(dayOfMonth)
    local.tm_hour = Int32(hour)
    local.tm_min = Int32(minute)
    local.tm_sec = Int32(second)
    local.tm_isdst = -1
    return Int64(mktime(&local)) * 1_000 + 999
  }
}
