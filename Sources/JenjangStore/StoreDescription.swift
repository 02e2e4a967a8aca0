import JSONText
import JenjangDomain

/// What a store says about itself in `store.json`.
public struct StoreDescription: Sendable, Equatable {
  public var agency: String
  /// Generated people: said on every screen.
  public var isDemo: Bool
  public var store: RecordID

  public init(agency: String, isDemo: Bool, store: RecordID) {
    self.agency = agency
    self.isDemo = isDemo
    self.store = store
  }
}

extension StoreDescription {
  /// The layout of the files, and the meaning of the records; a store with a higher number is only read.
  static let format: Int64 = 1
  static let schema: Int64 = 1

  var bytes: [UInt8] {
    let value: JSONValue = [
      "format": .integer(Self.format), "schema": .integer(Self.schema), "store": .string(store.text),
      "agency": .string(agency), "demo": .bool(isDemo), "sharing": "private", "hash": "sha256", "check": "xxh64",
    ]
    return JSONWriter.bytes(value) + [10]
  }

  /// Reads `store.json`; also says whether a newer program wrote it.
  ///
  /// Nil when it is not readable.
  static func read(_ bytes: [UInt8]) -> (description: StoreDescription, isNewer: Bool)? {
    guard let object = (try? JSONReader.value(bytes))?.object, let format = object["format"]?.integer,
      let schema = object["schema"]?.integer, let store = object["store"]?.text.flatMap({ RecordID($0) }),
      let agency = object["agency"]?.text
    else { return nil }
    let isKnown = object["hash"]?.text == "sha256" && object["check"]?.text == "xxh64"
    let description = StoreDescription(agency: agency, isDemo: object["demo"]?.bool ?? false, store: store)
    return (description, format > Self.format || schema > Self.schema || !isKnown)
  }
}
