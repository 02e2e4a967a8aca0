import JenjangDomain

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

  /// Every byte, every subset.
  static let long = CrashEffort(cutStride: 1, tornWrites: 1, nameChoices: 32, depthStride: 90)
  static let quick = CrashEffort(cutStride: 151, tornWrites: 1, nameChoices: 8, depthStride: 500)
  /// For leaving steps out, where the first wrong state is enough.
  static let mutation = CrashEffort(cutStride: 89, tornWrites: 1, nameChoices: 12, depthStride: 50)
  /// Inside a recovery.
  static let inner = CrashEffort(cutStride: 127, tornWrites: 1, nameChoices: 8, depthStride: .max)
}

/// One disk as a power cut may leave it.
struct CrashState {
  /// The same for the same names and bytes.
  let fingerprint: Int
  fileprivate let base: [SimNode]
  fileprivate let contents: [(node: Int, bytes: [UInt8])]
  fileprivate let hasHead: Bool

  /// Builds the disk; everything on it is durable.
  func disk() -> SimDisk {
    let disk = SimDisk(nodes: base)
    for (node, bytes) in contents {
      disk.nodes[node].bytes = bytes
      disk.nodes[node].durable = bytes
    }
    if !hasHead {
      disk.nodes[0].names["HEAD"] = nil
      disk.nodes[0].durableNames["HEAD"] = nil
    }
    return disk
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
  private var random: SeededRandom
  /// A hash of each file that is certain.
  private var certain = 0
  private var doubtful: [Int] = []

  private struct Version {
    let bytes: [UInt8]
    let hash: Int
  }

  init(_ disk: SimDisk, _ effort: CrashEffort, seed: UInt64) {
    self.disk = disk
    self.effort = effort
    random = SeededRandom(seed: seed)
    for (index, node) in disk.nodes.enumerated() where !node.isFolder {
      if node.pending.isEmpty { certain &+= Self.hash(index, node.durable) } else { doubtful.append(index) }
    }
  }

  private static func hash(_ index: Int, _ bytes: [UInt8]) -> Int {
    var hasher = Hasher()
    hasher.combine(index)
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    return hasher.finalize()
  }

  mutating func visit(_ body: (CrashState) -> Void) {
    let head = disk.nodes[0].names["HEAD"]
    let files = doubtful.filter { $0 != head }
    var versions: [Int: [Version]] = [:]
    for file in files { versions[file] = self.versions(of: file, isWhole: disk.nodes[file].bytes.count == 128) }
    let heads = head.flatMap { doubtful.contains($0) ? headVersions($0) : nil } ?? []
    for names in nameChoices() {
      var base = disk.nodes.map(\.settled)
      for (folder, chosen) in names {
        base[folder].names = chosen
        base[folder].durableNames = chosen
      }
      base = SimDisk(nodes: base).counted.nodes
      visit(base, files, versions, head, heads, body)
    }
  }

  /// Visits the states with one choice of names.
  private mutating func visit(
    _ base: [SimNode], _ files: [Int], _ versions: [Int: [Version]], _ head: Int?, _ heads: [Version],
    _ body: (CrashState) -> Void
  ) {
    let namesHash = Self.namesHash(base)
    let hasHead = base[0].names["HEAD"] != nil
    func give(_ chosen: [(Int, Version)], _ headVersion: Version?, isThere: Bool = true) {
      var contents = chosen.map { (node: $0.0, bytes: $0.1.bytes) }
      var hash = namesHash &+ certain &+ (isThere ? 0 : 1)
      for (_, version) in chosen { hash = hash &+ version.hash }
      if let head, let headVersion {
        contents.append((head, headVersion.bytes))
        hash = hash &+ headVersion.hash
      }
      body(CrashState(fingerprint: hash, base: base, contents: contents, hasHead: hasHead && isThere))
    }
    let first = files.compactMap { file in versions[file]?.first.map { (file, $0) } }
    let last = files.compactMap { file in versions[file]?.last.map { (file, $0) } }
    for ends in files.isEmpty ? [first] : [first, last] {
      for version in heads { give(ends, version) }
      if heads.isEmpty { give(ends, nil) }
      give(ends, heads.last, isThere: false)
    }
    for file in files {
      for version in versions[file]?.dropFirst().dropLast() ?? [] {
        for others in files.count > 1 ? [first, last] : [first] {
          let chosen = others.map { $0.0 == file ? (file, version) : $0 }
          give(chosen, heads.last)
          if heads.count > 1 {
            give(chosen, heads[0])
            give(chosen, heads[random.below(heads.count)], isThere: random.below(8) > 0)
          }
        }
      }
    }
  }

  private static func namesHash(_ nodes: [SimNode]) -> Int {
    var sum = 0
    for (index, node) in nodes.enumerated() where node.isFolder {
      for (name, child) in node.names {
        var hasher = Hasher()
        hasher.combine(index)
        hasher.combine(name)
        hasher.combine(child)
        sum = sum &+ hasher.finalize()
      }
    }
    return sum
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
  private mutating func versions(of file: Int, isWhole: Bool) -> [Version] {
    let node = disk.nodes[file]
    var all: [[UInt8]] = [node.durable]
    guard !isWhole else { return [node.durable, node.bytes].map { Version(bytes: $0, hash: Self.hash(file, $0)) } }
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
    return all.map { Version(bytes: $0, hash: Self.hash(file, $0)) }
  }

  /// What a write may leave that was under way.
  private mutating func torn(_ change: SimNode.Change, of bytes: [UInt8]) -> [[UInt8]] {
    guard case .write(let offset, let new) = change, !new.isEmpty else { return [] }
    var results: [[UInt8]] = []
    for cut in stride(
      from: effort.cutStride > 1 ? random.below(effort.cutStride) : 0, to: new.count, by: effort.cutStride)
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
  private mutating func headVersions(_ head: Int) -> [Version] {
    let node = disk.nodes[head]
    var values: [[UInt8]] = []
    var bytes = node.durable
    for change in node.pending {
      change.apply(to: &bytes)
      values.append(bytes)
    }
    let before = values.count > 1 ? values[values.count - 2] : node.durable
    var all = [node.durable] + values.dropLast().suffix(3)
    for cut in stride(from: 1 + random.below(effort.cutStride), to: bytes.count, by: effort.cutStride) {
      all.append(Array(bytes[..<cut]) + before.dropFirst(cut))
    }
    all += [[], [UInt8](repeating: 0, count: 256), Array(bytes.prefix(128)), bytes]
    return all.map { Version(bytes: $0, hash: Self.hash(head, $0)) }
  }
}
