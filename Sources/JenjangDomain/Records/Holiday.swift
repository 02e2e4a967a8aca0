/// A day that is off, or worked all the same: what the yearly joint decree and the region add to the fixed holidays.
///
/// Source: domain reference 0, rule 4. The fixed national ones come with the program; see `FixedHolidays`.
public struct Holiday: Record {
  public static let kind = Kind(
    "holidays", Text("Hari libur", en: "Holiday"), plural: Text("Hari libur", en: "Holidays"), date: "date")

  public let id: ID<Holiday>
  public var date: Day?
  public var name: String?
  public var kind: HolidayKind?
  /// Where it holds; nil everywhere.
  public var region: String?
  public var legalBasis: String?
  public var note: String?

  public init(id: ID<Holiday>) { self.id = id }

  public static let fields: [Field<Holiday>] = [
    Field(
      "date", Text("Tanggal", en: "Date"), \.date, required: true, synonyms: ["tanggal libur", "hari", "tgl", "date"]),
    Field(
      "name", Text("Nama hari libur", en: "Holiday"), \.name, required: true,
      synonyms: ["nama", "hari libur", "keterangan libur", "name"]),
    Field("kind", Text("Jenis", en: "Kind"), \.kind, required: true, synonyms: ["jenis libur", "kind"]),
    Field(
      "region", Text("Daerah", en: "Region"), \.region,
      help: Text("Kosong bila berlaku di semua tempat.", en: "Empty when it holds everywhere."),
      synonyms: ["wilayah", "region"]),
    Field(
      "legalBasis", Text("Dasar", en: "Basis"), \.legalBasis,
      help: Text("Misalnya SKB tiga menteri tahun itu.", en: "The joint decree of that year for instance."),
      synonyms: ["dasar hukum", "skb", "basis"]),
    Field("note", Text("Catatan", en: "Note"), \.note, type: .note(maximum: 2_000)),
  ]
}

extension Holiday {
  public func problems(in book: Book) -> [Problem] { [repeated(in: book)].compactMap(\.self) }

  /// Two kinds of day on one date: only one can be meant.
  private func repeated(in book: Book) -> Problem? {
    guard let date else { return nil }
    let others = book.holidays.rows(where: "date", is: date.iso).compactMap { book.holidays[$0] }
    guard let other = others.first(where: { $0.id != id && $0.region == region }) else { return nil }
    let name = other.name ?? ""
    return Problem(
      "date", Text("Tanggal ini sudah ada: \(name)", en: "This date is there already: \(name)"), severity: .warning)
  }

  /// What it says to the working calendar; nil while it is not complete.
  var dayOff: DayOff? {
    guard let date, let kind else { return nil }
    return DayOff(day: date, kind: kind, region: region)
  }
}

extension Book {
  public var holidays: Records<Holiday> { self[Holiday.self] }

  /// The working days as the store knows them, where no region is asked for.
  public var workingCalendar: WorkingCalendar { law.calendar }
}
