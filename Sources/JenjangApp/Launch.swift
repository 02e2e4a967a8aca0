import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// How the interactive program is started.
public struct Launch {
  public var language: Language?
  public var theme: String?
  public var themeFolder: String?
  public var tier: Tier?
  public var glyphs: GlyphSet?
  /// The day as of which the state is shown; nil for today.
  public var asOf: Day?
  /// The clock's day, for tests; nil for the system's.
  public var today: Day?
  /// How the program is to die at a key, for tests; nil for not at all.
  public var provocation: Provocation?

  public init() {}
}

extension Launch {
  /// Runs the program on the real terminal until the user leaves.
  ///
  /// With `opening` the store is provisional: what is opened takes its place when it is there. Throws what went wrong
  /// with that, or with the terminal.
  @MainActor
  public func run(store: Store, files: UserFiles, opening: Opening? = nil) throws {
    let terminal = try NcursesTerminal(tier: tier, glyphs: glyphs)
    let list = try opening.map { _ in try ProvisionalList(store) }
    let app = makeApp(terminal: terminal, store: store, files: files, list: list)
    if let opening, let list { app.job = IndexJob(opening: opening, list: list) }
    terminal.setFarewell(Text.fault[app.session.settings.language])
    app.provocation = provocation
    app.welcome()
    app.lock(.start)
    app.run()
    terminal.close()
    if let failure = app.failure { throw failure }
  }

  /// Runs a script through the real loop, without a terminal; `save` keeps the screens it asks for.
  @MainActor
  public func run(
    script: String, store: Store, files: UserFiles, save: @escaping (_ path: String, _ text: String) -> Void
  ) -> Text? {
    do throws(ScriptTerminal.ScriptProblem) {
      let steps = try ScriptTerminal.steps(script)
      let terminal = ScriptTerminal(steps, tier: tier ?? .colors256, glyphs: glyphs ?? .unicode, save: save)
      let app = makeApp(terminal: terminal, store: store, files: files)
      app.lock(.start)
      app.run()
      return nil
    } catch {
      return Text(
        "Baris \(error.line) skrip tidak dikenal: \(error.text)",
        en: "Line \(error.line) of the script is unknown: \(error.text)")
    }
  }

  @MainActor
  private func makeApp(
    terminal: any Terminal, store: Store, files: UserFiles, list: ProvisionalList? = nil
  ) -> App {
    let session = Session(
      store: store, files: files, clock: .system(today: today), asOf: asOf, language: language, theme: theme)
    let themes = ThemeChest(ThemeLibrary(first: themeFolder))
    return App(terminal: terminal, session: session, themes: themes, first: list.map { Provisional($0) } ?? Home())
  }
}

extension Text {
  fileprivate static let fault = Text(
    """
    Jenjang berhenti karena kesalahannya sendiri. Yang sudah disimpan aman; yang sedang diketik ada di draf pada \
    Beranda, kecuali ketikan dua detik terakhir.
    """,
    en: """
      Jenjang stopped by a fault of its own. What was saved is safe; what you were typing is among the drafts on Home, \
      but for the last two seconds.
      """)
}
