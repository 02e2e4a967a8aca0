/// The templates that hold on a day, to find the one for a post: the post's own, else the kind's for the nearest unit.
public struct TemplateShelf {
  private let book: Book
  private var ofPost: [ID<Post>: PlanTemplate] = [:]
  private var ofKind: [PositionKind: [PlanTemplate]] = [:]
  private var results: [ID<PlanTemplate>: [TemplateResult]] = [:]

  public init(_ book: Book, on day: Day) {
    self.book = book
    for template in book.planTemplates.all {
      guard template.validFrom.map({ $0 <= day }) ?? true, template.validTo.map({ day <= $0 }) ?? true else { continue }
      results[template.id] = book.templateResults.owned(by: template.id.raw).sorted {
        ($0.number ?? 0, $0.id.raw) < ($1.number ?? 0, $1.id.raw)
      }
      if let post = template.post {
        ofPost[post] = ofPost[post] ?? template
      } else if let kind = template.positionKind {
        ofKind[kind, default: []].append(template)
      }
    }
  }

  public var isEmpty: Bool { ofPost.isEmpty && ofKind.isEmpty }

  /// The template for a position; nil when there is none.
  public func template(post: ID<Post>?, kind: PositionKind?, unit: ID<Unit>?) -> PlanTemplate? {
    if let own = post.flatMap({ ofPost[$0] }) { return own }
    guard let kind, let templates = ofKind[kind] else { return nil }
    if templates.contains(where: { $0.unit != nil }), let unit {
      for above in book.unitsAbove(unit) { if let own = templates.first(where: { $0.unit == above }) { return own } }
    }
    return templates.first { $0.unit == nil }
  }

  public func results(of template: ID<PlanTemplate>) -> [TemplateResult] { results[template] ?? [] }
}
