import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

extension ScreenEntry {
  static let planTemplates = ScreenEntry(
    .planTemplates, title: Text("Templat SKP", en: "Plan templates"), group: .performance)
}

extension ListSpec {
  /// What plans of some posts begin with.
  static let planTemplates = ListSpec(
    name: "plan-templates", title: PlanTemplate.kind.plural, kind: PlanTemplate.kind.name,
    columns: ["name", "post", "positionKind", "unit", "validFrom", "validTo"], sort: Query.Sort("name"),
    open: { id, _, view in .push(ListScreen(.templateResults(of: ID(id), view), view: view)) },
    preview: { id, view in
      view.book.templateResults.owned(by: id).prefix(6).map { result in
        let target = [result.target, result.unit].compactMap(\.self).joined(separator: " ")
        return (String(result.number ?? 0), [result.text, target].compactMap(\.self).joined(separator: ": "))
      }
    }
  ).edited()

  /// The results of a template, in their order.
  static func templateResults(of template: ID<PlanTemplate>, _ view: View) -> ListSpec {
    var preset = TemplateResult(id: ID(template.raw))
    preset.template = template
    preset.number = (view.book.templateResults.owned(by: template.raw).compactMap(\.number).max() ?? 0) + 1
    preset.kind = .main
    preset.aspect = .quantity
    let name = view.book.planTemplates[template]?.name ?? ""
    var spec = ListSpec(
      name: "template-results", title: .verbatim(name), kind: TemplateResult.kind.name,
      columns: ["number", "text", "indicator", "target", "unit", "weight"], sort: Query.Sort("number"),
      conditions: [Query.Condition("template", .equals(template.raw.text))],
      open: { id, _, _ in .read(TemplateResult.kind.name, id) }
    ).edited(preset: preset.object)
    spec.create = { view in
      var object = preset.object
      let last = view.book.templateResults.owned(by: template.raw).compactMap(\.number).max() ?? 0
      object["number"] = .integer(Int64(last + 1))
      return .push(FormScreen.new(kind: TemplateResult.kind.name, preset: object, view: view))
    }
    return spec
  }
}
