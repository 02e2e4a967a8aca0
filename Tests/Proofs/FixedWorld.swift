import JenjangDomain
import Synchronization

@testable import JenjangStore

/// A clock that moves a second a look, and repeatable chance.
final class FixedWorld: Sendable {
  private let state: Mutex<(now: Int64, random: SeededRandom)>

  init(seed: UInt64 = 42) { state = Mutex((1_772_413_200_000, SeededRandom(seed: seed))) }

  func environment(_ by: String = "u:siti") -> Environment {
    Environment(
      now: {
        self.state.withLock {
          $0.now += 1_000
          return $0.now
        }
      },
      random: { self.state.withLock { $0.random.next() } },
      author: Author(by: by, session: by + "(1004)@srv1 pts/3"))
  }

  func options(_ by: String = "u:siti", readOnly: Bool = false) -> OpenOptions {
    OpenOptions(environment: environment(by), today: Day(number: 20_514), isReadOnly: readOnly)
  }

  /// The same for a program that knows only `Note`s, which opens a store ten times as fast.
  func smallOptions(_ by: String = "u:siti") -> OpenOptions {
    var options = options(by)
    options.types = Note.types
    return options
  }

  func description(_ sharing: Sharing = .owner) -> StoreDescription {
    StoreDescription(agency: "Kota Contoh", isDemo: true, store: environment().newID(), sharing: sharing)
  }
}

/// A record with as few fields as possible: for proofs that open a store a million times.
struct Note: Record {
  static let types = [RecordType(Note.self)]
  static let kind = Kind("notes", Text("Catatan", en: "Note"), plural: Text("Catatan", en: "Notes"))
  static let fields: [Field<Note>] = [
    Field("name", Text("Nama", en: "Name"), \.name), Field("file", Text("Berkas", en: "File"), \.file),
  ]
  let id: ID<Note>
  var name: String?
  var file: Attachment?

  init(id: ID<Note>) { self.id = id }
}
