import JSONText

/// A time that somebody spends in one post, level and unit.
struct PostSpell: Hashable {
  var start: Day
  var end: Day
  /// The first position record of the spell.
  let position: Row
}

/// How a year of somebody's work divides by moves.
///
/// A new decree for the same post, level and unit is no move.
struct PostSpells {
  private let book: Book
  private let columns: StaffOnDay.Columns
  private let service: ServiceSpan

  init(_ book: Book) {
    self.book = book
    columns = StaffOnDay.Columns(book)
    service = ServiceSpan(book)
  }

  /// The spells of a person within some days, oldest first; empty for somebody without a position.
  func spells(of person: Row, from first: Day, to last: Day) -> [PostSpell] {
    let table = book.positionHistories.table
    let left = service.left(person)
    var spells: [PostSpell] = []
    for row in table.children.rows(of: person) {
      guard table.hasRow(row), table.isLive(row), (columns.assignment[row] ?? .definitive) == .definitive,
        let start = columns.start[row], start <= last
      else { continue }
      if let place = spells.indices.last, start <= spells[place].end { spells[place].end = start.adding(days: -1) }
      spells.append(PostSpell(start: start, end: min(last, columns.end[row] ?? last), position: row))
    }
    return joined(
      spells.compactMap { spell in
        var spell = spell
        spell.start = max(spell.start, first)
        if let left { spell.end = min(spell.end, left == Day(number: .min) ? left : left.adding(days: -1)) }
        return spell.start <= spell.end ? spell : nil
      })
  }

  private func joined(_ spells: [PostSpell]) -> [PostSpell] {
    spells.reduce(into: []) { joined, spell in
      if let place = joined.indices.last, joined[place].end.adding(days: 1) == spell.start,
        isSame(joined[place].position, spell.position)
      {
        joined[place].end = spell.end
      } else {
        joined.append(spell)
      }
    }
  }

  /// Whether two positions are the same post, level and unit.
  private func isSame(_ left: Row, _ right: Row) -> Bool {
    guard columns.unit[left] == columns.unit[right], columns.kind[left] == columns.kind[right],
      columns.post[left] == columns.post[right]
    else { return false }
    return columns.post[left] != nil || title(left) == title(right)
  }

  private func title(_ row: Row) -> String? { book.positionHistories.table.storedValue("title", at: row)?.text }
}
