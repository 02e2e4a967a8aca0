import JenjangDomain

extension Disk {
  /// Runs `body` while no process has the store open, except who holds `lock` here.
  ///
  /// Waits a moment for a process that is just ending, or just beginning: between its start and its own program a child
  /// process holds what its parent had open. Who else has it open then is named in what is thrown.
  func alone<R>(_ lock: File, _ body: () throws(StoreError) -> R) throws(StoreError) -> R {
    guard try self.lock(lock, byte: LockByte.presence, isExclusive: true, within: 100, every: 10) else {
      throw .inUse(.inTheWay(users(of: Layout.lock)))
    }
    // Our own presence goes on, if we had one; closing the file ends it.
    defer { _ = try? self.lock(lock, byte: LockByte.presence, isExclusive: false) }
    return try body()
  }
}

extension Store {
  /// Runs `body` as the only process that has this store open.
  func alone<R>(_ body: () throws(StoreError) -> R) throws(StoreError) -> R {
    guard let lock = files.lock else { throw .readOnly(readOnlyReason ?? .forked) }
    return try disk.alone(lock, body)
  }
}

extension Text {
  private static let somebody = Text("proses lain", en: "another process")

  fileprivate static func inTheWay(_ users: [String]) -> Text {
    let names = users.isEmpty ? nil : users.joined(separator: "; ")
    return Text(
      "Data ini sedang dibuka oleh \(names ?? somebody.indonesian). Minta mereka keluar, lalu ulangi.",
      en: "This store is open in \(names ?? somebody.english). Ask them to leave, then repeat.")
  }
}
