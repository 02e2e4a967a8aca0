/// Made-up words of assessors, superiors and of those who object.
enum DemoAppraisal {
  static let notes = [
    "Target tercapai dan laporan selalu tepat waktu.", "Cekatan dan mudah diajak bekerja sama.",
    "Perlu lebih sering membagikan kemajuan pekerjaan.", "Mampu membimbing rekan baru.",
    "Hasil baik; kerapian berkas masih dapat ditingkatkan.",
  ]
  static let weak = [
    "Dua dari hasil kerja utama tidak selesai sampai akhir periode.",
    "Laporan terlambat tiga kali dan harus diperbaiki ulang.",
    "Realisasi di bawah separuh target tanpa penjelasan tertulis.",
  ]
  static let misconduct = [
    "Meninggalkan tugas tanpa keterangan dua kali; sudah dibuatkan berita acara.",
    "Berkata kasar kepada pemohon layanan; keluhan tertulis terlampir di unit.",
  ]
  static let development = [
    "Pelatihan pengolahan data tingkat lanjut.", "Bimbingan teknis penyusunan laporan kinerja.",
    "Magang singkat di unit lain.",
  ]
  static let coaching = [
    "Dialog kinerja bulanan dengan penilai.", "Pendampingan dan target mingguan selama enam bulan.",
  ]
  static let lowered = [
    "Capaian setara dengan rekan satu unit yang dinilai sesuai ekspektasi.",
    "Sebagian capaian adalah hasil kerja tim dari unit lain.",
  ]
  static let raised = [
    "Menangani pekerjaan dua orang selama jabatan di sebelahnya kosong.",
    "Hasilnya dipakai seluruh perangkat daerah.",
  ]
  static let replies = [
    "Terima kasih atas masukannya.", "Saya terima; mohon bimbingan untuk periode berikut.",
  ]
  static let grounds = [
    "Realisasi triwulan terakhir belum diperhitungkan; bukti ada di map kinerja unit.",
    "Target diubah di tengah tahun tanpa pemberitahuan tertulis.",
    "Keterlambatan laporan terjadi karena data dari unit lain belum tersedia.",
    "Penilaian perilaku tidak sesuai dengan umpan balik yang saya terima sepanjang tahun.",
  ]
  static let answers = [
    "Realisasi tersebut masuk setelah batas isi realisasi.", "Perubahan target sudah dibahas dalam rapat unit.",
    "Sudah diingatkan dua kali secara lisan dan sekali tertulis.",
  ]
  static let hearings = [
    "Kedua pihak didengar bersama; bukti realisasi diperiksa satu per satu.",
    "Pegawai menunjukkan bukti; penilai tidak membantah isinya.",
  ]
  static let upheld = [
    "Bukti realisasi sah dan diserahkan sebelum batas.", "Perubahan target tidak pernah ditetapkan.",
  ]
  static let rejected = ["Bukti yang diajukan sudah diperhitungkan penilai.", "Realisasi tetap di bawah target."]
  static let targets = [
    "Menyelesaikan seluruh laporan tepat waktu selama enam bulan.", "Realisasi paling sedikit 90 persen target.",
    "Tidak ada keluhan layanan yang terbukti.",
  ]
  static let support = [
    "Pendampingan mingguan oleh atasan.", "Rekan sebaya ditunjuk sebagai pembimbing.", "Pelatihan singkat di unit.",
  ]
  static let progress = [
    "Target bulan ini tercapai.", "Sebagian tercapai; hambatan dibahas.", "Membaik; laporan selesai sebelum tenggat.",
  ]
  static let agreed = [
    "Target bulan depan disepakati.", "Laporan dikirim setiap Jumat.", "Beban dibagi ulang dengan rekan.",
  ]
  static let outcomes = ["Semua target program tercapai.", "Target tercapai sebagian.", "Tidak ada kemajuan berarti."]

  /// A problem, what somebody thought of against it, and what it brought.
  struct Idea: Sendable {
    let title: String
    let problem: String
    let idea: String
    let effect: String
  }

  static let ideas = [
    Idea(
      title: "Antrean lewat pesan singkat", problem: "Warga menunggu sejak pagi tanpa kepastian.",
      idea: "Nomor antrean dikirim lewat pesan singkat dengan perkiraan waktu.",
      effect: "Waktu tunggu di loket turun dari 70 menjadi 25 menit."),
    Idea(
      title: "Lembar periksa berkas satu halaman", problem: "Berkas kembali karena kurang lampiran.",
      idea: "Satu halaman daftar periksa dibagikan sebelum pengajuan.",
      effect: "Berkas yang dikembalikan turun menjadi seperlima."),
    Idea(
      title: "Kelas silang antarsekolah", problem: "Guru mata pelajaran langka tidak merata.",
      idea: "Dua sekolah berbagi guru pada hari yang berbeda.", effect: "Jam kosong turun menjadi nol."),
    Idea(
      title: "Arsip berkode warna", problem: "Mencari arsip memakan waktu setengah jam.",
      idea: "Boks arsip diberi warna menurut tahun dan jenis.", effect: "Arsip ditemukan dalam lima menit."),
    Idea(
      title: "Kunjungan rumah pasien lansia", problem: "Pasien lansia sering tidak kontrol.",
      idea: "Perawat berkunjung seminggu sekali menurut rute tetap.",
      effect: "Kepatuhan kontrol naik menjadi 92 persen."),
  ]
}
