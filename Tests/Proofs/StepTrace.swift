/// Follows the steps that make things durable, gives each place of the protocol a name, and can leave one out.
///
/// A name is the call of the store that was running, the steps it had taken before, and the step: so two places that
/// sync the same file in different situations have different names.
final class StepTrace {
  /// The names that were met, in the order in which they came.
  private(set) var names: [String] = []
  /// The step that is not taken.
  let leftOut: String?
  private var known: Set<String> = []
  private var call = ""
  private var before: [String] = []

  init(leavingOut leftOut: String? = nil) { self.leftOut = leftOut }

  /// What a scenario does by itself before it begins: none of that is a step of the store.
  static let preparation = ""

  /// Begins another call of the store.
  func begin(_ call: String) {
    self.call = call
    before = []
  }

  /// False when a step is the one that is left out.
  func admits(_ action: String, _ path: String) -> Bool {
    guard call != StepTrace.preparation else { return true }
    let step = action + " " + StepTrace.pattern(path)
    let name = "\(call): \((before.suffix(3) + [step]).joined(separator: ", "))"
    if before.last != step { before.append(step) }
    if known.insert(name).inserted { names.append(name) }
    return name != leftOut
  }

  /// A path with `#` for numbers and identities.
  static func pattern(_ path: String) -> String {
    var pattern = ""
    var isNumber = false
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
      if !pattern.isEmpty || path.hasPrefix("/") { pattern += "/" }
      isNumber = false
      let stem = part.drop { $0 == "." }.prefix { $0 != "." }
      let isIdentity = stem.utf8.count >= 26 && stem.allSatisfy { $0.isNumber || $0.isUppercase }
      if isIdentity || stem.utf8.count == 64 {
        pattern += part.prefix { $0 == "." } + "#" + part.drop { $0 == "." }.dropFirst(stem.count)
        continue
      }
      for character in part {
        if character.isNumber {
          if !isNumber { pattern += "#" }
          isNumber = true
        } else {
          pattern.append(character)
          isNumber = false
        }
      }
    }
    return pattern.isEmpty ? "." : pattern
  }
}
