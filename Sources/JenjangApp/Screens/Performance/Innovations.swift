import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

extension ScreenEntry {
  static let innovations = ScreenEntry(.innovations, group: .performance)
}

extension ListSpec {
  /// Ideas, what was tried, what they brought: the person writes, somebody else confirms the adoption.
  static let innovations = ListSpec(
    name: "innovations", title: Innovation.kind.plural, kind: Innovation.kind.name,
    columns: ["title", "employee", "state", "date", "unit", "adoptedOn"], sort: Query.Sort("date", descending: true),
    open: { id, _, _ in
      .push(
        RecordReader.screen(kind: Innovation.kind.name, id: id) { view in .replace(Innovations.edit(id, view)) })
    },
    create: { view in .push(Innovations.new(view)) },
    edit: { id, view in .push(Innovations.edit(id, view)) },
    preview: { id, view in
      guard let innovation = view.book.innovations[ID(id)] else { return [] }
      return [
        (view(Text("Masalah", en: "Problem")), innovation.problem ?? "-"),
        (view(Text("Gagasan", en: "Idea")), innovation.idea ?? "-"),
        (view(Text("Dampak", en: "Effect")), innovation.effect ?? "-"),
      ]
    },
    commands: [
      Command(
        "innovations.adopt", Text("Sahkan diterapkan", en: "Confirm the adoption"), letter: "s", saves: true,
        refusal: { list, view in list.selected.map { Innovations.refusalToAdopt($0, view) } ?? .choose },
        run: { list, view in list.selected.map { .push(Innovations.adopting($0, view)) } ?? .none })
    ])
}

/// What can be done with an innovation.
enum Innovations {
  /// What the person writes; the adoption is for others to confirm.
  private static let own: Set<String> = [
    "employee", "title", "date", "problem", "idea", "state", "trial", "effect", "evidence",
  ]

  static func new(_ view: View) -> FormScreen {
    var preset = JSONObject()
    preset["date"] = .string(view.today.iso)
    preset["state"] = .string(InnovationState.idea.rawValue)
    if let person = view.book.access?.actor.person { preset["employee"] = .string(person.text) }
    return FormScreen.new(kind: Innovation.kind.name, preset: preset, task: FormTask(fields: own), view: view)
  }

  static func edit(_ id: RecordID, _ view: View) -> FormScreen {
    FormScreen.edit(kind: Innovation.kind.name, id: id, task: FormTask(fields: own), view: view)
  }

  static func refusalToAdopt(_ id: RecordID, _ view: View) -> Text? {
    guard let innovation = view.book.innovations[ID(id)] else { return .choose }
    if innovation.state == .adopted { return .adopted }
    if let person = view.book.access?.actor.person, innovation.employee?.raw == person { return .own }
    return view.book.access.flatMap { access in
      access.mayWrite(Innovation.kind, about: innovation.employee?.raw, in: view.book) ? nil : .notYours
    }
  }

  static func adopting(_ id: RecordID, _ view: View) -> FormScreen {
    var values = JSONObject()
    values["state"] = .string(InnovationState.adopted.rawValue)
    values["adoptedOn"] = .string(view.today.iso)
    values["adoptedBy"] = view.book.access?.actor.person.map { .string($0.text) }
    let task = FormTask(
      title: Text("Sahkan penerapan inovasi", en: "Confirm the adoption"), fields: ["effect", "unit", "adoptedOn"],
      values: values)
    return FormScreen.edit(kind: Innovation.kind.name, id: id, task: task, view: view)
  }
}

extension Text {
  fileprivate static let choose = Text("Pilih inovasinya dulu", en: "Choose an innovation first")
  fileprivate static let adopted = Text("Sudah diterapkan", en: "Adopted already")
  fileprivate static let own = Text(
    "Penerapannya disahkan orang lain, bukan pengusulnya", en: "Somebody else confirms the adoption, not its author")
  fileprivate static let notYours = Text(
    "Disahkan oleh atasannya atau petugas kepegawaian", en: "The superior or an HR officer confirms it")
}
