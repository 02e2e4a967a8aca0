import JenjangDomain

/// Makes the documents of performance from what a user sees of a store.
public struct DocumentMaker {
  let book: Book
  let language: Language
  private let origin: String

  public init(_ store: Store, on day: Day, in language: Language) {
    book = store.book
    self.language = language
    origin = store.origin(on: day, in: language)
  }

  public func objection(_ id: ID<Objection>) -> Objection? { book.objections[id] }

  func say(_ text: Text) -> String { text[language] }

  /// The foot of a document: by which versions of parameters, from where and when.
  func foot(_ policy: [String?]) -> [String] {
    let used = policy.compactMap(\.self).filter { !$0.isEmpty }
    let law = used.isEmpty ? [] : [say(Text("Dasar perhitungan: ", en: "Found by: ")) + used.joined(separator: ", ")]
    return law + [origin]
  }

  func document(_ title: Text, subtitle: String) -> PaperDocument {
    PaperDocument(say(title), subtitle: subtitle, language: language)
  }

  func name(_ id: ID<Employee>?) -> String {
    guard let id else { return "" }
    return book.employees[id]?.fullName ?? book.label(of: id.raw, kind: Employee.kind.name) ?? ""
  }

  func number(_ id: ID<Employee>?) -> String {
    guard let id, let number = book.employees[id]?.employeeNumber else { return "" }
    return "NIP " + EmployeeNumber.display(of: number)
  }

  /// Who somebody was on a day: name, number, rank, position, unit.
  func identity(_ id: ID<Employee>?, on day: Day, position: String? = nil, unit: ID<Unit>? = nil) -> [DocumentPair] {
    let state = id.flatMap { book.state(of: $0, on: day) }
    let place = unit ?? state?.position?.unit
    return [
      DocumentPair(say(Text("Nama", en: "Name")), name(id)),
      DocumentPair("NIP", number(id).split(separator: " ").dropFirst().joined(separator: " ")),
      DocumentPair(say(Text("Pangkat/golongan", en: "Rank and grade")), state?.grade.map { say($0.title) } ?? "-"),
      DocumentPair(say(Text("Jabatan", en: "Position")), position ?? state?.position?.title ?? "-"),
      DocumentPair(say(Text("Unit kerja", en: "Work unit")), place.flatMap { book.units[$0]?.name } ?? "-"),
    ]
  }

  func signature(_ capacity: Text, _ id: ID<Employee>?, on day: Day, position: String? = nil) -> DocumentSignature {
    let held = position ?? id.flatMap { book.state(of: $0, on: day)?.position?.title }
    return DocumentSignature(capacity: say(capacity), name: name(id), number: number(id), position: held ?? "")
  }

  func span(_ start: Day?, _ end: Day?) -> String {
    [start, end].map { $0?.display ?? "…" }.joined(separator: say(Text(" s.d. ", en: " to ")))
  }

  func rating(_ rating: ExpectationRating?) -> String { rating.map { say($0.title) } ?? "-" }
}

extension Store {
  /// From which store and which place in its journal a report was made.
  public func origin(on day: Day, in language: Language) -> String {
    let demo = description.isDemo ? Text(" (contoh)", en: " (demo)")[language] : ""
    return "\(description.agency)\(demo), \(day.display), no. \(head.anchor)"
  }
}
