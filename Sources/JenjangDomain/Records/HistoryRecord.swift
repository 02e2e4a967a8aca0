/// A dated record that belongs to an employee and rests on a decree: the rows of an employee's file.
public protocol HistoryRecord: Record {
  var employee: ID<Employee>? { get set }
  var decreeNumber: String? { get set }
  var decreeDate: Day? { get set }
  /// Who signed the decree.
  var authority: String? { get set }
  /// The decree or certificate itself, scanned.
  var scan: Attachment? { get set }
  var note: String? { get set }
}

extension HistoryRecord {
  /// The field that names the owner; first in every history.
  static var employeeField: Field<Self> {
    Field(
      "employee", Text("Pegawai", en: "Employee"), \.employee, required: true,
      synonyms: ["nip", "nip baru", "nip/ni pppk", "employee number", "pegawai"])
  }

  /// The decree on which a row rests, and a note; last in every history.
  static var decreeFields: [Field<Self>] {
    [
      Field(
        "decreeNumber", Text("Nomor SK", en: "Decree number"), \.decreeNumber, type: .text(maximum: 80),
        synonyms: ["no sk", "no. sk", "nomor surat keputusan", "sk nomor", "decree no"],
        section: Text("Surat keputusan", en: "Decree")),
      Field(
        "decreeDate", Text("Tanggal SK", en: "Decree date"), \.decreeDate,
        synonyms: ["tgl sk", "tgl. sk", "tanggal surat keputusan"]),
      Field(
        "authority", Text("Pejabat penanda tangan", en: "Signed by"), \.authority,
        synonyms: ["pejabat", "pejabat penetap", "penandatangan", "authority", "signatory"]),
      Field(
        "scan", Text("Berkas pindaian", en: "Scanned file"), \.scan,
        help: Text(
          "Suratnya sendiri: PDF atau gambar, paling besar 20 MiB.", en: "The paper itself: PDF or image, 20 MiB.")),
      Field(
        "note", Text("Catatan", en: "Note"), \.note, type: .note(maximum: 2_000),
        synonyms: ["keterangan", "ket", "remarks"]),
    ]
  }

  /// The employee to whom the row belongs; nil while none is chosen or known.
  func owner(in book: Book) -> Employee? { employee.flatMap { book.employees[$0] } }
}
