import JenjangDomain

/// Why a command cannot be done that works on the row under the cursor.
extension Text {
  static let noRow = Text("Tidak ada baris yang dipilih", en: "No row is chosen")
  static let chooseFirst = Text("Pilih satu baris dulu", en: "Choose a row first")
}
