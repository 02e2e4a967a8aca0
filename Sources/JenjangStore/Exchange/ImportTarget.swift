import JSONText
import JenjangDomain

/// Where the cells of a column go: a field of the record, or a field of a first history row.
public struct ImportTarget: Sendable, Hashable {
  /// The field's name, the derived column's name, or `kind.field` for another field of the same history.
  public let name: String
  public let title: Text
  public let spec: FieldSpec
  /// The kind of the history that the column begins; nil when the field is the record's own.
  public let source: String?
  /// The derived column that shows it; nil when none does.
  let derived: String?
  /// The code of the competency whose level the column holds, where the field keeps many; nil for a whole field.
  var part: String?

  /// Everything a column of a file of this kind can mean, the record's own fields first.
  public static func all(for kind: String, in book: Book) -> [ImportTarget] {
    guard let type = book.table(kind)?.type else { return [] }
    let own = type.fields.filter { $0.type != .attachment }.map {
      ImportTarget(name: $0.name, title: $0.title, spec: $0, source: nil, derived: nil)
    }
    var fed: [ImportTarget] = []
    for derived in type.derived {
      guard let spec = book.table(derived.source)?.type.field(derived.field) else { continue }
      fed.append(
        ImportTarget(
          name: derived.name, title: derived.title, spec: spec, source: derived.source, derived: derived.name))
    }
    return own + fed + others(beside: fed, in: book) + parts(of: type, in: book)
  }

  /// A column for each competency of the dictionary, where a field keeps the levels of many: `KEU-01`, `Integritas`.
  private static func parts(of type: RecordType, in book: Book) -> [ImportTarget] {
    guard type.kind.name == Assessment.kind.name, let spec = type.field("levels") else { return [] }
    var names: [(code: String, name: Text)] = StandardCompetency.allCases.map { ($0.rawValue, $0.title) }
    for competency in book.competencies.all {
      guard let code = competency.code, !names.contains(where: { $0.code == code }) else { continue }
      names.append((code, .verbatim(competency.name ?? code)))
    }
    return names.map { code, name in
      ImportTarget(name: "levels:" + code, title: name, spec: spec, source: nil, derived: nil, part: code)
    }
  }

  /// The fields of the same histories that no derived column shows.
  private static func others(beside fed: [ImportTarget], in book: Book) -> [ImportTarget] {
    var sources: [String] = []
    for target in fed {
      if let source = target.source, !sources.contains(source) { sources.append(source) }
    }
    return sources.flatMap { source -> [ImportTarget] in
      guard let type = book.table(source)?.type else { return [] }
      let rest = type.fields.filter { field in
        field.name != type.kind.owner && field.type != .attachment
          && !fed.contains { $0.source == source && $0.spec.name == field.name }
      }
      return rest.map { field in
        let (history, title) = (type.kind.title, field.title)
        return ImportTarget(
          name: source + "." + field.name,
          title: Text("\(history.indonesian): \(title.indonesian)", en: "\(history.english): \(title.english)"),
          spec: field, source: source, derived: nil)
      }
    }
  }
}

/// Which column of a file goes where.
public struct ImportMapping: Sendable, Hashable {
  public let headers: [String]
  /// The name of each column's target; nil for a column that is left out.
  public private(set) var targets: [String?]

  public init(headers: [String], targets: [String?]) {
    self.headers = headers
    self.targets = headers.indices.map { $0 < targets.count ? targets[$0] : nil }
  }

  /// Sends a column elsewhere; another column that went there is left out.
  public mutating func set(_ target: String?, at column: Int) {
    guard targets.indices.contains(column) else { return }
    if let target { targets = targets.map { $0 == target ? nil : $0 } }
    targets[column] = target
  }

  public func column(of target: String) -> Int? { targets.firstIndex { $0 == target } }

  /// For the file of mappings: folded headings and their targets, null for a column that is left out.
  public var json: JSONObject {
    var object = JSONObject()
    for (header, target) in zip(headers, targets) where !Folding.heading(header).isEmpty {
      object[Folding.heading(header)] = target.map { .string($0) } ?? .null
    }
    return object
  }
}

/// Recognises headings in Indonesian and English by the titles, synonyms and names of fields.
public struct HeaderMatcher: Sendable {
  private let targets: [ImportTarget]
  private var scores: [String: [(target: Int, score: Int)]] = [:]

  public init(_ targets: [ImportTarget]) {
    self.targets = targets
    for (index, target) in targets.enumerated() {
      if let part = target.part {
        add([target.title.indonesian, target.title.english, part], index, 95)
        continue
      }
      let isOwn = target.source == nil
      add([target.title.indonesian, target.title.english, target.name], index, isOwn ? 100 : 80)
      add(target.spec.synonyms, index, isOwn ? 90 : target.derived != nil ? 70 : 60)
      if !isOwn {
        add([target.spec.title.indonesian, target.spec.title.english], index, target.derived != nil ? 65 : 55)
      }
    }
  }

  private mutating func add(_ words: [String], _ target: Int, _ score: Int) {
    for word in Set(words.map(Folding.heading)) where !word.isEmpty {
      scores[word, default: []].append((target, score))
    }
  }

  /// The mapping of a row of headings; what was remembered comes first, and an ambiguous heading is left out.
  public func mapping(_ headers: [String], remembered: JSONObject? = nil) -> ImportMapping {
    var targets: [String?] = Array(repeating: nil, count: headers.count)
    var taken: [String: (column: Int, score: Int)] = [:]
    for (column, header) in headers.enumerated() {
      guard let (name, score) = best(header, remembered) else { continue }
      if let other = taken[name] {
        guard other.score < score else { continue }
        targets[other.column] = nil
      }
      targets[column] = name
      taken[name] = (column, score)
    }
    return ImportMapping(headers: headers, targets: targets)
  }

  private func best(_ header: String, _ remembered: JSONObject?) -> (name: String, score: Int)? {
    let word = Folding.heading(header)
    switch remembered?[word] {
    case .null?: return nil
    case .string(let name)? where targets.contains { $0.name == name }: return (name, 1_000)
    default: break
    }
    guard let found = Self.variants(header).lazy.compactMap({ scores[$0] }).first,
      let highest = found.map(\.score).max()
    else { return nil }
    let first = Set(found.filter { $0.score == highest }.map(\.target))
    guard first.count == 1, let target = first.first else { return nil }
    return (targets[target].name, highest)
  }

  /// A heading as it stands, without what is in brackets, and without words that say it is the newest.
  private static func variants(_ header: String) -> [String] {
    let open = header.firstIndex { $0 == "(" || $0 == "[" }
    let plain = open.map { String(header[..<$0]) } ?? header
    var words = plain.split { !($0.isLetter || $0.isNumber) }
    while words.count > 1, let last = words.last, ["terakhir", "sekarang", "ini", "saat"].contains(last.lowercased()) {
      words.removeLast()
    }
    return [header, plain, words.joined(separator: " ")].map(Folding.heading).filter { !$0.isEmpty }
  }
}
