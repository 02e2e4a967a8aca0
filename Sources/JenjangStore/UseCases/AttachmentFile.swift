import Glibc
import JenjangDomain

extension Attachment {
  /// Looks at a file that a user wants to attach: what it is, without keeping it.
  ///
  /// `~/` is the user's home. The bytes are read once, for their hash and their kind.
  public static func examine(_ path: String) throws(StoreError) -> Attachment {
    let full = ReportFile.expanded(path)
    let bytes: [UInt8]
    do throws(StoreError) {
      bytes = try OutsideFile.regularContents(full, maximum: maximumSize)
    } catch {
      throw .refused(.cannotAttach(path, error))
    }
    guard !bytes.isEmpty else { throw .refused(.isEmpty(path)) }
    let name = full.split(separator: "/").last.map { cleaned(String($0)) } ?? "berkas"
    return Attachment(
      hash: Digits.hex(SHA256.hash(bytes)), name: name, mediaType: MediaType.of(bytes), size: bytes.count)
  }

  /// A file's name as data: composed, without control characters, at most 200 bytes, its ending kept.
  private static func cleaned(_ name: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in name.unicodeScalars where scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value) {
      scalars.append(scalar)
    }
    var text = String(scalars).composed
    let dot = text.lastIndex(of: ".") ?? text.endIndex
    let ending = String(text[dot...].prefix(16))
    var stem = String(text[..<dot])
    while stem.utf8.count + ending.utf8.count > 200 { stem.removeLast() }
    text = stem + ending
    return text.isEmpty ? "berkas" : text
  }
}

extension Text {
  fileprivate static func isEmpty(_ path: String) -> Text {
    Text("\(path) kosong; tidak ada yang dilampirkan", en: "\(path) is empty; there is nothing to attach")
  }

  fileprivate static func cannotAttach(_ path: String, _ error: StoreError) -> Text {
    guard case .system(_, _, let code) = error else { return error.text }
    return switch code {
    case ENOENT, ENOTDIR: Text("Tidak ada berkas \(path)", en: "There is no file \(path)")
    case EISDIR: Text("\(path) adalah folder; pilih berkas di dalamnya", en: "\(path) is a folder; choose a file in it")
    case EACCES, EPERM: Text("Anda tidak boleh membaca \(path)", en: "You may not read \(path)")
    case EFBIG:
      Text("\(path) lebih besar dari 20 MiB; perkecil dulu", en: "\(path) is larger than 20 MiB; make it smaller first")
    case EINVAL: Text("\(path) bukan berkas biasa", en: "\(path) is not an ordinary file")
    default: .cannotRead(path, SystemError.words(code))
    }
  }

  private static func cannotRead(_ path: String, _ reason: Text) -> Text {
    Text("\(path) tidak dapat dibaca: \(reason.indonesian)", en: "\(path) cannot be read: \(reason.english)")
  }
}
