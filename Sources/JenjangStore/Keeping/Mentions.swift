import JSONText
import JenjangDomain

/// The words by which somebody is known: the numbers that nobody else has, and a name of two words or more.
///
/// An erasure takes the records of a person away. What others wrote about that person, in the reason of a save or in a
/// record of somebody else, stays, and is named by the number of the save, so that it can be put right.
struct Mentions {
  private let searches: [ByteSearch]

  init(_ object: JSONObject?, of type: RecordType?) {
    let words = (type?.fields ?? []).compactMap { field -> String? in
      guard let text = object?[field.name]?.text else { return nil }
      if field.isUnique { return text }
      return field.name == type?.kind.label && text.contains(" ") ? text : nil
    }
    searches = words.filter { $0.utf8.count >= 5 }.map { word in
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
