import JenjangDomain
import JenjangStore

/// What the program does for its store while the user rests: a long journal is shortened by a snapshot.
struct Upkeep {
  /// Milliseconds without a key that count as rest.
  static let rest = 30_000

  private var work: SnapshotWork?
  private var check: CheckWork?
  private var wasChecked = false
  private var chores = Chores()

  /// Begins what is due, takes note of what has ended; gives what went wrong.
  mutating func look(_ session: Session, idle milliseconds: Int) -> Text? {
    if let outcome = work?.outcome {
      work = nil
      session.store.noteSnapshot()
      if case .failed(let error) = outcome { return error.sentence }
    }
    if let findings = check?.findings {
      check = nil
      if let problem = findings.first { return noted(.damagedHistory(problem, findings.count), session) }
    }
    guard milliseconds >= Upkeep.rest else { return nil }
    return begin(session)
  }

  private mutating func begin(_ session: Session) -> Text? {
    let store = session.store
    if !wasChecked {
      wasChecked = true
      check = CheckWork.start(
        path: store.path, environment: store.environment, isReadOnly: store.readOnlyReason != nil)
    }
    if let warning = chores.look(at: store) { return noted(warning, session) }
    guard store.readOnlyReason == nil, work == nil, store.needsSnapshot else { return nil }
    work = SnapshotWork.start(
      path: store.path, options: OpenOptions(environment: store.environment, today: store.book.day))
    return nil
  }

  private func noted(_ text: Text, _ session: Session) -> Text {
    session.notice(text)
    return text
  }
}

extension Text {
  fileprivate static func damagedHistory(_ finding: VerifyReport.Finding, _ count: Int) -> Text {
    let place = finding.line.map { "\(finding.file):\($0)" } ?? finding.file
    return Text(
      "Riwayat lama rusak di \(place) (\(count) temuan); keadaan terkini utuh. Jalankan jenjang verify.",
      en: "Old history is damaged at \(place) (\(count) findings); the present state is whole. Run jenjang verify.")
  }
}
