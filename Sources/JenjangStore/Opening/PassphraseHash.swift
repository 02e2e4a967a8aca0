import CSodium
import JenjangDomain

/// Passphrases as they are kept: Argon2id by libsodium, with its own salt and its parameters in the text.
public enum PassphraseHash {
  /// How dear one try is.
  public struct Strength: Sendable, Hashable {
    /// Passes over the memory.
    public let passes: UInt64
    /// Bytes of memory that one try takes.
    public let memory: Int

    public init(passes: UInt64, memory: Int) {
      self.passes = passes
      self.memory = memory
    }

    /// Three passes over 64 MiB, one lane: a few tenths of a second, and what a server with many sessions can bear.
    ///
    /// Source: RFC 9106 section 4, the second recommended option; libsodium has one lane only.
    public static let standard = Strength(passes: 3, memory: 64 << 20)
  }

  /// The fewest and the most characters that are taken.
  public static let lengths = 8...256

  /// Why a new passphrase is not taken; nil when it is.
  public static func problem(with text: String) -> Text? {
    let count = text.count
    if count < lengths.lowerBound { return .tooShort }
    if count > lengths.upperBound { return .tooLong }
    return Set(text).count < 4 ? .tooPlain : nil
  }

  /// The hash of a new passphrase; takes the time and memory of its strength, so never on the way of a key.
  public static func make(_ text: String, strength: Strength = .standard) throws(StoreError) -> String {
    guard sodium_init() >= 0 else { throw .refused(.noMemory) }
    var bytes = Array(text.utf8CString)
    defer { sodium_memzero(&bytes, bytes.count) }
    var output = [CChar](repeating: 0, count: Int(crypto_pwhash_strbytes()))
    let outcome = crypto_pwhash_str_alg(
      &output, bytes, UInt64(bytes.count - 1), strength.passes, strength.memory, crypto_pwhash_alg_argon2id13())
    guard outcome == 0 else { throw .refused(.noMemory) }
    return String(decoding: output.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Whether a text is the passphrase of a hash; as dear as making one.
  public static func fits(_ text: String, _ hash: String) -> Bool {
    guard sodium_init() >= 0 else { return false }
    var bytes = Array(text.utf8CString)
    defer { sodium_memzero(&bytes, bytes.count) }
    let known = Array(hash.utf8CString)
    guard known.count <= crypto_pwhash_strbytes() else { return false }
    return crypto_pwhash_str_verify(known, bytes, UInt64(bytes.count - 1)) == 0
  }
}

extension Text {
  fileprivate static let tooShort = Text(
    "Paling sedikit 8 karakter; beberapa kata lebih mudah diingat", en: "At least 8 characters; a few words are easy")
  fileprivate static let tooLong = Text("Paling banyak 256 karakter", en: "At most 256 characters")
  fileprivate static let tooPlain = Text(
    "Terlalu mudah ditebak: pakai lebih banyak huruf yang berbeda", en: "Too easy to guess: use more different letters")
  fileprivate static let noMemory = Text(
    "Frasa sandi tidak dapat diolah: memori kurang; tutup program lain lalu ulangi",
    en: "The passphrase cannot be hashed: too little memory; close other programs and try again")
}
