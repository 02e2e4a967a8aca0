import JenjangDomain
import JenjangStore

/// Taking back and repeating what the user saved, in this run of the program and in earlier ones.
///
/// After a restart the journal is read for the user's own commits of the last seven days.
extension Session {
  static let undoDays: Int64 = 7

  /// The step that is taken back, or repeated, next; nil when there is none.
  func nextStep(isRedo: Bool) throws(StoreError) -> UndoStack.Step? {
    if let step = isRedo ? undoStack.redoable.last : undoStack.undoable.last { return step }
    guard !hasReadUndo else { return nil }
    try readUndo()
    return isRedo ? undoStack.redoable.last : undoStack.undoable.last
  }

  /// Builds the stack anew from the journal.
  private func readUndo() throws(StoreError) {
    hasReadUndo = true
    let own = store.author.by
    let oldest = store.now - Session.undoDays * 86_400_000
    var heads: [CommitHead] = []
    try store.heads { head in
      if head.by == own { heads.append(head) }
      return head.time >= oldest && heads.count < 5_000
    }
    var stack = UndoStack()
    for head in heads.reversed() where head.time >= oldest {
      stack.note(
        UndoStack.Entry(
          sequence: head.sequence, undoes: head.undoes, batch: head.batch?.id, title: titles[head.sequence],
          time: head.time, isEarlier: titles[head.sequence] == nil))
    }
    undoStack = stack
  }

  /// Commits the inverse of a commit; gives what was left, when `isLeaving` records that were changed since.
  @discardableResult
  func takeBack(
    _ sequence: Int, title: Text, reader: inout CommitReader, batch: Transaction.Batch? = nil, isLeaving: Bool = false
  ) throws(StoreError) -> Receipt {
    guard let commit = try reader.whole(sequence) else { throw .refused(.notThere(sequence)) }
    if commit.author.by != store.author.by, let refusal = store.book.access?.refusal(.undoOthers) {
      throw .forbidden(refusal)
    }
    if commit.operations.contains(where: store.book.isSecret) {
      undoStack.drop(sequence)
      throw .forbidden(.neverTakenBack)
    }
    guard !commit.isErasure, !commit.operations.isEmpty else {
      undoStack.drop(sequence)
      throw .refused(commit.isErasure ? .erasure(sequence) : .erased(sequence))
    }
    var inverse = commit.inverse
    inverse.batch = batch
    let receipt = try isLeaving ? store.commitLeavingChanged(inverse) : store.commit(inverse)
    guard receipt.isWritten else {
      undoStack.drop(sequence)
      return receipt
    }
    note(receipt, inverse, title: title)
    return receipt
  }

  /// Whether the role would let the user take back what was just saved; only asked of small commits.
  func mayTakeBack(_ saved: Transaction) -> Bool {
    guard let access = store.book.access, saved.operations.count <= 40 else { return true }
    return access.refusal(of: saved.operations.reversed().map(\.inverse), in: store.book) == nil
  }

  /// Keeps the way back from what was just saved.
  func note(_ receipt: Receipt, _ transaction: Transaction, title: Text) {
    guard receipt.isWritten else { return }
    titles[receipt.sequence] = title
    undoStack.note(
      UndoStack.Entry(
        sequence: receipt.sequence, undoes: transaction.undoes, batch: transaction.batch?.id, title: title,
        time: store.now))
  }
}

extension Text {
  fileprivate static let neverTakenBack = Text(
    "Frasa sandi tidak dapat diurungkan; pasang lagi lewat F2", en: "A passphrase is not taken back; set it anew by F2")

  fileprivate static func erasure(_ sequence: Int) -> Text {
    Text(
      "No. \(sequence) menghapus data atas perintah tertulis; itu tidak dapat diurungkan, datanya sudah tidak ada",
      en: "No. \(sequence) erased data by written order; that cannot be taken back, the data is no longer there")
  }

  fileprivate static func erased(_ sequence: Int) -> Text {
    Text(
      "Isi no. \(sequence) sudah dihapus atas perintah tertulis; tidak ada yang dapat diurungkan",
      en: "What no. \(sequence) held was erased by written order; there is nothing to take back")
  }

  fileprivate static func notThere(_ sequence: Int) -> Text {
    Text(
      "Perubahan no. \(sequence) tidak ada lagi di jurnal", en: "Change no. \(sequence) is not in the journal any more")
  }
}
