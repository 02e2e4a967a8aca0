import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// A record being entered or changed: labels, order, sections, kinds and checks come from its type alone.
struct FormScreen: Screen {
  /// A stored record as the user saw it.
  struct Base {
    var object = JSONObject()
    var revision = 0
  }

  let type: RecordType
  /// The record being changed; nil while it is a new one.
  let record: RecordID?
  /// The same as long as the form is open, so that one draft is kept and not many.
  let draftID: RecordID
  /// What a new record has from the start: its owner above all.
  let preset: JSONObject
  /// What the form is for, where that is more than the record.
  let task: FormTask
  /// As the user saw it when the form was opened; nothing in it for a new record.
  let opened: Base
  /// As it stands now, as far as the form knows: others may have changed it since.
  var base: Base
  /// The fields in the order of the type, what the task asks besides, and last the reason for the change.
  var fields: [FormField]
  /// How many of the fields are of the record.
  let recordCount: Int
  /// The place of the focus in `fields`.
  var focus = 0
  /// The field to which a full one has just given the focus on; nil after any other key.
  var wentOnTo: Int?
  /// What is wrong, as of the last time somebody left a field.
  var problems: [Problem] = []
  /// Saving was tried: everything that is wrong is shown, missing fields too.
  var showsAll = false
  /// The next letter jumps to the field that it stands at.
  var isJumping = false
  /// What can be taken back and repeated inside the form.
  var edits = FormEdits()
  /// What others did to the record since the form was opened, newest first.
  var meanwhile: [Commit] = []
  /// The values of others that the user has seen and decided about, by field.
  var decided: [String: JSONValue?] = [:]
  /// The record was removed by somebody else while the form was open.
  var isGone = false
  /// Texts that were filled in from another field, by field: they may be written over as if they were blank.
  var suggested: [String: String] = [:]
  /// The change request that is being mended; nil for most forms.
  var mends: RecordID?
  /// The first line shown when the form is taller than the window.
  var top = 0
  /// The width of the entry of each field at the last drawing, for moving by lines in a note.
  var entryWidths: [Int] = []
  private var readRevision = -1

  /// `seen` is the record as the user saw it, when that was earlier than now.
  init(
    _ type: RecordType, record: RecordID?, draft: RecordID, preset: JSONObject, seen: Base? = nil,
    task: FormTask = FormTask(), view: View
  ) {
    self.type = type
    self.task = task
    self.record = record
    self.preset = preset
    draftID = draft
    let now = FormScreen.base(of: record, type, view)
    base = seen ?? now ?? record.flatMap { FormScreen.last(of: $0, view) } ?? Base()
    opened = base
    isGone = record != nil && now == nil
    let object = record == nil ? preset : base.object
    let table = view.book.table(type.kind.name)
    let specs = type.fields.filter { spec in
      (spec.name != type.kind.owner || object[spec.name] == nil) && table?.isShown(spec.name) ?? true
        && task.asks(spec.name)
    }
    recordCount = specs.count
    fields = specs.map { FormField($0, value: object[$0.name] ?? task.values[$0.name], view: view) }
    if let extras = task.extras {
      fields += extras.specs.map { FormField($0, value: extras.values[$0.name], view: view) }
    }
    fields.append(FormField(FormScreen.why, value: nil, view: view))
    readRevision = view.book.revision
    focus = firstEmptyRequired(view) ?? firstAsked ?? 0
    if seen != nil || isGone { adopt(view) }
  }

  static func base(of record: RecordID?, _ type: RecordType, _ view: View) -> Base? {
    guard let record, let table = view.book.table(type.kind.name), let row = table.row(of: record),
      let object = table.object(at: row)
    else { return nil }
    return Base(object: object, revision: table.revision(of: row))
  }

  private func firstEmptyRequired(_ view: View) -> Int? {
    fields.indices.first { fields[$0].spec.isRequired && fields[$0].editor.isEmpty }
  }

  /// The reason for a change: kept with the commit and not in the record.
  static let why = FieldSpec(
    name: "@why", title: Text("Dasar/alasan", en: "Basis/reason"),
    help: Text(
      "Nomor SK atau kode alasan, tercatat di jurnal. Jangan tulis data pribadi di sini.",
      en: "A decree number or a reason code, kept in the journal. Write nothing personal here."),
    type: .text(maximum: 120), section: Text("Perubahan", en: "Change"))
}

extension FormScreen {
  /// An empty record, with some values known from the start: the owner of a history above all.
  static func new(kind: String, preset: JSONObject = JSONObject(), view: View) -> FormScreen {
    FormScreen(known(kind, view), record: nil, draft: view.session.newID(), preset: preset, view: view)
  }

  /// A stored record.
  ///
  /// When it is gone meanwhile, the form says so and saves nothing.
  static func edit(kind: String, id: RecordID, view: View) -> FormScreen {
    FormScreen(known(kind, view), record: id, draft: view.session.newID(), preset: JSONObject(), view: view)
  }

  static func known(_ kind: String, _ view: View) -> RecordType {
    guard let type = view.book.types.first(where: { $0.kind.name == kind }) else {
      preconditionFailure("\(kind) is not in the catalog")
    }
    return type
  }

  var takesText: Bool { true }
  var current: FormField { fields[focus] }
  var isNew: Bool { record == nil }
  /// Something was typed that is not stored.
  var isTouched: Bool { fields.contains(where: \.isTouched) }

  func refusal(_ view: View) -> Text? {
    if let record, let refusal = view.book.refusal(toSee: record, kind: type.kind.name) { return refusal }
    return view.book.access?.refusal(toChange: type.kind)
  }

  func title(_ view: View) -> String {
    if let title = task.title { return view(title) }
    let name = view(type.kind.title)
    guard isNew else { return type.kind.owner == nil ? label(view) ?? name : name }
    return name + view(Text(" baru", en: ", new"))
  }

  /// What the record is called in the book.
  func label(_ view: View) -> String? {
    guard let record, let table = view.book.table(type.kind.name), let row = table.row(of: record) else { return nil }
    let text = view.cell(table, row, type.kind.label)
    return text.isEmpty ? nil : text
  }

  /// The record this one belongs to: shown as a heading, not as a field.
  func owner(_ view: View) -> (id: RecordID, kind: String)? {
    guard let name = type.kind.owner, case .reference(let kind)? = type.field(name)?.type,
      let id = (isNew ? preset : base.object)[name]?.text.flatMap({ RecordID($0) })
    else { return nil }
    return (id, kind)
  }

  mutating func refresh(_ view: View) {
    guard readRevision != view.book.revision else { return }
    readRevision = view.book.revision
    adopt(view)
    if showsAll || fields.contains(where: \.wasLeft) { judge(view) }
  }

  func hint(_ view: View) -> (left: String, right: String) {
    let place = Text("isian \(focus + 1) dari \(fields.count)", en: "field \(focus + 1) of \(fields.count)")
    if isJumping {
      return (view(Text("Huruf: ke isian itu. Esc: batal.", en: "A letter: to that field. Esc: no.")), "")
    }
    if let problem = shownProblem(focus, view) {
      return ((problem.severity == .error ? "! " : "* ") + view(problem.text), view(place))
    }
    let help = current.spec.help ?? FormHelp.ofType(current.spec)
    return (help.map { view($0) } ?? "", view(place))
  }

  func help(_ view: View) -> [Text] { FormHelp.lines(current.spec) }
}
