import JSONText
import JenjangDomain

/// What a store says about itself in `store.json`.
public struct StoreDescription: Sendable, Equatable {
  public var agency: String
  /// Generated people: said on every screen.
  public var isDemo: Bool
  public var store: RecordID
  public var sharing: Sharing
  /// Which steps in the form of records the programs know that have written here; see `Upcasts`.
  var schema = Upcasts.catalog.schema

  public init(agency: String, isDemo: Bool, store: RecordID, sharing: Sharing = .owner) {
    self.agency = agency
    self.isDemo = isDemo
    self.store = store
    self.sharing = sharing
  }
}

extension StoreDescription {
  /// The layout of the files; a store with a higher number cannot be read.
  static let format: Int64 = 1

  var bytes: [UInt8] {
    let value: JSONValue = [
      "format": .integer(Self.format), "schema": .integer(Int64(schema)), "store": .string(store.text),
      "agency": .string(agency), "demo": .bool(isDemo), "sharing": .string(sharing.rawValue), "hash": "sha256",
      "check": "xxh64",
    ]
    return JSONWriter.bytes(value) + [10]
  }

  /// What a newer program wrote that this one cannot do with.
  enum Novelty {
    /// Records in a form that is not known here; what is known can be read.
    case records
    /// Files in a form that is not known here.
    case files
  }

  /// Reads `store.json`; also says whether a newer program wrote it.
  ///
  /// Nil when it is not readable.
  static func read(_ bytes: [UInt8], schema known: Int = Upcasts.catalog.schema) -> (
    description: StoreDescription, novelty: Novelty?
  )? {
    guard let object = (try? JSONReader.value(bytes))?.object, let format = object["format"]?.integer,
      let schema = object["schema"]?.integer, let store = object["store"]?.text.flatMap({ RecordID($0) }),
      let agency = object["agency"]?.text
    else { return nil }
    let sharing = object["sharing"]?.text.flatMap { Sharing(rawValue: $0) }
    let isKnown = object["hash"]?.text == "sha256" && object["check"]?.text == "xxh64" && sharing != nil
    var description = StoreDescription(
      agency: agency, isDemo: object["demo"]?.bool ?? false, store: store, sharing: sharing ?? .owner)
    description.schema = Int(schema)
    if format > Self.format || !isKnown { return (description, .files) }
    return (description, schema > known ? .records : nil)
  }
}
