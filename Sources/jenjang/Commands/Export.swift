import ArgumentParser
import Glibc
import JSONText
import JenjangDomain
import JenjangStore

/// `jenjang export`: all records of a kind for another program.
struct Export: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case csv
    case ndjson
    /// Who learned from whom, for graph programs.
    case dot

    fileprivate var form: RecordExport.Format? {
      switch self {
      case .csv: .csv
      case .ndjson: .ndjson
      case .dot: nil
      }
    }
  }

  static let configuration = CommandConfiguration.subcommand(
    "export", Text("Ekspor semua data sejenis.", en: "Export all records of a kind."))

  @OptionGroup var common: CommonOptions
  @OptionGroup var state: RecordedOptions

  @Argument(help: .say(Text("Jenis data, misalnya employees.", en: "The kind, for instance employees.")))
  var kind: String

  @Option(help: .say(Text("Bentuk berkas.", en: "The form of the file.")))
  var format: Format

  @Option(help: .say(Text("Berkas tujuan; tanpa ini keluaran standar.", en: "The file; else standard output.")))
  var output: String?

  func run() throws {
    let type = try Arguments.type(kind)
    // What goes outside is noted in the store, if that can be written; an earlier state is only read.
    let store = try common.open(readOnly: state.recorded != nil, recorded: state.recorded)
    try common.require(.export, of: store)
    guard let form = format.form else { return try drawn(type.kind, store) }
    guard let export = RecordExport(type.kind.name, of: store.book, as: form, language: Speech.language) else { return }
    let output = try destination()
    export.write { output.bytes($0) }
    output.flush()
    try note(store)
  }

  /// The network of mentoring in the language of Graphviz; only pairs have one.
  private func drawn(_ kind: Kind, _ store: Store) throws {
    guard kind.name == MentoringPair.kind.name else { throw Failure(.usage, .noGraph) }
    let output = try destination()
    output.bytes(Array(MentoringNetwork(store.book).dot(in: store.book).utf8))
    output.flush()
    try note(store)
  }

  private func note(_ store: Store) throws {
    do throws(StoreError) {
      if let path = self.output {
        try ReportFile.writeAnchor(of: path, in: store)
      } else {
        try store.note(store.head, to: .report, place: "-")
      }
    } catch { throw Failure(error) }
    let errors = Output(descriptor: STDERR_FILENO)
    errors.line("jenjang: " + Text.chainHead(store.head)[Speech.language])
    errors.flush()
  }

  private func destination() throws(Failure) -> Output {
    guard let path = output else { return Output() }
    do throws(StoreError) { return Output(descriptor: try OutsideFile.create(path)) } catch {
      throw Failure(.cannotCreate, error.text)
    }
  }
}

extension Text {
  fileprivate static let noGraph = Text(
    "bentuk dot hanya untuk mentoring-pairs", en: "the form dot is for mentoring-pairs only")

  fileprivate static func chainHead(_ head: StoreHead) -> Text {
    Text(
      "kepala rantai \(head.anchor); kelak dibuktikan dengan `jenjang verify --anchor \(head.anchor)`",
      en: "head of the chain \(head.anchor); later proved by `jenjang verify --anchor \(head.anchor)`")
  }
}
