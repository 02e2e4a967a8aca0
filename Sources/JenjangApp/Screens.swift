import JenjangDomain

/// One entry of the menu: a screen that can be opened from anywhere.
struct ScreenEntry {
  /// Its name for ever: scripts and the palette use it.
  let name: String
  let title: Text
  /// The digit that opens it from Home; nil for those of a group.
  let digit: Int?
  /// The group on whose page it stands instead of on Home; nil for Home itself.
  let group: MenuGroup?
  /// What stands behind it in the menu: a count.
  let count: (View) -> String
  let make: (View) -> any Screen
  /// Its commands, for their index; nil where the book decides which kind of screen is opened.
  let source: CommandIndex.Source?

  init<S: Screen>(
    name: String, title: Text, digit: Int? = nil, group: MenuGroup? = nil,
    count: @escaping (View) -> String = { _ in "" }, make: @escaping (View) -> S
  ) {
    (self.name, self.title, self.digit, self.group) = (name, title, digit, group)
    (self.count, self.make, source) = (count, make, CommandIndex.Source(S.self))
  }

  /// A screen that may be one of several kinds, as the book is; each kind is a page of the index.
  init(name: String, title: Text, group: MenuGroup, choosing make: @escaping (View) -> any Screen) {
    (self.name, self.title, digit, self.group) = (name, title, nil, group)
    (count, self.make, source) = ({ _ in "" }, make, nil)
  }

  /// A list of records, called and counted as the list says unless it is given otherwise.
  init(
    _ list: ListSpec, title: Text? = nil, digit: Int? = nil, group: MenuGroup? = nil,
    count: ((View) -> String)? = nil, make: ((View) -> ListScreen)? = nil
  ) {
    (name, self.title, self.digit, self.group) = (list.name, title ?? list.title, digit, group)
    self.count = count ?? { view in view.book.table(list.kind).map { view.count($0.count) } ?? "" }
    self.make = make ?? { view in ListScreen(list, view: view) }
    source = CommandIndex.Source(list)
  }

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
