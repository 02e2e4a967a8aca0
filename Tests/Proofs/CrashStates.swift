import JenjangDomain

@testable import JenjangStore

/// How thoroughly the states that a power cut may leave are built.
struct CrashEffort: Sendable {
  /// A torn write is cut at every so many bytes.
  var cutStride: Int
  /// How many of a file's last uncertain writes are torn.
  var tornWrites: Int
  /// How many ways the names of all folders together may come out.
  var nameChoices: Int
  /// One in so many states that the store has to put right is cut once more meanwhile.
  var depthStride: Int

  /// The cutting inside a recovery.
  var innerStride = 127
  /// In a large scenario the power is cut after one change in so many.
  var largePace = 1

  /// Every byte, every subset.
  static let long = CrashEffort(cutStride: 1, tornWrites: 1, nameChoices: 32, depthStride: 90)
  static let quick = CrashEffort(
    cutStride: 1_400, tornWrites: 1, nameChoices: 6, depthStride: 2_400, innerStride: 1_400, largePace: 7)
  /// For leaving steps out, where the first wrong state is enough.
  static let mutation = CrashEffort(cutStride: 89, tornWrites: 1, nameChoices: 12, depthStride: 400)

  /// Inside a recovery.
  var inner: CrashEffort { CrashEffort(cutStride: innerStride, tornWrites: 1, nameChoices: 8, depthStride: .max) }

  /// Where a torn write is cut first: the same for the same bytes, so that the disks of two moments may be equal.
  func firstCut(of bytes: some Sequence<UInt8>) -> Int {
    cutStride > 1 ? Int(XXH64.hash(Array(bytes)) % UInt64(cutStride)) : 0
  }
}

/// One disk as a power cut may leave it.
struct CrashState {
  fileprivate let tree: CrashTree
  fileprivate let contents: [(node: Int, version: CrashVersion)]
  /// `HEAD` is gone.
  fileprivate let isHeadless: Bool

  /// The same for the same names.
  var names: Int { isHeadless ? tree.names &- tree.headName : tree.names }

  /// The same for the same bytes in the files of a pattern.
  func fingerprint(of pattern: CrashMemory.Pattern) -> Int {
    let part = tree.part(pattern)
    return contents.reduce(part.sum) { sum, content in
      part.files.contains(content.node) ? sum &+ tree.fingerprint(of: content.node, content.version.hash) : sum
    }
  }

  /// The hashes of the names of some nodes.
  func places(of nodes: Set<Int>) -> Set<Int> { tree.places(of: nodes) }

  /// Builds the disk; everything on it is durable.
  func disk() -> SimDisk {
    let disk = SimDisk(nodes: tree.nodes)
    for (node, version) in contents {
      disk.nodes[node].bytes = version.bytes
      disk.nodes[node].durable = version.bytes
    }
    if isHeadless, let home = tree.home {
      disk.nodes[home].names[Layout.head] = nil
      disk.nodes[home].durableNames[Layout.head] = nil
    }
    return disk
  }
}

/// What a file may hold.
private struct CrashVersion {
  let bytes: [UInt8]
  let hash: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    hash = bytes.digest
  }
}

/// Builds the states that a power cut may leave of a disk.
///
/// Any of the changes of names that no folder sync covered; of each file any prefix and subset of the writes that no
/// sync covered, the last of them cut at any byte, grown by zeros or garbage, or without one of its sectors; `HEAD` new,
/// old, torn or absent besides.
struct CrashStates {
  private let disk: SimDisk
  private let effort: CrashEffort
  /// Where on the disk the store is.
  private let home: String
  private var random: SeededRandom
  private var doubtful: Set<Int> = []
  private var known: [Int: [CrashVersion]] = [:]
  private var knownHeads: [Int: [CrashVersion]] = [:]
  /// A hash of each file that is certain.
  private var certain: [Int: Int] = [:]

  init(_ disk: SimDisk, _ effort: CrashEffort, home: String, seed: UInt64) {
    self.disk = disk
    self.effort = effort
    self.home = home
    random = SeededRandom(seed: seed)
    for (index, node) in disk.nodes.enumerated() where !node.isFolder {
      if node.pending.isEmpty { certain[index] = node.durable.digest } else { doubtful.insert(index) }
    }
  }

  mutating func visit(_ body: (CrashState) -> Void) {
    for names in nameChoices() {
      var base = disk.nodes.map(\.settled)
      for (folder, chosen) in names {
        base[folder].names = chosen
        base[folder].durableNames = chosen
      }
      let named = SimDisk(nodes: base).counted
      let tree = CrashTree(named, home: home, head: Layout.head, holder: Layout.holder, certain: certain)
      visit(tree, body)
    }
  }

  /// Visits the states with one choice of names.
  private mutating func visit(_ tree: CrashTree, _ body: (CrashState) -> Void) {
    let head = tree.head.flatMap { doubtful.contains($0) ? $0 : nil }
    let files = tree.files.filter { doubtful.contains($0) && $0 != head }
    // Who holds the lock is for display only.
    let versions = files.map { ($0, self.versions(of: $0, isWhole: $0 == tree.holder)) }
    let heads = head.map { headVersions($0) } ?? []
    func give(_ chosen: [(Int, CrashVersion)], _ headVersion: CrashVersion?, isThere: Bool = true) {
      var contents = chosen.map { (node: $0.0, version: $0.1) }
      if let head, let headVersion, isThere { contents.append((head, headVersion)) }
      body(CrashState(tree: tree, contents: contents, isHeadless: !isThere && tree.head != nil))
    }
    let first = versions.map { ($0, $1[0]) }
    let last = versions.map { ($0, $1[$1.count - 1]) }
    for ends in files.isEmpty ? [first] : [first, last] {
      for version in heads { give(ends, version) }
      if heads.isEmpty { give(ends, nil) }
      if tree.head != nil { give(ends, nil, isThere: false) }
    }
    for (place, (file, all)) in versions.enumerated() {
      for version in all.dropFirst().dropLast() {
        for others in files.count > 1 ? [first, last] : [first] {
          var chosen = others
          chosen[place] = (file, version)
          give(chosen, heads.last)
          if heads.count > 1 {
            give(chosen, heads[0])
            give(chosen, heads[random.below(heads.count)], isThere: random.below(8) > 0)
          }
        }
      }
    }
  }
}

extension CrashStates {
  /// What the names of the folders with uncertain changes may be, together.
  private func nameChoices() -> [[(Int, [String: Int])]] {
    var choices: [[(Int, [String: Int])]] = [[]]
    for (index, node) in disk.nodes.enumerated() where !node.pendingNames.isEmpty {
      let own = names(of: node)
      if choices.count * own.count <= effort.nameChoices {
        choices = choices.flatMap { choice in own.map { choice + [(index, $0)] } }
      } else {
        // One folder in every way, the others all old or all new.
        let ends = [own[0], own[own.count - 1]]
        let single = own.flatMap { names in [choices[0], choices[choices.count - 1]].map { $0 + [(index, names)] } }
        choices = choices.flatMap { choice in ends.map { choice + [(index, $0)] } } + single
      }
    }
    return choices
  }

  /// The first has none of the uncertain changes, the last has all.
  private func names(of node: SimNode) -> [[String: Int]] {
    let count = node.pendingNames.count
    let masks: [Int]
    if count <= 4 {
      masks = Array(0..<(1 << count))
    } else {
      let all = count < 60 ? (1 << count) - 1 : Int.max
      let prefixes = (0..<min(count, 60)).map { (1 << $0) - 1 }
      masks = prefixes + (0..<min(count, 60)).map { all & ~(1 << $0) } + [all]
    }
    return masks.map { mask in
      var names = node.durableNames
      for (place, changes) in node.pendingNames.enumerated() where place >= 60 || mask & (1 << place) != 0 {
        for change in changes { names[change.name] = change.node }
      }
      return names
    }
  }

  /// The first is what is durable, the last what the process saw.
  private mutating func versions(of file: Int, isWhole: Bool) -> [CrashVersion] {
    if let known = known[file] { return known }
    let node = disk.nodes[file]
    let versions = ([node.durable] + (isWhole ? [node.bytes] : others(of: node))).map { CrashVersion($0) }
    known[file] = versions
    return versions
  }

  /// All but the durable one.
  private mutating func others(of node: SimNode) -> [[UInt8]] {
    var all: [[UInt8]] = []
    let count = node.pending.count
    let masks = (1...4).contains(count) ? Array(1..<(1 << count)) : (1..<count).map { Int.max & ~(1 << min($0, 60)) }
    for mask in masks {
      var bytes = node.durable
      for (place, change) in node.pending.enumerated() where mask & (1 << min(place, 60)) != 0 {
        change.apply(to: &bytes)
      }
      all.append(bytes)
    }
    var bytes = node.durable
    for (place, change) in node.pending.enumerated() {
      if place >= count - effort.tornWrites { all += torn(change, of: bytes) }
      change.apply(to: &bytes)
      all.append(bytes)
    }
    return all
  }

  /// What a write may leave that was under way.
  private mutating func torn(_ change: SimNode.Change, of bytes: [UInt8]) -> [[UInt8]] {
    guard case .write(let offset, let new) = change, !new.isEmpty else { return [] }
    var results: [[UInt8]] = []
    for cut in stride(
      from: effort.firstCut(of: new), to: new.count, by: effort.cutStride)
    {
      let rest = new.count - cut
      let garbage = (0..<rest).map { UInt8(truncatingIfNeeded: ($0 &+ cut) &* 37 &+ 11) }
      for tail in [[], [UInt8](repeating: 0, count: rest), garbage] {
        var torn = bytes
        SimNode.Change.write(offset: offset, bytes: new[..<cut] + tail).apply(to: &torn)
        results.append(torn)
      }
    }
    var whole = bytes
    change.apply(to: &whole)
    let end = offset + new.count
    for sector in stride(from: offset / 512 * 512, to: end, by: 512) {
      var missing = whole
      for place in max(offset, sector)..<min(end, sector + 512) {
        missing[place] = place < bytes.count ? bytes[place] : 0
      }
      results.append(missing)
    }
    results.append(whole + [UInt8](repeating: 0, count: 64))
    results.append(whole + (0..<40).map { UInt8(truncatingIfNeeded: $0 &* 53 &+ 7) })
    return results
  }

  /// The first is the durable one, the last the newest: old ones, one half overwritten by the next, none, nonsense.
  private mutating func headVersions(_ head: Int) -> [CrashVersion] {
    if let known = knownHeads[head] { return known }
    let node = disk.nodes[head]
    var values: [[UInt8]] = []
    var bytes = node.durable
    for change in node.pending {
      change.apply(to: &bytes)
      values.append(bytes)
    }
    let before = values.count > 1 ? values[values.count - 2] : node.durable
    var all = [node.durable] + values.dropLast().suffix(3)
    for cut in stride(from: 1 + effort.firstCut(of: bytes), to: bytes.count, by: effort.cutStride) {
      all.append(Array(bytes[..<cut]) + before.dropFirst(cut))
    }
    all += [[], [UInt8](repeating: 0, count: 256), Array(bytes.prefix(128)), bytes]
    let versions = all.map { CrashVersion($0) }
    knownHeads[head] = versions
    return versions
  }
}
