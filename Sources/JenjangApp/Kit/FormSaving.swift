import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// Saving, leaving and deleting.
extension FormScreen {
  /// Saves what was changed; goes to the first error when there is one.
  mutating func save(_ view: View, opensNext: Bool = false) -> Effect {
    adopt(view)
    leaveField(view)
    if isGone { return .push(goneChooser(view)) }
    if let refusal = refuseForErrors(view) { return refusal }
    let places = rivals(view)
    if !places.isEmpty { return .push(conflict(places, view)) }
    return isNew ? create(view, opensNext: opensNext) : update(view)
  }

  /// Goes to the first error and says how many there are; nil when there is none.
  mutating func refuseForErrors(_ view: View) -> Effect? {
    showsAll = true
    let errors = problems.filter { $0.severity == .error }
    guard !errors.isEmpty else { return nil }
    guard let first = places(of: .error).first else { return .say(errors[0].text, .bad) }
    focus = first
    fields[first].editor.open()
    let place = fields[first].spec.title
    return .say(.errors(errors.count, at: place, why: shownProblem(first, view)?.text), .bad)
  }

  private func create(_ view: View, opensNext: Bool) -> Effect {
    let id = view.session.newID()
    let kind = type.kind.name
    var then = Effect.pop { screen, _ in
      guard var list = screen as? any RecordSelecting else { return .none }
      list.select(id)
      screen = list
      return .none
    }
    if opensNext, task.extras == nil { then = .replace(FormScreen.new(kind: kind, preset: preset, view: view)) }
    let object = object(view)
    let transaction = transaction([.create(kind: kind, id: id, object: object)] + companions(of: id, object, view))
    return .commit(transaction, done: done(view), then: .all([.dropDraft(draftID), then, task.then]))
  }

  private func update(_ view: View) -> Effect {
    let changes = changes(view)
    let isChanged = !changes.isEmpty || extraFields.contains(where: \.isTouched)
    guard let record, isChanged else {
      return .all([.dropDraft(draftID), .pop, .say(Text("Tidak ada yang diubah", en: "Nothing was changed"))])
    }
    let own = Operation.update(kind: type.kind.name, id: record, base: opened.revision, changes: changes)
    let operations = (changes.isEmpty ? [] : [own]) + companions(of: record, object(view), view)
    return .commit(
      transaction(operations), done: done(view, changes),
      then: .all([.dropDraft(draftID), .pop, task.then]))
  }

  /// The operations with their reason, and the files that are to be kept before they are saved.
  private func transaction(_ operations: [Operation]) -> Transaction {
    var transaction = Transaction(operations, why: why)
    for file in fields.compactMap(\.fileToKeep) { transaction.files[file.hash] = file.path }
    transaction.mends = mends
    return transaction
  }

  /// Old and new of every field whose value differs from what is stored.
  func changes(_ view: View) -> [String: Change] {
    var changes: [String: Change] = [:]
    for field in recordFields where field.isTouched || task.values[field.spec.name] != nil {
      let old = base.object[field.spec.name]
      let new = field.value(view)
      if old != new { changes[field.spec.name] = Change(old: old, new: new) }
    }
    for (name, value) in silentValues where base.object[name] != value {
      changes[name] = Change(old: base.object[name], new: value)
    }
    return changes
  }

  var why: String { fields.last.map { $0.text.split(separator: " ").joined(separator: " ") } ?? "" }

  /// `Tersimpan: Unit kerja Siti Rahmawati` …: what the message line says.
  func done(_ view: View, _ changes: [String: Change] = [:]) -> Text {
    let titles = recordFields.filter { changes[$0.spec.name] != nil }.map(\.spec.title)
    if task.extras != nil, let title = task.title {
      return Text("Tersimpan: \(title.indonesian)", en: "Saved: \(title.english)")
    }
    let name = subject(view)
    guard let first = titles.first else {
      return Text(
        "Tersimpan: \(type.kind.title.indonesian) \(name)", en: "Saved: \(type.kind.title.english) \(name)")
    }
    let more = titles.count > 1 ? " +\(titles.count - 1)" : ""
    return Text(
      "Tersimpan: \(name), \(first.indonesian)\(more)", en: "Saved: \(name), \(first.english)\(more)")
  }

  /// What the record is called as it stands in the form.
  func subject(_ view: View) -> String {
    if let owner = owner(view) { return view.label(of: owner.id, kind: owner.kind) ?? "" }
    let field = fields.first { $0.spec.name == type.kind.label }
    return field.map { FormValue.words($0.value(view), $0.spec, view) } ?? ""
  }
}

extension FormScreen {
  /// Leaves; input that is not saved becomes a draft, and never a question.
  mutating func leave(_ view: View) -> Effect {
    if isJumping {
      isJumping = false
      return .none
    }
    fields[focus].settle(view)
    guard let draft = draft(view) else { return .all([.dropDraft(draftID), .pop]) }
    return .keepDraft(draft, then: .all([.pop, .say(.kept, .good)]))
  }

  /// Leaves and throws away what was typed.
  func discard() -> Effect {
    .all([.dropDraft(draftID), .pop, .say(Text("Isian dibuang", en: "The input was thrown away"))])
  }

  /// Deletes the record with everything that belongs to it; refuses while others refer to it.
  func delete(_ view: View) -> Effect {
    guard let record, !isGone else { return .say(.gone, .bad) }
    if let user = References.firstUser(of: record, kind: type.kind.name, in: view.book) {
      return .say(.inUse(user.count, user.title), .bad)
    }
    var operations = References.owned(by: record, kind: type.kind.name, in: view.book)
    operations.append(.delete(kind: type.kind.name, id: record, base: base.revision, object: base.object))
    let name = label(view) ?? ""
    let count = operations.count - 1
    let done = Text(
      "Dihapus: \(type.kind.title.indonesian) \(name)" + (count > 0 ? " dan \(count) data miliknya" : ""),
      en: "Deleted: \(type.kind.title.english) \(name)" + (count > 0 ? " and \(count) records of it" : ""))
    return .commit(Transaction(operations, why: why), done: done, then: .all([.dropDraft(draftID), .pop]))
  }
}

extension Text {
  fileprivate static let gone = Text(
    "Data ini sudah dihapus orang lain", en: "Somebody else has deleted this record already")
  fileprivate static let kept = Text(
    "Isian disimpan sebagai draf; buka lagi dari Beranda", en: "Kept as a draft; open it again from Home")

  fileprivate static func errors(_ count: Int, at title: Text, why: Text?) -> Text {
    func named(_ title: String, _ why: String?) -> String {
      guard let why else { return title }
      return why.hasPrefix(title) ? why : title + ": " + why
    }
    let indonesian = named(title.indonesian, why?.indonesian)
    let english = named(title.english, why?.english)
    return Text(
      "\(count) isian perlu diperbaiki (F8). \(indonesian)", en: "\(count) to put right (F8). \(english)")
  }

  fileprivate static func inUse(_ count: Int, _ title: Text) -> Text {
    Text(
      "Masih dirujuk oleh \(count) data \(title.indonesian); ubah itu dulu",
      en: "\(count) records still refer to it (\(title.english)); change those first")
  }
}
