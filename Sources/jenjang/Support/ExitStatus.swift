import JenjangDomain

/// What the exit code of every command means; the numbers stay for ever, scripts rely on them.
///
/// From 64 on they are those of `sysexits.h`.
enum ExitStatus: Int32, CaseIterable {
  case success = 0
  case findings = 1
  case couldNotRun = 2
  case usage = 64
  case badData = 65
  case noStore = 66
  case terminalUnusable = 69
  case cannotCreate = 73
  case inputOutput = 74
  case busy = 75
  case noPermission = 77
  case brokenPipe = 141

  var meaning: Text {
    switch self {
    case .success: Text("berhasil", en: "done")
    case .findings: Text("ada temuan, atau sebagian ditolak", en: "findings, or something was refused")
    case .couldNotRun: Text("pemeriksaan tidak dapat dijalankan", en: "a check could not run")
    case .usage: Text("salah pemakaian perintah", en: "the command was used wrongly")
    case .badData: Text("isi masukan tidak terbaca", en: "the input could not be read")
    case .noStore:
      Text("tidak ada data di map itu, atau berkas tidak ada", en: "no store in that folder, or no such file")
    case .terminalUnusable: Text("terminal tidak dapat dipakai", en: "the terminal cannot be used")
    case .cannotCreate: Text("tidak dapat dibuat", en: "it could not be created")
    case .inputOutput:
      Text("kesalahan baca atau tulis, juga cakram penuh", en: "reading or writing failed, also where a disk is full")
    case .busy: Text("sedang dipakai, atau orang lain mengubahnya", en: "in use, or changed by somebody else")
    case .noPermission: Text("ditolak demi keamanan atau izin", en: "refused for safety or permissions")
    case .brokenPipe: Text("pembaca keluaran berhenti lebih dulu", en: "the reader of the output went away")
    }
  }

  /// The list that help ends with.
  static var table: Text {
    let lines = { (language: Language) in
      allCases.map { "  \($0.rawValue)  \($0.meaning[language])" }.joined(separator: "\n")
    }
    return Text(
      "Kode keluar:\n" + lines(.indonesian),
      en: "Exit codes:\n" + lines(.english))
  }
}
