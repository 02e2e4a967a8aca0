import JenjangDomain

extension DocumentMaker {
  /// An objection with both sides, the hearing and the ruling.
  public func ruling(_ objection: Objection) -> PaperDocument {
    let evaluation = objection.evaluation.flatMap { book.evaluations[$0] }
    let period = evaluation?.period.flatMap { book.evaluationPeriods[$0] }
    let day = objection.ruledOn ?? objection.filedOn ?? book.day
    var document = document(
      Text("Putusan Keberatan atas Hasil Evaluasi Kinerja", en: "Ruling on an objection to an evaluation"),
      subtitle: period?.name ?? "")
    document.parts = [
      .heading(say(Text("Pegawai", en: "The person"))), .pairs(identity(objection.employee, on: day)),
      .heading(say(Text("Keberatan", en: "The objection"))),
      .pairs([
        DocumentPair(say(Text("Diajukan pada", en: "Filed on")), objection.filedOn?.display ?? "-"),
        DocumentPair(
          say(Text("Batas keberatan", en: "Last day to object")), objection.lastDay(in: book)?.display ?? "-"),
        DocumentPair(say(Text("Alasan diterima terlambat", en: "Why accepted late")), objection.lateReason ?? "-"),
        DocumentPair(say(Text("Bukti", en: "Evidence")), objection.evidence?.name ?? "-"),
      ]),
      .sides(
        DocumentPair(say(Text("Alasan pegawai", en: "The person's grounds")), objection.grounds ?? ""),
        DocumentPair(say(Text("Tanggapan pejabat penilai", en: "The assessor's answer")), objection.answer ?? "")),
      .heading(say(Text("Pemeriksaan", en: "The hearing"))), .paragraph(objection.hearing ?? "-"),
    ]
    document.parts += decision(objection, evaluation)
    document.parts.append(
      .signatures([
        signature(
          Text("Atasan pejabat penilai", en: "The assessor's superior"), objection.ruledBy ?? objection.hearer, on: day),
        signature(Text("Pegawai", en: "The person"), objection.employee, on: day),
      ]))
    document.foot = foot([evaluation?.policy])
    return document
  }

  private func decision(_ objection: Objection, _ evaluation: Evaluation?) -> [DocumentPart] {
    guard let ruling = objection.ruling else {
      return [.paragraph(say(Text("Belum diputus.", en: "Not ruled yet.")))]
    }
    var pairs = [
      DocumentPair(say(Text("Putusan", en: "Ruling")), say(ruling.title)),
      DocumentPair(say(Text("Diputus pada", en: "Ruled on")), objection.ruledOn?.display ?? "-"),
      DocumentPair(say(Text("Pertimbangan", en: "Reasons")), objection.rulingReason ?? "-"),
    ]
    if let evaluation {
      pairs += [
        DocumentPair(say(Text("Hasil kerja", en: "Work result")), rating(evaluation.finalWork)),
        DocumentPair(say(Text("Perilaku kerja", en: "Work behaviour")), rating(evaluation.finalBehaviour)),
        DocumentPair(
          say(Text("Predikat kinerja", en: "Performance rating")), evaluation.predicate.map { say($0.title) } ?? "-"),
      ]
    }
    let isFinal = Text("Putusan ini final.", en: "This ruling is final.")
    return [.heading(say(Text("Putusan", en: "Ruling"))), .pairs(pairs), .paragraph(say(isFinal))]
  }
}
