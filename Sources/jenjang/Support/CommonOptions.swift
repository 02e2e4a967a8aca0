import ArgumentParser
import Glibc
import JenjangDomain
import JenjangStore

/// What every command that speaks takes; read by `Speech` before the parser runs.
struct SpeechOptions: ParsableArguments {
  @Option(
    name: .long, help: .say(Text("Bahasa: id atau en.", en: "Language: id or en."), value: "id|en"),
    transform: Arguments.language)
  var lang: Language?
}

/// What every command that reads a store takes.
struct CommonOptions: ParsableArguments {
  @Option(
    name: .long,
    help: .say(
      Text(
        "Map data; tanpa ini JENJANG_DATA, lalu XDG_DATA_HOME/jenjang/store.",
        en: "The data folder; else JENJANG_DATA, else XDG_DATA_HOME/jenjang/store."), value: "dir"))
  var data: String?

  @Option(
    name: .long,
    help: .say(Text("Anggap hari ini tanggal ini.", en: "Take this for today's date."), value: "yyyy-mm-dd"),
    transform: Arguments.day)
  var today: Day?

  @Option(
    name: .customLong("as"),
    help: .say(
      Text(
        "Masuk sebagai pegawai ini (perintah paksa akun bersama).",
        en: "Come in as this person (the forced command of a shared account)."), value: "nip"))
  var person: String?

  @Option(
    name: .customLong("role"),
    help: .say(Text("Peran yang dipakai, misalnya ATASAN.", en: "The role to use, ATASAN for instance."), value: "code")
  )
  var role: String?

  @OptionGroup var speech: SpeechOptions

  /// Opens the store to change it; refuses when nothing can be saved.
  func openForChanges() throws(Failure) -> Store {
    let store = try open(readOnly: false)
    if let reason = store.readOnlyReason { throw Failure(.noPermission, reason) }
    store.keepReserve()
    return store
  }

  /// The day that counts as today.
  var day: Day { today ?? Surroundings.today }

  /// Where the store is.
  func folder() throws(Failure) -> String {
    if let data { return data }
    if let named = Speech.variable("JENJANG_DATA") { return named }
    return try Surroundings.dataHome() + "/jenjang/store"
  }

  /// Opens the store; notices about what had to be put right go to standard error.
  func open(readOnly: Bool = true, recorded: Recorded? = nil) throws(Failure) -> Store {
    try open(folder(), readOnly: readOnly, recorded: recorded)
  }

  /// Opens the store in a folder; `strictly` makes nothing there at all, not even the index that speeds up reading.
  ///
  /// `recorded` shows an earlier state as the journal had it then. Who has set a passphrase is asked for it, unless
  /// the screens do that.
  func open(
    _ path: String, readOnly: Bool, strictly: Bool = false, recorded: Recorded? = nil, defersIndex: Bool = false,
    forScreens: Bool = false
  ) throws(Failure) -> Store {
    var options = OpenOptions(environment: Environment.live(), today: day, isReadOnly: readOnly)
    options.keepsIndex = !strictly
    options.defersIndex = defersIndex
    options.recorded = recorded
    let store = try opened(path, options)
    if store.isProvisional { return store }
    if !forScreens { try Entry.prove(store) }
    store.notices.forEach(Remark.say)
    store.whenNoticed = Remark.say
    var isSaid = false
    var patience = Patience()
    store.whileWaiting = { holder, milliseconds in
      if milliseconds >= 1_000, !isSaid {
        isSaid = true
        Remark.say(.waiting(for: LockHolder(holder)))
      }
      return patience.holds(for: holder, at: milliseconds)
    }
    if !readOnly, let warning = store.roomWarning { Remark.say(warning) }
    return store
  }
}

extension CommonOptions {
  /// Opens a store and finds out who uses it; says how far that is when it takes long.
  private func opened(_ path: String, _ options: OpenOptions) throws(Failure) -> Store {
    let progress = ProgressLine(Text("Membuka data", en: "Opening the store"))
    defer { progress.end() }
    let store = try Self.store(path, options, progress)
    guard !store.isProvisional else { return store }
    guard options.recorded != nil else {
      try enter(store)
      return store
    }
    // An earlier state is looked at with the rights of the present one.
    let present = OpenOptions(environment: options.environment, today: Surroundings.today, isReadOnly: true)
    let newest = try Self.store(path, present, progress)
    try enter(newest)
    store.enter(like: newest)
    return store
  }

  private static func store(_ path: String, _ options: OpenOptions, _ progress: ProgressLine) throws(Failure) -> Store {
    do throws(StoreError) { return try Store(opening: path, options: options) { progress.show($0) } } catch {
      throw Failure(error)
    }
  }

  /// Opens the store on another thread while the screens show a first list of it.
  func opening(_ path: String, isReadOnly: Bool) -> Opening {
    var options = OpenOptions(environment: Environment.live(), today: day, isReadOnly: isReadOnly)
    options.keepsIndex = !isReadOnly
    let (opened, person, role) = (options, person, role)
    return Opening { tell in
      let store = try Store(opening: path, options: opened, whileOpening: tell)
      try CommonOptions.enter(store, as: person, role: role)
      return store
    }
  }

  /// Takes the role asked for; roles count as of the real day, whatever `--today` says.
  private func enter(_ store: Store) throws(Failure) {
    try CommonOptions.enter(store, as: person, role: role)
  }

  private static func enter(_ store: Store, as person: String?, role: String?) throws(Failure) {
    let shown = store.book.day
    if store.book.knowsRoles { store.book.move(to: Surroundings.today) }
    do throws(StoreError) { try store.enter(as: person, on: Surroundings.today) } catch { throw Failure(error) }
    if let role { try take(role, in: store) }
    store.book.move(to: shown)
  }

  private static func take(_ role: String, in store: Store) throws(Failure) {
    let actors = store.visitor?.identity.actors ?? []
    guard let actor = actors.first(where: { $0.role.rawValue == role.uppercased() }) else {
      throw Failure(.noPermission, .noSuchRole(role, actors.map(\.role.rawValue).joined(separator: ", ")))
    }
    store.take(actor)
  }

  /// Ends the command when the role lacks a right.
  func require(_ right: Right, of store: Store) throws(Failure) {
    if let refusal = store.book.access?.refusal(right) { throw Failure(.noPermission, refusal) }
  }
}

/// Reads what the parser hands over as text.
enum Arguments {
  static func day(_ text: String) throws -> Day {
    guard let day = Day(typed: text, today: Surroundings.today, language: Speech.language) else {
      throw ValidationError(
        Text("\(text) bukan tanggal; tulis misalnya 2026-08-31.", en: "\(text) is no date; write 2026-08-31.")[
          Speech.language])
    }
    return day
  }

  static func language(_ text: String) throws -> Language {
    guard let language = Language(rawValue: text) else {
      throw ValidationError(
        Text("Bahasa \(text) tidak ada; pakai id atau en.", en: "No language \(text); use id or en.")[Speech.language])
    }
    return language
  }

  /// The record type that a plural name means.
  static func type(_ name: String) throws(Failure) -> RecordType {
    if let type = Catalog.types.first(where: { $0.kind.name == name }) { return type }
    throw Failure(.usage, .unknownKind(name))
  }

  /// The names of all kinds of records.
  static var kinds: String { Catalog.types.map(\.kind.name).joined(separator: ", ") }
}

extension Text {
  fileprivate static func waiting(for holder: LockHolder) -> Text {
    let name = holder.text(withProcess: true)
    return Text("menunggu \(name.indonesian) …", en: "waiting for \(name.english) …")
  }

  fileprivate static func noSuchRole(_ role: String, _ roles: String) -> Text {
    Text("Anda tidak berperan \(role); peran Anda: \(roles)", en: "You have no role \(role); yours: \(roles)")
  }

  fileprivate static func unknownKind(_ name: String) -> Text {
    if let meant = Spelling.nearest(to: name, in: Catalog.types.map(\.kind.name)) {
      return Text(
        "tidak ada jenis data \(name); maksud Anda \(meant)?", en: "there is no kind \(name); did you mean \(meant)?")
    }
    return Text(
      "tidak ada jenis data \(name); yang ada: \(Arguments.kinds)",
      en: "there is no kind \(name); there are: \(Arguments.kinds)")
  }
}
