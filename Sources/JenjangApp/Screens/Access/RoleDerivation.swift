import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// What the heads of units say about supervisors: assignments to save at once, and what is damaged.
enum RoleDerivation {
  static func screen(_ view: View) -> Reader {
    let found = SupervisorProposals(view.book, on: view.today)
    let saving = Command<Reader>(
      "roles.save", Text("Simpan peran yang diusulkan", en: "Save the proposed roles"), keys: ["f10", "ctrl-s"],
      label: Text("Simpan", en: "Save"), saves: true,
      refusal: { _, _ in found.proposals.isEmpty ? .nothing : nil }, run: { _, view in save(found, view) })
    return Reader(
      heading: { view in view(Text("Atasan dari kepala unit", en: "Supervisors from heads of units")) },
      actions: [saving], write: { page, view in write(found, into: &page, view) })
  }

  private static func save(_ found: SupervisorProposals, _ view: View) -> Effect {
    let operations = found.proposals.map { proposal -> JenjangDomain.Operation in
      var assignment = RoleAssignment(id: ID(view.session.newID()))
      assignment.employee = proposal.employee
      assignment.role = .supervisor
      assignment.unit = proposal.unit
      assignment.from = proposal.from
      assignment.until = proposal.until
      if proposal.assignment != .definitive {
        assignment.assignment = proposal.assignment
        assignment.post = proposal.post
        assignment.actingFor = proposal.actingFor
      }
      return .create(kind: RoleAssignment.kind.name, id: assignment.id.raw, object: assignment.object)
    }
    let count = view.count(operations.count)
    return .commit(
      Transaction(operations), done: Text("\(count) peran atasan disimpan", en: "\(count) supervisor roles saved"),
      then: .pop)
  }

  private static func write(_ found: SupervisorProposals, into page: inout Page, _ view: View) {
    let count = view.count(found.proposals.count)
    page.heading(view(Text("DIUSULKAN", en: "PROPOSED")), remark: count)
    if found.proposals.isEmpty { page.paragraph(view(.nothing), role: .textMuted) }
    for proposal in found.proposals.prefix(limit) {
      page.item(person(proposal.employee, view), unit(proposal.unit, view) + acting(proposal, view), labelWidth: 34)
    }
    more(found.proposals.count, into: &page, view)
    guard !found.findings.isEmpty else { return }
    page.heading(view(Text("PERLU DIPERIKSA", en: "TO BE LOOKED AT")), remark: view.count(found.findings.count))
    page.paragraph(view(.neverWidens), role: .textMuted)
    for finding in found.findings.prefix(limit) { page.paragraph("! " + view(words(finding, view))) }
    more(found.findings.count, into: &page, view)
  }

  /// As Plt or Plh, for whom and until when; empty for who heads in the own right.
  private static func acting(_ proposal: SupervisorProposals.Proposal, _ view: View) -> String {
    guard proposal.assignment != .definitive, let until = proposal.until else { return "" }
    let whom = proposal.actingFor.map { ", " + person($0, view) } ?? ""
    return ", " + view(proposal.assignment.title) + whom + view(Text(" s.d. ", en: " until ")) + until.display
  }

  private static let limit = 500

  private static func more(_ count: Int, into page: inout Page, _ view: View) {
    guard count > limit else { return }
    let rest = view.count(count - limit)
    page.paragraph(view(Text("… dan \(rest) lagi", en: "… and \(rest) more")), role: .textMuted)
  }

  private static func unit(_ id: ID<Unit>, _ view: View) -> String {
    view.book.label(of: id.raw, kind: Unit.kind.name) ?? "?"
  }

  private static func person(_ id: ID<Employee>, _ view: View) -> String {
    view.book.label(of: id.raw, kind: Employee.kind.name) ?? "?"
  }

  private static func words(_ finding: SupervisorProposals.Finding, _ view: View) -> Text {
    switch finding {
    case .noHeadPost(let id):
      let name = unit(id, view)
      return Text("\(name): jabatan kepala belum ditentukan", en: "\(name): the post of the head is not set")
    case .noHead(let id):
      let name = unit(id, view)
      return Text("\(name): jabatan kepala tidak terisi", en: "\(name): nobody holds the post of the head")
    case .severalHeads(let id, let people):
      let (name, names) = (unit(id, view), people.map { person($0, view) }.joined(separator: ", "))
      return Text("\(name): lebih dari satu kepala, \(names)", en: "\(name): more than one head, \(names)")
    case .otherSupervisor(let id, let other):
      let (name, who) = (unit(id, view), person(other, view))
      return Text(
        "\(name): \(who) berperan atasan tetapi bukan kepalanya", en: "\(name): \(who) is supervisor but not its head")
    case .actingWithoutEnd(let id, let other):
      let (name, who) = (unit(id, view), person(other, view))
      return Text(
        "\(name): \(who) menjadi Plt/Plh tanpa tanggal akhir", en: "\(name): \(who) acts there without an end")
    case .actingTooLong(let id, let other, let day):
      let (name, who, end) = (unit(id, view), person(other, view), day.display)
      return Text(
        "\(name): peran Plt/Plh \(who) lebih lama daripada tugasnya, sampai \(end)",
        en: "\(name): \(who) has the acting role for longer than the assignment, which ends on \(end)")
    case .unitCircle(let units):
      let names = units.map { unit($0, view) }.joined(separator: " → ")
      return Text("Unit melingkar: \(names)", en: "Units in a circle: \(names)")
    case .supervisorCircle(let people):
      let names = people.map { person($0, view) }.joined(separator: " → ")
      return Text("Atasan melingkar: \(names)", en: "Superiors in a circle: \(names)")
    }
  }
}

extension Text {
  fileprivate static let nothing = Text("Tidak ada peran yang perlu ditambah", en: "No role needs to be added")
  fileprivate static let neverWidens = Text(
    "Yang tidak jelas tidak diusulkan, dan tidak pernah memperluas pandangan siapa pun.",
    en: "What is unclear is not proposed, and never widens what anybody sees.")
}
