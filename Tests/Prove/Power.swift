import ArgumentParser
import Glibc
import JenjangStore
import Processes

/// T3: the power goes, on an image whose copy holds what was really on the disk.
struct Power: Proof {
  static let configuration = CommandConfiguration(
    commandName: "power", abstract: "Power cuts on real file systems, on loop-mounted images (needs root).",
    discussion: """
      Writers save on a mounted image; they are killed, the image is copied as it is, and the copy is mounted and \
      compared with what was acknowledged. As a control, rounds with syncs that do nothing must lose something.
      """)

  @Option(help: "How many cuts on each file system.")
  var rounds = 50

  @Option(help: "How many write at the same time.")
  var writers = 4

  @Option(help: "The file systems: ext4, xfs, btrfs.")
  var on: [String] = ["ext4", "xfs", "btrfs"]

  func prove() throws -> Verdict {
    guard getuid() == 0 else { throw Unable("mounting needs root") }
    var verdict = Verdict()
    var tried: [String] = []
    for name in on {
      do {
        for round in 1...rounds {
          var cut = try PowerCut(fileSystem: name, seed: UInt64(round))
          verdict.add(try cut.run(writers: writers))
        }
        tried.append(name)
      } catch let unable as Unable {
        print("power: \(name) is left out: \(unable.reason)")
      }
    }
    guard let first = tried.first else { throw Unable("no file system could be mounted") }
    try control(first, &verdict)
    print("power: tried on \(tried.joined(separator: ", "))")
    return verdict
  }

  /// The proof has teeth: where a sync does nothing, it must notice.
  ///
  /// Now and then the kernel happens to write everything down just before the cut.
  private func control(_ name: String, _ verdict: inout Verdict) throws {
    for round in 1...5 {
      var cut = try PowerCut(fileSystem: name, seed: UInt64(round))
      cut.liesAboutSyncs = true
      guard try cut.site.run(program: "strace", "-o", "/dev/null", "true").status == 0 else {
        return print("power: no control, strace is not there")
      }
      let found = try cut.run(writers: 1)
      print("power: control without syncs: \(found.summary)")
      guard found.isKept else { return }
    }
    verdict.violations.append("the controls lost nothing: these images prove nothing")
  }
}

/// One image, one cut.
struct PowerCut {
  let site: Site
  /// Syncs answer that all is well and do nothing.
  var liesAboutSyncs = false
  private let fileSystem: String
  private var dice: Dice
  private var image: String { site.folder + "/image" }
  private var copy: String { site.folder + "/copy" }
  private var mount: String { site.folder + "/mount" }

  init(fileSystem: String, seed: UInt64) throws {
    self.fileSystem = fileSystem
    dice = Dice(seed: seed)
    site = try Site()
    try site.must("truncate", "-s", "400M", image)
    try site.must("mkfs." + fileSystem, "-q", image)
    try site.must("mkdir", "-p", mount)
  }

  mutating func run(writers: Int) throws -> Verdict {
    try site.must("mount", "-o", "loop", image, mount)
    var isMounted = true
    defer { if isMounted { _ = Spawn.output("umount", ["-l", mount], environment: site.environment) } }
    let store = mount + "/store"
    try site.initialize(at: store)
    // The store itself is there before the power goes.
    sync()
    var verdict = Verdict()
    var oracle = Oracle()
    try write(at: store, writers, &oracle, &verdict)
    try site.must("cp", "--sparse=always", image, copy)
    // Whoever looks at mounted disks may be looking at this one just now.
    var tries = 0
    while Spawn.output("umount", [mount], environment: site.environment)?.status != 0, tries < 50 {
      usleep(100_000)
      tries += 1
    }
    isMounted = false
    try site.must("mount", "-o", fileSystem == "xfs" ? "loop,nouuid" : "loop", copy, mount)
    isMounted = true
    // HEAD is never synced and may be old: whoever may write adopts the durable lines behind it.
    do { _ = try site.open(readOnly: false, at: store) } catch { verdict.violations.append("refused: \(error)") }
    try site.judge(oracle, at: store, &verdict)
    verdict.facts = [(1, "cuts"), (oracle.acknowledged.count, "acknowledged")]
    return verdict
  }

  /// Saves until the moment of the cut, and hears every acknowledgement that came before it.
  private mutating func write(
    at store: String, _ count: Int, _ oracle: inout Oracle, _ verdict: inout Verdict
  ) throws {
    let lie = ["strace", "-f", "-o", "/dev/null", "-e", "inject=fdatasync,fsync:retval=0"]
    let writers = try (0..<count).map { _ in try site.writer(at: store, lead: liesAboutSyncs ? lie : []) }
    let wanted = 20 + dice.roll(400)
    var sent = 0
    while oracle.acknowledged.count < wanted {
      while sent < oracle.acknowledged.count + 8 * count {
        let id = site.newID()
        oracle.sends(id)
        writers[sent % count].send(Site.newUnit(id))
        sent += 1
      }
      guard !Companion.ready(writers, milliseconds: 30_000).isEmpty else { throw Unable("no writer answers") }
      for writer in writers { for line in writer.waitingLines() { _ = oracle.hears(line, &verdict) } }
    }
    for writer in writers { writer.signal(SIGKILL) }
    for writer in writers {
      for line in writer.waitingLines() { _ = oracle.hears(line, &verdict) }
      writer.end(with: SIGKILL)
    }
  }
}
