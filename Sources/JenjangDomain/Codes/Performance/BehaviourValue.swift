/// The seven values by which work behaviour is judged (BerAKHLAK), in their order.
///
/// Source: SE MenPANRB 20/2021; domain reference 3.2. The first value was seen, the others are known.
public enum BehaviourValue: String, Code {
  case service = "BP"
  case accountable = "AK"
  case competent = "KO"
  case harmonious = "HA"
  case loyal = "LO"
  case adaptive = "AD"
  case collaborative = "KL"

  public static let listName = "behaviourValue"

  public var title: Text {
    switch self {
    case .service: Text("Berorientasi Pelayanan", en: "Service oriented")
    case .accountable: Text("Akuntabel", en: "Accountable")
    case .competent: Text("Kompeten", en: "Competent")
    case .harmonious: Text("Harmonis", en: "Harmonious")
    case .loyal: .verbatim("Loyal")
    case .adaptive: Text("Adaptif", en: "Adaptive")
    case .collaborative: Text("Kolaboratif", en: "Collaborative")
    }
  }

  /// The three guidance items of the value.
  public var guidance: [Text] {
    switch self {
    case .service:
      [
        Text("Memahami dan memenuhi kebutuhan masyarakat", en: "Understands and meets the needs of the public"),
        Text("Ramah, cekatan, solutif, dan dapat diandalkan", en: "Friendly, prompt, resourceful and reliable"),
        Text("Melakukan perbaikan tiada henti", en: "Never stops improving"),
      ]
    case .accountable:
      [
        Text(
          "Jujur, bertanggung jawab, cermat, disiplin, dan berintegritas tinggi",
          en: "Honest, responsible, careful, disciplined, of high integrity"),
        Text(
          "Memakai kekayaan dan barang milik negara secara bertanggung jawab, efektif, dan efisien",
          en: "Uses state property responsibly and efficiently"),
        Text("Tidak menyalahgunakan kewenangan jabatan", en: "Does not abuse the powers of the post"),
      ]
    case .competent:
      [
        Text("Meningkatkan kompetensi diri", en: "Improves own competence"),
        Text("Membantu orang lain belajar", en: "Helps others to learn"),
        Text("Melaksanakan tugas dengan kualitas terbaik", en: "Does the work at the best quality"),
      ]
    case .harmonious:
      [
        Text("Menghargai setiap orang apa pun latar belakangnya", en: "Respects everybody whatever the background"),
        Text("Suka menolong", en: "Likes to help"),
        Text("Membangun lingkungan kerja yang kondusif", en: "Builds a good working climate"),
      ]
    case .loyal:
      [
        Text(
          "Setia pada Pancasila, UUD 1945, NKRI, dan pemerintahan yang sah",
          en: "Loyal to Pancasila, the constitution, the state and its lawful government"),
        Text(
          "Menjaga nama baik sesama ASN, pimpinan, instansi, dan negara",
          en: "Guards the good name of colleagues, leaders, agency and state"),
        Text("Menjaga rahasia jabatan dan negara", en: "Keeps secrets of office and state"),
      ]
    case .adaptive:
      [
        Text("Cepat menyesuaikan diri", en: "Adapts quickly"),
        Text("Terus berinovasi dan kreatif", en: "Keeps innovating"),
        Text("Bertindak proaktif", en: "Acts before being asked"),
      ]
    case .collaborative:
      [
        Text("Memberi kesempatan berbagai pihak untuk berkontribusi", en: "Lets others contribute"),
        Text("Terbuka bekerja sama untuk menghasilkan nilai tambah", en: "Open to work together for more value"),
        Text(
          "Menggerakkan pemanfaatan sumber daya untuk tujuan bersama", en: "Brings resources together for common aims"),
      ]
    }
  }
}
