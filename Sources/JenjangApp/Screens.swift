import JenjangDomain

/// One entry of the menu: a screen that can be opened from anywhere.
struct ScreenEntry {
  /// Its name for ever: scripts and the palette use it.
  let name: String
  let title: Text
  /// The digit that opens it from Home, 1 to 9; nil for those behind the digit 0 and for those of a group.
  let digit: Int?
  /// The digit after 0 that opens it; nil takes the next that is free.
  var second: Int?
  /// The group on whose page it stands instead of on Home; nil for Home itself.
  var group: MenuGroup? = nil
  /// What stands behind it in the menu: a count.
  var count: (View) -> String = { _ in "" }
  /// The count is made in a pause, not before the first frame.
  var isSlowToCount = false
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
    evaluations,
    evaluationBoard,
    evaluationRecap,
    calibration,
    achievements,
    assessors,
    cycles,
    plans,
    planTemplates,
    objections,
    credits,
    rewards,
    coaching,
    innovations,
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

  /// What is typed on Home and in the palette to open each screen: one digit, or 0 and another one.
  static let codes: [String: String] = {
    let seconds = Set(all.compactMap(\.second))
    var free = (1...9).filter { !seconds.contains($0) }
    var codes: [String: String] = [:]
    for entry in all where entry.group == nil {
      if let digit = entry.digit { codes[entry.name] = "\(digit)" }
      guard entry.digit == nil else { continue }
      if let second = entry.second { codes[entry.name] = "0\(second)" }
      if entry.second == nil, !free.isEmpty { codes[entry.name] = "0\(free.removeFirst())" }
    }
    return codes
  }()

  /// `5`, or `02`; blank where all are taken.
  var code: String { ScreenEntry.codes[name] ?? "" }
}
