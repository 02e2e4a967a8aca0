import JenjangDomain
import JenjangStore

/// What stands behind the entries of a menu, counted again when something was saved or is seen otherwise.
struct MenuCounts {
  private(set) var words: [String] = []
  private var countedFor: (revision: Int, sequence: Int, language: Language)?

  mutating func update(_ entries: [ScreenEntry], _ view: View) {
    let now = (view.book.revision, view.session.store.head.sequence, view.language)
    if let countedFor, countedFor == now { return }
    countedFor = now
    words = entries.map { $0.count(view) }
  }
}
