import TerminalKit
import Testing

/// Every theme that is delivered can be used and says nothing that means nothing.
@Suite struct ThemeTests {
  @Test func `every theme loads without a complaint`() throws {
    let library = ThemeLibrary(folders: [SourceTree.root + "/Themes"], embedded: [])
    #expect(SourceTree.themes.count >= 6)
    for file in SourceTree.themes {
      let id = String(file.name.dropLast(".json".count))
      do throws(ThemeProblem) {
        let loaded = try library.load(id)
        let unknown = loaded.warnings.filter { if case .lowContrast = $0 { false } else { true } }
        #expect(unknown.isEmpty, "\(id)")
        #expect(loaded.theme.name.indonesian.isEmpty == false)
      } catch {
        Issue.record("\(id): \(error)")
      }
    }
  }
}
