import JenjangDomain
import JenjangStore
import TerminalKit

/// The commands that every screen has.
enum AppCommands {
  static let all: [Command<App>] = [
    Command("app.help", Text("Bantuan", en: "Help"), keys: ["f1", "ctrl-/", "?"], label: Text("Bantuan", en: "Help")) {
      app, view in app.stack.top is HelpScreen ? .replace(HelpScreen.index(view)) : .push(HelpScreen.live(app, view))
    },
    Command(
      "app.palette", Text("Semua perintah dan pegawai", en: "All commands and people"), keys: ["f2", "ctrl-p"],
      label: Text("Perintah", en: "Commands")
    ) { app, view in app.stack.top is Chooser ? .none : .push(Palette.screen(view, faces: app.faces)) },
    Command(
      "app.back", Text("Kembali; di Beranda keluar", en: "Back; at Home leave"), keys: ["f3", "esc", "alt-left"],
      label: Text("Kembali", en: "Back")
    ) { app, view in app.stack.depth > 1 ? app.leaving(view) : .quit },
    Command("app.close", Text("Tutup, isian jadi draf", en: "Close, input kept as draft"), keys: ["f12", "ctrl-c"]) {
      app, view in
      if let effect = app.cancelJob() { return effect }
      return app.stack.depth > 1 ? app.leaving(view) : .none
    },
    Command("app.refresh", Text("Segarkan", en: "Refresh"), keys: ["f5", "ctrl-r"]) { _, _ in .repaint },
    Command("app.repaint", Text("Gambar ulang layar", en: "Repaint the screen"), keys: ["ctrl-l"]) { _, _ in .repaint },
    Command(
      "app.undo", Text("Urungkan", en: "Undo"), keys: ["ctrl-z"], saves: true,
      refusal: { app, _ in app.session.canTurn(isRedo: false) ? nil : .nothingToUndo }, run: { _, _ in .undo }),
    Command(
      "app.redo", Text("Ulangi", en: "Redo"), keys: ["ctrl-y"], saves: true,
      refusal: { app, _ in app.session.canTurn(isRedo: true) ? nil : .nothingToRedo }, run: { _, _ in .redo }),
    Command(
      "app.merged", Text("Perubahan orang lain yang digabung", en: "Other people's changes that were merged"),
      keys: ["alt-g"], refusal: { app, _ in app.session.merged.isEmpty ? .nothingMerged : nil },
      run: { app, _ in .push(Journal.reader(app.session.merged, .mergedHeading)) }),
    Command("app.home", Text("Ke Beranda", en: "Go to Home"), keys: ["alt-h"]) { _, _ in .home },
    Command("app.language", Text("Bahasa Indonesia / English", en: "English / Bahasa Indonesia"), keys: ["alt-l"]) {
      _, _ in .change { $0.language = $0.language == .indonesian ? .english : .indonesian }
    },
    Command("app.theme", Text("Ganti tema", en: "Change theme"), keys: ["alt-t"]) { app, view in
      .push(ThemePicker.screen(app.themes, view))
    },
    Command(
      "app.role", Text("Ganti peran", en: "Change role"), refusal: { app, _ in RolePicker.refusal(app.session) },
      run: { _, view in .push(RolePicker.screen(view)) }),
    Command(
      "app.stopLooking", Text("Berhenti melihat sebagai orang lain", en: "Stop looking as somebody else"),
      refusal: { app, _ in app.session.store.visitor?.isTrying == true ? nil : .notLooking },
      run: { app, _ in app.session.store.visitor.map { .home(then: .take($0.actor)) } ?? .none }),
    Command(
      "app.lock", Text("Kunci layar", en: "Lock the screen"), keys: ["alt-k"],
      refusal: { app, _ in app.session.store.passphraseHash == nil ? .nothingToLock : nil }, run: { _, _ in .lock }),
    Command(
      "app.passphrase", Text("Frasa sandi saya", en: "My passphrase"),
      refusal: { app, _ in PassphraseChange.refusal(app.session) }, run: { _, view in PassphraseChange.own(view) }),
    Command("app.suspend", Text("Tunda program (fg untuk kembali)", en: "Suspend the program (fg to return)")) { _, _ in
      .suspend
    },
    Command("app.tour", Text("Pengenalan singkat", en: "Short tour")) { _, _ in .push(Tour()) },
    Command("app.quit", Text("Keluar dari Jenjang", en: "Leave Jenjang"), keys: ["alt-f4"]) { _, _ in .quit },
  ]
}

extension App {
  /// Leaves the top screen; input that is not saved becomes a draft.
  fileprivate func leaving(_ view: View) -> Effect {
    guard let draft = stack.top.draft(view) else { return .pop }
    return .keepDraft(draft, then: .all([.pop, .say(.kept, .good)]))
  }

  /// Every command that is live: the top screen's, then those that every screen has.
  var faces: [CommandFace] {
    let view = self.view
    return stack.top.faces(view) + AppCommands.all.map { $0.face(of: self, view: view, isGlobal: true) }
  }
}

extension Text {
  fileprivate static let kept = Text(
    "Isian disimpan sebagai draf; buka lagi dari Beranda", en: "Kept as a draft; open it from Home")
  fileprivate static let nothingToLock = Text(
    "Pasang frasa sandi dahulu: F2 lalu “frasa sandi saya”, atau jenjang passphrase",
    en: "Set a passphrase first: F2, then “my passphrase”, or jenjang passphrase")
  fileprivate static let notLooking = Text(
    "Anda tidak sedang melihat sebagai orang lain", en: "You are not looking as somebody else")
  fileprivate static let nothingMerged = Text(
    "Belum ada simpanan Anda yang digabung", en: "None of your savings was merged with others yet")
  fileprivate static let mergedHeading = Text(
    "Digabung dengan simpanan Anda", en: "Merged with what you saved")
  fileprivate static let nothingToUndo = Text(
    "Belum ada simpanan Anda dalam tujuh hari ini", en: "You saved nothing in the last seven days")
  fileprivate static let nothingToRedo = Text("Belum ada yang diurungkan", en: "Nothing was undone yet")
}
