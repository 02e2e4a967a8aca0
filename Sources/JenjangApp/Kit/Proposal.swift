import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// A change that the user may not save but may ask for: it becomes a change request that somebody else decides.
struct Proposal {
  private let operations: [JenjangDomain.Operation]
  private let asker: RecordID
  /// Attached files are kept with the request.
  private let files: [String: String]
  /// The request that is mended instead of making a new one.
  private let mended: (row: Row, request: ChangeRequest)?

  /// Nil when the change may be saved at once, or may not even be asked for.
  init?(_ transaction: Transaction, _ view: View) {
    let store = view.session.store
    guard let access = view.book.access, let asker = access.actor.person, store.readOnlyReason == nil,
      store.visitor?.isTrying != true, transaction.undoes == nil,
      access.refusal(of: transaction.operations, in: view.book) != nil,
      access.refusal(toPropose: transaction.operations, in: view.book) == nil
    else { return nil }
    operations = transaction.operations
    files = transaction.files
    self.asker = asker
    mended = transaction.mends.flatMap { id in
      guard let row = view.book.changeRequests.table.row(of: id), let request = view.book.changeRequests[row],
        request.isOpen, request.requestedBy?.raw == asker
      else { return nil }
      return (row, request)
    }
  }

  /// What a request asked for, to be sent again as it is with another proof.
  init?(again request: ChangeRequest, _ view: View) {
    guard let operations = request.operations else { return nil }
    var transaction = Transaction(operations)
    transaction.mends = request.id.raw
    self.init(transaction, view)
  }

  /// Asks for the proof, then puts the request into the queue and does what would have followed the saving.
  func prompt(_ view: View, then: Effect) -> Effect {
    let words = operations.prefix(3).flatMap { operation in
      let words = ChangeWords(operation, in: view.book)
      return [words.headline] + words.details.prefix(4)
    }
    return .push(
      Prompt(
        "request.proof", Text("Usulkan perubahan: buktinya", en: "Ask for the change: the proof"),
        text: mended?.request.proof ?? "", help: [.decided] + words,
        check: { text, _ in text.unicodeScalars.count > 2_000 ? .tooLong : nil },
        remark: { text, _ in text.allSatisfy(\.isWhitespace) ? .noProof : nil },
        done: { text, view in save(proof: text, view, then: then) }))
  }

  private func save(proof: String, _ view: View, then: Effect) -> Effect {
    let change = RequestedChange.text(operations)
    guard change.unicodeScalars.count <= 60_000 else { return .say(.tooLarge, .bad) }
    var request = ChangeRequest(id: ID(view.session.newID()))
    request.summary = summary(view)
    request.employee = operations.lazy.compactMap { person(of: $0, view) }.first.map { ID($0) }
    request.change = change
    let proof = proof.split(separator: " ").joined(separator: " ")
    request.proof = proof.isEmpty ? nil : proof
    request.requestedBy = ID(asker)
    request.requestedOn = view.today
    request.state = .submitted
    let words = request.summary ?? ""
    var transaction = Transaction([saving(request, view)])
    transaction.files = files
    return .all([
      .pop,
      .commit(
        transaction,
        done: Text("Diusulkan, menunggu putusan: \(words)", en: "Asked for, waiting for a decision: \(words)"),
        then: then),
    ])
  }

  /// A new request; or the mended one with what is different now, its earlier decision staying until the next.
  private func saving(_ request: ChangeRequest, _ view: View) -> JenjangDomain.Operation {
    let kind = ChangeRequest.kind.name
    guard let mended else { return .create(kind: kind, id: request.id.raw, object: request.object) }
    let (old, new) = (mended.request.object, request.object)
    var changes: [String: Change] = [:]
    for field in ["summary", "employee", "change", "proof", "requestedOn", "state"] where old[field] != new[field] {
      changes[field] = Change(old: old[field], new: new[field])
    }
    let table = view.book.changeRequests.table
    return .update(kind: kind, id: mended.request.id.raw, base: table.revision(of: mended.row), changes: changes)
  }

  /// The first change in words, and how many others go with it.
  private func summary(_ view: View) -> String {
    guard let first = operations.last else { return "" }
    let words = ChangeWords(first, in: view.book)
    let detail = if case .update = first { words.details.first.map { ", " + view($0) } ?? "" } else { "" }
    let more = operations.count > 1 ? " (+\(operations.count - 1))" : ""
    return String((view(words.headline) + detail).unicodeScalars.prefix(180)) + more
  }

  private func person(of operation: JenjangDomain.Operation, _ view: View) -> RecordID? {
    operation.kind == Employee.kind.name ? operation.id : operation.owner(in: view.book)
  }
}

extension Text {
  fileprivate static let decided = Text(
    "Peran Anda tidak menyimpan ini langsung; petugas kepegawaian memutusnya. Sebutkan buktinya: nomor SK atau ijazah, dan di mana berkasnya.",
    en:
      "Your role does not save this at once; an HR officer decides it. Name the proof: the decree or diploma, and where it is."
  )
  fileprivate static let noProof = Text(
    "Tanpa bukti usulan dapat dikembalikan", en: "Without a proof the request may be returned")
  fileprivate static let tooLong = Text("Paling panjang 2.000 huruf", en: "At most 2,000 characters")
  fileprivate static let tooLarge = Text(
    "Perubahan ini terlalu besar untuk satu usulan; bagilah", en: "This is too large for one request; divide it")
}
