import JenjangDomain

/// One entry of the menu: a screen that can be opened from anywhere.
struct ScreenEntry {
  /// Its name for ever: scripts and the palette use it.
  let name: String
  let title: Text
  /// The digit that opens it from Home; nil for those of a group.
  var digit: Int? = nil
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
    MenuGroup.development.entry,
    trainingCalendar,
    needs,
    heatMap,
    assessments,
    developmentPlans,
    events,
    programmes,
    competencies,
    standards,
    budget,
    rescue,
    learningReport,
    partners,
    speakers,
    scholarships,
    studies,
    due,
    MenuGroup.rules.entry,
    calculator,
    parameters,
    holidays,
    MenuGroup.mentoring.entry,
    sessionLog,
    mentoringPairs,
    matchBoard,
    mentorOffers,
    menteeWishes,
    mentoringProgrammes,
    knowledgeAtRisk,
    mentoringNetwork,
    sessions,
    mentoringActions,
    mentoringReport,
    mentorReport,
    MenuGroup.system.entry,
    journal,
    imports,
    requests,
    roles,
    keeping,
    settings,
    about,
  ]

  /// What is typed on Home and in the palette to open each screen: a digit, and behind that of a group its own key.
  static let codes: [String: String] = {
    var codes: [String: String] = [:]
    for entry in all {
      if let digit = entry.digit { codes[entry.name] = "\(digit)" }
    }
    for group in MenuGroup.allCases {
      for (entry, key) in zip(group.entries, MenuGroup.keys) { codes[entry.name] = "\(group.digit)\(key)" }
    }
    return codes
  }()

  /// `1`, or `43`; blank where there is none.
  var code: String { ScreenEntry.codes[name] ?? "" }
}
