extension Employee {
  public func problems(in book: Book) -> [Problem] {
    numberProblems(on: book.day) + identityProblems + serviceProblems
  }

  /// Rules N1 to N9 of the employee number; N10, that nobody else bears it, is declared with the field.
  private func numberProblems(on today: Day) -> [Problem] {
    guard let employeeNumber else { return [] }
    let problems = EmployeeNumber.problems(employeeNumber, today: today)
    return problems + (EmployeeNumber(employeeNumber).map { mismatches(with: $0) } ?? [])
  }

  /// N9: what the number says and what the profile says; the decree of the person decides.
  func mismatches(with number: EmployeeNumber) -> [Problem] {
    var problems: [Problem] = []
    if let birthDate, birthDate != number.birthDate {
      problems.append(.mismatch("birthDate", .verbatim(number.birthDate.display), .verbatim(birthDate.display)))
    }
    if let sex, sex != number.sex { problems.append(.mismatch("sex", number.sex.title, sex.title)) }
    if let kind, kind.isContract != number.isContract {
      let said = number.isContract ? EmployeeKind.contract.title : EmployeeKind.permanent.title
      problems.append(.mismatch("kind", said, kind.title))
    }
    return problems
  }

  private var identityProblems: [Problem] {
    [
      .digits("nationalIdentity", nationalIdentity, count: 16), .digits("oldNumber", oldNumber, count: 9),
      email.flatMap { isAddress($0) ? nil : .email },
    ].compactMap(\.self)
  }

  private var serviceProblems: [Problem] {
    [
      birthDate.flatMap { Problem.order(start: $0, end: hireDate, field: "hireDate") },
      Problem.order(start: hireDate, end: permanentDate, field: "permanentDate"),
      Problem.order(start: hireDate, end: contractEnd, field: "contractEnd"),
      Problem.order(start: hireDate, end: legalStatusDate, field: "legalStatusDate"),
      supervisor == id
        ? Problem("supervisor", Text("Bukan atasan dirinya sendiri", en: "Nobody is their own superior")) : nil,
    ].compactMap(\.self)
  }

  /// Something before the only `@`, and a point after it.
  private func isAddress(_ text: String) -> Bool {
    let halves = text.split(separator: "@", omittingEmptySubsequences: false)
    return halves.count == 2 && !halves[0].isEmpty && halves[1].contains(".") && !text.contains(" ")
  }
}

extension Problem {
  fileprivate static func mismatch(_ field: String, _ number: Text, _ profile: Text) -> Problem {
    Problem(
      field,
      Text(
        "NIP menyebut \(number.indonesian), di sini \(profile.indonesian); SK yang menentukan",
        en: "The number says \(number.english), here \(profile.english); the decree decides"),
      severity: .warning, rule: "N9")
  }

  fileprivate static func digits(_ field: String, _ text: String?, count: Int) -> Problem? {
    guard let text, text.utf8.count != count || Day.digits(Array(text.utf8)[...]) == nil else { return nil }
    return Problem(
      field, Text("Seharusnya \(count) angka", en: "It should have \(count) digits"), severity: .warning)
  }

  fileprivate static let email = Problem(
    "email", Text("Tidak tampak seperti alamat surel", en: "Does not look like an e-mail address"), severity: .warning)
}
