import JenjangDomain

/// What is wrong with the world; the user's data is as it was before.
public enum StoreError: Error, Equatable, Sendable {
  /// No store in this folder.
  case notFound(path: String)
  /// The folder is not empty, so no store was made in it.
  case notEmpty(path: String)
  /// A system call failed: what was done, on which file, the number of the error.
  case system(action: String, path: String, code: Int32)
  /// A line at or below the acknowledged head is not what was written.
  case damaged(file: String, line: Int, sequence: Int)
  /// Somebody changed the same fields since the user saw them; with what stands there now.
  case conflict(kind: String, id: RecordID, fields: [String])
  /// With what others saved meanwhile the record would break a rule; each problem names its field.
  case invalid(kind: String, id: RecordID, problems: [Problem])
  /// Another process held the lock for longer than we would wait; with what it says of itself.
  case busy(holder: String)
  /// The disk failed in the middle of saving: what was to be saved may be there or not, and opening again tells.
  case uncertain(Text)
  /// Others have the store open, or do what nobody can do beside them; says who, and to try again.
  case inUse(Text)
  /// Nothing can be saved, and why.
  case readOnly(Text)
  /// The surroundings are not safe, and why.
  case refused(Text)
  /// The actor's role lacks a right; says which.
  case forbidden(Text)
}

extension Text {
  static func notAFile(_ path: String) -> Text {
    Text("\(path) bukan berkas biasa", en: "\(path) is not an ordinary file")
  }

  static func behindLink(_ path: String, _ end: String) -> Text {
    Text(
      "\(path) adalah tautan; data tidak dibuka lewat tautan. Sebutkan foldernya sendiri: --data \(ShellWord(end))",
      en: "\(path) is a link; no store is opened through one. Name the folder itself: --data \(ShellWord(end))")
  }

  static func notAFolder(_ path: String) -> Text {
    Text("\(path) bukan folder", en: "\(path) is not a folder")
  }
}
