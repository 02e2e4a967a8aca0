import JenjangDomain

extension Verifier {
  /// Every attachment that the journal names must be there; whether each is what its name says is seen elsewhere.
  ///
  /// Bytes that no commit names are no fault: they were attached and not saved, and are removed after a week.
  mutating func checkNamedAttachments() throws(StoreError) {
    var names = AttachmentNames()
    try names.readOn(disk)
    for hash in names.hashes.sorted() where try disk.facts(Layout.attachment(hash)) == nil {
      find(Layout.attachment(hash), nil, .missing)
    }
  }
}

extension Text {
  fileprivate static let missing = Text("lampiran tidak ada", en: "the attachment is missing")
}
