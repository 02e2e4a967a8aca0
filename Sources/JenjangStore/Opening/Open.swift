import Glibc
import JenjangDomain

extension Store {
  /// Reads `store.json`, and what forbids writing: a newer form, or that this is a backup; what is made on the disk from now on is shared as it says.
  ///
  /// In a copy of a store everything stays as it was given to its disk.
  static func describe(_ disk: any Disk, path: String, isCopy: Bool = false, upcasts: Upcasts = .catalog)
    throws(StoreError) -> (description: StoreDescription, reason: Text?)
  {
    guard let bytes = try disk.contents(Layout.description) else {
      guard try disk.holdsStore() else { throw .notFound(path: path) }
      throw .damaged(file: Layout.description, line: 1, sequence: 0)
    }
    let known = max(upcasts.schema, Upcasts.catalog.schema)
    guard let (description, novelty) = StoreDescription.read(bytes, schema: known) else {
      throw .damaged(file: Layout.description, line: 1, sequence: 0)
    }
    if !isCopy, description.sharing == .group { disk.give(FileRights(.group, of: try disk.facts("."))) }
    if novelty == .files { throw .refused(.newerFiles(path)) }
    if novelty == nil, !isCopy, try disk.facts(BackupRecord.name) != nil { return (description, .backup(path)) }
    return (description, novelty == nil ? nil : .newer)
  }

  /// Brings the book from the snapshot to the last acknowledged commit, and deals with what lies behind `HEAD`.
  func load(rejected: [String], tell: ((Double) -> Void)? = nil) throws(StoreError) {
    try openFiles()
    for folder in rejected { try setAsideSnapshot(folder) }
    let head = try readHead()
    guard try replay.begins(at: position) else {
      return becomeReadOnly(.forked)
    }
    try lookForGaps()
    if let head, !position.reaches(head) {
      guard try follow(upTo: head, tell) else { return }
    }
    guard agrees(with: head) else { return becomeReadOnly(.forked) }
    try settleAtOpening(head)
    if try hasGapAhead() { try reportDamage(position.head, .end) }
    files.watch = disk.watch()
  }

  /// True when there are segments further on and the next one is not among them.
  private func hasGapAhead() throws(StoreError) -> Bool {
    guard let last = try disk.segmentNumbers().last, last > position.segment else { return false }
    return try disk.facts(Layout.segment(position.segment + 1)) == nil
  }

  /// Puts a snapshot that is not what its manifest says where it cannot be taken for one.
  private func setAsideSnapshot(_ folder: String) throws(StoreError) {
    let from = generation?.folder ?? Layout.journal
    guard readOnlyReason == nil else { return notice(.snapshotPassedOver(folder, from: from)) }
    notice(.snapshotSetAside(folder, from: from))
    do throws(StoreError) {
      try disk.rename(folder, to: "\(Layout.quarantine)/\(environment.newID().text)-snapshot")
    } catch {
      // It stays where it is and is passed over again the next time.
      return
    }
  }

  private func openFiles() throws(StoreError) {
    do throws(StoreError) {
      if readOnlyReason == nil {
        files.lock = try disk.open(Layout.lock, .overwrite)
        files.head = try disk.open(Layout.head, .overwrite)
      } else if try disk.facts(Layout.lock) != nil {
        files.lock = try disk.open(Layout.lock, .read)
      }
    } catch {
      guard case .system(_, _, let code) = error else { throw error }
      readOnlyReason = .notWritable(code)
    }
    try takePresence()
  }

  /// Says by a lock in common that this store is open; waits a moment for work that must be alone with it.
  private func takePresence() throws(StoreError) {
    guard let lock = files.lock else { return }
    guard try disk.lock(lock, byte: LockByte.presence, isExclusive: false, within: 2_000, every: 20) else {
      throw .inUse(.closed)
    }
    // Another folder was put in this one's place while we were on our way in.
    if try disk.isMoved() { throw .inUse(.closed) }
  }

  /// The hash at the head must be the one that the head names.
  private func agrees(with head: Head?) -> Bool {
    guard let head, head.sequence == position.sequence else { return true }
    guard position.segment == head.segment, position.offset == head.offset else { return true }
    return StoreRule.headHash.holds(position.hash == head.hash)
  }

  /// Deals with what lies behind `HEAD`, if nobody is writing just now.
  private func settleAtOpening(_ head: Head?) throws(StoreError) {
    guard try hasMore() || head != position.head else { return }
    guard readOnlyReason == nil, let lock = files.lock else { return try followBehind(head) }
    guard try disk.lock(lock, byte: LockByte.writer, isExclusive: true) else { return }
    defer { disk.unlock(lock, byte: LockByte.writer) }
    let before = position.sequence
    do throws(StoreError) { try settle() } catch {
      // What could be read is shown. Damage was said when it was found; a disk that refuses is said now.
      switch error {
      case .readOnly, .uncertain: return
      case .system(_, let path, let code): return becomeReadOnly(.cannotSettle(path, code))
      default: throw error
      }
    }
    if head == nil, before > 0 || position.sequence > 0 { notice(.headRebuilt) }
  }

  /// Shows who only reads what whoever saves next will adopt, and writes nothing.
  ///
  /// After a power cut `HEAD` may be old. While somebody is writing, what lies behind it may still be taken back.
  private func followBehind(_ head: Head?) throws(StoreError) {
    guard let lock = files.lock, head != nil else {
      if head == nil { try followWithoutHead() }
      return
    }
    guard try disk.lock(lock, byte: LockByte.writer, isExclusive: false) else { return }
    defer { disk.unlock(lock, byte: LockByte.writer) }
    // Somebody may have finished a save since `HEAD` was read.
    let newest = try readHead()
    if let newest, !position.reaches(newest) {
      guard try follow(upTo: newest) else { return }
    }
    let before = position.sequence
    try followWithoutHead()
    if position.sequence > before { notice(.behindHead(position.sequence - before)) }
  }

  /// Reads as far as the lines are sound; when sound ones follow one that is not, that is damage and no torn tail.
  private func followWithoutHead() throws(StoreError) {
    let stop = try replay.run(&position) { commit throws(StoreError) in apply(commit) }
    guard case .unsound(let isLast) = stop else { return }
    let rest = isLast ? try restOfSegment() : []
    if !isLast || Damage.holdsSoundLine(rest) { try reportDamage(position.head, stop) }
  }

  /// Reads on to a head; false when that led to damage, and then the store is read-only.
  func follow(upTo head: Head, _ tell: ((Double) -> Void)? = nil) throws(StoreError) -> Bool {
    let report = progress(upTo: head.sequence, tell)
    let stop = try replay.run(&position, upTo: head) { commit throws(StoreError) in
      apply(commit)
      report(commit.sequence)
    }
    guard StoreRule.reachesHead.holds(stop == .end && position.reaches(head)) else {
      try reportDamage(head, stop)
      return false
    }
    return true
  }

  /// True when the journal goes on behind our position.
  func hasMore() throws(StoreError) -> Bool {
    if try disk.facts(Layout.segment(position.segment + 1)) != nil { return true }
    return (try disk.facts(Layout.segment(position.segment))?.size ?? 0) != position.offset
  }

  func readHead() throws(StoreError) -> Head? {
    for _ in 0..<3 {
      let bytes: [UInt8]?
      if let file = files.head {
        bytes = try disk.read(file, at: 0, count: Head.size)
      } else {
        bytes = try disk.contents(Layout.head)
      }
      // An empty file is one that was never written; another that is not sound may be half overwritten just now.
      guard let bytes, !bytes.isEmpty else { return nil }
      if let head = Head(bytes) { return head }
    }
    return nil
  }

  func becomeReadOnly(_ reason: Text) {
    readOnlyReason = reason
    notice(reason)
  }
}

extension Text {
  static let newer = Text(
    "Data dibuat versi yang lebih baru; hanya dapat dibaca. Pasang versi terbaru untuk menyimpan.",
    en: "The data was made by a newer version; reading only. Install the newest version to save.")
  fileprivate static func backup(_ path: String) -> Text {
    let path = ShellWord(path)
    return Text(
      "Ini folder cadangan; hanya dapat dibaca. Untuk memakai isinya: `jenjang restore \(path)`",
      en: "This is the folder of a backup; reading only. To use what is in it: `jenjang restore \(path)`")
  }

  static func newerFiles(_ path: String) -> Text {
    Text(
      "\(path) dibuat versi Jenjang yang lebih baru dan tidak terbaca oleh versi ini; pasang versi terbaru",
      en: "\(path) was made by a newer version of Jenjang and cannot be read by this one; install the newest version")
  }

  static let forked = Text(
    "Dua riwayat berbeda ditemukan. Mode baca saja; jalankan jenjang verify.",
    en: "Two different histories were found. Reading only; run jenjang verify.")
  fileprivate static let closed = Text(
    "Data sedang dipulihkan atau dibersihkan oleh orang lain; coba lagi sebentar",
    en: "The store is being restored or cleaned by somebody else; try again in a moment")
  fileprivate static func behindHead(_ count: Int) -> Text {
    Text(
      "\(count) simpanan di belakang HEAD ikut ditampilkan: utuh, tetapi belum diteguhkan sampai ada yang membuka data"
        + " untuk menyimpan.",
      en: "\(count) saves behind HEAD are shown, too: they are whole, but not settled until somebody opens the store to"
        + " save.")
  }

  static let headRebuilt = Text("HEAD dibuat ulang", en: "HEAD was made again")

  fileprivate static func snapshotSetAside(_ folder: String, from other: String) -> Text {
    Text(
      "\(folder) rusak dan disisihkan; memuat dari \(other).",
      en: "\(folder) is damaged and set aside; loaded from \(other).")
  }

  fileprivate static func snapshotPassedOver(_ folder: String, from other: String) -> Text {
    Text(
      "\(folder) rusak dan dilewati; memuat dari \(other).",
      en: "\(folder) is damaged and passed over; loaded from \(other).")
  }

  static func notWritable(_ code: Int32) -> Text {
    let reason = SystemError.words(code)
    return Text(
      "Folder data tidak dapat ditulis (\(reason.indonesian)). Mode baca saja.",
      en: "The data folder cannot be written (\(reason.english)). Reading only.")
  }

  fileprivate static func cannotSettle(_ path: String, _ code: Int32) -> Text {
    let reason = SystemError.words(code)
    return Text(
      "\(path) tidak dapat dibereskan (\(reason.indonesian)). Mode baca saja sampai dibuka kembali.",
      en: "\(path) cannot be put in order (\(reason.english)). Reading only until it is opened again.")
  }
}
