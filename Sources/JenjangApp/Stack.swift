/// The screens one on another; never empty, and its first one is Home.
struct Stack {
  private var below: [any Screen] = []
  var top: any Screen

  init(_ first: any Screen) { top = first }

  /// From the first to the top.
  var all: [any Screen] { below + [top] }
  var depth: Int { below.count + 1 }
  /// The screen under the top one.
  var previous: (any Screen)? { below.last }

  /// The place of the last screen that takes the whole body: those below it are not drawn.
  var firstVisible: Int { top.isOverlay ? below.lastIndex { !$0.isOverlay } ?? 0 : below.count }

  mutating func push(_ screen: any Screen) {
    below.append(top)
    top = screen
  }

  /// False when only the first screen is left, which stays.
  @discardableResult
  mutating func pop() -> Bool {
    guard let last = below.popLast() else { return false }
    top = last
    return true
  }

  /// Changes the screens that are drawn, in place.
  mutating func updateVisible(_ change: (inout any Screen) -> Void) {
    for index in below.indices.dropFirst(firstVisible) { change(&below[index]) }
    change(&top)
  }

  /// Changes each screen in place.
  mutating func update(_ change: (inout any Screen) -> Void) {
    for index in below.indices { change(&below[index]) }
    change(&top)
  }
}
