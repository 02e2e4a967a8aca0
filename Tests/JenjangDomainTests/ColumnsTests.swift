import JSONText
import Testing

@testable import JenjangDomain

/// Random lives: the columns against the naive model after every few operations.
struct ColumnsTests {
  @Test(arguments: 1...12)
  func `columns answer as plain dictionaries do`(seed: Int) {
    var life = Life(seed: UInt64(seed))
    var model = Naive()
    let book = Book(types: Life.types, day: Life.day)
    for step in 1...400 {
      let operation = life.operation(model)
      model.apply(operation)
      book.apply(operation)
      if step % 25 == 0 {
        let day = Day(number: 19_985 + Int32(life.dice.below(30)))
        book.move(to: day)
        model.day = day
      }
      if step % 40 == 0 { ColumnsTests.compare(book, model, &life.dice) }
    }
  }

  @Test func `a text that is written over gives its room to later ones`() throws {
    let book = Book(types: Life.types, day: Life.day)
    let kind = Place.kind.name
    let id = RecordID(high: 1, low: 1)
    var name: JSONValue = "Dinas 0"
    book.apply(.create(kind: kind, id: id, object: ["name": name]))
    for round in 1...2_000 {
      let next = JSONValue.string("Dinas " + String(repeating: "x", count: round % 100))
      book.apply(.update(kind: kind, id: id, base: round, changes: ["name": Change(old: name, new: next)]))
      name = next
    }
    let table = try #require(book.table(kind))
    #expect(table.texts.arena.count < 1_000)
    #expect(table.object(at: 0)?["name"] == name)
    book.apply(.update(kind: kind, id: id, base: 2_001, changes: ["name": Change(old: name, new: nil)]))
    #expect(table.object(at: 0)?["name"] == nil)
  }

  static func compare(_ book: Book, _ model: Naive, _ dice: inout SeededRandom) {
    for type in Life.types {
      let kind = type.kind.name
      guard let table = book.table(kind) else { return #expect(Bool(false), "no table") }
      compareRecords(table, model, kind)
      compareChildren(book, table, model, kind)
      for field in ["number", "name"] where table.fieldType(field) != nil {
        compareFirstRows(table, model, kind, field)
        // Once more when the order that is kept has been settled.
        _ = table.rows(Query(sort: Query.Sort(field)))
        compareFirstRows(table, model, kind, field)
      }
      for _ in 0..<6 { compareAnswers(table, model, kind, &dice) }
    }
  }

  private static func compareRecords(_ table: Table, _ model: Naive, _ kind: String) {
    #expect(table.count == model.ids(kind).count)
    #expect(table.liveRows().map { table.id(of: $0) } == model.ids(kind))
    for (id, entry) in model.entries[kind] ?? [:] {
      guard let row = table.row(of: id) else {
        #expect(entry.object == nil)
        continue
      }
      #expect(table.object(at: row) == entry.object)
      #expect(table.revision(of: row) == entry.revision)
      for name in table.type.fields.map(\.name) + table.type.derived.map(\.name) + ["unknown"] {
        #expect(table.value(name, at: row) == model.value(kind, id, name), "\(kind).\(name)")
      }
    }
  }

  private static func compareFirstRows(_ table: Table, _ model: Naive, _ kind: String, _ field: String) {
    let texts = model.ids(kind).compactMap { id in model.value(kind, id, field)?.text.map { (id: id, text: $0) } }
    let bearers = Dictionary(grouping: texts) { Naive.folded($0.text) }.mapValues { $0.map(\.id) }
    for (id, text) in texts {
      let others = (bearers[Naive.folded(text)] ?? []).filter { $0 != id }
      let first = table.firstRow(where: field, is: text).map { table.id(of: $0) }
      #expect(first == id || first.map(others.contains) == true, "\(kind).\(field)")
      let other = table.firstRow(where: field, is: text, except: id).map { table.id(of: $0) }
      #expect(other.map(others.contains) ?? others.isEmpty, "\(kind).\(field)")
    }
    #expect(table.firstRow(where: field, is: "100000000000000000") == nil)
  }

  private static func compareChildren(_ book: Book, _ table: Table, _ model: Naive, _ kind: String) {
    guard let owner = table.ownerTable else { return }
    for id in model.ids(owner.type.kind.name) {
      #expect(table.rows(ownedBy: id).map { table.id(of: $0) } == model.children(kind, id))
    }
  }

  private static func compareAnswers(_ table: Table, _ model: Naive, _ kind: String, _ dice: inout SeededRandom) {
    let all = model.ids(kind)
    if table.type.kind.owner == nil {
      for search in [
        "s", "si", "sit", "sitir", "wati", "siti r", "MARUF", "2", "19", "2001", "renee", "é", "山", "qx", ".",
      ] {
        let rows = table.rows(Query(search: search))
        #expect(rows.map { table.id(of: $0) } == model.search(kind, search), "search \(search)")
      }
    }
    let names = table.type.fields.map(\.name) + table.type.derived.map(\.name)
    let sort = Query.Sort(dice.pick(names), descending: dice.below(2) == 0)
    if sort.field != "remark" {
      let rows = table.rows(Query(sort: sort))
      #expect(rows.map { table.id(of: $0) } == model.sorted(kind, all, sort), "\(sort)")
    }
    let condition = ColumnsTests.condition(dice.pick(names), &dice)
    let rows = table.rows(Query(conditions: [condition]))
    let wanted = all.filter { model.meets(condition, kind, $0) }
    #expect(rows.map { table.id(of: $0) } == wanted, "\(condition)")
  }

  private static func condition(_ field: String, _ dice: inout SeededRandom) -> Query.Condition {
    let text: String =
      switch field {
      case "birth", "from", "since": dice.pick(["2024-09", "2024-10-04", "2024", "01-10-2024"])
      case "points": dice.pick(["3", "0", "-2"])
      case "score": dice.pick(["1.5", "0", "3,25"])
      case "rank", "level": dice.pick(["II/a", "tengah", "a", "LAST"])
      case "isActive": dice.pick(["ya", "no"])
      case "number": dice.pick(["2001", "199001012003011001"])
      default: dice.pick(["wati", "si", "Budi Santoso", "É", ""])
      }
    let tests: [Query.Condition.Test] = [.contains(text), .equals(text), .atLeast(text), .atMost(text), .isAbsent]
    return Query.Condition(field, dice.pick(tests), negated: dice.below(3) == 0)
  }
}

extension Naive {
  func meets(_ condition: Query.Condition, _ kind: String, _ id: RecordID) -> Bool {
    isMet(condition.test, kind, id, condition.field) != condition.isNegated
  }

  private func isMet(_ test: Query.Condition.Test, _ kind: String, _ id: RecordID, _ field: String) -> Bool {
    let value = value(kind, id, field)
    let type = fieldType(kind, field)
    guard let value else { return test == .isAbsent }
    if case .reference(let target)? = type { return refers(value, target, test) }
    switch test {
    case .isAbsent: return false
    case .contains(let text): return texts(value, type).contains { Naive.folded($0).utf8Contains(Naive.folded(text)) }
    case .equals(let text): return texts(value, type).contains { Naive.folded($0) == Naive.folded(text) }
    case .isUnder(let text):
      let code = Naive.folded(value.text ?? "")
      return code == Naive.folded(text) || code.hasPrefix(Naive.folded(text) + "/")
    case .atLeast(let text): return compare(value, type, text, isLeast: true)
    case .atMost(let text): return compare(value, type, text, isLeast: false)
    }
  }

  private func refers(_ value: JSONValue, _ target: String, _ test: Query.Condition.Test) -> Bool {
    if case .isAbsent = test { return false }
    var id = value.text.flatMap { RecordID($0) }
    var seen: Set<RecordID> = []
    while let place = id, object(target, place) != nil || !seen.isEmpty, seen.insert(place).inserted {
      for field in ["name", "code"] where self.value(target, place, field) != nil && object(target, place) != nil {
        if isMet(test, target, place, field) { return true }
      }
      guard case .contains = test else { return false }
      // A deleted record is nothing above which anything stands.
      guard let parent = entries[target]?[place]?.object?["parent"]?.text else { return false }
      id = RecordID(parent)
    }
    return false
  }

  private func texts(_ value: JSONValue, _ type: FieldType?) -> [String] {
    switch type {
    case .day?: return [value.text ?? "", value.text.flatMap { Day(iso: $0) }?.display ?? ""]
    case .flag?: return [value.text].compactMap { $0 } + (value.bool == true ? ["Yes", "Ya"] : ["No", "Tidak"])
    case .integer?:
      return [value.text ?? value.integer.map { String($0) } ?? ""]
        + [value.integer.map { String($0) } ?? ""]
    case .code(let list)?:
      let entry = value.text.flatMap { list.entry($0) }
      return [value.text ?? "", entry?.title.indonesian ?? value.text ?? "", entry?.title.english ?? value.text ?? ""]
    default: return [value.text ?? ""]
    }
  }

  private func compare(_ value: JSONValue, _ type: FieldType?, _ bound: String, isLeast: Bool) -> Bool {
    func ordered(_ left: Int64, _ right: Int64) -> Bool { isLeast ? left >= right : left <= right }
    switch type {
    case .day?:
      guard let day = value.text.flatMap({ Day(iso: $0) }), let bounds = Wanted.days(bound) else { return false }
      return isLeast ? day.number >= bounds.lowerBound : day.number <= bounds.upperBound
    case .integer?:
      guard let number = value.integer, let limit = Int64(bound) else { return false }
      return ordered(number, limit)
    case .decimal?:
      guard let number = value.text.flatMap({ Decimal($0, scale: 2) }),
        let limit = Decimal(String(bound.map { $0 == "," ? "." : $0 }), scale: 2)
      else { return false }
      return ordered(number.units, limit.units)
    case .code(let list)?:
      guard let place = value.text.flatMap({ list.index(of: $0) }),
        let limit = list.entries.firstIndex(where: {
          [$0.code, $0.title.indonesian, $0.title.english].map { Naive.folded($0) }.contains(Naive.folded(bound))
        })
      else { return false }
      return ordered(Int64(place), Int64(limit))
    default:
      let shown = Naive.folded(texts(value, type).last ?? "")
      let limit = Naive.folded(bound)
      return isLeast
        ? !(Array(shown.utf8).lexicographicallyPrecedes(Array(limit.utf8)))
        : !(Array(limit.utf8).lexicographicallyPrecedes(Array(shown.utf8)))
    }
  }
}

extension String {
  fileprivate func utf8Contains(_ other: String) -> Bool {
    let text = Array(utf8)
    let wanted = Array(other.utf8)
    guard wanted.count <= text.count else { return false }
    return (0...text.count - wanted.count).contains { Array(text[$0..<$0 + wanted.count]) == wanted }
  }
}
