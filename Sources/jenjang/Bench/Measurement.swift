/// Readings of one figure.
struct Samples {
  private(set) var values: [Double] = []

  mutating func add(_ value: Double) { values.append(value) }

  var median: Double { percentile(50) }
  var inMicroseconds: String { "p50 \(Figure.microseconds(median)) p99 \(Figure.microseconds(percentile(99)))" }

  /// The smallest value that so many per cent do not exceed; 0 without values.
  func percentile(_ percent: Int) -> Double {
    guard !values.isEmpty else { return 0 }
    let sorted = values.sorted()
    return sorted[max(0, (sorted.count * percent + 99) / 100 - 1)]
  }
}

/// One line of the report.
struct Figure {
  let name: String
  /// The value with its unit.
  let value: String
  /// What the project promises; empty when it is only of interest.
  let bar: String
  /// Whether the promise is kept; nil when there is none.
  let isMet: Bool?
  /// How it was measured, as a command or in a few words.
  let how: String

  var line: String {
    let verdict = isMet.map { $0 ? "ok  " : "MISS" } ?? "    "
    return "\(verdict) \(Figure.pad(name, 30)) \(Figure.pad(value, 34)) \(Figure.pad(bar, 24)) \(how)"
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.unicodeScalars.count))
  }

  static func milliseconds(_ nanoseconds: Double) -> String { decimal(nanoseconds / 1e6, places: 2) + " ms" }
  static func microseconds(_ nanoseconds: Double) -> String { decimal(nanoseconds / 1e3, places: 1) + " µs" }

  static func decimal(_ value: Double, places: Int) -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let scaled = (value * scale).rounded() / scale
    let text = String(scaled)
    let after = text.split(separator: ".").last.map(\.utf8.count) ?? 0
    return text.contains("e") ? text : text + String(repeating: "0", count: max(0, places - after))
  }
}
