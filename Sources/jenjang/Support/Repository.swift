import Glibc
import JenjangDomain
import JenjangStore
import Processes

/// A folder under version control by git, as the program `git` keeps it.
struct Repository {
  let folder: String
  /// Who commits: what the store says of its session.
  let author: Author

  /// Says at once when there is no git, before anything is made.
  init(_ folder: String, author: Author) throws(Failure) {
    self.folder = folder
    self.author = author
    guard Spawn.output("git", ["--version"], environment: environment)?.status == 0 else {
      throw Failure(.couldNotRun, .noGit)
    }
  }

  /// Makes the repository where none is.
  func begin() throws(Failure) {
    if !ReportFile.exists(folder + "/.git") { try run("init", "--quiet") }
  }

  /// Commits everything below some names; gives the short hash, or nil when nothing has changed.
  func commit(_ names: [String], message: String) throws(Failure) -> String? {
    try run(["add", "--all", "--"] + names)
    guard status(["diff", "--cached", "--quiet", "--"] + names) != 0 else { return nil }
    try run(["commit", "--quiet", "--message", message, "--"] + names)
    return try run("rev-parse", "--short", "HEAD").filter { $0.isHexDigit }
  }

  /// The user's settings of git hold; the author is the one that the store would note.
  private var environment: [String] {
    let email = author.session.prefix { $0 != " " }.filter { $0 != "(" && $0 != ")" }
    return ["PATH", "HOME", "LANG", "XDG_CONFIG_HOME", "SSH_AUTH_SOCK", "GNUPGHOME"].compactMap { name in
      Speech.variable(name).map { "\(name)=\($0)" }
    } + [
      "GIT_AUTHOR_NAME=\(author.by)", "GIT_AUTHOR_EMAIL=\(email)", "GIT_COMMITTER_NAME=\(author.by)",
      "GIT_COMMITTER_EMAIL=\(email)", "GIT_TERMINAL_PROMPT=0",
    ]
  }

  @discardableResult
  private func run(_ arguments: String...) throws(Failure) -> String { try run(arguments) }

  @discardableResult
  private func run(_ arguments: [String]) throws(Failure) -> String {
    guard let result = Spawn.output("git", ["-C", folder] + arguments, environment: environment) else {
      throw Failure(.couldNotRun, .noGit)
    }
    guard result.status == 0 else {
      let errors = String(decoding: result.errors, as: UTF8.self)
      throw Failure(.inputOutput, .failed(arguments[0], errors.split(separator: "\n").last.map { String($0) } ?? ""))
    }
    return String(decoding: result.output, as: UTF8.self)
  }

  private func status(_ arguments: [String]) -> Int32 {
    Spawn.output("git", ["-C", folder] + arguments, environment: environment)?.status ?? -1
  }
}

extension Text {
  fileprivate static let noGit = Text(
    "Program git belum terpasang; pasang dulu, atau pakai ekspor per jenis data",
    en: "The program git is not installed; install it, or export kind by kind")

  fileprivate static func failed(_ action: String, _ reason: String) -> Text {
    Text("git \(action) gagal: \(reason)", en: "git \(action) failed: \(reason)")
  }
}
