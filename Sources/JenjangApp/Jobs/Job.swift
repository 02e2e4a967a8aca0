import JenjangDomain
import TerminalKit

/// Long work done in slices between two keys, so that it shows progress and Ctrl-C ends it at once.
protocol Job {
  var title: Text { get }
  /// Parts done and parts in all, for the bar; nil while unknown.
  var progress: (done: Int, total: Int)? { get }
  /// Works for some 20 ms; gives what is to be done at the end, nil while there is more.
  mutating func advance(_ session: Session) -> Effect?
  /// What is to be done when the user stops it.
  func cancelled(_ session: Session) -> Effect
  /// Whether something would be left half done if it ended now: then no other work takes its place.
  var isMissed: Bool { get }
}

extension Job {
  var isMissed: Bool { true }
}

extension View {
  /// For work that draws nothing: words and cells in the user's language.
  init(_ session: Session) { self.init(session: session, size: Size(columns: 80, rows: 24), glyphs: .unicode) }
}
