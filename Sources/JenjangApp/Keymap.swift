import JSONText
import JenjangDomain
import TerminalKit

/// The user's own keys: names of commands with the keys that start them, from `keymap.json`.
struct Keymap {
  private var overrides: [String: [Key]] = [:]
  /// What could not be read in the user's file, for the message line.
  private(set) var problems: [Text] = []

  init() {}

  /// Reads `{"list.sort": ["f11", "ctrl-t"]}`; an entry that cannot be read is left out and reported.
  init(_ object: JSONObject) {
    for member in object.members {
      let names = member.value.array?.map { $0.text ?? "" } ?? [member.value.text ?? ""]
      var keys: [Key] = []
      for name in names {
        if let key = Key(name: name) {
          keys.append(key)
        } else {
          problems.append(.unknownKey(name, command: member.key))
        }
      }
      if !keys.isEmpty { overrides[member.key] = keys }
    }
  }

  /// Entries for commands that the program does not have.
  var unknownCommands: [Text] {
    guard !overrides.isEmpty else { return [] }
    let known = Set(CommandIndex.sections.flatMap { $0.faces.map(\.name) })
    return overrides.keys.filter { !known.contains($0) }.sorted().map { .unknownCommand($0) }
  }

  func keys(of command: String, default keys: [Key]) -> [Key] { overrides[command] ?? keys }
}

extension Text {
  fileprivate static func unknownCommand(_ name: String) -> Text {
    Text("keymap.json: perintah \(name) tidak ada", en: "keymap.json: there is no command \(name)")
  }

  fileprivate static func unknownKey(_ name: String, command: String) -> Text {
    Text(
      "keymap.json: tombol \"\(name)\" untuk \(command) tidak dikenal",
      en: "keymap.json: unknown key \"\(name)\" for \(command)")
  }
}
