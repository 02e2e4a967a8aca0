import Glibc
import JenjangDomain
import JenjangStore
import Processes

/// A temporary folder with the program beside it: where a proof happens.
final class Site {
  let folder: String
  /// The program under proof.
  let program: String
  let store: String

  /// `folder` names an existing folder to work in; without one a temporary one is made, and removed afterwards.
  ///
  /// `place` is where the store is to be, from there.
  init(in folder: String? = nil, storeAt place: String = "store") throws {
    guard let program = Site.program else { throw Unable("the program jenjang is not beside this one; build it") }
    self.program = program
    let base = folder ?? getenv("TMPDIR").map { String(cString: $0) } ?? "/var/tmp"
    var template = Array((base + "/jenjang-prove-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw Unable("no folder can be made in \(base)") }
    self.folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    store = self.folder + "/" + place
  }

  deinit { Site.remove(folder) }

  static func remove(_ path: String) {
    _ = Spawn.output("rm", ["-rf", path], environment: ["PATH=/usr/bin:/bin"])
  }

  /// A folder in memory, for proofs to which it does not matter where a store lies; nil where there is none.
  static let memory = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : nil

  /// The program `jenjang` in the folder of this program, or of the running test bundle.
  static let program: String? = {
    var path = [CChar](repeating: 0, count: 4_096)
    let count = readlink("/proc/self/exe", &path, path.count - 1)
    let own = String(decoding: path.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let candidates = ([own] + CommandLine.arguments).compactMap { name -> String? in
      name.lastIndex(of: "/").map { name[..<$0] + "/jenjang" }
    }
    return candidates.first { access($0, X_OK) == 0 }
  }()

  /// What a user's surroundings would be, with every folder inside this one.
  var environment: [String] {
    [
      "HOME=\(folder)", "XDG_DATA_HOME=\(folder)/data", "XDG_CONFIG_HOME=\(folder)/config",
      "XDG_STATE_HOME=\(folder)/state", "TERM=xterm-256color", "LANG=C.UTF-8", "PATH=/usr/bin:/bin:/usr/sbin:/sbin",
    ]
  }

  /// What a run of the program left.
  struct Result {
    let status: Int32
    let output: String
    let errors: String

    var lines: [Substring] { output.split(separator: "\n") }
    var errorLines: [Substring] { errors.split(separator: "\n") }
  }

  /// Runs the program to its end.
  @discardableResult
  func run(_ arguments: String..., environment more: [String] = []) throws -> Result {
    try run(program: program, arguments, environment: more)
  }

  @discardableResult
  func run(arguments: [String]) throws -> Result { try run(program: program, arguments, environment: []) }

  /// Runs another program to its end; one that is not installed answers 127.
  func run(program: String, _ arguments: String...) throws -> Result {
    try run(program: program, arguments, environment: [])
  }

  func run(program: String, _ arguments: [String], environment more: [String] = []) throws -> Result {
    guard let result = Spawn.output(program, arguments, environment: environment + more) else {
      return Result(status: 127, output: "", errors: "\(program) cannot be started")
    }
    return Result(
      status: result.status, output: String(decoding: result.output, as: UTF8.self),
      errors: String(decoding: result.errors, as: UTF8.self))
  }

  /// What another program says.
  func output(_ program: String, _ arguments: String...) throws -> String {
    guard let result = Spawn.output(program, arguments, environment: environment) else {
      throw Unable("\(program) cannot be started")
    }
    return String(decoding: result.output, as: UTF8.self)
  }

  /// Runs what the proof cannot do without.
  func must(_ program: String, _ arguments: String...) throws {
    guard let result = Spawn.output(program, arguments, environment: environment) else {
      throw Unable("\(program) is not installed")
    }
    guard result.status == 0 else {
      throw Unable("\(program) failed: \(String(decoding: result.errors.prefix(200), as: UTF8.self))")
    }
  }

  /// Starts the program on a terminal; later variables of the environment replace earlier ones.
  func onTerminal(_ arguments: String..., columns: Int = 80, rows: Int = 24, environment more: [String] = []) throws
    -> PseudoTerminal
  {
    try onTerminal(program: program, arguments, columns: columns, rows: rows, environment: more)
  }

  func onTerminal(
    program: String, _ arguments: [String], columns: Int = 80, rows: Int = 24, environment more: [String] = []
  ) throws -> PseudoTerminal {
    let names = Set(more.map { $0.prefix { $0 != "=" } })
    let kept = environment.filter { !names.contains($0.prefix { $0 != "=" }) }
    guard
      let terminal = PseudoTerminal(program, arguments, environment: kept + more, columns: columns, rows: rows)
    else { throw Unable("there is no pseudo-terminal") }
    return terminal
  }

  /// Makes an empty store, in this folder or another one.
  func initialize(at path: String? = nil) throws {
    let result = try run("init", "--agency", "Contoh", "--data", path ?? store)
    guard result.status == 0 else { throw Unable("no store can be made: \(result.errors)") }
  }

  /// A program that takes changes as lines and acknowledges each: what scripts use, and what is killed here.
  ///
  /// `lead` are a program and its arguments that start it; `errors` is where standard error goes.
  func writer(at path: String? = nil, lead: [String] = [], errors: Int32? = nil) throws -> Companion {
    let words = lead + [program, "apply", "-", "--data", path ?? store]
    guard let writer = Companion(words[0], Array(words.dropFirst()), environment: environment, errors: errors)
    else {
      throw Unable("\(words[0]) cannot be started")
    }
    return writer
  }

  func open(readOnly: Bool = true, at path: String? = nil) throws(StoreError) -> Store {
    let today = Day(year: 2_026, month: 6, day: 1) ?? Day(number: 0)
    return try Store(
      opening: path ?? store, options: OpenOptions(environment: .live(), today: today, isReadOnly: readOnly))
  }
}

/// Choices that can be made again from the same seed.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &+ 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// One of 0 up to but not `count`.
  mutating func roll(_ count: Int) -> Int { Int(next() % UInt64(max(1, count))) }
}
