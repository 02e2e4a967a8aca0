import JenjangDomain
import JenjangStore
import TerminalKit

extension FormScreen {
  /// What every form can do.
  static let commandTable: [Command<FormScreen>] = saving + moving + helping

  private static let saving: [Command<FormScreen>] = [
    Command(
      "form.save", Text("Simpan", en: "Save"), keys: ["f10", "ctrl-s"], label: Text("Simpan", en: "Save"), saves: true
    ) { form, view in form.save(view) },
    Command(
      "form.leave", Text("Tutup; isian jadi draf", en: "Close; input becomes a draft"),
      keys: ["f12", "esc", "f3", "alt-left", "ctrl-c"], label: Text("Tutup", en: "Close")
    ) { form, view in form.leave(view) },
    Command("form.discard", Text("Buang isian yang belum disimpan", en: "Throw the input away"), letter: "b") {
      form, _ in form.discard()
    },
    Command(
      "form.delete", Text("Hapus data ini", en: "Delete this record"), letter: "h", saves: true,
      refusal: { form, _ in form.isNew ? .notStored : nil },
      run: { form, view in form.delete(view) }),
    Command(
      "form.undo", Text("Urungkan isian terakhir", en: "Take back the last input"), keys: ["ctrl-z"]
    ) { form, view in form.undo(view) },
    Command("form.redo", Text("Ulangi isian", en: "Repeat the input"), keys: ["ctrl-y"]) { form, view in
      form.redo(view)
    },
  ]

  private static let moving: [Command<FormScreen>] = [
    Command("form.enter", Text("Isian berikut; di akhir simpan", en: "Next field; at the end save"), keys: ["enter"]) {
      form, view in form.enter(view)
    },
    Command("form.next", Text("Ke isian berikut", en: "To the next field"), keys: ["tab"]) { form, view in
      if !form.endsFullField() { form.move(to: form.focus + 1, view) }
      return .none
    },
    Command("form.previous", Text("Ke isian sebelumnya", en: "To the previous field"), keys: ["shift-tab"]) {
      form, view in
      form.move(to: form.focus - 1, view)
      return .none
    },
    Command("form.down", Text("Turun", en: "Down"), keys: ["down"]) { form, view in form.moveLine(by: 1, view) },
    Command("form.up", Text("Naik", en: "Up"), keys: ["up"]) { form, view in form.moveLine(by: -1, view) },
    Command("form.pageDown", Text("Bagian berikut", en: "Next section"), keys: ["pgdn"]) { form, view in
      form.moveSection(by: 1, view)
    },
    Command("form.pageUp", Text("Bagian sebelumnya", en: "Previous section"), keys: ["pgup"]) { form, view in
      form.moveSection(by: -1, view)
    },
    Command("form.first", Text("Isian pertama", en: "First field"), keys: ["ctrl-home"]) { form, view in
      form.move(to: 0, view)
      return .none
    },
    Command("form.last", Text("Isian terakhir", en: "Last field"), keys: ["ctrl-end"]) { form, view in
      form.move(to: form.fields.count - 1, view)
      return .none
    },
    Command(
      "form.nextError", Text("Galat berikut", en: "Next error"), keys: ["f8", "ctrl-g"],
      label: Text("Galat", en: "Errors")
    ) {
      form, view in form.moveToProblem(by: 1, view)
    },
    Command("form.previousError", Text("Galat sebelumnya", en: "Previous error"), keys: ["shift-f8"]) { form, view in
      form.moveToProblem(by: -1, view)
    },
    Command("form.jump", Text("Lompat ke isian dengan satu huruf", en: "Jump to a field by a letter"), keys: ["ctrl-o"])
    { form, _ in
      form.isJumping = true
      return .none
    },
  ]

  private static let helping: [Command<FormScreen>] = [
    Command(
      "form.choose", Text("Daftar pilihan isian ini", en: "The choices of this field"), keys: ["f4", "ctrl-f"],
      label: Text("Pilih", en: "Choose"),
      refusal: { form, _ in form.canLookUp ? nil : .typedOnly },
      run: { form, view in form.lookUp(view) }),
    Command(
      "form.copyPrevious", Text("Salin isian dari data sebelumnya", en: "Copy the field from the previous record"),
      keys: ["ctrl-d"], label: Text("salin", en: "copy")
    ) { form, view in form.copyPrevious(view) },
    Command("form.newLine", Text("Baris baru dalam catatan", en: "New line in a note"), keys: ["alt-enter"]) {
      form, view in form.insertLine(view)
    },
    ActionMenu.command("form.actions"),
  ]
}

extension Text {
  fileprivate static let notStored = Text("Data ini belum tersimpan", en: "This record is not stored yet")
  fileprivate static let typedOnly = Text(
    "Isian ini diketik; F4 hanya untuk pilihan dan rujukan", en: "This field is typed; F4 is for choices and references"
  )
}
