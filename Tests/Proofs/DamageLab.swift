import JSONText
import JenjangDomain

@testable import JenjangStore

/// A store whose files are damaged in every way, one at a time, and looked at.
///
/// It has several segments, two snapshots, and saves behind them. An opened store must show a state that it once had:
/// all of it, or say why not.
struct DamageLab {
  struct Report: Sendable {
    var cases = 0
    /// Cases that opening noticed, and that only a check of all files did.
    var seenAtOpening = 0
    var seenByVerify = 0
    var violations: [String] = []

    mutating func add(_ other: Report) {
      cases += other.cases
      seenAtOpening += other.seenAtOpening
      seenByVerify += other.seenByVerify
      violations += other.violations
    }
  }

  /// Does a share of all damages, or every `stride`th of that.
  static func report(of shape: Shape, part: Int, of parts: Int, stride: Int) -> Report {
    var report = Report()
    guard let (lab, cases) = whole(shape) else {
      report.violations.append("the store could not be made")
      return report
    }
    for index in Swift.stride(from: part, to: cases.count, by: parts * stride) { lab.run(cases[index], &report) }
    return report
  }

  /// Does all damages, the forged ones first, until one leads to a wrong state.
  static func firstViolation(of shape: Shape) -> Report {
    var report = Report()
    guard let (lab, cases) = whole(shape) else { return report }
    for damage in cases.reversed() where report.violations.isEmpty { lab.run(damage, &report) }
    return report
  }

  /// A store and what will be done to it, made with every check in place whatever is being left out.
  private static func whole(_ shape: Shape) -> (DamageLab, [DamageCase])? {
    StoreRule.$leftOut.withValue(nil) { (try? DamageLab(shape)).map { ($0, $0.cases()) } }
  }

  /// The files with their bytes.
  let files: [(path: String, bytes: [UInt8])]
  let nodes: [SimNode]
  private let world: FixedWorld
  private let states: [Int: Int]
  private let newest: Int
  let store: RecordID

  private let shape: Shape

  struct Shape: Sendable {
    var saves: Int
    /// Segments are sealed at this size.
    var segmentSize: Int
    /// Saves behind the last snapshot.
    var tail: Int
    /// Letters behind each name.
    var padding: Int

    /// 64 KiB and more.
    static let large = Shape(saves: 24, segmentSize: 9_000, tail: 2, padding: 1_400)
    static let small = Shape(saves: 12, segmentSize: 1_800, tail: 3, padding: 0)
  }

  init(_ shape: Shape) throws { try self.init(shape, world: FixedWorld(seed: 11), store: nil) }

  /// Another history of the same length, of the same store or of another one.
  init(like other: DamageLab, store: RecordID) throws {
    try self.init(other.shape, world: FixedWorld(seed: 12), store: store)
  }

  private init(_ shape: Shape, world: FixedWorld, store id: RecordID?) throws {
    self.shape = shape
    self.world = world
    let disk = SimDisk()
    var description = world.description()
    if let id { description.store = id }
    store = description.store
    try Store.fill(disk, description: description, environment: world.environment())
    var oracle = CrashOracle()
    let store = try Store(disk: disk, path: "sim", options: world.smallOptions())
    store.segmentSize = shape.segmentSize
    var places: [Int: Int] = [oracle.newest.dump.digest: 0]
    for number in 1...shape.saves {
      let operations = DamageLab.operations(number, shape.padding, isOther: id != nil)
      oracle.begin(operations)
      try store.commit(Transaction(operations, why: "SK \(number)"))
      places[oracle.newest.dump.digest] = number
      if number == shape.saves - shape.tail || number == (shape.saves - shape.tail) / 2 { try store.snapshot() }
    }
    states = places
    newest = shape.saves
    nodes = disk.settled.nodes
    files = DamageLab.files(disk, "")
  }

  private static func operations(_ number: Int, _ padding: Int, isOther: Bool) -> [Operation] {
    let id = RecordID(high: 1, low: UInt64(number))
    let title = isOther ? "Ida Bagus" : "Ni Luh Putu"
    let create = Operation.create(
      kind: "notes", id: id, object: ["name": .string("\(title) \(number)" + String(repeating: "i", count: padding))])
    guard number % 3 == 0 else { return [create] }
    let earlier = RecordID(high: 1, low: UInt64(number - 1))
    let name = JSONValue.string("\(title) \(number - 1)" + String(repeating: "i", count: padding))
    let change = Change(old: name, new: "Dewa Ayu")
    return [create, .update(kind: "notes", id: earlier, base: 0, changes: ["name": change])]
  }

  private static func files(_ disk: SimDisk, _ folder: String) -> [(path: String, bytes: [UInt8])] {
    guard let node = disk.node(folder) else { return [] }
    return disk.nodes[node].names.sorted { $0.key < $1.key }.flatMap {
      name, child -> [(path: String, bytes: [UInt8])] in
      let path = folder.isEmpty ? name : folder + "/" + name
      return disk.nodes[child].isFolder ? files(disk, path) : [(path, disk.nodes[child].bytes)]
    }
  }

  var size: Int { files.reduce(0) { $0 + $1.bytes.count } }

  func bytes(_ path: String) -> [UInt8] { files.first { $0.path == path }?.bytes ?? [] }
  var segments: [String] { files.map(\.path).filter { $0.hasPrefix("journal/") } }
}

extension DamageLab {
  /// Does a damage and looks at what is left of the store.
  func run(_ damage: DamageCase, _ report: inout Report) {
    report.cases += 1
    let disk = SimDisk(nodes: nodes)
    disk.damage(damage)
    switch look(at: disk) {
    case .wrong(let text): report.violations.append("\(damage): \(text)")
    case .noticed: report.seenAtOpening += 1
    case .unnoticed where damage.mustBeSeenAtOpening: report.violations.append("\(damage): opening does not notice")
    case .unnoticed:
      guard DamageLab.isProof(damage.file) else { return }
      let other = SimDisk(nodes: nodes)
      other.damage(damage)
      if (try? Store.verify(other, store: store, VerifyOptions(isDeep: false)).isClean) ?? false {
        report.violations.append("\(damage): nobody notices")
      } else {
        report.seenByVerify += 1
      }
    }
  }

  /// What a damaged file must not go unnoticed in.
  private static func isProof(_ file: String) -> Bool {
    file.hasPrefix("journal/") || file.hasPrefix("snapshot/") || file == Layout.head
  }

  private enum Look {
    case noticed
    case unnoticed
    case wrong(String)
  }

  private func look(at disk: SimDisk) -> Look {
    do throws(StoreError) {
      let opened = try Store(disk: disk, path: "sim", options: world.smallOptions())
      guard let place = states[opened.dump.digest] else { return .wrong("a state that never was") }
      if opened.readOnlyReason != nil { return .noticed }
      guard place == newest else { return .wrong("silently \(newest - place) saves shorter") }
      return opened.notices.isEmpty ? .unnoticed : .noticed
    } catch {
      return .noticed
    }
  }
}

extension DamageLab {
  /// Every damage of every file.
  ///
  /// Of each byte the lowest bit, the highest and all of them are turned over.
  func cases() -> [DamageCase] {
    var cases: [DamageCase] = []
    for (path, bytes) in files {
      for place in bytes.indices {
        for mask: UInt8 in [1, 128, 255] { cases.append(.flip(file: path, place: place, mask: mask)) }
        cases.append(.cut(file: path, count: place))
      }
      cases += [.absent(file: path), .folder(file: path), .special(file: path)]
      guard path.hasSuffix(".ndjson") else { continue }
      cases += lineCases(path, bytes)
    }
    return cases + exchanges + forgeries
  }

  private func lineCases(_ path: String, _ bytes: [UInt8]) -> [DamageCase] {
    let lines = SimDisk.lines(bytes)
    var cases: [DamageCase] = []
    for (index, line) in lines.enumerated() {
      cases += [.lineDeleted(file: path, line: index), .lineDoubled(file: path, line: index)]
      if index + 1 < lines.count, line != lines[index + 1] { cases.append(.linesSwapped(file: path, line: index)) }
      for other in segments where other != path && path.hasPrefix("journal/") {
        cases.append(.lineMoved(file: path, line: index, to: other))
      }
    }
    return cases
  }

  private var exchanges: [DamageCase] {
    var cases: [DamageCase] = []
    for (index, first) in files.enumerated() {
      for second in files[(index + 1)...] where first.bytes != second.bytes {
        cases.append(.exchanged(file: first.path, with: second.path))
      }
    }
    return cases
  }
}
