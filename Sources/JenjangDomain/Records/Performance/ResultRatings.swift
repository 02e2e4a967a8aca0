/// The rating of each work result of a plan by the result's number, kept as one text: `1 SESUAI, 2 DI_ATAS`.
///
/// One field and not a record each: a unit of 200 people is one row a person, and the rights are the evaluation's.
public struct ResultRatings: TextValue, Hashable {
  private var ratings: [Int: ExpectationRating] = [:]

  public init() {}

  public static var defaultType: FieldType { .text(maximum: 1_200) }

  /// Nil when the text is not of the form above or names a result twice.
  public init?(_ text: String) {
    for part in text.split(separator: ",") {
      let words = part.split(separator: " ")
      guard words.count == 2, let number = Int(words[0]), 1...99 ~= number, ratings[number] == nil,
        let rating = ExpectationRating(rawValue: String(words[1]))
      else { return nil }
      ratings[number] = rating
    }
  }

  public subscript(number: Int) -> ExpectationRating? {
    get { ratings[number] }
    set { ratings[number] = newValue }
  }

  public var isEmpty: Bool { ratings.isEmpty }
  public var numbers: [Int] { ratings.keys.sorted() }
  public var text: String {
    numbers.compactMap { number in ratings[number].map { "\(number) \($0.rawValue)" } }.joined(separator: ", ")
  }
}
