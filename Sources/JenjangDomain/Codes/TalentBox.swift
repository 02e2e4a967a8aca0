/// A box of the talent map, 9 the best.
///
/// Source: PermenPANRB 3/2020; domain reference 6.1. The number does not depend on which axis is drawn upwards.
public enum TalentBox: String, Code, Comparable {
  case box1 = "1"
  case box2 = "2"
  case box3 = "3"
  case box4 = "4"
  case box5 = "5"
  case box6 = "6"
  case box7 = "7"
  case box8 = "8"
  case box9 = "9"

  public static let listName = "talentBox"

  public init(_ performance: PerformanceAxis, _ potential: PotentialAxis) {
    switch (performance, potential) {
    case (.above, .low): self = .box4
    case (.above, .medium): self = .box7
    case (.above, .high): self = .box9
    case (.meets, .low): self = .box2
    case (.meets, .medium): self = .box5
    case (.meets, .high): self = .box8
    case (.below, .low): self = .box1
    case (.below, .medium): self = .box3
    case (.below, .high): self = .box6
    }
  }

  public var title: Text { Text("Kotak \(rawValue)", en: "Box \(rawValue)") }

  /// What is done with the people of the box.
  public var treatment: Text {
    switch self {
    case .box9:
      Text(
        "dipromosikan dan dipertahankan; kelompok rencana suksesi instansi/nasional; penghargaan",
        en: "promote and retain; succession pool of the agency or the nation; reward")
    case .box8:
      Text(
        "dipertahankan; kelompok rencana suksesi instansi; rotasi/perluasan jabatan; bimbingan kinerja",
        en: "retain; succession pool of the agency; rotate or widen the post; guide performance")
    case .box7:
      Text(
        "dipertahankan; kelompok rencana suksesi instansi; rotasi/pengayaan jabatan; pengembangan kompetensi; tugas belajar",
        en: "retain; succession pool of the agency; rotate or enrich the post; develop competency; study assignment")
    case .box6:
      Text(
        "penempatan yang sesuai; bimbingan kinerja; konseling kinerja",
        en: "suitable placement; guide performance; counsel on performance")
    case .box5:
      Text(
        "penempatan yang sesuai; bimbingan kinerja; pengembangan kompetensi",
        en: "suitable placement; guide performance; develop competency")
    case .box4: Text("rotasi; pengembangan kompetensi", en: "rotate; develop competency")
    case .box3:
      Text(
        "bimbingan kinerja; konseling kinerja; pengembangan kompetensi; penempatan yang sesuai",
        en: "guide performance; counsel on performance; develop competency; suitable placement")
    case .box2:
      Text(
        "bimbingan kinerja; pengembangan kompetensi; penempatan yang sesuai",
        en: "guide performance; develop competency; suitable placement")
    case .box1: Text("diproses sesuai peraturan perundang-undangan", en: "proceed by law")
    }
  }

  public static func < (left: TalentBox, right: TalentBox) -> Bool { left.rawValue < right.rawValue }
}
