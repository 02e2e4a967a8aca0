import Glibc
import JSONText
import JenjangDomain

/// A folder of small JSON files that belong to one user.
struct UserFolder {
  private let disk: PosixDisk

  /// Nil when there is no such folder or it cannot be opened.
  init?(opening path: String) {
    do throws(StoreError) { disk = try PosixDisk(path) } catch { return nil }
  }

  /// Makes the folder, and those above it, when they are not there.
  init(making path: String) throws(StoreError) {
    try OutsideFile.makeFolders(above: path + "/.")
    disk = try PosixDisk(path)
  }

  var names: [String] {
    do throws(StoreError) { return try disk.list("") } catch { return [] }
  }

  /// The object in a plain file of ours that is not too large; nil otherwise.
  func read(_ name: String) -> JSONObject? {
    do throws(StoreError) {
      guard let facts = try disk.facts(name), facts.kind == .file, facts.size <= UserFiles.maximumSize,
        facts.owner == getuid() || facts.owner == 0, let bytes = try disk.contents(name)
      else { return nil }
      do throws(JSONError) { return try JSONReader.value(bytes).object } catch { return nil }
    } catch { return nil }
  }

  /// Replaces a file by way of a new one, which is durable before it takes the name.
  func write(_ object: JSONObject, to name: String) throws(StoreError) {
    var bytes: [UInt8] = []
    JSONWriter.append(object, to: &bytes)
    bytes.append(0x0A)
    guard bytes.count <= UserFiles.maximumSize else { throw .refused(.tooLarge) }
    let new = ".\(name).\(getpid())"
    if try disk.facts(new) != nil { try disk.remove(new) }
    do throws(StoreError) {
      try disk.writeNew(new, bytes)
      try disk.rename(new, to: name)
      try disk.syncFolder("")
    } catch {
      remove(new)
      throw error
    }
  }

  func remove(_ name: String) {
    do throws(StoreError) {
      guard try disk.facts(name) != nil else { return }
      try disk.remove(name)
      try disk.syncFolder("")
    } catch {
      // A file that cannot be removed is offered again the next time; nothing is lost.
      return
    }
  }
}

extension Text {
  fileprivate static let tooLarge = Text("Isian terlalu besar untuk disimpan", en: "This is too large to keep")
}
