import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// What became of a change request so far, as the journal tells it: asked, returned for which reason, mended, decided.
struct RequestRounds {
  private struct Step {
    let head: String
    var lines: [String] = []
  }

  private var steps: [Step] = []

  /// Reads the journal back to the day on which it was asked for.
  init(_ id: RecordID, _ view: View) {
    var commits: [Commit] = []
    var cursor: HistoryCursor?
    do throws(StoreError) {
      repeat {
        let part = try view.session.store.history(of: id, limit: 200, from: cursor)
        commits += part.commits
        cursor = part.next
      } while cursor != nil && !commits.contains { $0.begins(id) } && commits.count < 1_000
    } catch {
      // Without the journal the request itself still says its last decision.
      return
    }
    steps = commits.reversed().compactMap { RequestRounds.step($0, id, view) }
  }

  private static func step(_ commit: Commit, _ id: RecordID, _ view: View) -> Step? {
    let who = CommitText.author(commit, view)
    let time = CommitText.time(commit, view)
    for operation in commit.operations where operation.id == id {
      switch operation {
      case .create: return Step(head: "\(time)  \(view(.asked)), \(who)")
      case .delete: continue
      case .update(_, _, _, let changes):
        let state = changes["state"]?.new?.text.flatMap { RequestState(rawValue: $0) }
        let isMended = state == .submitted || state == nil && changes["change"] != nil
        let word = isMended ? Text.mended : state?.title ?? .changed
        var step = Step(head: "\(time)  \(view(word)), \(who)")
        if let reason = changes["returnReason"]?.new?.text.flatMap({ ReturnReason(rawValue: $0) }) {
          step.lines.append(view(Text("Alasan: ", en: "Reason: ")) + view(reason.title))
        }
        if let answer = changes["answer"]?.new?.text { step.lines.append(answer) }
        if let summary = changes["summary"] {
          step.lines.append(view(Text("Semula: ", en: "Before: ")) + (summary.old?.text ?? "-"))
          step.lines.append(view(Text("Menjadi: ", en: "Now: ")) + (summary.new?.text ?? "-"))
        }
        if let proof = changes["proof"] {
          step.lines.append(view(Text("Bukti: ", en: "Proof: ")) + (proof.new?.text ?? "-"))
        }
        return step
      }
    }
    return nil
  }

  /// Nothing while it was only asked for.
  func write(into page: inout Page, _ view: View) {
    guard steps.count > 1 else { return }
    page.heading(view(Text("RIWAYAT USULAN", en: "HISTORY OF THE REQUEST")))
    for step in steps {
      page.paragraph(step.head)
      for line in step.lines { page.paragraph(line, indent: 4, role: .textMuted) }
    }
  }
}

extension Commit {
  fileprivate func begins(_ id: RecordID) -> Bool {
    operations.contains { if case .create(_, id, _) = $0 { true } else { false } }
  }
}

extension Text {
  fileprivate static let asked = Text("Diajukan", en: "Asked for")
  fileprivate static let mended = Text("Diperbaiki dan diajukan lagi", en: "Mended and sent again")
  fileprivate static let changed = Text("Diubah", en: "Changed")
}
