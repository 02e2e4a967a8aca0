import JenjangDomain
import TerminalKit

/// Six steps for the first start; skipped with Esc, found again in the palette.
struct Tour: Screen {
  private var step = 0

  private static let steps: [(title: Text, text: Text)] = [
    (
      Text("Mencari orang", en: "Finding a person"),
      Text(
        "Di Beranda dan di setiap daftar cukup mengetik: beberapa huruf nama atau angka NIP. \"sitir\" menemukan Siti Rahmawati.",
        en:
          "On Home and in every list just type: a few letters of the name or digits of the number. \"sitir\" finds Siti Rahmawati."
      )
    ),
    (
      Text("Semua perintah di F2", en: "Every command is in F2"),
      Text(
        "F2 (atau Ctrl-P) mencari perintah, orang, dan unit. Di situ juga tertulis tombolnya, dan mengapa sesuatu belum dapat dilakukan.",
        en:
          "F2 (or Ctrl-P) finds commands, people and units. It shows their keys too, and why something cannot be done yet."
      )
    ),
    (
      Text("Bantuan di F1", en: "Help is in F1"),
      Text(
        "F1 menjelaskan isian dan layar yang sedang dibuka; F1 sekali lagi menampilkan semua tombol.",
        en: "F1 explains the field and the screen you are in; F1 once more shows every key.")
    ),
    (
      Text("Tidak ada yang hilang", en: "Nothing is lost"),
      Text(
        "Isian yang belum disimpan menjadi draf dengan sendirinya. Yang sudah disimpan dapat diurungkan dengan Ctrl-Z.",
        en: "Input that is not saved becomes a draft by itself. What was saved is undone with Ctrl-Z.")
    ),
    (
      Text("Kembali", en: "Going back"),
      Text(
        "Esc atau F3 kembali satu lapis, ke baris yang sama. Di Beranda F3 keluar dari program.",
        en: "Esc or F3 goes back one layer, to the same row. At Home F3 leaves the program.")
    ),
    (
      Text("Semua tercatat", en: "Everything is recorded"),
      Text(
        "Setiap perubahan mencatat siapa, kapan, dasar, nilai lama dan baru. Lihat di Jurnal dan di tab Riwayat seorang pegawai.",
        en:
          "Each change records who, when, why, the old and the new value. See the Journal and the History tab of a person."
      )
    ),
  ]

  var shape: Shape { .popup(columns: 60, rows: 11) }
  func title(_ view: View) -> String { view(Text("Pengenalan", en: "Tour")) }
  func hint(_ view: View) -> (left: String, right: String) {
    (view(Text("Enter: lanjut, Esc: lewati", en: "Enter: go on, Esc: skip")), "\(step + 1)/\(Tour.steps.count)")
  }

  static let commandTable: [Command<Tour>] = [
    Command(
      "tour.next", Text("Lanjut", en: "Go on"), keys: ["enter", "right", "space"], label: Text("Lanjut", en: "Go on")
    ) {
      tour, _ in
      guard tour.step + 1 < Tour.steps.count else { return .all([.pop, .change { $0.hasSeenTour = true }]) }
      tour.step += 1
      return .none
    },
    Command("tour.previous", Text("Kembali", en: "Back"), keys: ["left", "backspace"]) { tour, _ in
      tour.step = max(0, tour.step - 1)
      return .none
    },
    Command("tour.skip", Text("Lewati", en: "Skip"), keys: ["esc", "f3", "f12"], label: Text("Lewati", en: "Skip")) {
      _, _ in
      .all([.pop, .change { $0.hasSeenTour = true }])
    },
  ]

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    frame.box(area, title: view(Text("Selamat datang di Jenjang", en: "Welcome to Jenjang")))
    let inside = area.inset(x: 3, y: 2)
    let current = Tour.steps[step]
    frame.put("\(step + 1). " + view(current.title), x: inside.x, y: inside.y, role: .heading, width: inside.width)
    for (row, line) in Paragraph.lines(view(current.text), width: inside.width).enumerated()
    where row + 2 < inside.height {
      frame.put(line, x: inside.x, y: inside.y + row + 2, role: .popup, width: inside.width)
    }
    let dots = (0..<Tour.steps.count).map { $0 == step ? "●" : "·" }.joined(separator: " ")
    frame.put(dots, x: inside.x, y: area.bottom - 2, role: .textMuted)
    frame.cursor = (inside.x, inside.y)
  }
}
