/// What has a deadline in the life of a complaint (SP4N-LAPOR!).
///
/// Source: Perpres 76/2013; domain reference 10.2.
public enum ComplaintStep: String, Code {
  case verification = "VERIFIKASI"
  case followUp = "TINDAK_LANJUT"
  case plain = "SELESAI_BIASA"
  case withoutField = "SELESAI_TANPA_LAPANGAN"
  case withField = "SELESAI_DENGAN_LAPANGAN"
  case silence = "MENUNGGU_PELAPOR"

  public static let listName = "complaintStep"

  public var title: Text {
    switch self {
    case .verification: Text("Verifikasi dan penerusan", en: "Verify and forward")
    case .followUp: Text("Koordinasi dan tindak lanjut pertama", en: "Coordinate and first follow-up")
    case .plain:
      Text("Penyelesaian permintaan informasi atau pengaduan biasa", en: "Settle a request or plain complaint")
    case .withoutField: Text("Penyelesaian tanpa pemeriksaan lapangan", en: "Settle without field examination")
    case .withField: Text("Penyelesaian dengan pemeriksaan lapangan", en: "Settle with field examination")
    case .silence: Text("Penutupan bila pelapor diam", en: "Close when the reporter is silent")
    }
  }
}
