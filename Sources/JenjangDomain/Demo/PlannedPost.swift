/// A post of the made-up agency, before it has an identity.
struct PlannedPost {
  let title: String
  let kind: PositionKind
  var echelon: Echelon?
  let jobClass: Int
  /// The functional family, `Guru` for instance.
  var family: String?
  /// With which education people enter it.
  let level: EducationLevel
  var count = 1

  static func executive(_ title: String, _ echelon: Echelon, _ jobClass: Int) -> PlannedPost {
    PlannedPost(title: title, kind: .seniorExecutive3, echelon: echelon, jobClass: jobClass, level: .bachelor)
  }

  static func administrator(_ title: String, _ echelon: Echelon) -> PlannedPost {
    PlannedPost(
      title: title, kind: .administrator, echelon: echelon, jobClass: echelon == .iiiA ? 12 : 11, level: .bachelor)
  }

  static func supervisor(_ title: String, _ echelon: Echelon) -> PlannedPost {
    PlannedPost(title: title, kind: .supervisor, echelon: echelon, jobClass: echelon == .ivA ? 9 : 8, level: .bachelor)
  }

  static func functional(
    _ title: String, _ kind: PositionKind, _ family: String, _ level: EducationLevel, count: Int = 1
  ) -> PlannedPost {
    PlannedPost(
      title: title, kind: kind, jobClass: kind.usualClasses.lowerBound, family: family, level: level, count: count)
  }

  /// A functional post named by family and level.
  static func functional(
    _ family: String, _ kind: PositionKind, _ level: EducationLevel, count: Int = 1
  ) -> PlannedPost {
    functional(title(family, kind), kind, family, level, count: count)
  }

  static func operational(_ title: String, _ level: EducationLevel, _ jobClass: Int, count: Int = 1) -> PlannedPost {
    PlannedPost(title: title, kind: .operational, jobClass: jobClass, level: level, count: count)
  }

  /// The name of a functional post: the family, then the level.
  static func title(_ family: String, _ kind: PositionKind) -> String {
    let level =
      switch kind {
      case .skilled1: "Pemula"
      case .skilled2: "Terampil"
      case .skilled3: "Mahir"
      case .skilled4: "Penyelia"
      case .expert1: "Ahli Pertama"
      case .expert2: "Ahli Muda"
      case .expert3: "Ahli Madya"
      default: "Ahli Utama"
      }
    return "\(family) \(level)"
  }
}

extension PlannedPost {
  /// So many people of an office, by turns; nobody where the number is small stays out twice.
  private static func fill(_ posts: [PlannedPost], _ people: Int) -> [PlannedPost] {
    posts.enumerated().compactMap { place, post in
      var post = post
      post.count = people / posts.count + (place < people % posts.count ? 1 : 0)
      return post.count > 0 ? post : nil
    }
  }

  static func office(_ people: Int) -> [PlannedPost] {
    fill(
      [
        .operational("Penelaah Teknis Kebijakan", .bachelor, 7), .functional("Perencana", .expert1, .bachelor),
        .operational("Pengolah Data dan Informasi", .diploma3, 6),
        .functional("Analis SDM Aparatur", .expert2, .bachelor),
        .functional("Pranata Komputer", .skilled2, .diploma3),
        .operational("Pengadministrasi Perkantoran", .upperSecondary, 5),
        .functional("Analis Kebijakan", .expert3, .bachelor), .functional("Arsiparis", .skilled3, .diploma3),
      ], people)
  }

  static func clerks(_ people: Int) -> [PlannedPost] {
    fill(
      [
        .operational("Pengadministrasi Perkantoran", .upperSecondary, 5),
        .operational("Operator Layanan Operasional", .upperSecondary, 5),
        .operational("Pengolah Data dan Informasi", .diploma3, 6),
        .operational("Pengelola Umum Operasional", .lowerSecondary, 1),
      ], people)
  }

  static func auditors(_ people: Int) -> [PlannedPost] {
    fill(
      [
        .functional("Auditor", .expert2, .bachelor), .functional("Auditor", .expert1, .bachelor),
        .functional("Auditor", .expert3, .bachelor), .functional("Auditor", .skilled4, .diploma3),
      ], people + 2)
  }

  static func health(_ people: Int) -> [PlannedPost] {
    fill(
      [
        .functional("Perawat", .skilled2, .diploma3), .functional("Bidan", .skilled3, .diploma3),
        .functional("Perawat", .expert1, .bachelor), .functional("Dokter", .expert1, .master),
        .functional("Perawat", .skilled4, .diploma3), .functional("Bidan", .skilled2, .diploma3),
        .functional("Apoteker", .expert1, .master), .functional("Nutrisionis", .skilled3, .diploma3),
        .functional("Perawat", .expert2, .bachelor), .functional("Dokter", .expert2, .master),
        .functional("Pranata Laboratorium Kesehatan", .skilled2, .diploma3),
      ], people)
  }

  /// The teachers and staff of a school with so many classes a year.
  static func school(_ classes: Int) -> [PlannedPost] {
    [
      .functional("Kepala Sekolah", .expert3, "Guru", .bachelor),
      .functional("Guru", .expert3, .bachelor, count: classes - 1),
      .functional("Guru", .expert2, .bachelor, count: 2 * classes),
      .functional("Guru", .expert1, .bachelor, count: 3 * classes),
      .operational("Pengadministrasi Perkantoran", .upperSecondary, 5),
      .operational("Operator Layanan Operasional", .upperSecondary, 5),
    ]
  }
}
