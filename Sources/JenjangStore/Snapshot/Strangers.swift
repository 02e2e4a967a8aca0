import JSONText
import JenjangDomain

/// Records of kinds that this program does not know: kept as they are, so that nothing is lost.
struct Strangers {
  struct Stored {
    var object: JSONObject
    var revision: Int
  }

  private(set) var kinds: [String: [RecordID: Stored]] = [:]

  mutating func load(_ kind: String, id: RecordID, object: JSONObject, revision: Int) {
    kinds[kind, default: [:]][id] = Stored(object: object, revision: revision)
  }

  mutating func apply(_ operation: Operation) {
    switch operation {
    case .create(let kind, let id, let object): load(kind, id: id, object: object, revision: 1)
    case .update(let kind, let id, _, let changes):
      guard var stored = kinds[kind]?[id] else { return }
      for (name, change) in changes { stored.object[name] = change.new }
      stored.revision += 1
      kinds[kind]?[id] = stored
    case .delete(let kind, let id, _, _): kinds[kind]?[id] = nil
    }
  }
}
