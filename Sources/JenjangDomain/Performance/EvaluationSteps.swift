/// A step that an evaluation takes as a whole, for one person or for many at once.
public enum EvaluationStep: String, Sendable, CaseIterable {
  /// The assessor is done; the superior can calibrate.
  case submit
  /// Back to the assessor's draft, before the person sees it.
  case takeBack
  /// The person sees it; the time for an objection begins with the receipt.
  case release
  /// The person has received it.
  case acknowledge

  public var title: Text {
    switch self {
    case .submit: Text("Kirim penilaian", en: "Submit the evaluation")
    case .takeBack: Text("Tarik kembali untuk diubah", en: "Take back to change it")
    case .release: Text("Sampaikan kepada pegawai", en: "Release to the person")
    case .acknowledge: Text("Catat telah diterima", en: "Record the receipt")
    }
  }

  /// What the message line says of so many.
  public func done(_ count: Int) -> Text {
    switch self {
    case .submit: Text("\(count) penilaian dikirim", en: "\(count) evaluations submitted")
    case .takeBack: Text("\(count) penilaian ditarik kembali", en: "\(count) evaluations taken back")
    case .release: Text("\(count) penilaian disampaikan", en: "\(count) evaluations released")
    case .acknowledge: Text("\(count) penilaian diterima", en: "\(count) evaluations received")
    }
  }
}

extension Evaluation {
  /// Why it cannot take a step now; nil when it can.
  public func refusal(of step: EvaluationStep, in book: Book) -> Text? {
    switch step {
    case .submit:
      guard state ?? .draft == .draft else { return .alreadySubmitted }
      return sent.problems(in: book).first { $0.severity == .error }?.text
    case .takeBack: return state == .submitted ? nil : state == .draft ? .isDraft : .isReleased
    case .release:
      guard state == .submitted else { return state == .draft ? .notSubmitted : .isReleased }
      return predicate == nil ? .noPredicate : nil
    case .acknowledge:
      return state == .released ? nil : state?.isReleased == true ? .alreadyReceived : .notReleased
    }
  }

  private var sent: Evaluation {
    var sent = self
    sent.state = .submitted
    return sent
  }

  /// The evaluation after a step that is not refused.
  public func after(_ step: EvaluationStep, on day: Day) -> Evaluation {
    var next = self
    switch step {
    case .submit:
      next.state = .submitted
      next.ratedOn = day
    case .takeBack:
      next.state = .draft
      (next.calibratedWork, next.calibratedBehaviour, next.calibrationReason) = (nil, nil, nil)
      (next.calibratedBy, next.calibratedOn) = (nil, nil)
    case .release:
      next.state = .released
      next.releasedOn = day
    case .acknowledge:
      next.state = .accepted
      next.acknowledgedOn = day
    }
    return next
  }

  /// With the superior's ratings beside the assessor's own; a rating equal to the assessor's is none.
  public func calibrated(
    work: ExpectationRating?, behaviour: ExpectationRating?, reason: String?, by person: ID<Employee>?, on day: Day
  ) -> Evaluation {
    var next = self
    next.calibratedWork = work == self.work ? nil : work
    next.calibratedBehaviour = behaviour == self.behaviour ? nil : behaviour
    let isCalibrated = next.calibratedWork != nil || next.calibratedBehaviour != nil
    next.calibrationReason = isCalibrated ? reason : nil
    next.calibratedBy = isCalibrated ? person : nil
    next.calibratedOn = isCalibrated ? day : nil
    return next
  }

  /// The last day on which the person can object; nil while nothing was received or no rule says it.
  public func objectionDeadline(by law: Law) -> Judgement<ObjectionDeadline.Output>? {
    var input = ObjectionDeadline.Input()
    input.received = acknowledgedOn
    guard acknowledgedOn != nil else { return nil }
    do throws(NoParameter) {
      return try ObjectionDeadline.judge(input, by: law)
    } catch {
      return Judgement(ObjectionDeadline.Output(), [error.finding])
    }
  }
}

extension Text {
  fileprivate static let alreadySubmitted = Text(
    "Penilaian ini sudah dikirim", en: "This evaluation is submitted already")
  fileprivate static let isDraft = Text("Penilaian ini masih draf", en: "This evaluation is still a draft")
  fileprivate static let isReleased = Text(
    "Sudah disampaikan kepada pegawai; perubahan lewat keberatan",
    en: "Released to the person; an objection is the way to change it")
  fileprivate static let notSubmitted = Text("Penilai belum mengirimnya", en: "The assessor has not submitted it")
  fileprivate static let noPredicate = Text("Predikatnya belum ada", en: "There is no predicate yet")
  fileprivate static let alreadyReceived = Text("Sudah diterima pegawai", en: "The person has received it")
  fileprivate static let notReleased = Text("Belum disampaikan kepada pegawai", en: "Not released to the person yet")
}
