import JSONText
import JenjangDomain

/// The words by which somebody is or was known: the numbers that nobody else has, and a name of two words or more.
///
/// An erasure takes the records of a person away. What others wrote about that person, in the reason of a save or in a
/// record of somebody else, stays, and is named by the number of the save, so that it can be put right.
struct Mentions {
  private let searches: [ByteSearch]

  /// `changes` are all that were ever made to the record: former names and numbers stand in them.
  ///
  /// A number that another record in `table` bears by now, as one that was typed wrong, says nothing of this one.
  init(_ object: JSONObject?, _ changes: [Operation], of id: RecordID, in table: Table?) {
    let type = table?.type
    let words = (type?.fields ?? []).flatMap { field -> [String] in
      let isName = field.name == type?.kind.label
      guard field.isUnique || isName else { return [] }
      let texts = Set(([object?[field.name]] + changes.flatMap { $0.values(of: field.name) }).compactMap { $0?.text })
      return texts.filter { text in
        field.isUnique ? table?.firstRow(where: field.name, is: text, except: id) == nil : text.contains(" ")
      }
    }
    searches = Set(words).filter { $0.utf8.count >= 5 }.sorted().map { word in
      var bytes: [UInt8] = []
      JSONWriter.append(word, to: &bytes)
      return ByteSearch(Array(bytes.dropFirst().dropLast()))
    }
  }

  /// The commits in whose lines one of the words stands, in order.
  func commits(on disk: any Disk) throws(StoreError) -> [Int] {
    var found: [Int] = []
    for number in try disk.segmentNumbers() where !searches.isEmpty {
      let bytes = try disk.contents(Layout.segment(number)) ?? []
      bytes.withUnsafeBytes { buffer in
        JournalLines.holding(searches, in: buffer) { line in
          if let parts = Framing.parts(line), !parts.isHeader { found.append(parts.sequence) }
        }
      }
    }
    return found
  }
}

extension Operation {
  /// What a field held before and after.
  fileprivate func values(of field: String) -> [JSONValue?] {
    switch self {
    case .create(_, _, let object), .delete(_, _, _, let object): [object[field]]
    case .update(_, _, _, let changes): [changes[field]?.old, changes[field]?.new]
    }
  }
}
