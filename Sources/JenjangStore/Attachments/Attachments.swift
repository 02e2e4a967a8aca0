import JSONText
import JenjangDomain

extension Store {
  /// The bytes of an attachment, proved by their hash.
  public func bytes(of attachment: Attachment) throws(StoreError) -> [UInt8] {
    let path = Layout.attachment(attachment.hash)
    guard let bytes = try disk.contents(path) else { throw .refused(.isGone(attachment.name)) }
    guard Digits.hex(SHA256.hash(bytes)) == attachment.hash else {
      throw .damaged(file: path, line: 1, sequence: position.sequence)
    }
    return bytes
  }

  /// Puts the files of a transaction into the store, durable before the commit that names them is written.
  func keepFiles(of transaction: Transaction) throws(StoreError) {
    guard !transaction.files.isEmpty else { return }
    for (hash, path) in transaction.files.sorted(by: { $0.key < $1.key }) { try keep(path, as: hash) }
  }

  private func keep(_ path: String, as hash: String) throws(StoreError) {
    guard Attachment.isHash(hash) else { throw .refused(.changed(path)) }
    let bytes = try OutsideFile.regularContents(path, maximum: Attachment.maximumSize)
    guard Digits.hex(SHA256.hash(bytes)) == hash else { throw .refused(.changed(path)) }
    try keep(bytes, as: hash)
  }

  /// Puts bytes into the store under their hash; they and their name are durable then.
  func keep(_ bytes: [UInt8], as hash: String) throws(StoreError) {
    let place = Layout.attachment(hash)
    // The same bytes may lie there already. A file of some age is made anew, so that nobody takes it for an orphan.
    if let facts = try disk.facts(place), facts.size == bytes.count, environment.now() - facts.modified < 86_400_000,
      let old = try disk.contents(place), old == bytes
    {
      return try disk.syncFolder(Layout.attachmentFolder(hash))
    }
    try write(bytes, to: place, in: Layout.attachmentFolder(hash))
  }

  private func write(_ bytes: [UInt8], to place: String, in folder: String) throws(StoreError) {
    if try disk.facts(Layout.attachments) == nil {
      try disk.makeFolder(Layout.attachments)
      try disk.syncFolder("")
    }
    if try disk.facts(folder) == nil { try disk.makeFolder(folder) }
    try disk.syncFolder(Layout.attachments)
    let temporary = folder + "/." + environment.newID().text
    do throws(StoreError) {
      try disk.writeNew(temporary, bytes)
      try disk.rename(temporary, to: place)
    } catch {
      if try disk.facts(temporary) != nil { try disk.remove(temporary) }
      throw error
    }
    try disk.syncFolder(folder)
  }

  /// Refuses a commit that names an attachment whose bytes are not here.
  func refuseMissingFiles(_ operations: [CheckedOperation]) throws(StoreError) {
    for operation in operations {
      for field in book.table(operation.operation.kind)?.type.attachments ?? [] {
        guard let value = operation.operation.newValue(of: field), let attachment = Attachment(json: value)
        else { continue }
        guard try disk.facts(Layout.attachment(attachment.hash))?.size == attachment.size else {
          throw .refused(.isGone(attachment.name))
        }
      }
    }
  }
}

extension Operation {
  fileprivate func newValue(of field: String) -> JSONValue? {
    switch self {
    case .create(_, _, let object): object[field]
    case .update(_, _, _, let changes): changes[field]?.new
    case .delete: nil
    }
  }
}

extension Layout {
  static func attachmentFolder(_ hash: String) -> String { attachments + "/" + hash.prefix(2) }
  static func attachment(_ hash: String) -> String { attachmentFolder(hash) + "/" + hash }
}

extension Text {
  fileprivate static func isGone(_ name: String) -> Text {
    Text("Lampiran \(name) tidak ada lagi; lampirkan lagi", en: "The attachment \(name) is gone; attach it again")
  }

  fileprivate static func changed(_ path: String) -> Text {
    Text(
      "\(path) berubah sejak dipilih; pilih lagi, lalu simpan",
      en: "\(path) has changed since it was chosen; choose it again, then save")
  }
}
