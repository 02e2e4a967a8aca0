/// What a piece of text is for; the theme says how that looks.
///
/// The scope's prefix is its fallback.
public enum Role: UInt8, CaseIterable, Sendable {
  case text
  case textMuted
  case textStrong
  case textLink
  case title
  case titleContext
  case titleDemo
  case line
  case heading
  case label
  case value
  case row
  case rowCursor
  case rowMarked
  case rowMarkedCursor
  case columnHeader
  case columnSorted
  case match
  case tabActive
  case tabIdle
  case footer
  case footerKey
  case message
  case messageGood
  case messageWarn
  case messageBad
  case status
  case statusGood
  case statusWarn
  case statusBad
  case field
  case fieldEntry
  case fieldFocus
  case fieldFresh
  case fieldError
  case fieldReadonly
  case popup
  case popupBorder
  case popupTitle
  case popupCursor
  case popupKey
  case bar
  case barEmpty
  case chartFirst
  case chartSecond
  case chartThird
  case chartFourth
  case heatFirst
  case heatSecond
  case heatThird
  case heatFourth
  case heatFifth

  /// The dotted name in theme files: `row.marked.cursor` for `rowMarkedCursor`.
  public var scope: String {
    var scope = ""
    for letter in String(describing: self) {
      if letter.isUppercase { scope += "." }
      scope += letter.lowercased()
    }
    return scope
  }
}
