import JenjangDomain
import Testing

/// What holds for every parameter of the catalog.
@Suite struct ParameterCatalogTests {
  private static let parameters = ParameterCatalog.families.flatMap(\.parameters)

  @Test func `keys are unique and each is found again`() {
    let keys = Self.parameters.map(\.key)
    #expect(Set(keys).count == keys.count)
    for key in keys { #expect(ParameterCatalog.parameter(key)?.key == key) }
  }

  @Test(arguments: parameters.map(\.key))
  func `each value can be typed as it is shown and says what it rests on`(_ key: String) throws {
    let parameter = try #require(ParameterCatalog.parameter(key))
    #expect(parameter.title.indonesian != parameter.title.english)
    let versions = parameter.versions(by: .national)
    for version in versions {
      #expect(parameter.read(version.text) == version.text)
      #expect(!version.basis.indonesian.isEmpty && !version.basis.english.isEmpty)
      #expect(version.certainty != .agency)
    }
    for (before, after) in zip(versions, versions.dropFirst()) {
      #expect((before.from ?? theDay("0001-01-01")) < (after.from ?? theDay("0001-01-01")))
    }
    // Each intake has pass marks of its own, decided shortly before it.
    let isOfIntake = key.hasPrefix("skd.marks")
    #expect((parameter.version(on: theDay("2026-11-24"), by: .national) == nil) == isOfIntake)
  }

  @Test func `an agency's value of a row counts and its neighbour stays`() throws {
    let law = Law.with("credit.coefficient.JF_MAHIR", "13.00")
    let earned = { (level: String) in
      try answer(
        "credit-points", #"{"entries": [{"year": 2025, "positionKind": "\#(level)", "predicate": "BAIK"}]}"#, by: law)
    }
    #expect(try earned("JF_MAHIR").text("points") == "13.00")
    #expect(try earned("JF_MAHIR").findings.first?.certainty == .agency)
    #expect(try earned("JF_TERAMPIL").text("points") == "5.00")
  }
}
