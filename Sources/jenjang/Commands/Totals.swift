import ArgumentParser
import JSONText
import JenjangDomain
import JenjangStore

/// `jenjang totals`: how many people the stores of many agencies have, each read where it lies.
struct Totals: ParsableCommand {
  static let configuration = CommandConfiguration.subcommand(
    "totals", Text("Rekap pegawai dari banyak instansi.", en: "Totals of the people of many agencies."),
    discussion: Text(
      """
      Tiap map di dalam FOLDER yang berisi data adalah satu instansi; semuanya hanya dibaca.
      --keep FILE menyimpan hasilnya: berikutnya hanya data yang berubah sejak itu yang dibuka.
      """,
      en: """
        Each folder inside FOLDER that holds a store is an agency; all of them are only read.
        --keep FILE keeps what was found: the next time only stores that have changed since are opened.
        """))

  @OptionGroup var common: CommonOptions

  @Argument(
    help: .say(Text("Map yang berisi map data.", en: "The folder that holds data folders."), value: "folder"))
  var folder: String

  @Option(
    help: .say(
      Text("Dirinci menurut ini, misalnya grade.", en: "Counted by this, grade for instance."), value: "field"))
  var by = AgencyTotals.fields[0]

  @Option(help: .say(Text("Simpan dan pakai lagi hasilnya di sini.", en: "Keep what was found here."), value: "file"))
  var keep: String?

  @Flag(help: .say(Text("Satu objek JSON per instansi.", en: "One JSON object an agency.")))
  var json = false

  func run() throws {
    guard AgencyTotals.fields.contains(by) else { throw Failure(.usage, .unknown(by)) }
    let root = folder.hasSuffix("/") ? folder : folder + "/"
    let paths = ReportFile.names(in: root, prefix: "").filter { $0.hasSuffix("/") }.map { root + $0.dropLast() }
    let known = try kept()
    var found: [AgencyTotals] = []
    var failures = 0
    let progress = ProgressLine(Text("Merekap", en: "Adding up"))
    for (place, path) in paths.enumerated() {
      progress.show(Double(place) / Double(paths.count))
      guard let glance = Store.glance(at: path) else { continue }
      if let old = known[glance.store], old.head == glance.head, old.day == common.day {
        found.append(old)
        continue
      }
      do throws(Failure) {
        found.append(AgencyTotals(of: try common.open(path, readOnly: true)))
      } catch {
        failures += 1
        say(path, error)
      }
    }
    progress.end()
    guard !found.isEmpty || failures > 0 else { throw Failure(.noStore, .nothing(folder)) }
    show(found)
    try keep(found)
    if failures > 0 { throw Failure(.findings, .left(failures)) }
  }

  private func say(_ path: String, _ failure: Failure) {
    Remark.say(Text("\(path): \(failure.text.indonesian)", en: "\(path): \(failure.text.english)"))
  }

  /// What an earlier run kept, by store; a file that is not there, or holds something else, is no help and no harm.
  private func kept() throws(Failure) -> [String: AgencyTotals] {
    guard let keep, ReportFile.exists(keep) else { return [:] }
    let bytes: [UInt8]
    do throws(StoreError) { bytes = try OutsideFile.regularContents(keep, maximum: 256 << 20) } catch {
      throw Failure(error)
    }
    var known: [String: AgencyTotals] = [:]
    for line in bytes.split(separator: 10) {
      guard let value = try? JSONReader.value(Array(line)), let one = AgencyTotals(json: value) else {
        throw Failure(.badData, .notKept(keep))
      }
      known[one.store] = one
    }
    return known
  }

  private func keep(_ found: [AgencyTotals]) throws(Failure) {
    guard let keep else { return }
    var bytes: [UInt8] = []
    for one in found { bytes += JSONWriter.bytes(one.json) + [10] }
    do throws(StoreError) { try ReportFile.write(bytes, to: keep, replacing: true) } catch {
      throw Failure(writing: error)
    }
  }

  private func show(_ found: [AgencyTotals]) {
    let output = Output()
    defer { output.flush() }
    if json {
      for one in found { output.line(one.json) }
      return
    }
    let sum = AgencyTotals.sum(found)
    let codes = (sum.counts[by] ?? [:]).keys.sorted { ($0.isEmpty ? 1 : 0, $0) < ($1.isEmpty ? 1 : 0, $1) }
    var table = TableText(columns: columns(codes))
    for one in found.sorted(by: { $0.agency < $1.agency }) {
      table.append([one.agency, "\(one.head.sequence)"] + cells(one.people, one.units, one.counts, codes))
    }
    table.append([Text.all(found.count)[Speech.language], ""] + cells(sum.people, sum.units, sum.counts, codes))
    output.bytes(table.bytes(.text))
  }

  private func columns(_ codes: [String]) -> [TableText.Column] {
    let fixed = [
      (Text("Instansi", en: "Agency"), false), (Text("Simpanan", en: "Commits"), true),
      (Text("Orang", en: "People"), true), (Text("Unit", en: "Units"), true),
    ]
    let titles = titles
    return fixed.map { TableText.Column(name: "", title: $0.0[Speech.language], isNumber: $0.1) }
      + codes.map { TableText.Column(name: $0, title: titles[$0]?[Speech.language] ?? $0, isNumber: true) }
  }

  private func cells(_ people: Int, _ units: Int, _ counts: [String: [String: Int]], _ codes: [String]) -> [String] {
    ["\(people)", "\(units)"] + codes.map { "\(counts[by]?[$0] ?? 0)" }
  }

  /// What each code is called, and the absence of one.
  private var titles: [String: Text] {
    let book = Book(types: Catalog.types, day: common.day)
    guard case .code(let list)? = book.table(Employee.kind.name)?.fieldType(by) else { return [:] }
    return Dictionary(list.entries.map { ($0.code, $0.title) }, uniquingKeysWith: { first, _ in first })
      .merging(["": Text("Tanpa", en: "None")]) { first, _ in first }
  }
}

extension Text {
  fileprivate static func unknown(_ field: String) -> Text {
    let names = AgencyTotals.fields.joined(separator: ", ")
    return Text(
      "tidak ada rincian \(field); yang ada: \(names)", en: "nothing is counted by \(field); but by: \(names)")
  }

  fileprivate static func nothing(_ folder: String) -> Text {
    Text("tidak ada map data di dalam \(folder)", en: "no folder inside \(folder) holds a store")
  }

  fileprivate static func left(_ count: Int) -> Text {
    Text("\(count) map data tidak ikut terhitung", en: "\(count) stores are not counted")
  }

  fileprivate static func notKept(_ path: String) -> Text {
    Text(
      "\(path) bukan simpanan rekap; sebutkan berkas lain, atau hapus berkas itu",
      en: "\(path) holds no kept totals; name another file, or remove it")
  }

  fileprivate static func all(_ count: Int) -> Text { Text("\(count) instansi", en: "\(count) agencies") }
}
