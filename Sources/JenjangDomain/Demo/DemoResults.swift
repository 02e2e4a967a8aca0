/// Made-up work results with their indicators, by what people do.
struct DemoResult: Sendable {
  let text: String
  let aspect: IndicatorAspect
  let indicator: String
  let target: Int
  let unit: String

  init(_ text: String, _ aspect: IndicatorAspect, _ indicator: String, _ target: Int, _ unit: String) {
    self.text = text
    self.aspect = aspect
    self.indicator = indicator
    self.target = target
    self.unit = unit
  }

  /// The five results of somebody in a post of a kind and family.
  static func all(_ kind: PositionKind, family: String?) -> [DemoResult] {
    if kind.isManagerial { return kind == .supervisor ? supervisors : leaders }
    switch family {
    case "Guru"?: return teachers
    case "Perawat"?, "Bidan"?, "Dokter"?, "Apoteker"?, "Nutrisionis"?, "Pranata Laboratorium Kesehatan"?: return health
    case "Auditor"?: return auditors
    case nil: return clerks
    default: return experts
    }
  }

  private static let leaders = [
    DemoResult(
      "Program unit terlaksana sesuai perjanjian kinerja", .quality, "Capaian perjanjian kinerja", 95, "persen"),
    DemoResult("Layanan kepada masyarakat memuaskan", .quality, "Indeks kepuasan masyarakat", 88, "indeks"),
    DemoResult("Anggaran terserap tepat sasaran", .cost, "Penyerapan anggaran", 94, "persen"),
    DemoResult("Temuan pengawasan ditindaklanjuti", .quantity, "Temuan yang selesai", 12, "temuan"),
    DemoResult("Kinerja pegawai dibina secara berkala", .quantity, "Dialog kinerja yang dilaksanakan", 24, "dialog"),
  ]
  private static let supervisors = [
    DemoResult("Rencana kerja seksi tersusun dan terlaksana", .quantity, "Kegiatan yang selesai", 10, "kegiatan"),
    DemoResult("Laporan unit selesai tepat waktu", .time, "Laporan bulanan yang disampaikan", 12, "laporan"),
    DemoResult("Layanan administrasi berjalan tertib", .quality, "Berkas tanpa kesalahan", 97, "persen"),
    DemoResult("Aset unit terdata", .quantity, "Barang yang diperiksa", 240, "barang"),
    DemoResult("Pegawai seksi terbimbing", .quantity, "Bimbingan yang dilakukan", 12, "kali"),
  ]
  private static let teachers = [
    DemoResult("Pembelajaran berpusat pada murid terlaksana", .quantity, "Modul ajar yang digunakan", 36, "modul"),
    DemoResult("Hasil belajar murid meningkat", .quality, "Murid mencapai ketuntasan", 85, "persen"),
    DemoResult("Asesmen dan rapor selesai tepat waktu", .time, "Rapor yang diserahkan", 2, "semester"),
    DemoResult("Komunitas belajar guru berjalan", .quantity, "Pertemuan yang diikuti", 10, "pertemuan"),
    DemoResult("Orang tua terlibat dalam pembelajaran", .quantity, "Pertemuan dengan orang tua", 4, "kali"),
  ]
  private static let health = [
    DemoResult("Pasien terlayani sesuai standar", .quantity, "Pasien yang dilayani", 1_200, "pasien"),
    DemoResult("Keselamatan pasien terjaga", .quality, "Kepatuhan pada prosedur", 98, "persen"),
    DemoResult("Rekam medis lengkap", .quality, "Rekam medis terisi lengkap", 100, "persen"),
    DemoResult("Penyuluhan kesehatan terlaksana", .quantity, "Penyuluhan yang diberikan", 24, "kali"),
    DemoResult("Waktu tunggu pasien singkat", .time, "Pelayanan di bawah 30 menit", 90, "persen"),
  ]
  private static let auditors = [
    DemoResult("Audit terlaksana menurut program kerja", .quantity, "Laporan hasil audit", 8, "laporan"),
    DemoResult("Rekomendasi bermutu dan diterima", .quality, "Rekomendasi yang diterima", 90, "persen"),
    DemoResult("Tindak lanjut terpantau", .quantity, "Tindak lanjut yang diperiksa", 40, "butir"),
    DemoResult("Kertas kerja selesai tepat waktu", .time, "Kertas kerja tepat waktu", 95, "persen"),
    DemoResult("Pendampingan perangkat daerah berjalan", .quantity, "Pendampingan", 6, "kali"),
  ]
  private static let experts = [
    DemoResult("Analisis dan rekomendasi kebijakan tersusun", .quantity, "Naskah analisis", 6, "naskah"),
    DemoResult("Data unit mutakhir dan dapat dipakai", .quality, "Data yang valid", 98, "persen"),
    DemoResult("Bimbingan teknis terlaksana", .quantity, "Bimbingan teknis", 8, "kali"),
    DemoResult("Dokumen perencanaan selesai tepat waktu", .time, "Dokumen tepat waktu", 4, "dokumen"),
    DemoResult("Pengembangan profesi dilakukan", .quantity, "Karya atau kegiatan profesi", 2, "kegiatan"),
  ]
  private static let clerks = [
    DemoResult("Surat dan berkas terkelola", .quantity, "Berkas yang diselesaikan", 600, "berkas"),
    DemoResult("Layanan kepada pegawai dan warga cepat", .time, "Layanan selesai hari yang sama", 95, "persen"),
    DemoResult("Data terinput tanpa kesalahan", .quality, "Isian yang benar", 99, "persen"),
    DemoResult("Arsip tertata", .quantity, "Boks arsip yang ditata", 48, "boks"),
    DemoResult("Sarana kantor terpelihara", .quantity, "Pemeriksaan berkala", 12, "kali"),
  ]

  static let notes = [
    "Dilaksanakan sesuai rencana", "Selesai lebih awal dari jadwal", "Sebagian tertunda karena menunggu data",
    "Dikerjakan bersama unit lain", "Laporan sudah disampaikan kepada atasan",
  ]
  static let praise = [
    "Pekerjaan rapi, pertahankan.", "Tolong perbarui data sebelum rapat bulanan.",
    "Bagus; bagikan caranya kepada rekan satu tim.", "Perhatikan tenggat laporan berikutnya.",
  ]
  static let replies = [
    "Terima kasih; saya butuh akses data yang lebih lengkap.", "Mohon arahan untuk prioritas triwulan depan.",
  ]
  static let expectations = [
    "Tanggapi permintaan warga paling lambat satu hari kerja.", "Bagikan ilmu kepada rekan baru setiap bulan.",
    "Usulkan sedikitnya satu perbaikan cara kerja.", "Jaga kerapian dan kerahasiaan berkas.",
  ]
}
