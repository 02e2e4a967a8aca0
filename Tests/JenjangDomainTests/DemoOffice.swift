import JSONText
import JenjangDomain

/// A made-up office of 700 people that many tests read: made once, and read by one test at a time.
@globalActor actor DemoOffice {
  static let shared = DemoOffice()

  /// Everything that makes the office, in its order.
  @DemoOffice static let operations: [Operation] = {
    var data = DemoData(seed: 1, employees: 700, today: theDay("2026-11-24"))
    var all: [Operation] = []
    while let slice = data.next() { all += slice }
    return all
  }()

  /// Nobody changes it.
  @DemoOffice static let book: Book = {
    let book = Book(types: Catalog.types, day: theDay("2026-11-24"))
    for operation in operations { book.apply(operation) }
    return book
  }()
}
