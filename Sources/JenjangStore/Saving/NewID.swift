import JenjangDomain

extension Store {
  /// An identity for a record that is about to be created.
  public func newID() -> RecordID { environment.newID() }

  /// Milliseconds since 1970, UTC, by the clock that dates commits.
  public var now: Int64 { environment.now() }
}
