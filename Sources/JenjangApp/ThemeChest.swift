import JSONText
import JenjangDomain
import TerminalKit

/// The themes that can be chosen, and the one that is shown; a bad file keeps the last good one.
final class ThemeChest {
  private(set) var current: Theme = .basis
  private let library: ThemeLibrary
  private let changes: DirectoryWatch?
  private var chosen = ThemeLibrary.standardID
  /// Why the chosen theme is not the one that is shown.
  private(set) var problem: Text?

  init(_ library: ThemeLibrary, watching: Bool = true) {
    self.library = library
    changes = watching ? DirectoryWatch(library.folders) : nil
  }

  /// A descriptor that can be read when a theme file changed; nil when none can be watched.
  var watch: Int32? { changes?.descriptor }

  /// What can be chosen; a theme whose file is bad says why.
  var entries: [(id: String, name: Text, problem: Text?)] {
    library.list().map { entry in
      (entry.id, Text(entry.indonesian, en: entry.english), entry.problem.map { $0.text(of: entry.id) })
    }
  }

  /// Shows a theme; says why when it cannot, and keeps the one before.
  @discardableResult
  func choose(_ id: String) -> Text? {
    chosen = id
    do throws(ThemeProblem) {
      current = try library.load(id).theme
      problem = nil
    } catch {
      problem = error.text(of: id)
    }
    return problem
  }

  /// Reads the chosen theme again when a file changed; says what is wrong with it.
  func reload() -> Text? {
    guard let names = changes?.takeChanges(), names.contains(where: { $0.hasSuffix(".json") }) else { return nil }
    return choose(chosen)
  }
}

extension ThemeProblem {
  /// The problem in words.
  func text(of id: String) -> Text {
    let reason = reason
    return Text(
      "Tema \(id) tidak dipakai: \(reason.indonesian)", en: "The theme \(id) is not used: \(reason.english)")
  }

  private var reason: Text {
    switch self {
    case .missing: Text("berkasnya tidak ada", en: "there is no such file")
    case .badName(let name): Text("nama \(name) tidak sah", en: "the name \(name) is not allowed")
    case .tooLarge: Text("berkasnya lebih dari 64 KiB", en: "its file is over 64 KiB")
    case .notJSON(let error):
      Text("bukan JSON, bita \(error.offset)", en: "not JSON at byte \(error.offset)")
    case .wrongShape(let path): Text("bentuk \(path) salah", en: "\(path) has the wrong shape")
    case .unknownSchema: Text("dibuat untuk versi lebih baru", en: "made for a newer version")
    case .badColor(let name, let text):
      Text("warna \(name) = \(text) salah", en: "the colour \(name) = \(text) is none")
    case .unknownColor(let role, let name):
      Text("warna \(name) pada \(role) tidak ada", en: "there is no colour \(name) for \(role)")
    case .circular(let names):
      Text(
        "saling menurunkan: \(names.joined(separator: ", "))", en: "it extends itself: \(names.joined(separator: ", "))"
      )
    case .invisible(let role, _):
      Text("\(role) tidak terbaca: huruf sewarna latar", en: "\(role) cannot be read: text and background are alike")
    }
  }
}
