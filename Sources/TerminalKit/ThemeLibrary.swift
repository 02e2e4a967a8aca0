import CThemes
import Glibc

/// The folders that hold themes, and the one theme that is built in.
///
/// The first folder that has a file of a name wins, even when that file is bad: its problem is what must be told.
public struct ThemeLibrary: Sendable {
  /// The theme that is built in, and used when none is asked for.
  public static let standardID = "baku"

  /// One theme in the list.
  public struct Entry: Sendable, Equatable {
    public let id: String
    public let indonesian: String
    public let english: String
    /// Why it cannot be used; nil when it can.
    public let problem: ThemeProblem?
  }

  /// Where files are looked for, the first one first; they need not exist.
  public let folders: [String]
  private let embedded: [UInt8]

  public init(folders: [String], embedded: [UInt8]) {
    self.folders = folders
    self.embedded = embedded
  }

  /// The folders of this system, after `first` when one is given.
  ///
  /// In order: `first`, $JENJANG_THEMES, $XDG_CONFIG_HOME/jenjang/themes, share/jenjang/themes beside the program's
  /// folder, and Themes in the package the program was built in.
  public init(first: String? = nil) {
    var count = 0
    let standard = cthemes_standard(&count)
    self.init(
      folders: ThemeFolders.search(first: first),
      embedded: [UInt8](UnsafeBufferPointer(start: standard, count: count)))
  }

  /// The bytes of a theme's file; nil when there is none.
  public func bytes(of id: String) -> [UInt8]? {
    guard ThemeFile.isName(id) else { return nil }
    for folder in folders {
      if let bytes = ThemeFolders.read(folder + "/" + id + ".json") { return bytes }
    }
    return id == Self.standardID ? embedded : nil
  }

  /// Reads a theme and those it extends.
  public func load(_ id: String) throws(ThemeProblem) -> (theme: Theme, warnings: [ThemeWarning]) {
    guard ThemeFile.isName(id) else { throw .badName(id) }
    if id == ThemeFile.basis.id { return (Theme.basis, []) }
    guard let bytes = bytes(of: id) else { throw .missing(id: id) }
    let loaded = try Theme.load(bytes, resolving: self.bytes)
    guard loaded.theme.id == id else { throw .badName(loaded.theme.id) }
    return loaded
  }

  /// All themes by name.
  public func list() -> [Entry] {
    var ids: Set<String> = [Self.standardID]
    for folder in folders { ids.formUnion(ThemeFolders.names(in: folder)) }
    return ids.sorted().map { id in
      do throws(ThemeProblem) {
        let theme = try load(id).theme
        return Entry(id: id, indonesian: theme.name.indonesian, english: theme.name.english, problem: nil)
      } catch {
        return Entry(id: id, indonesian: id, english: id, problem: error)
      }
    }
  }
}

/// Finding and reading theme files.
enum ThemeFolders {
  static func search(first: String?) -> [String] {
    func value(_ name: String) -> String? {
      getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
    var folders: [String] = []
    if let first { folders.append(first) }
    if let folder = value("JENJANG_THEMES") { folders.append(folder) }
    if let folder = value("XDG_CONFIG_HOME") {
      folders.append(folder + "/jenjang/themes")
    } else if let home = value("HOME") {
      folders.append(home + "/.config/jenjang/themes")
    }
    guard let program = programPath() else { return folders }
    var folder = parent(of: program)
    folders.append(parent(of: folder) + "/share/jenjang/themes")
    while folder.count > 1 {
      if access(folder + "/Package.swift", R_OK) == 0, access(folder + "/Themes", R_OK) == 0 {
        folders.append(folder + "/Themes")
        break
      }
      folder = parent(of: folder)
    }
    return folders
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return "/" }
    return String(path[..<slash])
  }

  private static func programPath() -> String? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 4_096) { room in
      guard let start = room.baseAddress else { return nil }
      let count = readlink("/proc/self/exe", start, 4_095)
      guard count > 0 else { return nil }
      return String(decoding: room.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }

  /// At most one byte more than a theme may have; nil when there is no ordinary file.
  static func read(_ path: String) -> [UInt8]? {
    // A pipe must not make us wait.
    let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let room = ThemeFile.largest + 1
    return [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      while count < room {
        let taken = Glibc.read(file, buffer.baseAddress.map { $0 + count }, room - count)
        guard taken > 0 else { break }
        count += taken
      }
    }
  }

  /// The names of the theme files in a folder.
  static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasSuffix(".json") else { continue }
      let id = String(name.dropLast(5))
      if ThemeFile.isName(id) { names.append(id) }
    }
    return names
  }
}
