import JenjangDomain

/// Who reaches the files of a store, as `store.json` says.
public enum Sharing: String, Sendable, CaseIterable {
  /// The owner alone: folders 0700, files 0600.
  case owner = "private"
  /// The members of one group of the system: folders 2770, files 0660.
  case group

  /// The permissions of a folder, or of a file.
  func mode(isFolder: Bool) -> UInt32 {
    switch self {
    case .owner: isFolder ? 0o700 : 0o600
    case .group: isFolder ? 0o2770 : 0o660
    }
  }
}

/// What is given to everything that is made on a disk.
struct FileRights: Equatable {
  var sharing: Sharing
  /// The group that everything belongs to; nil leaves that to the system.
  var group: UInt32?
  /// A disk that knows no permissions, or not ours, is no hindrance: what is made there stays with its owner.
  var isLenient = false

  static let owner = FileRights(sharing: .owner, group: nil)

  /// Those of a store whose folder says the group.
  init(_ sharing: Sharing, of root: FileFacts?) {
    self.init(sharing: sharing, group: sharing == .group ? root?.group : nil)
  }

  init(sharing: Sharing, group: UInt32?) {
    self.sharing = sharing
    self.group = group
  }

  /// Whether something has them.
  func fit(_ facts: FileFacts) -> Bool {
    let isFolder = facts.kind == .folder
    switch sharing {
    // A folder may keep a bit that it has from the one above; nobody else gets in by that.
    case .owner: return facts.mode & 0o777 == sharing.mode(isFolder: isFolder)
    case .group: return facts.mode == sharing.mode(isFolder: isFolder) && (group == nil || group == facts.group)
    }
  }
}

/// What was done about wrong permissions.
public struct PermissionReport: Sendable, Equatable {
  /// How many files and folders got the permissions that they should have.
  public internal(set) var corrected = 0
  /// Those that belong to somebody else, who alone can change them.
  public internal(set) var left: [String] = []
}

extension Store {
  /// Gives all files of a store the permissions that its sharing asks for, as far as this user may.
  ///
  /// Works on a store that cannot be opened because of them. Links and special files are left alone.
  public static func correctPermissions(at path: String) throws(StoreError) -> PermissionReport {
    try correctPermissions(try PosixDisk(path), path: path)
  }

  static func correctPermissions(_ disk: any Disk, path: String) throws(StoreError) -> PermissionReport {
    let description = try describe(disk, path: path).description
    let rights = FileRights(description.sharing, of: try disk.facts("."))
    disk.give(rights)
    var report = PermissionReport()
    let correct = { (name: String, facts: FileFacts) throws(StoreError) in
      guard facts.kind != .other, !rights.fit(facts) else { return }
      guard facts.owner == disk.user || disk.user == 0 else { return report.left.append(name) }
      try disk.correct(name)
      report.corrected += 1
    }
    if let root = try disk.facts(".") { try correct(".", root) }
    try disk.walk("", correct)
    return report
  }

  /// The group that shares a store's folder; nil when it cannot be looked at.
  public static func group(at path: String) -> String? {
    ((try? PosixDisk(path).facts(".")) ?? nil).map { SystemNames.group($0.group) }
  }

  /// The files and folders whose permissions are not what the sharing asks for.
  func wrongPermissions() throws(StoreError) -> [String] {
    let root = try disk.facts(".")
    let rights = FileRights(description.sharing, of: root)
    var wrong: [String] = []
    if let root, !rights.fit(root) { wrong.append(".") }
    try disk.walk("") { name, facts in if facts.kind != .other, !rights.fit(facts) { wrong.append(name) } }
    return wrong
  }
}
