import JenjangDomain
import TerminalKit

/// A screen that is one grid of rows: moving and clicking are the same on each.
protocol GridScreen: Screen {
  /// What begins the names of its commands; a click on the row under the cursor runs `noun.open`.
  static var noun: String { get }
  var grid: RowGrid { get set }
  var rowCount: Int { get }
}

extension GridScreen {
  static var moveCommands: [Command<Self>] {
    Step.commands(noun) { screen, step, _ in screen.grid.move(step, of: screen.rowCount) }
  }

  mutating func clicked(_ target: HitTarget, mouse: Mouse, view: View) -> Effect? {
    guard case .item(let place) = target else { return nil }
    if place == grid.cursor { return run("\(Self.noun).open", view: view) }
    grid.move(to: place, of: rowCount)
    return .some(.none)
  }
}
