import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// What makes the form of a task again when its draft is opened: the name of a maker, for ever, and what it is told.
struct TaskCall: Equatable {
  let maker: String
  var told: [String: String] = [:]
}

/// Makes the form of a task anew, so that what is saved along with the record is not lost with the form.
struct TaskMaker {
  let name: String
  let make: ([String: String], View) -> FormScreen?
}

/// A task as it is kept with the draft of its form.
extension FormTask {
  private static let mark = "@task."
  private static let told = mark + "told."

  /// What is kept beside the texts of the fields; empty for a form that is for a stored record alone.
  func texts(preset: JSONObject) -> [String: String] {
    let isPlain = title == nil && fields == nil && call == nil && values.members.isEmpty
    guard !isPlain || !preset.members.isEmpty else { return [:] }
    var texts = [
      "values": JSONWriter.text(.object(values)), "preset": JSONWriter.text(.object(preset)),
    ]
    texts["fields"] = fields.map { $0.sorted().joined(separator: " ") }
    texts["title"] = title?.indonesian
    texts["title.en"] = title?.english
    texts["maker"] = call?.maker
    for (name, text) in call?.told ?? [:] { texts["told." + name] = text }
    return Dictionary(uniqueKeysWithValues: texts.map { (FormTask.mark + $0.key, $0.value) })
  }

  /// The task of a draft and what a new record has from the start; nil where the draft has none.
  static func kept(in draft: Draft, _ view: View) -> (task: FormTask, preset: JSONObject)? {
    guard draft.texts[mark + "values"] != nil else { return nil }
    if let made = remade(draft, view) { return (made.task, made.preset) }
    var task = FormTask()
    task.fields = draft.texts[mark + "fields"].map { Set($0.split(separator: " ").map(String.init)) }
    task.values = object(draft, "values")
    if let title = draft.texts[mark + "title"] { task.title = Text(title, en: draft.texts[mark + "title.en"] ?? title) }
    return (task, object(draft, "preset"))
  }

  private static func remade(_ draft: Draft, _ view: View) -> FormScreen? {
    guard let name = draft.texts[mark + "maker"], let maker = TaskMaker.all.first(where: { $0.name == name }) else {
      return nil
    }
    let known = draft.texts.filter { $0.key.hasPrefix(told) }
    return maker.make(
      Dictionary(uniqueKeysWithValues: known.map { (String($0.key.dropFirst(told.count)), $0.value) }), view)
  }

  private static func object(_ draft: Draft, _ name: String) -> JSONObject {
    guard let text = draft.texts[mark + name] else { return JSONObject() }
    return (try? JSONReader.value(Array(text.utf8)))?.object ?? JSONObject()
  }
}
