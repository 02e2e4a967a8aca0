/// What made-up pairs talk about.
enum DemoMentoringTexts {
  struct Goal: Sendable {
    let text: String
    let code: String
  }

  struct Session: Sendable {
    let topic: String
    let goal: String
    let reality: String
    let options: String
    let will: String
  }

  static let purpose = "Menyiapkan pegawai muda dan menjaga pengetahuan yang akan pensiun."
  static let reversePurpose = "Pegawai muda mengenalkan aplikasi dan pengolahan data kepada pimpinan."

  static let topics = [
    "Penyusunan anggaran dan pertanggungjawaban", "Pengadaan barang dan jasa", "Rencana kerja dan indikator",
    "Pengolahan data dan aplikasi", "Layanan terpadu dan keluhan", "Memimpin rapat dan tim kecil",
    "Menulis naskah dinas", "Pengelolaan arsip", "Menjadi pejabat pengawas", "Komunikasi dengan warga",
  ]
  static let times = ["Selasa dan Kamis pagi", "Jumat setelah pukul 13.30", "Rabu siang", "Setiap hari setelah apel"]
  static let codes = ["KEU-01", "PBJ-01", "REN-01", "ARS-01", "TIK-01", "LAY-01", "KOMUNIKASI", "PERUBAHAN"]

  static let goals = [
    Goal(text: "Menyusun anggaran unit tanpa bantuan", code: "KEU-01"),
    Goal(text: "Menyiapkan dokumen pengadaan yang lengkap", code: "PBJ-01"),
    Goal(text: "Menulis indikator yang dapat diukur", code: "REN-01"),
    Goal(text: "Menata arsip dinamis unit", code: "ARS-01"),
    Goal(text: "Mengolah data layanan setiap bulan", code: "TIK-01"),
    Goal(text: "Menjawab keluhan dalam tiga hari", code: "LAY-01"),
    Goal(text: "Memimpin rapat koordinasi", code: "KOMUNIKASI"),
    Goal(text: "Memimpin satu perubahan kerja di unit", code: "PERUBAHAN"),
  ]

  static let sessions = [
    Session(
      topic: "Menyepakati sasaran", goal: "Sasaran yang dapat dilihat hasilnya dalam enam bulan.",
      reality: "Baru dua bulan memegang tugas ini.", options: "Belajar dari berkas tahun lalu; ikut satu rapat.",
      will: "Membuat daftar tugas dan waktunya."),
    Session(
      topic: "Membaca dokumen anggaran", goal: "Memahami alur dari usulan sampai pertanggungjawaban.",
      reality: "Istilahnya belum lancar.", options: "Menandai istilah; bertanya kepada bendahara.",
      will: "Menjelaskan kembali satu kegiatan minggu depan."),
    Session(
      topic: "Menghadapi keluhan warga", goal: "Menjawab dengan tenang dan lengkap.",
      reality: "Keluhan terlambat dijawab karena data tersebar.",
      options: "Satu lembar jawaban baku; satu penanggung jawab.",
      will: "Mencoba lembar jawaban selama dua minggu."),
    Session(
      topic: "Menyusun indikator", goal: "Indikator yang angkanya tersedia.",
      reality: "Tiga indikator tanpa sumber data.",
      options: "Mengganti indikator; mengumpulkan data sendiri.", will: "Mengusulkan dua indikator pengganti."),
    Session(
      topic: "Memimpin rapat", goal: "Rapat satu jam dengan keputusan tertulis.",
      reality: "Rapat sering melebar.", options: "Agenda dikirim sehari sebelumnya; ada pencatat.",
      will: "Memimpin rapat berikutnya dengan agenda."),
    Session(
      topic: "Menilai kemajuan", goal: "Melihat apa yang sudah berubah.", reality: "Separuh langkah sudah dikerjakan.",
      options: "Meneruskan; mengurangi sasaran.", will: "Menyelesaikan langkah yang tersisa bulan ini."),
  ]

  static let menteeActions = [
    "Mengirim rancangan untuk dibaca", "Mencoba cara baru pada satu berkas", "Mencatat tiga kesulitan",
    "Mengikuti rapat sebagai pengamat", "Membaca pedoman dan membuat ringkasan",
  ]
  static let mentorActions = [
    "Mengenalkan kepada narasumber", "Memberi contoh dokumen yang baik", "Membaca rancangan dan memberi catatan",
  ]
  static let comments = [
    "Sangat membantu dalam pekerjaan sehari-hari.", "Waktunya sering bergeser.",
    "Contoh nyata lebih berguna daripada teori.",
    "Sasaran sebaiknya lebih sedikit.", "Bersedia melanjutkan tahun depan.",
  ]
}
