import Testing

/// What the style guide asks of every file, checked by reading the files.
@Suite struct LayoutTests {
  /// What each target may import; nothing points back.
  private static let imports: [String: Set<String>] = [
    "JSONText": [],
    "Processes": ["Glibc", "Synchronization"],
    "TerminalKit": ["CTerminal", "CThemes", "Glibc", "JSONText", "Synchronization"],
    "JenjangDomain": ["JSONText"],
    "JenjangStore": ["CSodium", "Glibc", "JSONText", "JenjangDomain", "Synchronization"],
    "JenjangApp": ["JSONText", "JenjangDomain", "JenjangStore", "Synchronization", "TerminalKit"],
    "jenjang": [
      "ArgumentParser", "Glibc", "JSONText", "JenjangApp", "JenjangDomain", "JenjangStore", "Processes",
      "Synchronization", "TerminalKit",
    ],
  ]

  /// The only files that call the file system.
  private static let touchesDisk: Set<String> = [
    "Sources/JenjangStore/Disk/FolderNames.swift",
    "Sources/JenjangStore/Disk/PosixDisk.swift",
    "Sources/JenjangStore/Disk/PosixDiskRights.swift",
    "Sources/JenjangStore/Disk/PosixDiskUsers.swift",
    // Before there is a store whose disk could be asked: the folder it is built in, and what lies around it.
    "Sources/JenjangStore/Opening/Create.swift",
    "Sources/JenjangStore/Disk/Surroundings.swift",
    "Sources/JenjangStore/Disk/MountTable.swift",
    "Sources/JenjangStore/Keeping/MachineFacts.swift",
    "Sources/JenjangStore/UseCases/NewFile.swift",
    "Sources/JenjangStore/UseCases/OutsideFile.swift",
    "Sources/JenjangStore/UseCases/ReportFile.swift",
  ]

  @Test func `the tree was found`() {
    #expect(SourceTree.swiftSources.count > 20)
    #expect(SourceTree.themes.contains { $0.name == "baku.json" })
  }

  @Test func `no file is longer than 400 lines`() {
    for file in SourceTree.sources + SourceTree.tests {
      #expect(file.lines.count <= 401, "\(file.path) has \(file.lines.count) lines")
    }
  }

  @Test func `every target imports only what lies below it`() {
    for file in SourceTree.swiftSources {
      let allowed = Self.imports[file.target] ?? []
      for module in importedModules(of: file) {
        #expect(allowed.contains(module), "\(file.path) imports \(module)")
      }
    }
  }

  @Test func `only the terminal's own files know ncurses`() {
    let importers = SourceTree.swiftSources.filter { importedModules(of: $0).contains("CTerminal") }
    #expect(importers.allSatisfy { $0.target == "TerminalKit" })
    #expect(Set(importers.map(\.name)) == ["Mailbox.swift", "NcursesTerminal.swift", "ProgramArguments.swift"])
  }

  @Test func `what the store saves does not depend on who looks`() {
    for file in SourceTree.swiftSources where file.path.hasPrefix("Sources/JenjangStore/") {
      let isForPeople = file.path.contains("/UseCases/") || file.path.contains("/Exchange/")
      guard !isForPeople else { continue }
      for asked in [".object(at:", " object(at:", ".rows(Query"] {
        #expect(!file.text.contains(asked), "\(file.path) asks for \(asked) as a user sees it")
      }
    }
  }

  @Test func `only the store's disk files call the file system`() {
    let calls = [
      "O_RDONLY", "O_WRONLY", "O_RDWR", "O_CREAT", "fopen(", "opendir(", "mkdir(", "mkdirat(", "unlink(", "unlinkat(",
      "Glibc.rename(", "renameat(", "ftruncate(", "fdatasync(", "fsync(", "linkat(",
    ]
    for file in SourceTree.swiftSources where isBoundToDiskFiles(file) {
      for call in calls {
        if file.mentions(call) { Issue.record("\(file.path) uses \(call)") }
      }
    }
  }

  private func isBoundToDiskFiles(_ file: SourceTree.File) -> Bool {
    let isUserFiles = file.path.hasPrefix("Sources/JenjangStore/") && file.name.hasPrefix("UserFiles")
    return !Self.touchesDisk.contains(file.path) && !isUserFiles && !["Processes", "TerminalKit"].contains(file.target)
      && !file.path.hasPrefix("Sources/jenjang/Bench/")
  }

  @Test func `no source names a place on somebody's machine`() {
    let places = ["/" + "home/", "/" + "root/", "/" + "Users/", "/" + "work/"]
    for file in SourceTree.sources {
      for place in places { if file.mentions(place) { Issue.record("\(file.path) names \(place)") } }
    }
  }

  @Test func `nothing is forced and nothing is left undone in silence`() {
    // The one file whose task it is to crash.
    for file in SourceTree.swiftSources where file.name != "Provocation.swift" {
      for word in ["try!", "fatalError(", "as! ", "catch {}"] {
        if file.mentions(word) { Issue.record("\(file.path) uses \(word)") }
      }
    }
  }

  private func importedModules(of file: SourceTree.File) -> [String] {
    file.lines.compactMap { line in
      let words = line.split(separator: " ")
      guard let place = words.firstIndex(of: "import"), place <= 1, place + 1 < words.count,
        place == 0 || words[0] == "@testable" || words[0] == "internal" || words[0] == "@preconcurrency"
      else { return nil }
      let isImport = words.count == place + 2 && words[place + 1].allSatisfy { $0.isLetter }
      return isImport ? String(words[place + 1]) : nil
    }
  }
}

extension SourceTree.File {
  /// True when a text occurs where no longer word goes on before it.
  func mentions(_ wanted: String) -> Bool {
    var rest = text[...]
    while let found = rest.firstRange(of: wanted) {
      let before = rest[..<found.lowerBound].last ?? text[..<found.lowerBound].last
      if before.map({ !$0.isLetter && !$0.isNumber && $0 != "_" }) ?? true { return true }
      rest = rest[found.upperBound...]
    }
    return false
  }
}
