import JenjangDomain

extension DocumentMaker {
  /// The PAK sheet of a person on a day: the rows, their sum, what rank and level need; nil outside functional posts.
  public func credit(of employee: ID<Employee>, on day: Day) -> PaperDocument? {
    guard let state = book.state(of: employee, on: day) else { return nil }
    let ledger = CreditLedger(of: PersonFacts(state, in: book, by: book.law))
    guard let level = ledger.level, let standing = ledger.standing else { return nil }
    var document = document(
      Text("Penetapan Angka Kredit", en: "Credit points decree"),
      subtitle: say(Text("Per \(day.display)", en: "As of \(day.display)")))
    document.parts = [
      .heading(say(Text("Pejabat fungsional", en: "The holder of the post"))),
      .pairs(identity(employee, on: day) + [DocumentPair(say(Text("Jenjang", en: "Level")), say(level.title))]),
      .heading(say(Text("Angka kredit", en: "Credit points"))), .table(rows(of: ledger, standing.output)),
      .heading(say(Text("Kebutuhan", en: "What is needed"))), .table(needs(standing.output)),
    ]
    let authority = ledger.counted.last?.authority ?? ""
    document.parts.append(
      .signatures([
        DocumentSignature(
          capacity: say(Text("Pejabat penetap angka kredit", en: "Decreed by")), name: "", number: "NIP",
          position: authority),
        signature(Text("Pejabat fungsional", en: "The holder of the post"), employee, on: day),
      ]))
    document.foot = foot([standing.findings.policy] + [say(.rounding)])
    return document
  }

  private func rows(of ledger: CreditLedger, _ output: CreditStanding.Output) -> DocumentTable {
    var table = DocumentTable(
      [
        .init(say(Text("Dari", en: "From"))), .init(say(Text("Sampai", en: "To"))),
        .init(say(Text("Asal", en: "Origin")), weight: 3), .init(say(Text("Bulan", en: "Months")), isNumber: true),
        .init(say(Text("Nomor PAK", en: "Decree")), weight: 2),
        .init(say(Text("Angka kredit", en: "Points")), isNumber: true),
      ], empty: say(Text("belum ada angka kredit", en: "no credit points yet")))
    table.append(["", "", say(Text("Angka kredit dasar", en: "Base points")), "", "", points(output.base)])
    for decree in ledger.counted {
      table.append([
        decree.start?.display ?? "", decree.end?.display ?? "",
        decree.predicate.map { say($0.title) } ?? decree.origin.map { say($0.title) } ?? "-",
        decree.months.map(String.init) ?? "", decree.number ?? "", points(decree.points?.rounded(3)),
      ])
    }
    table.sum = ["", "", say(Text("Jumlah", en: "Total")), "", "", points(output.total)]
    return table
  }

  private func points(_ points: Decimal?) -> String { points.map { say($0.words) } ?? "-" }

  private func needs(_ output: CreditStanding.Output) -> DocumentTable {
    var table = DocumentTable(
      [
        .init("", weight: 3), .init(say(Text("Perlu", en: "Needed")), isNumber: true),
        .init(say(Text("Lebih/kurang", en: "Excess/shortage")), isNumber: true),
        .init(say(Text("Bulan lagi (Baik)", en: "Months to go (Baik)")), isNumber: true),
      ], empty: "-")
    let rows = [
      (Text("Kenaikan pangkat", en: "Rank promotion"), output.forRank, output.rankBalance, output.monthsToRank),
      (Text("Kenaikan jenjang", en: "Level promotion"), output.forLevel, output.levelBalance, output.monthsToLevel),
    ]
    for (title, need, balance, months) in rows {
      table.append([say(title), points(need), points(balance), months.map(String.init) ?? "-"])
    }
    return table
  }
}

extension Text {
  fileprivate static let rounding = Text(
    "jumlah dihitung tepat, dibulatkan sekali ke dua desimal", en: "sums are exact and rounded once to two places")
}
