import JenjangDomain
import JenjangStore
import TerminalKit

/// What stands around every screen: breadcrumb, message line, footer.
struct Chrome {
  /// The rows the chrome takes at a window height: title, rule, message, footer.
  struct Layout {
    let title: Rect
    let body: Rect
    let rule: Rect?
    let message: Rect
    let footer: Rect

    init(_ size: Size) {
      var rest = Rect(x: 0, y: 0, width: size.columns, height: size.rows)
      title = rest.cutTop(1)
      footer = rest.cutBottom(1)
      message = rest.cutBottom(1)
      rule = rest.height > 12 ? rest.cutBottom(1) : nil
      body = rest
    }
  }

  let view: View

  func drawTitle(_ frame: inout Frame, _ area: Rect, crumbs: [String], hasUnsaved: Bool) {
    frame.fill(area, role: .title)
    let badge = badge(area.width)
    let marks = Width.of(badge) + (badge.isEmpty ? 0 : 2)
    let free = area.width - marks - 2
    // Who works here in which role comes before where one is: crumbs are cut, a role never is.
    let wanted = Width.of((["JENJANG"] + crumbs).joined(separator: " > ")) + (hasUnsaved ? 2 : 0)
    let least = min(wanted, max(20, free / 3))
    // The hour and then the day go before the place where one is would be cut.
    let place = min(wanted, max(least, Width.of(crumbs.last ?? "") + (hasUnsaved ? 2 : 0)))
    let contexts = contexts(area.width)
    let right = contexts.first { Width.of($0) < free - place } ?? fitting(contexts, free - least - 1)
    let room = free - (right.isEmpty ? 0 : Width.of(right) + 1)
    let left = breadcrumb(crumbs, room: room, hasUnsaved: hasUnsaved)
    let end = frame.put(left, x: area.x + 1, y: area.y, role: .title, width: room)
    frame.put(badge, x: end + 1, y: area.y, role: .titleDemo)
    frame.put(right, x: area.right - Width.of(right) - 1, y: area.y, role: .titleContext)
    frame.hit(Rect(x: area.x, y: area.y, width: Width.of(left) + 1, height: 1), .command("app.back"))
  }

  /// Where nothing fits beside the place: nothing without roles, else who works here, as far as it goes.
  private func fitting(_ contexts: [String], _ room: Int) -> String {
    guard view.session.store.visitor != nil, let shortest = contexts.last else { return "" }
    return contexts.first { Width.of($0) <= room } ?? Width.clip(shortest, to: max(0, room))
  }

  /// What every screen says of generated people and of a store that cannot be written; empty in most stores.
  func badge(_ width: Int) -> String {
    let store = view.session.store
    let demo = width < 70 ? Text(" CONTOH ", en: " DEMO ") : Text(" DATA CONTOH ", en: " DEMO DATA ")
    if let last = store.recordedUpTo {
      let number = view.count(last)
      let text =
        width < 70
        ? Text(" s.d. no. \(number) ", en: " to no. \(number) ")
        : Text(" TERCATAT S.D. NO. \(number) ", en: " AS RECORDED TO NO. \(number) ")
      return (store.description.isDemo ? view(demo) : "") + view(text)
    }
    let reading = width < 70 ? Text(" BACA ", en: " READ ") : Text(" BACA SAJA ", en: " READ ONLY ")
    let gap = width < 70 ? Text(" CELAH ", en: " GAP ") : Text(" RIWAYAT TIDAK UTUH ", en: " HISTORY NOT WHOLE ")
    return (store.description.isDemo ? view(demo) : "") + (store.readOnlyReason == nil ? "" : view(reading))
      + (store.gap == nil ? "" : view(gap))
  }

  /// The crumbs from the left; the oldest are cut first when the room is short.
  private func breadcrumb(_ crumbs: [String], room: Int, hasUnsaved: Bool) -> String {
    let mark = hasUnsaved ? " *" : ""
    let crumbs = ["JENJANG"] + crumbs
    var shown = crumbs.joined(separator: " > ")
    var first = 1
    while Width.of(shown + mark) > room, first + 1 < crumbs.count {
      first += 1
      shown = ([crumbs[0], "…"] + crumbs[first...]).joined(separator: " > ")
    }
    if Width.of(shown + mark) > room, let last = crumbs.last { shown = Width.clip(last, to: room - Width.of(mark)) }
    return shown + mark
  }

  /// What stands at the right of the title, the fullest first: person and role, agency, day and minute.
  private func contexts(_ width: Int) -> [String] {
    let moment = view.session.clock.now()
    let day = view.session.asOf ?? moment.day
    let date = width < 60 ? day.display : view(day.withWeekday)
    let clock = Day.twoDigits(moment.hour) + (view.language == .indonesian ? "." : ":") + Day.twoDigits(moment.minute)
    let asOf = view(Text("keadaan ", en: "as of "))
    let state = view.session.asOf == nil ? date + " " + clock : asOf + date
    let short = view.session.asOf == nil ? day.display : asOf + day.display
    let agency = width < 90 ? nil : view.session.store.description.agency
    let who = RolePicker.words(view)
    let full: [String?] = [who.first, agency, state]
    guard let least = who.last else {
      let plain: [[String?]] = [full, [state], [short]]
      return plain.map(joined)
    }
    let middle = who.dropFirst().first ?? least
    let all: [[String?]] = [
      full, [who.first, state], [who.first, short], [middle, state], [middle, short], [who.first], [middle],
      [least, short], [least],
    ]
    return all.map(joined)
  }

  private func joined(_ parts: [String?]) -> String { parts.compactMap(\.self).joined(separator: "  ") }

  /// Draws the message line; a message that is longer takes the rule above it too.
  func drawMessage(
    _ frame: inout Frame, _ area: Rect, above rule: Rect? = nil, message: Message?,
    hint: (left: String, right: String)
  ) {
    frame.fill(area, role: .message)
    if let message, let rule, Width.of(message.mark + view(message.text)) > area.width - 2 {
      return drawLong(message, into: &frame, rule, area)
    }
    // A message is not cut for the sake of a place in a list.
    let length = message.map { Width.of($0.mark + view($0.text)) } ?? 0
    let right = length + Width.of(hint.right) + 3 > area.width ? "" : hint.right
    let rightWidth = min(Width.of(right), area.width / 2)
    let room = area.width - 2 - (right.isEmpty ? 0 : rightWidth + 1)
    if let message {
      frame.put(message.mark + view(message.text), x: area.x + 1, y: area.y, role: message.role, width: room)
    } else {
      frame.put(hint.left, x: area.x + 1, y: area.y, role: .message, width: room)
    }
    if !right.isEmpty {
      frame.put(right, x: area.right - rightWidth - 1, y: area.y, role: .textMuted, width: rightWidth)
    }
  }

  private func drawLong(_ message: Message, into frame: inout Frame, _ first: Rect, _ second: Rect) {
    let lines = Paragraph.lines(message.mark + view(message.text), width: second.width - 2)
    frame.fill(first, role: .message)
    frame.put(lines[0], x: first.x + 1, y: first.y, role: message.role, width: first.width - 2)
    frame.put(
      lines.dropFirst().joined(separator: " "), x: second.x + 1, y: second.y, role: message.role,
      width: second.width - 2)
  }

  /// The keys that work now, as many as fit: `F1Bantuan F2Perintah F3Kembali … Enter:buka`.
  func drawFooter(_ frame: inout Frame, _ area: Rect, faces: [CommandFace]) {
    frame.fill(area, role: .footer)
    let items = Chrome.footer(faces).map { key, label, name in
      let isFunction = if case .function = key.code { true } else { false }
      return FooterItem(
        key: key, keyName: Chrome.name(of: key, view),
        word: isFunction ? view(label) : ":" + view(label).lowercased(), command: name)
    }
    var x = area.x + 1
    for item in Chrome.fitting(items, width: area.width - 1) {
      let start = x
      x = frame.put(item.keyName, x: x, y: area.y, role: .footerKey)
      x = frame.put(item.word, x: x, y: area.y, role: .footer)
      frame.hit(Rect(x: start, y: area.y, width: x - start, height: 1), .command(item.command))
      x += 1
    }
  }

  /// A key in the footer with what it does.
  private struct FooterItem {
    let key: Key
    let keyName: String
    let word: String
    let command: String

    var width: Int { Width.of(keyName) + Width.of(word) }
    /// Help and saving are never left out for the sake of other keys.
    var comesFirst: Bool { key.code == .function(1) || key.code == .function(10) }
  }

  /// The items that fit, in their order.
  private static func fitting(_ items: [FooterItem], width: Int) -> [FooterItem] {
    var room = width
    var fits = [Bool](repeating: false, count: items.count)
    for isFirst in [true, false] {
      for (index, item) in items.enumerated() where item.comesFirst == isFirst && item.width <= room {
        room -= item.width + 1
        fits[index] = true
      }
    }
    return zip(items, fits).filter(\.1).map(\.0)
  }

  /// What the key table calls a key; only the blank has a name in each language.
  static func name(of key: Key, _ view: View) -> String {
    key == Key(.character(" ")) ? view(Text("Spasi", en: "Space")) : key.label
  }

  /// Function keys by their number, then the others; a key that an inner command took is not shown again.
  private static func footer(_ faces: [CommandFace]) -> [(key: Key, label: Text, name: String)] {
    var taken: Set<Key> = []
    var shown: [(key: Key, label: Text, name: String)] = []
    for face in faces {
      let key = face.keys.first.flatMap { taken.contains($0) ? nil : $0 }
      taken.formUnion(face.keys)
      guard let label = face.label, let key, face.refusal == nil else { continue }
      shown.append((key, label, face.name))
    }
    return shown.enumerated().sorted { (rank($0.element.key), $0.offset) < (rank($1.element.key), $1.offset) }
      .map(\.element)
  }

  private static func rank(_ key: Key) -> Int {
    if case .function(let number) = key.code { number } else { 100 }
  }
}

extension Day {
  static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
