/// The units that exist on a day, each below its parent, in the order in which a tree is read.
///
/// Built in one pass over all units; keep it until the book's revision moves.
public struct UnitTree: Sendable {
  public struct Node: Sendable {
    public let unit: Unit
    /// 0 for a root.
    public let depth: Int
    public let hasChildren: Bool
    /// How many nodes behind this one lie below it.
    public let descendantCount: Int
  }

  /// Depth first, siblings by code.
  public let nodes: [Node]
  private let places: [ID<Unit>: Int]

  /// Units whose parent is unknown or gone, or that lie in a circle, stand as roots, so that none is ever lost.
  public init(_ book: Book, on day: Day) {
    var builder = Builder(book, on: day)
    builder.build()
    nodes = builder.nodes
    places = builder.places
  }

  public func node(of id: ID<Unit>) -> Node? { places[id].map { nodes[$0] } }

  /// The place of the node above each node; nil for roots.
  private var parentPlaces: [Int?] {
    var above: [Int] = []
    return nodes.enumerated().map { place, node in
      above.removeLast(max(0, above.count - node.depth))
      defer { above.append(place) }
      return above.last
    }
  }

  /// Adds what each unit has of its own, in the order of `nodes`, to the units above it.
  func rollUp<Line>(_ lines: inout [Line], _ add: (inout Line, Line) -> Void) {
    let parents = parentPlaces
    for place in lines.indices.reversed() { if let parent = parents[place] { add(&lines[parent], lines[place]) } }
  }

  /// The places in `nodes` by the rows of the units.
  func placesByRow(in book: Book) -> [Row: Int] {
    var found: [Row: Int] = [:]
    for (place, node) in nodes.enumerated() {
      if let row = book.units.table.row(of: node.unit.id.raw) { found[row] = place }
    }
    return found
  }

  /// The place of a unit in `nodes`.
  public func index(of id: ID<Unit>) -> Int? { places[id] }

  /// The units above one, the root first, without itself.
  public func ancestors(of id: ID<Unit>) -> [Unit] {
    var above: [Unit] = []
    var depth = node(of: id)?.depth ?? 0
    var index = places[id] ?? 0
    while depth > 0, index > 0 {
      index -= 1
      guard nodes[index].depth < depth else { continue }
      above.append(nodes[index].unit)
      depth = nodes[index].depth
    }
    return above.reversed()
  }

  /// The names from below the root down to a unit: `Dinas Kesehatan › Puskesmas Melati`; the root by its own name.
  public func path(of id: ID<Unit>) -> String {
    guard let node = node(of: id) else { return "?" }
    let units = ancestors(of: id) + [node.unit]
    return units.dropFirst(units.count > 1 ? 1 : 0).map { $0.name ?? "?" }.joined(separator: " › ")
  }

  /// A unit and all below it.
  public func branch(of id: ID<Unit>) -> ArraySlice<Node> {
    guard let start = places[id] else { return [] }
    return nodes[start...(start + nodes[start].descendantCount)]
  }
}

extension UnitTree {
  private struct Builder {
    private var children: [ID<Unit>: [Unit]] = [:]
    private var roots: [Unit] = []
    private let all: [Unit]
    private(set) var nodes: [Node] = []
    private(set) var places: [ID<Unit>: Int] = [:]

    init(_ book: Book, on day: Day) {
      let table = book.units.table
      all = (0..<table.rowCount).compactMap { book.units[$0] }
        .filter { day.isWithin($0.validFrom, $0.validTo) }
        .sorted { ($0.code ?? "", $0.name ?? "") < ($1.code ?? "", $1.name ?? "") }
      let known = Set(all.map(\.id))
      for unit in all {
        if let parent = unit.parent, known.contains(parent) {
          children[parent, default: []].append(unit)
        } else {
          roots.append(unit)
        }
      }
    }

    mutating func build() {
      for root in roots { add(root, depth: 0) }
      for unit in all where places[unit.id] == nil { add(unit, depth: 0) }
    }

    private mutating func add(_ unit: Unit, depth: Int) {
      guard places[unit.id] == nil else { return }
      let index = nodes.count
      let below = children[unit.id] ?? []
      places[unit.id] = index
      nodes.append(Node(unit: unit, depth: depth, hasChildren: !below.isEmpty, descendantCount: 0))
      for child in below { add(child, depth: depth + 1) }
      nodes[index] = Node(
        unit: unit, depth: depth, hasChildren: !below.isEmpty, descendantCount: nodes.count - index - 1)
    }
  }
}
