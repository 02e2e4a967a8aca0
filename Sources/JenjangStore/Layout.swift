import JenjangDomain

/// Where the files of a store are, relative to its folder.
enum Layout {
  static let description = "store.json"
  static let newDescription = ".store.json.new"
  static let head = "HEAD"
  static let lock = "lock"
  static let holder = "lock.who"
  static let journal = "journal"
  static let newSegment = "journal/.new"
  static let rewrittenSegment = "journal/.rw"
  static let snapshots = "snapshot"
  static let quarantine = "quarantine"
  /// Bytes that are given back to a full disk, so that the last saves still fit.
  static let reserve = "reserve"
  static let attachments = "att"
  static let indexes = "index"
  static let cache = "cache"
  static let anchors = "anchors.ndjson"
  static let readMe = "README.txt"
  static let manifest = "MANIFEST.json"
  /// The folders that a store begins with.
  static let folders = [journal, snapshots, indexes, attachments, quarantine, cache]

  /// The files beside those folders.
  static let files = [description, head, lock, holder, anchors, readMe, reserve]

  static func segment(_ number: Int, in folder: String = journal) -> String { "\(folder)/\(padded(number)).ndjson" }

  /// The number of a segment by its file's name; nil for other files.
  static func segmentNumber(_ name: String) -> Int? {
    guard name.utf8.count == 15, name.hasSuffix(".ndjson") else { return nil }
    return digits(name.prefix(8))
  }

  static func generation(_ number: Int) -> String { "\(snapshots)/g\(padded(number))" }

  /// The number of a snapshot by its folder's name; nil for other folders.
  static func generationNumber(_ name: String) -> Int? {
    guard name.utf8.count == 9, name.hasPrefix("g") else { return nil }
    return digits(name.dropFirst())
  }

  static func records(_ kind: String) -> String { kind + ".ndjson" }

  private static func padded(_ number: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, 8 - text.utf8.count)) + text
  }

  private static func digits(_ text: Substring) -> Int? {
    for byte in text.utf8 where !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { return nil }
    return Int(text)
  }
}
