/// What somebody is drawn to.
public enum InterestKind: String, Code {
  case field = "BIDANG"
  case post = "JABATAN"
  case place = "TEMPAT"
  case programme = "PELATIHAN"
  case study = "STUDI"

  public static let listName = "interestKind"

  public var title: Text {
    switch self {
    case .field: Text("Bidang kerja", en: "Field of work")
    case .post: Text("Jabatan", en: "Post")
    case .place: Text("Tempat tugas", en: "Place of duty")
    case .programme: Text("Pelatihan", en: "Training programme")
    case .study: Text("Tugas belajar", en: "Study")
    }
  }
}
