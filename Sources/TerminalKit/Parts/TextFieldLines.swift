/// Where the lines of an edited text break, and where its cursor stands among them.
extension TextField {
  /// The parts of the text that stand on one row each when it is `width` columns wide, broken at blanks where it can be.
  public func rows(width: Int) -> [Range<Int>] {
    let width = max(2, width)
    var rows: [Range<Int>] = []
    var start = 0
    var used = 0
    var afterBlank: Int?
    var place = 0
    while place < characters.count {
      let character = characters[place]
      if character == "\n" {
        rows.append(start..<place)
        (start, used, afterBlank) = (place + 1, 0, nil)
      } else {
        let columns = Width.of(String(character))
        if used + columns > width - 1 {
          let cut = afterBlank ?? place
          rows.append(start..<cut)
          used = characters[cut..<place].reduce(0) { $0 + Width.of(String($1)) }
          (start, afterBlank) = (cut, nil)
        }
        used += columns
        if character == " " { afterBlank = place + 1 }
      }
      place += 1
    }
    rows.append(start..<characters.count)
    return rows
  }

  /// The row of the cursor and the columns before it.
  public func position(in rows: [Range<Int>]) -> (row: Int, column: Int) {
    let row = rows.lastIndex { $0.lowerBound <= cursor } ?? 0
    let start = rows.isEmpty ? 0 : rows[row].lowerBound
    return (row, columns(from: start, to: cursor))
  }

  /// Moves to the row above or below; false, and nothing changed, when there is none.
  public mutating func moveLine(by step: Int, width: Int) -> Bool {
    let rows = rows(width: width)
    let (row, column) = position(in: rows)
    guard rows.indices.contains(row + step) else { return false }
    let target = rows[row + step]
    let isLast = row + step == rows.count - 1
    var place = target.lowerBound
    while place < target.upperBound, columns(from: target.lowerBound, to: place + 1) <= column { place += 1 }
    if !isLast, place == target.upperBound, place > target.lowerBound, characters[place] != "\n" { place -= 1 }
    move(to: place)
    return true
  }

  private func columns(from start: Int, to end: Int) -> Int {
    characters[start..<max(start, end)].reduce(0) { $0 + Width.of(String($1)) }
  }

  /// What a field of one row shows when it is `width` columns wide, and the column of the cursor in it.
  ///
  /// The start of the text is pushed out on the left so far that the cursor can be seen.
  public func window(width: Int) -> (text: String, cursor: Int) {
    let width = max(1, width)
    let start = firstVisible(width: width)
    var end = start
    while end < characters.count, columns(from: start, to: end + 1) <= width { end += 1 }
    return (String(characters[start..<end]), columns(from: start, to: cursor))
  }

  /// The first character shown, so that the cursor is in sight.
  func firstVisible(width: Int) -> Int {
    var start = 0
    while start < cursor, columns(from: start, to: cursor) > max(1, width) - 1 { start += 1 }
    return start
  }
}
