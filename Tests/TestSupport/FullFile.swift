import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

@testable import JenjangApp

extension Fixture {
  /// A robot whose store holds one person with something in every section: Siti Rahmawati, the fourth of `Person.six`.
  public static func fullRobot(
    _ folder: TemporaryFolder, size: Size = Size(columns: 80, rows: 24), language: Language = .indonesian
  ) throws -> Robot {
    let robot = try robot(folder, size: size, language: language)
    try robot.store.commit(Transaction(details + rows.enumerated().map(row), why: "fixture"))
    robot.settle()
    return robot
  }

  private static let siti = RecordID(high: 2, low: 4)

  private static var details: [Operation] {
    let values: [String: JSONValue] = [
      "backTitle": "S.E.", "birthPlace": "Magelang", "religion": "ISLAM", "maritalStatus": "KAWIN",
      "permanentDate": "2012-08-01", "phone": "0812-5550-0142", "email": "siti.rahmawati@contoh.go.id",
      "address": "Jalan Melati No. 7", "supervisor": .string(RecordID(high: 2, low: 6).text),
      "careerGoal": "Kepala bidang perencanaan",
    ]
    return [
      .update(kind: "employees", id: siti, base: 1, changes: values.mapValues { Change(old: nil, new: $0) })
    ]
  }

  private static func row(_ index: Int, _ row: (kind: String, values: [(String, JSONValue)])) -> Operation {
    var object = JSONObject()
    object["employee"] = .string(siti.text)
    for (name, value) in row.values { object[name] = value }
    return .create(kind: row.kind, id: RecordID(high: 5, low: UInt64(index + 1)), object: object)
  }

  private static let rows: [(kind: String, values: [(String, JSONValue)])] = [
    ("rank-histories", [("grade", "III/a"), ("effectiveDate", "2011-08-01"), ("reason", "CPNS")]),
    (
      "rank-histories",
      [("grade", "III/b"), ("effectiveDate", "2020-04-01"), ("reason", "REGULER"), ("decreeNumber", "821/20/2020")]
    ),
    (
      "educations",
      [("level", "S1"), ("major", "Manajemen"), ("school", "Universitas Contoh"), ("graduationDate", "2009-08-20")]
    ),
    (
      "trainings",
      [
        ("name", "Latihan dasar"), ("kind", "LATSAR"), ("startDate", "2012-02-01"), ("endDate", "2012-03-15"),
        ("lessonHours", 120),
      ]
    ),
    (
      "trainings",
      [("name", "Audit SDM"), ("kind", "TEKNIS"), ("mode", "DARING"), ("startDate", "2025-12-03"), ("lessonHours", 38)]
    ),
    ("awards", [("kind", "SLKS10"), ("name", "Satyalancana Karya Satya X"), ("date", "2022-08-17")]),
    ("disciplines", [("kind", "RL"), ("violation", "Terlambat"), ("effectiveDate", "2018-05-02")]),
    ("family-members", [("relation", "SUAMI"), ("name", "Hadi Wibowo"), ("birthDate", "1985-01-30")]),
    ("documents", [("kind", "IJAZAH"), ("title", "Ijazah S1"), ("number", "UC-2009-118"), ("date", "2009-08-20")]),
  ]
}
