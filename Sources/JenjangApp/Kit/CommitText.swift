import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// A saved change as it is read: when, by whom, about whom, what.
enum CommitText {
  static func time(_ commit: Commit, _ view: View) -> String { time(commit.time, view) }

  static func time(_ milliseconds: Int64, _ view: View) -> String {
    let moment = view.session.clock.local(milliseconds)
    let separator = view.language == .indonesian ? "." : ":"
    return moment.day.display + " " + Day.twoDigits(moment.hour) + separator + Day.twoDigits(moment.minute)
  }

  /// Who and when, as short as it is clear: `Siti 09.14`, on another day `Siti 24-11-2026 09.14`.
  static func who(_ commit: Commit, _ view: View) -> String {
    let time = time(commit, view)
    let isToday = view.session.clock.local(commit.time).day == view.session.clock.now().day
    return author(commit, view) + " " + (isToday ? String(time.suffix(5)) : time)
  }

  /// The person's name where the store knows it, else the login.
  static func author(_ commit: Commit, _ view: View) -> String {
    let parts = commit.author.by.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return commit.author.by }
    let name = parts[0] == "p" ? RecordID(parts[1]).flatMap { view.book.label(of: $0, kind: "employees") } : nil
    return name ?? String(parts[1])
  }

  /// The name of the record, or of the one it belongs to; the identity when it is gone.
  static func subject(of operation: Operation, _ view: View) -> String {
    if let owner = operation.owner(in: view.book) {
      return view.book.label(of: owner, kind: "employees") ?? owner.text
    }
    if let label = view.label(of: operation.id, kind: operation.kind) { return label }
    let kind = view.book.table(operation.kind)?.type.kind
    switch operation {
    case .create(_, let id, let object), .delete(_, let id, _, let object):
      return kind.flatMap { object[$0.label]?.text } ?? id.text
    case .update(_, let id, _, _): return id.text
    }
  }

  /// One change in one line: what became of which field, or which record is new or gone.
  static func line(_ operation: Operation, _ view: View) -> String {
    let words = ChangeWords(operation, in: view.book)
    guard case .update(let kind, _, _, _) = operation else { return view(words.headline) }
    let details = words.details.map { view($0) }.joined(separator: "; ")
    let isOwned = view.book.table(kind)?.type.kind.owner != nil
    return isOwned ? view(words.headline) + ": " + details : details
  }

  /// A whole commit in one line: its change, or how many it holds.
  static func line(_ commit: Commit, _ view: View) -> String {
    let erased = commit.erasedChanges.map { [view($0)] } ?? []
    let undone = commit.undoes.map { view(Text("Urungkan no. \($0): ", en: "Undo of no. \($0): ")) } ?? ""
    if commit.operations.count == 1, erased.isEmpty { return undone + line(commit.operations[0], view) }
    return undone + (counts(commit.operations, view) + erased).joined(separator: ", ")
  }

  /// How many records of each kind are new, changed and deleted: `5 Riwayat pangkat baru`.
  ///
  /// Where few fields were changed, as in a bulk change, they are named: `12 Pegawai diubah: Unit kerja`.
  private static func counts(_ operations: [Operation], _ view: View) -> [String] {
    var counts: [String: [Int]] = [:]
    var fields: [String: Set<String>] = [:]
    for operation in operations {
      let change = if case .create = operation { 0 } else if case .update = operation { 1 } else { 2 }
      counts[operation.kind, default: [0, 0, 0]][change] += 1
      if case .update(let kind, _, _, let changes) = operation { fields[kind, default: []].formUnion(changes.keys) }
    }
    var parts: [String] = []
    for type in view.book.types {
      let changed = type.fields.filter { fields[type.kind.name]?.contains($0.name) == true }
      let titles = changed.count <= 2 ? changed.map { view($0.title) } : []
      for (change, count) in (counts[type.kind.name] ?? []).enumerated() where count > 0 {
        let names = change == 1 && !titles.isEmpty ? ": " + titles.joined(separator: ", ") : ""
        parts.append(view(.counted(view.count(count), type.kind.plural, change)) + names)
      }
    }
    return parts
  }

  /// Everything about a commit: its head, then each change with old and new.
  static func write(_ commit: Commit, into page: inout Page, _ view: View) {
    var pairs = [
      (view(Text("Nomor", en: "Number")), view.count(commit.sequence)),
      (view(Text("Waktu", en: "Time")), time(commit, view)),
      (view(Text("Oleh", en: "By")), author(commit, view)),
      (view(Text("Sesi", en: "Session")), commit.author.session),
    ]
    if !commit.why.isEmpty { pairs.append((view(Text("Alasan", en: "Why")), commit.why)) }
    if let undoes = commit.undoes {
      pairs.append((view(Text("Mengurungkan", en: "Takes back")), "no. " + view.count(undoes)))
    }
    if let batch = commit.batch {
      let part = view(Text("bagian \(batch.index) dari \(batch.count)", en: "part \(batch.index) of \(batch.count)"))
      pairs.append((view(Text("Kumpulan", en: "Batch")), part))
    }
    page.pairs(pairs)
    for operation in commit.operations.prefix(limit) { write(operation, into: &page, view) }
    if let erased = commit.erasedChanges { page.paragraph(view(erased) + ".", role: .textMuted) }
    guard commit.operations.count > limit else { return }
    let rest = view.count(commit.operations.count - limit)
    page.blank()
    page.paragraph(view(Text("… dan \(rest) perubahan lain.", en: "… and \(rest) more changes.")), role: .textMuted)
  }

  private static let limit = 200

  private static func write(_ operation: Operation, into page: inout Page, _ view: View) {
    let words = ChangeWords(operation, in: view.book)
    let isOwned = view.book.table(operation.kind)?.type.kind.owner != nil
    page.heading(view(words.headline), remark: isOwned ? subject(of: operation, view) : "")
    for detail in words.details { page.paragraph(view(detail), indent: 2) }
  }
}

extension Text {
  /// So many records of a kind that are new, changed or deleted.
  fileprivate static func counted(_ count: String, _ plural: Text, _ change: Int) -> Text {
    let english = plural.english.lowercased()
    return switch change {
    case 0: Text("\(count) \(plural.indonesian) baru", en: "\(count) new \(english)")
    case 1: Text("\(count) \(plural.indonesian) diubah", en: "\(count) \(english) changed")
    default: Text("\(count) \(plural.indonesian) dihapus", en: "\(count) \(english) deleted")
    }
  }
}
