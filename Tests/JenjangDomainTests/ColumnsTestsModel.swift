import JSONText

@testable import JenjangDomain

/// A person with one field of each type, for the tables' tests.
struct Person: Record {
  static let kind = Kind("people", Text("Orang", en: "Person"), plural: Text("Orang", en: "People"))
  let id: ID<Person>
  var name: String?
  var number: String?
  var birth: Day?
  var points: Int?
  var score: Decimal?
  var isActive: Bool?
  var rank: Level?
  var unit: ID<Place>?
  var remark: String?

  init(id: ID<Person>) { self.id = id }

  static let fields: [Field<Person>] = [
    Field("name", Text("Nama", en: "Name"), \.name, synonyms: ["nama lengkap"]),
    Field("number", Text("NIP", en: "Number"), \.number, type: .employeeNumber),
    Field("birth", Text("Tanggal lahir", en: "Born"), \.birth),
    Field("points", Text("Angka", en: "Points"), \.points),
    Field("score", Text("Nilai", en: "Score"), \.score),
    Field("isActive", Text("Aktif", en: "Active"), \.isActive),
    Field("rank", Text("Golongan", en: "Rank"), \.rank, synonyms: ["gol"]),
    Field("unit", Text("Unit kerja", en: "Unit"), \.unit),
    Field("remark", Text("Keterangan", en: "Remark"), \.remark, type: .note(maximum: 500)),
  ]
  static let derived = [
    DerivedField("title", Text("Jabatan", en: "Title"), from: "jobs", field: "title"),
    DerivedField("place", Text("Tempat", en: "Place"), from: "jobs", field: "unit"),
    DerivedField(
      "proper", Text("Jabatan definitif", en: "Proper title"), from: "jobs", field: "title",
      except: DerivedField.Exception("level", ["II/b"])),
    DerivedField("level", Text("Tingkat", en: "Level"), from: "jobs", field: "level"),
    DerivedField("since", Text("Sejak", en: "Since"), from: "jobs", field: "from"),
  ]
}

enum Level: String, Code {
  case first = "I/a"
  case second = "II/a"
  case third = "II/b"
  static let listName = "level"
  var title: Text {
    switch self {
    case .first: Text("Awal", en: "First")
    case .second: Text("Tengah", en: "Middle")
    case .third: Text("Akhir", en: "Last")
    }
  }
}

struct Place: Record {
  static let kind = Kind("places", Text("Tempat", en: "Place"), plural: Text("Tempat", en: "Places"))
  let id: ID<Place>
  var name: String?
  var code: String?
  var parent: ID<Place>?

  init(id: ID<Place>) { self.id = id }

  static let fields: [Field<Place>] = [
    Field("name", Text("Nama", en: "Name"), \.name),
    Field("code", Text("Kode", en: "Code"), \.code),
    Field("parent", Text("Induk", en: "Parent"), \.parent),
  ]
}

struct Job: Record {
  static let kind = Kind(
    "jobs", Text("Riwayat", en: "Job"), plural: Text("Riwayat", en: "Jobs"), owner: "person", label: "title",
    date: "from")
  let id: ID<Job>
  var person: ID<Person>?
  var from: Day?
  var title: String?
  var unit: ID<Place>?
  var level: Level?

  init(id: ID<Job>) { self.id = id }

  static let fields: [Field<Job>] = [
    Field("person", Text("Orang", en: "Person"), \.person),
    Field("from", Text("Mulai", en: "From"), \.from),
    Field("title", Text("Jabatan", en: "Title"), \.title),
    Field("unit", Text("Tempat", en: "Place"), \.unit),
    Field("level", Text("Tingkat", en: "Level"), \.level),
  ]
}

/// Random operations on people, places and jobs.
struct Life {
  static let types = [RecordType(Place.self), RecordType(Person.self), RecordType(Job.self)]
  static let day = Day(number: 20_000)
  var dice: SeededRandom
  var ids: [String: [RecordID]] = [:]
  private var made: UInt64 = 0

  init(seed: UInt64) { dice = SeededRandom(seed: seed) }

  mutating func operation(_ model: Naive) -> JenjangDomain.Operation {
    let kind = dice.pick(["places", "people", "people", "jobs", "jobs", "jobs"])
    let live = model.ids(kind)
    let choice = dice.below(10)
    if live.isEmpty || choice < 4 {
      made += 1
      let gone = (ids[kind] ?? []).filter { !live.contains($0) }
      // Some come back from the dead, some are older than what is there.
      let id =
        choice == 0 && !gone.isEmpty
        ? dice.pick(gone) : RecordID(high: dice.below(5) == 0 ? 5 : made + 10, low: dice.next())
      ids[kind, default: []].append(id)
      var object = JSONObject()
      for name in fields(kind) where dice.below(5) > 0 { object[name] = value(kind, name) }
      if dice.below(6) == 0 { object["unknown"] = .integer(7) }
      return .create(kind: kind, id: id, object: object)
    }
    let id = dice.pick(live)
    if choice == 9 { return .delete(kind: kind, id: id, base: 0, object: JSONObject()) }
    var changes: [String: Change] = [:]
    for _ in 0...dice.below(3) {
      let name = dice.pick(fields(kind))
      changes[name] = Change(old: nil, new: dice.below(5) == 0 ? nil : value(kind, name))
    }
    return .update(kind: kind, id: id, base: 0, changes: changes)
  }

  private func fields(_ kind: String) -> [String] {
    switch kind {
    case "places": Place.fields.map(\.spec.name)
    case "people": Person.fields.map(\.spec.name)
    default: Job.fields.map(\.spec.name)
    }
  }

  static let names = [
    "Siti Rahmawati", "siti nurhaliza", "Budi Santoso", "Andi M. Ma'ruf", "Renée Putri", "Ahmad  Basiti", "I Made Wati",
    "Sri-Wati", "Łukasz", "", "Santosa 2", "budi santoso", "Ñusta", "Dr. Wati, S.Pd.", "山田", "Žan \"Q\" \\ Rö",
  ]

  private mutating func value(_ kind: String, _ name: String) -> JSONValue {
    // Something of the wrong type stands in every field now and then.
    if dice.below(40) == 0 { return dice.pick([.integer(3), .string("x"), .bool(true), .array([.null])]) }
    switch name {
    case "number": return .string("19" + String(dice.below(90) + 10) + "0101200" + String(dice.below(9)) + "011001")
    case "birth", "from": return .string(Day(number: Int32(19_990 + dice.below(20))).iso)
    case "points": return .integer(Int64(dice.below(20) - 5))
    case "score": return .string(Decimal(units: Int64(dice.below(900) - 200), scale: 2).text)
    case "isActive": return .bool(dice.below(2) == 0)
    case "rank", "level": return .string(dice.pick(Level.allCases).rawValue)
    case "unit", "parent": return reference("places")
    case "person": return reference("people")
    default: return .string(dice.pick(Life.names))
    }
  }

  private mutating func reference(_ kind: String) -> JSONValue {
    // Sometimes to one that is made later, or never.
    let next = RecordID(high: made + 11, low: 1)
    return .string((dice.below(20) == 0 ? next : (ids[kind] ?? []).isEmpty ? next : dice.pick(ids[kind] ?? [])).text)
  }
}
