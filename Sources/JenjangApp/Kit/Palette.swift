import JSONText
import JenjangDomain
import TerminalKit

/// The box in which every command, every place and every person is found (F2).
enum Palette {
  /// `>` commands only, `@` people only, `#` units only.
  static func screen(_ view: View, faces: [CommandFace]) -> Chooser {
    Chooser("palette", Text("Perintah dan pegawai", en: "Commands and people"), columns: 72) { query, view in
      choices(query, view, faces: faces)
    }
  }

  static func choices(_ query: String, _ view: View, faces: [CommandFace]) -> [Choice] {
    let rest = String(query.dropFirst())
    switch query.first {
    case ">": return commands(rest, view, faces)
    case "@": return people(rest, view, limit: 200)
    case "#": return units(rest, view, limit: 200)
    default:
      let found = places(query, view) + commands(query, view, faces)
      return query.isEmpty ? found : found + people(query, view, limit: 30) + units(query, view, limit: 10)
    }
  }

  /// Commands by how well they fit; those used last first while nothing is typed.
  private static func commands(_ query: String, _ view: View, _ faces: [CommandFace]) -> [Choice] {
    let recent = view.settings.recentCommands
    let scored = faces.filter { !Chooser.isMovement($0) }.compactMap { face -> (face: CommandFace, score: Int)? in
      let keys = face.keys.map(\.label).joined(separator: " ")
      guard var score = Fuzzy.score(query, in: view(face.title) + " " + face.name + " " + keys) else { return nil }
      if let place = recent.firstIndex(of: face.name) { score += 40 - place }
      return (face, score)
    }
    return scored.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }.map {
      choice($0.element.face, view)
    }
  }

  private static func choice(_ face: CommandFace, _ view: View) -> Choice {
    let remember = Effect.change { settings in
      settings.recentCommands = [face.name] + settings.recentCommands.filter { $0 != face.name }
    }
    return Choice(
      title: view(face.title), detail: face.refusal.map { "(" + view($0) + ")" } ?? "",
      key: face.keys.first?.label ?? "", reason: face.refusal.map { view($0) },
      effect: .all([remember, .pop, .command(face.name)]))
  }

  private static func places(_ query: String, _ view: View) -> [Choice] {
    ScreenEntry.all.compactMap { entry in
      let isCode = !query.isEmpty && query == entry.code
      guard isCode || Fuzzy.score(query, in: view(entry.title) + " " + entry.name) != nil else { return nil }
      return Choice(
        title: view(Text("Buka ", en: "Open ")) + view(entry.title), key: entry.code,
        effect: .all([.pop, .push(entry.make(view))]))
    }
  }

  static func people(_ query: String, _ view: View, limit: Int) -> [Choice] {
    guard let table = view.book.table("employees") else { return [] }
    return table.rows(Query(search: query)).prefix(limit).map { row in
      let id = table.id(of: row)
      return Choice(
        title: view.cell(table, row, "name"),
        detail: view.cell(table, row, "employeeNumber") + "  " + view.cell(table, row, "position"), key: "@",
        effect: .all([.pop, .push(EmployeeFile(id))]))
    }
  }

  private static func units(_ query: String, _ view: View, limit: Int) -> [Choice] {
    guard let table = view.book.table("units") else { return [] }
    let byCode = query.isEmpty ? [] : table.rows(Query(conditions: [Query.Condition("code", .contains(query))]))
    let byName = table.rows(Query(search: query))
    return (byName + byCode.filter { !byName.contains($0) }).prefix(limit).map { row in
      Choice(
        title: view.cell(table, row, "name"), detail: view.cell(table, row, "code"), key: "#",
        effect: .all([.pop, .push(UnitTreeScreen(selecting: table.id(of: row)))]))
    }
  }
}

extension Chooser {
  /// Movement and typing are in the help but would only fill the palette.
  static func isMovement(_ face: CommandFace) -> Bool {
    let verbs = ["down", "up", "pageDown", "pageUp", "first", "last", "left", "right", "next", "previous"]
    guard let dot = face.name.lastIndex(of: ".") else { return false }
    return verbs.contains(String(face.name[face.name.index(after: dot)...]))
  }
}
