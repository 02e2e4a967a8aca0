/// How many of a unit's people should have a rating, or one of some ratings.
public struct RatingLimit: Sendable, Hashable {
  public enum Bound: String, Sendable, CaseIterable {
    case atMost = "<="
    case atLeast = ">="
    /// More than so many per cent: most of them.
    case more = ">"
    /// At least one person.
    case some = "ada"
  }

  public let predicates: [PerformancePredicate]
  public let bound: Bound
  public let percent: Int

  public init(_ predicates: [PerformancePredicate], _ bound: Bound, _ percent: Int) {
    self.predicates = predicates
    self.bound = bound
    self.percent = percent
  }

  /// The number of people that the limit means among so many.
  ///
  /// Source: domain reference 3.4: a maximum is rounded down, a minimum up.
  public func count(among people: Int) -> Int {
    let share = Fraction(Int128(percent * people), 100)
    return switch bound {
    case .atMost: share.floor
    case .atLeast: share.ceiling
    case .more: share.floor + 1
    case .some: 1
    }
  }

  public func holds(_ found: Int, among people: Int) -> Bool {
    bound == .atMost ? found <= count(among: people) : found >= count(among: people)
  }
}

extension RatingLimit: ParameterValue {
  /// `KURANG+BUTUH_PERBAIKAN >= 10`, in per cent; `KURANG ada` for at least one.
  public var typed: String {
    let names = predicates.map(\.rawValue).joined(separator: "+")
    return bound == .some ? "\(names) \(bound.rawValue)" : "\(names) \(bound.rawValue) \(percent)"
  }

  public init?(typed text: String) {
    let words = text.split(separator: " ")
    guard words.count >= 2, let bound = Bound(rawValue: String(words[1])) else { return nil }
    let predicates = words[0].split(separator: "+").compactMap { PerformancePredicate(rawValue: String($0)) }
    guard !predicates.isEmpty, predicates.count == words[0].split(separator: "+").count else { return nil }
    if bound == .some {
      guard words.count == 2 else { return nil }
      self.init(predicates, bound, 0)
    } else {
      guard words.count == 3, let percent = Int(words[2]), (0...100).contains(percent) else { return nil }
      self.init(predicates, bound, percent)
    }
  }

  public static var form: Text {
    Text("batas, misalnya SANGAT_BAIK <= 70 atau KURANG ada", en: "a limit: SANGAT_BAIK <= 70, or KURANG ada")
  }
}
