/// Candidates in order by several keys of which the first counts most, and what that means for the seats.
///
/// Source: domain reference 7.4. Equal on every key at the last seat is never settled here.
struct Ranking {
  /// Places of the candidates as they were given, best first.
  let order: [Int]
  /// 1 for the best; equal on every key, equal rank; by place.
  let ranks: [Int]
  /// By place.
  let outcomes: [SeatOutcome]

  /// Keys by candidate, higher is better; nil keys mean that the candidate is not ranked.
  init(_ keys: [[Fraction]?], seats: Int) {
    let inOrder = keys.indices.filter { keys[$0] != nil }
      .sorted { first, second in
        guard let left = keys[first], let right = keys[second] else { return false }
        return left == right ? first < second : right.lexicographicallyPrecedes(left)
      }
    var ranks = [Int](repeating: 0, count: keys.count)
    var outcomes = [SeatOutcome](repeating: .out, count: keys.count)
    var start = 0
    while start < inOrder.count {
      let end = inOrder[start...].firstIndex { keys[$0] != keys[inOrder[start]] } ?? inOrder.endIndex
      for place in inOrder[start..<end] {
        ranks[place] = start + 1
        outcomes[place] = end <= seats ? .taken : start >= seats ? .reserve : .toDecide
      }
      start = end
    }
    order = inOrder
    self.ranks = ranks
    self.outcomes = outcomes
  }

  /// Places that share the last seat; empty when it is settled.
  var shared: [Int] { order.filter { outcomes[$0] == .toDecide } }

  /// The condition that the last seat is settled.
  func finding(_ rule: String, names: (Int) -> String?, basis: Text, certainty: Certainty) -> Finding {
    let names = shared.compactMap(names).joined(separator: ", ")
    return Finding(
      rule, Text("Kursi terakhir tidak diperebutkan", en: "The last seat is not shared"),
      shared.isEmpty ? .met : .cannotJudge, found: names.isEmpty ? nil : .verbatim(names), basis: basis,
      certainty: certainty)
  }
}

extension Fraction {
  /// A key by which the older person comes first.
  static func age(_ birth: Day?) -> Fraction { Fraction(-Int(birth?.number ?? .max)) }
}
