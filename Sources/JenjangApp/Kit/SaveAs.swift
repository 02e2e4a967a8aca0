import JenjangDomain
import JenjangStore
import TerminalKit

/// Asks where a report is to be written; what stands at a path already is only replaced when that is chosen.
enum SaveAs {
  /// A prompt with a path made from the report's name and the day.
  static func prompt(
    _ name: String, ending: String, _ view: View, job: @escaping (_ path: String, _ replaces: Bool) -> any Job
  ) -> Prompt {
    prompt(path: "~/jenjang-\(name)-\(view.today.iso).\(ending)", job: job)
  }

  /// A prompt with a path that may be changed.
  static func prompt(path: String, job: @escaping (_ path: String, _ replaces: Bool) -> any Job) -> Prompt {
    ask(path, job: job)
  }

  /// Offers to write what a failing disk may not have kept to a file on another one.
  static func rescue(_ transaction: Transaction, _ view: View) -> Prompt {
    let name = "jenjang-selamat-\(view.today.iso).ndjson"
    let path = RescueFile.path(besides: view.session.store.path, named: name)
    return ask(path, heading: .rescueTitle, help: [.uncertain, .rescueHelp, .help]) { path, replaces in
      WriteReport(path: path, replaces: replaces) { _ in RescueFile.bytes(of: transaction) }
    }
  }

  private static func ask(
    _ path: String, heading: Text = Text("Tulis ke berkas", en: "Write to a file"), help: [Text] = [.help],
    job: @escaping (_ path: String, _ replaces: Bool) -> any Job
  ) -> Prompt {
    Prompt(
      "saveAs", heading, text: path, help: help,
      check: { text, _ in text.isEmpty || text.hasSuffix("/") ? .noName : nil },
      done: { text, _ in
        let full = ReportFile.expanded(text)
        if let hindrance = ReportFile.hindrance(at: full) { return .say(hindrance.text, .bad) }
        guard ReportFile.exists(full) else { return .all([.pop, .start(job(full, false))]) }
        return .replace(taken(text, full, job: job))
      })
  }

  /// Another name comes first; replacing must be chosen by its letter.
  private static func taken(
    _ path: String, _ full: String, job: @escaping (_ path: String, _ replaces: Bool) -> any Job
  ) -> Chooser {
    let free = ReportFile.freePath(like: full)
    return Chooser("saveAs.taken", .exists(path), choosesByLetter: true, columns: 76) { _, view in
      [
        Choice(
          title: view(Text("Tulis ke nama lain", en: "Write to another name")), detail: free, letter: "n",
          effect: .all([.pop, .start(job(free, false))])),
        Choice(
          title: view(Text("Ketik nama lain", en: "Type another name")), letter: "k",
          effect: .replace(ask(path, job: job))),
        Choice(
          title: view(Text("Timpa berkas yang ada", en: "Replace the file")), letter: "t",
          effect: .all([.pop, .start(job(full, true))])),
      ]
    }
  }
}

/// Writes a report that is ready.
struct WriteReport: Job {
  let path: String
  let replaces: Bool
  let bytes: (Session) -> [UInt8]

  var title: Text { Text("Menulis \(path)", en: "Writing \(path)") }
  var progress: (done: Int, total: Int)? { nil }

  mutating func advance(_ session: Session) -> Effect? {
    SaveAs.write(bytes(session), to: path, replacing: replaces, done: .written(path), from: session.store)
  }

  func cancelled(_ session: Session) -> Effect { .say(.cancelled, .warn) }
}

extension SaveAs {
  /// Writes, and says what came of it.
  ///
  /// A text has the head of the chain at its foot; data for programs gets it in a file beside. Nil for what is
  /// no report.
  static func write(_ bytes: [UInt8], to path: String, replacing: Bool, done: Text, from store: Store? = nil) -> Effect
  {
    do throws(StoreError) {
      try ReportFile.write(bytes, to: path, replacing: replacing)
      guard let store else { return .say(done, .good) }
      if path.hasSuffix(".txt") || path.hasSuffix(".html") {
        try store.note(store.head, to: .report, place: path)
      } else {
        try ReportFile.writeAnchor(of: path, in: store)
      }
      return .say(done, .good)
    } catch {
      return .say(error.sentence, .bad)
    }
  }
}

extension Text {
  fileprivate static let rescueTitle = Text("Berkas penyelamat", en: "Rescue file")
  fileprivate static let uncertain = Text(
    "Cakram data gagal: simpanan ini belum pasti tersimpan, dan data hanya dapat dibaca. Isian tetap ada di layar.",
    en:
      "The data disk failed: this save may not be kept, and the store can only be read. The input stays on the screen.")
  fileprivate static let rescueHelp = Text(
    "Berkas ini dapat disimpan lagi nanti dengan `jenjang apply BERKAS`; yang ternyata tersimpan tidak digandakan.",
    en: "Save it again later with `jenjang apply FILE`; what turns out to be kept is not doubled.")
  static func written(_ path: String) -> Text { Text("Tertulis: \(path)", en: "Written: \(path)") }
  static let cancelled = Text("Dihentikan; tidak ada yang ditulis", en: "Stopped; nothing was written")
  fileprivate static let noName = Text("Ketik nama berkasnya", en: "Type the name of the file")
  fileprivate static let help = Text(
    "~/ adalah folder Anda. Berkas yang sudah ada tidak ditimpa tanpa bertanya.",
    en: "~/ is your own folder. A file that exists is not replaced without asking.")
  fileprivate static func exists(_ path: String) -> Text {
    Text("\(path) sudah ada", en: "\(path) exists already")
  }
}
