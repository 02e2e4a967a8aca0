import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

extension PerformanceDuty {
  /// What Home says of it.
  var words: Text {
    let name = name ?? ""
    switch kind {
    case .agreePlans: return Text("SKP menunggu persetujuan Anda", en: "plans wait for your agreement")
    case .rate:
      return Text(
        "penilaian \(name) belum selesai\(lateWords.indonesian)", en: "evaluations of \(name) owed\(lateWords.english)")
    case .calibrate: return Text("penilaian \(name) dapat dikalibrasi", en: "evaluations of \(name) can be calibrated")
    case .answerObjections: return Text("keberatan menunggu tanggapan Anda", en: "objections wait for your answer")
    case .ruleObjections: return Text("keberatan menunggu putusan Anda", en: "objections wait for your ruling")
    case .coach:
      return Text(
        "dialog pembinaan dalam 14 hari\(lateWords.indonesian)",
        en: "coaching dialogues within 14 days\(lateWords.english)")
    case .writePlan:
      return Text(
        "SKP Anda belum diajukan\(lateWords.indonesian)", en: "of your plans not submitted\(lateWords.english)")
    case .acknowledge: return Text("hasil penilaian Anda untuk diterima", en: "of your results to receive")
    }
  }

  private var lateWords: Text {
    late == 0 ? .verbatim("") : Text(", \(late) telat", en: ", \(late) late")
  }

  var isUrgent: Bool { late > 0 || kind == .acknowledge || kind == .answerObjections }

  /// Acts on it at once: the grid at the first person, the list of what waits.
  func open(_ view: View) -> Effect {
    switch kind {
    case .rate(let id):
      guard let period = view.book.evaluationPeriods[id], let scope = EvaluationScope.rated(by: view.book.access) else {
        return .none
      }
      let board = PeriodBoard(period, in: view.book, on: view.today)
      let table = view.book.employees.table
      let first = board.lines(of: scope, in: view.book).filter { $0.isDue }
        .min { (view.cell(table, $0.employee, "name"), $0.plan) < (view.cell(table, $1.employee, "name"), $1.plan) }
      return .push(
        EvaluationGrid(
          period, scope, first: first.map { view.book.performancePlans.table.id(of: $0.plan) }, view: view))
    case .calibrate(let id):
      guard let period = view.book.evaluationPeriods[id], let scope = EvaluationScope.calibration(by: view.book.access)
      else { return .none }
      return .push(EvaluationGrid(period, scope, mode: .calibrating, view: view))
    case .acknowledge: return openOwn(view)
    case .agreePlans: return .open(named: "plans", else: .records("performance-plans", ["state:DIAJUKAN"]), view)
    case .writePlan: return .open(named: "my-plan", else: .records("performance-plans", []), view)
    case .answerObjections, .ruleObjections: return .open(named: "objections", else: .records("objections", []), view)
    case .coach: return .open(named: "coaching", else: .records("coaching-dialogues", []), view)
    }
  }

  /// The first own result that waits to be received.
  private func openOwn(_ view: View) -> Effect {
    guard let person = view.book.access?.actor.person else { return .none }
    let released = view.book.evaluations.owned(by: person).first { $0.state == .released }
    let name = view.book.label(of: person, kind: Employee.kind.name) ?? ""
    return released.map { .push(EvaluationReader.screen($0, name: name, view)) } ?? .none
  }
}

/// Records of a kind in a plain list, where no screen of their own is in the menu.
struct PlainRecords {
  let kind: String
  let filter: String

  static func records(_ kind: String, _ filter: [String]) -> PlainRecords {
    PlainRecords(kind: kind, filter: filter.joined(separator: " "))
  }

  func screen(_ view: View) -> (any Screen)? {
    guard let type = view.book.table(kind)?.type else { return nil }
    let kind = kind
    let spec = ListSpec(
      name: kind, title: type.kind.plural, kind: kind, columns: Array(type.fields.prefix(6).map(\.name)),
      sort: type.kind.date.map { Query.Sort($0, descending: true) },
      open: { id, _, _ in
        .push(
          RecordReader.screen(kind: kind, id: id) { view in .replace(FormScreen.edit(kind: kind, id: id, view: view)) })
      },
      edit: { id, view in .push(FormScreen.edit(kind: kind, id: id, view: view)) })
    return ListScreen(spec, filter: filter, view: view)
  }
}

extension Effect {
  /// Opens a screen of the menu by its name, or a plain list while the menu has none.
  static func open(named name: String, else records: PlainRecords, _ view: View) -> Effect {
    if let entry = ScreenEntry.all.first(where: { $0.name == name }) { return .open(entry, view) }
    return records.screen(view).map { .push($0) } ?? .none
  }
}
