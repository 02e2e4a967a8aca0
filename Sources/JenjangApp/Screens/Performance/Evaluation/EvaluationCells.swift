import JenjangDomain
import TerminalKit

/// The cells in which an evaluation is typed: what each shows of it, and what typing there changes.
enum EvaluationCell: Hashable {
  case result(Int)
  case value(BehaviourValue)
  case work
  case behaviour
  case predicate
  case note
  case recommendation
  case recommendationNote
  case calibratedWork
  case calibratedBehaviour
  case calibrationReason

  /// Names it in drafts and columns.
  var key: String {
    switch self {
    case .result(let number): "r\(number)"
    case .value(let value): value.rawValue
    default: field
    }
  }

  /// The field of the record in which it lies.
  var field: String {
    switch self {
    case .result: "results"
    case .value(let value): value.field
    case .work: "work"
    case .behaviour: "behaviour"
    case .predicate: "predicate"
    case .note: "note"
    case .recommendation: "recommendation"
    case .recommendationNote: "recommendationNote"
    case .calibratedWork: "calibratedWork"
    case .calibratedBehaviour: "calibratedBehaviour"
    case .calibrationReason: "calibrationReason"
    }
  }

  private static let fixed: [EvaluationCell] = [
    .work, .behaviour, .predicate, .note, .recommendation, .recommendationNote, .calibratedWork, .calibratedBehaviour,
    .calibrationReason,
  ]
  private static let named = Dictionary(
    uniqueKeysWithValues: (fixed + BehaviourValue.allCases.map { EvaluationCell.value($0) }).map { ($0.key, $0) })

  init?(key: String) {
    if let cell = EvaluationCell.named[key] {
      self = cell
    } else if key.hasPrefix("r"), let number = Int(key.dropFirst()) {
      self = .result(number)
    } else {
      return nil
    }
  }

  /// What an evaluation says there, as a code or as text; empty where it says nothing.
  func text(of evaluation: Evaluation) -> String {
    switch self {
    case .result(let number): evaluation.results?[number]?.rawValue ?? ""
    case .value(let value): evaluation[value]?.rawValue ?? ""
    case .work: evaluation.work?.rawValue ?? ""
    case .behaviour: evaluation.behaviour?.rawValue ?? ""
    case .predicate: evaluation.predicate?.rawValue ?? ""
    case .note: evaluation.note ?? ""
    case .recommendation: evaluation.recommendation?.rawValue ?? ""
    case .recommendationNote: evaluation.recommendationNote ?? ""
    case .calibratedWork: evaluation.calibratedWork?.rawValue ?? ""
    case .calibratedBehaviour: evaluation.calibratedBehaviour?.rawValue ?? ""
    case .calibrationReason: evaluation.calibrationReason ?? ""
    }
  }

  func write(_ text: String, into evaluation: inout Evaluation) {
    let rating = ExpectationRating(rawValue: text)
    let words = text.isEmpty ? nil : text
    switch self {
    case .result(let number):
      var results = evaluation.results ?? ResultRatings()
      results[number] = rating
      evaluation.results = results.isEmpty ? nil : results
    case .value(let value): evaluation[value] = rating
    case .work: evaluation.work = rating
    case .behaviour: evaluation.behaviour = rating
    case .predicate: break
    case .note: evaluation.note = words
    case .recommendation: evaluation.recommendation = Recommendation(rawValue: text)
    case .recommendationNote: evaluation.recommendationNote = words
    case .calibratedWork: evaluation.calibratedWork = rating
    case .calibratedBehaviour: evaluation.calibratedBehaviour = rating
    case .calibrationReason: evaluation.calibrationReason = words
    }
  }

  /// How the cell is typed.
  var kind: GridCell {
    switch self {
    case .predicate: .fixed
    case .note: .text(maximum: 2_000)
    case .recommendationNote, .calibrationReason: .text(maximum: 1_000)
    case .recommendation: .choice(GridChoice.recommendations)
    default: .choice(GridChoice.ratings)
    }
  }

  /// How the value is described where two people gave different ones.
  func spec(_ title: Text) -> FieldSpec {
    switch self {
    case .note, .recommendationNote, .calibrationReason:
      FieldSpec(name: key, title: title, type: .note(maximum: 2_000))
    case .recommendation: FieldSpec(name: key, title: title, type: .code(Recommendation.list))
    default: FieldSpec(name: key, title: title, type: .code(ExpectationRating.list))
    }
  }
}

extension GridChoice {
  /// 1 below, 2 as expected, 3 above.
  static let ratings = [ExpectationRating.below, .asExpected, .above].map { rating in
    let digit = Character(String(rating.digit))
    return GridChoice(
      key: digit.unicodeScalars.first ?? "0", value: rating.rawValue, mark: String(digit), title: rating.title)
  }

  /// 1 reward to 5 move.
  static let recommendations = Recommendation.allCases.enumerated().map { place, recommendation in
    GridChoice(
      key: Unicode.Scalar(UInt8(place) + 0x31), value: recommendation.rawValue,
      mark: recommendation.title.indonesian, title: recommendation.title)
  }

  /// 5 excellent to 1 very poor.
  static let achievements = OrganisationPredicate.allCases.enumerated().map { place, predicate in
    let digit = UInt8(0x35) - UInt8(place)
    return GridChoice(
      key: Unicode.Scalar(digit), value: predicate.rawValue, mark: String(Character(Unicode.Scalar(digit))),
      title: predicate.title)
  }
}

extension Text {
  /// What the rating keys mean, on every screen that rates.
  static let ratingKeys = Text(
    "1 di bawah   2 sesuai   3 di atas ekspektasi   . kosong   = isi ke bawah",
    en: "1 below   2 as expected   3 above expectation   . clear   = fill down")
}
