import ArgumentParser
import Glibc
import JenjangDomain
import TerminalKit

/// The language of messages and help, settled before the command line is read.
enum Speech {
  /// `--lang`, then `LC_ALL`, `LC_MESSAGES` and `LANG`; Indonesian when none asks for English.
  static let language: Language = asked ?? surroundings

  /// What `--lang` says; nil when it is absent or says something else.
  static let asked: Language? = {
    let arguments = ProgramArguments.all
    if let index = arguments.firstIndex(of: "--lang"), index + 1 < arguments.count {
      return Language(rawValue: arguments[index + 1])
    }
    return arguments.first { $0.hasPrefix("--lang=") }.flatMap { Language(rawValue: String($0.dropFirst(7))) }
  }()

  private static var surroundings: Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      if let value = variable(name) { return value.hasPrefix("en") ? .english : .indonesian }
    }
    return .indonesian
  }

  /// A variable of the environment; nil when it is unset or empty.
  static func variable(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}

extension ArgumentHelp {
  /// Help for an argument in the language of the session.
  static func say(_ text: Text) -> ArgumentHelp { ArgumentHelp(text[Speech.language]) }

  /// The same with a name for the value.
  static func say(_ text: Text, value: String) -> ArgumentHelp {
    ArgumentHelp(text[Speech.language], valueName: value)
  }
}

extension CommandConfiguration {
  /// A subcommand's name and what it does.
  static func subcommand(_ name: String, _ text: Text, discussion: Text = .verbatim("")) -> CommandConfiguration {
    CommandConfiguration(
      commandName: name, abstract: text[Speech.language], discussion: discussion[Speech.language])
  }
}
