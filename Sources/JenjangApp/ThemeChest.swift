import JenjangDomain
import TerminalKit

/// The themes that can be chosen, and the one that is shown; a bad file keeps the last good one.
final class ThemeChest {
  private(set) var current: Theme

  init(current: Theme) { self.current = current }

  /// A descriptor that can be read when a theme file changed; nil when none can be watched.
  var watch: Int32? { nil }

  var names: [(id: String, name: Text)] { [] }

  /// Shows a theme; says why when it cannot, and keeps the one before.
  @discardableResult
  func choose(_ id: String) -> Text? { nil }

  /// Reads the current theme's file again; says what is wrong with it.
  func reload() -> Text? { nil }
}
