import JenjangDomain

/// A store filled with generated people.
public enum DemoStore {
  /// The identity of the demo store of so many people and a seed, by which it is known again.
  public static func identity(employees: Int, seed: UInt64, performance: Bool = false) -> RecordID {
    let hasPlans = performance || employees <= DemoData.mostWithPerformance
    return RecordID(high: UInt64(employees) << 16 | UInt64(version) | (hasPlans ? 0x8000 : 0), low: seed)
  }

  /// Grows when the generator gives other people for the same seed.
  private static let version: UInt16 = 2

  /// Makes the store in a folder that is absent or empty; it appears when it is whole.
  ///
  /// `progress` is told the share that is done, 0 to 1.
  public static func make(
    at path: String, employees: Int, seed: UInt64, today: Day, performance: Bool = false, environment: Environment,
    progress: (Double) -> Void
  ) throws(StoreError) {
    let description = StoreDescription(
      agency: DemoData.agency, isDemo: true, store: identity(employees: employees, seed: seed, performance: performance)
    )
    try OutsideFile.makeFolders(above: path)
    let builder = try StoreBuilder(at: path, description: description, environment: environment)
    var data = DemoData(seed: seed, employees: employees, today: today, hasPerformance: performance ? true : nil)
    var made = 0
    while let operations = data.next() {
      try builder.append(operations, why: "demo")
      made += operations.count { $0.kind == Employee.kind.name }
      progress(Double(made) / Double(max(1, employees)))
    }
    try builder.finish()
  }
}
