import JenjangDomain
import JenjangStore

/// How many records a store holds.
struct StoreCount {
  let records: Int

  init(path: String) throws(StoreError) {
    let options = OpenOptions(environment: .live(), today: Surroundings.today, isReadOnly: true)
    let book = try Store(opening: path, options: options).book
    records = book.types.reduce(0) { $0 + (book.table($1.kind.name)?.count ?? 0) }
  }
}
