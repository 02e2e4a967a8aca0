import JenjangDomain
import JenjangStore
import TerminalKit

/// The record that a line of the radar comes from, where it can be acted on.
enum DueSubject {
  /// Nil for what comes from the person alone.
  static func record(_ line: DueLine) -> (kind: String, row: Row)? {
    guard let kind = line.kind.source, let row = line.sourceRow else { return nil }
    return (kind.name, row)
  }

  /// The objection, the coaching programme, the pair; any other record in its box.
  static func open(_ line: DueLine, _ view: View) -> Effect {
    guard let (kind, row) = record(line), let table = view.book.table(kind), table.isSeen(row) else { return .none }
    let id = table.id(of: row)
    switch kind {
    case Objection.kind.name: return .push(ObjectionPage.screen(ID(id)))
    case CoachingProgramme.kind.name: return .push(CoachingPage.screen(ID(id)))
    case CoachingDialogue.kind.name:
      return (view.book.coachingDialogues[row]?.programme).map { .push(CoachingPage.screen($0)) } ?? .none
    case MentoringPair.kind.name: return .push(PairPage(ID(id)))
    default:
      return .read(kind, id)
    }
  }
}

extension Text {
  static let noSubject = Text(
    "Hal ini berasal dari data pegawainya: Enter membuka berkasnya",
    en: "This comes from the person: Enter opens the file")
}
