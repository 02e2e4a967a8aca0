import JSONText
import JenjangDomain
import JenjangStore

/// Taking commits back, or repeating what was taken back, the last one first; shows its progress when there are many.
struct TakeBack: Job {
  private let parts: [Int]
  private let name: Text
  private let isRedo: Bool
  /// Records that were changed since are left as they are; the user was asked.
  private var isLeaving = false
  private let batch: RecordID?
  private var done = 0
  private var left: Set<RecordID> = []
  private var reader: CommitReader?

  /// `parts` ascend.
  init(_ parts: [Int], title: Text, _ view: View) {
    self.parts = parts
    name = title
    isRedo = false
    batch = parts.count > 1 ? view.session.newID() : nil
  }

  init(_ step: UndoStack.Step, isRedo: Bool, _ view: View) {
    parts = step.parts
    name = (step.title ?? TakeBack.title(of: step, view)).withoutSaved
    self.isRedo = isRedo
    batch = step.parts.count > 1 ? view.session.newID() : nil
  }

  var title: Text { isRedo ? Text("Mengulangi", en: "Repeating") : Text("Mengurungkan", en: "Taking back") }
  var progress: (done: Int, total: Int)? { (done, parts.count) }

  /// One commit at once, more as a job.
  func start(_ view: View) -> Effect {
    guard parts.count <= 1 else { return .start(self) }
    var job = self
    return job.advance(view.session) ?? .none
  }

  mutating func advance(_ session: Session) -> Effect? {
    var reader = self.reader ?? session.store.commitReader
    defer { self.reader = reader }
    let end = session.clock.milliseconds() + 20
    repeat {
      guard done < parts.count else { return finish(session) }
      let sequence = parts[parts.count - 1 - done]
      do throws(StoreError) {
        let part = batch.map { Transaction.Batch(id: $0, index: done + 1, count: parts.count) }
        let receipt = try session.takeBack(
          sequence, title: name, reader: &reader, batch: part, isLeaving: isLeaving)
        left.formUnion(receipt.left)
        done += 1
      } catch {
        return stopped(by: error, at: sequence, session)
      }
    } while session.clock.milliseconds() < end && done < parts.count
    return done < parts.count ? nil : finish(session)
  }

  private func finish(_ session: Session) -> Effect {
    let view = View(session)
    if !left.isEmpty { return .say(.partly(name, view.count(left.count)), .warn) }
    return .say(isRedo ? .redone(name) : .undone(name), .good)
  }

  func cancelled(_ session: Session) -> Effect {
    let view = View(session)
    return .say(.stopped(view.count(done), view.count(parts.count), isRedo: isRedo), .warn)
  }

  /// What was changed since is not written over without a word.
  private func stopped(by error: StoreError, at sequence: Int, _ session: Session) -> Effect {
    let view = View(session)
    guard case .conflict(let kind, let id, let fields) = error else {
      return .say(error.unsaved(in: session.store.book), .bad)
    }
    do throws(StoreError) {
      var reader = session.store.commitReader
      guard let commit = try reader.commit(sequence) else { return .say(error.sentence, .bad) }
      if parts.count == 1, commit.operations.count == 1 {
        return UndoConflict(commit, name: name).effect(kind, id, fields, view)
      }
      return ask(error, view)
    } catch {
      return .say(error.sentence, .bad)
    }
  }

  /// Some of many records were changed since: the others can be taken back without them.
  private func ask(_ error: StoreError, _ view: View) -> Effect {
    var rest = self
    rest.isLeaving = true
    rest.reader = nil
    return .push(
      Question(
        .question(name, isRedo: isRedo), [error.unsaved(in: view.book), .leaving],
        verb: Text("lakukan untuk yang lain", en: "do it for the others"), letter: view(.letter).first ?? "o",
        accepted: .start(rest)))
  }
}

extension TakeBack {
  /// What an earlier step was, as the journal says it.
  static func title(of step: UndoStack.Step, _ view: View) -> Text {
    if step.parts.count > 1 {
      let count = view.count(step.parts.count)
      return Text("kumpulan \(count) simpanan", en: "a batch of \(count) savings")
    }
    var reader = view.session.store.commitReader
    do throws(StoreError) {
      guard let commit = try reader.commit(step.origin), let first = commit.operations.first else {
        return .verbatim("no. \(step.origin)")
      }
      let subject = CommitText.subject(of: first, view)
      let line = CommitText.line(commit, view)
      return .verbatim(commit.operations.count > 1 || line.contains(subject) ? line : subject + ", " + line)
    } catch {
      return .verbatim("no. \(step.origin)")
    }
  }

  /// Told before an earlier step is taken back: what it was and when.
  static func announcement(of step: UndoStack.Step, isRedo: Bool, _ view: View) -> Text {
    let when = CommitText.time(step.time, view)
    let name = title(of: step, view)
    return isRedo
      ? Text("Ctrl-Y lagi mengulangi \(when): \(name.indonesian)", en: "Ctrl-Y again repeats \(when): \(name.english)")
      : Text(
        "Ctrl-Z lagi mengurungkan \(when): \(name.indonesian)", en: "Ctrl-Z again takes back \(when): \(name.english)")
  }
}

/// A single commit that cannot be taken back as it is: field by field the user decides.
private struct UndoConflict {
  let commit: Commit
  let name: Text

  init(_ commit: Commit, name: Text) {
    self.commit = commit
    self.name = name
  }

  func effect(_ kind: String, _ id: RecordID, _ fields: [String], _ view: View) -> Effect {
    let error = StoreError.conflict(kind: kind, id: id, fields: fields)
    guard case .update(_, _, let base, let changes)? = commit.inverse.operations.first,
      let type = view.book.table(kind)?.type,
      let row = view.book.table(kind)?.row(of: id), let object = view.book.table(kind)?.object(at: row)
    else { return .say(error.unsaved(in: view.book), .bad) }
    let specs = fields.compactMap { type.field($0) }
    guard specs.count == fields.count else { return .say(error.unsaved(in: view.book), .bad) }
    let lines = specs.map { spec in
      ConflictScreen.Line(
        spec, old: changes[spec.name]?.old, theirs: object[spec.name], mine: changes[spec.name]?.new,
        commit: newest(spec.name, id, view), view)
    }
    let (commit, name) = (commit, name)
    var screen = ConflictScreen(kind: kind, record: id, lines: lines) { outcomes in
      var changes = changes
      for outcome in outcomes { changes[outcome.field] = Change(old: outcome.theirs, new: outcome.value) }
      let operation = Operation.update(kind: kind, id: id, base: base, changes: changes)
      return .all([
        .pop,
        .commit(
          Transaction([operation], why: commit.why, undoes: commit.sequence), done: .undone(name), then: .none),
      ])
    }
    screen.heading = view(type.kind.title) + ": " + (view.label(of: id, kind: kind) ?? "")
    screen.oldTitle = Text("Simpanan itu", en: "That saving")
    screen.mineTitle = Text("Sebelumnya", en: "Before it")
    return .push(screen)
  }

  private func newest(_ field: String, _ id: RecordID, _ view: View) -> Commit? {
    do throws(StoreError) {
      return try view.session.store.history(of: id, limit: 20).first { $0.gives(field, of: id) }
    } catch { return nil }
  }
}

extension Text {
  /// What was saved, without the word that says so: `Tersimpan: Siti, Unit kerja` becomes `Siti, Unit kerja`.
  fileprivate var withoutSaved: Text {
    Text(
      indonesian.hasPrefix("Tersimpan: ") ? String(indonesian.dropFirst(11)) : indonesian,
      en: english.hasPrefix("Saved: ") ? String(english.dropFirst(7)) : english)
  }

  fileprivate static let letter = Text("l", en: "o")
  fileprivate static let leaving = Text(
    "Data yang sudah diubah lagi dibiarkan seperti sekarang, beserta riwayat orangnya.",
    en: "Records that were changed since are left as they are now, with the history of their person.")

  fileprivate static func undone(_ title: Text) -> Text {
    Text("Diurungkan: \(title.indonesian)  Ctrl-Y ulangi", en: "Undone: \(title.english)  Ctrl-Y redo")
  }
  fileprivate static func redone(_ title: Text) -> Text {
    Text("Diulangi: \(title.indonesian)", en: "Redone: \(title.english)")
  }
  fileprivate static func partly(_ title: Text, _ left: String) -> Text {
    Text(
      "Selesai, \(left) data dibiarkan karena sudah diubah lagi: \(title.indonesian)",
      en: "Done, \(left) records left since they were changed again: \(title.english)")
  }
  fileprivate static func stopped(_ done: String, _ all: String, isRedo: Bool) -> Text {
    let key = isRedo ? "Ctrl-Y" : "Ctrl-Z"
    return Text(
      "Dihentikan: \(done) dari \(all) selesai. \(key) meneruskan",
      en: "Stopped: \(done) of \(all) done. \(key) goes on")
  }
  fileprivate static func question(_ title: Text, isRedo: Bool) -> Text {
    isRedo
      ? Text("Ulangi \(title.indonesian)?", en: "Repeat \(title.english)?")
      : Text("Urungkan \(title.indonesian)?", en: "Take back \(title.english)?")
  }
}
