/// How many seats of an event each unit has, by the unit's code: `DINKES 5, DISDIK 10`.
///
/// A unit's seats are for its people and those of all units below it.
public struct UnitQuotas: TextValue, Hashable {
  public private(set) var codes: [String] = []
  private var seats: [String: Int] = [:]

  public init() {}

  public static var defaultType: FieldType { .text(maximum: 1_000) }

  /// Nil when the text is not of the form above or names a unit twice.
  public init?(_ text: String) {
    for part in text.split(separator: ",") {
      let words = part.split(separator: " ")
      guard words.count >= 2, let last = words.last, let count = Int(last), 0...9_999 ~= count else { return nil }
      let code = words.dropLast().joined(separator: " ")
      guard self[code] == nil else { return nil }
      self[code] = count
    }
  }

  public subscript(code: String) -> Int? {
    get { seats[code] }
    set {
      if newValue == nil { codes.removeAll { $0 == code } } else if seats[code] == nil { codes.append(code) }
      seats[code] = newValue
    }
  }

  public var total: Int { seats.values.reduce(0, +) }
  public var text: String { codes.map { "\($0) \(seats[$0] ?? 0)" }.joined(separator: ", ") }

  func unknown(in book: Book, field: String) -> Problem? {
    guard let code = codes.first(where: { book.units.table.firstRow(where: "code", is: $0) == nil }) else { return nil }
    return Problem(field, Text("Tidak ada unit berkode \(code)", en: "There is no unit with the code \(code)"))
  }
}
