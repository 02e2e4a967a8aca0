import JSONText
import JenjangDomain
import JenjangStore
import Synchronization

/// A small agency in memory, to which imports are applied without a disk.
struct Office {
  let book = Book(types: Catalog.types, day: Day(iso: "2026-11-22") ?? Day(number: 20_000))
  let environment: Environment

  init() {
    let counter = Counter()
    environment = Environment(
      now: { 1_790_000_000_000 }, random: { counter.next() }, author: Author(by: "u:uji", session: "uji"))
  }

  private final class Counter: Sendable {
    private let value = Mutex<UInt64>(0)
    func next() -> UInt64 {
      value.withLock {
        $0 += 1
        return $0
      }
    }
  }

  /// A plan that has been worked out to its end, a few rows at a time.
  func plan(_ kind: String, _ text: String, remembered: JSONObject? = nil) throws -> ImportPlan {
    var plan = try ImportPlan(
      kind: kind, file: Array(text.utf8), book: book, environment: environment, language: .indonesian,
      remembered: remembered)
    while !plan.isReady { plan.advance(rows: 3, in: book) }
    return plan
  }

  func save(_ plan: ImportPlan) {
    for transaction in plan.commits() {
      for operation in transaction.operations { book.apply(operation) }
    }
  }

  /// Imports a file and saves what has no errors.
  @discardableResult
  func take(_ kind: String, _ text: String) throws -> ImportPlan {
    let plan = try plan(kind, text)
    save(plan)
    return plan
  }

  func value(_ kind: String, _ row: Row, _ field: String) -> JSONValue? { book.table(kind)?.value(field, at: row) }
}
