/// How far units are below their standards, by competency: for each unit with all below it, and each competency.
public struct HeatMap {
  public struct Cell: Sendable, Hashable {
    /// People below the level required, and the levels missing altogether.
    public var people = 0
    public var levels = 0
  }

  public struct Line: Sendable {
    public let unit: ID<Unit>
    public let depth: Int
    public let hasChildren: Bool
    public var people = 0
    public fileprivate(set) var cells: [String: Cell] = [:]

    public subscript(code: String) -> Cell { cells[code] ?? Cell() }

    fileprivate mutating func add(_ below: Line) {
      people += below.people
      for (code, cell) in below.cells {
        cells[code, default: Cell()].people += cell.people
        cells[code, default: Cell()].levels += cell.levels
      }
    }
  }

  /// In the order of the tree, units without people left out.
  public private(set) var lines: [Line] = []
  /// The competencies that somebody lacks, the most lacked first.
  public private(set) var codes: [String] = []

  public init(_ search: NeedsSearch, in book: Book, on day: Day) {
    let tree = UnitTree(book, on: day)
    var all = tree.nodes.map { Line(unit: $0.unit.id, depth: $0.depth, hasChildren: $0.hasChildren) }
    let places = tree.placesByRow(in: book)
    for (unit, count) in search.strength { if let place = places[unit] { all[place].people += count } }
    var totals: [String: Int] = [:]
    for need in search.needs {
      guard let code = need.code, let place = places[need.unit] else { continue }
      all[place].cells[code, default: Cell()].people += 1
      all[place].cells[code, default: Cell()].levels += need.gap
      totals[code, default: 0] += need.gap
    }
    tree.rollUp(&all) { $0.add($1) }
    lines = all.filter { $0.people > 0 }
    codes = totals.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }
}
