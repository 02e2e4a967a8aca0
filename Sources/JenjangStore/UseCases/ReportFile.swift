import Glibc
import JenjangDomain

/// Reports and exports that a user asks for by a path of her own.
public enum ReportFile {
  /// The path with `~/` as the home folder.
  public static func expanded(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = getenv("HOME") else { return path }
    return String(cString: home) + path.dropFirst()
  }

  /// Whether anything stands at the path, a dangling link too.
  public static func exists(_ path: String) -> Bool {
    var facts = stat()
    return lstat(path, &facts) == 0
  }

  /// A path like this one at which nothing stands: `list-2.csv` for `list.csv`.
  public static func freePath(like path: String) -> String {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    let dot = name.dropFirst().lastIndex(of: ".")
    let stem = dot.map { String(path[..<$0]) } ?? path
    let ending = dot.map { String(path[$0...]) } ?? ""
    var number = 2
    while exists("\(stem)-\(number)\(ending)"), number < 1_000 { number += 1 }
    return "\(stem)-\(number)\(ending)"
  }

  /// Writes a whole file, readable by its owner alone, or none.
  ///
  /// A plain file that stands there is only replaced when that was asked, and stays as it was when the new one cannot
  /// be written whole.
  public static func write(_ bytes: [UInt8], to path: String, replacing: Bool) throws(StoreError) {
    let file = try NewFile(path, replacing: replacing)
    try file.write(bytes)
    try file.finish()
  }

  /// What would keep a file from being written at a path: the folder is not there, or nobody may write there.
  public static func hindrance(at path: String) -> StoreError? {
    let folder = OutsideFile.split(path).folder
    guard isFolder(folder) else { return .system(action: "create", path: folder, code: ENOENT) }
    guard access(folder, W_OK | X_OK) == 0 else { return .system(action: "create", path: folder, code: errno) }
    return isFolder(path) ? .system(action: "create", path: path, code: EISDIR) : nil
  }

  /// Writes beside a file of data which head of the chain it shows, and its own hash; notes that in the store.
  ///
  /// A file for other programs stays as it is: `list.csv` gets `list.csv.anchor`, which `sha256sum -c` reads.
  public static func writeAnchor(of path: String, in store: Store) throws(StoreError) {
    let descriptor = try OutsideFile.open(path)
    defer { close(descriptor) }
    let hash = Digits.hex(SHA256.hash(try OutsideFile.contents(of: descriptor, path: path)))
    let head = store.head
    let name = OutsideFile.split(path).name
    let text = """
      \(hash)  \(name)
      # \(store.description.agency), no. \(head.sequence), \(Timestamp.text(store.environment.now()))
      # jenjang verify --anchor \(head.anchor)

      """
    try write(Array(text.utf8), to: path + ".anchor", replacing: true)
    try store.note(head, to: .report, place: path)
  }

  /// The names in a folder that begin with `prefix`, folders with a slash at their end, in order.
  public static func names(in folder: String, prefix: String) -> [String] {
    guard let directory = opendir(folder.isEmpty ? "." : folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name.hasPrefix(prefix), name != ".", name != "..", !prefix.isEmpty || !name.hasPrefix(".") else { continue }
      names.append(name + (isFolder(folder + name) ? "/" : ""))
    }
    return names.sorted()
  }

  /// The number of the file system that a path lies on; nil when nothing is there.
  static func device(of path: String) -> UInt64? {
    var facts = stat()
    return stat(path, &facts) == 0 ? UInt64(facts.st_dev) : nil
  }

  private static func isFolder(_ path: String) -> Bool {
    var facts = stat()
    return stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
  }
}
