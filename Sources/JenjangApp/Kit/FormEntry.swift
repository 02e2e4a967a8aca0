import JSONText
import JenjangDomain
import TerminalKit

/// Typing into a form and moving in it: nothing here is ever held up by what is wrong.
extension FormScreen {
  mutating func typed(_ key: Key, view: View) -> Effect? {
    if isJumping { return jump(key, view) }
    wentOnTo = nil
    let before = current
    guard fields[focus].press(key, view) else { return nil }
    guard fields[focus].text != before.text || fields[focus].taken != before.taken else { return .some(.none) }
    edits.note(before, at: focus, apart: false)
    changed()
    if key.typed != nil, focus < fields.count - 1, fields[focus].isFull(view) { goOnWhenRight(view) }
    return .some(.none)
  }

  mutating func pasted(_ text: String, view: View) -> Effect? {
    edits.note(current, at: focus, apart: true)
    var text = text
    while let last = text.last, last.isNewline { text.removeLast() }
    fields[focus].editor.insert(text)
    changed()
    return .some(.none)
  }

  /// What was wrong with a field says nothing about its new text.
  private mutating func changed() {
    let name = current.spec.name
    problems.removeAll { $0.field == name }
  }

  /// A full field that is right gives the focus on; one that is wrong says why.
  private mutating func goOnWhenRight(_ view: View) {
    fields[focus].wasLeft = true
    judge(view)
    let name = current.spec.name
    guard !problems.contains(where: { $0.field == name && $0.severity == .error }) else { return }
    move(to: focus + 1, view)
    wentOnTo = focus
  }

  /// Whether Enter or Tab ends the field that has just gone on by itself, and so must not pass over the next one.
  mutating func endsFullField() -> Bool {
    defer { wentOnTo = nil }
    return wentOnTo == focus
  }

  func clickedPlace(_ target: HitTarget) -> Int? {
    guard case .part("field", let place) = target, fields.indices.contains(place) else { return nil }
    return place
  }

  mutating func clicked(_ target: HitTarget, mouse: Mouse, view: View) -> Effect? {
    guard let place = clickedPlace(target) else { return nil }
    if place == focus, case .flag = current.spec.type { return typed(Key(.character(" ")), view: view) }
    move(to: place, view)
    return .some(.none)
  }
}

extension FormScreen {
  /// Leaves the field of the focus for another: its text is written the usual way, and the record is checked.
  mutating func move(to place: Int, _ view: View) {
    leaveField(view)
    wentOnTo = nil
    focus = max(0, min(place, fields.count - 1))
    fields[focus].editor.open()
  }

  mutating func leaveField(_ view: View) {
    fields[focus].settle(view)
    fields[focus].wasLeft = true
    if isNew { suggest(after: focus, view) }
    edits.close()
    showNews(view)
    judge(view)
  }

  /// Fills what follows from the field just left into those that are blank, or still hold what followed before.
  private mutating func suggest(after place: Int, _ view: View) {
    guard place < recordCount, fields[place].isTouched, fields[place].value(view) != nil else { return }
    let open = recordFields.indices.filter { $0 != place && isOpenToSuggestion(fields[$0]) }
    var known = object(view)
    for other in open { known[fields[other].spec.name] = nil }
    let found = type.suggestions(for: known, id: draftID, enteredLast: fields[place].spec.name)
    for other in open {
      let name = fields[other].spec.name
      guard let value = found[name], value != fields[other].value(view) else { continue }
      edits.note(fields[other], at: other, apart: true)
      fields[other].take(value, view)
      suggested[name] = fields[other].text
    }
  }

  private func isOpenToSuggestion(_ field: FormField) -> Bool {
    suggested[field.spec.name].map { $0 == field.text } ?? field.editor.isEmpty
  }

  /// Enter: on to the next field; an unclear choice is asked for, the last field saves.
  mutating func enter(_ view: View) -> Effect {
    if endsFullField() { return .none }
    fields[focus].settle(view)
    if Lookup.isPossible(current.spec), !current.editor.isEmpty, case .failure = current.reading(view) {
      return lookUp(view)
    }
    guard focus < fields.count - 1 else { return save(view, opensNext: view.settings.opensNextRecord) }
    move(to: focus + 1, view)
    return .none
  }

  /// Up and down: by lines inside a note, else by fields.
  mutating func moveLine(by step: Int, _ view: View) -> Effect {
    if current.isNote, entryWidths.indices.contains(focus) {
      if fields[focus].editor.moveLine(by: step, width: entryWidths[focus]) { return .none }
    }
    move(to: focus + step, view)
    return .none
  }

  /// To the first field of the next or of this or the previous section.
  mutating func moveSection(by step: Int, _ view: View) -> Effect {
    let starts = fields.indices.filter { $0 == 0 || fields[$0].spec.section != nil }
    let target = step > 0 ? starts.first { $0 > focus } : starts.last { $0 < focus }
    move(to: target ?? (step > 0 ? fields.count - 1 : 0), view)
    return .none
  }

  /// To the next field with something wrong; warnings only when no error is left.
  mutating func moveToProblem(by step: Int, _ view: View) -> Effect {
    leaveField(view)
    showsAll = true
    let errors = places(of: .error)
    let found = errors.isEmpty ? places(of: .warning) : errors
    let next = step > 0 ? found.first { $0 > focus } ?? found.first : found.last { $0 < focus } ?? found.last
    guard let next else { return .say(Text("Tidak ada yang keliru", en: "Nothing is wrong"), .good) }
    move(to: next, view)
    return .none
  }

  /// The box of choices of the focused field, narrowed to what was typed.
  func lookUp(_ view: View) -> Effect {
    if current.spec.type == .attachment { return .push(fileChooser()) }
    guard Lookup.isPossible(current.spec) else { return .say(.noLookup, .warn) }
    let isSettled = current.editor.isFresh || current.taken?.text == current.text
    let chooser = Lookup.chooser(current.spec, query: isSettled ? "" : current.text) { value in
      .back(to: FormScreen.self) { form, view in
        form.take(value, view)
        return .none
      }
    }
    return .push(chooser)
  }

  /// A choice, a reference or a file can be chosen for the focused field.
  var canLookUp: Bool { Lookup.isPossible(current.spec) || current.spec.type == .attachment }

  /// The files in the folder that was typed, else those of the user's home.
  private func fileChooser() -> Chooser {
    let typed = current.taken?.text == current.text ? "" : current.text
    let folder = typed.contains("/") ? typed : "~/"
    return FileChooser.screen("form.file", current.spec.title, path: folder) { path in
      .back(to: FormScreen.self) { form, view in
        form.attach(path, view)
        return .none
      }
    }
  }

  private mutating func attach(_ path: String, _ view: View) {
    edits.note(current, at: focus, apart: true)
    fields[focus].restore(path)
    changed()
    move(to: focus + 1, view)
  }

  /// Puts a chosen value into the focused field and goes on.
  mutating func take(_ value: JSONValue?, _ view: View) {
    edits.note(current, at: focus, apart: true)
    fields[focus].take(value, view)
    changed()
    if focus < fields.count - 1 { move(to: focus + 1, view) } else { leaveField(view) }
  }

  mutating func insertLine(_ view: View) -> Effect {
    guard current.isNote else { return enter(view) }
    edits.note(current, at: focus, apart: false)
    fields[focus].editor.touch()
    fields[focus].editor.insert("\n")
    return .none
  }

  /// Takes back the last edit inside the form; the last saved action when nothing was edited here.
  mutating func undo(_ view: View) -> Effect {
    guard let place = edits.undo(in: &fields) else {
      return isTouched ? .say(Text("Tidak ada lagi isian untuk diurungkan", en: "No more input to undo"), .warn) : .undo
    }
    focus = place
    judge(view)
    return .none
  }

  mutating func redo(_ view: View) -> Effect {
    guard let place = edits.redo(in: &fields) else { return isTouched ? .none : .redo }
    focus = place
    judge(view)
    return .none
  }
}

extension FormScreen {
  /// Copies the field's value from the record before: the owner's previous one, else the one saved last.
  mutating func copyPrevious(_ view: View) -> Effect {
    let isExtra = extraFields.indices.contains(focus)
    guard let object = isExtra ? task.extras?.previous(view) : previousObject(view) else {
      return .say(.noPrevious, .warn)
    }
    guard focus < fields.count - 1, !isExtra || object[current.spec.name] != nil else {
      return .say(.noPrevious, .warn)
    }
    take(object[current.spec.name], view)
    return .none
  }

  private func previousObject(_ view: View) -> JSONObject? {
    guard let table = view.book.table(type.kind.name) else { return nil }
    if let owner = owner(view) {
      let rows = table.rows(ownedBy: owner.id)
      let place = record.flatMap { table.row(of: $0) }.flatMap { rows.firstIndex(of: $0) } ?? rows.count
      if place > 0 { return table.object(at: rows[place - 1]) }
    }
    guard let last = view.session.lastSaved[type.kind.name], last != record, let row = table.row(of: last) else {
      return nil
    }
    return table.object(at: row)
  }

  /// The letter that jumps to each field: one of its title's where it is free.
  func jumpLetters(_ view: View) -> [Character] {
    let spare = Array("abcdefghijklmnopqrstuvwxyz0123456789")
    var used: Set<Character> = []
    return fields.map { field in
      let own = view(field.spec.title).lowercased().filter { $0.isASCII && $0.isLetter }
      let letter = (Array(own) + spare).first { !used.contains($0) } ?? " "
      used.insert(letter)
      return letter
    }
  }

  private mutating func jump(_ key: Key, _ view: View) -> Effect? {
    isJumping = false
    guard let scalar = key.typed, let place = jumpLetters(view).firstIndex(of: Character(scalar)) else {
      return key.typed == nil ? nil : .some(.none)
    }
    move(to: place, view)
    return .some(.none)
  }
}

extension Text {
  fileprivate static let noLookup = Text(
    "Isian ini diketik; F4 hanya untuk pilihan dan rujukan", en: "This field is typed; F4 is for choices and references"
  )
  fileprivate static let noPrevious = Text(
    "Belum ada data sebelumnya untuk disalin", en: "There is no previous record to copy from")
}
