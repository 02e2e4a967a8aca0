/// A file or a folder of a simulated disk: what a process sees of it, and what a power cut would leave.
struct SimNode {
  enum Change {
    case write(offset: Int, bytes: [UInt8])
    case truncate(Int)
  }

  /// A name that was set; nil removes it.
  typealias Naming = (name: String, node: Int?)

  var isFolder: Bool
  var bytes: [UInt8] = []
  var durable: [UInt8] = []
  /// What was changed since the last sync, in order.
  var pending: [Change] = []
  var names: [String: Int] = [:]
  var durableNames: [String: Int] = [:]
  /// Each entry happens wholly or not at all.
  var pendingNames: [[Naming]] = []
  /// How many names lead to it.
  var links = 1
  /// When its bytes were last changed.
  var modified: Int64 = 0
  /// What hostile hands have made of it.
  var kind: SimKind = .plain
}

enum SimKind {
  case plain
  /// Neither file nor folder: a pipe, a link, a device.
  case other
}

extension SimNode {
  /// The node as it is when everything reached the disk.
  var settled: SimNode {
    var node = self
    node.durable = bytes
    node.durableNames = names
    node.pending = []
    node.pendingNames = []
    return node
  }
}

extension SimNode.Change {
  func apply(to bytes: inout [UInt8]) {
    switch self {
    case .truncate(let size):
      if size < bytes.count {
        bytes.removeLast(bytes.count - size)
      } else {
        bytes.append(contentsOf: repeatElement(0, count: size - bytes.count))
      }
    case .write(let offset, let new):
      if offset == bytes.count { return bytes.append(contentsOf: new) }
      let gap = offset + new.count - bytes.count
      if gap > 0 { bytes.append(contentsOf: repeatElement(0, count: gap)) }
      bytes.replaceSubrange(offset..<(offset + new.count), with: new)
    }
  }
}
