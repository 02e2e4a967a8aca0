/// A ruling on an objection, and the result that follows from it: both saved as one.
public struct RulingStep: Sendable {
  public var ruling: ObjectionRuling
  /// The ratings that take the place of those before; nil leaves one as it is.
  public var work: ExpectationRating?
  public var behaviour: ExpectationRating?
  public var reason: String?

  public init(
    _ ruling: ObjectionRuling, work: ExpectationRating? = nil, behaviour: ExpectationRating? = nil,
    reason: String? = nil
  ) {
    self.ruling = ruling
    self.work = work
    self.behaviour = behaviour
    self.reason = reason
  }

  /// The evaluation as it stands after the ruling: final, and with its predicate found anew where ratings changed.
  public func result(of evaluation: Evaluation, in book: Book) -> Evaluation {
    var ruled = evaluation
    ruled.state = .final
    guard ruling != .rejected else { return ruled }
    if let work, work != evaluation.finalWork { ruled.ruledWork = work }
    if let behaviour, behaviour != evaluation.finalBehaviour { ruled.ruledBehaviour = behaviour }
    let isChanged = ruled.ruledWork != evaluation.ruledWork || ruled.ruledBehaviour != evaluation.ruledBehaviour
    return isChanged ? ruled.judged(in: book) : ruled
  }

  /// Why it cannot be given; nil when it can.
  public func refusal(of evaluation: Evaluation, in book: Book) -> Text? {
    if (reason ?? "").allSatisfy(\.isWhitespace) { return .reasonMissing }
    guard ruling != .rejected else { return nil }
    let result = result(of: evaluation, in: book)
    if result.finalWork == evaluation.finalWork, result.finalBehaviour == evaluation.finalBehaviour {
      return .nothingChanges
    }
    return result.predicate == nil ? .noPredicate : nil
  }

  /// The objection as it stands after the ruling.
  public func outcome(of objection: Objection, by access: Access?, on day: Day) -> Objection {
    var ruled = objection
    ruled.state = .ruled
    ruled.ruling = ruling
    ruled.rulingReason = reason
    ruled.ruledBy = objection.ruler(access)
    ruled.ruledOn = day
    if ruled.heardOn == nil { ruled.heardOn = day }
    return ruled
  }

  /// The change of the evaluation, which belongs into the transaction of the ruling; nil when it is not there.
  public func operation(on objection: Objection, in book: Book) -> Operation? {
    objection.evaluation.flatMap { book.evaluations[$0] }.flatMap { book.saving(result(of: $0, in: book)) }
  }
}

extension Text {
  fileprivate static let reasonMissing = Text("Tuliskan alasan putusan", en: "Give the reason for the ruling")
  fileprivate static let nothingChanges = Text(
    "Pilih nilai baru: putusan yang mengabulkan mengubah nilainya",
    en: "Choose new ratings: upholding an objection changes them")
  fileprivate static let noPredicate = Text(
    "Nilai itu tidak memberi predikat", en: "Those ratings give no predicate")
}
