/// Everything dated that is known of a person's career, newest first.
public struct CareerTimeline: Sendable {
  public struct Entry: Sendable {
    public let day: Day
    public let text: Text
    /// The kind and identity of the record it comes from.
    public let kind: String
    public let id: RecordID
  }

  public let entries: [Entry]

  /// Rows without a date are left out.
  public init(of id: ID<Employee>, in book: Book) {
    var entries: [Entry] = []
    func add<R: Record>(_ day: Day?, _ text: Text, _ record: R) {
      if let day { entries.append(Entry(day: day, text: text, kind: R.kind.name, id: record.id.raw)) }
    }
    if let employee = book.employees[id] {
      add(employee.hireDate, employee.hireText, employee)
      add(employee.permanentDate, Text("Diangkat menjadi PNS", en: "Made permanent"), employee)
      add(employee.legalStatusDate, employee.statusText, employee)
    }
    for rank in book.rankHistories.owned(by: id.raw) { add(rank.effectiveDate, rank.summary, rank) }
    let positions = book.positionHistories.owned(by: id.raw)
    let starts = Set(positions.compactMap(\.effectiveDate))
    for position in positions {
      add(position.effectiveDate, position.summary(in: book), position)
      if let after = position.endDate?.adding(days: 1), !starts.contains(after) {
        add(position.endDate, position.endText, position)
      }
    }
    for education in book.educations.owned(by: id.raw) { add(education.graduationDate, education.summary, education) }
    for training in book.trainings.owned(by: id.raw) { add(training.startDate, training.summary, training) }
    for award in book.awards.owned(by: id.raw) { add(award.date, award.summary, award) }
    for discipline in book.disciplines.owned(by: id.raw) {
      add(discipline.effectiveDate, discipline.summary, discipline)
      add(discipline.revokedDate ?? discipline.endDate, discipline.endText, discipline)
    }
    self.entries = entries.enumerated()
      .sorted { ($1.element.day, $1.offset) < ($0.element.day, $0.offset) }.map(\.element)
  }
}

extension Employee {
  fileprivate var hireText: Text {
    kind?.isContract ?? false
      ? Text("Mulai bekerja sebagai PPPK", en: "Began as contract civil servant")
      : Text("Diangkat sebagai CPNS", en: "Appointed as probationer")
  }

  fileprivate var statusText: Text {
    let title = legalStatus?.title ?? .verbatim("?")
    return Text("Kedudukan hukum: \(title.indonesian)", en: "Legal status: \(title.english)")
  }
}

extension RankHistory {
  fileprivate var summary: Text {
    let title = grade?.title ?? .verbatim("?")
    guard let reason = reason?.title else { return title }
    return Text("\(title.indonesian) (\(reason.indonesian))", en: "\(title.english) (\(reason.english))")
  }
}

extension PositionHistory {
  fileprivate func summary(in book: Book) -> Text {
    let acting = isDefinitive ? nil : assignment?.title
    let place = unit.flatMap { book.units[$0]?.name }.map { ", \($0)" } ?? ""
    let text = Text(name.indonesian + place, en: name.english + place)
    return acting.map { Text("\($0.indonesian): \(text.indonesian)", en: "\($0.english): \(text.english)") } ?? text
  }

  fileprivate var endText: Text {
    Text("Akhir jabatan: \(name.indonesian)", en: "End of position: \(name.english)")
  }
}

extension Education {
  fileprivate var summary: Text {
    let level = level?.title ?? .verbatim("?")
    let rest = [major, school].compactMap(\.self).map { ", \($0)" }.joined()
    return Text("Lulus \(level.indonesian)\(rest)", en: "Graduated: \(level.english)\(rest)")
  }
}

extension Training {
  fileprivate var summary: Text {
    let hours = lessonHours
    return Text(
      (name ?? "?") + (hours.map { " (\($0) JP)" } ?? ""), en: (name ?? "?") + (hours.map { " (\($0) hours)" } ?? ""))
  }
}

extension Award {
  fileprivate var summary: Text {
    Text("Penghargaan: \(name ?? "?")", en: "Award: \(name ?? "?")")
  }
}

extension Discipline {
  fileprivate var summary: Text {
    let title = kind?.title ?? .verbatim("?")
    return Text("Hukuman disiplin: \(title.indonesian)", en: "Disciplinary punishment: \(title.english)")
  }

  fileprivate var endText: Text { Text("Hukuman disiplin berakhir", en: "Disciplinary punishment over") }
}
