import ArgumentParser
import Glibc
import JSONText
import JenjangDomain
import JenjangStore

/// `jenjang export`: all records of a kind for another program, or all of them as files for git.
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
    "export",
    Text("Ekspor semua data sejenis, atau semuanya ke git.", en: "Export all records of a kind, or everything to git."),
    discussion: Text(
      """
      --git FOLDER menulis satu berkas per unit dengan orang-orangnya ke folder git tersendiri, satu commit tiap ekspor.
      Riwayat git tidak ikut terhapus oleh `jenjang erase`: sesudah penghapusan, buanglah folder itu dan mulai yang baru.
      """,
      en: """
        --git FOLDER writes a file for each unit with its people into a folder of git's own, one commit an export.
        The history there is not reached by `jenjang erase`: after an erasure throw the folder away and begin anew.
        """))

  @OptionGroup var common: CommonOptions
  @OptionGroup var state: RecordedOptions

  @Argument(help: .say(Text("Jenis data, misalnya employees.", en: "The kind, for instance employees.")))
  var kind: String?

  @Option(help: .say(Text("Bentuk berkas.", en: "The form of the file.")))
  var format: Format?

  @Option(help: .say(Text("Berkas tujuan; tanpa ini keluaran standar.", en: "The file; else standard output.")))
  var output: String?

  @Option(
    help: .say(
      Text("Semua data sebagai berkas per unit ke folder git ini.", en: "All records as files by unit to this folder."),
      value: "dir"))
  var git: String?

  func run() throws {
    if let git {
      guard kind == nil, format == nil, output == nil else { throw Failure(.usage, .eitherOr) }
      return try commit(to: git)
    }
    guard let kind, let format else { throw Failure(.usage, .eitherOr) }
    try write(kind, format)
  }

  private func write(_ kind: String, _ format: Format) throws {
    let type = try Arguments.type(kind)
    let store = try open()
    guard let form = format.form else { return try drawn(type.kind, store) }
    guard let export = RecordExport(type.kind.name, of: store.book, as: form, language: Speech.language) else { return }
    try deliver(of: store) { sink throws(StoreError) in try export.write(to: sink) }
  }

  /// What goes outside is noted in the store, if that can be written; an earlier state is only read.
  private func open() throws -> Store {
    let store = try common.open(readOnly: state.recorded != nil, recorded: state.recorded)
    try common.require(.export, of: store)
    return store
  }

  private func commit(to folder: String) throws {
    let data = try common.folder()
    guard !OutsideFile.isInside(folder, data), !OutsideFile.isInside(data, folder) else {
      throw Failure(.usage, .inside)
    }
    let store = try open()
    let repository = try Repository(folder, author: store.author)
    let progress = ProgressLine(Text("Mengekspor", en: "Exporting"))
    defer { progress.end() }
    let report: TreeReport
    do throws(StoreError) {
      try OutsideFile.makeFolders(above: folder + "/.")
      report = try store.writeTree(to: folder) { progress.show($0) }
    } catch { throw Failure(error) }
    try repository.begin()
    let head = store.head
    let message = """
      \(store.description.agency): seq \(head.sequence)

      head \(head.hash)
      jenjang verify --anchor \(head.anchor)
      """
    let hash = try repository.commit(report.names, message: message)
    progress.end()
    let output = Output()
    output.line(Text.committed(report, hash, to: folder, head)[Speech.language])
    output.flush()
    if hash != nil { try note(store) }
  }

  /// The network of mentoring in the language of Graphviz; only pairs have one.
  private func drawn(_ kind: Kind, _ store: Store) throws {
    guard kind.name == MentoringPair.kind.name else { throw Failure(.usage, .noGraph) }
    try deliver(of: store) { sink throws(StoreError) in
      try sink(Array(MentoringNetwork(store.book).dot(in: store.book).utf8))
    }
  }

  private func note(_ store: Store) throws {
    do throws(StoreError) {
      if let folder = git {
        try store.note(store.head, to: .report, place: folder)
      } else if let path = self.output {
        try ReportFile.writeAnchor(of: path, in: store)
      } else {
        try store.note(store.head, to: .report, place: "-")
      }
    } catch { throw Failure(error) }
    Remark.say(.chainHead(store.head))
  }

  /// Writes to the file that was named, which is there whole or not at all, or to standard output; then notes it.
  private func deliver(
    of store: Store, _ write: (_ sink: ([UInt8]) throws(StoreError) -> Void) throws(StoreError) -> Void
  ) throws {
    if let path = output {
      do throws(StoreError) {
        let file = try NewFile(path, replacing: true)
        try write { bytes throws(StoreError) in try file.write(bytes) }
        try file.finish()
      } catch { throw Failure(writing: error) }
    } else {
      let output = Output()
      do throws(StoreError) { try write { output.bytes($0) } } catch { throw Failure(error) }
      output.flush()
    }
    try note(store)
  }
}

extension Text {
  fileprivate static let eitherOr = Text(
    "sebutkan jenis data dan --format, atau hanya --git FOLDER",
    en: "name a kind and its --format, or only --git FOLDER")

  fileprivate static let inside = Text(
    "Folder git harus terpisah dari folder data; pilih folder lain",
    en: "The folder for git must be apart from the store; choose another one")

  fileprivate static func committed(_ report: TreeReport, _ hash: String?, to folder: String, _ head: StoreHead) -> Text
  {
    guard let hash else {
      return Text(
        "\(folder) sudah sama dengan data sampai no. \(head.sequence)",
        en: "\(folder) is the same as the store to no. \(head.sequence) already")
    }
    return Text(
      "\(folder): \(report.written) berkas ditulis, \(report.removed) dihapus; commit git \(hash), no. \(head.sequence)",
      en:
        "\(folder): \(report.written) files written, \(report.removed) removed; git commit \(hash), no. \(head.sequence)"
    )
  }

  fileprivate static let noGraph = Text(
    "bentuk dot hanya untuk mentoring-pairs", en: "the form dot is for mentoring-pairs only")

  fileprivate static func chainHead(_ head: StoreHead) -> Text {
    Text(
      "kepala rantai \(head.anchor); kelak dibuktikan dengan `jenjang verify --anchor \(head.anchor)`",
      en: "head of the chain \(head.anchor); later proved by `jenjang verify --anchor \(head.anchor)`")
  }
}
