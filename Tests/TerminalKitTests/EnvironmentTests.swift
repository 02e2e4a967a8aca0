import Glibc
import Testing

@testable import TerminalKit

@Suite struct EnvironmentTests {
  @Test func `an unknown member of a known family is taken for xterm, others for a VT100`() {
    #expect(TerminalEnvironment(term: "foot").terminfoNames == ["foot", "xterm-256color", "vt100"])
    #expect(TerminalEnvironment(term: "xterm-kitty").terminfoNames == ["xterm-kitty", "xterm-256color", "vt100"])
    #expect(TerminalEnvironment(term: "wyse50").terminfoNames == ["wyse50", "vt100"])
    #expect(TerminalEnvironment(term: "").terminfoNames == ["vt100"])
  }

  @Test func `direct colour is tried where the terminal says it has it`() {
    let modern = TerminalEnvironment(term: "xterm-256color", colorTerm: "truecolor")
    #expect(modern.terminfoNames.first == "xterm-direct")
    #expect(TerminalEnvironment(term: "linux", colorTerm: "truecolor").direct == nil)
  }

  @Test func `the program knows its arguments without asking the system`() {
    #expect(ProgramArguments.handed == CommandLine.arguments)
    #expect(ProgramArguments.handed.isEmpty == false)
  }

  @Test func `the tier is what the terminal has, or less where that is asked for`() {
    let environment = TerminalEnvironment(term: "xterm-256color")
    #expect(environment.tier(colors: 256, wanted: nil) == .colors256)
    #expect(environment.tier(colors: 256, wanted: .colors8) == .colors8)
    #expect(environment.tier(colors: 8, wanted: .trueColor) == .colors8)
    #expect(environment.tier(colors: 1 << 24, wanted: nil) == .trueColor)
    #expect(environment.tier(colors: 0, wanted: nil) == .mono)
    let refusing = TerminalEnvironment(term: "xterm", refusesColor: true)
    #expect(refusing.tier(colors: 256, wanted: nil) == .mono)
    #expect(refusing.tier(colors: 256, wanted: .colors16) == .colors16)
  }

  @Test func `text for the clipboard is written in base 64`() {
    let written = ["", "f", "fo", "foo", "foob"].map { Base64.encode(Array($0.utf8)) }
    #expect(written == ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg=="])
  }
}

@Suite struct FolderTests {
  /// A new folder that is removed after `body`.
  private func withFolder(_ body: (String) throws -> Void) throws {
    var template = Array("/tmp/jenjang-themes-XXXXXX".utf8CString)
    let made = mkdtemp(&template)
    let folder = try #require(made.map { String(cString: $0) })
    defer {
      for name in ThemeFolders.names(in: folder) { unlink(folder + "/" + name + ".json") }
      rmdir(folder)
    }
    try body(folder)
  }

  private func write(_ text: String, to path: String) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    try #require(file >= 0)
    _ = text.withCString { Glibc.write(file, $0, strlen($0)) }
    close(file)
  }

  @Test func `the first folder that has a theme wins, even when it is bad there`() throws {
    try withFolder { folder in
      let standard = Array("{\"schema\": 1, \"id\": \"baku\"}".utf8)
      let library = ThemeLibrary(folders: [folder + "/missing", folder], embedded: standard)
      #expect(library.list().map(\.id) == ["baku"])
      try write("{\"schema\": 1, \"id\": \"a\", \"name\": \"Satu\"}", to: folder + "/a.json")
      try write("{", to: folder + "/baku.json")
      let list = library.list()
      #expect(list.map(\.indonesian) == ["Satu", "baku"])
      #expect(list[0].problem == nil)
      #expect(list[1].problem != nil)
    }
  }

  @Test func `a change in a watched folder is told by the name of the file`() throws {
    try withFolder { folder in
      let watch = try #require(DirectoryWatch([folder, folder + "/missing"]))
      #expect(watch.takeChanges().isEmpty)
      try write("{}", to: folder + "/a.json")
      #expect(watch.takeChanges() == ["a.json"])
      #expect(watch.takeChanges().isEmpty)
    }
  }

  @Test func `letters come out of the mailbox in their order and ring its bell`() {
    let mailbox = Mailbox<Int>()
    func rings() -> Bool {
      var bell = pollfd(fd: mailbox.descriptor, events: Int16(POLLIN), revents: 0)
      return poll(&bell, 1, 0) > 0
    }
    #expect(!rings())
    mailbox.post(1)
    mailbox.post(2)
    #expect(rings())
    #expect(mailbox.takeAll() == [1, 2])
    #expect(!rings())
    #expect(mailbox.takeAll().isEmpty)
  }
}
