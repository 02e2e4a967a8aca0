import JSONText
import JenjangDomain

/// What one store has in all, for whoever looks over the stores of many agencies.
public struct AgencyTotals: Sendable, Equatable {
  /// The fields of people whose codes are counted.
  public static let fields = ["kind", "legalStatus", "sex", "grade", "positionKind", "educationLevel"]

  public let agency: String
  /// The identity of the store.
  public let store: String
  public let head: StoreHead
  /// The day as of which people were counted.
  public let day: Day
  public let people: Int
  public let units: Int
  /// How many people have each code, by field; without a code by the empty text.
  public let counts: [String: [String: Int]]

  /// Counts what whoever opened the store may see.
  public init(of store: Store) {
    let book = store.book
    agency = store.description.agency
    self.store = store.description.store.text
    head = store.head
    day = book.day
    people = book.table(Employee.kind.name)?.count ?? 0
    units = book.table(Unit.kind.name)?.count ?? 0
    counts = AgencyTotals.counts(in: book)
  }

  private init(
    agency: String, store: String, head: StoreHead, day: Day, people: Int, units: Int, counts: [String: [String: Int]]
  ) {
    (self.agency, self.store, self.head, self.day) = (agency, store, head, day)
    (self.people, self.units, self.counts) = (people, units, counts)
  }

  private static func counts(in book: Book) -> [String: [String: Int]] {
    var all: [String: [String: Int]] = [:]
    for name in fields {
      guard let table = book.table(Employee.kind.name), case .code(let list)? = table.fieldType(name),
        let counts = table.counts(by: name)
      else { continue }
      var found: [String: Int] = [:]
      for (place, entry) in list.entries.enumerated() where counts[place + 1] > 0 {
        found[entry.code] = counts[place + 1]
      }
      if counts[0] > 0 { found[""] = counts[0] }
      all[name] = found
    }
    return all
  }

  /// All of them together: how many people and units, and with which codes.
  public static func sum(_ totals: [AgencyTotals]) -> (people: Int, units: Int, counts: [String: [String: Int]]) {
    var counts: [String: [String: Int]] = [:]
    for one in totals {
      for (field, found) in one.counts { counts[field, default: [:]].merge(found, uniquingKeysWith: +) }
    }
    return (totals.reduce(0) { $0 + $1.people }, totals.reduce(0) { $0 + $1.units }, counts)
  }
}

extension AgencyTotals {
  public var json: JSONValue {
    [
      "agency": .string(agency), "store": .string(store), "seq": .integer(Int64(head.sequence)),
      "head": .string(head.hash), "day": .string(day.iso), "people": .integer(Int64(people)),
      "units": .integer(Int64(units)), "by": AgencyTotals.json(counts),
    ]
  }

  private static func json(_ counts: [String: [String: Int]]) -> JSONValue {
    var fields = JSONObject()
    for (field, found) in counts {
      var codes = JSONObject()
      for (code, count) in found { codes[code] = .integer(Int64(count)) }
      fields[field] = .object(codes)
    }
    return .object(fields)
  }

  /// Reads what `json` gives; nil for anything else.
  public init?(json: JSONValue) {
    guard let object = json.object, let agency = object["agency"]?.text, let store = object["store"]?.text,
      let sequence = object["seq"]?.integer, let hash = object["head"]?.text,
      let day = object["day"]?.text.flatMap({ Day(iso: $0) }), let people = object["people"]?.integer,
      let units = object["units"]?.integer, let fields = object["by"]?.object
    else { return nil }
    var counts: [String: [String: Int]] = [:]
    for field in fields.members {
      guard let codes = field.value.object else { return nil }
      var found: [String: Int] = [:]
      for code in codes.members { found[code.key] = code.value.integer.map { Int($0) } }
      counts[field.key] = found
    }
    self.init(
      agency: agency, store: store, head: StoreHead(sequence: Int(sequence), hash: hash), day: day,
      people: Int(people), units: Int(units), counts: counts)
  }
}

extension Store {
  /// Which store lies in a folder and how far it is, read from two small files without opening it; nil when there is
  /// none, or nothing can be said.
  public static func glance(at path: String) -> (store: String, head: StoreHead)? {
    guard let disk = try? PosixDisk(path), let bytes = try? disk.contents(Layout.description),
      let description = StoreDescription.read(bytes)?.description,
      let head = (try? disk.contents(Layout.head)).flatMap({ $0 }).flatMap({ Head($0) })
    else { return nil }
    return (description.store.text, StoreHead(sequence: head.sequence, hash: head.hash))
  }
}
