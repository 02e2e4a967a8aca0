/// Follows the steps that make things durable, gives each place of the protocol a name, and can leave one out.
///
/// A name is the call of the store that was running, the step it had taken before, and the step: so two places that
/// sync the same file in different situations have different names.
final class StepTrace {
  /// The names that were met, in the order in which they came.
  private(set) var names: [String] = []
  /// The step that is not taken.
  let leftOut: String?
  /// It would have been taken by now.
  private(set) var hasLeftOut = false
  /// Steps count from here on: what a scenario prepares is not what it proves.
  var isArmed = false
  /// The store's folder, which is no part of a name.
  var home = ""
  private(set) var call = ""
  private var known: Set<String> = []
  private var before = ""
  /// The name of that step: one that comes several times in a row has one name.
  private var name = ""

  init(leavingOut leftOut: String? = nil) { self.leftOut = leftOut }

  /// What a scenario does by itself before it begins: none of that is a step of the store.
  static let preparation = ""

  /// Begins another call of the store.
  func begin(_ call: String) {
    self.call = call
    before = ""
  }

  /// Runs what another process does in the middle of a call, which then goes on.
  func aside(_ body: () -> Void) {
    let interrupted = (call, before, name)
    body()
    (call, before, name) = interrupted
  }

  /// False when a step is the one that is left out.
  func admits(_ action: String, _ path: String) -> Bool {
    guard isArmed, call != StepTrace.preparation else { return true }
    let isInside = !home.isEmpty && path.hasPrefix(home + "/")
    let step = action + " " + StepTrace.pattern(isInside ? String(path.dropFirst(home.count + 1)) : path)
    if before != step { name = "\(call): " + (before.isEmpty ? step : "\(before), \(step)") }
    before = step
    if known.insert(name).inserted { names.append(name) }
    guard name == leftOut else { return true }
    hasLeftOut = true
    return false
  }

  /// A path with `#` for numbers, identities and hashes.
  static func pattern(_ path: String) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map { part in
      // The folders of attachments are named for the first two digits of a hash.
      part.utf8.count == 2 && part.allSatisfy(\.isHexDigit) ? "#" : patternOfName(part)
    }
    return path.isEmpty ? "." : parts.joined(separator: "/")
  }

  private static func patternOfName(_ name: Substring) -> String {
    var pattern = ""
    var rest = name
    while let first = rest.first {
      let word = rest.prefix { $0.isLetter || $0.isNumber }
      guard !word.isEmpty else {
        pattern.append(first)
        rest = rest.dropFirst()
        continue
      }
      pattern += patternOfWord(word)
      rest = rest.dropFirst(word.count)
    }
    return pattern
  }

  private static func patternOfWord(_ word: Substring) -> String {
    let isIdentity = word.utf8.count >= 26 && word.allSatisfy { $0.isNumber || $0.isUppercase }
    if isIdentity || word.utf8.count == 64 { return "#" }
    var pattern = ""
    for character in word where !character.isNumber || pattern.last != "#" {
      pattern.append(character.isNumber ? "#" : character)
    }
    return pattern
  }
}
