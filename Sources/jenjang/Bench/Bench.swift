import ArgumentParser
import Glibc
import JenjangDomain
import JenjangStore
import Processes

/// `jenjang bench`: the figures the project promises, measured here and now.
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration.subcommand(
    "bench", Text("Ukur kecepatan di mesin ini.", en: "Measure speed on this machine."),
    discussion: Text(
      "Jalankan hasil bangun release: swift run -c release jenjang bench. Angka adalah median. --only build mengukur waktu membangun dan menguji, di map sumber.",
      en:
        "Run a release build: swift run -c release jenjang bench. Figures are medians. --only build measures building and testing, in the source folder."
    ))

  @OptionGroup var speech: SpeechOptions

  @Option(help: .say(Text("Jumlah pegawai.", en: "How many people.")))
  var employees = 25_000

  @Option(help: .say(Text("Hanya ukuran yang namanya memuat ini.", en: "Only figures whose name contains this.")))
  var only: String?

  @Option(
    help: .say(
      Text(
        "Data contoh yang dipakai, dibuat bila belum ada; tanpa ini map sementara.",
        en: "The demo store to use, made when absent; else a temporary folder."), value: "dir"))
  var data: String?

  func validate() throws { try DemoMaker.check(employees) }

  func run() throws {
    let site = try BenchSite(keeping: data)
    defer { site.remove() }
    let bench = BenchRun(site: site, employees: employees, only: only)
    try bench.run()
    if bench.missed > 0 { throw Failure(.findings, .missed(bench.missed)) }
  }
}

/// Where everything happens: the store that was named, and a folder of our own on the same disk.
struct BenchSite {
  let store: String
  private let folder: String
  /// The folder of our own.
  var home: String { folder }

  init(keeping data: String?) throws(Failure) {
    let place = data.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    let stem = place.map { $0 + ".bench" } ?? (Speech.variable("TMPDIR") ?? "/var/tmp") + "/jenjang-bench"
    var template = Array((stem + "-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw Failure(.cannotCreate, Text("tidak ada map sementara", en: "there is no temporary folder"))
    }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    store = place ?? folder + "/store"
  }

  /// A file or folder of ours.
  func file(_ name: String) -> String { folder + "/" + name }

  /// Removes what was made, but not a store that was named.
  func remove() { _ = Spawn.output("rm", ["-rf", folder], environment: BenchRun.environment) }
}

/// One run over all figures that were asked for.
final class BenchRun {
  let site: BenchSite
  let employees: Int
  let output = Output()
  private(set) var missed = 0
  private let only: String?

  init(site: BenchSite, employees: Int, only: String?) {
    self.site = site
    self.employees = employees
    self.only = only
  }

  func run() throws {
    // Minutes of building, and no store is needed for it.
    if only == "build" { return try BuildBench(run: self).start() }
    try prepare()
    try StoreBench(run: self).start()
    try RadarBench(run: self).start()
    try CommitBench(run: self).start()
    try SharingBench(run: self).start()
    try BulkBench(run: self).start()
    try ScreenBench(run: self).start()
    try GridBench(run: self).start()
    try PlanBench(run: self).start()
    try MatchBench(run: self).start()
    try DevelopmentBench(run: self).start()
  }

  /// Whether a figure was asked for.
  func wants(_ name: String) -> Bool { only.map { name.contains($0) || $0.hasPrefix(name) } ?? true }

  func report(_ name: String, _ value: String, bar: String = "", isMet: Bool? = nil, how: String) {
    guard wants(name) else { return }
    if isMet == false { missed += 1 }
    output.line(Figure(name: name, value: value, bar: bar, isMet: isMet, how: how).line)
    output.flush()
  }

  private func prepare() throws {
    let wasThere = access(site.store + "/store.json", F_OK) == 0
    let took = try Stopwatch.measure {
      try DemoMaker(employees: employees, seed: 1, today: Surroundings.today).make(at: site.store)
    }
    guard !wasThere else { return }
    report("demo", Figure.milliseconds(took), how: "jenjang demo --no-open --employees \(employees)")
  }
}

extension Text {
  fileprivate static func missed(_ count: Int) -> Text {
    Text("\(count) ukuran melampaui batas", en: "\(count) figures miss their bar")
  }
}
