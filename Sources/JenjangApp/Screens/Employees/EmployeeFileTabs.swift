import JenjangDomain

/// One section of an employee's file.
struct FileTab {
  /// Its name for ever: commands are called after it.
  let name: String
  let title: Text
  /// For narrow windows.
  var short: Text?
  /// The histories it shows, one below the other; none for sections of another shape.
  var lists: [OwnedList] = []

  var isIdentity: Bool { name == "identity" }
  var isHistory: Bool { name == "changes" }

  /// Every section; a history of another kind costs one line.
  static let all = [
    FileTab(name: "identity", title: Text("Data diri", en: "Identity"), short: Text("Diri", en: "Who")),
    FileTab(
      "rank", Text("Pangkat", en: "Rank"), short: Text("Gol.", en: "Rank"), kind: "rank-histories",
      ["effectiveDate", "grade"] + service),
    FileTab(
      "position", Text("Jabatan", en: "Position"), short: Text("Jabatan", en: "Posts"), kind: "position-histories",
      ["effectiveDate", "title", "unit", "endDate", "positionKind", "assignment"] + decree),
    FileTab(
      "education", Text("Pendidikan", en: "Education"), short: Text("Didik", en: "School"), kind: "educations",
      ["graduationDate", "level", "major", "school", "diplomaNumber", "isRecognised"]),
    FileTab(
      "training", Text("Pelatihan", en: "Training"), short: Text("Diklat", en: "Courses"), kind: "trainings",
      ["startDate", "name", "lessonHours", "kind", "certificateNumber", "certificateEnd", "organiser"]),
    FileTab(
      name: "performance", title: Text("Kinerja", en: "Performance"), short: Text("Kinerja", en: "Perf."),
      lists: [
        OwnedList("performance-plans", ["start", "title", "state", "end", "assessor", "agreedOn"]),
        OwnedList("credit-decrees", ["end", "positionKind", "points", "predicate", "number", "months"]),
      ]),
    FileTab(
      name: "merit", title: Text("Penghargaan & disiplin", en: "Awards & discipline"),
      short: .verbatim("Merit"),
      lists: [
        OwnedList("awards", ["date", "name", "kind"] + decree),
        OwnedList("disciplines", ["effectiveDate", "kind", "endDate", "violation", "revokedDate"] + decree),
      ]),
    FileTab(
      "family", Text("Keluarga", en: "Family"), kind: "family-members",
      ["relation", "name", "birthDate", "sex", "receivesBenefit", "marriageDate", "occupation"]),
    FileTab(
      "documents", Text("Dokumen", en: "Documents"), short: Text("Dokumen", en: "Papers"), kind: "documents",
      ["date", "title", "kind", "number", "scan", "fileName", "issuer"]),
    FileTab(name: "changes", title: Text("Riwayat", en: "History"), short: Text("Riwayat", en: "Log")),
    FileTab(
      name: "competence", title: Text("Kompetensi", en: "Competence"), short: Text("Komp.", en: "Skills"),
      lists: [
        OwnedList("assessments", ["date", "instrument", "levels", "state", "releasedOn", "organiser"]),
        OwnedList("enrolments", ["start", "event", "state", "score", "certificateNumber", "lessonHours"]),
        OwnedList("development-plans", ["start", "name", "state", "superior", "agreedOn"]),
      ]),
    .mentoring,
    FileTab(
      "leave", Text("Cuti", en: "Leave"), kind: "leaves", ["start", "end", "kind", "state", "returnedOn"] + decree),
  ]

  private static let decree = ["decreeNumber", "decreeDate", "authority"]
  private static let service = ["reason", "decreeNumber", "decreeDate", "serviceYears", "serviceMonths", "authority"]

  init(name: String, title: Text, short: Text? = nil, lists: [OwnedList] = []) {
    self.name = name
    self.title = title
    self.short = short
    self.lists = lists
  }

  private init(_ name: String, _ title: Text, short: Text? = nil, kind: String, _ columns: [String]) {
    self.init(name: name, title: title, short: short, lists: [OwnedList(kind, columns)])
  }
}
