import JSONText

/// A file that belongs to a record: which bytes they are, and what they were called.
///
/// The bytes lie in the store under their hash. The name is what the user's file was called: it is shown and offered
/// again, and never used as a path.
public struct Attachment: Sendable, Hashable {
  /// The longest file that may be attached.
  public static let maximumSize = 20 << 20

  /// The SHA-256 of the bytes, 64 hexadecimal digits in lower case.
  public let hash: String
  public let name: String
  public let mediaType: String
  public let size: Int

  public init(hash: String, name: String, mediaType: String, size: Int) {
    self.hash = hash
    self.name = name
    self.mediaType = mediaType
    self.size = size
  }
}

extension Attachment: FieldValue {
  public static var defaultType: FieldType { .attachment }

  public var json: JSONValue {
    [
      "name": .string(name), "sha256": .string(hash), "size": .integer(Int64(size)), "type": .string(mediaType),
    ]
  }

  public init?(json: JSONValue, type: FieldType = .attachment) {
    guard let object = json.object, let hash = object["sha256"]?.text, Attachment.isHash(hash),
      let name = object["name"]?.text, !name.isEmpty, name.utf8.count <= 255, !name.contains("/"),
      let size = object["size"]?.integer, (1...Int64(Attachment.maximumSize)).contains(size),
      let mediaType = object["type"]?.text
    else { return nil }
    self.init(hash: hash, name: name, mediaType: mediaType, size: Int(size))
  }

  /// Whether a text is a SHA-256 as this program writes it.
  public static func isHash(_ text: String) -> Bool {
    guard text.utf8.count == 64 else { return false }
    return text.utf8.allSatisfy { byte in (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte) }
  }
}

extension Attachment {
  /// What kind of file it is and how large: `PDF, 1,2 MB`.
  public var details: Text {
    let kind = Attachment.kinds[mediaType] ?? .verbatim(mediaType)
    return Text("\(kind.indonesian), \(sizeText(","))", en: "\(kind.english), \(sizeText("."))")
  }

  private func sizeText(_ point: String) -> String {
    if size < 1_000 { return "\(size) B" }
    if size < 1_000_000 { return "\((size + 500) / 1_000) kB" }
    let tenths = (size + 50_000) / 100_000
    return "\(tenths / 10)\(point)\(tenths % 10) MB"
  }

  private static let kinds: [String: Text] = [
    "application/pdf": .verbatim("PDF"), "image/png": .verbatim("PNG"), "image/jpeg": .verbatim("JPEG"),
    "image/tiff": .verbatim("TIFF"), "image/gif": .verbatim("GIF"), "text/plain": Text("teks", en: "text"),
    "application/vnd.oasis.opendocument.text": .verbatim("ODT"),
    "application/vnd.oasis.opendocument.spreadsheet": .verbatim("ODS"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": .verbatim("DOCX"),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": .verbatim("XLSX"),
    "application/zip": .verbatim("ZIP"), "application/octet-stream": Text("berkas", en: "file"),
  ]
}
