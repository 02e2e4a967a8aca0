import JenjangDomain

/// What each byte of the lock file stands for.
enum LockByte {
  static let writer = 0
  /// Who writes a snapshot.
  static let compactor = 1
  /// Held in common by every open process.
  static let presence = 2
}

extension Store {
  /// Runs `body` as the only writer of this store.
  func asWriter<R>(_ body: () throws(StoreError) -> R) throws(StoreError) -> R {
    guard let lock = files.lock else { throw .readOnly(readOnlyReason ?? .forked) }
    try waitFor(lock)
    defer {
      disk.unlock(lock, byte: LockByte.writer)
      disk.admitSignals()
    }
    sayHolder()
    return try body()
  }

  /// Returns with the lock, and with signals held so that nobody stops us while we have it; who waits can be ended.
  private func waitFor(_ lock: File) throws(StoreError) {
    if try isTaken(lock) { return }
    let start = disk.uptime
    var milliseconds = 1
    var patience = Patience()
    while true {
      disk.pause(milliseconds: milliseconds)
      milliseconds = min(10, milliseconds * 2) - Int(environment.random() & 1)
      milliseconds = max(1, milliseconds)
      if try isTaken(lock) { return }
      let waited = disk.uptime - start
      let holder = try holder()
      let isPatient = whileWaiting?(holder, waited) ?? patience.holds(for: holder, at: waited)
      guard isPatient else { throw .busy(holder: holder) }
    }
  }

  private func isTaken(_ lock: File) throws(StoreError) -> Bool {
    disk.holdSignals()
    var isTaken = false
    defer { if !isTaken { disk.admitSignals() } }
    isTaken = try disk.lock(lock, byte: LockByte.writer, isExclusive: true)
    return isTaken
  }

  /// What the process that holds the lock says of itself.
  private func holder() throws(StoreError) -> String {
    let text = String(decoding: try disk.contents(Layout.holder) ?? [], as: UTF8.self)
    return String(text.prefix { $0 != "\n" })
  }

  /// Writes our name for those who wait; only when another name stands there, so that one user's commits touch nothing.
  ///
  /// A disk on which that cannot be written still takes the save, or refuses it with its own words.
  private func sayHolder() { try? writeHolder() }

  private func writeHolder() throws(StoreError) {
    if files.holder == nil {
      files.holder = OpenFiles.Holder(file: try disk.open(Layout.holder, .overwrite), name: holderName)
    }
    guard var holder = files.holder else { return }
    files.holder = nil
    defer { files.holder = holder }
    let count = try disk.read(holder.file, at: 0, into: &holder.found, count: holder.found.count)
    if count < holder.name.count || holder.found != holder.name {
      try disk.write(holder.name, to: holder.file, at: 0)
    }
  }

  /// Our name as it stands in the file.
  private var holderName: [UInt8] {
    let number = environment.process == 0 ? "" : " pid \(environment.process)"
    var name = Array(environment.author.session.utf8.prefix(Store.holderSize - 1 - number.utf8.count))
    name.append(contentsOf: number.utf8)
    name.append(10)
    return name + repeatElement(UInt8(ascii: " "), count: Store.holderSize - name.count)
  }

  private static let holderSize = 128
}
