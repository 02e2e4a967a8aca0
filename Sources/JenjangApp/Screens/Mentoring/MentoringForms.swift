import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// The forms and readers of what people say of themselves: offers and wishes.
enum MentoringForms {
  /// A new offer or wish from today on; the actor's own where nobody else's may be entered.
  static func new(_ kind: Kind, for person: RecordID? = nil, _ view: View) -> FormScreen {
    var preset = JSONObject()
    if let person = person ?? MentoringWords.owner(of: kind, view) { preset["employee"] = .string(person.text) }
    preset["consentedOn"] = .string(view.today.iso)
    return FormScreen.new(kind: kind.name, preset: preset, view: view)
  }

  static func reader(_ kind: Kind, _ id: RecordID) -> Reader {
    RecordReader.screen(kind: kind.name, id: id)
  }

  /// Why somebody's offer or wish cannot be changed; nil when it can.
  static func refusal(_ kind: Kind, of person: ID<Employee>?, _ view: View) -> Text? {
    guard let access = view.book.access, !access.mayWrite(kind, about: person?.raw, in: view.book) else { return nil }
    return access.refusal(toWrite: kind) ?? .notYours
  }
}

extension Text {
  fileprivate static let notYours = Text(
    "Ini diisi oleh orangnya sendiri atau petugas kepegawaian",
    en: "This is for the person or the personnel office to fill in")
}
