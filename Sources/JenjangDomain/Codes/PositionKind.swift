/// The kinds of positions: managerial, operational, and the levels of functional posts.
///
/// Source: UU 20/2023; domain reference 1.6.
public enum PositionKind: String, Code {
  case seniorExecutive1 = "JPT_UTAMA"
  case seniorExecutive2 = "JPT_MADYA"
  case seniorExecutive3 = "JPT_PRATAMA"
  case administrator = "ADMINISTRATOR"
  case supervisor = "PENGAWAS"
  case operational = "PELAKSANA"
  case skilled1 = "JF_PEMULA"
  case skilled2 = "JF_TERAMPIL"
  case skilled3 = "JF_MAHIR"
  case skilled4 = "JF_PENYELIA"
  case expert1 = "JF_AHLI_PERTAMA"
  case expert2 = "JF_AHLI_MUDA"
  case expert3 = "JF_AHLI_MADYA"
  case expert4 = "JF_AHLI_UTAMA"

  public static let listName = "positionKind"

  public var title: Text {
    switch self {
    case .seniorExecutive1: Text("Jabatan pimpinan tinggi utama", en: "Principal senior executive post")
    case .seniorExecutive2: Text("Jabatan pimpinan tinggi madya", en: "Intermediate senior executive post")
    case .seniorExecutive3: Text("Jabatan pimpinan tinggi pratama", en: "Junior senior executive post")
    case .administrator: Text("Jabatan administrator", en: "Administrator post")
    case .supervisor: Text("Jabatan pengawas", en: "Supervisor post")
    case .operational: Text("Jabatan pelaksana", en: "Operational post")
    case .skilled1: Text("Fungsional pemula", en: "Functional, skilled: beginner")
    case .skilled2: Text("Fungsional terampil", en: "Functional, skilled: skilled")
    case .skilled3: Text("Fungsional mahir", en: "Functional, skilled: proficient")
    case .skilled4: Text("Fungsional penyelia", en: "Functional, skilled: overseer")
    case .expert1: Text("Fungsional ahli pertama", en: "Functional, expert: first")
    case .expert2: Text("Fungsional ahli muda", en: "Functional, expert: junior")
    case .expert3: Text("Fungsional ahli madya", en: "Functional, expert: intermediate")
    case .expert4: Text("Fungsional ahli utama", en: "Functional, expert: principal")
    }
  }
}

extension PositionKind {
  /// The level as it stands at the end of a functional post's name: `Perawat Ahli Muda`; nil for other posts.
  var level: String? {
    switch self {
    case .skilled1: "Pemula"
    case .skilled2: "Terampil"
    case .skilled3: "Mahir"
    case .skilled4: "Penyelia"
    case .expert1: "Ahli pertama"
    case .expert2: "Ahli muda"
    case .expert3: "Ahli madya"
    case .expert4: "Ahli utama"
    case .seniorExecutive1, .seniorExecutive2, .seniorExecutive3, .administrator, .supervisor, .operational: nil
    }
  }

  public var spellings: [String] { [level].compactMap(\.self) + otherSpellings }

  private var otherSpellings: [String] {
    switch self {
    case .seniorExecutive1: ["Pimpinan tinggi utama"]
    case .seniorExecutive2: ["Pimpinan tinggi madya"]
    case .seniorExecutive3: ["Pimpinan tinggi pratama"]
    case .operational: ["Fungsional umum", "JFU"]
    case .skilled2: ["Pelaksana terampil"]
    case .skilled3: ["Pelaksana lanjutan"]
    default: []
    }
  }

  /// The three worlds of a career.
  public enum Group: Sendable {
    case managerial
    case operational
    case functional
  }

  public var group: Group {
    switch self {
    case .seniorExecutive1, .seniorExecutive2, .seniorExecutive3, .administrator, .supervisor: .managerial
    case .operational: .operational
    default: .functional
    }
  }

  public var isManagerial: Bool { group == .managerial }
  public var isFunctional: Bool { group == .functional }

  /// The lowest and the highest rank of its holders; nil for operational posts, where education decides.
  public var ranks: ClosedRange<Grade>? {
    switch self {
    case .seniorExecutive1: .ivD ... .ivE
    case .seniorExecutive2: .ivC ... .ivE
    case .seniorExecutive3: .ivB ... .ivD
    case .administrator: .iiiD ... .ivB
    case .supervisor: .iiiB ... .iiiD
    case .operational: nil
    case .skilled1: .iiA ... .iiA
    case .skilled2: .iiB ... .iiD
    case .skilled3, .expert1: .iiiA ... .iiiB
    case .skilled4, .expert2: .iiiC ... .iiiD
    case .expert3: .ivA ... .ivC
    case .expert4: .ivD ... .ivE
    }
  }

  /// The contract grades of its holders, lowest first; empty where the table of levels has none.
  ///
  /// Source: domain reference 1.4. Of two grades the education decides.
  public var contractGrades: [Grade] {
    switch self {
    case .skilled1: [.contract5]
    case .skilled2: [.contract6, .contract7]
    case .skilled3: [.contract9]
    case .skilled4: [.contract11]
    case .expert1: [.contract9, .contract10]
    case .expert2: [.contract11]
    case .expert3: [.contract13]
    case .expert4: [.contract16]
    default: []
    }
  }

  /// The echelons that such a post can bear; empty for posts without one.
  public var echelons: [Echelon] {
    switch self {
    case .seniorExecutive1: [.iA]
    case .seniorExecutive2: [.iA, .iB]
    case .seniorExecutive3: [.iiA, .iiB]
    case .administrator: [.iiiA, .iiiB]
    case .supervisor: [.ivA, .ivB]
    case .operational: [.v]
    default: []
    }
  }

  /// The usual job classes; the local job evaluation decides, so this only fills in a first value.
  public var usualClasses: ClosedRange<Int> {
    switch self {
    case .seniorExecutive1: 17...17
    case .seniorExecutive2: 15...17
    case .seniorExecutive3: 13...15
    case .administrator: 11...12
    case .supervisor: 8...9
    case .operational: 1...7
    case .skilled1: 5...5
    case .skilled2: 6...6
    case .skilled3: 7...7
    case .skilled4, .expert1: 8...8
    case .expert2: 9...10
    case .expert3: 11...12
    case .expert4: 13...14
    }
  }
}
