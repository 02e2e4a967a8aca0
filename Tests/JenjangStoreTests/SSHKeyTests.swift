import Testing

@testable import JenjangStore

/// Which key somebody came in with, as sshd says it and `ssh-keygen -l` shows it.
@Suite struct SSHKeyTests {
  private static let keys = [
    (
      "publickey ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHy90pHNnxYKXBP/ieuos3c8jO91nH8BXKPdzsIDb/AJ",
      "SHA256:0TZnmoBDjhT9VAv0nHb2HjCGhqTlnZ8+bl3/OF8vFmQ"
    ),
    (
      "publickey ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBPWXSJOkPWZaM9bwSGJ6bUZjB"
        + "+erM+/Qcq1YEYeWEkXDx7flschLv68PdS9ioEw3o3lCHPMtnQn4/KCTbGikId8=",
      "SHA256:8gaAlqO9wP5pZY7byHc94TDY4fSOdKpTguNI+UoC404"
    ),
  ]

  @Test(arguments: keys) func `the fingerprint is the one that ssh-keygen shows`(_ line: String, _ fingerprint: String)
  {
    #expect(SSHKey.fingerprint(in: line) == fingerprint)
    #expect(SSHKey.fingerprint(in: "password\n" + line + "\n") == fingerprint)
  }

  @Test(arguments: ["", "password", "keyboard-interactive/pam", "publickey ssh-ed25519", "publickey x ===", "a b c d"])
  func `who came in without a key has none`(_ text: String) {
    #expect(SSHKey.fingerprint(in: text) == nil)
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
    ("foobar", "Zm9vYmFy"),
  ])
  func `base 64 is that of RFC 4648`(_ plain: String, _ coded: String) {
    let unpadded = coded.filter { $0 != "=" }
    #expect(Digits.base64(Array(plain.utf8)) == unpadded)
    #expect(Digits.base64Bytes(coded) == Array(plain.utf8))
    #expect(Digits.base64Bytes(unpadded) == Array(plain.utf8))
  }

  @Test(arguments: ["Z", "Zg=", "Zm8==", "Zm9v=", "Zm 9", "Zm9_", "===="])
  func `what is no base 64 has no bytes`(_ text: String) {
    #expect(Digits.base64Bytes(text) == nil)
  }
}
