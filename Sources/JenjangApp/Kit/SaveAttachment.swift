import JenjangDomain
import JenjangStore

/// Copies of attached files for the user; nothing is ever opened or run from here.
enum SaveAttachment {
  /// The attached files of a record, in the order of its fields.
  static func attachments(of id: RecordID, kind: String, _ view: View) -> [Attachment] {
    guard let table = view.book.table(kind), let row = table.row(of: id) else { return [] }
    return table.type.fields.filter { $0.type == .attachment }
      .compactMap { table.value($0.name, at: row).flatMap { Attachment(json: $0) } }
  }

  /// Asks where the copy is to be written.
  static func prompt(_ attachment: Attachment) -> Prompt {
    SaveAs.prompt(path: "~/" + attachment.name) { path, replaces in CopyAttachment(attachment, to: path, replaces) }
  }

  /// The command with which a screen saves the chosen record's attachment.
  static func command<S>(
    _ name: String, keys: [String] = [], letter: Character? = nil, of find: @escaping (S, View) -> [Attachment]
  ) -> Command<S> {
    Command(
      name, Text("Simpan salinan berkas pindaian ke…", en: "Save a copy of the scanned file to…"), keys: keys,
      letter: letter, refusal: { screen, view in find(screen, view).isEmpty ? .noFile : nil },
      run: { screen, view in find(screen, view).first.map { .push(prompt($0)) } ?? .none })
  }
}

/// Writes the bytes of an attachment, proved by their hash, to a file of the user's.
private struct CopyAttachment: Job {
  let attachment: Attachment
  let path: String
  let replaces: Bool

  init(_ attachment: Attachment, to path: String, _ replaces: Bool) {
    self.attachment = attachment
    self.path = path
    self.replaces = replaces
  }

  var title: Text { Text("Menyalin \(attachment.name)", en: "Copying \(attachment.name)") }
  var progress: (done: Int, total: Int)? { nil }

  mutating func advance(_ session: Session) -> Effect? {
    do throws(StoreError) {
      let bytes = try session.store.bytes(of: attachment)
      return SaveAs.write(bytes, to: path, replacing: replaces, done: .written(path))
    } catch {
      return .say(error.sentence, .bad)
    }
  }

  func cancelled(_ session: Session) -> Effect { .say(.cancelled, .warn) }
}

extension Text {
  fileprivate static let noFile = Text("Tidak ada berkas yang dilampirkan", en: "No file is attached")
}
