/// A name as lists print it, taken apart: `Drs. H. Ahmad Fauzi, M.M.` has titles before it and behind it.
public struct PrintedName: Equatable, Sendable {
  public let front: String?
  public let name: String
  public let back: String?

  /// What follows the first comma stands behind; the words before the name that are titles stand before it.
  public init(_ text: String) {
    let comma = text.firstIndex(of: ",") ?? text.endIndex
    let words = text[..<comma].split(separator: " ")
    let titles = words.prefix { Self.isTitle($0) }
    guard titles.count < words.count else {
      (front, name, back) = (nil, text, nil)
      return
    }
    let behind = text[comma...].drop { $0 == "," || $0 == " " }
    front = titles.isEmpty ? nil : titles.joined(separator: " ")
    name = words.dropFirst(titles.count).joined(separator: " ")
    back = behind.isEmpty ? nil : String(behind)
  }

  /// A letter alone is a title only with its point: `H. Ahmad`, but not `H Ahmad`.
  private static func isTitle(_ word: Substring) -> Bool {
    let letters = word.lowercased().filter { $0 != "." }
    return letters == "h" ? word.hasSuffix(".") : titles.contains(letters)
  }

  private static let titles: Set = [
    "dr", "drg", "drh", "drs", "dra", "ir", "prof", "h", "hj", "kh", "apt", "ns",
  ]
}
