import TerminalKit

/// A terminal without a terminal: its keys come from a script, its screen is the last frame.
///
/// `jenjang open --script FILE` and the tests drive the real loop through it.
final class ScriptTerminal: Terminal {
  var size: Size
  let tier: Tier
  var glyphs: GlyphSet
  private(set) var frame: Frame
  private(set) var copied: String?
  /// Frames shown so far.
  private(set) var frames = 0
  private var steps: [Step]
  private let save: (_ path: String, _ text: String) -> Void

  /// One line of a script, or a part of it.
  enum Step: Equatable {
    case event(Event)
    case saveScreen(String)
  }

  init(
    _ steps: [Step] = [], size: Size = Size(columns: 80, rows: 24), tier: Tier = .colors256,
    glyphs: GlyphSet = .unicode, save: @escaping (_ path: String, _ text: String) -> Void = { _, _ in }
  ) {
    self.steps = steps.reversed()
    self.size = size
    self.tier = tier
    self.glyphs = glyphs
    self.save = save
    frame = Frame(size: size)
  }

  var hasInput: Bool { false }
  var isAttended: Bool { false }

  /// The next step; the end of the script asks the program to end.
  ///
  /// A running job goes on between two steps.
  func next(timeout milliseconds: Int?) -> Event {
    if let milliseconds, milliseconds <= App.pause { return .timeout }
    while let step = steps.popLast() {
      switch step {
      case .event(.resize(let size)):
        self.size = size
        return .resize(size)
      case .event(let event): return event
      case .saveScreen(let path): save(path, frame.text + "\n")
      }
    }
    return .terminate
  }

  func show(_ frame: Frame, theme: Theme) {
    self.frame = frame
    frames += 1
  }

  func invalidate() {}
  func watch(_ descriptor: Int32) {}
  func suspend() {}
  func copy(_ text: String) { copied = text }
  func close() {}
}

extension ScriptTerminal {
  /// A line that is no step, and why.
  struct ScriptProblem: Error, Equatable {
    let line: Int
    let text: String
  }

  /// Reads a script: `press f2 tab`, `type Siti`, `paste text`, `size 80x24`, `save-screen PATH`, `# comment`.
  static func steps(_ script: String) throws(ScriptProblem) -> [Step] {
    var steps: [Step] = []
    for (number, line) in script.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard let found = read(line: String(line)) else { throw ScriptProblem(line: number + 1, text: String(line)) }
      steps += found
    }
    return steps
  }

  private static func read(line: String) -> [Step]? {
    let word = line.prefix { $0 != " " }
    let rest = String(line.dropFirst(word.count).drop { $0 == " " })
    switch word {
    case "", "#": return []
    case "press": return press(rest)
    case "type": return rest.unicodeScalars.map { .event(.key(Key(.character($0)))) }
    case "paste": return [.event(.paste(rest))]
    case "save-screen": return rest.isEmpty ? nil : [.saveScreen(rest)]
    case "size":
      let parts = rest.split(separator: "x").compactMap { Int($0) }
      guard parts.count == 2, parts.allSatisfy({ (1...1_000).contains($0) }) else { return nil }
      return [.event(.resize(Size(columns: parts[0], rows: parts[1])))]
    default: return line.hasPrefix("#") ? [] : nil
    }
  }

  private static func press(_ names: String) -> [Step]? {
    var steps: [Step] = []
    for name in names.split(separator: " ") {
      guard let key = Key(name: String(name)) else { return nil }
      steps.append(.event(.key(key)))
    }
    return steps
  }
}
