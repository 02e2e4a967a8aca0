/// Words that many rules say.
extension Text {
  static func count(years: Int) -> Text { Text("\(years) tahun", en: "\(years) years") }
  static func count(months: Int) -> Text { Text("\(months) bulan", en: "\(months) months") }
  static func count(days: Int) -> Text { Text("\(days) hari", en: "\(days) days") }
  static func count(people: Int) -> Text { Text("\(people) orang", en: "\(people) people") }
  static func day(_ day: Day) -> Text { .verbatim(day.display) }
  static func until(_ day: Day) -> Text { Text("sampai \(day.display)", en: "until \(day.display)") }
  static func from(_ day: Day) -> Text { Text("sejak \(day.display)", en: "from \(day.display)") }
  static func grade(_ grade: Grade) -> Text { .verbatim(grade.rawValue) }
  static func span(_ span: ClosedRange<Grade>) -> Text {
    .verbatim(
      span.lowerBound == span.upperBound
        ? span.lowerBound.rawValue : "\(span.lowerBound.rawValue)-\(span.upperBound.rawValue)")
  }

  /// The condition of a rating that is good enough.
  static let ratedGood = Text("Predikat kinerja paling rendah Baik", en: "Performance at least Baik")

  static func atLeast(_ text: Text) -> Text {
    Text("paling sedikit \(text.indonesian)", en: "at least \(text.english)")
  }
  static func atMost(_ text: Text) -> Text {
    Text("paling banyak \(text.indonesian)", en: "at most \(text.english)")
  }
}

/// Titles of fields that many rules ask for.
extension Text {
  /// The day whose law decides.
  static let lawDay = Text("Tanggal kejadian", en: "Day of the event")
  static let positionKind = Text("Jenis jabatan", en: "Kind of position")
  static let grade = Text("Golongan/ruang", en: "Grade")
  static let gradeSince = Text("TMT golongan", en: "Grade since")
  static let education = Text("Pendidikan", en: "Education")
  static let employmentKind = Text("Jenis pegawai", en: "Kind of employment")
  static let legalStatus = Text("Kedudukan hukum", en: "Legal status")
  static let echelon = Text("Eselon", en: "Echelon")
  static let predicate = Text("Predikat kinerja", en: "Performance rating")
  static let punishedUntil = Text("Menjalani hukuman sampai", en: "Serving a punishment until")
  static let lastRating = Text("Predikat tahun terakhir", en: "Rating of the last year")
  static let level = Text("Jenjang", en: "Level")
  static let region = Text("Daerah", en: "Region")
  static let addsHolidays = Text("Menambah libur daerah itu.", en: "Adds the holidays of that region.")
  static let birthDate = Text("Tanggal lahir", en: "Date of birth")
}
