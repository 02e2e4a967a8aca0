import JenjangDomain

/// By what a report of mentoring is told.
public enum MentoringGrouping: Sendable {
  case programmes
  case units
  case mentors
}

extension DocumentMaker {
  /// What mentoring came to in a year or in all time, as the user sees it.
  public func mentoring(year: Int?, by grouping: MentoringGrouping) -> PaperDocument {
    let report = MentoringReport(book, year: year)
    var document = document(
      Text("Laporan bimbingan", en: "Mentoring report"), subtitle: say(MentoringReport.span(year)))
    document.parts = [
      .heading(say(Text("Seluruhnya", en: "Altogether"))), .pairs(pairs(report.total)),
      .heading(say(grouping.title)), .table(table(report, grouping)),
    ]
    let causes = PairEndCause.allCases.compactMap { cause in
      report.total.causes[cause].map { DocumentPair(say(cause.title), String($0)) }
    }
    if !causes.isEmpty {
      document.parts += [.heading(say(Text("Dihentikan lebih awal", en: "Ended early"))), .pairs(causes)]
    }
    document.foot = foot([policy])
    return document
  }

  /// What a mentor did, for recognition: who was mentored, for how long, and what came of it.
  public func mentor(_ person: ID<Employee>, year: Int?) -> PaperDocument? {
    let report = MentoringReport(book, year: year)
    guard let line = report.mentors.first(where: { $0.person == person }) else { return nil }
    var document = document(
      Text("Laporan pembimbing", en: "Mentor's report"), subtitle: say(MentoringReport.span(year)))
    var table = DocumentTable(
      [
        .init(say(Text("Peserta", en: "Mentee")), weight: 3), .init(say(Text("Mulai", en: "From"))),
        .init(say(Text("Keadaan", en: "State")), weight: 2), .init(say(Text("Sesi", en: "Sessions")), isNumber: true),
        .init(say(Text("Tujuan", en: "Goal")), weight: 4),
      ], empty: say(.noPairs))
    for pair in report.pairs where pair.mentor == person {
      table.append([
        name(pair.mentee), pair.start?.display ?? "-", pair.state.map { say($0.title) } ?? "-",
        String(PairActivity(pair, in: book, on: book.day).sessions), pair.goal ?? "",
      ])
    }
    document.parts = [
      .heading(say(PairSide.mentor.title)), .pairs(identity(person, on: book.day)),
      .heading(say(MentoringPair.kind.plural)), .table(table), .heading(say(Text("Jumlah", en: "Total"))),
      .pairs(pairs(line.figures)),
      .signatures([
        DocumentSignature(
          capacity: say(Text("Mengetahui, pengelola kepegawaian", en: "Seen by the personnel office")), name: "",
          number: "NIP", position: ""),
        signature(PairSide.mentor.title, person, on: book.day),
      ]),
    ]
    document.foot = foot([policy])
    return document
  }

  private func pairs(_ figures: MentoringReport.Figures) -> [DocumentPair] {
    let states = PairState.allCases.compactMap { state in
      figures.states[state].map { DocumentPair(say(state.title), String($0)) }
    }
    return [DocumentPair(say(Text("Pasangan", en: "Pairs")), String(figures.pairs))] + states + [
      DocumentPair(say(Text("Tanpa sesi terlalu lama", en: "Silent for too long")), String(figures.silent)),
      DocumentPair(say(MentoringSession.kind.plural), String(figures.sessions)),
      DocumentPair(say(Text("Menit", en: "Minutes")), String(figures.minutes)),
      DocumentPair(say(Text("JP bagi masing-masing", en: "Lesson hours for each")), String(figures.hours)),
      DocumentPair(
        say(Text("Sasaran tercapai", en: "Goals reached")), "\(figures.reached) / \(figures.goals)"),
      DocumentPair(
        say(Text("Kemajuan rata-rata", en: "Mean progress")), figures.meanProgress.map { "\($0)%" } ?? "-"),
      DocumentPair(
        say(Text("Tingkat kurang, awal dan kini", en: "Levels missing, before and now")),
        "\(figures.gapBefore) / \(figures.gapAfter)"),
      DocumentPair(say(Text("Kepuasan peserta (1-4)", en: "Mentees' satisfaction (1-4)")), mark(figures, .mentee)),
      DocumentPair(say(Text("Kepuasan pembimbing (1-4)", en: "Mentors' satisfaction (1-4)")), mark(figures, .mentor)),
    ]
  }

  private func mark(_ figures: MentoringReport.Figures, _ side: PairSide) -> String {
    figures.satisfaction(of: side).map { say(Decimal(units: Int64($0), scale: 1).words) } ?? "-"
  }

  private func table(_ report: MentoringReport, _ grouping: MentoringGrouping) -> DocumentTable {
    var table = DocumentTable(
      [
        .init(say(grouping.head), weight: 5), .init(say(Text("Pasangan", en: "Pairs")), isNumber: true),
        .init(say(Text("Berjalan", en: "Running")), isNumber: true),
        .init(say(Text("Dihentikan", en: "Early")), isNumber: true),
        .init(say(Text("Diam", en: "Silent")), isNumber: true),
        .init(say(Text("Sesi", en: "Sessions")), isNumber: true),
        .init("JP", isNumber: true), .init(say(Text("Maju", en: "Progress")), isNumber: true),
        .init(say(Text("Gap awal/kini", en: "Gap before/now")), isNumber: true),
        .init(say(Text("Puas", en: "Satisf.")), isNumber: true),
      ], empty: say(.noPairs))
    for (name, figures) in lines(report, grouping) { table.append(cells(name, figures)) }
    table.sum = cells(say(Text("Jumlah", en: "Total")), report.total)
    return table
  }

  private func lines(_ report: MentoringReport, _ grouping: MentoringGrouping) -> [(String, MentoringReport.Figures)] {
    switch grouping {
    case .programmes:
      report.programmes.map { line in
        (line.id.map { book.mentoringProgrammes[$0]?.name ?? "?" } ?? say(.noProgramme), line.figures)
      }
    case .units:
      report.units.map { line in
        (String(repeating: "  ", count: line.depth) + (book.units[line.unit]?.name ?? "?"), line.figures)
      }
    case .mentors: report.mentors.map { (name($0.person), $0.figures) }
    }
  }

  private func cells(_ name: String, _ figures: MentoringReport.Figures) -> [String] {
    [
      name, String(figures.pairs), String(figures.running), String(figures.stopped), String(figures.silent),
      String(figures.sessions), String(figures.hours), figures.meanProgress.map { "\($0)%" } ?? "-",
      "\(figures.gapBefore)/\(figures.gapAfter)", mark(figures, .mentee),
    ]
  }

  /// The versions of the parameters that count silence and lesson hours.
  private var policy: String {
    let silence = try? book.law.require(MentoringMatch.silence, on: book.day).use
    let hours = try? book.law.require(LearningHours.conversion, on: book.day).use
    return [silence, hours].compactMap { $0?.text }.joined(separator: ", ")
  }
}

extension MentoringGrouping {
  fileprivate var title: Text {
    switch self {
    case .programmes: Text("Per program", en: "By programme")
    case .units: Text("Per unit, dengan unit di bawahnya", en: "By unit, with those below it")
    case .mentors: Text("Per pembimbing", en: "By mentor")
    }
  }

  fileprivate var head: Text {
    switch self {
    case .programmes: MentoringProgramme.kind.title
    case .units: Unit.kind.title
    case .mentors: PairSide.mentor.title
    }
  }
}

extension MentoringReport {
  fileprivate static func span(_ year: Int?) -> Text {
    year.map { Text("Tahun \($0)", en: "Year \($0)") } ?? Text("Sepanjang waktu", en: "All time")
  }
}

extension Text {
  fileprivate static let noPairs = Text("tidak ada pasangan", en: "no pairs")
  fileprivate static let noProgramme = Text("(di luar program)", en: "(no programme)")
}
