/// The forms in which competency is developed.
///
/// Source: Peraturan LAN 10/2018; domain reference 4.5.
public enum LearningForm: String, Code {
  case training = "PELATIHAN"
  case seminar = "SEMINAR"
  case workshop = "LOKAKARYA"
  case eLearning = "E_LEARNING"
  case coaching = "COACHING"
  case community = "KOMUNITAS_BELAJAR"
  case benchmarking = "PATOK_BANDING"
  case internship = "MAGANG"
  case outdoor = "ALAM_TERBUKA"

  public static let listName = "learningForm"

  public var title: Text {
    switch self {
    case .training: Text("Pelatihan", en: "Training")
    case .seminar: Text("Seminar, konferensi, sarasehan", en: "Seminar, conference")
    case .workshop: Text("Lokakarya, kursus, bimtek, sosialisasi", en: "Workshop, course, outreach")
    case .eLearning: Text("E-learning, pelatihan jarak jauh", en: "E-learning, distance training")
    case .coaching: Text("Coaching, mentoring", en: "Coaching, mentoring, by session")
    case .community:
      Text("Komunitas belajar, bimbingan, belajar mandiri", en: "Learning community, guidance, self-study")
    case .benchmarking: Text("Patok banding", en: "Benchmarking visit")
    case .internship: Text("Magang, detasering, pertukaran", en: "Internship, detachment, exchange")
    case .outdoor: Text("Pembelajaran alam terbuka", en: "Outdoor learning")
    }
  }

  /// Learning in a class; the other forms count by activity.
  public var isClassical: Bool { self == .training || self == .seminar || self == .workshop }
}
