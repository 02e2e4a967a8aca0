import JenjangDomain
import JenjangStore

/// Makes a grid again, so that what was typed into its cells and not saved can be opened from Home.
struct GridMaker {
  /// Names it for ever: drafts rely on it.
  let name: String
  /// The grid for which a draft was kept; nil when what it was about is gone.
  let make: ([String: String], View) -> (any GridEntryScreen)?
}

/// What was typed into the cells of a grid and not saved, kept like the input of a form.
enum GridDrafts {
  /// The kind under which the user's files keep it; no kind of record.
  static let kind = "cells"
  /// No cell begins so: the maker of the grid, and what the grid is about.
  private static let mark = "@"
  private static let maker = "@grid"

  /// The texts of a draft: cells, the grid they belong to, and what that grid is about.
  static func texts(_ cells: [String: String], of maker: GridMaker, about: [String: String]) -> [String: String] {
    var texts = cells
    for (name, value) in about { texts[mark + name] = value }
    texts[self.maker] = maker.name
    return texts
  }

  /// The cells of a draft.
  static func cells(_ draft: Draft) -> [String: String] { draft.texts.filter { !$0.key.hasPrefix(mark) } }

  /// The draft of the very grid; nil when there is none.
  static func find(_ maker: GridMaker, about: [String: String], _ view: View) -> Draft? {
    let wanted = texts([:], of: maker, about: about)
    return view.session.drafts.first { draft in
      draft.kind == kind && draft.texts.filter { $0.key.hasPrefix(mark) } == wanted
    }
  }

  /// The grid of a draft, which takes over what was typed; nil when a draft is something else, or its grid is gone.
  static func screen(_ draft: Draft, _ view: View) -> (any Screen)? {
    guard draft.kind == kind, let maker = GridMaker.all.first(where: { $0.name == draft.texts[self.maker] }) else {
      return nil
    }
    let about = draft.texts.filter { $0.key.hasPrefix(mark) && $0.key != self.maker }
    return maker.make(
      Dictionary(uniqueKeysWithValues: about.map { (String($0.key.dropFirst(mark.count)), $0.value) }), view)
  }
}

extension GridEntryScreen {
  func draftTitle(_ view: View) -> String { title(view) }

  func hasDraft(_ view: View) -> Bool { entry.isTouched }

  func draft(_ view: View) -> Draft? {
    guard entry.isTouched, let id = entry.draftID else { return nil }
    var draft = Draft(id: id, kind: GridDrafts.kind, title: draftTitle(view), savedAt: view.session.store.now)
    draft.texts = GridDrafts.texts(entry.texts, of: Self.maker, about: draftContext)
    return draft
  }

  /// Takes over what an earlier session typed here and did not save: once, as soon as the cells are there.
  mutating func resumeDraft(_ view: View) {
    guard entry.draftID == nil else { return }
    guard let draft = GridDrafts.find(Self.maker, about: draftContext, view) else {
      entry.draftID = view.session.newID()
      return
    }
    entry.draftID = draft.id
    entry.restore(GridDrafts.cells(draft))
    changed(view)
  }

  /// What was typed is saved, or taken back.
  var draftDropped: Effect { entry.draftID.map { .dropDraft($0) } ?? .none }
}
