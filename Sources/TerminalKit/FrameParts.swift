extension Frame {
  /// A horizontal line of one row.
  ///
  /// Drawn as U+2500; the terminal maps it to its glyph set.
  public mutating func line(x: Int, y: Int, width: Int, role: Role = .line) {
    fill(Rect(x: x, y: y, width: width, height: 1), "─", role: role)
  }

  /// A border around the inside edge of a rectangle, with a title on its top side.
  public mutating func box(_ area: Rect, title: String = "", role: Role = .popupBorder, titleRole: Role = .popupTitle) {
    guard area.width > 1, area.height > 1 else { return }
    line(x: area.x, y: area.y, width: area.width, role: role)
    line(x: area.x, y: area.bottom - 1, width: area.width, role: role)
    fill(Rect(x: area.x, y: area.y + 1, width: 1, height: area.height - 2), "│", role: role)
    fill(Rect(x: area.right - 1, y: area.y + 1, width: 1, height: area.height - 2), "│", role: role)
    put("┌", x: area.x, y: area.y, role: role)
    put("┐", x: area.right - 1, y: area.y, role: role)
    put("└", x: area.x, y: area.bottom - 1, role: role)
    put("┘", x: area.right - 1, y: area.bottom - 1, role: role)
    if !title.isEmpty, area.width > 6 {
      put(" " + title + " ", x: area.x + 2, y: area.y, role: titleRole, width: area.width - 4)
    }
  }

  /// The characters of a row, without blanks at its end.
  public func text(row: Int) -> String {
    var text = String.UnicodeScalarView()
    for cell in cells[row * size.columns..<(row + 1) * size.columns] where cell.width > 0 {
      text.append(Unicode.Scalar(cell.scalar) ?? "\u{FFFD}")
      guard cell.marks > 0 else { continue }
      for lane in 0..<4 where marks[Int(cell.marks) - 1][lane] != 0 {
        text.append(Unicode.Scalar(marks[Int(cell.marks) - 1][lane]) ?? "\u{FFFD}")
      }
    }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  /// All rows, for golden files.
  public var text: String { (0..<size.rows).map { text(row: $0) }.joined(separator: "\n") }

  /// A letter for the role of each cell of a row, a dot for plain text, without dots at its end.
  public func roleText(row: Int) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    var text = cells[row * size.columns..<(row + 1) * size.columns].map { cell -> Character in
      cell.role == Role.text.rawValue ? "." : letters[min(Int(cell.role) - 1, letters.count - 1)]
    }
    while text.last == "." { text.removeLast() }
    return String(text)
  }

  /// The roles of all rows, for golden files: the letter is the place of the role in `Role`.
  public var roleText: String { (0..<size.rows).map { roleText(row: $0) }.joined(separator: "\n") }
}
