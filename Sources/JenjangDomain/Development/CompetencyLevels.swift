import JSONText

/// A level that somebody was found to have, and until when that counts.
public struct HeldLevel: Sendable, Hashable {
  public let mark: CompetencyMark
  public let assessment: ID<Assessment>
  public let date: Day
  /// The last day on which it counts.
  public let validUntil: Day
  public let instrument: AssessmentInstrument?

  public var level: Int { mark.level }
  public func isValid(on day: Day) -> Bool { day <= validUntil }
}

/// The newest level of each competency that people were found to have by a day, read from columns.
///
/// Levels whose time has run out are told too: they say what somebody once could, and count for nothing.
public struct CompetencyLevels {
  public let day: Day
  private let table: Table
  private let law: Law
  private let dates: DayCells
  private let states: CodeCells<AssessmentState>
  private let instruments: CodeCells<AssessmentInstrument>

  public init(_ book: Book, on day: Day, by law: Law? = nil) {
    self.day = day
    self.law = law ?? book.law
    table = book.assessments.table
    dates = DayCells(table, "date")
    states = CodeCells(table, "state")
    instruments = CodeCells(table, "instrument")
  }

  /// Whether any assessment of a person may tell of such a level: sure when it says no, and cheap.
  func mayHold(_ level: Int, by person: Row) -> Bool {
    table.rows(ownedBy: person).contains { row in
      var last: UInt8 = 0
      // A level stands behind a blank, perhaps with a zero before it; so may a code, for which no harm is done.
      return table.storedValue("levels", at: row)?.text?.utf8.contains { byte in
        defer { last = byte }
        return last == 0x20 && (byte == 0x30 || byte >= 0x30 + UInt8(level) && byte <= 0x39)
      } ?? false
    }
  }

  /// The newest levels of a person by code, as far as the actor sees the assessments.
  public func held(by person: Row) -> [String: HeldLevel] {
    var held: [String: HeldLevel] = [:]
    for row in table.rows(ownedBy: person) {
      guard let date = dates[row], date <= day, states[row]?.counts == true, instruments[row]?.counts != false,
        let text = table.storedValue("levels", at: row)?.text, let marks = CompetencyMarks(text),
        let until = try? AssessmentValidity.lastDay(ofAssessedOn: date, by: law)
      else { continue }
      let id = ID<Assessment>(table.id(of: row))
      for (code, mark) in marks.all {
        held[code] = HeldLevel(
          mark: mark, assessment: id, date: date, validUntil: until.value, instrument: instruments[row])
      }
    }
    return held
  }
}
