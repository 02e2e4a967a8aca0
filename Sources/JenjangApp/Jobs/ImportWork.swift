import JSONText
import JenjangDomain
import JenjangStore

/// One import under way: shared by the screen that shows it and the jobs that work on it.
final class ImportWork {
  enum Stage {
    case checking
    case checked
    /// Every right row is saved.
    case saved(rows: Int)
  }

  let kind: String
  let path: String
  var plan: ImportPlan
  var stage = Stage.checking
  /// What was saved before a stop, with which the rest is undone in one step; nil before the first saving.
  var batch: RecordID?
  /// Grows with each change of the plan, so that the screen knows when to look again.
  var version = 0

  init(kind: String, path: String, plan: ImportPlan) {
    self.kind = kind
    self.path = path
    self.plan = plan
  }

  /// Reads a file and begins a plan with the mapping of the last time.
  static func begin(kind: String, path: String, _ view: View) -> Result<ImportWork, Problem> {
    let bytes: [UInt8]
    do throws(StoreError) {
      let descriptor = try OutsideFile.open(path)
      bytes = try OutsideFile.contents(of: descriptor, path: path)
    } catch {
      return .failure(Problem(nil, error.sentence))
    }
    do throws(Problem) {
      let plan = try ImportPlan(
        kind: kind, file: bytes, book: view.book, environment: view.session.store.environment,
        language: view.language, remembered: view.session.files.read(.importMapping(kind: kind)))
      return .success(ImportWork(kind: kind, path: path, plan: plan))
    } catch {
      return .failure(error)
    }
  }
}

/// Judges every row of the file; saves nothing.
struct ImportTrial: Job {
  let work: ImportWork

  var title: Text { Text("Memeriksa berkas", en: "Checking the file") }
  var isMissed: Bool { false }
  var progress: (done: Int, total: Int)? { (Int(work.plan.progress * 1_000), 1_000) }

  mutating func advance(_ session: Session) -> Effect? {
    work.plan.advance(rows: 200, in: session.store.book)
    guard work.plan.isReady else { return nil }
    work.stage = .checked
    work.version += 1
    if work.plan.knowsNoColumn { return .say(.noHeadings, .warn) }
    let counts = work.plan.counts
    let ready = counts.created + counts.updated
    let view = View(session)
    let (right, wrong) = (view.count(ready), view.count(counts.refused))
    return .say(.tried(right, wrong, isRest: work.batch != nil), counts.refused > 0 ? .warn : .good)
  }

  func cancelled(_ session: Session) -> Effect {
    .say(Text("Pemeriksaan dihentikan; F5 melanjutkan.", en: "The check was stopped; F5 goes on."), .warn)
  }
}

/// Saves the right rows, some hundred in each commit; all of them are one step for undo.
struct ImportSaving: Job {
  private let work: ImportWork
  private var commits: ImportCommits
  private let rows: Int

  init(_ work: ImportWork) {
    self.work = work
    commits = work.plan.commits(why: "import", batch: work.batch)
    work.batch = commits.batch
    rows = work.plan.counts.created + work.plan.counts.updated
  }

  var title: Text { Text("Menyimpan", en: "Saving") }
  var progress: (done: Int, total: Int)? { (commits.done, max(1, commits.count)) }

  mutating func advance(_ session: Session) -> Effect? {
    guard let transaction = commits.next() else { return finish(session) }
    let path = work.path.split(separator: "/").last ?? ""
    do throws(StoreError) {
      try session.commit(transaction, title: Text("Impor \(path)", en: "Import of \(path)"))
      return nil
    } catch {
      return .all([restart(session), .say(error.unsaved(in: session.store.book), .bad)])
    }
  }

  private func finish(_ session: Session) -> Effect {
    work.stage = .saved(rows: rows)
    work.version += 1
    do throws(StoreError) {
      try session.files.write(work.plan.mapping.json, to: .importMapping(kind: work.kind))
    } catch {
      return .say(error.sentence, .warn)
    }
    let view = View(session)
    let count = view.count(rows)
    return .say(
      Text("\(count) baris tersimpan.  Ctrl-Z urungkan semuanya", en: "\(count) rows saved.  Ctrl-Z undoes all"), .good)
  }

  /// What was saved stays; the rest is judged again, and finds the saved rows unchanged.
  private func restart(_ session: Session) -> Effect {
    work.plan.restart()
    work.stage = .checking
    work.version += 1
    return .start(ImportTrial(work: work))
  }

  func cancelled(_ session: Session) -> Effect {
    .all([
      restart(session),
      .say(
        Text(
          "Dihentikan; yang sudah tersimpan tetap. F10 melanjutkan sisanya.",
          en: "Stopped; what was saved stays. F10 goes on with the rest."), .warn),
    ])
  }
}

/// Writes every proposal into its cell; the rows are judged again on the way.
struct ImportRepairs: Job {
  private let work: ImportWork
  private let repairs: [(row: Int, column: Int, text: String)]
  private var done = 0

  init(_ work: ImportWork, repairs: [(row: Int, column: Int, text: String)]) {
    self.work = work
    self.repairs = repairs
  }

  var title: Text { Text("Memakai usul perbaikan", en: "Taking the proposals") }
  var progress: (done: Int, total: Int)? { (done, max(1, repairs.count)) }

  mutating func advance(_ session: Session) -> Effect? {
    for repair in repairs[done..<min(repairs.count, done + 10)] {
      work.plan.fix(row: repair.row, column: repair.column, text: repair.text, in: session.store.book)
    }
    done = min(repairs.count, done + 10)
    guard done == repairs.count else { return nil }
    return finish()
  }

  private func finish() -> Effect {
    work.version += 1
    return .say(Text("\(done) usul dipakai", en: "\(done) proposals taken"), .good)
  }

  func cancelled(_ session: Session) -> Effect { finish() }
}

extension Text {
  fileprivate static let noHeadings = Text(
    "Tidak ada judul yang dikenal di baris pertama; Enter menentukan arti kolom",
    en: "The first line has no heading that is known; Enter says what a column is")
  fileprivate static func tried(_ right: String, _ wrong: String, isRest: Bool) -> Text {
    isRest
      ? Text(
        "Sisanya belum disimpan: \(right) baris siap, \(wrong) salah.",
        en: "The rest is not saved yet: \(right) rows ready, \(wrong) wrong.")
      : Text(
        "Belum ada yang disimpan: \(right) baris siap, \(wrong) salah.",
        en: "Nothing is saved yet: \(right) rows ready, \(wrong) wrong.")
  }
}
