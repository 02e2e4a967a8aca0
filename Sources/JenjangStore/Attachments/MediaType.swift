/// What kind of file some bytes are, told from the bytes and not from the name.
enum MediaType {
  static func of(_ bytes: [UInt8]) -> String {
    for (start, type) in signatures where bytes.starts(with: start) { return type }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return package(bytes) }
    return isText(bytes) ? "text/plain" : "application/octet-stream"
  }

  private static let signatures: [([UInt8], String)] = [
    (Array("%PDF-".utf8), "application/pdf"),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "image/png"),
    ([0xFF, 0xD8, 0xFF], "image/jpeg"),
    ([0x49, 0x49, 0x2A, 0x00], "image/tiff"),
    ([0x4D, 0x4D, 0x00, 0x2A], "image/tiff"),
    (Array("GIF87a".utf8), "image/gif"),
    (Array("GIF89a".utf8), "image/gif"),
  ]

  /// Documents that are ZIP files: one begins with a file that says its type, the other holds folders of known names.
  private static func package(_ bytes: [UInt8]) -> String {
    let start = Array(bytes.prefix(4_096))
    func holds(_ text: String, in bytes: [UInt8]) -> Bool {
      let search = ByteSearch(Array(text.utf8))
      return bytes.withUnsafeBytes { search.first(in: $0) != nil }
    }
    for type in openDocuments where holds("mimetype" + type, in: start) { return type }
    guard holds("[Content_Types].xml", in: bytes) else { return "application/zip" }
    for (folder, type) in officeFolders where holds(folder, in: bytes) {
      return "application/vnd.openxmlformats-officedocument." + type
    }
    return "application/zip"
  }

  private static let openDocuments = [
    "application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.spreadsheet",
  ]
  private static let officeFolders = [
    ("word/document.xml", "wordprocessingml.document"), ("xl/workbook.xml", "spreadsheetml.sheet"),
  ]

  private static func isText(_ bytes: [UInt8]) -> Bool {
    guard String(validating: bytes, as: UTF8.self) != nil else { return false }
    return bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 || $0 == 0x0C }
  }
}
