extension Book {
  /// A unit and those above it, the nearest first; ends where units lie in a circle.
  public func unitsAbove(_ unit: ID<Unit>) -> [ID<Unit>] {
    var chain: [ID<Unit>] = []
    var next: ID<Unit>? = unit
    while let unit = next, !chain.contains(unit) {
      chain.append(unit)
      next = units.stored(unit)?.parent
    }
    return chain
  }
}
