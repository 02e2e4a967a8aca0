import JenjangDomain

/// One entry of the menu: a screen that can be opened from anywhere.
struct ScreenEntry {
  /// Its name for ever: scripts and the palette use it.
  let name: String
  let title: Text
  /// The digit that opens it from Home; nil where there is none left.
  let digit: Int?
  /// The group on whose page it stands instead of on Home; nil for Home itself.
  var group: MenuGroup? = nil
  /// What stands behind it in the menu: a count.
  var count: (View) -> String = { _ in "" }
  let make: (View) -> any Screen

  /// What Home lists: the screens without a group, and the groups.
  static let home = all.filter { entry in
    entry.group == nil && MenuGroup(rawValue: entry.name)?.entries.isEmpty != true
  }

  /// Every screen of the program, one line each; also the menu.
  static let all: [ScreenEntry] = [
    employees,
    units,
    posts,
    MenuGroup.performance.entry,
    due,
    calculator,
    parameters,
    holidays,
    imports,
    journal,
    requests,
    roles,
    keeping,
    settings,
    about,
  ]
}
