import Testing

@testable import JenjangDomain

/// Names in an index, with marks, against the same names without, and against reading each.
struct NameSearchTests {
  /// Zeros on the heap, in the place of a mapped file.
  private final class Room: ColumnMemory {
    private var rooms: [UnsafeMutableRawPointer] = []

    func room(for section: String, bytes: Int) -> UnsafeMutableRawPointer? {
      let room = UnsafeMutableRawPointer.allocate(byteCount: max(8, bytes), alignment: 8)
      room.initializeMemory(as: UInt8.self, repeating: 0, count: max(8, bytes))
      rooms.append(room)
      return room
    }

    deinit { for room in rooms { room.deallocate() } }
  }

  /// 200 names of one to three words with letters that often meet.
  private static func names(_ dice: inout SeededRandom) -> [String] {
    let words = ["Sri", "si", "SITI", "s", "Ma'ruf", "an", "Ana", "nan", "SMP 12", "1", "Renée", "山", "X", ""]
    return (0..<200).map { _ in (0...dice.below(3)).map { _ in dice.pick(words) }.joined(separator: " ") }
  }

  private static func answer(_ search: NameSearch, _ wanted: String, _ names: [String]) -> [Set<Row>] {
    withBytes(names) { name in
      let hits = search.find(Folding.letters(wanted), name: name)
      return hits.places.indices.map { rank in
        var rows = Set(hits.changed[rank])
        hits.places[rank].visit { rows.insert(search.rows[$0]) }
        return rows
      }
    }
  }

  private static func withBytes<R>(_ names: [String], _ body: ((Row) -> UnsafeRawBufferPointer) -> R) -> R {
    let bytes = names.map { Array($0.utf8) }
    let all = bytes.flatMap { $0 }
    let ends = bytes.reduce(into: [0]) { ends, name in ends.append((ends.last ?? 0) + name.count) }
    return all.withUnsafeBytes { all in
      body { UnsafeRawBufferPointer(rebasing: all[ends[Int($0)]..<ends[Int($0) + 1]]) }
    }
  }

  @Test func `a name that lies nowhere yet fits what it would be found by`() {
    var dice = SeededRandom(seed: 3)
    let names = Self.names(&dice)
    for wanted in ["", "s", "si", "Sri S", "ma'ruf", "renee", "山", "P12", "12", "nansi", "-", "sitianamarufsiti"] {
      let letters = Folding.letters(wanted)
      let found = Self.withBytes(names) { name in
        letters.isEmpty
          ? Set(0..<Row(names.count)) : Set(NameSearch.hits(0..<Row(names.count), letters, name).joined())
      }
      let fitting = Self.withBytes(names) { name in
        Set((0..<Row(names.count)).filter { TypedName(wanted).fits(name($0)) })
      }
      #expect(fitting == found, "\(wanted)")
    }
  }

  @Test(arguments: 1...8)
  func `marks, a scan and plain reading find the same names in the same ranks`(seed: Int) {
    var dice = SeededRandom(seed: UInt64(seed))
    var names = Self.names(&dice)
    let room = Room()
    var (marked, scanned) = (NameSearch(), NameSearch())
    let order = (0..<Row(names.count)).sorted { names[Int($0)] < names[Int($1)] }
    Self.withBytes(names) { name in
      marked.build(rows: order, memory: room, name: name)
      scanned.build(rows: order, memory: nil, name: name)
    }
    #expect(!marked.marks.isEmpty)
    #expect(scanned.marks.isEmpty)
    for round in 0..<4 {
      for wanted in [
        "s", "sr", "sri", "sitis", "a", "an", "ana", "nana", "12", "smp1", "é", "山", "x", "xx", "sis", "zz",
      ] {
        let plain = Self.withBytes(names) { name in
          NameSearch.hits(0..<Row(names.count), Folding.letters(wanted), name).map { Set($0) }
        }
        #expect(Self.answer(marked, wanted, names) == plain, "\(wanted), round \(round)")
        #expect(Self.answer(scanned, wanted, names) == plain, "\(wanted), round \(round)")
      }
      for _ in 0..<5 {
        let row = dice.below(names.count)
        names[row] = Self.names(&dice)[0]
        marked.touch(Row(row))
        scanned.touch(Row(row))
      }
    }
  }
}
