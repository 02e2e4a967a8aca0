import Testing

@testable import TerminalKit

@Suite struct ThemeTests {
  private func bytes(_ body: String, id: String = "uji") -> [UInt8] {
    Array("{\"schema\": 1, \"id\": \"\(id)\"\(body.isEmpty ? "" : ", ")\(body)}".utf8)
  }

  private func problem(_ body: String, resolving: (String) -> [UInt8]? = { _ in nil }) -> ThemeProblem? {
    do throws(ThemeProblem) {
      _ = try Theme.load(bytes(body), resolving: resolving)
      return nil
    } catch { return error }
  }

  @Test func `a theme that says nothing looks like the built-in one`() throws {
    let theme = try Theme.load(bytes("")).theme
    #expect(theme.styles == Theme.basis.styles)
    #expect(theme.mark(for: .statusBad) == "!")
    #expect(theme.mark(for: .text) == nil)
  }

  @Test func `every role can be told apart without colour where it must be`() {
    let plain = Theme.basis.style(of: .row, tier: .mono)
    for role in [Role.rowCursor, .rowMarked, .rowMarkedCursor, .tabActive, .fieldFocus, .fieldError, .popupCursor] {
      #expect(Theme.basis.style(of: role, tier: .mono) != plain, "\(role)")
    }
  }

  @Test func `a role falls back to what its name begins with, and then to text`() throws {
    let body = """
      "palette": {"bg": "#000000", "fg": "#ffffff", "x": "#00ff00", "y": {"rgb": "#102030", "x256": 17}},
      "roles": {"popup": {"bg": "y"}, "status": {"fg": "x"}}
      """
    let theme = try Theme.load(bytes(body)).theme
    #expect(theme.style(of: .popupTitle, tier: .trueColor).background == .rgb(RGB(16, 32, 48)))
    #expect(theme.style(of: .popupTitle, tier: .colors256).background == .indexed(17))
    #expect(theme.style(of: .status, tier: .trueColor).foreground == .rgb(RGB(0, 255, 0)))
    #expect(theme.style(of: .status, tier: .trueColor).background == .rgb(RGB(0, 0, 0)))
    #expect(theme.style(of: .status, tier: .mono) == Style())
  }

  @Test func `a theme inherits from the one it extends`() throws {
    let parent = bytes("\"palette\": {\"fg\": \"#eeeeee\", \"bg\": \"#111111\"}", id: "induk")
    let theme = try Theme.load(bytes("\"extends\": \"induk\", \"palette\": {\"bg\": \"#222222\"}")) { id in
      id == "induk" ? parent : nil
    }.theme
    let style = theme.style(of: .text, tier: .trueColor)
    #expect(style.foreground == .rgb(RGB(0xEE, 0xEE, 0xEE)))
    #expect(style.background == .rgb(RGB(0x22, 0x22, 0x22)))
  }

  @Test func `bad themes are refused with the reason`() {
    #expect(problem("\"extends\": \"uji\"") == .circular(["uji", "uji"]))
    #expect(problem("\"extends\": \"lain\"") == .missing(id: "lain"))
    #expect(problem("\"extends\": \"../x\"") == .badName("../x"))
    #expect(problem("\"palette\": {\"a\": \"puce\"}") == .badColor("a", "puce"))
    #expect(problem("\"palette\": []") == .wrongShape("palette"))
    #expect(problem("\"roles\": {\"text\": {\"fg\": \"none\"}}") == .unknownColor(role: "text", name: "none"))
    let same = "\"palette\": {\"a\": \"red\"}, \"roles\": {\"match\": {\"fg\": \"a\", \"bg\": \"a\"}}"
    #expect(problem(same) == .invisible(role: "match", tier: .trueColor))
    #expect(throws: ThemeProblem.unknownSchema) { try Theme.load(Array("{\"schema\": 2}".utf8)) }
    #expect(throws: ThemeProblem.tooLarge) { try Theme.load([UInt8](repeating: 0x20, count: 70_000)) }
    #expect(throws: ThemeProblem.self) { try Theme.load(Array("{\"schema\": 1,".utf8)) }
  }

  @Test func `what is doubtful is told and used`() throws {
    let body = """
      "colour": 1,
      "palette": {
        "bg": {"rgb": "#777777", "x256": 243, "x16": "default"}, "fg": {"rgb": "#888888", "x256": 245, "x16": "default"}
      },
      "roles": {"tet": {}, "text": {"fg": "fg", "bg": "bg", "attr": ["blod"]}}
      """
    let warnings = try Theme.load(bytes(body)).warnings
    #expect(warnings.contains(.unknownKey("colour")))
    #expect(warnings.contains(.unknownRole("tet")))
    #expect(warnings.contains(.unknownAttribute("text: blod")))
    #expect(warnings.contains { if case .lowContrast("text", .trueColor, _) = $0 { true } else { false } })
  }

  @Test func `with eight colours a bright one is bold`() throws {
    let theme = try Theme.load(bytes("\"palette\": {\"fg\": \"bright-red\"}")).theme
    let style = theme.style(of: .text, tier: .colors8)
    #expect(style.foreground == .indexed(1))
    #expect(style.attributes == .bold)
  }

  @Test func `colours are brought to the nearest a tier can show`() {
    #expect(Color.nearest(to: RGB(255, 0, 0), in: .colors256) == .indexed(196))
    #expect(Color.nearest(to: RGB(250, 250, 250), in: .colors16) == .indexed(15))
    #expect(Color.nearest(to: RGB(0, 160, 170), in: .colors8) == .indexed(6))
    #expect(RGB(255, 255, 255).contrast(with: RGB(0, 0, 0)) == 21)
    #expect(RGB(hex: "#12345g") == nil)
  }
}

@Suite struct ShippedThemeTests {
  /// The folder of themes of this package.
  private static var folder: String {
    var parts = #filePath.split(separator: "/")
    parts.removeLast(3)
    return "/" + parts.joined(separator: "/") + "/Themes"
  }

  private static let library = ThemeLibrary(folders: [folder], embedded: [])

  private static let ids = [
    "aman-tritan", "aman-warna", "baku", "batik", "gading", "kontras", "kontras-terang", "laut", "layar-hijau", "mono",
    "terang", "terminal",
  ]

  @Test func `all themes are there and can be used`() {
    let list = Self.library.list()
    #expect(list.map(\.id) == Self.ids)
    for entry in list { #expect(entry.problem == nil && entry.indonesian != entry.id, "\(entry)") }
  }

  @Test(arguments: ids) func `a shipped theme has no warning, contrast included`(_ id: String) throws {
    let warnings = try Self.library.load(id).warnings
    #expect(warnings.isEmpty, "\(warnings)")
  }

  @Test(arguments: ids) func `the cursor row differs from the others in every tier`(_ id: String) throws {
    let theme = try Self.library.load(id).theme
    for tier in Tier.allCases {
      #expect(theme.style(of: .rowCursor, tier: tier) != theme.style(of: .row, tier: tier), "\(tier)")
      #expect(theme.style(of: .fieldFocus, tier: tier) != theme.style(of: .field, tier: tier), "\(tier)")
    }
  }

  @Test func `a theme is looked for by a safe name only`() {
    #expect(throws: ThemeProblem.badName("../baku")) { try Self.library.load("../baku") }
    #expect(throws: ThemeProblem.missing(id: "nihil")) { try Self.library.load("nihil") }
  }
}
