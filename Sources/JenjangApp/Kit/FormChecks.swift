import JSONText
import JenjangDomain
import TerminalKit

/// What is wrong with a form, and what of it is shown.
extension FormScreen {
  /// The record as it would be stored: what was there before, with the values of the fields.
  func object(_ view: View) -> JSONObject {
    var object = isNew ? preset : base.object
    for (name, value) in silentValues { object[name] = value }
    for field in recordFields { object[field.spec.name] = field.value(view) }
    return object
  }

  /// The fields of the record, without what a task asks besides and the reason at the foot.
  var recordFields: ArraySlice<FormField> { fields[..<recordCount] }

  /// What the task asks besides.
  var extraFields: ArraySlice<FormField> { fields[recordCount...].dropLast() }

  /// Checks everything: what cannot be read, what each type says, what the record's own rules say.
  mutating func judge(_ view: View) {
    var found: [Problem] = []
    var unread: Set<String> = []
    for field in fields {
      guard case .failure(let problem) = field.reading(view) else { continue }
      found.append(problem)
      unread.insert(field.spec.name)
    }
    let identity = record ?? draftID
    let judged = type.problems(of: object(view), id: identity, in: view.book) + extraProblems(view)
    found += judged.filter { problem in problem.field.map { !unread.contains($0) } ?? true }
    problems = found
  }

  /// What the types of the fields say that are not of the record, and what the task says of them.
  private func extraProblems(_ view: View) -> [Problem] {
    guard let extras = task.extras else { return [] }
    let typed = extraObject(view)
    return extras.specs.compactMap { $0.problem(with: typed[$0.name], in: view.book) }
      + extras.problems(object(view), typed, view)
  }

  /// The places of the fields with a problem of this weight, from the first to the last.
  func places(of severity: Problem.Severity) -> [Int] {
    let names = Set(problems.filter { $0.severity == severity }.compactMap(\.field))
    return fields.indices.filter { names.contains(fields[$0].spec.name) }
  }

  /// The problem to show at a field: errors before warnings, and none before the user was there.
  func shownProblem(_ place: Int, _ view: View) -> Problem? {
    let field = fields[place]
    let name = field.spec.name
    let own = problems.filter { $0.field == name }
    if let worst = own.first(where: { $0.severity == .error }) ?? own.first {
      let isMissing = field.editor.isEmpty && worst.severity == .error
      if showsAll || !isMissing && (field.wasLeft || !isNew && !field.isTouched) { return worst }
    }
    return rivalProblem(at: place, view)
  }

  /// Problems of the record as a whole, or of a field that this form does not show.
  var problemsOfRecord: [Problem] {
    let names = Set(fields.map(\.spec.name))
    return problems.filter { $0.field.map { !names.contains($0) } ?? true }
  }
}
