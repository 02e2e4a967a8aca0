import JenjangDomain

/// What many screens offer for the person under their cursor; `person` gives nil while the cursor is on nobody.
extension Command {
  static func employeeFile(
    _ name: String, letter: Character = "f", none: Text = .chooseFirst,
    of person: @escaping (S, View) -> RecordID?
  ) -> Command {
    Command(
      name, Text("Buka berkas pegawai", en: "Open the person's file"), letter: letter,
      refusal: { screen, view in person(screen, view) == nil ? none : nil },
      run: { screen, view in person(screen, view).map { .push(EmployeeFile($0)) } ?? .none })
  }

  static func competence(
    _ name: String, keys: [String] = [], label: Text? = nil, letter: Character? = nil,
    of person: @escaping (S, View) -> RecordID?
  ) -> Command {
    Command(
      name, Text("Kompetensi orang ini", en: "The person's competence"), keys: keys, label: label, letter: letter,
      refusal: { screen, view in person(screen, view) == nil ? .chooseFirst : nil },
      run: { screen, view in person(screen, view).map { .push(CompetencePage(ID($0))) } ?? .none })
  }
}
