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

  @Flag(
    inversion: .prefixedNo,
    help: .say(
      Text(
        "Buat unit yang disebut tetapi belum ada (bawaan: hanya bila belum ada unit).",
        en: "Make units that are named and not there (the default only while there are none).")))
  var createUnits: Bool?

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
    try common.require(.importRecords, of: store)
    var plan: ImportPlan
    do throws(Problem) {
      plan = try ImportPlan(
        kind: type.kind.name, file: bytes, book: store.book, environment: .live(), language: Speech.language,
        remembered: remembered, createsUnits: createUnits)
    } catch {
      throw Failure(.badData, error.text)
    }
    if plan.knowsNoColumn { throw Failure(.badData, .noHeadings(plan, type)) }
    ProgressLine.during(Text("Memeriksa", en: "Checking")) { line in
      while !plan.isReady {
        plan.advance(rows: 500, in: store.book)
        line.show(plan.progress)
      }
    }
    let notes = plan.notes(in: store.book)
    let saved = try apply ? save(plan, in: store) : nil
    ImportReport(plan, notes: notes, saved: saved).print(isJSON: json)
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
    var chores = Chores()
    do throws(StoreError) {
      try ProgressLine.during(Text("Menyimpan", en: "Saving")) { line throws(StoreError) in
        while let transaction = commits.next() {
          try store.commit(transaction)
          if let warning = chores.afterSave(in: store) { Remark.say(warning) }
          line.show(Double(commits.done) / Double(commits.count))
        }
      }
    } catch { throw Failure(error) }
    return commits.count > 0 ? commits.batch : nil
  }
}

extension Text {
  fileprivate static func noHeadings(_ plan: ImportPlan, _ type: RecordType) -> Text {
    let found = TextTable.short(plan.headers.joined(separator: ", "))
    let needed = type.fields.filter(\.isRequired).map(\.title)
    let names = Language.allCases.map { language in needed.map { $0[language] }.joined(separator: ", ") }
    return Text(
      "baris pertama “\(found)” tidak memuat judul kolom yang dikenal; tulis judulnya di sana, misalnya \(names[0])",
      en: "the first line “\(found)” has no heading that is known; write them there, for instance \(names[1])")
  }
  fileprivate static func refused(_ count: Int, isSaved: Bool) -> Text {
    Text(
      "\(count) baris ditolak; perbaiki di berkas lalu ulangi",
      en: "\(count) rows were refused; put them right in the file and repeat")
  }
}
