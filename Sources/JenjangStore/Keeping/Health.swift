import JenjangDomain

/// One thing about a store and its surroundings that was looked at, and what to do about it.
public struct HealthLine: Sendable {
  public enum Status: String, Sendable {
    case good
    case warning
    case bad
  }

  /// A name for scripts, for ever.
  public let name: String
  public let title: Text
  public let status: Status
  public let value: Text
  /// What to do; nil when nothing is to be done.
  public let advice: Text?

  init(_ name: String, _ title: Text, _ status: Status, _ value: Text, _ advice: Text? = nil) {
    self.name = name
    self.title = title
    self.status = status
    self.value = value
    self.advice = advice
  }
}

extension Store {
  /// How the store and the machine below it are; cheap enough for a screen, but for the syncs.
  ///
  /// `timesSyncs` writes a small file into the cache and syncs it twenty times.
  public func health(timesSyncs: Bool, backupDays: Int = 7) -> [HealthLine] {
    let lines = [
      useLine, backupLine(days: backupDays), checkLine, snapshotLine, publicationLine, spaceLine, fileSystemLine,
      preloadLine, watchLine, clockLine, permissionLine, sharingLine,
    ]
    return lines + (timesSyncs ? [syncLine()] : [])
  }

  private var useLine: HealthLine {
    let title = Text("Penyimpanan", en: "Saving")
    guard let reason = readOnlyReason else {
      return HealthLine("saving", title, .good, Text("dapat menyimpan", en: "works"))
    }
    let advice = Text("jalankan jenjang verify; lihat jenjang repair", en: "run jenjang verify; see jenjang repair")
    return HealthLine("saving", title, .bad, reason, isDamaged ? advice : nil)
  }

  private func backupLine(days: Int) -> HealthLine {
    let title = Text("Cadangan terakhir", en: "Last backup")
    let advice = Text("jalankan jenjang backup FOLDER ke cakram lain", en: "run jenjang backup FOLDER to another disk")
    guard let last = anchors().last(where: { $0.kind == .backup }) else {
      return HealthLine("backup", title, .bad, Text("belum pernah", en: "never"), advice)
    }
    let age = Age(since: last.time, now: environment.now())
    let behind = head.sequence - last.head.sequence
    return HealthLine(
      "backup", title, age.days >= days ? .warning : .good,
      Text(
        "\(age.text.indonesian), di \(last.place), \(behind) simpanan sesudahnya",
        en: "\(age.text.english), in \(last.place), \(behind) commits since"), age.days >= days ? advice : nil)
  }

  private var checkLine: HealthLine {
    let title = Text("Rantai terbukti", en: "Chain proved")
    guard let record = checkRecord else {
      return HealthLine(
        "verified", title, .warning, Text("belum diperiksa", en: "not checked yet"),
        Text(
          "biarkan program terbuka satu menit tanpa mengetik", en: "leave the program open for a minute without typing")
      )
    }
    if let finding = record.findings.first {
      let place = finding.line.map { "\(finding.file):\($0)" } ?? finding.file
      return HealthLine(
        "verified", title, .bad,
        Text("\(place): \(finding.text.indonesian)", en: "\(place): \(finding.text.english)"),
        Text(
          "jalankan jenjang verify --deep; lihat jenjang repair", en: "run jenjang verify --deep; see jenjang repair"))
    }
    return HealthLine(
      "verified", title, .good,
      Text(
        "sampai no. \(record.head.sequence) dari \(head.sequence)",
        en: "to no. \(record.head.sequence) of \(head.sequence)"))
  }

  private var snapshotLine: HealthLine {
    let title = Text("Cuplikan", en: "Snapshot")
    let behind = position.sequence - (generation?.manifest.position.sequence ?? 0)
    let value = Text("\(behind) simpanan di belakang", en: "\(behind) commits behind")
    guard needsSnapshot else { return HealthLine("snapshot", title, .good, value) }
    return HealthLine(
      "snapshot", title, .warning, value,
      Text(
        "biarkan program terbuka setengah menit tanpa mengetik",
        en: "leave the program open for half a minute without typing"))
  }

  private var publicationLine: HealthLine {
    let title = Text("Jangkar di luar", en: "Anchors outside")
    guard let last = anchors().last else {
      return HealthLine(
        "anchors", title, .warning, Text("belum ada", en: "none yet"),
        Text("cetak satu laporan, atau biarkan program terbuka", en: "print a report, or leave the program open"))
    }
    let age = Age(since: last.time, now: environment.now()).text
    return HealthLine(
      "anchors", title, .good,
      Text(
        "\(last.head.anchor) (\(last.kind.rawValue), \(age.indonesian))",
        en: "\(last.head.anchor) (\(last.kind.rawValue), \(age.english))"))
  }

  private var spaceLine: HealthLine {
    let title = Text("Ruang kosong", en: "Free space")
    guard let space = disk.space else {
      return HealthLine("space", title, .warning, Text("tidak diketahui", en: "unknown"))
    }
    let value = Text(
      "\(space.free >> 20) MiB dari \(space.total >> 20) MiB", en: "\(space.free >> 20) MiB of \(space.total >> 20) MiB"
    )
    guard let warning = roomWarning else { return HealthLine("space", title, .good, value) }
    return HealthLine("space", title, .warning, value, warning)
  }

  private var fileSystemLine: HealthLine {
    let title = Text("Sistem berkas", en: "File system")
    let type = disk.fileSystem ?? "?"
    if let refusal = Surroundings.refusal(ofFileSystem: type) {
      return HealthLine("fileSystem", title, .bad, .verbatim(type), refusal)
    }
    guard ["tmpfs", "ramfs", "overlay"].contains(type) else {
      return HealthLine("fileSystem", title, .good, .verbatim(type))
    }
    return HealthLine(
      "fileSystem", title, .warning, .verbatim(type),
      Text(
        "tidak tahan listrik padam; pindahkan data ke cakram biasa",
        en: "does not survive a power cut; move the store to an ordinary disk"))
  }

  private var preloadLine: HealthLine {
    let title = Text("Pustaka sisipan", en: "Preloaded libraries")
    let library = MachineFacts.preloaded
    guard let library else { return HealthLine("preload", title, .good, Text("tidak ada", en: "none")) }
    let isLying = library.contains("eatmydata")
    return HealthLine(
      "preload", title, isLying ? .bad : .warning, .verbatim(library),
      Text(
        "jalankan tanpa LD_PRELOAD; simpanan mungkin tidak sampai ke cakram",
        en: "run without LD_PRELOAD; saves may not reach the disk"))
  }

  private var watchLine: HealthLine {
    let title = Text("Kabar perubahan", en: "News of changes")
    let limit = MachineFacts.watchLimit.map(String.init) ?? "?"
    let value = Text(
      "inotify, paling banyak \(limit) untuk satu pengguna", en: "inotify, at most \(limit) for one user")
    if files.watch != nil { return HealthLine("watch", title, .good, value) }
    return HealthLine(
      "watch", title, .warning, value,
      Text(
        "naikkan fs.inotify.max_user_instances; perubahan orang lain tampil lebih lambat",
        en: "raise fs.inotify.max_user_instances; others' changes show later"))
  }

  private var clockLine: HealthLine {
    let title = Text("Jam", en: "Clock")
    let now = environment.now()
    let last = (try? commits(limit: 1))?.first?.time ?? now
    let value = Text.verbatim(Timestamp.text(now))
    if now >= last - 120_000, now <= last + 366 * 86_400_000 { return HealthLine("clock", title, .good, value) }
    return HealthLine(
      "clock", title, .warning, value,
      Text(
        "jam jauh dari simpanan terakhir (\(Timestamp.text(last))); periksa jam mesin",
        en: "the clock is far from the last commit (\(Timestamp.text(last))); check it"))
  }

  private var permissionLine: HealthLine {
    let title = Text("Izin berkas", en: "Permissions")
    do throws(StoreError) {
      _ = try Surroundings.check(disk, path: path, sharing: description.sharing)
      let wrong = try wrongPermissions()
      guard let first = wrong.first else { return HealthLine("permissions", title, .good, description.sharing.words) }
      return HealthLine(
        "permissions", title, .warning,
        Text(
          "\(wrong.count) berkas atau map tidak sesuai, misalnya \(first)",
          en: "\(wrong.count) files or folders are not as they should be, \(first) for instance"), .correct)
    } catch {
      return HealthLine("permissions", title, .bad, error.text, .correct)
    }
  }

  private var sharingLine: HealthLine {
    let title = Text("Cara berbagi", en: "Sharing")
    guard description.sharing == .group else {
      return HealthLine(
        "sharing", title, .good,
        Text("satu akun memiliki berkas; orang masuk lewat SSH", en: "one account owns the files; people come by SSH"))
    }
    let group = (try? disk.facts("."))??.group
    let name = group.map(SystemNames.group) ?? "?"
    return HealthLine(
      "sharing", title, .good,
      Text(
        "anggota grup \(name) memiliki berkas bersama; siapa yang menyimpan hanyalah pengakuan",
        en: "members of the group \(name) own the files together; who saved is only a claim"))
  }

  /// Twenty small syncs; a disk that answers faster than any can is keeping them in a cache that power takes away.
  private func syncLine() -> HealthLine {
    let title = Text("Waktu sinkron", en: "Time of a sync")
    guard readOnlyReason == nil, let median = try? medianOfSyncs() else {
      return HealthLine("sync", title, .warning, Text("tidak diukur", en: "not measured"))
    }
    let value = Text("\(median) mikrodetik (median dari 20)", en: "\(median) microseconds (median of 20)")
    if median < 20 {
      return HealthLine(
        "sync", title, .warning, value,
        Text(
          "terlalu cepat untuk cakram sungguhan; simpanan dapat hilang bila listrik padam",
          en: "too fast for a real disk; saves may be lost in a power cut"))
    }
    if median > 50_000 {
      return HealthLine(
        "sync", title, .warning, value,
        Text("cakram lambat; setiap simpanan menunggu selama itu", en: "a slow disk; each save waits so long"))
    }
    return HealthLine("sync", title, .good, value)
  }

  private func medianOfSyncs() throws(StoreError) -> Int {
    let path = Layout.cache + "/sync-test"
    if try disk.facts(path) != nil { try disk.remove(path) }
    let file = try disk.open(path, .create)
    defer {
      disk.close(file)
      _ = try? disk.remove(path)
    }
    let clock = ContinuousClock()
    var times: [Int] = []
    for _ in 0..<20 {
      let start = clock.now
      try disk.append([UInt8](repeating: 0x2E, count: 600), to: file)
      try disk.sync(file)
      times.append(Int(start.duration(to: clock.now) / .microseconds(1)))
    }
    return times.sorted()[10]
  }
}

extension Sharing {
  /// Who reaches the files, and with which permissions.
  fileprivate var words: Text {
    switch self {
    case .owner: Text("hanya pemiliknya (0700, 0600)", en: "the owner alone (0700, 0600)")
    case .group: Text("pemilik dan grupnya (2770, 0660)", en: "the owner and the group (2770, 0660)")
    }
  }
}

extension Text {
  fileprivate static let correct = Text("jalankan jenjang doctor --fix", en: "run jenjang doctor --fix")
}

/// How long something is ago.
public struct Age {
  public let days: Int
  private let hours: Int

  public init(since time: Int64, now: Int64) {
    hours = Int(max(0, now - time) / 3_600_000)
    days = hours / 24
  }

  public var text: Text {
    if days > 1 { return Text("\(days) hari lalu", en: "\(days) days ago") }
    if hours > 1 { return Text("\(hours) jam lalu", en: "\(hours) hours ago") }
    return Text("kurang dari dua jam lalu", en: "less than two hours ago")
  }
}
