/// Where a change request stands.
public enum RequestState: String, Code {
  case submitted = "DIAJUKAN"
  case returned = "DIKEMBALIKAN"
  case accepted = "DITERIMA"
  case withdrawn = "DITARIK"

  public static let listName = "requestState"

  public var title: Text {
    switch self {
    case .submitted: Text("Diajukan", en: "Submitted")
    case .returned: Text("Dikembalikan", en: "Returned")
    case .accepted: Text("Diterima", en: "Accepted")
    case .withdrawn: Text("Ditarik kembali", en: "Withdrawn")
    }
  }
}

/// Why a change request goes back to the person who asked.
public enum ReturnReason: String, Code {
  case noProof = "TANPA_BUKTI"
  case unreadableProof = "BUKTI_TIDAK_TERBACA"
  case proofDiffers = "TIDAK_SESUAI_BUKTI"
  case incomplete = "TIDAK_LENGKAP"
  case duplicate = "SUDAH_ADA"
  case wrongPlace = "SALAH_TEMPAT"
  case other = "LAINNYA"

  public static let listName = "returnReason"

  public var title: Text {
    switch self {
    case .noProof: Text("Bukti belum dilampirkan", en: "No proof")
    case .unreadableProof: Text("Bukti tidak terbaca", en: "The proof cannot be read")
    case .proofDiffers: Text("Tidak sesuai dengan bukti", en: "Differs from the proof")
    case .incomplete: Text("Isian belum lengkap", en: "Incomplete")
    case .duplicate: Text("Sudah tercatat", en: "Already recorded")
    case .wrongPlace: Text("Diajukan di tempat yang salah", en: "Asked for in the wrong place")
    case .other: Text("Alasan lain", en: "Another reason")
    }
  }
}
