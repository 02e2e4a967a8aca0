/// What a new plan begins with: the results of a template, those of an earlier plan, or nothing.
public enum PlanBeginning: String, Sendable, CaseIterable {
  /// Last year's plan where the person had one of the same level, else the template.
  case lastYear
  case template
  case empty

  public var title: Text {
    switch self {
    case .lastYear: Text("Salin tahun lalu, selebihnya templat", en: "Copy last year, else the template")
    case .template: Text("Templat menurut jabatan", en: "Template by post")
    case .empty: Text("Kosong", en: "Empty")
    }
  }
}

/// Makes the results, indicators and expectations of a plan out of another one or a template.
public struct PlanContents {
  private let book: Book
  private let newID: () -> RecordID

  public init(_ book: Book, newID: @escaping () -> RecordID) {
    self.book = book
    self.newID = newID
  }

  /// A template's results, numbered behind those that are there.
  public func operations(of results: [TemplateResult], in plan: ID<PerformancePlan>, after number: Int = 0)
    -> [Operation]
  {
    results.enumerated().flatMap { place, template -> [Operation] in
      var result = WorkResult(id: ID(newID()))
      result.plan = plan
      result.number = number + place + 1
      result.kind = template.kind
      result.text = template.text
      result.weight = template.weight
      var indicator = Indicator(id: ID(newID()))
      indicator.result = result.id
      indicator.aspect = template.aspect
      indicator.text = template.indicator
      indicator.target = template.target
      indicator.unit = template.unit
      return [.creating(result), .creating(indicator)]
    }
  }

  /// The results, indicators and expectations of another plan.
  ///
  /// A result goes on serving the superior's where that one has been copied too.
  public func operations(copying old: ID<PerformancePlan>, to plan: PerformancePlan, after number: Int = 0)
    -> [Operation]
  {
    let cycle = plan.cycle?.raw ?? plan.id.raw
    let results = book.workResults.storedOwned(by: old.raw).sorted { ($0.number ?? 0) < ($1.number ?? 0) }
    let copies = results.enumerated().flatMap { place, result -> [Operation] in
      var copy = result.copied(as: ID(cycle.derived(from: result.id.raw, plan.copySalt)))
      copy.plan = plan.id
      copy.number = number + place + 1
      copy.serves = served(result, cycle)
      let indicators = book.indicators.storedOwned(by: result.id.raw).map { indicator -> Operation in
        var copied = indicator.copied(as: ID(newID()))
        copied.result = copy.id
        return .creating(copied)
      }
      return [.creating(copy)] + indicators
    }
    let taken = Set(book.behaviourExpectations.storedOwned(by: plan.id.raw).compactMap(\.value))
    let expectations = book.behaviourExpectations.storedOwned(by: old.raw).compactMap { expectation -> Operation? in
      guard expectation.value.map({ !taken.contains($0) }) ?? false else { return nil }
      var copied = expectation.copied(as: ID(newID()))
      copied.plan = plan.id
      return .creating(copied)
    }
    return copies + expectations
  }

  /// The copy of what the old result served, in the same new cycle, when it is there; a result of the same cycle stays.
  private func served(_ result: WorkResult, _ cycle: RecordID) -> ID<WorkResult>? {
    guard let serves = result.serves, let old = book.workResults.stored(serves) else { return nil }
    if let plan = old.plan.flatMap({ book.performancePlans.stored($0) }), plan.cycle?.raw == cycle { return serves }
    let copy: ID<WorkResult> = ID(cycle.derived(from: serves.raw, 0))
    return book.workResults.stored(copy) == nil ? nil : copy
  }
}

extension PerformancePlan {
  /// Copies for the first part of a year are named by what they copy; those for later parts differ.
  fileprivate var copySalt: UInt64 {
    guard let start, start.month > 1 || start.dayOfMonth > 1 else { return 0 }
    return UInt64(bitPattern: Int64(start.number))
  }
}

extension Record {
  /// The same record under another identity.
  fileprivate func copied(as id: ID<Self>) -> Self { Self(id: id.raw, object: object) }
}
