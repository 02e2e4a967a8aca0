import Glibc
import JSONText
import JenjangDomain

/// What was to be saved, as a file for another disk, when the store's disk failed in the middle of saving it.
///
/// Its lines are those of `jenjang apply`: what did survive after all is answered there as unchanged.
public enum RescueFile {
  /// One line for each operation.
  public static func bytes(of transaction: Transaction) -> [UInt8] {
    transaction.operations.flatMap { operation -> [UInt8] in
      var line = JSONObject()
      line["kind"] = .string(operation.kind)
      line["id"] = .string(operation.id.text)
      line["why"] = transaction.why.isEmpty ? nil : .string(transaction.why)
      switch operation {
      case .create(_, _, let object): line["set"] = .object(object)
      case .update(_, _, _, let changes):
        var set = JSONObject()
        for (name, change) in changes { set[name] = change.new ?? .null }
        line["set"] = .object(set)
      case .delete: line["delete"] = .bool(true)
      }
      return JSONWriter.bytes(.object(line)) + [10]
    }
  }

  /// A path on another file system than the store's where this user may write; in the home folder when there is none.
  public static func path(besides store: String, named name: String) -> String {
    let own = ReportFile.device(of: store)
    let variables: [String] = ["HOME", "XDG_RUNTIME_DIR", "TMPDIR"]
    let named = variables.compactMap { getenv($0).map { String(cString: $0) } }
    let folders = (named + ["/tmp", "/dev/shm"]).filter { access($0, W_OK) == 0 }
    let folder = folders.first { ReportFile.device(of: $0) != own } ?? "~"
    return folder + "/" + name
  }
}
