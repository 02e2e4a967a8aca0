/// How every role looks, in every tier.
///
/// See `ThemeFile` for its JSON.
public struct Theme: Sendable, Equatable {
  public let id: String
  /// Its name in Indonesian and in English.
  public internal(set) var name: (indonesian: String, english: String)
  /// True when it is made for a light background.
  public internal(set) var isLight = false
  /// The glyph set it asks for; nil leaves it to the terminal.
  public internal(set) var glyphs: GlyphSet?
  /// One style for each role in each tier.
  var styles: [Style]
  var marks: [String?]

  /// The built-in theme that every other one rests on, under another name.
  ///
  /// It uses the terminal's own colours.
  public init(id: String) {
    let basis = Theme.basis
    self.init(id: id, name: (id, id), styles: basis.styles, marks: basis.marks)
  }

  init(id: String, name: (String, String), styles: [Style], marks: [String?]) {
    self.id = id
    self.name = name
    self.styles = styles
    self.marks = marks
  }

  /// How a role looks.
  public func style(of role: Role, tier: Tier) -> Style {
    styles[tier.index * Role.allCases.count + Int(role.rawValue)]
  }

  /// A sign that says the same as the colour, for those who do not see it; nil when the role needs none.
  public func mark(for role: Role) -> String? { marks[Int(role.rawValue)] }

  public static func == (one: Theme, other: Theme) -> Bool {
    one.id == other.id && one.styles == other.styles && one.marks == other.marks && one.glyphs == other.glyphs
      && one.isLight == other.isLight && one.name == other.name
  }

  /// The built-in theme `dasar`.
  public static let basis: Theme = {
    let file = ThemeFile.basis
    let resolver = ThemeResolver(chain: [file])
    return resolver.theme(id: file.id)
  }()
}

extension Tier {
  /// Its place, from most colours to none.
  var index: Int {
    switch self {
    case .trueColor: 0
    case .colors256: 1
    case .colors16: 2
    case .colors8: 3
    case .mono: 4
    }
  }
}
