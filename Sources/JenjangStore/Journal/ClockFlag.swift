import JenjangDomain

/// What a commit's line says of a clock that does not fit the commit before it; the order is the sequence number's.
enum ClockFlag: String {
  /// The clock shows a time before that commit.
  case back
  /// More than a day lies between them, as after a pause or a wrong setting.
  case jump

  /// How far behind the last commit a clock may be: two machines, or one that was set right.
  private static let tolerance: Int64 = 2 * 60_000
  fileprivate static let day: Int64 = 24 * 60 * 60_000

  /// Nil when nothing is strange, or nothing is known of a commit before.
  init?(now: Int64, after last: Int64?) {
    guard let last else { return nil }
    if now < last - ClockFlag.tolerance {
      self = .back
    } else if now > last + ClockFlag.day {
      self = .jump
    } else {
      return nil
    }
  }
}

extension Store {
  /// The time of the last commit; nil before the first, or when it cannot be read.
  private func timeOfLastCommit() -> Int64? {
    if let lastTime { return lastTime }
    return position.sequence == 0 ? nil : (try? commits(limit: 1))?.first?.time
  }

  /// Judges the clock before a commit, and tells the user once when it shows a time before the last one or more than
  /// a day after it.
  func judgeClock(_ now: Int64) -> ClockFlag? {
    let last = timeOfLastCommit()
    let flag = ClockFlag(now: now, after: last)
    if flag == .back, !hasToldOfClock { notice(.clockWentBack) }
    if flag == .jump, let last { notice(.clockJumped(Int((now - last) / ClockFlag.day))) }
    hasToldOfClock = flag == .back
    return flag
  }
}

extension Text {
  fileprivate static func clockJumped(_ days: Int) -> Text {
    let english = days == 1 ? "1 day" : "\(days) days"
    return Text(
      "Menurut jam komputer ini simpanan terakhir \(days) hari lalu. Bila tidak benar, periksa tanggal dan jamnya.",
      en: "By this computer's clock the last save was \(english) ago. If that is wrong, check its date and time.")
  }

  fileprivate static let clockWentBack = Text(
    "Jam komputer ini di belakang simpanan terakhir. Urutan simpanan tetap benar; periksa tanggal dan jamnya.",
    en: "This computer's clock is behind the last save. The order of saves is still right; check its date and time.")
}
