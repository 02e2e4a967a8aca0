import JenjangDomain
import JenjangStore
import TerminalKit

/// The last step of a bulk change: old and new of every record, and which ones are left out.
struct BulkPreview: Screen {
  let plan: BulkPlan
  private var top = 0
  private var page = 10

  init(_ plan: BulkPlan) { self.plan = plan }

  var shape: Shape { .popup(columns: 78, rows: 20) }
  func title(_ view: View) -> String { view(Text("Pratinjau", en: "Preview")) }
  func hint(_ view: View) -> (left: String, right: String) {
    let left = Text(
      "F10 atau Enter menyimpan; Esc batal. Ctrl-Z mengurungkan semuanya.", en: "F10 or Enter saves; Esc no.")
    return (view(left), "\(view.count(plan.lines.count))")
  }

  static let commandTable: [Command<BulkPreview>] = [
    Command(
      "bulk.apply", Text("Simpan perubahan massal", en: "Save the bulk change"), keys: ["f10", "ctrl-s", "enter"],
      label: Text("Simpan", en: "Save"), saves: true,
      refusal: { screen, _ in screen.plan.changing.isEmpty ? .nothingToChange : nil },
      run: { screen, view in screen.apply(view) }),
    Command("bulk.down", Text("Turun", en: "Down"), keys: ["down"]) { screen, _ in screen.scroll(1) },
    Command("bulk.up", Text("Naik", en: "Up"), keys: ["up"]) { screen, _ in screen.scroll(-1) },
    Command("bulk.pageDown", Text("Halaman berikut", en: "Next page"), keys: ["pgdn", "space"]) { screen, _ in
      screen.scroll(screen.page)
    },
    Command("bulk.pageUp", Text("Halaman sebelumnya", en: "Previous page"), keys: ["pgup"]) { screen, _ in
      screen.scroll(-screen.page)
    },
    Command("bulk.leave", Text("Batal", en: "Cancel"), keys: ["esc", "f3", "f12"], label: Text("Batal", en: "Cancel")) {
      _, _ in .pop
    },
  ]

  private mutating func scroll(_ step: Int) -> Effect {
    top = max(0, min(top + step, plan.lines.count - page))
    return .none
  }

  private func apply(_ view: View) -> Effect {
    let lines = plan.changing
    let leave = Effect.pop { below, _ in below is BulkValue ? .pop : .none }
    guard lines.count > BulkSaving.part else {
      return .commit(Transaction(plan.operations(lines), why: plan.why), done: plan.done, then: leave)
    }
    return .all([leave, .start(BulkSaving(plan, batch: view.session.newID()))])
  }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    frame.box(area, title: view(Text("Pratinjau: ", en: "Preview: ")) + view(plan.field.title))
    var inside = area.inset(x: 2, y: 1)
    frame.put(view(summary(view)), x: inside.x, y: inside.y, role: .popup, width: inside.width)
    _ = inside.cutTop(inside.height > 6 ? 2 : 1)
    page = max(1, inside.height)
    top = max(0, min(top, plan.lines.count - page))
    let labelWidth = min(28, inside.width / 2)
    for place in 0..<page where top + place < plan.lines.count {
      let line = plan.lines[top + place]
      let y = inside.y + place
      frame.put(line.label, x: inside.x, y: y, role: .popup, width: labelWidth)
      let x = inside.x + labelWidth + 1
      if let problem = line.problem {
        frame.put("! " + view(problem.text), x: x, y: y, role: .statusBad, width: inside.right - x)
      } else {
        let old = FormValue.words(line.old, plan.field, view)
        let new = FormValue.words(plan.value, plan.field, view)
        frame.put(old + " → " + new, x: x, y: y, role: .popup, width: inside.right - x)
      }
    }
    frame.cursor = (inside.x, inside.y)
  }

  private func summary(_ view: View) -> Text {
    let changing = view.count(plan.changing.count)
    let same = view.count(plan.unchanged)
    let refused = view.count(plan.refused)
    return Text(
      "\(changing) akan diubah, \(same) sudah bernilai ini, \(refused) dilewati karena keliru",
      en: "\(changing) will change, \(same) have this value already, \(refused) are left out")
  }
}

extension Text {
  fileprivate static let nothingToChange = Text(
    "Tidak ada data yang dapat diubah begitu", en: "No record can be changed like that")
}
