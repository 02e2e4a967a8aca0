import JenjangDomain

/// Something to look at in a trial: one error, or one warning with every row that it is about.
public struct ImportFinding: Sendable {
  public let problem: ImportProblem
  /// Indexes of the plan's rows, at least one; several only where no cell of them can be mended.
  public fileprivate(set) var rows: [Int]

  /// What is wrong, and in how many rows when it is more than one; `count` writes figures.
  public func reason(_ count: (Int) -> String) -> Text {
    guard rows.count > 1 else { return problem.reason }
    let figure = count(rows.count)
    return Text(
      "\(problem.reason.indonesian) (\(figure) baris)", en: "\(problem.reason.english) (\(figure) rows)")
  }
}

extension ImportPlan {
  /// Errors row by row, then warnings; the same warning of many rows is told once.
  public var findings: [ImportFinding] {
    var errors: [ImportFinding] = []
    var warnings: [ImportFinding] = []
    var places: [Sameness: Int] = [:]
    for (index, row) in rows.enumerated() {
      for problem in row.problems {
        let finding = ImportFinding(problem: problem, rows: [index])
        guard problem.severity != .error else {
          errors.append(finding)
          continue
        }
        let sameness = problem.repair == nil ? Sameness(column: problem.column, reason: problem.reason) : nil
        if let sameness, let place = places[sameness] {
          warnings[place].rows.append(index)
        } else {
          if let sameness { places[sameness] = warnings.count }
          warnings.append(finding)
        }
      }
    }
    return errors + warnings
  }

  /// What makes two warnings one.
  private struct Sameness: Hashable {
    let column: Int?
    let reason: Text
  }
}
