/// A snapshot on the disk.
struct Generation {
  let number: Int
}
extension Store {
  func loadSnapshot() throws(StoreError) {}
  /// Writes a snapshot and its column index, so that the next opening is fast.
  public func snapshot() throws(StoreError) {}
}
