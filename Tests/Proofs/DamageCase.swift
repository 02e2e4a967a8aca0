@testable import JenjangStore

/// One way in which a file of a store is not as it was written.
enum DamageCase: Sendable, Hashable {
  case flip(file: String, place: Int, mask: UInt8)
  case cut(file: String, count: Int)
  case lineDeleted(file: String, line: Int)
  case lineDoubled(file: String, line: Int)
  case linesSwapped(file: String, line: Int)
  case lineMoved(file: String, line: Int, to: String)
  case exchanged(file: String, with: String)
  case absent(file: String)
  case folder(file: String)
  case special(file: String)
  /// Other bytes that are sound by themselves: a line or a file of another history, or one sealed again.
  case replaced(file: String, name: String, bytes: [UInt8])
  /// Other bytes, or a file that was not there, that opening itself must notice: the next save would go where it is
  /// lost, or wipe out the only trace.
  case urgent(file: String, name: String, bytes: [UInt8])
  /// Several at once.
  case several(String, [Bytes])

  struct Bytes: Sendable, Hashable {
    let file: String
    /// Nil removes the file.
    let bytes: [UInt8]?
  }

  /// The file that is not as it was.
  var file: String {
    switch self {
    case .flip(let file, _, _), .cut(let file, _), .lineDeleted(let file, _), .lineDoubled(let file, _),
      .linesSwapped(let file, _), .lineMoved(let file, _, _), .exchanged(let file, _), .absent(let file),
      .folder(let file), .special(let file), .replaced(let file, _, _),
      .urgent(let file, _, _):
      file
    case .several(_, let changes): changes.first?.file ?? ""
    }
  }

  /// It is not enough that a check of all files would show it.
  var mustBeSeenAtOpening: Bool { if case .urgent = self { true } else { false } }
}

extension DamageCase: CustomStringConvertible {
  var description: String {
    switch self {
    case .flip(let file, let place, let mask): "\(file): byte \(place) xor \(mask)"
    case .cut(let file, let count): "\(file): cut to \(count) bytes"
    case .lineDeleted(let file, let line): "\(file): line \(line) deleted"
    case .lineDoubled(let file, let line): "\(file): line \(line) doubled"
    case .linesSwapped(let file, let line): "\(file): lines \(line) and \(line + 1) swapped"
    case .lineMoved(let file, let line, let other): "\(file): line \(line) moved to \(other)"
    case .exchanged(let file, let other): "\(file): exchanged with \(other)"
    case .absent(let file): "\(file): absent"
    case .folder(let file): "\(file): a folder"
    case .special(let file): "\(file): a pipe"
    case .replaced(let file, let name, _): "\(file): \(name)"
    case .urgent(let file, let name, _): "\(file): \(name)"
    case .several(let name, _): name
    }
  }
}

extension SimDisk {
  /// Does the damage, durably.
  func damage(_ damage: DamageCase) {
    switch damage {
    case .flip(let file, let place, let mask): edit(file) { $0[place] ^= mask }
    case .cut(let file, let count): edit(file) { $0.removeLast($0.count - count) }
    case .lineDeleted(let file, let line): editLines(file) { $0.remove(at: line) }
    case .lineDoubled(let file, let line): editLines(file) { $0.insert($0[line], at: line) }
    case .linesSwapped(let file, let line): editLines(file) { $0.swapAt(line, line + 1) }
    case .lineMoved(let file, let line, let other):
      var moved: [UInt8] = []
      editLines(file) { moved = $0.remove(at: line) }
      edit(other) { $0 += moved }
    case .exchanged(let file, let other):
      guard let first = node(file), let second = node(other) else { return }
      let bytes = nodes[first].bytes
      set(first, nodes[second].bytes)
      set(second, bytes)
    case .absent(let file): erase(file)
    case .folder(let file):
      if let node = node(file) { nodes[node] = SimNode(isFolder: true) }
    case .special(let file):
      if let node = node(file) { nodes[node].kind = .other }
    case .replaced(let file, _, let bytes): edit(file) { $0 = bytes }
    case .urgent(let file, _, let bytes):
      if node(file) == nil, let made = try? open(file, .create) {
        close(made)
        nodes = settled.nodes
      }
      edit(file) { $0 = bytes }
    case .several(_, let changes):
      for change in changes {
        if let bytes = change.bytes { edit(change.file) { $0 = bytes } } else { erase(change.file) }
      }
    }
  }

  private func set(_ node: Int, _ bytes: [UInt8]) {
    nodes[node].bytes = bytes
    nodes[node].durable = bytes
  }

  private func edit(_ file: String, _ change: (inout [UInt8]) -> Void) {
    guard let node = node(file) else { return }
    change(&nodes[node].bytes)
    nodes[node].durable = nodes[node].bytes
  }

  private func editLines(_ file: String, _ change: (inout [[UInt8]]) -> Void) {
    edit(file) { bytes in
      var lines = SimDisk.lines(bytes)
      change(&lines)
      bytes = lines.flatMap { $0 }
    }
  }

  /// The lines of a file, each with its line feed.
  static func lines(_ bytes: [UInt8]) -> [[UInt8]] {
    bytes.split(separator: 10, omittingEmptySubsequences: false).dropLast().map { Array($0) + [10] }
  }

  private func erase(_ file: String) {
    let parts = file.split(separator: "/").map(String.init)
    guard let name = parts.last, let folder = node(parts.dropLast().joined(separator: "/")) else { return }
    nodes[folder].names[name] = nil
    nodes[folder].durableNames[name] = nil
  }
}
