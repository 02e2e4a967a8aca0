import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// A record as it stood before or after a change in the journal: what was recorded then, to be read and not changed.
enum RecordStates {
  enum Side {
    case before
    case after
  }

  /// The record of a commit; with several, the box to choose one.
  static func effect(_ commit: Commit, _ side: Side) -> Effect {
    guard commit.operations.count > 1 else {
      return commit.operations.first.map { .push(reader(commit, $0, side)) } ?? .none
    }
    let operations = Array(commit.operations.prefix(500))
    return .push(
      Chooser("journal.states", Text("Data yang mana", en: "Which record"), columns: 76) { query, view in
        operations.compactMap { operation in
          let title = CommitText.subject(of: operation, view)
          let kind = view.book.table(operation.kind).map { view($0.type.kind.title) } ?? operation.kind
          guard query.isEmpty || Fuzzy.score(query, in: title + " " + kind) != nil else { return nil }
          return Choice(title: title, detail: kind, effect: .replace(reader(commit, operation, side)))
        }
      })
  }

  private static func reader(_ commit: Commit, _ operation: JenjangDomain.Operation, _ side: Side) -> Reader {
    Reader(
      heading: { view in
        let number = view.count(commit.sequence)
        let place =
          side == .before
          ? Text("sebelum no. \(number)", en: "before no. \(number)")
          : Text("sesudah no. \(number)", en: "after no. \(number)")
        return CommitText.subject(of: operation, view) + ", " + view(place)
      },
      write: { page, view in write(commit, operation, side, into: &page, view) })
  }

  private static func write(
    _ commit: Commit, _ operation: JenjangDomain.Operation, _ side: Side, into page: inout Page, _ view: View
  ) {
    page.paragraph(view(.recorded(CommitText.time(commit, view))), role: .textMuted)
    let sequence = side == .before ? commit.sequence - 1 : commit.sequence
    do throws(StoreError) {
      let object = try view.session.store.object(of: operation.id, kind: operation.kind, after: sequence)
      guard let object else { return page.paragraph(view(.notThere)) }
      write(object, operation, into: &page, view)
    } catch {
      page.paragraph(view(error.sentence), role: .messageBad)
    }
  }

  /// The fields with a value; those that the commit changed bear a mark.
  private static func write(
    _ object: JSONObject, _ operation: JenjangDomain.Operation, into page: inout Page, _ view: View
  ) {
    guard let type = view.book.table(operation.kind)?.type else { return }
    var changed: Set<String> = []
    if case .update(_, _, _, let changes) = operation { changed = Set(changes.keys) }
    var pairs: [(label: String, value: String)] = []
    for field in type.fields {
      if let section = field.section {
        page.pairs(pairs)
        pairs = []
        page.heading(view(section).uppercased())
      }
      guard object[field.name] != nil || changed.contains(field.name) else { continue }
      let mark = changed.contains(field.name) ? "* " : ""
      pairs.append((view(field.title), mark + FormValue.words(object[field.name], field, view)))
    }
    page.pairs(pairs)
  }
}

extension Text {
  fileprivate static func recorded(_ time: String) -> Text {
    Text(
      "Seperti TERCATAT saat itu (\(time)), bukan keadaan per tanggal berlaku. Hanya baca; * diubah oleh simpanan ini.",
      en: "As RECORDED then (\(time)), not the state valid on a day. Reading only; * changed by this saving.")
  }
  fileprivate static let notThere = Text(
    "Data ini belum atau tidak lagi ada saat itu.", en: "The record was not there.")
}
