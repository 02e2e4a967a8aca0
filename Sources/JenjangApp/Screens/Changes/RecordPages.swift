import JenjangDomain
import JenjangStore
import TerminalKit

/// The page on which a record of each kind is looked at; a box with its fields where it has none of its own.
enum RecordPages {
  static func open(_ kind: String, _ id: RecordID, _ view: View) -> Effect {
    switch kind {
    case Employee.kind.name: .push(EmployeeFile(id))
    case Unit.kind.name: .push(UnitTreeScreen(selecting: id))
    case PerformancePlan.kind.name: .push(PlanPage(ID(id)))
    case LearningEvent.kind.name: .push(EventPage(ID(id)))
    case PositionStandard.kind.name: .push(StandardGrid(ID(id)))
    case DevelopmentPlan.kind.name: plan(ID(id), view)
    case BudgetLine.kind.name: entries(of: ID(id), view)
    default: (reader(kind, id).map { .push($0) }) ?? MentoringTab.open(kind, id) ?? record(kind, id)
    }
  }

  private static func reader(_ kind: String, _ id: RecordID) -> Reader? {
    switch kind {
    case Assessment.kind.name: Assessments.reader(ID(id))
    case Competency.kind.name: CompetencyReader.screen(ID(id))
    case LearningProgramme.kind.name: ProgrammeReader.screen(ID(id))
    case Partner.kind.name: PartnerReader.screen(ID(id))
    case Speaker.kind.name: PartnerReader.speaker(ID(id))
    case ScholarshipCall.kind.name: ScholarshipReader.screen(ID(id))
    case StudyApplication.kind.name: StudyReader.screen(ID(id))
    default: nil
    }
  }

  private static func plan(_ id: ID<DevelopmentPlan>, _ view: View) -> Effect {
    guard let person = view.book.developmentPlans[id]?.employee else {
      return record(DevelopmentPlan.kind.name, id.raw)
    }
    return .push(DevelopmentPlanPage(plan: id, of: person))
  }

  private static func entries(of id: ID<BudgetLine>, _ view: View) -> Effect {
    view.book.budgetLines[id].map { .push(ListScreen(.budgetEntries(of: $0), view: view)) }
      ?? record(BudgetLine.kind.name, id.raw)
  }

  static func record(_ kind: String, _ id: RecordID) -> Effect {
    .read(kind, id)
  }
}
