import JenjangDomain

/// One entry of the menu: a screen that can be opened from anywhere.
struct ScreenEntry {
  /// Its name for ever: scripts and the palette use it.
  let name: String
  let title: Text
  /// The digit that opens it from Home; nil where there is none left.
  let digit: Int?
  /// What stands behind it in the menu: a count.
  var count: (View) -> String = { _ in "" }
  let make: (View) -> any Screen

  /// Every screen of the program, one line each; also the menu of Home.
  static let all: [ScreenEntry] = [
    employees,
    units,
    posts,
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
