import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

extension ScreenEntry {
  static let requests = ScreenEntry(
    .requests, group: .system,
    count: { view in
      let waiting = Query(conditions: [Query.Condition("state", .equals(RequestState.submitted.rawValue))])
      return view.count(view.book.changeRequests.table.rows(waiting).count)
    })
}

extension ListSpec {
  /// What was asked for and what became of it: everybody's own, and all that a decider may decide.
  static let requests = ListSpec(
    name: "requests", title: Text("Usulan perubahan", en: "Change requests"), kind: ChangeRequest.kind.name,
    columns: ["state", "requestedOn", "requestedBy", "employee", "summary"],
    sort: Query.Sort("requestedOn", descending: true),
    open: { id, _, view in .push(RequestReader.screen(id, view)) },
    preview: { id, view in preview(id, view) },
    commands: [
      Command(
        "requests.accept", Text("Terima yang ditandai", en: "Accept the marked"), letter: "t", saves: true,
        refusal: { list, view in Requests.refusalToDecide(list.chosen(view), view) },
        run: { list, view in .push(RequestReader.preview(Requests.submitted(list.chosen(view), view))) }),
      Command(
        "requests.return", Text("Kembalikan yang ditandai", en: "Return the marked"), letter: "k", saves: true,
        refusal: { list, view in Requests.refusalToDecide(list.chosen(view), view) },
        run: { list, view in Requests.returning(Requests.submitted(list.chosen(view), view)) }),
      Command(
        "requests.withdraw", Text("Tarik kembali usulan sendiri", en: "Withdraw one's own request"), letter: "c",
        saves: true, refusal: { list, view in Requests.refusalToWithdraw(list.chosen(view), view) },
        run: { list, view in Requests.withdraw(list.chosen(view), view) }),
      Command(
        "requests.mend",
        Text("Perbaiki usulan sendiri dan ajukan lagi", en: "Mend one's own request and send it again"),
        letter: "p", saves: true, refusal: { list, view in Requests.refusalToMend(list.chosen(view), view) },
        run: { list, view in Requests.mend(list.chosen(view), view) }),
    ])

  private static func preview(_ id: RecordID, _ view: View) -> [(label: String, value: String)] {
    guard let request = view.book.changeRequests[ID(id)] else { return [] }
    return [
      (view(Text("Bukti", en: "Proof")), request.proof ?? "-"),
      (view(Text("Alasan", en: "Reason")), request.returnReason.map { view($0.title) } ?? "-"),
      (view(Text("Jawaban", en: "Answer")), request.answer ?? "-"),
    ]
  }
}

/// What can be done with change requests.
enum Requests {
  /// Those among some that wait for a decision.
  private static func waiting(_ ids: [RecordID], _ view: View) -> [RecordID] {
    ids.filter { view.book.changeRequests[ID($0)]?.state == .submitted }
  }

  /// Those among some whose decision can be the user's: nobody decides what he asked for himself.
  static func submitted(_ ids: [RecordID], _ view: View) -> [RecordID] {
    let own = view.book.access?.actor.person
    return waiting(ids, view).filter { own == nil || view.book.changeRequests[ID($0)]?.requestedBy?.raw != own }
  }

  static func refusalToDecide(_ ids: [RecordID], _ view: View) -> Text? {
    if let missing = view.refusal(.decideRequests) { return missing }
    guard submitted(ids, view).isEmpty else { return nil }
    return waiting(ids, view).isEmpty ? .noneWaiting : .notAboutOneself
  }

  /// Only who asked may withdraw, and only before it is decided.
  static func refusalToWithdraw(_ ids: [RecordID], _ view: View) -> Text? {
    let own = view.book.access?.actor.person
    let requests = ids.compactMap { view.book.changeRequests[ID($0)] }
    guard !requests.isEmpty, requests.allSatisfy({ $0.requestedBy?.raw == own }) else { return .notYours }
    return requests.allSatisfy(\.isOpen) ? nil : .decided
  }

  /// Only who asked may mend, one request at a time, and only before it is decided for good.
  static func refusalToMend(_ ids: [RecordID], _ view: View) -> Text? {
    ids.count == 1 ? refusalToWithdraw(ids, view) : .oneAtATime
  }

  /// The form with what was asked for; where it is no single record, the proof alone.
  static func mend(_ ids: [RecordID], _ view: View) -> Effect {
    guard let request = ids.first.flatMap({ view.book.changeRequests[ID<ChangeRequest>($0)] }) else {
      return .say(.notYours, .warn)
    }
    if let form = FormScreen.mending(request, view: view) { return .push(form) }
    return Proposal(again: request, view)?.prompt(view, then: .none) ?? .say(.cannotMend, .warn)
  }

  /// The change and the new state of its request, in one commit.
  static func acceptance(_ id: RecordID, _ view: View) -> Transaction? {
    guard let request = view.book.changeRequests[ID(id)], let operations = request.operations,
      let decided = decision(id, .accepted, view)
    else { return nil }
    return Transaction(operations + [decided], why: view(.why(request)))
  }

  /// One request accepted, or why it cannot be.
  static func accept(_ id: RecordID, _ view: View) -> Effect {
    guard let request = view.book.changeRequests[ID(id)] else { return .say(.noneWaiting, .warn) }
    if let obstacle = request.obstacles(in: view.book).first { return .say(.notNow(obstacle), .bad) }
    guard let transaction = acceptance(id, view) else { return .say(.noneWaiting, .warn) }
    let words = request.summary ?? ""
    return .commit(transaction, done: Text("Diterima: \(words)", en: "Accepted: \(words)"), then: .pop)
  }

  /// The box with the reasons, then the line for more words.
  static func returning(_ ids: [RecordID]) -> Effect {
    .push(
      Chooser("request.reason", Text("Alasan pengembalian", en: "Reason for returning")) { query, view in
        ReturnReason.allCases.filter { Fuzzy.score(query, in: view($0.title)) != nil }.map { reason in
          Choice(title: view(reason.title), effect: .replace(answer(ids, reason)))
        }
      })
  }

  private static func answer(_ ids: [RecordID], _ reason: ReturnReason) -> Prompt {
    Prompt(
      "request.answer", Text("Jawaban kepada pengusul", en: "The answer to the person who asked"),
      help: [reason.title, .answerHelp],
      check: { text, _ in
        reason == .other && text.allSatisfy(\.isWhitespace) ? .needsWords : nil
      },
      done: { text, view in
        let operations = ids.compactMap { id in
          decision(id, .returned, view) { changes in
            changes["returnReason"] = Change(old: nil, new: .string(reason.rawValue))
            if !text.isEmpty { changes["answer"] = Change(old: nil, new: .string(text)) }
          }
        }
        let count = view.count(operations.count)
        return .all([
          .pop,
          .commit(
            Transaction(operations, why: reason.rawValue),
            done: Text("\(count) usulan dikembalikan", en: "\(count) requests returned"), then: .none),
        ])
      })
  }

  static func withdraw(_ ids: [RecordID], _ view: View) -> Effect {
    let operations = ids.compactMap { id -> JenjangDomain.Operation? in
      guard let (row, table, state) = standing(id, view) else { return nil }
      return .update(
        kind: ChangeRequest.kind.name, id: id, base: table.revision(of: row),
        changes: ["state": Change(old: .string(state.rawValue), new: .string(RequestState.withdrawn.rawValue))])
    }
    let count = view.count(operations.count)
    return .commit(
      Transaction(operations), done: Text("\(count) usulan ditarik", en: "\(count) requests withdrawn"), then: .none)
  }

  private static func standing(_ id: RecordID, _ view: View) -> (row: Row, table: Table, state: RequestState)? {
    let table = view.book.changeRequests.table
    guard let row = table.row(of: id), let state = view.book.changeRequests[row]?.state else { return nil }
    return (row, table, state)
  }

  /// The new state with who decided when; on the revision that was seen.
  private static func decision(
    _ id: RecordID, _ state: RequestState, _ view: View, _ more: (inout [String: Change]) -> Void = { _ in }
  ) -> JenjangDomain.Operation? {
    guard let (row, table, before) = standing(id, view), before == .submitted else { return nil }
    var changes: [String: Change] = [
      "state": Change(old: .string(before.rawValue), new: .string(state.rawValue)),
      "decidedOn": Change(old: nil, new: .string(view.today.iso)),
      // What was said in an earlier round stays in the journal.
      "returnReason": Change(old: nil, new: nil), "answer": Change(old: nil, new: nil),
    ]
    if let person = view.book.access?.actor.person {
      changes["decidedBy"] = Change(old: nil, new: .string(person.text))
    }
    more(&changes)
    return .update(kind: ChangeRequest.kind.name, id: id, base: table.revision(of: row), changes: changes)
  }
}

extension Text {
  fileprivate static let noneWaiting = Text(
    "Tidak ada usulan yang menunggu putusan di antara yang dipilih", en: "None of the chosen requests waits")
  fileprivate static let notYours = Text(
    "Hanya pengusulnya yang dapat menarik usulan", en: "Only the person who asked can withdraw a request")
  fileprivate static let oneAtATime = Text("Pilih satu usulan", en: "Choose one request")
  fileprivate static let cannotMend = Text(
    "Perubahan ini tidak dapat diajukan lagi oleh peran Anda; tarik usulannya",
    en: "Your role cannot ask for this change any more; withdraw the request")
  fileprivate static let decided = Text("Usulan ini sudah diputus", en: "This request was decided already")
  fileprivate static let answerHelp = Text(
    "Apa yang kurang, dan bagaimana melengkapinya. Pengusul membacanya di Beranda.",
    en: "What is missing and how to complete it. The person who asked reads it from Home.")
  fileprivate static let needsWords = Text(
    "Tulis alasannya: pilihan ini tidak menyebutkannya", en: "Write the reason: this choice does not say it")
  fileprivate static func notNow(_ obstacle: Text) -> Text {
    Text("Belum dapat diterima. \(obstacle.indonesian)", en: "Cannot be accepted now. \(obstacle.english)")
  }
  fileprivate static func why(_ request: ChangeRequest) -> Text {
    let day = request.requestedOn?.display ?? ""
    return Text("usulan \(day)", en: "request \(day)")
  }
}
