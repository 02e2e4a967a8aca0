/// Words for generated files: schools, fields of study, trainings, streets.
enum DemoTexts {
  /// A field of study with the title that it gives.
  struct Study: Sendable {
    let major: String
    let title: String
    var front: String?
  }

  static let universities = [
    "Universitas Contoh Negeri", "Universitas Terbuka", "Universitas Nusa Contoh", "Institut Ilmu Pemerintahan Contoh",
    "Universitas Cendekia Contoh", "Sekolah Tinggi Ilmu Administrasi Contoh", "Politeknik Negeri Contoh",
  ]

  static func studies(_ level: EducationLevel, family: String?) -> [Study] {
    switch (level, family) {
    case (.master, "Dokter"?): [Study(major: "Profesi Dokter", title: "", front: "dr.")]
    case (.master, "Guru"?): [Study(major: "Manajemen Pendidikan", title: "M.Pd.")]
    case (.master, _): masters
    case (.bachelor, "Guru"?): teachers
    case (.bachelor, "Perawat"?): [Study(major: "Keperawatan dan Ners", title: "S.Kep., Ns.")]
    case (.bachelor, _): bachelors
    case (.diploma3, "Perawat"?): [Study(major: "Keperawatan", title: "A.Md.Kep.")]
    case (.diploma3, "Bidan"?): [Study(major: "Kebidanan", title: "A.Md.Keb.")]
    case (.diploma3, _): diplomas
    default: []
    }
  }

  private static let masters = [
    Study(major: "Administrasi Publik", title: "M.A.P."), Study(major: "Ilmu Pemerintahan", title: "M.Si."),
    Study(major: "Manajemen", title: "M.M."), Study(major: "Ilmu Hukum", title: "M.H."),
    Study(major: "Perencanaan Wilayah", title: "M.T."), Study(major: "Kesehatan Masyarakat", title: "M.Kes."),
  ]
  private static let bachelors = [
    Study(major: "Ilmu Pemerintahan", title: "S.IP."), Study(major: "Administrasi Negara", title: "S.Sos."),
    Study(major: "Manajemen", title: "S.E."), Study(major: "Akuntansi", title: "S.Ak."),
    Study(major: "Ilmu Hukum", title: "S.H."), Study(major: "Teknik Sipil", title: "S.T."),
    Study(major: "Informatika", title: "S.Kom."), Study(major: "Agribisnis", title: "S.P."),
    Study(major: "Kesehatan Masyarakat", title: "S.K.M."), Study(major: "Statistika", title: "S.Stat."),
  ]
  private static let teachers = [
    Study(major: "Pendidikan Guru Sekolah Dasar", title: "S.Pd."),
    Study(major: "Pendidikan Matematika", title: "S.Pd."),
    Study(major: "Pendidikan Bahasa Indonesia", title: "S.Pd."), Study(major: "Pendidikan Biologi", title: "S.Pd."),
    Study(major: "Pendidikan Agama Islam", title: "S.Pd.I."), Study(major: "Pendidikan Jasmani", title: "S.Pd."),
  ]
  private static let diplomas = [
    Study(major: "Manajemen Informatika", title: "A.Md.Kom."), Study(major: "Akuntansi", title: "A.Md.Ak."),
    Study(major: "Teknik Sipil", title: "A.Md.T."), Study(major: "Kearsipan", title: "A.Md."),
  ]

  /// Technical and functional trainings with their lesson hours.
  static let trainings: [(String, TrainingKind, Int)] = [
    ("Pengelolaan Keuangan Daerah", .technical, 40), ("Penyusunan Rencana Kerja Perangkat Daerah", .technical, 32),
    ("Pengadaan Barang dan Jasa Tingkat Dasar", .technical, 60), ("Pelayanan Prima", .socioCultural, 24),
    ("Kearsipan Dinamis", .technical, 40), ("Penulisan Naskah Dinas", .technical, 16),
    ("Analisis Jabatan dan Beban Kerja", .technical, 32), ("Kepemimpinan Melayani", .managerial, 24),
    ("Perekat Kebangsaan", .socioCultural, 16), ("Pengenalan Keamanan Siber", .technical, 20),
    ("Manajemen Risiko Sektor Publik", .managerial, 32), ("Penyusunan SKP dan Dialog Kinerja", .technical, 16),
    ("Penanggulangan Bencana", .technical, 24), ("Statistik Sektoral", .technical, 40),
  ]
  static let teacherTrainings: [(String, TrainingKind, Int)] = [
    ("Kurikulum Merdeka", .functional, 32), ("Pembelajaran Berdiferensiasi", .functional, 40),
    ("Pendidikan Guru Penggerak", .functional, 310), ("Asesmen Nasional dan Rapor Pendidikan", .functional, 24),
    ("Pendidikan Inklusif", .functional, 36), ("Media Ajar Digital", .functional, 32),
  ]
  static let healthTrainings: [(String, TrainingKind, Int)] = [
    ("Bantuan Hidup Dasar", .functional, 24), ("Pencegahan dan Pengendalian Infeksi", .functional, 40),
    ("Manajemen Puskesmas", .managerial, 48), ("Penanganan Kegawatdaruratan Ibu dan Bayi", .functional, 80),
    ("Konseling Menyusui", .functional, 40), ("Imunisasi bagi Petugas", .functional, 32),
  ]
  static let organisers = [
    "BKPSDM Kabupaten Contoh", "BPSDM Provinsi Contoh", "Pusat Pelatihan Contoh", "Balai Diklat Contoh",
  ]
  static let streets = [
    "Jl. Merdeka", "Jl. Pahlawan", "Jl. Melati", "Jl. Diponegoro", "Jl. Pelabuhan", "Jl. Veteran", "Gang Mawar",
    "Perum Griya Contoh Blok C", "Jl. Raya Sukamaju", "Jl. Ahmad Yani",
  ]
  static let interests = [
    "Perencanaan pembangunan", "Teknologi informasi", "Pelayanan publik di kecamatan", "Audit dan pengawasan",
    "Pengembangan SDM", "Kesehatan ibu dan anak", "Pendidikan dasar", "Statistik dan data", "Lingkungan hidup",
  ]
  static let goals = [
    "Menjadi pejabat administrator dalam lima tahun", "Menempuh S-2 melalui tugas belajar",
    "Naik jenjang jabatan fungsional", "Bertugas di wilayah terpencil", "Menjadi widyaiswara",
  ]
  static let occupations = ["Wiraswasta", "Ibu rumah tangga", "Guru", "Karyawan swasta", "Petani", "PNS", "Perawat"]
  static let violations = [
    "Tidak masuk kerja tanpa alasan sah", "Terlambat menyampaikan laporan", "Tidak menaati jam kerja",
    "Kelalaian dalam pengelolaan barang",
  ]
}
