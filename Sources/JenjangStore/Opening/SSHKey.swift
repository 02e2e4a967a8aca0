import Glibc

/// The key with which somebody came in over SSH, where the server says so (`ExposeAuthInfo yes`).
///
/// sshd writes into a file of its own how it convinced itself of who that is, and names the file in `SSH_USER_AUTH`. It
/// tells people apart who share one account; it proves as much as sshd's settings for that account do.
enum SSHKey {
  /// What is read of the file at most; a line holds a key of some hundred bytes.
  private static let maximum = 64 << 10

  /// The fingerprint of the key of this session; nil where there is none, or the server does not say.
  static func ofSession() -> String? {
    guard let path = getenv("SSH_USER_AUTH").map({ String(cString: $0) }),
      let bytes = try? OutsideFile.regularContents(path, maximum: maximum)
    else { return nil }
    return fingerprint(in: String(decoding: bytes, as: UTF8.self))
  }

  /// `SHA256:` and the hash as `ssh-keygen -l` shows it, of the first key in the text.
  ///
  /// A line is `publickey ssh-ed25519 AAAA…`; other ways to come in, and text that is no such file, have none.
  static func fingerprint(in text: String) -> String? {
    for line in text.split(whereSeparator: \.isNewline) {
      let words = line.split(separator: " ")
      guard words.count >= 3, words[0] == "publickey", let key = Digits.base64Bytes(words[2]), !key.isEmpty else {
        continue
      }
      return "SHA256:" + Digits.base64(SHA256.hash(key))
    }
    return nil
  }
}
