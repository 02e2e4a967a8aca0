import JenjangDomain

/// What F1 and the message line say about entering a field.
enum FormHelp {
  static func lines(_ spec: FieldSpec) -> [Text] {
    let name = Text(
      spec.title.indonesian + (spec.isRequired ? " (wajib)" : ""),
      en: spec.title.english + (spec.isRequired ? " (required)" : ""))
    return [name] + [spec.help, ofType(spec)].compactMap(\.self) + [.verbatim("")] + general
  }

  /// How a value of this type is typed; nil where everybody knows.
  static func ofType(_ spec: FieldSpec) -> Text? {
    switch spec.type {
    case .day:
      Text(
        "Tanggal: 31, 3108, 310826, h (hari ini), +3, +2m, +1b, sel; +/- menggeser",
        en: "Date: 31, 3108, 310826, t (today), +3, +2w, +1m, tue; +/- step")
    case .code: Text("Ketik awal kode atau nama; F4 daftar pilihan", en: "Type the start of a code or name; F4 lists")
    case .reference:
      Text("Ketik 2-3 huruf nama, kode, atau NIP; F4 mencari", en: "Type 2-3 letters of name, code or number; F4 finds")
    case .flag: Text("Spasi: ya/tidak", en: "Space: yes/no")
    case .integer(let range):
      Text(
        "Bilangan \(range.lowerBound) sampai \(range.upperBound); +/- menggeser",
        en: "A number from \(range.lowerBound) to \(range.upperBound); +/- step")
    case .decimal(let scale):
      Text("Bilangan, paling banyak \(scale) angka di belakang koma", en: "A number with at most \(scale) decimals")
    case .note: Text("Alt-Enter: baris baru", en: "Alt-Enter: new line")
    case .attachment:
      Text(
        "Ketik letak berkasnya, misalnya ~/sk.pdf; F4 memilih. Disalin saat disimpan.",
        en: "Type where the file is, such as ~/sk.pdf; F4 chooses. Copied when saved.")
    case .text, .employeeNumber: nil
    }
  }

  private static let general: [Text] = [
    Text(
      "Huruf pertama mengganti isi; panah atau Backspace mengubahnya. Enter ke isian berikut, di isian terakhir menyimpan.",
      en: "The first letter replaces the value; an arrow or Backspace edits it. Enter goes on, on the last field saves."
    ),
    Text(
      "Tab, panah, dan Ctrl-O pindah bebas. Yang keliru ditandai ! dan tidak menahan; F8 ke galat berikut.",
      en: "Tab, arrows and Ctrl-O move freely. What is wrong bears a ! and never holds you; F8 goes to the next error."),
    Text(
      "Keluar tanpa menyimpan menjadikan isian sebagai draf.", en: "Leaving without saving keeps the input as a draft."),
  ]
}
