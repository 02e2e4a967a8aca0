import JSONText

/// A theme as its file states it: a palette with a value for each tier, and roles that name colours of it.
///
/// ```json
/// { "schema": 1, "id": "laut", "name": {"id": "Laut", "en": "Sea"}, "appearance": "dark", "extends": "baku",
///   "palette": { "bg": {"rgb": "#12171d", "x256": 233, "x16": "default", "x8": "default"}, "acc": "cyan" },
///   "roles": { "status.bad": {"fg": "bad", "bg": "bg", "attr": ["bold"], "mono": ["reverse"], "mark": "!"} },
///   "chart": ["acc", "warn", "good", "muted"], "heat": ["h0", "h1", "h2", "h3", "h4"], "glyphs": "auto" }
/// ```
struct ThemeFile {
  /// A colour for each tier, most colours first; mono has none.
  typealias Entry = [Color]

  struct RoleEntry {
    var foreground: String?
    var background: String?
    var attributes: Style.Attributes?
    var mono: Style.Attributes?
    var mark: String?
  }

  static let largest = 64 * 1_024

  var id: String
  var name: (String, String)
  var isLight = false
  /// The contrast it promises for text.
  var contrast = 4.5
  var extends: String?
  var palette: [String: Entry] = [:]
  var roles: [String: RoleEntry] = [:]
  var glyphs: GlyphSet?
  var warnings: [ThemeWarning] = []

  /// 1 to 32 small letters, digits and hyphens: nothing that could lead out of a folder.
  static func isName(_ text: String) -> Bool {
    1...32 ~= text.utf8.count
      && text.utf8.allSatisfy { 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || $0 == UInt8(ascii: "-") }
  }

  init(bytes: [UInt8]) throws(ThemeProblem) {
    guard bytes.count <= Self.largest else { throw .tooLarge }
    let value: JSONValue
    do throws(JSONError) { value = try JSONReader.value(bytes) } catch { throw .notJSON(error) }
    guard let object = value.object else { throw .wrongShape("") }
    guard object["schema"]?.integer == 1 else { throw .unknownSchema }
    guard let id = object["id"]?.text, Self.isName(id) else { throw .badName(object["id"]?.text ?? "") }
    self.id = id
    name = (id, id)
    for member in object.members { try take(member.key, member.value) }
  }

  private mutating func take(_ key: String, _ value: JSONValue) throws(ThemeProblem) {
    switch key {
    case "schema", "id": break
    case "name":
      let indonesian = value.object?["id"]?.text ?? value.text ?? id
      name = (indonesian, value.object?["en"]?.text ?? indonesian)
    case "appearance": isLight = value.text == "light"
    case "contrast": contrast = value.integer == 7 ? 7 : 4.5
    case "extends":
      guard let parent = value.text, Self.isName(parent) else { throw .badName(value.text ?? "") }
      extends = parent
    case "palette":
      for member in try members(value, "palette") { palette[member.key] = try Self.entry(member.key, member.value) }
    case "roles":
      for member in try members(value, "roles") { try takeRole(member.key, member.value) }
    case "chart": try takeList(value, "chart", ["first", "second", "third", "fourth"])
    case "heat": try takeList(value, "heat", ["first", "second", "third", "fourth", "fifth"])
    case "glyphs": glyphs = value.text.flatMap(GlyphSet.init)
    default: warnings.append(.unknownKey(key))
    }
  }

  private func members(_ value: JSONValue, _ path: String) throws(ThemeProblem) -> [JSONObject.Member] {
    guard let object = value.object else { throw .wrongShape(path) }
    return object.members
  }

  private mutating func takeRole(_ scope: String, _ value: JSONValue) throws(ThemeProblem) {
    var entry = roles[scope] ?? RoleEntry()
    for member in try members(value, "roles." + scope) {
      switch member.key {
      case "fg": entry.foreground = member.value.text
      case "bg": entry.background = member.value.text
      case "attr": entry.attributes = attributes(member.value, scope)
      case "mono": entry.mono = attributes(member.value, scope)
      case "mark": entry.mark = member.value.text
      default: warnings.append(.unknownKey("roles." + scope + "." + member.key))
      }
    }
    if !Self.scopes.contains(scope) { warnings.append(.unknownRole(scope)) }
    roles[scope] = entry
  }

  private mutating func attributes(_ value: JSONValue, _ scope: String) -> Style.Attributes {
    var attributes: Style.Attributes = []
    for word in value.array ?? [] {
      if let known = word.text.flatMap({ Style.Attributes.names[$0] }) {
        attributes.insert(known)
      } else {
        warnings.append(.unknownAttribute(scope + ": " + (word.text ?? "?")))
      }
    }
    return attributes
  }

  private mutating func takeList(_ value: JSONValue, _ area: String, _ places: [String]) throws(ThemeProblem) {
    guard let names = value.array else { throw .wrongShape(area) }
    for (place, name) in zip(places, names) {
      roles[area + "." + place, default: RoleEntry()].foreground = name.text
    }
  }

  /// All scopes, and what they begin with.
  private static let scopes: Set<String> = {
    var scopes: Set<String> = []
    for role in Role.allCases { scopes.formUnion(role.lookup) }
    return scopes
  }()
}

extension ThemeFile {
  /// A colour of the palette: one text for all tiers, or a value for each.
  ///
  /// What is not stated follows from the next better tier.
  private static func entry(_ name: String, _ value: JSONValue) throws(ThemeProblem) -> Entry {
    if let text = value.text {
      let color = try color(text, name)
      guard case .rgb(let rgb) = color else { return [color, color, color, color] }
      return Tier.allCases.prefix(4).map { Color.nearest(to: rgb, in: $0) }
    }
    guard let object = value.object else { throw .wrongShape("palette." + name) }
    var entry: Entry = []
    for (key, tier) in [("rgb", Tier.trueColor), ("x256", .colors256), ("x16", .colors16), ("x8", .colors8)] {
      if let number = object[key]?.integer {
        guard let index = UInt8(exactly: number) else { throw .badColor(name, String(number)) }
        entry.append(.indexed(index))
      } else if let text = object[key]?.text {
        entry.append(try color(text, name))
      } else if let object = object[key] {
        throw .badColor(name, object == .null ? "null" : "?")
      } else {
        guard let better = entry.last else { throw .badColor(name, "") }
        entry.append(better.rgb.map { Color.nearest(to: $0, in: tier) } ?? .standard)
      }
    }
    return entry
  }

  private static func color(_ text: String, _ name: String) throws(ThemeProblem) -> Color {
    if text == "default" { return .standard }
    if let index = Color.names.firstIndex(of: text) { return .indexed(UInt8(index)) }
    guard let rgb = RGB(hex: text) else { throw .badColor(name, text) }
    return .rgb(rgb)
  }
}

extension Role {
  /// The scopes that are asked for this role, its own first, `text` last.
  var lookup: [String] {
    var scope = Substring(self.scope)
    var scopes = [String(scope)]
    while let dot = scope.lastIndex(of: ".") {
      scope = scope[..<dot]
      scopes.append(String(scope))
    }
    if scopes.last != "text" { scopes.append("text") }
    return scopes
  }
}
