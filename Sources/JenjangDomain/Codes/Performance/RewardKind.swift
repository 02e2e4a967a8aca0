/// What somebody is rewarded with.
public enum RewardKind: String, Code {
  case certificate = "PIAGAM"
  case bestEmployee = "PEGAWAI_TELADAN"
  case outstandingPromotion = "KP_LUAR_BIASA"
  case development = "PENGEMBANGAN"
  case allowance = "TAMBAHAN_PENGHASILAN"
  case mention = "APRESIASI"
  case other = "LAINNYA"

  public static let listName = "rewardKind"

  public var title: Text {
    switch self {
    case .certificate: Text("Piagam penghargaan", en: "Certificate of merit")
    case .bestEmployee: Text("Pegawai teladan", en: "Exemplary employee")
    case .outstandingPromotion:
      Text("Kenaikan pangkat prestasi luar biasa", en: "Rank promotion for outstanding performance")
    case .development: Text("Kesempatan pengembangan kompetensi", en: "A place in development")
    case .allowance: Text("Tambahan penghasilan", en: "Allowance")
    case .mention: Text("Apresiasi pimpinan", en: "Commendation by the leader")
    case .other: Text("Lainnya", en: "Other")
    }
  }
}
