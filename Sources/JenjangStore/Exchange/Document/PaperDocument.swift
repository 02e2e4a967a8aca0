import JenjangDomain

/// A document for paper and for signing, before it has a form: title, parts in their order, and what stands at its foot.
///
/// `DocumentText` and `DocumentHTML` write it. All texts are in one language and as people read them.
public struct PaperDocument: Sendable {
  public var title: String
  /// Below the title: the year, the period.
  public var subtitle: String
  public let language: Language
  public var parts: [DocumentPart] = []
  /// What it was made from: the versions of parameters, the head of the chain, the day.
  public var foot: [String] = []

  public init(_ title: String, subtitle: String = "", language: Language) {
    self.title = title
    self.subtitle = subtitle
    self.language = language
  }
}

/// A part of a document.
public enum DocumentPart: Sendable {
  case heading(String)
  case paragraph(String)
  case pairs([DocumentPair])
  case table(DocumentTable)
  /// Two texts beside each other, each under its own title.
  case sides(DocumentPair, DocumentPair)
  /// Room to sign, side by side.
  case signatures([DocumentSignature])
}

/// A label and what is said under it.
public struct DocumentPair: Sendable, Hashable {
  public let label: String
  public let value: String

  public init(_ label: String, _ value: String) {
    self.label = label
    self.value = value
  }
}

/// Rows under titles, the last of them perhaps a sum.
public struct DocumentTable: Sendable {
  public struct Column: Sendable {
    public let title: String
    /// Its share of the width, in relation to the others.
    public let weight: Int
    public let isNumber: Bool

    public init(_ title: String, weight: Int = 1, isNumber: Bool = false) {
      self.title = title
      self.weight = weight
      self.isNumber = isNumber
    }
  }

  public let columns: [Column]
  public private(set) var rows: [[String]] = []
  /// The row at the foot; nil without one.
  public var sum: [String]?
  /// What is said when there are no rows.
  public let empty: String

  public init(_ columns: [Column], empty: String) {
    self.columns = columns
    self.empty = empty
  }

  /// Takes one row; cells that are missing are blank.
  public mutating func append(_ cells: [String]) {
    rows.append(columns.indices.map { $0 < cells.count ? cells[$0] : "" })
  }
}

/// Who signs, in which capacity.
public struct DocumentSignature: Sendable, Hashable {
  public let capacity: String
  public let name: String
  public let number: String
  public let position: String

  public init(capacity: String, name: String, number: String, position: String) {
    self.capacity = capacity
    self.name = name
    self.number = number
    self.position = position
  }
}

/// The forms in which a document is written.
public enum DocumentForm: String, Sendable, CaseIterable {
  case text
  case html

  public var ending: String { self == .text ? "txt" : "html" }

  public func bytes(_ document: PaperDocument) -> [UInt8] {
    switch self {
    case .text: Array(DocumentText(document).text.utf8)
    case .html: Array(DocumentHTML(document).text.utf8)
    }
  }
}
