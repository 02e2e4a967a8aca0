import ArgumentParser
import JSONText
import JenjangDomain
import JenjangStore

/// `jenjang erase`: by order, a person or a record out of every file, with the chain still valid.
struct Erase: ParsableCommand {
  static let configuration = CommandConfiguration.subcommand(
    "erase",
    Text(
      "Hapus seseorang dari semua berkas atas perintah tertulis.", en: "Erase a person from every file, by order."),
    discussion: Text(
      "Tanpa --yes hanya ditampilkan apa yang akan dihapus. Tidak dapat diurungkan. Simpan keluarannya sebagai tanda"
        + " terima.",
      en: "Without --yes it only shows what would go. It cannot be undone. Keep the output as the receipt."))

  @OptionGroup var common: CommonOptions

  @Argument(help: .say(Text("NIP atau identitas data.", en: "The NIP or the identity of the record."), value: "id"))
  var record: String?

  @Option(help: .say(Text("Nomor surat perintah, tanpa nama orang.", en: "The number of the order, no names.")))
  var order: String?

  @Option(help: .say(Text("Dasar hukum.", en: "The legal basis.")))
  var basis: String?

  @Flag(help: .say(Text("Benar-benar hapus.", en: "Really erase.")))
  var yes = false

  @Flag(help: .say(Text("Lanjutkan penghapusan yang terputus.", en: "Go on with an erasure that was interrupted.")))
  var finish = false

  @Flag(help: .say(Text("Satu objek JSON.", en: "One JSON object.")))
  var json = false

  func run() throws {
    let store = try common.openForChanges()
    let output = Output()
    if finish {
      let receipt: ErasureReceipt?
      do throws(StoreError) { receipt = try store.finishErasures() } catch { throw Failure(error) }
      guard let receipt else {
        return say(Text("Tidak ada yang tertunda.", en: "Nothing was left to do."), output)
      }
      return show(receipt, nil, output)
    }
    guard let record, let order = filled(order), let basis = filled(basis) else { throw Failure(.usage, .incomplete) }
    let target = try find(record, in: store)
    guard yes else { return preview(target, store, output) }
    let receipt: ErasureReceipt
    do throws(StoreError) {
      receipt = try store.erase(target.kind, target.id, order: ErasureOrder(number: order, basis: basis))
    } catch {
      throw Failure(error)
    }
    show(receipt, (order, basis), output)
  }

  private func filled(_ text: String?) -> String? { text.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 } }

  /// The record that stands, or one of old whose identity was given.
  private func find(_ typed: String, in store: Store) throws(Failure) -> (kind: String, id: RecordID) {
    if let found = store.book.record(meant: typed) {
      return (found.table.type.kind.name, found.table.id(of: found.row))
    }
    guard let id = RecordID(typed.uppercased()) else { throw Failure(.findings, .notFound(typed)) }
    return ("employees", id)
  }

  private func preview(_ target: (kind: String, id: RecordID), _ store: Store, _ output: Output) {
    var counts: [String] = []
    if let table = store.book.table(target.kind), let row = table.row(of: target.id) {
      let file = RecordFile(of: row, in: table, book: store.book)
      counts = file.parts.filter { !$0.rows.isEmpty }.map { "\($0.type.kind.name): \($0.rows.count)" }
    }
    let words = counts.isEmpty ? "" : " (\(counts.joined(separator: ", ")))"
    say(
      Text(
        "Akan dihapus dari semua berkas: \(target.kind) \(target.id.text)\(words) beserta riwayatnya. Belum ada yang"
          + " dihapus; ulangi dengan --yes.",
        en: "To be erased from every file: \(target.kind) \(target.id.text)\(words) with the whole history. Nothing was"
          + " erased; repeat with --yes."), output)
  }

  private func say(_ text: Text, _ output: Output) {
    output.line(text[Speech.language])
    output.flush()
  }

  private func show(_ receipt: ErasureReceipt, _ reason: (order: String, basis: String)?, _ output: Output) {
    if json {
      output.line(receipt.json(reason))
      return output.flush()
    }
    let day = Surroundings.moment(receipt.time)
    if let reason {
      output.line(
        Text("TANDA TERIMA PENGHAPUSAN DATA", en: "RECEIPT FOR THE ERASURE OF DATA")[Speech.language])
      output.line(Text("Perintah: \(reason.order)", en: "Order: \(reason.order)")[Speech.language])
      output.line(Text("Dasar: \(reason.basis)", en: "Basis: \(reason.basis)")[Speech.language])
    }
    output.line(
      Text("Selesai: \(day), no. \(receipt.head.anchor)", en: "Done: \(day), no. \(receipt.head.anchor)")[
        Speech.language])
    output.line(Text.counts(receipt)[Speech.language])
    if !receipt.mentions.isEmpty { output.line(Text.mentions(receipt.mentions)[Speech.language]) }
    output.line(Text.outside[Speech.language])
    for backup in receipt.backups {
      output.line("  \(Surroundings.moment(backup.time))  \(backup.place)")
    }
    output.flush()
  }
}

extension ErasureReceipt {
  fileprivate func json(_ reason: (order: String, basis: String)?) -> JSONValue {
    var object = JSONObject()
    object["order"] = reason.map { .string($0.order) }
    object["basis"] = reason.map { .string($0.basis) }
    object["seq"] = .integer(Int64(head.sequence))
    object["hash"] = .string(head.hash)
    object["operations"] = .integer(Int64(operations))
    object["segments"] = .integer(Int64(segments))
    object["removedFiles"] = .integer(Int64(removedFiles))
    object["mentions"] = .array(mentions.map { .integer(Int64($0)) })
    object["backups"] = .array(backups.map { .string($0.place) })
    return .object(object)
  }
}

extension Text {
  fileprivate static let incomplete = Text(
    "sebutkan data, --order dan --basis; tanpa perintah tertulis dan dasar hukum tidak ada yang dihapus",
    en: "name the record, --order and --basis; without a written order and a legal basis nothing is erased")

  fileprivate static func notFound(_ typed: String) -> Text {
    Text("tidak ada data \(typed)", en: "there is no record \(typed)")
  }

  fileprivate static func counts(_ receipt: ErasureReceipt) -> Text {
    Text(
      "\(receipt.operations) operasi dikosongkan dalam \(receipt.segments) berkas jurnal; \(receipt.removedFiles) berkas"
        + " cuplikan, singgahan dan karantina dihapus. Rantai tetap utuh.",
      en: "\(receipt.operations) operations were blanked in \(receipt.segments) journal files; \(receipt.removedFiles)"
        + " files of snapshots, caches and quarantine were removed. The chain is whole.")
  }

  fileprivate static func mentions(_ numbers: [Int]) -> Text {
    let list = numbers.prefix(50).map(String.init).joined(separator: ", ") + (numbers.count > 50 ? ", …" : "")
    return Text(
      "Masih disebut orang lain dengan nomor atau nama, dalam alasan simpanan atau data lain: no. \(list)",
      en: "Still called by number or name by others, in the reason of a save or in other records: no. \(list)")
  }

  fileprivate static let outside = Text(
    "Yang tidak terjangkau: draf di map pribadi pengguna, hasil ekspor, bekas di cakram, dan cadangan yang dibuat"
      + " sebelumnya; buat cadangan baru dan hapus yang lama dalam 35 hari:",
    en: "Out of reach: drafts in users' own folders, exports, traces on the disk, and backups made before; make a new"
      + " backup and remove the old ones within 35 days:")
}
