import ArgumentParser
import Glibc
import JSONText
import JenjangDomain
import JenjangStore

/// `jenjang import`: records from a table that another program wrote.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration.subcommand(
    "import", Text("Impor dari CSV; tanpa --apply hanya diuji.", en: "Import CSV; without --apply only a trial."),
    discussion: Text(
      "Baris yang salah tidak disimpan; perbaiki lalu ulangi, yang sudah sama dibiarkan.",
      en: "Rows with errors are not saved; put them right and repeat, what is the same is left alone."))

  @OptionGroup var common: CommonOptions

  @Argument(help: .say(Text("Jenis data, misalnya employees.", en: "The kind, for instance employees.")))
  var kind: String

  @Argument(help: .say(Text("Berkas, atau - untuk masukan standar.", en: "A file, or - for standard input.")))
  var file: String

  @Flag(help: .say(Text("Simpan baris yang benar.", en: "Save the rows that are right.")))
  var apply = false

  @Flag(help: .say(Text("Hanya uji (bawaan).", en: "Only try (the default).")))
  var dryRun = false

  @Option(
    help: .say(
      Text(
        "Pemetaan kolom: berkas JSON {judul: isian}.", en: "The mapping of columns: a JSON file {heading: field}."),
      value: "file"))
  var mapping: String?

  @Option(help: .say(Text("Alasan, misalnya nomor SK.", en: "The reason, for instance a decree number.")))
  var why = ""

  @Flag(help: .say(Text("Hasil sebagai JSON sebaris.", en: "The result as lines of JSON.")))
  var json = false

  func validate() throws {
    if apply, dryRun {
      throw ValidationError(
        Text("Pilih --apply atau --dry-run, bukan keduanya.", en: "Choose --apply or --dry-run, not both.")[
          Speech.language])
    }
  }

  func run() throws {
    let type = try Arguments.type(kind)
    let bytes = try Inputs.contents(file)
    let remembered = try remembered()
    let store = try apply ? common.openForChanges() : common.open()
    var plan: ImportPlan
    do throws(Problem) {
      plan = try ImportPlan(
        kind: type.kind.name, file: bytes, book: store.book, environment: .live(), language: Speech.language,
        remembered: remembered)
    } catch {
      throw Failure(.badData, error.text)
    }
    let progress = ProgressLine(Text("Memeriksa", en: "Checking"))
    while !plan.isReady {
      plan.advance(rows: 500, in: store.book)
      progress.show(plan.progress)
    }
    progress.end()
    let report = ImportReport(plan, isJSON: json)
    report.printProblems()
    let saved = try apply ? save(plan, in: store) : nil
    report.printCounts(saved: saved)
    if plan.counts.refused > 0 { throw Failure(.findings, .refused(plan.counts.refused, isSaved: apply)) }
  }

  private func remembered() throws(Failure) -> JSONObject? {
    guard let mapping else { return nil }
    let bytes = try Inputs.contents(mapping)
    guard let object = (try? JSONReader.value(bytes))?.object else {
      throw Failure(.badData, Text("\(mapping) bukan objek JSON", en: "\(mapping) is not a JSON object"))
    }
    return object
  }

  /// Saves what is right; gives the batch by which the whole import can be taken back, nil when nothing was to be saved.
  private func save(_ plan: ImportPlan, in store: Store) throws(Failure) -> RecordID? {
    var commits = plan.commits(why: why)
    let progress = ProgressLine(Text("Menyimpan", en: "Saving"))
    do throws(StoreError) {
      while let transaction = commits.next() {
        try store.commit(transaction)
        progress.show(Double(commits.done) / Double(commits.count))
      }
    } catch {
      throw Failure(error)
    }
    progress.end()
    return commits.count > 0 ? commits.batch : nil
  }
}

/// What an import found, for people or for scripts.
private struct ImportReport {
  private let plan: ImportPlan
  private let isJSON: Bool
  private let output = Output()

  init(_ plan: ImportPlan, isJSON: Bool) {
    self.plan = plan
    self.isJSON = isJSON
  }

  func printProblems() {
    for row in plan.rows {
      for problem in row.problems { isJSON ? printJSON(problem, row) : printLine(problem, row) }
    }
    output.flush()
  }

  private func printLine(_ problem: ImportProblem, _ row: ImportRow) {
    var line = Text("Baris \(row.line)", en: "Line \(row.line)")[Speech.language]
    if let column = problem.column { line += ", \(plan.headers[column]) = “\(TextTable.plain(problem.value))”" }
    line += ": " + problem.reason[Speech.language]
    if let repair = problem.repair { line += Text(" → \(repair)?", en: " → \(repair)?")[Speech.language] }
    if problem.severity == .warning { line += Text(" (peringatan)", en: " (warning)")[Speech.language] }
    output.line(line)
  }

  private func printJSON(_ problem: ImportProblem, _ row: ImportRow) {
    var object = JSONObject()
    object["line"] = .integer(Int64(row.line))
    object["column"] = problem.column.map { .string(plan.headers[$0]) }
    object["field"] = problem.field.map { .string($0) }
    object["value"] = .string(problem.value)
    object["reason"] = .string(problem.reason[Speech.language])
    object["repair"] = problem.repair.map { .string($0) }
    object["severity"] = problem.severity == .error ? "error" : "warning"
    output.line(.object(object))
  }

  /// The last line: how many rows came to what.
  func printCounts(saved: RecordID?) {
    let counts = plan.counts
    if isJSON {
      var object = JSONObject()
      object["rows"] = .integer(Int64(plan.rows.count))
      object["created"] = .integer(Int64(counts.created))
      object["updated"] = .integer(Int64(counts.updated))
      object["unchanged"] = .integer(Int64(counts.unchanged))
      object["refused"] = .integer(Int64(counts.refused))
      object["saved"] = .bool(saved != nil)
      object["batch"] = saved.map { .string($0.text) }
      object["mapping"] = .object(plan.mapping.json)
      output.line(.object(object))
    } else {
      for (header, target) in zip(plan.headers, plan.mapping.targets) where target == nil && !header.isEmpty {
        output.line(Text("Kolom “\(header)” tidak dipakai", en: "The column “\(header)” is not used")[Speech.language])
      }
      output.line(summary(counts, isSaved: saved != nil)[Speech.language])
    }
    output.flush()
  }

  private func summary(_ counts: ImportCounts, isSaved: Bool) -> Text {
    Text(
      "\(plan.rows.count) baris: \(counts.created) baru, \(counts.updated) berubah, \(counts.unchanged) tetap, "
        + "\(counts.refused) ditolak. " + (isSaved ? "Tersimpan." : "Belum disimpan; tambahkan --apply."),
      en: "\(plan.rows.count) rows: \(counts.created) new, \(counts.updated) changed, \(counts.unchanged) the same, "
        + "\(counts.refused) refused. " + (isSaved ? "Saved." : "Nothing saved yet; add --apply."))
  }
}

extension Text {
  fileprivate static func refused(_ count: Int, isSaved: Bool) -> Text {
    Text(
      "\(count) baris ditolak; perbaiki di berkas lalu ulangi",
      en: "\(count) rows were refused; put them right in the file and repeat")
  }
}
