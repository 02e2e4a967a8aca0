import Testing

/// What exists is also listed: records in the catalog, screens in the menu, phrases in both languages.
@Suite struct RegistrationTests {
  /// Phrases that are rightly the same in both languages.
  private static let equal: Set<String> = ["MENU", "PP 99/2000, Peraturan BKN 4/2025"]

  @Test func `every record type is in the catalog`() throws {
    let catalog = try #require(SourceTree.file("Sources/JenjangDomain/Catalog.swift")).text
    var found = 0
    for file in SourceTree.swiftSources where file.path.hasPrefix("Sources/JenjangDomain/Records/") {
      for line in file.lines where line.hasPrefix("public struct ") && conformsToRecord(line) {
        let name = line.dropFirst("public struct ".count).prefix { $0.isLetter || $0.isNumber }
        found += 1
        #expect(catalog.contains("RecordType(\(name).self)"), "\(name) is not in the catalog")
      }
    }
    #expect(found >= 10)
  }

  @Test func `every rule is in the rule book`() throws {
    let book = try #require(SourceTree.file("Sources/JenjangDomain/RuleBook.swift")).text
    let rules = names(in: "Sources/JenjangDomain/Rules/", after: "public enum ", with: ": Rule {")
    for rule in rules { #expect(book.contains("AnyRule(\(rule).self)"), "\(rule) is not in the rule book") }
    #expect(rules.count >= 2)
  }

  @Test func `every family of parameters is in the catalog`() throws {
    let catalog = try #require(SourceTree.file("Sources/JenjangDomain/ParameterCatalog.swift")).text
    let families = names(in: "Sources/JenjangDomain/Parameters/", after: "public enum ", with: " {")
    for family in families { #expect(catalog.contains("\(family).family"), "\(family) is not in the catalog") }
    #expect(families.count >= 5)
  }

  /// The names that stand between two pieces of text at the beginning of a line.
  private func names(in folder: String, after start: String, with end: String) -> [Substring] {
    SourceTree.swiftSources.filter { $0.path.hasPrefix(folder) }.flatMap { file in
      file.lines.filter { $0.hasPrefix(start) && $0.hasSuffix(end) }.map { line in
        line.dropFirst(start.count).prefix { $0.isLetter || $0.isNumber }
      }
    }
  }

  private func conformsToRecord(_ line: Substring) -> Bool {
    guard let colon = line.firstIndex(of: ":") else { return false }
    let protocols = line[colon...].split { !$0.isLetter }
    return protocols.contains("Record") || protocols.contains("HistoryRecord")
  }

  @Test func `every screen entry is in the menu`() throws {
    let menu = try #require(SourceTree.file("Sources/JenjangApp/Screens.swift"))
    let listed = Set(menu.lines.map { $0.trimmingBlanks })
    for file in SourceTree.swiftSources where file.path.hasPrefix("Sources/JenjangApp/Screens/") {
      guard let start = file.text.firstRange(of: "extension ScreenEntry {") else { continue }
      let body = file.text[start.upperBound...]
      let names = body.split(separator: "\n").prefix { !$0.hasPrefix("}") }.filter { $0.hasPrefix("  static let ") }
      for line in names {
        let name = line.dropFirst("  static let ".count).prefix { $0.isLetter || $0.isNumber }
        #expect(listed.contains(name + ","), "\(name) of \(file.path) is not in the menu")
      }
    }
  }

  /// A kind of screen is known by its table of commands; the menu tells the index of those that an entry makes.
  @Test func `every kind of screen is in the index of commands`() throws {
    let index = try #require(SourceTree.file("Sources/JenjangApp/CommandIndex.swift")).text
    let screens = SourceTree.swiftSources.filter { $0.target == "JenjangApp" }
    let made = screens.flatMap { $0.text.matches(of: /make: \{[^}]*?\b([A-Z][A-Za-z]+)\(/).map(\.1) }
    let kinds = screens.flatMap { $0.text.matches(of: /static (?:let|var) commandTable: \[Command<(\w+)>\]/).map(\.1) }
    for kind in kinds where kind != "Self" && !made.contains(kind) {
      #expect(index.contains("Source(\(kind).self)"), "\(kind) is in no menu, and not in the index")
    }
    #expect(kinds.count > 50 && made.count > 20)
  }

  @Test func `every screen that keeps drafts can make itself again`() throws {
    let makers = try #require(SourceTree.file("Sources/JenjangApp/TaskMakers.swift")).text
    var found = 0
    for file in SourceTree.swiftSources {
      guard let place = file.text.firstRange(of: /static let maker = (?:Grid|Task)Maker\(/) else { continue }
      let owner = file.text[..<place.lowerBound].matches(of: /\n(?:struct|enum|extension) (\w+)/).last?.1 ?? ""
      found += 1
      #expect(makers.contains("\(owner).maker"), "\(owner) of \(file.path) is in no list of makers")
    }
    #expect(found >= 8)
  }

  @Test func `every phrase has two languages`() {
    var count = 0
    for file in SourceTree.swiftSources {
      for phrase in PhraseScanner.phrases(in: file.text) {
        count += 1
        #expect(!phrase.indonesian.isEmpty && !phrase.english.isEmpty, "\(file.path):\(phrase.line) is empty")
        guard phrase.indonesian == phrase.english, !isEqualByNature(phrase.indonesian) else { continue }
        #expect(Self.equal.contains(phrase.indonesian), "\(file.path):\(phrase.line): \(phrase.indonesian)")
      }
    }
    #expect(count > 100)
  }

  /// Numbers, signs and interpolated values have no language.
  private func isEqualByNature(_ text: String) -> Bool {
    var depth = 0
    var last: Character = " "
    for character in text {
      if depth > 0 || last == "\\" && character == "(" {
        depth += character == "(" ? 1 : character == ")" ? -1 : 0
      } else if character.isLetter {
        return false
      }
      last = character
    }
    return true
  }

  @Test func `the scanner reads phrases over lines and with values inside`() {
    let source = """
      Text("Satu \\(name("x")) dua", en: "One")
      Text(
        "Tiga", en: "Three")
      SomeText("no", en: "no")
      """
    let phrases = PhraseScanner.phrases(in: source)
    #expect(phrases.map(\.english) == ["One", "Three"])
    #expect(phrases.map(\.line) == [1, 2])
  }
}

extension Substring {
  fileprivate var trimmingBlanks: Substring { drop { $0 == " " } }
}
