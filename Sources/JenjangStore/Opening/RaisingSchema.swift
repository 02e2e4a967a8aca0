import JenjangDomain

extension Store {
  /// Under the lock: says in `store.json` that records in our form follow, so that earlier programs only read.
  ///
  /// Nothing that is there is written anew. Those that have the store open see it by the form of the records.
  func raiseSchema() throws(StoreError) {
    guard description.schema < book.upcasts.schema else { return }
    var raised = description
    raised.schema = book.upcasts.schema
    try usingReserve { () throws(StoreError) in try disk.replaceDescription(raised) }
    // Its name becomes durable some time: until then the form of each record says the same.
    description = raised
  }
}
