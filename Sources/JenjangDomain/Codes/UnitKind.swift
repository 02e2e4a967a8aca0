/// The kinds of units of a regional government.
///
/// Source: PP 18/2016; `PEMDA` for the root and `LAINNYA` for what fits no other are this program's.
public enum UnitKind: String, Code {
  case government = "PEMDA"
  case regionalSecretariat = "SETDA"
  case councilSecretariat = "SETWAN"
  case inspectorate = "INSPEKTORAT"
  case department = "DINAS"
  case agency = "BADAN"
  case division = "BAGIAN"
  case bureau = "BIRO"
  case field = "BIDANG"
  case departmentSecretariat = "SEKRETARIAT_DINAS"
  case subdivision = "SUBBAG"
  case section = "SEKSI"
  case district = "KECAMATAN"
  case ward = "KELURAHAN"
  case serviceUnit = "UPTD"
  case branch = "CABANG_DINAS"
  case hospital = "RSUD"
  case healthCentre = "PUSKESMAS"
  case school = "SEKOLAH"
  case other = "LAINNYA"

  public static let listName = "unitKind"

  public var title: Text {
    switch self {
    case .government: Text("Pemerintah daerah", en: "Regional government")
    case .regionalSecretariat: Text("Sekretariat daerah", en: "Regional secretariat")
    case .councilSecretariat: Text("Sekretariat DPRD", en: "Secretariat of the council")
    case .inspectorate: Text("Inspektorat daerah", en: "Regional inspectorate")
    case .department: Text("Dinas", en: "Department")
    case .agency: Text("Badan", en: "Agency")
    case .division: Text("Bagian", en: "Division of the secretariat")
    case .bureau: Text("Biro", en: "Bureau")
    case .field: Text("Bidang", en: "Field of a department")
    case .departmentSecretariat: Text("Sekretariat dinas atau badan", en: "Secretariat of a department")
    case .subdivision: Text("Subbagian", en: "Subdivision")
    case .section: Text("Seksi", en: "Section")
    case .district: Text("Kecamatan", en: "District")
    case .ward: Text("Kelurahan", en: "Urban ward")
    case .serviceUnit: Text("Unit pelaksana teknis daerah", en: "Technical service unit")
    case .branch: Text("Cabang dinas", en: "Branch of a department")
    case .hospital: Text("Rumah sakit umum daerah", en: "Regional hospital")
    case .healthCentre: Text("Pusat kesehatan masyarakat", en: "Health centre")
    case .school: Text("Sekolah", en: "School")
    case .other: Text("Unit lain", en: "Other unit")
    }
  }
}
