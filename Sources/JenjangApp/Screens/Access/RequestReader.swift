import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// A change request in a box: who asks for what on which proof, old and new side by side, and what hinders it now.
enum RequestReader {
  static func screen(_ id: RecordID, _ view: View) -> Reader {
    let rounds = RequestRounds(id, view)
    let actions = [
      Command<Reader>(
        "request.mend", Text("Perbaiki dan ajukan lagi", en: "Mend and send again"), keys: ["f7", "ctrl-e"],
        label: Text("Perbaiki", en: "Mend"), saves: true,
        refusal: { _, view in Requests.refusalToMend([id], view) }, run: { _, view in Requests.mend([id], view) }),
      Command<Reader>(
        "request.accept", Text("Terima usulan", en: "Accept the request"), keys: ["f10", "ctrl-s"],
        label: Text("Terima", en: "Accept"), saves: true,
        refusal: { _, view in Requests.refusalToDecide([id], view) },
        run: { _, view in Requests.accept(id, view) }),
      Command<Reader>(
        "request.return", Text("Kembalikan dengan alasan", en: "Return with a reason"), keys: ["f8"],
        label: Text("Kembalikan", en: "Return"), saves: true,
        refusal: { _, view in Requests.refusalToDecide([id], view) }, run: { _, _ in Requests.returning([id]) }),
      Command<Reader>(
        "request.withdraw", Text("Tarik kembali", en: "Withdraw"), keys: ["f6"],
        label: Text("Tarik", en: "Withdraw"), saves: true,
        refusal: { _, view in Requests.refusalToWithdraw([id], view) },
        run: { _, view in Requests.withdraw([id], view) }),
    ]
    return Reader(
      heading: { view in view(ChangeRequest.kind.title) }, actions: actions,
      write: { page, view in
        guard let request = view.book.changeRequests[ID(id)] else {
          return page.paragraph(view(view.book.refusal(toSee: id, kind: ChangeRequest.kind.name) ?? .isGone))
        }
        write(request, into: &page, view)
        rounds.write(into: &page, view)
      })
  }

  /// Several requests before they are accepted together: those that something hinders are left as they are.
  static func preview(_ ids: [RecordID]) -> Reader {
    let accept = Command<Reader>(
      "request.acceptAll", Text("Terima semua yang dapat diterima", en: "Accept all that can be"),
      keys: ["f10", "ctrl-s"], label: Text("Terima", en: "Accept"), saves: true,
      refusal: { _, view in Requests.refusalToDecide(ids, view) },
      run: { _, view in .all([.pop, .start(AcceptRequests(ids, batch: view.session.newID()))]) })
    return Reader(
      heading: { view in
        let count = view.count(ids.count)
        return view(Text("Terima \(count) usulan", en: "Accept \(count) requests"))
      }, actions: [accept],
      write: { page, view in
        for request in ids.compactMap({ view.book.changeRequests[ID($0)] }) {
          page.heading(request.summary ?? "", remark: person(request.requestedBy, view))
          let obstacles = request.obstacles(in: view.book)
          if obstacles.isEmpty { page.paragraph(view(.fits), indent: 2, role: .messageGood) }
          for obstacle in obstacles { page.paragraph("! " + view(obstacle), indent: 2, role: .messageBad) }
        }
      })
  }

  private static func write(_ request: ChangeRequest, into page: inout Page, _ view: View) {
    page.paragraph(request.summary ?? "")
    page.pairs([
      (view(Text("Keadaan", en: "State")), request.state.map { view($0.title) } ?? "-"),
      (view(Text("Pegawai", en: "Employee")), person(request.employee, view)),
      (view(Text("Diajukan", en: "Asked by")), person(request.requestedBy, view)),
      (view(Text("Tanggal", en: "On")), request.requestedOn?.display ?? "-"),
      (view(Text("Bukti", en: "Proof")), request.proof ?? "-"),
    ])
    if request.decidedOn != nil {
      if request.state == .submitted { page.paragraph(view(.sentAgain), role: .textMuted) }
      page.pairs([
        (view(Text("Diputus", en: "Decided by")), person(request.decidedBy, view)),
        (view(Text("Tanggal", en: "On")), request.decidedOn?.display ?? "-"),
        (view(Text("Alasan", en: "Reason")), request.returnReason.map { view($0.title) } ?? "-"),
        (view(Text("Jawaban", en: "Answer")), request.answer ?? "-"),
      ])
    }
    for operation in request.operations ?? [] { write(operation, into: &page, view) }
    guard request.state == .submitted, view.refusal(.decideRequests) == nil else { return }
    page.blank()
    for obstacle in request.obstacles(in: view.book) { page.paragraph("! " + view(obstacle), role: .messageBad) }
  }

  private static func person(_ id: ID<Employee>?, _ view: View) -> String {
    id.flatMap { view.book.label(of: $0.raw, kind: Employee.kind.name) } ?? "-"
  }

  /// Label, what stands now, what is asked for; a value that moved since is marked.
  private static func write(_ operation: JenjangDomain.Operation, into page: inout Page, _ view: View) {
    page.heading(view(ChangeWords(operation, in: view.book).headline))
    guard let table = view.book.table(operation.kind) else { return }
    let now = table.row(of: operation.id).flatMap { table.object(at: $0) }
    let after = operation.outcome(of: now)
    page.row("", view(.now), view(.asked), role: .textMuted)
    for field in table.type.fields where field.name != table.type.kind.owner {
      let (old, new) = (now?[field.name], after?[field.name])
      guard old != new || operation.changes(field.name) else { continue }
      let mark = operation.hasMoved(field.name, from: old) ? "! " : ""
      page.row(
        view(field.title), mark + FormValue.words(old, field, view), FormValue.words(new, field, view), role: .value)
    }
  }
}

extension JenjangDomain.Operation {
  fileprivate func changes(_ field: String) -> Bool {
    if case .update(_, _, _, let changes) = self { changes[field] != nil } else { false }
  }

  /// What stands there is neither what the asker saw nor what is asked for.
  fileprivate func hasMoved(_ field: String, from now: JSONValue?) -> Bool {
    guard case .update(_, _, _, let changes) = self, let change = changes[field] else { return false }
    return now != change.old && now != change.new
  }
}

extension Text {
  fileprivate static let sentAgain = Text(
    "Diajukan lagi sesudah diperbaiki. Putusan yang lalu:", en: "Sent again after mending. The decision before:")
  fileprivate static let isGone = Text("Usulan ini tidak ada lagi.", en: "This request is not there any more.")
  fileprivate static let fits = Text("Dapat diterima", en: "Can be accepted")
  fileprivate static let now = Text("SEKARANG", en: "NOW")
  fileprivate static let asked = Text("DIUSULKAN", en: "ASKED FOR")
}
