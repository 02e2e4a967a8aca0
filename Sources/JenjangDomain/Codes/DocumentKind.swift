/// What a document in an employee's file is.
public enum DocumentKind: String, Code {
  case decree = "SK"
  case diploma = "IJAZAH"
  case certificate = "SERTIFIKAT"
  case agreement = "PERJANJIAN_KERJA"
  case identity = "IDENTITAS"
  case family = "KELUARGA"
  case letter = "SURAT"
  case other = "LAINNYA"

  public static let listName = "documentKind"

  public var title: Text {
    switch self {
    case .decree: Text("Surat keputusan", en: "Decree")
    case .diploma: Text("Ijazah dan transkrip", en: "Diploma and transcript")
    case .certificate: Text("Sertifikat", en: "Certificate")
    case .agreement: Text("Perjanjian kerja", en: "Work agreement")
    case .identity: Text("Kartu identitas", en: "Identity card")
    case .family: Text("Dokumen keluarga", en: "Family document")
    case .letter: Text("Surat", en: "Letter")
    case .other: Text("Dokumen lain", en: "Other document")
    }
  }
}
