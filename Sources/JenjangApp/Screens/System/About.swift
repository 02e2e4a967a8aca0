import JenjangDomain
import JenjangStore
import TerminalKit

extension ScreenEntry {
  static let about = ScreenEntry(
    name: "about", title: Text("Tentang", en: "About"), group: .system, make: { _ in About() })
}

/// What is running on which store: version, place in the journal, counts, notices.
struct About: Screen {
  private var scroll = PageScroll()

  func title(_ view: View) -> String { view(Text("Tentang Jenjang", en: "About Jenjang")) }
  func hint(_ view: View) -> (left: String, right: String) { (view(Text("Esc kembali.", en: "Esc goes back.")), "") }

  static let commandTable: [Command<About>] = Step.commands("about") { about, step, _ in about.scroll.move(step) }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    let inside = area.inset(x: 1, y: 0)
    var page = Page(width: inside.width - 1)
    About.write(into: &page, view)
    scroll.draw(page, into: &frame, inside)
  }

  private static func write(into page: inout Page, _ view: View) {
    let store = view.session.store
    page.heading(
      "JENJANG \(Program.version)", remark: view(Text("jenjang karier ASN", en: "careers of civil servants")))
    page.pairs([
      (view(Text("Instansi", en: "Agency")), store.description.agency),
      (view(Text("Jurnal", en: "Journal")), "no. \(view.count(store.head.sequence)) \(store.head.hash.prefix(12))"),
      ("Folder", store.path),
      (view(Text("Pemakaian", en: "Use")), view(store.readOnlyReason ?? .shared)),
      (view(Text("Keadaan per", en: "State on")), view.book.day.display),
    ])
    page.heading(view(Text("ISI", en: "CONTENTS")))
    page.pairs(
      view.book.types.map { type in
        (view(type.kind.plural), view.count(view.book.table(type.kind.name)?.count ?? 0))
      })
    if store.description.isDemo {
      page.heading(view(Text("DATA CONTOH", en: "DEMO DATA")))
      page.paragraph(view(.demo))
    }
    guard !view.session.notices.isEmpty else { return }
    page.heading(view(Text("PEMBERITAHUAN", en: "NOTICES")))
    for notice in view.session.notices { page.paragraph("! " + view(notice)) }
  }
}

extension Text {
  fileprivate static let shared = Text(
    "beberapa orang dapat menyimpan bersamaan", en: "several people can save at the same time")
  fileprivate static let demo = Text(
    "Semua orang, nomor dan surat di sini dibuat oleh program; bukan orang sungguhan. Bebas dipakai untuk apa pun (CC0).",
    en: "Every person, number and decree here was generated; none is real. Free for any use (CC0).")
}
