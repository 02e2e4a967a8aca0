/// A made-up dictionary of competencies in words of its own, after the model of the law.
enum DemoCompetencies {
  struct Entry: Sendable {
    let code: String
    let name: String
    let kind: CompetencyKind
    var field: String?
    let definition: String
    /// What is to be seen at the levels 1 to 5.
    let levels: [String]
  }

  static let all: [Entry] =
    zip(StandardCompetency.allCases, standardTexts).map { competency, text in
      Entry(
        code: competency.rawValue, name: competency.title.indonesian, kind: competency.kind, definition: text.0,
        levels: text.1)
    } + technical

  private static let standardTexts: [(String, [String])] = [
    (
      "Bertindak konsisten menurut nilai, norma dan etika organisasi.",
      [
        "Jujur dan terbuka dalam pekerjaan sendiri.", "Mengingatkan rekan untuk bertindak menurut aturan.",
        "Memastikan unit bekerja menurut standar etika.", "Menciptakan situasi kerja yang mendorong kepatuhan.",
        "Menjadi teladan integritas di tingkat nasional.",
      ]
    ),
    (
      "Menjalin hubungan kerja yang saling membantu.",
      [
        "Menyelesaikan bagiannya dalam kelompok.", "Menawarkan bantuan dan berbagi informasi.",
        "Membangun tim kerja yang efektif.", "Menyatukan unit yang berbeda kepentingan.",
        "Membangun kemitraan lintas lembaga.",
      ]
    ),
    (
      "Menyampaikan dan menerima informasi dengan jelas.",
      [
        "Menyampaikan informasi apa adanya.", "Menyusun laporan yang runtut.", "Berkomunikasi aktif dan meyakinkan.",
        "Menyampaikan hal rumit kepada berbagai pihak.", "Merumuskan pesan strategis organisasi.",
      ]
    ),
    (
      "Berusaha mencapai hasil melebihi standar.",
      [
        "Menyelesaikan tugas tepat waktu.", "Memperbaiki cara kerja sendiri.", "Menetapkan target unit yang menantang.",
        "Mendorong unit mencapai hasil melebihi target.", "Menetapkan standar kinerja organisasi.",
      ]
    ),
    (
      "Melayani masyarakat secara jujur, tanggap dan adil.",
      [
        "Melayani menurut prosedur.", "Memahami kebutuhan penerima layanan.", "Memperbaiki layanan unit.",
        "Memantau dan menilai mutu layanan lintas unit.", "Merancang kebijakan layanan jangka panjang.",
      ]
    ),
    (
      "Meningkatkan pengetahuan diri dan orang lain.",
      [
        "Mengenali kebutuhan belajarnya.", "Belajar dari tugas dan membagikannya.",
        "Memberi umpan balik dan bimbingan.",
        "Menyusun program pengembangan unit.", "Membangun organisasi pembelajar.",
      ]
    ),
    (
      "Menyesuaikan diri dan memimpin perubahan.",
      [
        "Mengikuti perubahan dengan arahan.", "Proaktif menyesuaikan cara kerja.", "Membantu orang lain berubah.",
        "Memimpin perubahan di unit.", "Mendorong perubahan nasional.",
      ]
    ),
    (
      "Mengambil keputusan yang tepat dan bertanggung jawab.",
      [
        "Mengumpulkan data untuk keputusan.", "Menganalisis masalah sehari-hari.", "Membandingkan beberapa pilihan.",
        "Memutuskan hal berisiko dengan dasar data.", "Memutuskan kebijakan berdampak nasional.",
      ]
    ),
    (
      "Peka pada keberagaman dan menjaga persatuan.",
      [
        "Menghargai perbedaan.", "Berlaku adil kepada semua golongan.", "Mencegah pertentangan di lingkungan kerja.",
        "Mendayagunakan perbedaan untuk hasil kerja.", "Merumuskan kebijakan yang mempersatukan.",
      ]
    ),
  ]

  private static let technical = [
    technical("KEU-01", "Pengelolaan keuangan daerah", "Keuangan", "anggaran, pelaksanaan dan pertanggungjawaban"),
    technical("PBJ-01", "Pengadaan barang dan jasa", "Keuangan", "perencanaan, pemilihan dan kontrak pengadaan"),
    technical("REN-01", "Perencanaan pembangunan", "Perencanaan", "rencana kerja, indikator dan evaluasinya"),
    technical("ARS-01", "Pengelolaan arsip", "Administrasi", "arsip dinamis dan penyusutannya"),
    technical("TIK-01", "Pengolahan data dan aplikasi", "Teknologi informasi", "data, aplikasi dan keamanannya"),
    technical("LAY-01", "Layanan terpadu", "Pelayanan", "standar layanan, keluhan dan survei"),
    technical("DIK-01", "Pembelajaran berpusat pada murid", "Pendidikan", "asesmen, modul ajar dan refleksi"),
    technical("KES-01", "Asuhan keperawatan", "Kesehatan", "pengkajian, tindakan dan keselamatan pasien"),
  ]

  private static func technical(_ code: String, _ name: String, _ field: String, _ parts: String) -> Entry {
    Entry(
      code: code, name: name, kind: .technical, field: field, definition: "Menguasai \(parts).",
      levels: [
        "Mengenal dasar \(parts) dan bekerja dengan bimbingan.", "Mengerjakan \(parts) menurut pedoman.",
        "Menangani kasus yang tidak biasa dan membimbing rekan.", "Menyusun pedoman dan menilai mutunya.",
        "Menjadi rujukan dan mengembangkan kebijakannya.",
      ])
  }

  /// What kinds of posts require beyond the general table: kind, family, levels.
  static let standards: [(kind: PositionKind, family: String?, levels: String)] = [
    (.seniorExecutive3, nil, "KEU-01 3, REN-01 4"), (.administrator, nil, "KEU-01 3, REN-01 3, TIK-01 2"),
    (.supervisor, nil, "KEU-01 2, REN-01 2, TIK-01 2"), (.operational, nil, "ARS-01 1, TIK-01 2, LAY-01 1"),
    (.expert1, "Guru", "DIK-01 2"), (.expert2, "Guru", "DIK-01 3"), (.expert3, "Guru", "DIK-01 4"),
    (.skilled2, "Perawat", "KES-01 2"), (.skilled3, "Perawat", "KES-01 2"), (.skilled4, "Perawat", "KES-01 3"),
    (.expert1, "Perawat", "KES-01 3"), (.expert2, "Perawat", "KES-01 3"), (.expert1, nil, "TIK-01 2"),
    (.expert2, nil, "TIK-01 2"),
  ]
}

/// The made-up catalogue of programmes.
struct DemoProgramme: Sendable {
  let code: String
  let name: String
  let kind: TrainingKind
  let form: LearningForm
  let raises: String?
  let hours: Int
  let days: Int
  let capacity: Int
  let cost: Int
  let field: String
  /// How often it is held in the year.
  let batches: Int
  var targets: String?

  static let all = [
    DemoProgramme(
      code: "KEU-D", name: "Pengelolaan Keuangan Daerah", kind: .technical, form: .training, raises: "KEU-01 3",
      hours: 40, days: 5, capacity: 30, cost: 2_400_000, field: "Keuangan", batches: 3),
    DemoProgramme(
      code: "KEU-B", name: "Bimtek Bendahara", kind: .technical, form: .workshop, raises: "KEU-01 2", hours: 24,
      days: 3,
      capacity: 40, cost: 1_200_000, field: "Keuangan", batches: 2),
    DemoProgramme(
      code: "PBJ-D", name: "Pengadaan Barang dan Jasa", kind: .technical, form: .training, raises: "PBJ-01 3",
      hours: 60,
      days: 8, capacity: 25, cost: 3_500_000, field: "Keuangan", batches: 2),
    DemoProgramme(
      code: "REN-D", name: "Penyusunan Rencana Kerja", kind: .technical, form: .workshop, raises: "REN-01 3", hours: 32,
      days: 4, capacity: 30, cost: 1_800_000, field: "Perencanaan", batches: 3),
    DemoProgramme(
      code: "ARS-D", name: "Arsip Dinamis", kind: .technical, form: .workshop, raises: "ARS-01 2", hours: 24, days: 3,
      capacity: 30, cost: 900_000, field: "Administrasi", batches: 2),
    DemoProgramme(
      code: "TIK-D", name: "Olah Data dan Aplikasi", kind: .technical, form: .eLearning, raises: "TIK-01 2", hours: 20,
      days: 3, capacity: 60, cost: 350_000, field: "Teknologi informasi", batches: 4),
    DemoProgramme(
      code: "TIK-A", name: "Keamanan Siber", kind: .technical, form: .workshop, raises: "TIK-01 3", hours: 20, days: 3,
      capacity: 25, cost: 1_500_000, field: "Teknologi informasi", batches: 2),
    DemoProgramme(
      code: "LAY-D", name: "Pelayanan Prima", kind: .socioCultural, form: .workshop,
      raises: "LAY-01 2, PELAYANAN_PUBLIK 2", hours: 16, days: 2, capacity: 40, cost: 600_000, field: "Pelayanan",
      batches: 4),
    DemoProgramme(
      code: "KOM-D", name: "Komunikasi Efektif", kind: .managerial, form: .workshop, raises: "KOMUNIKASI 2", hours: 16,
      days: 2, capacity: 30, cost: 750_000, field: "Manajerial", batches: 3),
    DemoProgramme(
      code: "UBAH", name: "Memimpin Perubahan", kind: .managerial, form: .training,
      raises: "PERUBAHAN 3, KEPUTUSAN 3", hours: 32, days: 4, capacity: 25, cost: 2_800_000, field: "Manajerial",
      batches: 2),
    DemoProgramme(
      code: "TIM", name: "Membangun Tim Kerja", kind: .managerial, form: .outdoor,
      raises: "KERJA_SAMA 3, PENGEMBANGAN 3",
      hours: 16, days: 2, capacity: 30, cost: 1_100_000, field: "Manajerial", batches: 2),
    DemoProgramme(
      code: "KEBANGSAAN", name: "Perekat Kebangsaan", kind: .socioCultural, form: .seminar, raises: "PEREKAT_BANGSA 2",
      hours: 8, days: 1, capacity: 100, cost: 150_000, field: "Sosial kultural", batches: 2),
    DemoProgramme(
      code: "DIK-D", name: "Pembelajaran Mendalam", kind: .functional, form: .training, raises: "DIK-01 3", hours: 40,
      days: 5, capacity: 40, cost: 1_300_000, field: "Pendidikan", batches: 3),
    DemoProgramme(
      code: "KES-D", name: "Keselamatan Pasien", kind: .functional, form: .training, raises: "KES-01 3", hours: 30,
      days: 4, capacity: 30, cost: 1_700_000, field: "Kesehatan", batches: 3),
    DemoProgramme(
      code: "PKP", name: "Pelatihan Kepemimpinan Pengawas", kind: .supervisorLeadership, form: .training,
      raises: "INTEGRITAS 2, ORIENTASI_HASIL 2, KEPUTUSAN 2", hours: 900, days: 60, capacity: 40, cost: 24_000_000,
      field: "Kepemimpinan", batches: 1, targets: "PENGAWAS, PELAKSANA"),
    DemoProgramme(
      code: "STUDI-1", name: "Patok Banding Layanan", kind: .managerial, form: .benchmarking,
      raises: "PELAYANAN_PUBLIK 3", hours: 10, days: 3, capacity: 15, cost: 4_500_000, field: "Pelayanan", batches: 1),
    DemoProgramme(
      code: "SOS", name: "Sosialisasi Aturan Kepegawaian", kind: .technical, form: .workshop, raises: nil, hours: 4,
      days: 1, capacity: 120, cost: 60_000, field: "Kepegawaian", batches: 2),
  ]
}
