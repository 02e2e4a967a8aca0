import JSONText
import JenjangDomain
import JenjangStore
import Testing

@testable import JenjangApp
@testable import TestSupport

/// The domain's, not that of the testing library.
private typealias Attachment = JenjangDomain.Attachment

/// Attaching a file in a form, and taking a copy of it out again.
@MainActor
@Suite struct AttachmentFormTests {
  private let pdf = Array("%PDF-1.7 contoh".utf8)

  @Test func `a path becomes an attachment when the record is saved, and its bytes can be copied out`() throws {
    let form = try FormRobot.new("documents", owner: 1)
    let path = form.folder.path + "/sk.pdf"
    try ReportFile.write(pdf, to: path, replacing: false)
    form.go(to: "kind").type("SK").go(to: "title").type("SK pangkat").go(to: "scan").type(path).press("tab")
    #expect(form.robot.shows("PDF, 15 B"))
    form.press("ctrl-s")
    #expect(!form.isOpen, "\(form.message)")
    let table = try #require(form.view.book.table("documents"))
    let value = try #require(table.value("scan", at: table.rowCount - 1))
    let attachment = try #require(Attachment(json: value))
    #expect(attachment.name == "sk.pdf")
    #expect(try form.robot.store.bytes(of: attachment) == pdf)
    let copy = form.folder.path + "/salinan.pdf"
    form.open(SaveAttachment.prompt(attachment))
    form.press("ctrl-u").type(copy).press("enter")
    #expect(try OutsideFile.regularContents(copy, maximum: 1 << 20) == pdf)
  }

  @Test func `a path that leads nowhere is said at the field, and keeps nothing else from being typed`() throws {
    let form = try FormRobot.new("documents", owner: 1)
    form.go(to: "scan").type("/no/such.pdf").press("tab")
    #expect(form.robot.shows("Tidak ada berkas /no/such.pdf"))
    form.go(to: "kind").type("SK").go(to: "title").type("SK").press("ctrl-s")
    #expect(form.isOpen)
    #expect(form.focus == "scan")
  }

  @Test func `a draft keeps the path`() throws {
    let form = try FormRobot.new("documents", owner: 1)
    let path = form.folder.path + "/sk.pdf"
    try ReportFile.write(pdf, to: path, replacing: false)
    form.go(to: "scan").type(path).press("tab")
    let draft = try #require(form.form?.draft(form.view))
    #expect(draft.texts["scan"] == path)
    form.open(FormScreen.resume(draft, view: form.view))
    #expect(form.value("scan").flatMap { Attachment(json: $0) }?.size == pdf.count)
  }
}
