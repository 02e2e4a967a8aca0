import Foundation
import JSONText
import JenjangDomain

/// A JSON value as Foundation's decoder reads it.
enum Foreign: Decodable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([Foreign])
  case object([String: Foreign])

  init(from decoder: any Decoder) throws {
    if let object = try? decoder.container(keyedBy: Key.self) {
      var members: [String: Foreign] = [:]
      for key in object.allKeys { members[key.stringValue] = try object.decode(Foreign.self, forKey: key) }
      self = .object(members)
    } else if var array = try? decoder.unkeyedContainer() {
      var values: [Foreign] = []
      while !array.isAtEnd { values.append(try array.decode(Foreign.self)) }
      self = .array(values)
    } else {
      let single = try decoder.singleValueContainer()
      if single.decodeNil() {
        self = .null
      } else if let value = try? single.decode(Bool.self) {
        self = .bool(value)
      } else if let value = try? single.decode(Double.self) {
        self = .number(value)
      } else {
        self = .string(try single.decode(String.self))
      }
    }
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// Nil when Foundation refuses.
  static func value(_ bytes: [UInt8]) -> Foreign? { try? JSONDecoder().decode(Foreign.self, from: Data(bytes)) }

  func isSame(as value: JSONValue) -> Bool {
    switch (self, value) {
    case (.null, .null): true
    case (.bool(let theirs), .bool(let ours)): theirs == ours
    case (.number(let theirs), .integer(let ours)): theirs == Double(ours)
    case (.number(let theirs), .number(let ours)): theirs == Double(ours)
    case (.string(let theirs), .string(let ours)): Array(theirs.utf8) == Array(ours.utf8)
    case (.array(let theirs), .array(let ours)):
      theirs.count == ours.count && zip(theirs, ours).allSatisfy { $0.isSame(as: $1) }
    case (.object(let theirs), .object(let ours)): Self.isSame(theirs, ours)
    default: false
    }
  }

  /// A dictionary takes two spellings of a letter for one key; we do not.
  private static func isSame(_ theirs: [String: Foreign], _ ours: JSONObject) -> Bool {
    guard theirs.count == ours.members.count else { return Set(ours.keys).count == theirs.count }
    return ours.members.allSatisfy { member in theirs[member.key]?.isSame(as: member.value) ?? false }
  }
}

/// Holds our reader against Foundation's on documents that are generated and then spoiled.
struct JSONComparison: Sendable {
  struct Report: Sendable {
    var read = 0
    var refused = 0
    var violations: [String] = []
  }

  static func report(seed: UInt64, documents: Int) -> Report {
    var random = SeededRandom(seed: seed)
    var report = Report()
    for _ in 0..<documents {
      let (bytes, isSpoiled) = spoiledDocument(&random)
      compare(bytes, isSpoiled, &report)
    }
    return report
  }

  private static func compare(_ bytes: [UInt8], _ isSpoiled: Bool, _ report: inout Report) {
    let text = String(decoding: bytes, as: UTF8.self)
    do throws(JSONError) {
      let ours = try JSONReader.value(bytes)
      report.read += 1
      guard let theirs = Foreign.value(bytes) else {
        guard !holdsForeignNumber(ours) else { return }
        report.violations.append("only we read \(text.debugDescription)")
        return
      }
      if !theirs.isSame(as: ours) { report.violations.append("read differently: \(text.debugDescription)") }
    } catch {
      report.refused += 1
      // Foundation reads what is spoiled in several ways, trailing commas and broken escapes among them.
      guard !isSpoiled, error.reason != .duplicateKey else { return }
      report.violations.append("not read: \(text.debugDescription), \(error.reason) at \(error.offset)")
    }
  }
}

extension JSONComparison {
  /// Foundation's decoder takes neither zero with an exponent nor what no double can hold for a number.
  private static func holdsForeignNumber(_ value: JSONValue) -> Bool {
    switch value {
    case .number(let text): Double(text).map { $0 == 0 || !$0.isFinite } ?? true
    case .array(let values): values.contains(where: holdsForeignNumber)
    case .object(let object): object.members.contains { holdsForeignNumber($0.value) }
    case .null, .bool, .integer, .string: false
    }
  }

  /// A document; half of them with something wrong in it.
  static func document(_ random: inout SeededRandom) -> [UInt8] { spoiledDocument(&random).bytes }

  private static func spoiledDocument(_ random: inout SeededRandom) -> (bytes: [UInt8], isSpoiled: Bool) {
    var bytes: [UInt8] = []
    append(&bytes, depth: 0, &random)
    guard random.chance(60) else { return (bytes, false) }
    for _ in 0...random.below(2) { spoil(&bytes, &random) }
    return (bytes, true)
  }

  private static let scalars = [
    "null", "true", "false", "0", "-0", "1", "-1", "42", "9007199254740991", "1.5", "-0.0", "1e3", "2.5E-3", "1e-7",
    "123456.789", "\"\"", "\"a\"", "\"\\n\\t\\\"\\\\\\/\"", "\"\\u00e9\"", "\"\\ud83d\\ude00\"", "\"é漢😀\"", "\" \"",
    "\"Ni Luh Sri\"", "\"1980-01-01\"", "\"\u{7F}\"",
  ].map { Array($0.utf8) }
  private static let blanks = ["", "", "", "", " ", "\n", "\t ", "\r\n"].map { Array($0.utf8) }
  private static let junk = [
    ",", ":", "[", "]", "{", "}", "\"", "\\", "\\u", "0", ".", "e", "-", "+", "\n", "\t", "null", "tru", " ", "'", "/",
    "\\ud800", "\u{FEFF}", "\u{A0}", ",,", "[[", "\"\"",
  ].map { Array($0.utf8) }

  private static func append(_ bytes: inout [UInt8], depth: Int, _ random: inout SeededRandom) {
    bytes += random.pick(blanks)
    let isDeep = depth < 5 && random.chance(depth == 0 ? 90 : 45)
    if !isDeep {
      bytes += random.pick(scalars)
    } else if random.chance(50) {
      bytes.append(0x5B)
      for index in 0..<random.below(4) {
        if index > 0 { bytes.append(0x2C) }
        append(&bytes, depth: depth + 1, &random)
      }
      bytes.append(0x5D)
    } else {
      bytes.append(0x7B)
      for index in 0..<random.below(4) {
        if index > 0 { bytes.append(0x2C) }
        bytes += random.pick(blanks)
        bytes += Array("\"k\(random.below(30))\"".utf8) + random.pick(blanks) + [0x3A]
        append(&bytes, depth: depth + 1, &random)
      }
      bytes.append(0x7D)
    }
    bytes += random.pick(blanks)
  }

  /// Changes, inserts or removes something somewhere.
  static func spoil(_ bytes: inout [UInt8], _ random: inout SeededRandom) {
    guard !bytes.isEmpty else {
      bytes = random.pick(junk)
      return
    }
    let place = random.below(bytes.count)
    switch random.below(5) {
    case 0: bytes[place] = UInt8(random.below(256))
    case 1: bytes[place] ^= 1 << UInt8(random.below(8))
    case 2: bytes.insert(contentsOf: random.pick(junk), at: place)
    case 3: bytes.remove(at: place)
    default: bytes.removeLast(random.below(bytes.count))
    }
  }
}
