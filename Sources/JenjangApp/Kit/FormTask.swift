import JSONText
import JenjangDomain
import TerminalKit

/// A form with a purpose: what it asks for, what it puts into the record besides, and what is saved along with it.
///
/// Entering a decree, answering an objection, closing a programme: a part of a record and its consequences, one commit.
struct FormTask {
  /// What stands in the breadcrumb; nil names the record.
  var title: Text?
  /// The only fields that are asked, in the order of the record; nil asks all.
  var fields: Set<String>?
  /// Values that the task gives: a field that is asked and empty begins with one, others take it.
  var values = JSONObject()
  /// What else is saved, made from the record as it will be.
  var also: (RecordID, JSONObject, View) -> [JenjangDomain.Operation] = { _, _, _ in [] }
  /// What is asked besides the fields of the record.
  var extras: FormExtras?
  /// The fields that stand on the line of the one before where the window is wide enough.
  var joined: Set<String> = []
  /// What stands above the fields in the place of the record's name: who is meant, and how things stand.
  var heading: ((View) -> (name: String, details: String))?
  /// What follows once it is saved and the form is left.
  var then: Effect = .none
  /// What makes the task again from a draft; nil where its fields and values say all.
  var call: TaskCall?

  func asks(_ field: String) -> Bool { fields?.contains(field) ?? true }
}

/// What a form asks besides the fields of its record, saved with it as records of their own.
///
/// Drafts, undo, checks and the copying from the last record are those of every field. Their names begin with `@`.
struct FormExtras {
  let specs: [FieldSpec]
  /// What they begin with, by name.
  var values = JSONObject()
  /// What is wrong with what was typed beside the record, each problem at its field.
  var problems: (_ record: JSONObject, _ typed: JSONObject, View) -> [Problem] = { _, _, _ in [] }
  /// What Ctrl-D copies.
  var previous: (View) -> JSONObject = { _ in JSONObject() }
  /// What is saved of what was typed, beside the record.
  let operations: (RecordID, _ typed: JSONObject, View) -> [JenjangDomain.Operation]
}

extension FormScreen {
  /// A new record in a task.
  static func new(kind: String, preset: JSONObject = JSONObject(), task: FormTask, view: View) -> FormScreen {
    FormScreen(known(kind, view), record: nil, draft: view.session.newID(), preset: preset, task: task, view: view)
  }

  /// A stored record in a task.
  static func edit(kind: String, id: RecordID, task: FormTask, view: View) -> FormScreen {
    FormScreen(
      known(kind, view), record: id, draft: view.session.newID(), preset: JSONObject(), task: task, view: view)
  }

  /// The first blank field that a task asks for; nil where the form is for the whole record.
  var firstAsked: Int? { task.fields == nil ? nil : recordFields.indices.first { fields[$0].editor.isEmpty } }

  /// What was typed into the fields that are not of the record.
  func extraObject(_ view: View) -> JSONObject {
    var object = JSONObject()
    for field in extraFields { object[field.spec.name] = field.value(view) }
    return object
  }

  /// What is saved along with the record.
  func companions(of id: RecordID, _ object: JSONObject, _ view: View) -> [JenjangDomain.Operation] {
    task.also(id, object, view) + (task.extras?.operations(id, extraObject(view), view) ?? [])
  }

  /// The values of the task for fields that are not asked.
  var silentValues: [(key: String, value: JSONValue)] {
    let asked = Set(recordFields.map(\.spec.name))
    return task.values.members.filter { !asked.contains($0.key) }.map { ($0.key, $0.value) }
  }
}
