import JenjangDomain
import JenjangStore

extension Session {
  /// Brings the radar up to date as far as some milliseconds allow; true when it is complete.
  func updateRadar(milliseconds: Int = 30) -> Bool {
    let end = clock.milliseconds() + milliseconds
    while !radar.update(store.book, people: 1_000) { if clock.milliseconds() >= end { return false } }
    return true
  }
}
