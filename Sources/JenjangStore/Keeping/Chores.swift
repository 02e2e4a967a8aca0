import JenjangDomain

/// What a program does for its store now and then: the head into the system log, a word when the disk fills up, the
/// reserve.
public struct Chores {
  /// Milliseconds between two looks of who saves without a rest: what lasts no longer does nothing.
  static let pause: Int64 = 60_000

  private var looked: Int64?
  private var saidRoom = false

  public init() {}

  /// To be called after each save of many: mostly it compares two numbers.
  ///
  /// Gives what the user must be told. `write` gets the line for the system log.
  public mutating func afterSave(in store: Store, write: (String) -> Void = SystemLog.write) -> Text? {
    let now = store.environment.now()
    let last = looked ?? now
    let isDue = now - last >= Self.pause || now < last
    if isDue || looked == nil { looked = now }
    return isDue ? look(at: store, write: write) : nil
  }

  /// Does what is due; gives what is to be told of a disk that fills up, once.
  public mutating func look(at store: Store, write: (String) -> Void = SystemLog.write) -> Text? {
    SystemLog.publish(store, write: write)
    guard store.readOnlyReason == nil else { return nil }
    guard let warning = store.roomWarning else {
      saidRoom = false
      store.keepReserve()
      return nil
    }
    defer { saidRoom = true }
    return saidRoom ? nil : warning
  }
}
