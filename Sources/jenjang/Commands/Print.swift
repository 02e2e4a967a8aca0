import ArgumentParser
import JenjangDomain
import JenjangStore

/// `jenjang print`: a document of somebody's performance for paper, as text or as HTML.
struct Print: ParsableCommand {
  enum What: String, CaseIterable, ExpressibleByArgument {
    case skp
    case evaluation
    case pak
    case ruling
  }

  static let configuration = CommandConfiguration.subcommand(
    "print", Text("Cetak SKP, evaluasi, PAK, atau putusan keberatan.", en: "Print a plan, evaluation, PAK or ruling."),
    discussion: Text(
      """
      skp: rencana kinerja tahun itu; evaluation: penilaian terakhir tahun itu; pak: lembar angka kredit hari ini;
      ruling: putusan keberatan tahun itu. Tanpa --year tahun ini. Tanpa --out ke keluaran standar.
      """,
      en: """
        skp: the plan of the year; evaluation: the year's last evaluation; pak: the credit sheet of today;
        ruling: the ruling on an objection of the year. Without --year this year. Without --out to standard output.
        """))

  @OptionGroup var common: CommonOptions

  @Argument(help: .say(Text("Dokumennya: skp, evaluation, pak, ruling.", en: "What: skp, evaluation, pak, ruling.")))
  var what: What

  @Option(help: .say(Text("NIP pegawainya.", en: "The person's number."), value: "nip"))
  var person: String

  @Option(help: .say(Text("Tahun kinerja.", en: "The year of performance."), value: "yyyy"))
  var year: Int?

  @Flag(help: .say(Text("HTML untuk A4, bukan teks.", en: "HTML for A4 in place of text.")))
  var html = false

  @Option(help: .say(Text("Berkas tujuan.", en: "The file to write."), value: "file"))
  var out: String?

  func run() throws {
    let store = try common.open(readOnly: out == nil)
    try common.require(.export, of: store)
    let table = store.book.employees.table
    guard let row = table.row(meant: person) else { throw Failure(.findings, .noPerson(person)) }
    let maker = DocumentMaker(store, on: store.book.day, in: Speech.language)
    guard let document = document(of: ID(table.id(of: row)), maker, in: store.book) else {
      throw Failure(.findings, .nothing(year ?? store.book.day.year))
    }
    let bytes = (html ? DocumentForm.html : .text).bytes(document)
    guard let out else {
      let output = Output()
      output.bytes(bytes)
      return output.flush()
    }
    do throws(StoreError) {
      try ReportFile.write(bytes, to: ReportFile.expanded(out), replacing: false)
      try store.note(store.head, to: .report, place: out)
    } catch { throw Failure(error) }
  }

  private func document(of person: ID<Employee>, _ maker: DocumentMaker, in book: Book) -> PaperDocument? {
    let year = year ?? book.day.year
    switch what {
    case .pak: return maker.credit(of: person, on: book.day)
    case .skp:
      return book.performancePlans.owned(by: person.raw).last { $0.start?.year == year }.map { maker.plan($0) }
    case .evaluation:
      let evaluations = book.evaluations.owned(by: person.raw).filter { $0.end?.year == year }
      return (book.yearEvaluation(of: person, year) ?? evaluations.last).map { maker.evaluation($0) }
    case .ruling:
      let objections = book.objections.owned(by: person.raw).filter { objection in
        (objection.evaluation.flatMap { book.evaluations[$0]?.end?.year } ?? objection.filedOn?.year) == year
      }
      return objections.last.map { maker.ruling($0) }
    }
  }
}

extension Text {
  fileprivate static func noPerson(_ typed: String) -> Text {
    Text("pegawai “\(typed)” tidak ditemukan", en: "no person “\(typed)” was found")
  }

  fileprivate static func nothing(_ year: Int) -> Text {
    Text("tidak ada dokumen itu untuk tahun \(year)", en: "there is no such document for \(year)")
  }
}
