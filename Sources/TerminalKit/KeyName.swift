/// The names of keys in key maps, scripts and tests ("ctrl-s", "shift-f8"), and their short labels in footers.
extension Key {
  /// The key of a name; nil when it names none.
  ///
  /// Modifiers come first in any order; then a named key or a single character.
  public init?(name: String) {
    var rest = Substring(name)
    var modifiers: Modifiers = []
    while let (prefix, modifier) = Key.prefixes.first(where: { rest.count > $0.0.count && rest.hasPrefix($0.0) }) {
      rest.removeFirst(prefix.count)
      modifiers.insert(modifier)
    }
    guard let code = Key.code(named: rest) else { return nil }
    self.init(code, modifiers)
    guard case .character(let scalar) = code, !modifiers.isDisjoint(with: [.shift, .control]) else { return }
    // Ctrl-S is ctrl-s; Shift is in the letter itself.
    if modifiers.contains(.control) {
      self.code = .character(scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar)
    } else if scalar != " " {
      self.code = .character(scalar.properties.uppercaseMapping.unicodeScalars.first ?? scalar)
      self.modifiers.remove(.shift)
    }
  }

  /// The name, which `init?(name:)` reads back.
  public var name: String {
    var name = ""
    for (prefix, modifier) in Key.prefixes where modifiers.contains(modifier) { name += prefix }
    return name + baseName
  }

  /// What a footer shows: "F1", "Ctrl-S", "Enter".
  public var label: String {
    var label = ""
    if modifiers.contains(.control) { label += "Ctrl-" }
    if modifiers.contains(.alt) { label += "Alt-" }
    if modifiers.contains(.shift) { label += "Shift-" }
    return label + baseLabel
  }

  private static let prefixes: [(String, Modifiers)] = [("ctrl-", .control), ("alt-", .alt), ("shift-", .shift)]

  private static let names: [(Code, name: String, label: String)] = [
    (.enter, "enter", "Enter"), (.tab, "tab", "Tab"), (.escape, "esc", "Esc"),
    (.backspace, "backspace", "Backspace"), (.delete, "del", "Del"), (.insert, "ins", "Ins"),
    (.up, "up", "↑"), (.down, "down", "↓"), (.left, "left", "←"), (.right, "right", "→"),
    (.home, "home", "Home"), (.end, "end", "End"), (.pageUp, "pgup", "PgUp"), (.pageDown, "pgdn", "PgDn"),
    (.character(" "), "space", "Space"),
  ]

  private static func code(named name: Substring) -> Code? {
    if let known = names.first(where: { $0.name == name }) { return known.0 }
    let scalars = name.unicodeScalars
    if let only = scalars.first, scalars.count == 1 { return only.value > 0x20 ? .character(only) : nil }
    guard name.hasPrefix("f"), let number = Int(name.dropFirst()), 1...24 ~= number, name == "f\(number)" else {
      return nil
    }
    return .function(number)
  }

  private var baseName: String {
    if let known = Key.names.first(where: { $0.0 == code }) { return known.name }
    switch code {
    case .character(let scalar): return String(scalar)
    case .function(let number): return "f\(number)"
    default: return ""
    }
  }

  private var baseLabel: String {
    if let known = Key.names.first(where: { $0.0 == code }) { return known.label }
    switch code {
    case .character(let scalar): return modifiers.isEmpty ? String(scalar) : String(scalar).uppercased()
    case .function(let number): return "F\(number)"
    default: return ""
    }
  }
}
