import Glibc
import JSONText
import JenjangDomain
import JenjangStore
import Synchronization
import TerminalKit
import Testing

@testable import JenjangApp
@testable import TestSupport

/// The list while the index is made: there at once, and the same place afterwards.
@MainActor
@Suite struct `Index in the background` {
  /// Holds an opening back until the test lets it go on.
  nonisolated private final class Gate: Sendable {
    private let isOpen = Mutex(false)
    func open() { isOpen.withLock { $0 = true } }
    func wait() { while !isOpen.withLock({ $0 }) { usleep(1_000) } }
  }

  /// What happens while the gate is closed: nothing; all indexes are made; nothing, but that of people was there before.
  nonisolated enum Begin { case nothing, making, rest }

  private struct Scene {
    let folder = TemporaryFolder()
    let gate = Gate()
    let robot: Robot
    let path: String

    /// A large store whose index is gone, with somebody renamed and somebody new behind its snapshot.
    init(_ begin: Begin = .nothing, failing: StoreError? = nil, roles: Bool = false) throws {
      path = folder.path + "/store"
      let environment = Fixture.environment()
      let builder = try StoreBuilder(
        at: path, description: StoreDescription(agency: "Kota", isDemo: true, store: RecordID(high: 9, low: 9)),
        environment: environment)
      let note = String(repeating: "x", count: 4_000)
      for part in 0..<12 {
        try builder.append(
          (0..<100).map { number in
            let place = part * 100 + number
            return .create(
              kind: "employees", id: RecordID(high: 5, low: UInt64(place + 1)),
              object: [
                "name": .string(Self.name(place)), "employeeNumber": .string(String(100_000 + place)),
                "note": .string(note), "legalStatus": "AKTIF",
              ])
          })
      }
      try builder.append([.create(kind: "units", id: RecordID(high: 4, low: 1), object: ["name": "Dinas"])])
      if roles {
        try builder.append([
          .create(kind: "role-assignments", id: RecordID(high: 6, low: 1), object: ["role": "PENGELOLA"])
        ])
      }
      try builder.finish(day: Fixture.today)
      var options = OpenOptions(environment: environment, today: Fixture.today)
      try Store(opening: path, options: options).commit(
        Transaction([
          .update(
            kind: "employees", id: RecordID(high: 5, low: 2), base: 1,
            changes: ["name": Change(old: .string(Self.name(1)), new: "Zubaedah Baru")]),
          .create(kind: "employees", id: RecordID(high: 8, low: 8), object: ["name": "Aaliyah Baru"]),
        ]))
      try PosixRemover.remove(path + "/index/g00000001", keeping: begin == .rest ? ["employees.columns"] : [])
      options.defersIndex = true
      let store = try Store(opening: path, options: options)
      #expect(store.isProvisional)
      options.defersIndex = false
      let (gate, opened, path) = (gate, options, path)
      let opening = Opening { tell in
        tell(0.5)
        let made = begin == .making ? try Store(opening: path, options: opened) : nil
        gate.wait()
        if let failing { throw failing }
        return try made ?? Store(opening: path, options: opened)
      }
      let files = UserFiles(environment: { [folder] in $0 == "HOME" ? folder.path : nil })
      robot = try Robot(store, files: files, opening: opening, day: Fixture.today)
    }

    /// Names whose order is not that of the file.
    static func name(_ place: Int) -> String { "Orang \(9_999 - place)" }

    var list: ProvisionalList? { (robot.app.stack.all.first as? Provisional)?.list }

    /// Lets the program go on until the people's own index is asked.
    func index() throws {
      for _ in 0..<2_000 where list?.people == nil { robot.turns(1) }
      _ = try #require(list?.people)
    }

    func settle() {
      gate.open()
      robot.settle()
    }
  }

  @Test func `people can be found at once, and the cursor stays with them when the index is there`() throws {
    let scene = try Scene()
    scene.robot.turns(5)
    #expect(scene.robot.shows("Menyusun indeks"))
    #expect(scene.robot.shows("50%"))
    #expect(scene.robot.shows("Aaliyah Baru"))
    scene.robot.typeWhileBusy("zuba")
    #expect(scene.robot.shows("Zubaedah Baru"))
    #expect(scene.robot.cursorLine.contains("Zubaedah"))
    #expect(!scene.robot.shows("Orang"))
    for _ in 0..<4 { scene.robot.pressWhileBusy("backspace") }
    scene.robot.turns(1)
    scene.robot.pressWhileBusy("down", "down", "down")
    let line = scene.robot.cursorLine
    #expect(line.contains("Orang"))
    scene.settle()
    #expect(scene.robot.shows("Indeks siap"))
    #expect(scene.robot.app.stack.top is ListScreen)
    let name = try #require(line.split(separator: "Orang ").last).prefix(4)
    #expect(scene.robot.cursorLine.contains("Orang \(name)"))
    #expect(scene.robot.app.session.store.readOnlyReason == nil)
    #expect(scene.robot.app.stack.depth == 2)
  }

  @Test(arguments: [Begin.making, .rest])
  func `once the people's own index is there it is asked, in the order and with the search of the list`(begin: Begin)
    throws
  {
    let scene = try Scene(begin)
    try scene.index()
    #expect(scene.robot.shows("Menyusun indeks"))
    #expect(scene.robot.cursorLine.contains("Aaliyah Baru"))
    #expect(scene.robot.shows("Orang 8800"))
    #expect(!scene.robot.shows("Orang 9999"))
    #expect(scene.robot.shows("1.201"))
    #expect(scene.robot.shows("Kedudukan hukum"))
    #expect(scene.robot.shows("Aktif"))
    // Without regard to blanks, a word's beginning before its middle, and digits of the number.
    scene.robot.typeWhileBusy("baru")
    #expect(scene.robot.cursorLine.contains("Aaliyah Baru"))
    #expect(scene.robot.shows("Zubaedah Baru"))
    #expect(!scene.robot.shows("Orang"))
    for _ in 0..<4 { scene.robot.pressWhileBusy("backspace") }
    scene.robot.typeWhileBusy("ng99")
    #expect(scene.robot.cursorLine.contains("Orang 9900"))
    for _ in 0..<4 { scene.robot.pressWhileBusy("backspace") }
    scene.robot.typeWhileBusy("100003")
    #expect(scene.robot.cursorLine.contains("Orang 9996"))
    scene.robot.pressWhileBusy("enter")
    scene.settle()
    #expect(scene.robot.app.stack.top is EmployeeFile)
    #expect(scene.robot.shows("Orang 9996"))
  }

  @Test func `cursor and search stay when the index takes over`() throws {
    let scene = try Scene(.making)
    // What was typed before anything was read.
    scene.robot.app.handle(.key(Key(.character("o"))))
    scene.robot.app.handle(.key(Key(.character("r"))))
    let list = try #require(scene.list)
    while list.count < 10, list.people == nil { _ = list.advance { false } }
    let screen = scene.robot.app.stack.top
    #expect(screen is Provisional)
    for _ in 0..<3 { scene.robot.app.handle(.key(Key(.down))) }
    scene.robot.app.paint()
    let line = scene.robot.cursorLine
    let name = try #require(line.split(separator: "Orang ").last).prefix(4)
    try scene.index()
    #expect(scene.robot.cursorLine.contains("Orang \(name)"))
    #expect(scene.robot.shows("Cari: or"))
    scene.settle()
    #expect(scene.robot.cursorLine.contains("Orang \(name)"))
    #expect((scene.robot.app.stack.top as? ListScreen)?.search == "or")
  }

  @Test func `no further is read than somebody walks through, and typing reads on`() throws {
    let scene = try Scene()
    let list = try ProvisionalList(scene.robot.store, enough: 10)
    while list.advance(while: { true }) {}
    #expect(list.count == 10)
    #expect(!list.isComplete)
    list.search = "8800"
    while list.advance(while: { true }) {}
    #expect(list.entry(at: 0)?.name == "Orang 8800")
    #expect(list.count == 1)
    #expect(list.isComplete)
    scene.settle()
  }

  @Test func `an index that lay there and is damaged is not asked`() throws {
    let scene = try Scene(.rest)
    let index = scene.path + "/index/g00000001/employees.columns"
    try Damage.invert(index)
    scene.robot.turns(20)
    #expect(scene.list?.people == nil)
    #expect(scene.robot.shows("Orang"))
    scene.settle()
    #expect(scene.robot.app.session.store.book.table("employees")?.count == 1_201)
  }

  @Test func `Enter before anybody is found opens the first who will be`() throws {
    let scene = try Scene()
    for scalar in "zuba".unicodeScalars { scene.robot.app.handle(.key(Key(.character(scalar)))) }
    scene.robot.app.handle(.key(Key(.enter)))
    scene.settle()
    #expect(scene.robot.app.stack.top is EmployeeFile)
    #expect(scene.robot.shows("Zubaedah Baru"))
  }

  @Test func `Enter opens the person as soon as that can be done`() throws {
    let scene = try Scene()
    scene.robot.turns(5)
    scene.robot.typeWhileBusy("zuba")
    scene.robot.pressWhileBusy("enter")
    #expect(scene.robot.shows("Berkas Zubaedah Baru") || scene.robot.shows("Menyusun indeks"))
    scene.settle()
    #expect(scene.robot.app.stack.top is EmployeeFile)
    #expect(scene.robot.shows("Zubaedah Baru"))
  }

  @Test func `other screens and saving wait, help does not`() throws {
    let scene = try Scene()
    scene.robot.turns(50)
    scene.robot.pressWhileBusy("f1")
    #expect(scene.robot.app.stack.top is HelpScreen)
    scene.robot.pressWhileBusy("esc")
    scene.robot.app.perform(.push(Journal()))
    #expect(scene.robot.app.stack.top is Provisional)
    #expect(scene.robot.app.session.store.readOnlyReason == .indexing)
    scene.settle()
  }

  @Test func `while roles decide who is seen nobody is shown`() throws {
    let scene = try Scene(.making, roles: true)
    scene.robot.turns(20)
    #expect(scene.robot.shows("peran Anda menentukan"))
    #expect(!scene.robot.shows("Orang"))
    scene.settle()
  }

  @Test func `a store that cannot be opened ends the program with the reason`() throws {
    let scene = try Scene(failing: .refused(Text("tidak", en: "no")))
    scene.robot.turns(20)
    scene.settle()
    #expect(scene.robot.app.isEnding)
    #expect(scene.robot.app.failure as? StoreError == .refused(Text("tidak", en: "no")))
  }

  @Test func `Ctrl-C while the index is made leaves the program`() throws {
    let scene = try Scene()
    scene.robot.turns(5)
    scene.robot.pressWhileBusy("ctrl-c")
    #expect(scene.robot.app.isEnding)
    scene.gate.open()
  }
}

/// Removes the index of a store, as somebody might.
private enum PosixRemover {
  static func remove(_ folder: String, keeping kept: Set<String>) throws {
    guard let directory = opendir(folder) else { return }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != ".", name != "..", !kept.contains(name) { unlink(folder + "/" + name) }
    }
  }
}

/// Changes what lies in a file, as a bad disk might.
private enum Damage {
  /// The bytes behind the header of an index, all of them.
  static func invert(_ path: String) throws {
    let file = try #require(fopen(path, "r+"))
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    var bytes = [UInt8](repeating: 0, count: ftell(file) - 16_384)
    fseek(file, 16_384, SEEK_SET)
    #expect(fread(&bytes, 1, bytes.count, file) == bytes.count)
    for place in bytes.indices { bytes[place] ^= 0xFF }
    fseek(file, 16_384, SEEK_SET)
    #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
  }
}
