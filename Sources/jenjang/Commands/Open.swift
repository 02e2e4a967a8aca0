import ArgumentParser
import Glibc
import JSONText
import JenjangApp
import JenjangDomain
import JenjangStore
import TerminalKit

/// `jenjang open`, and `jenjang` alone: the screens.
struct Open: ParsableCommand {
  static let configuration = CommandConfiguration.subcommand(
    "open", Text("Buka layar (perintah bawaan).", en: "Open the screens (the default)."))

  @OptionGroup var common: CommonOptions
  @OptionGroup var screen: ScreenOptions

  func run() throws {
    try screen.checkTerminal()
    try screen.open(common, folder: common.folder())
  }
}

/// How the screens are to look, and what drives them.
struct ScreenOptions: ParsableArguments {
  @Option(help: .say(Text("Tema, misalnya terang; lihat `jenjang themes`.", en: "Theme; see `jenjang themes`.")))
  var theme: String?

  @Option(
    name: [.customLong("color"), .customLong("warna")],
    help: .say(
      Text("Banyaknya warna: truecolor, 256, 16, 8, mono.", en: "Colours: truecolor, 256, 16, 8, mono."), value: "tier"),
    transform: ScreenOptions.tier)
  var color: Tier?

  @Option(
    help: .say(Text("Aksara garis: unicode, acs, ascii.", en: "Line characters: unicode, acs, ascii."), value: "set"),
    transform: ScreenOptions.glyphs)
  var glyphs: GlyphSet?

  @Option(
    help: .say(
      Text("Yang BERLAKU pada tanggal ini.", en: "What is VALID on this day."), value: "yyyy-mm-dd"),
    transform: Arguments.day)
  var asOf: Day?

  @OptionGroup var state: RecordedOptions

  @Flag(
    help: .say(
      Text("Hanya baca: tidak membuat dan tidak mengubah apa pun.", en: "Only read: make and change nothing.")))
  var readOnly = false

  @Option(
    help: .say(
      Text("Jalankan tombol dari berkas ini lalu keluar.", en: "Press the keys in this file, then leave."),
      value: "file"))
  var script: String?

  func open(_ common: CommonOptions, folder: String) throws {
    try checkTerminal()
    try MainActor.assumeIsolated { try show(common, folder) }
  }

  @MainActor
  private func show(_ common: CommonOptions, _ folder: String) throws {
    // A list that takes its time shows at once what it can; a script and an earlier state wait for all of it.
    let defersIndex = script == nil && state.recorded == nil
    let store = try common.open(
      folder, readOnly: readOnly, strictly: readOnly, recorded: state.recorded, defersIndex: defersIndex,
      forScreens: true)
    let files = UserFiles(environment: Speech.variable)
    let launch = launch(today: common.today, files: files)
    if let script { return try run(script, launch, store, files) }
    let opening = store.isProvisional ? common.opening(folder, isReadOnly: readOnly) : nil
    do { try launch.run(store: store, files: files, opening: opening) } catch let error as TerminalFailure {
      throw Failure(error)
    } catch let error as StoreError {
      throw Failure(error)
    }
  }

  /// Refuses before anything is made when there is nothing to draw on.
  func checkTerminal() throws(Failure) {
    guard script != nil || isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 else {
      throw Failure(.terminalUnusable, .noTerminal)
    }
  }

  @MainActor
  private func launch(today: Day?, files: UserFiles) -> Launch {
    var launch = Launch()
    let isChosen = files.read(.settings)?["language"] != nil
    launch.language = Speech.asked ?? (isChosen ? nil : Speech.language)
    launch.theme = theme
    launch.tier = color
    launch.glyphs = glyphs
    launch.asOf = asOf
    launch.today = today
    launch.provocation = Speech.variable("JENJANG_TEST_CRASH").flatMap(Provocation.init)
    return launch
  }

  @MainActor
  private func run(_ script: String, _ launch: Launch, _ store: Store, _ files: UserFiles) throws {
    let text = String(decoding: try Inputs.contents(script), as: UTF8.self)
    var failure: Failure?
    let problem = launch.run(script: text, store: store, files: files) { path, picture in
      do throws(StoreError) {
        try ReportFile.write(Array(picture.utf8), to: path, replacing: true)
      } catch {
        failure = Failure(writing: error)
      }
    }
    if let problem { throw Failure(.badData, problem) }
    if let failure { throw failure }
  }

  private static func tier(_ text: String) throws -> Tier {
    switch text.lowercased() {
    case "truecolor", "24bit": return .trueColor
    case "256": return .colors256
    case "16": return .colors16
    case "8": return .colors8
    case "mono", "none", "0": return .mono
    default:
      throw ValidationError(
        Text("Warna \(text) tidak dikenal: truecolor, 256, 16, 8 atau mono.", en: "No such tier: \(text).")[
          Speech.language])
    }
  }

  private static func glyphs(_ text: String) throws -> GlyphSet {
    guard let set = GlyphSet(rawValue: text.lowercased()) else {
      throw ValidationError(
        Text("Aksara \(text) tidak dikenal: unicode, acs atau ascii.", en: "No such set: \(text).")[Speech.language])
    }
    return set
  }
}

extension Text {
  fileprivate static let noTerminal = Text(
    "layar memerlukan terminal; untuk skrip pakai `jenjang list`, `show`, `apply` atau `open --script BERKAS`",
    en: "the screens need a terminal; scripts use `jenjang list`, `show`, `apply` or `open --script FILE`")
}

extension Failure {
  fileprivate init(_ failure: TerminalFailure) {
    switch failure {
    case .notATerminal: self.init(.terminalUnusable, .noTerminal)
    case .unknownTerminal(let name):
      self.init(
        .terminalUnusable,
        Text(
          "TERM=\(name) tidak dikenal sistem ini; coba TERM=xterm-256color jenjang",
          en: "this system does not know TERM=\(name); try TERM=xterm-256color jenjang"))
    case .cannotMoveCursor(let name):
      self.init(
        .terminalUnusable,
        Text(
          "terminal \(name) tidak dapat menggambar layar; pakai terminal lain, atau `jenjang list` dan `show`",
          en: "the terminal \(name) cannot draw screens; use another one, or `jenjang list` and `show`"))
    case .refused:
      self.init(
        .terminalUnusable,
        Text(
          "sistem menolak terminal; tutup program lain lalu ulangi", en: "the system refused the terminal; try again"))
    }
  }
}
