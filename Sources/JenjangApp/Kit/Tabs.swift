import JenjangDomain
import TerminalKit

/// The tabs of a screen on one row, the open one in brackets.
enum Tabs {
  struct Title {
    let long: String
    /// Used where the long ones do not fit.
    let short: String
  }

  /// Draws as many as fit, the open one always; a click means `.part("tab", index)`.
  static func draw(_ titles: [Title], active: Int, into frame: inout Frame, _ line: Rect) {
    let names = fittingNames(titles, width: line.width)
    let places = layout(names.names, active: active, line, overlap: names.overlap)
    for (index, x) in places where index != active { draw(names.names[index], index, x, false, &frame, line.y) }
    for (index, x) in places where index == active { draw(names.names[index], index, x, true, &frame, line.y) }
    if let first = places.first, first.index > 0 { frame.put("<", x: line.x, y: line.y, role: .tabIdle) }
    if let last = places.last, last.index < names.names.count - 1 {
      frame.put(">", x: line.right - 1, y: line.y, role: .tabIdle)
    }
  }

  /// Long names, then long names that share the blank between them, then short ones.
  private static func fittingNames(_ titles: [Title], width: Int) -> (names: [String], overlap: Int) {
    let long = titles.map(\.long)
    if sum(long, overlap: 0) <= width { return (long, 0) }
    return sum(long, overlap: 1) <= width ? (long, 1) : (titles.map(\.short), 1)
  }

  private static func sum(_ names: [String], overlap: Int) -> Int {
    names.reduce(0) { $0 + Width.of($1) + 2 - overlap } + overlap
  }

  /// The places from the first tab that lets the open one be seen.
  private static func layout(
    _ names: [String], active: Int, _ line: Rect, overlap: Int
  ) -> [(index: Int, x: Int)] {
    var first = 0
    let room = line.width - (sum(names, overlap: overlap) > line.width ? 2 : 0)
    while first < active, sum(Array(names[first...active]), overlap: overlap) > room { first += 1 }
    var x = line.x + (first > 0 ? 1 : 0)
    var places: [(index: Int, x: Int)] = []
    for index in first..<names.count {
      let needed = Width.of(names[index]) + 2
      guard x + needed <= line.right - (index < names.count - 1 && room < line.width ? 1 : 0) else { break }
      places.append((index, x))
      x += needed - overlap
    }
    return places
  }

  private static func draw(
    _ name: String, _ index: Int, _ x: Int, _ isActive: Bool, _ frame: inout Frame, _ y: Int
  ) {
    frame.put(isActive ? "[\(name)]" : " \(name) ", x: x, y: y, role: isActive ? .tabActive : .tabIdle)
    frame.hit(Rect(x: x, y: y, width: Width.of(name) + 2, height: 1), .part("tab", index))
  }
}
