/// The files that a process has looked at, by the nodes of its disk.
final class SimTouches {
  private(set) var nodes: Set<Int> = []

  func touch(_ node: Int) { nodes.insert(node) }
  func formUnion(_ other: SimTouches) { nodes.formUnion(other.nodes) }
}

/// What opening disks has shown, so that equal ones are looked at once.
///
/// A store does the same whenever it finds the same: so two disks are equal when they have the same names, and the same
/// bytes in each file that was looked at on the first of them. What nobody opened may differ.
struct CrashMemory {
  /// Disks that were told apart by the same files, of those with the same names.
  final class Pattern {
    let places: Set<Int>
    var outcomes: [Int: CrashLab.Outcome] = [:]

    init(_ places: Set<Int>) { self.places = places }
  }

  private var patterns: [Int: [Pattern]] = [:]

  func outcome(of state: CrashState) -> CrashLab.Outcome? {
    for pattern in patterns[state.names] ?? [] {
      if let known = pattern.outcomes[state.fingerprint(of: pattern)] { return known }
    }
    return nil
  }

  /// Keeps what a disk has shown to a process that looked at some of its files.
  mutating func keep(_ outcome: CrashLab.Outcome, of state: CrashState, _ touches: SimTouches) {
    let places = state.places(of: touches.nodes)
    let pattern: Pattern
    if let known = patterns[state.names]?.first(where: { $0.places == places }) {
      pattern = known
    } else {
      pattern = Pattern(places)
      patterns[state.names, default: []].append(pattern)
    }
    pattern.outcomes[state.fingerprint(of: pattern)] = outcome
  }
}

/// The names of a disk as one choice of them leaves it, with what files contribute to its fingerprint.
final class CrashTree {
  let nodes: [SimNode]
  /// The store's folder; nil when that name leads nowhere.
  let home: Int?
  let head: Int?
  let holder: Int?
  /// The files that have a name, in a fixed order.
  private(set) var files: [Int] = []
  /// A hash of all names.
  private(set) var names = 0
  /// What `HEAD` contributes to that.
  private(set) var headName = 0
  /// For each file a hash of each of its names.
  private var places: [Int: [Int]] = [:]
  /// A hash of each file that is certain.
  private let certain: [Int: Int]
  private var known: [ObjectIdentifier: Part] = [:]

  /// The files of a pattern here, and what the certain ones among them contribute.
  struct Part {
    let files: Set<Int>
    let sum: Int
  }

  init(_ disk: SimDisk, home path: String, head name: String, holder other: String, certain: [Int: Int]) {
    nodes = disk.nodes
    home = disk.node(path)
    head = home.flatMap { disk.nodes[$0].names[name] }
    holder = home.flatMap { disk.nodes[$0].names[other] }
    self.certain = certain
    walk(0, 0)
    files.sort()
    headName = head.map { (places[$0] ?? []).reduce(0, &+) } ?? 0
  }

  private func walk(_ folder: Int, _ above: Int) {
    for (name, child) in nodes[folder].names {
      var hasher = Hasher()
      hasher.combine(above)
      hasher.combine(name)
      if !nodes[child].isFolder { hasher.combine(nodes[child].links) }
      let place = hasher.finalize()
      names = names &+ place
      if nodes[child].isFolder {
        walk(child, place)
      } else {
        if places[child] == nil { files.append(child) }
        places[child, default: []].append(place)
      }
    }
  }

  func places(of nodes: Set<Int>) -> Set<Int> {
    nodes.reduce(into: []) { all, node in all.formUnion(places[node] ?? []) }
  }

  func part(_ pattern: CrashMemory.Pattern) -> Part {
    let key = ObjectIdentifier(pattern)
    if let part = known[key] { return part }
    let files = Set(files.filter { (places[$0] ?? []).contains(where: pattern.places.contains) })
    let sum = files.reduce(0) { sum, file in sum &+ (certain[file].map { fingerprint(of: file, $0) } ?? 0) }
    let part = Part(files: files, sum: sum)
    known[key] = part
    return part
  }

  /// What a file with such bytes contributes.
  func fingerprint(of file: Int, _ hash: Int) -> Int {
    (places[file] ?? []).reduce(0) { sum, place in
      var hasher = Hasher()
      hasher.combine(place)
      hasher.combine(hash)
      return sum &+ hasher.finalize()
    }
  }
}
