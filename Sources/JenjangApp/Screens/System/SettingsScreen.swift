import JenjangDomain
import JenjangStore
import TerminalKit

extension ScreenEntry {
  static let settings = ScreenEntry(
    name: "settings", title: Text("Pengaturan", en: "Settings"), group: .system, make: { _ in SettingsScreen() })
}

/// What one user can choose; each change acts at once.
struct SettingsScreen: Screen {
  private struct Item {
    let title: Text
    let help: Text
    let value: (View) -> String
    let change: (View) -> Effect
  }

  private var grid = RowGrid()

  func title(_ view: View) -> String { view(Text("Pengaturan", en: "Settings")) }

  func hint(_ view: View) -> (left: String, right: String) { (view(SettingsScreen.items[grid.cursor].help), "") }

  func help(_ view: View) -> [Text] {
    [
      Text("Enter mengubah pilihan; perubahan langsung berlaku.", en: "Enter changes a choice; it acts at once."),
      SettingsScreen.items[grid.cursor].help,
    ]
  }

  static let commandTable: [Command<SettingsScreen>] =
    Step.commands("settings") { screen, step, _ in screen.grid.move(step, of: items.count) } + [
      Command(
        "settings.change", Text("Ubah pilihan", en: "Change the choice"), keys: ["enter", "space", "right", "f7"],
        label: Text("Ubah", en: "Change")
      ) { screen, view in items[screen.grid.cursor].change(view) }
    ]

  mutating func clicked(_ target: HitTarget, mouse: Mouse, view: View) -> Effect? {
    guard case .item(let place) = target else { return nil }
    if place == grid.cursor { return SettingsScreen.items[place].change(view) }
    grid.move(to: place, of: SettingsScreen.items.count)
    return .some(.none)
  }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    var rest = area
    let about = rest.height >= SettingsScreen.items.count + 10 ? rest.cutBottom(6) : nil
    grid.draw(SettingsScreen.columns, count: SettingsScreen.items.count, into: &frame, rest, view: view) { place in
      let item = SettingsScreen.items[place]
      return GridRow(cells: [view(item.title), item.value(view), view(item.help)])
    }
    guard let about else { return }
    var page = Page(width: about.width - 2)
    page.heading(view(Text("TEMPAT BERKAS", en: "WHERE THE FILES ARE")))
    for place in SettingsScreen.places(view) { page.item(place.label, place.value, labelWidth: 12) }
    page.draw(from: 0, into: &frame, about.inset(x: 1, y: 0))
  }

  private static func places(_ view: View) -> [(label: String, value: String)] {
    let files = view.session.files
    return [
      (view(Text("Data", en: "Store")), view.session.store.path),
      (view(Text("Pengaturan", en: "Settings")), files.configFolder.map { $0 + "/settings.json" } ?? "-"),
      (view(Text("Tombol", en: "Keys")), files.configFolder.map { $0 + "/keymap.json" } ?? "-"),
      (view(Text("Draf", en: "Drafts")), files.stateFolder ?? "-"),
    ]
  }

  private static let columns = [
    RowGrid.Column(title: Text("Pilihan", en: "Choice"), width: 28),
    RowGrid.Column(title: Text("Nilai", en: "Value"), width: 20),
    RowGrid.Column(title: Text("Keterangan", en: "Meaning"), width: 30, grows: true),
  ]

  private static let items: [Item] = [
    Item(
      title: Text("Bahasa", en: "Language"), help: Text("Bahasa semua layar", en: "The language of every screen"),
      value: { $0.language == .indonesian ? "Bahasa Indonesia" : "English" },
      change: { _ in .command("app.language") }),
    Item(
      title: Text("Tema", en: "Theme"), help: Text("Warna; tampil saat dipilih", en: "Colours; shown while you choose"),
      value: { $0.settings.theme }, change: { _ in .command("app.theme") }),
    Item(
      title: Text("Garis dan tanda", en: "Lines and signs"),
      help: Text("Coba yang lain bila garis tampak rusak", en: "Try another when lines look broken"),
      value: { $0.settings.glyphs?.rawValue ?? $0(Text("otomatis", en: "automatic")) + " (\($0.glyphs.rawValue))" },
      change: { _ in .change { $0.glyphs = next($0.glyphs) } }),
    Item(
      title: Text("Tetikus", en: "Mouse"),
      help: Text("Mati: teks dapat ditandai terminal", en: "Off: the terminal can mark text"),
      value: { yes($0.settings.usesMouse, $0) }, change: { _ in .change { $0.usesMouse.toggle() } }),
    Item(
      title: Text("Langsung isian berikut", en: "Next record at once"),
      help: Text("Enter di isian terakhir: simpan, lalu isian baru", en: "Enter on the last field: save, next form"),
      value: { yes($0.settings.opensNextRecord, $0) }, change: { _ in .change { $0.opensNextRecord.toggle() } }),
    Item(
      title: Text("Ingatkan cadangan", en: "Remind of backups"),
      help: Text("Beranda mengingatkan bila cadangan lebih lama", en: "Home reminds when the last backup is older"),
      value: { view in
        let days = view.settings.backupDays
        return view(Text("\(days) hari", en: "\(days) days"))
      },
      change: { _ in .change { $0.backupDays = $0.backupDays == 1 ? 7 : $0.backupDays == 7 ? 30 : 1 } }),
    Item(
      title: Text("Kunci bila diam", en: "Lock when idle"),
      help: Text("Berlaku bila frasa sandi terpasang (F2)", en: "Works once a passphrase is set (F2)"),
      value: { view in
        let minutes = view.settings.lockMinutes
        return view(
          minutes == 0 ? Text("tidak", en: "never") : Text("\(minutes) menit", en: "\(minutes) minutes"))
      },
      change: { _ in .change { $0.lockMinutes = next($0.lockMinutes) } }),
    Item(
      title: Text("Daftar tombol", en: "List of keys"),
      help: Text("Semua perintah dan tombolnya", en: "Every command and its keys"), value: { _ in "F1 F1" },
      change: { .push(HelpScreen.index($0)) }),
    Item(
      title: Text("Pengenalan", en: "Tour"), help: Text("Enam langkah singkat", en: "Six short steps"),
      value: { _ in "" }, change: { _ in .push(Tour()) }),
  ]

  private static func yes(_ flag: Bool, _ view: View) -> String {
    view(flag ? Text("ya", en: "yes") : Text("tidak", en: "no"))
  }

  private static func next(_ minutes: Int) -> Int {
    let choices = [0, 2, 5, 10, 15, 30]
    return choices.first { $0 > minutes } ?? 0
  }

  /// Automatic, then each set of signs, then automatic again.
  private static func next(_ glyphs: GlyphSet?) -> GlyphSet? {
    let all: [GlyphSet?] = [nil] + GlyphSet.allCases
    let place = all.firstIndex(of: glyphs) ?? 0
    return all[(place + 1) % all.count]
  }
}
