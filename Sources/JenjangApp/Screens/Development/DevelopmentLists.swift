import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

extension ScreenEntry {
  static let competencies = ScreenEntry(.competencies, group: .development)
  static let standards = ScreenEntry(.standards, group: .development)
  static let programmes = ScreenEntry(.programmes, group: .development)
  static let partners = ScreenEntry(.partners, group: .development)
  static let speakers = ScreenEntry(.speakers, group: .development)
  static let scholarships = ScreenEntry(.scholarships, group: .development)
  static let studies = ScreenEntry(.studies, group: .development)
}

extension ListSpec {
  static let competencies = ListSpec(
    name: "competencies", title: Competency.kind.plural, kind: Competency.kind.name,
    columns: ["code", "name", "kind", "field", "validTo"], sort: Query.Sort("code"),
    open: { id, _, _ in .push(CompetencyReader.screen(ID(id))) },
    preview: { id, view in
      guard let competency = view.book.competencies[ID(id)] else { return [] }
      return [("", competency.definition ?? "-")]
        + CompetencyLevel.allCases.map { level in
          ("\(level.number)", competency.behaviour(at: level) ?? "-")
        }
    }
  ).edited()

  static let standards = ListSpec(
    name: "standards", title: PositionStandard.kind.plural, kind: PositionStandard.kind.name,
    columns: ["name", "post", "positionKind", "jobFamily", "validFrom", "levels"], sort: Query.Sort("name"),
    open: { id, _, _ in .push(StandardGrid(ID(id))) },
    commands: [
      Command(
        "standards.copy", Text("Salin menjadi versi baru", en: "Copy to a new version"), keys: ["ctrl-d"], letter: "s",
        saves: true,
        refusal: { list, view in
          list.selected == nil ? .chooseFirst : view.book.access?.refusal(toWrite: PositionStandard.kind)
        },
        run: { list, view in list.selected.map { .push(Standards.copying(ID($0), view)) } ?? .none })
    ]
  ).edited()

  static let programmes = ListSpec(
    name: "programmes", title: LearningProgramme.kind.plural, kind: LearningProgramme.kind.name,
    columns: ["code", "name", "field", "lessonHours", "raises", "costPerHead", "recurrence"], sort: Query.Sort("code"),
    open: { id, _, _ in .push(ProgrammeReader.screen(ID(id))) },
    preview: { id, view in
      guard let programme = view.book.learningProgrammes[ID(id)] else { return [] }
      return [
        (view(Text("Manfaat", en: "Benefit")), programme.benefit ?? "-"),
        (view(Text("Dicapai", en: "Reaches")), programme.raises?.text ?? "-"),
      ]
    },
    commands: [
      Command(
        "programmes.schedule", Text("Jadwalkan kegiatan", en: "Schedule an event"), letter: "j", saves: true,
        refusal: { list, view in
          list.selected == nil ? .chooseFirst : view.book.access?.refusal(toWrite: LearningEvent.kind)
        },
        run: { list, view in list.selected.map { .push(Events.new(of: ID($0), on: view.today, view)) } ?? .none }),
      Command(
        "programmes.recur", Text("Jadwalkan setahun menurut keterulangan", en: "Schedule a year as it recurs"),
        letter: "y", saves: true,
        refusal: { list, view in
          list.selected == nil ? .chooseFirst : view.book.access?.refusal(toWrite: LearningEvent.kind)
        },
        run: { list, view in Events.recurring(list.chosen(view).map { ID($0) }, view) }),
    ]
  ).edited()

  static let partners = ListSpec(
    name: "partners", title: Partner.kind.plural, kind: Partner.kind.name,
    columns: ["name", "kind", "fields", "isSponsor", "rating", "contact"], sort: Query.Sort("name"),
    open: { id, _, _ in .push(PartnerReader.screen(ID(id))) }
  ).edited()

  static let speakers = ListSpec(
    name: "speakers", title: Speaker.kind.plural, kind: Speaker.kind.name,
    columns: ["name", "fields", "partner", "fee", "rating", "phone"], sort: Query.Sort("name"),
    open: { id, _, view in .push(PartnerReader.speaker(ID(id))) }
  ).edited()

  static let scholarships = ListSpec(
    name: "scholarships", title: ScholarshipCall.kind.plural, kind: ScholarshipCall.kind.name,
    columns: ["name", "programme", "field", "quota", "closesOn", "start", "state"],
    sort: Query.Sort("opensOn", descending: true),
    open: { id, _, _ in .push(ScholarshipReader.screen(ID(id))) }
  ).edited()

  static let studies = ListSpec(
    name: "studies", title: StudyApplication.kind.plural, kind: StudyApplication.kind.name,
    columns: ["employee", "university", "programme", "state", "appliedOn", "end", "bondUntil"],
    sort: Query.Sort("appliedOn", descending: true), searches: "employee",
    open: { id, _, _ in .push(StudyReader.screen(ID(id))) }
  ).edited()

  /// Enter reads the record in a box, F7 there edits it.
  static func reading(_ kind: String) -> (RecordID, ListScreen, View) -> Effect {
    { id, _, _ in .read(kind, id) }
  }
}

/// What can be done with standards.
enum Standards {
  /// A new version with the levels of another one, in force from today on.
  static func copying(_ id: ID<PositionStandard>, _ view: View) -> FormScreen {
    var object = view.book.positionStandards[id]?.object ?? JSONObject()
    object["validFrom"] = .string(view.today.iso)
    object["validTo"] = nil
    object["basis"] = nil
    return FormScreen.new(kind: PositionStandard.kind.name, preset: object, view: view)
  }
}
