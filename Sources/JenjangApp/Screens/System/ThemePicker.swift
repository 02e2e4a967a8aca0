import JenjangDomain

/// Chooses a theme; each one is shown while the cursor stands on it.
enum ThemePicker {
  static func screen(_ themes: ThemeChest, _ view: View) -> Chooser {
    let before = view.settings.theme
    let entries = themes.entries
    var chooser = Chooser(
      "themes", Text("Tema", en: "Theme"), columns: 44,
      preview: { choice in .change { $0.theme = choice.key } },
      leave: .all([.pop, .change { $0.theme = before }]),
      source: { query, view in
        entries.filter { Fuzzy.score(query, in: view($0.name) + " " + $0.id) != nil }.map { theme in
          Choice(
            title: view(theme.name), key: theme.id, reason: theme.problem.map { view($0) },
            effect: .all([.pop, .change { $0.theme = theme.id }]))
        }
      })
    chooser.current = before
    return chooser
  }
}
