import ArgumentParser
import Glibc
import JenjangApp
import JenjangDomain
import TerminalKit

/// The program: a subcommand for each thing a script or a person at a shell wants, and the screens as the default.
struct Jenjang: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jenjang",
    abstract: Text(
      "Karier pegawai negeri di terminal: dari daftar pegawai sampai berkas seseorang.",
      en: "The careers of civil servants in a terminal: from the staff list to one person's file.")[Speech.language],
    discussion: ExitStatus.table[Speech.language],
    version: Program.version,
    subcommands: [
      Open.self, Demo.self, Initialize.self, Import.self, Export.self, List.self, Show.self, Apply.self, Attach.self,
      Detach.self, Extract.self, Log.self, Verify.self, Backup.self, RestoreBackup.self, Erase.self, Rules.self,
      Judge.self, Due.self, Cycle.self, Print.self, Totals.self, Keys.self, ThemeList.self, Repair.self, Doctor.self,
      SetPassphrase.self,
      Bench.self,
    ],
    defaultSubcommand: Open.self)
}

/// The entry: what a command throws becomes one sentence on standard error and a documented exit code.
@main
enum Main {
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    umask(0o077)
    do {
      var command = try Jenjang.parseAsRoot(Array(ProgramArguments.all.dropFirst()))
      try command.run()
    } catch let failure as Failure {
      failure.leave()
    } catch {
      UsageText(error).leave()
    }
  }
}
