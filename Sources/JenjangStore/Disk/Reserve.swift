import Glibc
import JenjangDomain

/// Room that is kept for the last saves on a full disk.
extension Store {
  static let reserveSize = 16 << 20

  /// Makes the reserve when there is none and the disk has room enough.
  ///
  /// For moments of rest: it writes 16 MiB once in the life of a store.
  public func keepReserve() {
    guard readOnlyReason == nil, let space = disk.space, space.free > 8 * Store.reserveSize else { return }
    do throws(StoreError) {
      if let facts = try disk.facts(Layout.reserve) {
        guard facts.kind == .file, facts.size < Store.reserveSize else { return }
        try disk.remove(Layout.reserve)
      }
      try fillReserve()
    } catch {
      // A disk that has no room for the reserve says so at the next save.
      return
    }
  }

  private func fillReserve() throws(StoreError) {
    let file = try disk.open(Layout.reserve, .create)
    defer { disk.close(file) }
    let piece = [UInt8](repeating: 0, count: 1 << 20)
    do throws(StoreError) {
      for _ in 0..<(Store.reserveSize / piece.count) { try disk.append(piece, to: file) }
      try disk.sync(file)
    } catch {
      try disk.remove(Layout.reserve)
      throw error
    }
  }

  /// Gives the reserve back to the disk; false when there is none.
  func releaseReserve() throws(StoreError) -> Bool {
    guard try disk.facts(Layout.reserve) != nil else { return false }
    try disk.remove(Layout.reserve)
    notice(.reserveUsed)
    return true
  }

  /// Runs what writes; when the disk is full, once more after the reserve was given back.
  ///
  /// What `body` has written before it failed, it must have taken back.
  func usingReserve(_ body: () throws(StoreError) -> Void) throws(StoreError) {
    do throws(StoreError) { try body() } catch {
      guard error.isFullDisk, try releaseReserve() else { throw error }
      try body()
    }
  }

  /// What is to be said of a disk that fills up; nil when there is room.
  public var roomWarning: Text? {
    guard let space = disk.space, space.isLow else { return nil }
    return .lowRoom(space)
  }
}

extension Text {
  fileprivate static let reserveUsed = Text(
    "Cakram penuh; cadangan 16 MiB dipakai. Kosongkan cakram sekarang: sesudah ini tidak ada yang dapat disimpan.",
    en: "The disk is full; the reserve of 16 MiB was used. Make room now: after it nothing more can be saved.")

  fileprivate static func lowRoom(_ space: DiskSpace) -> Text {
    let free = space.free >> 20
    let percent = space.total > 0 ? space.free * 100 / space.total : 0
    return Text(
      "Cakram hampir penuh: sisa \(free) MiB (\(percent)%). Kosongkan sebelum simpanan gagal.",
      en: "The disk is almost full: \(free) MiB left (\(percent)%). Make room before saving fails.")
  }
}
