/// Levels of education as far as rank depends on them.
///
/// Source: domain reference 1.5. D-I counts as SMA, D-IV as S1, physicians and pharmacists as S2.
public enum EducationLevel: String, Code, Comparable {
  case primary = "SD"
  case lowerSecondary = "SMP"
  case vocationalLowerSecondary = "SMPK"
  case upperSecondary = "SMA"
  case diploma2 = "D2"
  case specialTeacher = "SGPLB"
  case diploma3 = "D3"
  case bachelor = "S1"
  case master = "S2"
  case doctor = "S3"

  public static let listName = "educationLevel"

  public var title: Text {
    switch self {
    case .primary: Text("SD", en: "Primary school")
    case .lowerSecondary: Text("SMP", en: "Lower secondary school")
    case .vocationalLowerSecondary: Text("SMP kejuruan", en: "Vocational lower secondary school")
    case .upperSecondary: Text("SMA, SMK, D-I", en: "Upper secondary, vocational, D-I")
    case .diploma2: Text("D-II", en: "Two-year diploma (D-II)")
    case .specialTeacher: Text("SGPLB", en: "Special-needs teacher school")
    case .diploma3: Text("D-III, akademi, sarjana muda", en: "Three-year diploma (D-III)")
    case .bachelor: Text("S-1, D-IV", en: "Bachelor (S-1, D-IV)")
    case .master: Text("S-2, dokter, apoteker", en: "Master (S-2), physician, pharmacist")
    case .doctor: Text("S-3", en: "Doctor (S-3)")
    }
  }
}

extension EducationLevel {
  public var spellings: [String] {
    switch self {
    case .primary: ["Sekolah Dasar", "SR", "MI", "Paket A"]
    case .lowerSecondary: ["SLTP", "MTs", "Sekolah Menengah Pertama", "Paket B"]
    case .vocationalLowerSecondary: ["SLTP Kejuruan", "ST", "SKP", "SMEP"]
    case .upperSecondary:
      [
        "SLTA", "SMU", "SMK", "MA", "STM", "SMEA", "SMKK", "SPG", "SGO", "SPK", "KPAA", "Sekolah Menengah Atas",
        "SLTA Kejuruan", "SLTA Keguruan", "SMA/SMK", "SMA/Sederajat", "SLTA/Sederajat", "Paket C", "D1", "D-I",
        "Diploma I", "Diploma 1",
      ]
    case .diploma2: ["D-II", "Diploma II", "Diploma 2"]
    case .specialTeacher: []
    case .diploma3:
      ["D-III", "Diploma III", "Diploma 3", "Diploma III/Sarjana Muda", "Sarjana Muda", "Akademi", "Sarmud"]
    case .bachelor:
      [
        "Sarjana", "S-1/Sarjana", "Strata 1", "Strata I", "D4", "D-IV", "D-IV/S-1", "Diploma IV",
        "Diploma 4", "Sarjana Terapan",
      ]
    case .master: ["Magister", "S-2/Magister", "Strata 2", "Strata II", "Pascasarjana", "Dokter", "Apoteker"]
    case .doctor: ["Doktor", "S-3/Doktor", "Strata 3", "Strata III"]
    }
  }

  /// 0 for the lowest.
  public var order: Int { EducationLevel.orders[self] ?? 0 }
  private static let orders = Dictionary(uniqueKeysWithValues: zip(allCases, 0...))

  public static func < (left: EducationLevel, right: EducationLevel) -> Bool { left.order < right.order }

  /// The rank of a new permanent civil servant with this education.
  public var entryRank: Grade {
    switch self {
    case .primary: .iA
    case .lowerSecondary, .vocationalLowerSecondary: .iC
    case .upperSecondary: .iiA
    case .diploma2, .specialTeacher: .iiB
    case .diploma3: .iiC
    case .bachelor: .iiiA
    case .master: .iiiB
    case .doctor: .iiiC
    }
  }

  /// The highest rank that regular promotion reaches with this education.
  public var ceiling: Grade {
    switch self {
    case .primary: .iiA
    case .lowerSecondary: .iiC
    case .vocationalLowerSecondary: .iiD
    case .upperSecondary, .diploma2: .iiiB
    case .specialTeacher, .diploma3: .iiiC
    case .bachelor: .iiiD
    case .master: .ivA
    case .doctor: .ivB
    }
  }

  /// The contract grade of a new PPPK with this education.
  ///
  /// Source: domain reference 1.4; SD and S-3 are professional knowledge.
  public var contractGrade: Grade {
    switch self {
    case .primary: .contract1
    case .lowerSecondary, .vocationalLowerSecondary: .contract4
    case .upperSecondary: .contract5
    case .diploma2, .specialTeacher: .contract6
    case .diploma3: .contract7
    case .bachelor: .contract9
    case .master: .contract10
    case .doctor: .contract11
    }
  }
}
