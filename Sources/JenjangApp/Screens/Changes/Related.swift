import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// What a record is linked to: the records that it names, those that name it, and what follows from it.
///
/// One key leads from each link of a chain to the next, in both directions: standard, assessment, gap, plan, seat, event,
/// budget, result.
enum Related {
  /// The command of a screen about some record, which `subject` gives.
  static func command<S>(
    _ name: String, _ subject: @escaping (S, View) -> (kind: String, id: RecordID)?
  ) -> Command<S> {
    Command(
      name, Text("Catatan yang terkait", en: "Records linked to it"), keys: ["f8"],
      label: Text("Terkait", en: "Linked"),
      refusal: { screen, view in subject(screen, view) == nil ? .chooseFirst : nil },
      run: { screen, view in subject(screen, view).map { .push(chooser($0.kind, $0.id)) } ?? .none })
  }

  /// The command of a page about one record.
  static func command<S>(_ kind: String, _ id: RecordID) -> Command<S> {
    command("reader.related") { (_: S, _) in (kind, id) }
  }

  private static let letters = Array("abcdefghijklmnopqrstuvwxyz1234567890")

  static func chooser(_ kind: String, _ id: RecordID) -> Chooser {
    Chooser("related", Text("Terkait", en: "Linked records"), choosesByLetter: true, columns: 76) { _, view in
      let choices = following(kind, id, view) + named(by: kind, id, view) + naming(kind, id, view)
      return zip(letters, choices).map { letter, choice in
        var choice = choice
        (choice.letter, choice.key) = (letter, String(letter))
        return choice
      }
    }
  }

  private static func choice(_ title: String, _ detail: String, _ effect: Effect) -> Choice {
    Choice(title: title, detail: detail, effect: .all([.pop, effect]))
  }

  /// The records that it refers to.
  private static func named(by kind: String, _ id: RecordID, _ view: View) -> [Choice] {
    guard let table = view.book.table(kind), let row = table.row(of: id) else { return [] }
    return table.type.fields.compactMap { field in
      guard case .reference(let other) = field.type, table.isShown(field.name),
        let target = table.value(field.name, at: row)?.text.flatMap({ RecordID($0) }),
        view.book.refusal(toSee: target, kind: other) == nil
      else { return nil }
      return choice(view(field.title), view.cell(table, row, field.name), RecordPages.open(other, target, view))
    }
  }

  /// The records that refer to it: the one there is, or a list of them.
  private static func naming(_ kind: String, _ id: RecordID, _ view: View) -> [Choice] {
    view.book.types.flatMap { type -> [Choice] in
      guard view.book.access?.maySee(type.kind) ?? true, let table = view.book.table(type.kind.name) else { return [] }
      return type.fields.compactMap { field in
        guard case .reference(kind) = field.type, table.isShown(field.name) else { return nil }
        let rows = table.rows(referring: field.name, to: id)
        guard let first = rows.first else { return nil }
        let isOwned = type.kind.owner == field.name
        let title = view(type.kind.plural) + (isOwned ? "" : ", " + view(field.title))
        guard rows.count > 1 else {
          return choice(
            title, table.label(at: first, view), RecordPages.open(type.kind.name, table.id(of: first), view))
        }
        let list = ListScreen(.linked(type, by: field, to: id, view), view: view)
        return choice(title, view.count(rows.count), .push(list))
      }
    }
  }

  /// Pages that show it from another side.
  private static func following(_ kind: String, _ id: RecordID, _ view: View) -> [Choice] {
    switch kind {
    case Employee.kind.name: person(ID(id), view)
    case Competency.kind.name: competency(ID(id), view)
    case PositionStandard.kind.name: standard(ID(id), view)
    case LearningProgramme.kind.name: raised(by: ID(id), view)
    case Enrolment.kind.name: view.book.enrolments[ID(id)]?.employee.map { person($0, view) } ?? []
    case Assessment.kind.name: view.book.assessments[ID(id)]?.employee.map { person($0, view) } ?? []
    case BudgetLine.kind.name:
      view.book.budgetLines[ID(id)]?.year.map { year in
        [choice(view(Text("Anggaran setahun", en: "Budget of the year")), String(year), .push(BudgetScreen(year)))]
      } ?? []
    default: []
    }
  }

  private static func person(_ id: ID<Employee>, _ view: View) -> [Choice] {
    let plan = view.book.developmentPlan(of: id, on: view.today)
    var choices: [Choice] = []
    if view.book.access?.maySee(Assessment.kind) ?? true {
      choices.append(
        choice(
          view(Text("Kompetensi dan kesenjangan", en: "Competence and gaps")), view.person(id),
          .push(CompetencePage(id))))
    }
    if let plan {
      choices.append(
        choice(
          view(DevelopmentPlan.kind.title), plan.name ?? "", .push(DevelopmentPlanPage(plan: plan.id, of: id))))
    }
    return choices
  }

  private static func competency(_ id: ID<Competency>, _ view: View) -> [Choice] {
    guard let code = view.book.competencies[id]?.code else { return [] }
    let standards = view.book.positionStandards.all.filter { $0.levels?[code] != nil }.map { standard in
      choice(
        view(PositionStandard.kind.title), standard.name ?? "?", .push(StandardGrid(standard.id)))
    }
    let programmes = view.book.learningProgrammes.all.filter { $0.raises?[code] != nil }.map { programme in
      choice(view(LearningProgramme.kind.title), programme.name ?? "?", .push(ProgrammeReader.screen(programme.id)))
    }
    let needs = NeedsScreen(NeedsScreen.Scope(unit: nil, code: code))
    return [choice(view(Text("Siapa yang membutuhkannya", en: "Who needs it")), "", .push(needs))]
      + standards.prefix(10) + programmes.prefix(10)
  }

  private static func standard(_ id: ID<PositionStandard>, _ view: View) -> [Choice] {
    guard let standard = view.book.positionStandards[id] else { return [] }
    return [
      choice(
        view(Text("Yang memegang jabatannya, menurut JPM", en: "Who holds such a post, by match")), "",
        .push(StandardMatch.people(standard)))
    ] + competencies(standard.levels, view)
  }

  private static func raised(by id: ID<LearningProgramme>, _ view: View) -> [Choice] {
    competencies(view.book.learningProgrammes[id]?.raises, view)
  }

  private static func competencies(_ marks: CompetencyMarks?, _ view: View) -> [Choice] {
    (marks?.all ?? []).prefix(12).compactMap { code, mark in
      guard let row = view.book.competencies.table.firstRow(where: "code", is: code) else { return nil }
      let id = ID<Competency>(view.book.competencies.table.id(of: row))
      return choice(
        view(Competency.kind.title), "\(view.book.competencies[id]?.name ?? code) \(mark.level)",
        .push(CompetencyReader.screen(id)))
    }
  }
}

extension Table {
  /// How a row is called where it stands alone: its date and its label.
  fileprivate func label(at row: Row, _ view: View) -> String {
    let fields = [type.kind.date, type.kind.label].compactMap(\.self).filter { fieldType($0) != nil }
    return fields.map { view.cell(self, row, $0) }.filter { !$0.isEmpty }.joined(separator: "  ")
  }
}

extension ListSpec {
  /// The records of a kind that name another record in one field.
  fileprivate static func linked(_ type: RecordType, by field: FieldSpec, to id: RecordID, _ view: View) -> ListSpec {
    let first = [type.kind.date, type.kind.label].compactMap(\.self)
    let others = type.fields.map(\.name).filter { $0 != field.name && !first.contains($0) }
    let person = type.fields.first { if case .reference(Employee.kind.name) = $0.type { true } else { false } }?.name
    let label = field.type.kindReferred.flatMap { view.label(of: id, kind: $0) } ?? "?"
    let title = type.kind.plural
    return ListSpec(
      name: "linked-" + type.kind.name,
      title: Text("\(title.indonesian): \(label)", en: "\(title.english): \(label)"), kind: type.kind.name,
      columns: Array((first + others).filter { type.field($0) != nil }.prefix(7)),
      sort: type.kind.date.map { Query.Sort($0, descending: true) },
      conditions: [Query.Condition(field.name, .equals(id.text))], searches: person == field.name ? nil : person,
      open: { id, _, view in RecordPages.open(type.kind.name, id, view) },
      edit: { id, view in .push(FormScreen.edit(kind: type.kind.name, id: id, view: view)) })
  }
}

extension FieldType {
  fileprivate var kindReferred: String? { if case .reference(let kind) = self { kind } else { nil } }
}
