import Glibc
import JSONText
import JenjangDomain

/// A file of one user that is not part of any store.
public enum UserFile: Sendable, Hashable {
  case settings
  case keymap
  /// Which columns of files went where when records of a kind were imported.
  case importMapping(kind: String)

  var name: String {
    switch self {
    case .settings: "settings.json"
    case .keymap: "keymap.json"
    case .importMapping(let kind):
      "import-" + String(kind.filter { $0.isASCII && ($0.isLetter || $0 == "-") }) + ".json"
    }
  }
}

/// The files of one user: settings and the like below `$XDG_CONFIG_HOME/jenjang`, drafts below `$XDG_STATE_HOME/jenjang`.
///
/// Each is one JSON object, replaced as a whole and only after its bytes are on the disk. Folders are 0700 and files
/// 0600; a link is never followed, and what is larger than `maximumSize` is not read.
public struct UserFiles: Sendable {
  public static let maximumSize = 1 << 20

  /// Nil when the user has no home.
  public let configFolder: String?
  public let stateFolder: String?

  public init(environment: (String) -> String?) {
    configFolder = Self.folder(environment, "XDG_CONFIG_HOME", ".config")
    stateFolder = Self.folder(environment, "XDG_STATE_HOME", ".local/state")
  }

  /// The standard says that a relative path in these variables is to be ignored.
  private static func folder(_ environment: (String) -> String?, _ variable: String, _ inHome: String) -> String? {
    if let path = environment(variable), path.hasPrefix("/") { return path + "/jenjang" }
    guard let home = environment("HOME"), home.hasPrefix("/") else { return nil }
    return home + "/" + inHome + "/jenjang"
  }

  /// The object in a file; nil when there is none or it cannot be read as one.
  public func read(_ file: UserFile) -> JSONObject? {
    configFolder.flatMap { UserFolder(opening: $0)?.read(file.name) }
  }

  /// A file is there that cannot be read as an object: what is in it is the user's work, and is not to be replaced.
  public func isUnreadable(_ file: UserFile) -> Bool {
    guard let folder = configFolder.flatMap({ UserFolder(opening: $0) }) else { return false }
    return folder.names.contains(file.name) && folder.read(file.name) == nil
  }

  /// Replaces a file; the folder is made when it is not there.
  public func write(_ object: JSONObject, to file: UserFile) throws(StoreError) {
    guard let configFolder else { throw .refused(.noHome) }
    try UserFolder(making: configFolder).write(object, to: file.name)
  }

  /// Puts members into a file and keeps the others that are there; nil removes one.
  public func merge(_ members: [String: JSONValue?], into file: UserFile) throws(StoreError) {
    var object = read(file) ?? JSONObject()
    for (name, value) in members { object[name] = value }
    try write(object, to: file)
  }
}

extension UserFiles {
  private func draftFolder(of store: RecordID) -> String? { stateFolder.map { $0 + "/" + store.text + "/drafts" } }

  /// The drafts for a store in the present form of its records, the newest first; what is no draft is passed over.
  public func drafts(store: RecordID, _ upcasts: Upcasts = .catalog) -> [Draft] {
    guard let folder = draftFolder(of: store).flatMap({ UserFolder(opening: $0) }) else { return [] }
    let objects = folder.names.filter { $0.hasSuffix(".json") }.compactMap { folder.read($0) }
    let drafts = objects.compactMap { Draft($0)?.raised(by: upcasts) }
    return drafts.sorted { ($0.savedAt, $0.id) > ($1.savedAt, $1.id) }
  }

  public func save(_ draft: Draft, store: RecordID) throws(StoreError) {
    guard let folder = draftFolder(of: store) else { throw .refused(.noHome) }
    try UserFolder(making: folder).write(draft.object, to: draft.id.text + ".json")
  }

  /// Throws a draft away; nothing happens when there is none.
  public func remove(draft id: RecordID, store: RecordID) {
    draftFolder(of: store).flatMap { UserFolder(opening: $0) }?.remove(id.text + ".json")
  }
}

extension UserFiles {
  private static let attempts = "attempts.json"

  private func attemptsFolder(of store: RecordID) -> String? { stateFolder.map { $0 + "/" + store.text } }

  /// How often a passphrase of somebody was tried in vain here.
  func attempts(of holder: String, store: RecordID) -> EntryAttempts {
    let folder = attemptsFolder(of: store).flatMap { UserFolder(opening: $0) }
    let pair = folder?.read(Self.attempts)?[holder]?.array?.compactMap(\.integer) ?? []
    return pair.count == 2 ? EntryAttempts(failures: Int(clamping: pair[0]), last: pair[1]) : EntryAttempts()
  }

  /// Keeps that for the next start; without failures nothing is kept.
  func keep(_ attempts: EntryAttempts, of holder: String, store: RecordID) throws(StoreError) {
    guard let path = attemptsFolder(of: store) else { throw .refused(.noHome) }
    let folder = try UserFolder(making: path)
    var object = folder.read(Self.attempts) ?? JSONObject()
    object[holder] = attempts.failures == 0 ? nil : [.integer(Int64(attempts.failures)), .integer(attempts.last)]
    try folder.write(object, to: Self.attempts)
  }
}

extension Text {
  fileprivate static let noHome = Text(
    "Tidak ada map pribadi: HOME belum diatur", en: "There is no folder for your own files: HOME is not set")
}
