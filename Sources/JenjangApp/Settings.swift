import JSONText
import JenjangDomain
import TerminalKit

/// What one user has chosen; `settings.json`.
///
/// Members this program does not know are kept.
struct Settings {
  private(set) var object: JSONObject

  init(_ object: JSONObject = JSONObject()) { self.object = object }

  var language: Language {
    get { object["language"]?.text.flatMap(Language.init(rawValue:)) ?? .indonesian }
    set { object["language"] = .string(newValue.rawValue) }
  }

  /// The id of a theme file.
  var theme: String {
    get { object["theme"]?.text ?? "baku" }
    set { object["theme"] = .string(newValue) }
  }

  /// Nil leaves the choice to the terminal and its locale.
  var glyphs: GlyphSet? {
    get { object["glyphs"]?.text.flatMap(GlyphSet.init(rawValue:)) }
    set { object["glyphs"] = newValue.map { .string($0.rawValue) } }
  }

  var usesMouse: Bool {
    get { object["mouse"]?.bool ?? true }
    set { object["mouse"] = .bool(newValue) }
  }

  /// After Enter on the last field: true opens the next empty record, false saves and leaves.
  var opensNextRecord: Bool {
    get { object["nextRecord"]?.bool ?? false }
    set { object["nextRecord"] = .bool(newValue) }
  }

  /// After so many days without a backup Home reminds of one.
  var backupDays: Int {
    get { object["backupDays"]?.integer.map { Int($0) } ?? 7 }
    set { object["backupDays"] = .integer(Int64(newValue)) }
  }

  /// An idle terminal locks itself after so many minutes where a passphrase is set; 0 for never.
  var lockMinutes: Int {
    get { object["lockMinutes"]?.integer.map { Int(clamping: max(0, $0)) } ?? 10 }
    set { object["lockMinutes"] = .integer(Int64(newValue)) }
  }

  var hasSeenTour: Bool {
    get { object["tour"]?.bool ?? false }
    set { object["tour"] = .bool(newValue) }
  }

  /// The names of the commands used from the palette, newest first.
  var recentCommands: [String] {
    get { object["recent"]?.array?.compactMap(\.text) ?? [] }
    set { object["recent"] = .array(newValue.prefix(20).map { .string($0) }) }
  }

  /// What was chosen for one list: columns, order.
  subscript(list name: String) -> JSONObject? {
    get { object["lists"]?.object?[name]?.object }
    set {
      var lists = object["lists"]?.object ?? JSONObject()
      lists[name] = newValue.map { .object($0) }
      object["lists"] = .object(lists)
    }
  }
}
