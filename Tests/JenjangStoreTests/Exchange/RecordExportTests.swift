import JSONText
import JenjangDomain
import JenjangStore
import Testing

@Suite struct `An export of records` {
  private static func text(
    _ office: Office, _ kind: String, _ format: RecordExport.Format, _ csv: CSVWriter = CSVWriter()
  )
    throws -> String
  {
    var bytes: [UInt8] = []
    let export = try #require(RecordExport(kind, of: office.book, as: format, language: .indonesian, csv: csv))
    export.write { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func filled() throws -> Office {
    let office = Office()
    try office.take("units", "kode;nama;induk\nD1;Dinas Kesehatan;\nD2;=Bidang;D1\n")
    try office.take(
      "employees",
      """
      NIP;Nama;Alamat;Golongan;TMT Golongan;Jabatan;TMT Jabatan;Unit;Pendidikan;Tanggal lulus
      198609262015052001;Siti;"Jl. Mawar; no. 1
      Kupang";III/b;01-04-2019;Perawat;02-01-2020;D2;S1;12-08-2008
      199003012014021002;Budi;;;;;;;;
      """)
    return office
  }

  @Test(arguments: Catalog.types.map(\.kind.name), [Language.indonesian, .english])
  func `has headings that an import knows again`(kind: String, language: Language) throws {
    let office = Office()
    var bytes: [UInt8] = []
    RecordExport(kind, of: office.book, as: .csv, language: language)?.write { bytes += $0 }
    var reader = CSVReader(bytes)
    let first = reader.next()
    let headers = try #require(first).cells
    let type = try #require(office.book.table(kind)?.type)
    let mapping = HeaderMatcher(ImportTarget.all(for: kind, in: office.book)).mapping(headers)
    // Files are attached one by one: their column says which they are, and is not read back.
    let fields = type.fields.map { $0.type == .attachment ? nil : $0.name }
    #expect(mapping.targets == fields + type.derived.map(\.name))
  }

  @Test(arguments: [CSVWriter(), CSVWriter(delimiter: .comma, hasMark: false)])
  func `can be imported again and changes nothing`(csv: CSVWriter) throws {
    let office = try Self.filled()
    for kind in ["units", "employees", "rank-histories", "position-histories", "educations"] {
      let plan = try office.plan(kind, Self.text(office, kind, .csv, csv))
      #expect(plan.counts.unchanged == plan.rows.count && !plan.rows.isEmpty, "\(kind): \(plan.rows.map(\.problems))")
    }
  }

  @Test func `moves to another store whole`() throws {
    let (from, to) = (try Self.filled(), Office())
    for kind in ["units", "employees", "rank-histories", "position-histories", "educations"] {
      try to.take(kind, Self.text(from, kind, .csv))
    }
    #expect(try Self.text(to, "employees", .csv) == Self.text(from, "employees", .csv))
    #expect(try Self.text(to, "position-histories", .csv) == Self.text(from, "position-histories", .csv))
  }

  @Test func `is one object a line`() throws {
    let office = try Self.filled()
    let lines = try Self.text(office, "units", .ndjson).split(separator: "\n").map { try JSONReader.value(String($0)) }
    #expect(lines.map { $0.object?["code"] } == ["D1", "D2"] && lines[1].object?["name"] == "=Bidang")
    #expect(lines.allSatisfy { $0.object?["id"] != nil && $0.object?["rev"] == 1 })
    #expect(RecordExport("lain", of: office.book, as: .csv, language: .english) == nil)
  }
}
