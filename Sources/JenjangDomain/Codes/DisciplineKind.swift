/// The disciplinary punishments.
///
/// Source: PP 94/2021, Peraturan BKN 6/2022.
public enum DisciplineKind: String, Code {
  case spokenReprimand = "RL"
  case writtenReprimand = "RT"
  case dissatisfaction = "RP"
  case allowanceCut6 = "S6"
  case allowanceCut9 = "S9"
  case allowanceCut12 = "S12"
  case lowerPost = "BT"
  case releasedFromPost = "BB"
  case dismissal = "BD"

  public static let listName = "disciplineKind"

  public var title: Text {
    switch self {
    case .spokenReprimand: Text("Teguran lisan", en: "Spoken reprimand")
    case .writtenReprimand: Text("Teguran tertulis", en: "Written reprimand")
    case .dissatisfaction: Text("Pernyataan tidak puas tertulis", en: "Written statement of dissatisfaction")
    case .allowanceCut6: Text("Potongan tunjangan 25% selama 6 bulan", en: "Allowance cut by 25% for 6 months")
    case .allowanceCut9: Text("Potongan tunjangan 25% selama 9 bulan", en: "Allowance cut by 25% for 9 months")
    case .allowanceCut12: Text("Potongan tunjangan 25% selama 12 bulan", en: "Allowance cut by 25% for 12 months")
    case .lowerPost: Text("Jabatan setingkat lebih rendah selama 12 bulan", en: "Post one level lower for 12 months")
    case .releasedFromPost:
      Text("Pembebasan menjadi pelaksana selama 12 bulan", en: "Release to operational post for 12 months")
    case .dismissal:
      Text("Pemberhentian dengan hormat tidak atas permintaan sendiri", en: "Honourable dismissal, not at own request")
    }
  }
}

extension DisciplineKind {
  public var level: DisciplineLevel {
    switch self {
    case .spokenReprimand, .writtenReprimand, .dissatisfaction: .light
    case .allowanceCut6, .allowanceCut9, .allowanceCut12: .moderate
    case .lowerPost, .releasedFromPost, .dismissal: .severe
    }
  }

  /// How long it is served; nil when it has no length.
  public var months: Int? {
    switch self {
    case .allowanceCut6: 6
    case .allowanceCut9: 9
    case .allowanceCut12, .lowerPost, .releasedFromPost: 12
    case .spokenReprimand, .writtenReprimand, .dissatisfaction, .dismissal: nil
    }
  }
}
