import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// What was typed and not saved, kept for the next time.
extension FormScreen {
  func hasDraft(_ view: View) -> Bool { isTouched }

  /// The texts of the touched fields; a chosen record is kept by its identity and not by its name.
  func draft(_ view: View) -> Draft? {
    guard isTouched else { return nil }
    var texts: [String: String] = [:]
    for field in fields where field.isTouched {
      if case .reference = field.spec.type, let text = field.value(view)?.text {
        texts[field.spec.name] = text
      } else {
        texts[field.spec.name] = field.text
      }
    }
    if let owner = type.kind.owner, texts[owner] == nil { texts[owner] = preset[owner]?.text }
    texts.merge(task.texts(preset: preset)) { text, _ in text }
    let name = isNamed ? subject(view) : fields.first { $0.isTouched && !$0.editor.isEmpty }?.text ?? ""
    let title = self.title(view) + (name.isEmpty || name == self.title(view) ? "" : ": " + name)
    var draft = Draft(
      id: draftID, kind: type.kind.name, record: record, base: opened.revision, title: title, texts: texts,
      savedAt: view.session.store.now)
    draft.mends = mends
    return draft
  }

  /// What the record is called stands in the form, or it belongs to somebody who has a name.
  private var isNamed: Bool {
    type.kind.owner != nil || fields.contains { $0.spec.name == type.kind.label && !$0.editor.isEmpty }
  }

  /// Opens a form with a draft typed in; what another version of the program left behind can only be read.
  static func resume(_ draft: Draft, view: View) -> any Screen {
    guard let type = view.book.types.first(where: { $0.kind.name == draft.kind }) else { return reading(draft) }
    let kept = FormTask.kept(in: draft, view)
    var preset = kept?.preset ?? JSONObject()
    if draft.record == nil, let owner = type.kind.owner, preset[owner] == nil {
      preset[owner] = draft.texts[owner].map { .string($0) }
    }
    let seen = draft.record.flatMap { FormScreen.base(of: $0, type, at: draft.base, view) }
    var form = FormScreen(
      type, record: draft.record, draft: draft.id, preset: preset, seen: seen, task: kept?.task ?? FormTask(),
      view: view)
    for place in form.fields.indices {
      guard let text = draft.texts[form.fields[place].spec.name] else { continue }
      form.restore(text, at: place, view)
    }
    form.mends = draft.mends
    if let first = form.fields.firstIndex(where: \.isTouched) { form.focus = first }
    form.judge(view)
    return form
  }

  /// A form with what a change request asks for typed in, for who asked to mend it.
  ///
  /// Nil where that is not one record that is made or changed.
  static func mending(_ request: ChangeRequest, view: View) -> FormScreen? {
    guard let operations = request.operations, operations.count == 1, let operation = operations.first else {
      return nil
    }
    var form: FormScreen
    switch operation {
    case .delete: return nil
    case .create(let kind, _, let object):
      guard let type = view.book.table(kind)?.type else { return nil }
      var preset = JSONObject()
      if let owner = type.kind.owner { preset[owner] = object[owner] }
      form = FormScreen.new(kind: kind, preset: preset, view: view)
      for place in form.fields.indices { form.put(object[form.fields[place].spec.name], at: place, view) }
    case .update(let kind, let id, _, let changes):
      guard view.book.table(kind)?.row(of: id) != nil else { return nil }
      form = FormScreen.edit(kind: kind, id: id, view: view)
      for place in form.fields.indices {
        if let change = changes[form.fields[place].spec.name] { form.put(change.new, at: place, view) }
      }
    }
    form.mends = request.id.raw
    if let first = form.fields.firstIndex(where: \.isTouched) { form.focus = first }
    form.judge(view)
    return form
  }

  private mutating func put(_ value: JSONValue?, at place: Int, _ view: View) {
    guard let value else {
      if !isNew { fields[place].take(nil, view) }
      return
    }
    fields[place].take(value, view)
    fields[place].wasLeft = true
  }

  private static func reading(_ draft: Draft) -> HelpScreen {
    HelpScreen(.verbatim(draft.title)) { _ in
      draft.texts.sorted { $0.key < $1.key }.map { HelpScreen.Line(key: $0.key, text: $0.value) }
    }
  }

  private mutating func restore(_ text: String, at place: Int, _ view: View) {
    if case .reference(let kind) = fields[place].spec.type, let id = RecordID(text),
      view.book.table(kind)?.row(of: id) != nil
    {
      fields[place].take(.string(text), view)
    } else {
      fields[place].editor.text = text
      fields[place].editor.open()
      if fields[place].spec.type == .attachment { fields[place].settle(view) }
    }
    fields[place].wasLeft = true
  }
}
