/// Makes a theme of a file and of those it extends.
///
/// For each of a role's foreground, background, attributes and mark: its own scope in this file, then in those it
/// extends, the built-in one last; then the same for the scope without its last word, and so on to `text`.
struct ThemeResolver {
  /// The file first, then what it extends.
  let chain: [ThemeFile]

  func theme(id: String) -> Theme {
    var styles: [Style] = []
    for tier in Tier.allCases {
      for role in Role.allCases { styles.append(style(role, tier)) }
    }
    var theme = Theme(id: id, name: chain[0].name, styles: styles, marks: Role.allCases.map(mark))
    theme.isLight = chain[0].isLight
    theme.glyphs = chain.lazy.compactMap(\.glyphs).first
    return theme
  }

  /// The first answer on the way from the role's own scope to `text`.
  private func first<Answer>(_ role: Role, _ answer: (ThemeFile.RoleEntry) -> Answer?) -> Answer? {
    for scope in role.lookup {
      for file in chain {
        if let found = file.roles[scope].flatMap(answer) { return found }
      }
    }
    return nil
  }

  private func mark(_ role: Role) -> String? {
    for scope in role.lookup where scope != "text" {
      for file in chain {
        if let mark = file.roles[scope]?.mark { return mark }
      }
    }
    return nil
  }

  private func color(_ name: String?, _ tier: Tier) -> Color {
    guard let name, tier != .mono else { return .standard }
    for file in chain {
      if let entry = file.palette[name] { return entry[tier.index] }
    }
    return .standard
  }

  private func style(_ role: Role, _ tier: Tier) -> Style {
    var style = Style(
      foreground: color(first(role, \.foreground), tier),
      background: color(first(role, \.background), tier)
    )
    if tier == .mono {
      style.attributes = first(role) { $0.mono ?? $0.attributes } ?? []
    } else {
      style.attributes = first(role, \.attributes) ?? []
    }
    // Many terminals make bold black a dark grey, which cannot be read on a bar.
    if style.foreground == .indexed(0) { style.attributes.remove(.bold) }
    guard tier == .colors8 else { return style }
    // With eight colours a bright one is the same one in bold, and a background cannot be bright.
    if case .indexed(let index) = style.foreground, index > 7 {
      style.foreground = .indexed(index & 7)
      style.attributes.insert(.bold)
    }
    if case .indexed(let index) = style.background { style.background = .indexed(index & 7) }
    return style
  }

  /// Throws for a colour that no palette has, and for text in the colour of its background.
  func check(_ theme: Theme) throws(ThemeProblem) {
    for file in chain {
      for (scope, role) in file.roles {
        for name in [role.foreground, role.background] {
          guard let name, !chain.contains(where: { $0.palette[name] != nil }) else { continue }
          throw .unknownColor(role: scope, name: name)
        }
      }
    }
    for tier in Tier.allCases where tier != .mono {
      for role in Role.allCases {
        let style = theme.style(of: role, tier: tier)
        guard style.foreground == style.background, style.foreground != .standard else { continue }
        throw .invisible(role: role.scope, tier: tier)
      }
    }
  }

  /// What is hard to read.
  func contrastWarnings(_ theme: Theme) -> [ThemeWarning] {
    var warnings: [ThemeWarning] = []
    for tier in Tier.allCases {
      for role in Role.allCases {
        let style = theme.style(of: role, tier: tier)
        guard let front = style.brightened(in: tier).rgb, let back = style.background.rgb else { continue }
        let contrast = front.contrast(with: back)
        if contrast < role.leastContrast(text: chain[0].contrast) {
          warnings.append(.lowContrast(role: role.scope, tier: tier, tenths: Int(contrast * 10)))
        }
      }
    }
    return warnings
  }
}

extension Role {
  /// Text must be read; borders and bars only seen; what is empty may fade.
  fileprivate func leastContrast(text: Double) -> Double {
    switch self {
    case .line, .popupBorder, .bar, .chartFirst, .chartSecond, .chartThird, .chartFourth: 3
    case .barEmpty, .heatFirst, .heatSecond, .heatThird, .heatFourth, .heatFifth: 1
    default: text
    }
  }
}

extension Theme {
  /// Reads a theme; `resolving` finds the bytes of the themes it extends.
  ///
  /// Throws why it cannot be used; what can be used but is doubtful comes as warnings.
  public static func load(
    _ bytes: [UInt8], resolving: (_ id: String) -> [UInt8]? = { _ in nil }
  ) throws(ThemeProblem) -> (theme: Theme, warnings: [ThemeWarning]) {
    var chain = [try ThemeFile(bytes: bytes)]
    while let parent = chain[chain.count - 1].extends, parent != ThemeFile.basis.id {
      let names = chain.map(\.id)
      guard !names.contains(parent) else { throw .circular(names + [parent]) }
      guard let bytes = resolving(parent) else { throw .missing(id: parent) }
      let file = try ThemeFile(bytes: bytes)
      guard file.id == parent else { throw .badName(file.id) }
      chain.append(file)
    }
    if chain[0].id != ThemeFile.basis.id { chain.append(ThemeFile.basis) }
    let resolver = ThemeResolver(chain: chain)
    let theme = resolver.theme(id: chain[0].id)
    try resolver.check(theme)
    return (theme, chain[0].warnings + resolver.contrastWarnings(theme))
  }
}

extension Style {
  /// The foreground as it is seen: with eight colours, bold makes it bright.
  fileprivate func brightened(in tier: Tier) -> Color {
    guard tier == .colors8, attributes.contains(.bold), case .indexed(let index) = foreground else { return foreground }
    return .indexed(index | 8)
  }
}
