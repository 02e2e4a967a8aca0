import JSONText
import JenjangDomain

/// A day that surely exists.
func theDay(_ text: String) -> Day {
  guard let day = Day(iso: text) else { preconditionFailure("\(text) is no day") }
  return day
}

/// An identity made from a small number.
func identity<R>(_ number: UInt64) -> ID<R> { ID(RecordID(high: 1 << 16, low: number)) }

extension Book {
  /// An empty book of the whole catalog.
  static func empty(on today: String = "2026-11-24") -> Book { Book(types: Catalog.types, day: theDay(today)) }

  /// Puts a record into the book, as a commit would.
  func add<R: Record>(_ record: R) {
    apply(.create(kind: R.kind.name, id: record.id.raw, object: record.object))
  }
}

/// A record with some of its properties set.
func make<R: Record>(_ id: UInt64, _ set: (inout R) -> Void) -> R {
  var record = R(id: identity(id))
  set(&record)
  return record
}
