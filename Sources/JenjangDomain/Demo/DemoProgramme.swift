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
