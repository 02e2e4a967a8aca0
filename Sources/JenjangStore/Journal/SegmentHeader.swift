import JSONText
import JenjangDomain

/// The first line of a segment: which store and where in its history, and where the segment before ends.
struct SegmentHeader: Equatable {
  /// Where the segment before ends: anything after it there is not part of the store.
  struct Pin: Equatable {
    let number: Int
    let bytes: Int
    let sequence: Int
  }

  var store: RecordID
  /// Grows when a store is restored from a backup.
  var epoch = 1
  let number: Int
  /// The sequence number of the first commit that may follow.
  let first: Int
  var schema = Upcasts.catalog.schema
  let time: Int64
  let pin: Pin?
  /// Where the history ended that a restored store took the place of; nil in other segments.
  var abandoned: StoreHead?
  /// A repair gave up what could not be proved, and no backup took its place.
  var isRepair = false
  /// The hash of the line before; zeros for the first segment.
  let previous: String

  /// The whole line and its hash.
  func line() -> (bytes: [UInt8], hash: String) {
    var text = "{\"k\":\"seg\",\"v\":1,\"store\":\"\(store.text)\",\"epoch\":\(epoch),\"n\":\(number),\"from\":\(first)"
    text += ",\"schema\":\(schema),\"ts\":\"\(Timestamp.text(time))\""
    if let pin { text += ",\"prev\":{\"n\":\(pin.number),\"bytes\":\(pin.bytes),\"seq\":\(pin.sequence)}" }
    // An array: the marker of the line's own hash must not occur before it.
    if let abandoned { text += ",\"abandons\":[\(abandoned.sequence),\"\(abandoned.hash)\"]" }
    if isRepair { text += ",\"for\":\"repair\"" }
    text += ",\"p\":\"\(previous)\""
    var bytes = Array(text.utf8)
    let hash = Framing.seal(&bytes)
    return (bytes, hash)
  }
}

extension SegmentHeader {
  /// Reads a header line that has been checked; nil when members are missing.
  init?(_ line: UnsafeRawBufferPointer) {
    guard let object = (try? JSONReader.value(line))?.object, object["v"]?.integer == 1,
      let store = object["store"]?.text.flatMap({ RecordID($0) }), let epoch = object["epoch"]?.integer,
      let number = object["n"]?.integer, let first = object["from"]?.integer, let schema = object["schema"]?.integer,
      let time = object["ts"]?.text.flatMap(Timestamp.milliseconds), let previous = object["p"]?.text
    else { return nil }
    self.init(
      store: store, epoch: Int(epoch), number: Int(number), first: Int(first), schema: Int(schema), time: time,
      pin: object["prev"]?.object.flatMap(Pin.init), abandoned: object["abandons"]?.array.flatMap { StoreHead($0) },
      previous: previous)
    isRepair = object["for"]?.text == "repair"
  }
}

extension StoreHead {
  fileprivate init?(_ pair: [JSONValue]) {
    guard pair.count == 2, let sequence = pair[0].integer, let hash = pair[1].text else { return nil }
    self.init(sequence: Int(sequence), hash: hash)
  }
}

extension SegmentHeader.Pin {
  fileprivate init?(_ object: JSONObject) {
    guard let number = object["n"]?.integer, let bytes = object["bytes"]?.integer, let last = object["seq"]?.integer
    else { return nil }
    self.init(number: Int(number), bytes: Int(bytes), sequence: Int(last))
  }
}
