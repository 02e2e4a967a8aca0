import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// What somebody else does to the record while the form is open.
extension FormScreen {
  /// Brings in what others stored: fields that the user left alone show it, the others say what stands there now.
  mutating func adopt(_ view: View) {
    guard let record else { return }
    guard let now = FormScreen.base(of: record, type, view) else {
      isGone = true
      meanwhile = FormScreen.newest(record, view)
      return
    }
    isGone = false
    if now.revision != base.revision || now.object != base.object
      || now.revision != opened.revision && meanwhile.isEmpty
    {
      base = now
      meanwhile = FormScreen.changes(of: record, type, since: opened.revision, view)
    }
    showNews(view)
  }

  /// Shows what stands now in the fields in which the user typed nothing.
  mutating func showNews(_ view: View) {
    guard record != nil, !isGone else { return }
    for place in recordFields.indices where !fields[place].isTouched {
      let name = fields[place].spec.name
      let value = base.object[name] ?? task.values[name]
      if fields[place].initialValue != value { fields[place].reset(value, view) }
    }
  }

  /// The places of the fields to which the user and somebody else gave different values, as far as it is undecided.
  func rivals(_ view: View) -> [Int] {
    guard record != nil, base.object != opened.object else { return [] }
    return recordFields.indices.filter { isRival($0, view) }
  }

  private func isRival(_ place: Int, _ view: View) -> Bool {
    let field = fields[place]
    let now = base.object[field.spec.name]
    guard field.isTouched, now != opened.object[field.spec.name], field.value(view) != now else { return false }
    if let seen = decided[field.spec.name], seen == now { return false }
    return true
  }

  /// What stands beside a field that somebody else changed too; nil for the others.
  func rivalProblem(at place: Int, _ view: View) -> Problem? {
    guard record != nil, place < recordCount, isRival(place, view) else { return nil }
    let spec = fields[place].spec
    let value = FormValue.words(base.object[spec.name], spec, view)
    let who = commit(changing: spec.name).map { CommitText.who($0, view) } ?? view(.somebody)
    return Problem(spec.name, .rival(who, value), severity: .warning)
  }

  /// The newest change of a field by others.
  private func commit(changing field: String) -> Commit? {
    guard let record else { return nil }
    return meanwhile.first { $0.gives(field, of: record) }
  }

  /// Says at once that somebody changed or deleted the record that is open here.
  mutating func noticed(_ commits: [Commit], view: View) -> Message? {
    guard let record, let last = commits.last(where: { $0.touches(record) }) else { return nil }
    adopt(view)
    let who = CommitText.who(last, view)
    if isGone { return Message(.deleted(who), .bad) }
    let rivals = rivals(view).map { fields[$0].spec.title }
    if !rivals.isEmpty { return Message(.alsoChanged(who, rivals), .warn) }
    let titles = fields.map(\.spec).filter { last.gives($0.name, of: record) }.map(\.title)
    return titles.isEmpty ? nil : Message(.broughtIn(who, titles), .warn)
  }

  /// A saving that was refused because of others: the conflict is shown, or the rule that does not hold any more.
  mutating func refused(_ error: StoreError, view: View) -> Effect? {
    switch error {
    case .conflict(_, let id, _) where id == record:
      adopt(view)
      return isGone || !rivals(view).isEmpty ? save(view) : nil
    case .invalid(let kind, _, _) where kind == type.kind.name:
      adopt(view)
      judge(view)
      return refuseForErrors(view)
    default: return nil
    }
  }
}

extension FormScreen {
  /// The screen on which the user decides between two values of the same fields.
  func conflict(_ places: [Int], _ view: View) -> ConflictScreen {
    let lines = places.map { place in
      let field = fields[place]
      let name = field.spec.name
      return ConflictScreen.Line(
        field.spec, old: opened.object[name], theirs: base.object[name], mine: field.value(view),
        commit: commit(changing: name), view)
    }
    var screen = ConflictScreen(kind: type.kind.name, record: record ?? draftID, lines: lines) { outcomes in
      .back(to: FormScreen.self) { form, view in
        form.decide(outcomes, view)
        return form.save(view)
      }
    }
    screen.heading = view(type.kind.title) + ": " + subject(view)
    return screen
  }

  /// Takes what was decided into the fields.
  private mutating func decide(_ outcomes: [ConflictScreen.Outcome], _ view: View) {
    for outcome in outcomes {
      guard let place = fields.firstIndex(where: { $0.spec.name == outcome.field }) else { continue }
      edits.note(fields[place], at: place, apart: true)
      if outcome.value == outcome.theirs {
        fields[place].reset(outcome.value, view)
      } else {
        fields[place].take(outcome.value, view)
        decided[outcome.field] = .some(outcome.theirs)
      }
    }
  }

  /// The record was deleted: make it again, or let the input go.
  func goneChooser(_ view: View) -> Chooser {
    let who = meanwhile.first.map { CommitText.who($0, view) } ?? view(.somebody)
    let reason = meanwhile.first.map(\.why) ?? ""
    return Chooser("form.gone", .deletedBy(who, reason), choosesByLetter: true, columns: 72) { _, view in
      [
        Choice(
          title: view(Text("Buat lagi sebagai data baru, dengan isian ini", en: "Make it again, with this input")),
          letter: "b", effect: .back(to: FormScreen.self) { form, view in form.makeAgain(view) }),
        Choice(
          title: view(Text("Buang isian ini", en: "Throw this input away")), letter: "x",
          effect: .back(to: FormScreen.self) { form, _ in form.discard() }),
        Choice(
          title: view(Text("Tetap di formulir", en: "Stay in the form")), letter: "t", effect: .pop),
      ]
    }
  }

  /// Saves a deleted record as a new one: what it last held, and what was typed.
  private mutating func makeAgain(_ view: View) -> Effect {
    if let refusal = refuseForErrors(view) { return refusal }
    let operation = Operation.create(kind: type.kind.name, id: view.session.newID(), object: object(view))
    return .commit(
      Transaction([operation], why: why), done: done(view), then: .all([.dropDraft(draftID), .pop]))
  }
}

extension FormScreen {
  /// The record as it was at an earlier revision, worked back from what others changed since; nil when that is now.
  static func base(of record: RecordID, _ type: RecordType, at revision: Int, _ view: View) -> Base? {
    guard var base = base(of: record, type, view), revision > 0, revision < base.revision else { return nil }
    for commit in changes(of: record, type, since: revision, view) {
      for case .update(_, record, _, let changes) in commit.operations {
        for (name, change) in changes { base.object[name] = change.old }
      }
    }
    base.revision = revision
    return base
  }

  /// What a record that is gone held last.
  static func last(of record: RecordID, _ view: View) -> Base? {
    for case .delete(_, record, _, let object) in newest(record, view).flatMap(\.operations) {
      return Base(object: object, revision: 0)
    }
    return nil
  }

  fileprivate static func newest(_ record: RecordID, _ view: View) -> [Commit] {
    do throws(StoreError) { return try view.session.store.history(of: record, limit: 1) } catch { return [] }
  }

  /// Without them nothing is lost: only who it was is not known then.
  fileprivate static func changes(
    of record: RecordID, _ type: RecordType, since revision: Int, _ view: View
  ) -> [Commit] {
    do throws(StoreError) {
      return try view.session.store.changes(of: record, kind: type.kind.name, since: revision)
    } catch { return [] }
  }
}

extension Commit {
  /// Whether it changes a record itself.
  func touches(_ record: RecordID) -> Bool { operations.contains { $0.id == record } }

  /// Whether it gives a field of a record a value, or takes it away.
  func gives(_ field: String, of record: RecordID) -> Bool {
    operations.contains { operation in
      if case .update(_, record, _, let changes) = operation { changes[field] != nil } else { false }
    }
  }
}

extension Text {
  fileprivate static let somebody = Text("orang lain", en: "somebody else")

  fileprivate static func rival(_ who: String, _ value: String) -> Text {
    Text("\(who) mengisi: \(value)", en: "\(who) entered: \(value)")
  }

  fileprivate static func deleted(_ who: String) -> Text {
    Text(
      "\(who) menghapus data ini; isian Anda tetap ada, F10 untuk memilih",
      en: "\(who) deleted this record; your input is kept, F10 to choose")
  }

  fileprivate static func deletedBy(_ who: String, _ why: String) -> Text {
    let reason = why.isEmpty ? "" : " (" + why + ")"
    return Text("Dihapus \(who)\(reason)", en: "Deleted by \(who)\(reason)")
  }

  fileprivate static func alsoChanged(_ who: String, _ titles: [Text]) -> Text {
    Text(
      "\(who) juga mengubah \(titles.map(\.indonesian).joined(separator: ", ")); F10 untuk memilih",
      en: "\(who) changed \(titles.map(\.english).joined(separator: ", ")) too; F10 to choose")
  }

  fileprivate static func broughtIn(_ who: String, _ titles: [Text]) -> Text {
    Text(
      "\(who) mengubah \(titles.map(\.indonesian).joined(separator: ", ")); sudah tampil di sini",
      en: "\(who) changed \(titles.map(\.english).joined(separator: ", ")); shown here already")
  }
}
