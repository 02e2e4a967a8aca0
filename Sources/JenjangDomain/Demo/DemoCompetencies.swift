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
