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
  /// What follows once it is saved and the form is left.
  var then: Effect = .none
  /// What makes the task again from a draft; nil where its fields and values say all.
  var call: TaskCall?

  func asks(_ field: String) -> Bool { fields?.contains(field) ?? true }
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

  /// The values of the task for fields that are not asked.
  var silentValues: [(key: String, value: JSONValue)] {
    let asked = Set(recordFields.map(\.spec.name))
    return task.values.members.filter { !asked.contains($0.key) }.map { ($0.key, $0.value) }
  }
}
