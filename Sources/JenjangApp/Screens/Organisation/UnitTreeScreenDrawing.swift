import JenjangDomain
import TerminalKit

extension UnitTreeScreen {
  /// Tree and posts beside each other where both fit, one below the other in narrow windows, one alone in small ones.
  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    var rest = area
    drawSearch(&frame, rest.cutTop(1), view)
    if rest.width >= 100 {
      let left = rest.cutLeft(max(46, rest.width * 2 / 5))
      frame.lineDown(rest)
      _ = rest.cutLeft(1)
      drawUnits(&frame, left, view)
      drawPosts(&frame, rest, view)
    } else if rest.height >= 14 {
      let below = rest.cutBottom(max(6, rest.height * 2 / 5))
      drawUnits(&frame, rest, view)
      drawPosts(&frame, below, view)
    } else if pane == .units {
      drawUnits(&frame, rest, view)
    } else {
      drawPosts(&frame, rest, view)
    }
  }

  private func drawSearch(_ frame: inout Frame, _ line: Rect, _ view: View) {
    let x = SearchLine.draw(search, into: &frame, line, share: 3, hasEnd: pane == .units, view: view)
    guard let tree, !tree.nodes.isEmpty else { return }
    var total = Occupancy.Count()
    for (index, node) in tree.nodes.enumerated() where node.depth == 0 {
      total.required += counts[index].required
      total.filled += counts[index].filled
    }
    let filled = view.count(total.filled)
    let required = view.count(total.required)
    let text = view(
      Text(
        "\(view.count(tree.nodes.count)) unit, terisi \(filled) dari \(required)",
        en: "\(view.count(tree.nodes.count)) units, \(filled) of \(required) filled"))
    let width = Width.of(text)
    guard x + width + 3 < line.right else { return }
    frame.put(text, x: line.right - width - 1, y: line.y, role: .textMuted)
  }

  private mutating func drawUnits(_ frame: inout Frame, _ area: Rect, _ view: View) {
    guard let tree else { return }
    guard !shown.isEmpty else {
      let text = tree.nodes.isEmpty ? Text.noUnits : .nothingMatches
      frame.put(view(text), x: area.x + 3, y: area.y + 1, role: .textMuted, width: area.width - 4)
      frame.cursor = (area.x + 3, area.y + 1)
      return
    }
    let columns = [
      RowGrid.Column(title: Text("Unit kerja", en: "Work unit"), width: 30, grows: true),
      RowGrid.Column(title: Text("Terisi", en: "Filled"), width: 7, isRightAligned: true),
      RowGrid.Column(title: Text("Butuh", en: "Needed"), width: 6, isRightAligned: true),
      RowGrid.Column(title: Text("Lowong", en: "Vacant"), width: 6, isRightAligned: true),
    ]
    let shown = shown
    let counts = counts
    let opened = opened
    let isFiltered = !search.isEmpty
    units.draw(
      columns, count: shown.count, into: &frame, area, view: view, hasFocus: pane == .units, part: "unit"
    ) { place in
      let node = tree.nodes[shown[place]]
      let count = counts[shown[place]]
      let sign = !node.hasChildren ? "  " : isFiltered || opened.contains(node.unit.id.raw) ? "- " : "+ "
      return GridRow(
        cells: [
          String(repeating: "  ", count: node.depth) + sign + (node.unit.name ?? "?"), view.count(count.filled),
          view.count(count.required), count.vacant > 0 ? view.count(count.vacant) : "",
        ], role: node.unit.id.raw == self.selected ? .textStrong : .row)
    }
  }

  private mutating func drawPosts(_ frame: inout Frame, _ area: Rect, _ view: View) {
    var rest = area
    let heading = rest.cutTop(1)
    frame.line(x: heading.x, y: heading.y, width: heading.width)
    guard let selected else { return }
    let name = view.book.label(of: selected, kind: "units") ?? ""
    frame.put(" \(name) ", x: heading.x + 2, y: heading.y, role: .heading, width: heading.width - 4)
    guard !postRows.isEmpty else {
      frame.put(view(.noPosts), x: rest.x + 3, y: rest.y, role: .textMuted, width: rest.width - 4)
      if pane == .posts { frame.cursor = (rest.x + 3, rest.y) }
      return
    }
    let rows = postRows
    posts.draw(
      UnitTreeScreen.postColumns, count: rows.count, into: &frame, rest, view: view, hasFocus: pane == .posts,
      part: "post"
    ) { place in UnitTreeScreen.cells(rows[place], view) }
  }

  private static let postColumns = [
    RowGrid.Column(title: Text("Jabatan", en: "Post"), width: 24, grows: true),
    RowGrid.Column(title: Text("Kls", en: "Cl."), width: 3, isRightAligned: true),
    RowGrid.Column(title: Text("Isi", en: "Has"), width: 5, isRightAligned: true),
    RowGrid.Column(title: Text("Pemangku", en: "Holder"), width: 24),
    RowGrid.Column(title: Text("Jenis", en: "Kind"), width: 14),
  ]

  private static func cells(_ row: PostRow, _ view: View) -> GridRow {
    let holders = row.holders?.holders ?? []
    let names = holders.map { holder in
      let acting = holder.assignment == .definitive ? "" : " (\(view(holder.assignment.title)))"
      return (holder.employee.name ?? "?") + acting
    }
    let since = row.holders?.vacantSince.map { view(Text("sejak ", en: "since ")) + $0.display }
    let vacant = view(Text("lowong ", en: "vacant ")) + (since ?? "")
    let holder = names.isEmpty ? vacant : names.count == 1 ? names[0] : "\(names[0]) +\(names.count - 1)"
    return GridRow(
      cells: [
        row.post.name ?? "?", row.post.jobClass.map { String($0) } ?? "", "\(row.count.filled)/\(row.count.required)",
        holder, row.post.kind?.rawValue ?? "",
      ], role: row.count.vacant > 0 ? .statusWarn : .row, mark: row.count.vacant > 0 ? "!" : "")
  }

  func hint(_ view: View) -> (left: String, right: String) {
    let left =
      pane == .units
      ? Text(
        "Ketik mencari; kanan/kiri buka/tutup; Enter ke jabatannya.",
        en: "Type to find; right/left open/close; Enter to its posts.")
      : Text("Enter membuka pemangku; ! berarti ada lowongan.", en: "Enter opens the holder; ! means a vacancy.")
    guard let selected, let tree, let place = tree.index(of: ID(selected)) else { return (view(left), "") }
    let count = counts[place]
    return (view(left), "\(view.count(count.filled))/\(view.count(count.required))")
  }

  func help(_ view: View) -> [Text] { [.helpTree, .helpCounts, .helpPosts] }
}

extension Text {
  fileprivate static let noUnits = Text("Belum ada unit. F6 menambah yang pertama.", en: "No unit yet. F6 adds one.")
  fileprivate static let nothingMatches = Text(
    "Tidak ada yang cocok. Esc menghapus ketikan.", en: "Nothing matches. Esc clears what was typed.")
  fileprivate static let noPosts = Text(
    "Belum ada jabatan di unit ini sendiri. Tab, lalu F6 menambah.",
    en: "No post in this unit itself yet. Tab, then F6 adds one.")
  fileprivate static let helpTree = Text(
    "Panah kanan membuka unit, kiri menutupnya. Ketik sebagian nama: hanya unit yang cocok yang tampil.",
    en: "The right arrow opens a unit, left closes it. Type part of a name: only units that fit are shown.")
  fileprivate static let helpCounts = Text(
    "Terisi, butuh dan lowong dihitung dengan semua unit di bawahnya.",
    en: "Filled, needed and vacant count all units below.")
  fileprivate static let helpPosts = Text(
    "Tab berpindah ke daftar jabatan dan kembali; F9 p menampilkan pegawai unit.",
    en: "Tab goes to the list of posts and back; F9 p shows the people of the unit.")
}
