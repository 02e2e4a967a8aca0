import Glibc
import JSONText
import JenjangDomain
import Testing

@testable import JenjangStore
@testable import Proofs

/// The domain's, not that of the testing library.
private typealias Attachment = JenjangDomain.Attachment

@Suite struct AttachmentTests {
  private static let pdf = Array("%PDF-1.7 contoh".utf8)

  /// A store, and a file beside it.
  private struct Desk {
    let site: Site
    let file: String

    init(_ bytes: [UInt8] = AttachmentTests.pdf, name: String = "SK pangkat.pdf") throws {
      site = try Site()
      file = site.folder.path + "/" + name
      try ReportFile.write(bytes, to: file, replacing: false)
    }

    func document(_ attachment: Attachment, keeping: Bool = true) -> Transaction {
      let id = site.world.environment().newID()
      var transaction = Transaction([
        .create(kind: "documents", id: id, object: ["title": "SK", "scan": attachment.json])
      ])
      if keeping { transaction.files[attachment.hash] = file }
      return transaction
    }
  }

  @Test func `bytes are in the store before the commit that names them, and are proved when read`() throws {
    let desk = try Desk()
    let attachment = try Attachment.examine(desk.file)
    #expect(attachment.name == "SK pangkat.pdf")
    #expect(attachment.mediaType == "application/pdf")
    #expect(attachment.size == Self.pdf.count)
    let store = try desk.site.open()
    try store.commit(desk.document(attachment))
    #expect(try desk.site.bytes(Layout.attachment(attachment.hash)) == Self.pdf)
    let again = try desk.site.open()
    #expect(try again.bytes(of: attachment) == Self.pdf)
    #expect(try Store.verify(at: desk.site.path, deep: true).isClean)
    try desk.site.put(Layout.attachment(attachment.hash), Array("something".utf8))
    #expect(throws: StoreError.self) { try again.bytes(of: attachment) }
    #expect(try Store.verify(at: desk.site.path, deep: true).findings.map(\.file).count == 1)
    #expect(try Store.verify(at: desk.site.path, deep: false).isClean)
  }

  @Test func `a file that changed since it was chosen is not attached`() throws {
    let desk = try Desk()
    let attachment = try Attachment.examine(desk.file)
    try ReportFile.write(Array("%PDF-1.7 lain".utf8), to: desk.file, replacing: true)
    let store = try desk.site.open()
    #expect(throws: StoreError.self) { try store.commit(desk.document(attachment)) }
    #expect(store.head.sequence == 0)
    #expect(try PosixDisk(desk.site.path).list("att") == [])
  }

  @Test func `a commit that names bytes which are not there is refused`() throws {
    let desk = try Desk()
    let attachment = try Attachment.examine(desk.file)
    let store = try desk.site.open()
    #expect(throws: StoreError.self) { try store.commit(desk.document(attachment, keeping: false)) }
    try store.commit(desk.document(attachment))
    try store.commit(desk.document(attachment, keeping: false))
  }

  @Test func `what cannot be attached says why`() throws {
    let desk = try Desk([])
    let folder = desk.site.folder.path
    mkfifo(folder + "/pipe", 0o600)
    let large = try #require(fopen(folder + "/large", "w"))
    ftruncate(fileno(large), off_t(Attachment.maximumSize + 1))
    fclose(large)
    let cases = [
      (desk.file, "is empty"), (folder, "is a folder"), (folder + "/pipe", "not an ordinary file"),
      (folder + "/large", "larger than 20 MiB"), (folder + "/none", "There is no file"),
    ]
    for (path, words) in cases {
      let error = #expect(throws: StoreError.self) { try Attachment.examine(path) }
      #expect(error?.text.english.contains(words) == true, "\(path)")
    }
  }

  @Test func `bytes that no commit ever named go after a week, others stay`() throws {
    let desk = try Desk()
    let attachment = try Attachment.examine(desk.file)
    let store = try desk.site.open()
    let transaction = desk.document(attachment)
    try store.commit(transaction)
    try store.commit(transaction.inverse(base: 1))
    let orphan = String(repeating: "ab", count: 32)
    try store.disk.makeFolder(Layout.attachmentFolder(orphan))
    try store.disk.writeNew(Layout.attachment(orphan), [1])
    try store.removeOrphans()
    #expect(try store.disk.facts(Layout.attachment(orphan)) != nil)
    for path in [Layout.attachment(orphan), Layout.attachment(attachment.hash)] { try age(path, of: desk.site) }
    try store.snapshot()
    #expect(try store.disk.facts(Layout.attachment(orphan)) == nil)
    #expect(try store.disk.facts(Layout.attachment(attachment.hash)) != nil)
  }

  /// Makes a file of the store so old that the clock of the tests calls it eight days.
  private func age(_ path: String, of site: Site) throws {
    let seconds = Int(site.world.environment().now() / 1_000) - 8 * 86_400
    var times = [timespec(tv_sec: seconds, tv_nsec: 0), timespec(tv_sec: seconds, tv_nsec: 0)]
    #expect(utimensat(AT_FDCWD, site.path + "/" + path, &times, 0) == 0)
  }

  @Test(arguments: [
    ("%PDF-1.4", "application/pdf"), ("GIF89a..", "image/gif"), ("halo\nSiti é", "text/plain"),
    ("\u{1}\u{2}", "application/octet-stream"),
    ("PK\u{3}\u{4}......mimetypeapplication/vnd.oasis.opendocument.textPK", "application/vnd.oasis.opendocument.text"),
    ("PK\u{3}\u{4}..[Content_Types].xml..xl/workbook.xml", sheet), ("PK\u{3}\u{4}..", "application/zip"),
  ])
  func `the kind of a file is told from its bytes`(_ text: String, _ type: String) {
    #expect(MediaType.of(Array(text.utf8)) == type)
  }

  private static let sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

  @Test func `a name is data: no controls, not endless, its ending kept`() throws {
    let desk = try Desk(name: "a\u{1B}[31m" + String(repeating: "é", count: 110) + ".pdf")
    let name = try Attachment.examine(desk.file).name
    #expect(!name.contains("\u{1B}") && name.hasSuffix(".pdf") && name.utf8.count <= 200)
    #expect(Attachment(json: try Attachment.examine(desk.file).json) != nil)
  }

  @Test func `an export names the file and its hash`() throws {
    let desk = try Desk()
    let attachment = try Attachment.examine(desk.file)
    let store = try desk.site.open()
    try store.commit(desk.document(attachment))
    for format in [RecordExport.Format.csv, .ndjson] {
      var bytes: [UInt8] = []
      RecordExport("documents", of: store.book, as: format, language: .english)?.write { bytes += $0 }
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(text.contains("SK pangkat.pdf") && text.contains(attachment.hash))
    }
  }
}

extension Transaction {
  /// Deletes what this one has made.
  fileprivate func inverse(base: Int) -> Transaction {
    Transaction(
      operations.map { operation in
        guard case .create(let kind, let id, let object) = operation else { return operation }
        return .delete(kind: kind, id: id, base: base, object: object)
      })
  }
}
