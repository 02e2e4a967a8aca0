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
    disk.holdSignals()
    defer { disk.admitSignals() }
    try waitFor(lock)
    defer { disk.unlock(lock, byte: LockByte.writer) }
    return try body()
  }

  private func waitFor(_ lock: File) throws(StoreError) {
    if try disk.lock(lock, byte: LockByte.writer, isExclusive: true) { return sayHolder() }
    let start = disk.uptime
    var milliseconds = 1
    while true {
      disk.pause(milliseconds: milliseconds)
      milliseconds = min(10, milliseconds * 2) - Int(environment.random() & 1)
      milliseconds = max(1, milliseconds)
      if try disk.lock(lock, byte: LockByte.writer, isExclusive: true) { return sayHolder() }
      let waited = disk.uptime - start
      let holder = try holder()
      let isPatient = whileWaiting?(holder, waited) ?? (waited < 10_000)
      guard isPatient else { throw .refused(.busy(holder)) }
    }
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
    var name = Array(environment.author.session.utf8.prefix(Store.holderSize - 1))
    name.append(10)
    name.append(contentsOf: repeatElement(UInt8(ascii: " "), count: Store.holderSize - name.count))
    let file: File
    if let open = files.holder {
      file = open
    } else {
      file = try disk.open(Layout.holder, .overwrite)
      files.holder = file
    }
    if try disk.read(file, at: 0, count: Store.holderSize) != name { try disk.write(name, to: file, at: 0) }
  }

  private static let holderSize = 128
}

extension Text {
  fileprivate static func busy(_ holder: String) -> Text {
    Text(
      "Sedang dipakai \(holder); belum tersimpan. Coba simpan lagi.",
      en: "In use by \(holder); not saved yet. Try saving again.")
  }
}
