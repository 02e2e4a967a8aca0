import JenjangDomain
import JenjangStore
import TerminalKit

extension ScreenEntry {
  static let keeping = ScreenEntry(
    name: "store", title: Text("Penyimpanan", en: "Store"), group: .system, make: { _ in StoreScreen() })
}

/// How well the data is kept: backups, proofs, anchors, the disk; and what can be done about it.
struct StoreScreen: Screen {
  private var scroll = PageScroll()
  private var lines: [HealthLine] = []

  func title(_ view: View) -> String { view(Text("Penyimpanan", en: "Store")) }

  func hint(_ view: View) -> (left: String, right: String) {
    let count = lines.filter { $0.status != .good }.count
    guard count > 0 else { return (view(Text("Semua baik.", en: "All is well.")), "") }
    return (view(Text("\(count) hal perlu perhatian.", en: "\(count) things need attention.")), "")
  }

  func help(_ view: View) -> [Text] {
    [
      Text(
        "Cadangan dibuat selagi orang bekerja; salinannya dibuka dan dibandingkan sebelum disebut cadangan.",
        en: "A backup is made while people work; the copy is opened and compared before it is called one."),
      Text(
        "Jangkar adalah nomor dan hash yang tercetak di laporan; siapa pun yang memegangnya dapat membuktikan riwayat.",
        en: "An anchor is the number and hash printed on reports; whoever holds one can prove the history."),
    ]
  }

  static let commandTable: [Command<StoreScreen>] =
    Step.commands("store") { screen, step, _ in screen.scroll.move(step) } + [
      Command(
        "store.backup", Text("Cadangkan sekarang", en: "Back up now"), keys: ["f6", "ctrl-n"],
        label: Text("Cadangkan", en: "Back up"), refusal: { _, view in view.session.store.readOnlyReason },
        run: { _, view in .push(backupPrompt(view)) }),
      Command(
        "store.verify", Text("Periksa semua berkas", en: "Check all files"), keys: ["f8", "ctrl-g"],
        label: Text("Periksa", en: "Check")
      ) { _, view in .start(check(view)) },
      Command(
        "store.copyAnchor", Text("Salin jangkar terakhir", en: "Copy the last anchor"), keys: ["f7", "ctrl-e"],
        label: Text("Salin jangkar", en: "Copy anchor")
      ) { _, view in
        let anchor = view.session.store.head.anchor
        return .all([.copy(anchor), .say(Text("Tersalin: \(anchor)", en: "Copied: \(anchor)"), .good)])
      },
    ]

  mutating func refresh(_ view: View) {
    lines = view.session.store.health(timesSyncs: false, backupDays: view.settings.backupDays)
  }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    let inside = area.inset(x: 1, y: 0)
    var page = Page(width: inside.width - 1)
    let store = view.session.store
    page.heading(view(Text("KESEHATAN DATA", en: "HEALTH OF THE STORE")), remark: store.head.anchor)
    let width = lines.map { Width.of(view($0.title)) }.max() ?? 0
    for line in lines {
      page.item(
        StoreScreen.mark(line) + view(line.title), view(line.value), labelWidth: width + 2,
        role: line.status == .good ? .value : .messageWarn)
      if let advice = line.advice { page.paragraph("→ " + view(advice), indent: width + 5, role: .textMuted) }
    }
    writeAnchors(into: &page, view)
    scroll.draw(page, into: &frame, inside)
  }

  private func writeAnchors(into page: inout Page, _ view: View) {
    let anchors = view.session.store.anchors().suffix(8).reversed()
    guard !anchors.isEmpty else { return }
    page.heading(view(Text("JANGKAR DI LUAR", en: "ANCHORS OUTSIDE")))
    for anchor in anchors {
      let moment = view.session.clock.local(anchor.time)
      let minute = moment.minute < 10 ? "0\(moment.minute)" : "\(moment.minute)"
      page.item(
        "\(moment.day.iso) \(moment.hour).\(minute)",
        [anchor.head.anchor, anchor.kind.rawValue, anchor.place].filter { !$0.isEmpty }.joined(separator: "  "),
        labelWidth: 16)
    }
  }

  private static func mark(_ line: HealthLine) -> String {
    switch line.status {
    case .good: "  "
    case .warning: "! "
    case .bad: "X "
    }
  }
}

extension StoreScreen {
  /// Asks where to; the last place is offered.
  private static func backupPrompt(_ view: View) -> Prompt {
    let last = view.session.store.anchors().last { $0.kind == .backup }?.place
    return Prompt(
      "store.backupPlace", Text("Cadangkan ke folder", en: "Back up to a folder"), text: last ?? "~/",
      help: [
        Text(
          "Folder kosong di cakram lain, atau folder cadangan sebelumnya: hanya yang baru disalin.",
          en: "An empty folder on another disk, or that of an earlier backup: only what is new is copied.")
      ],
      check: { text, view in
        let path = ReportFile.expanded(text)
        if text.isEmpty || text == "~/" { return .noFolder }
        return OutsideFile.isInside(path, view.session.store.path) ? .insideStore : nil
      },
      done: { text, view in .all([.pop, .start(backup(ReportFile.expanded(text), view))]) })
  }

  private static func backup(_ place: String, _ view: View) -> any Job {
    let store = view.session.store
    let path = store.path
    let options = OpenOptions(environment: store.environment, today: store.book.day)
    return StoreJob<Result<BackupReport, StoreError>>(
      Text("Mencadangkan", en: "Backing up"),
      end: { result, _ in
        switch result {
        case .success(let report): .say(.backedUp(report, place), .good)
        case .failure(let error): .say(error.sentence, .bad)
        }
      },
      { progress in
        do throws(StoreError) {
          try OutsideFile.makeFolders(above: place + "/.")
          return .success(try Store(opening: path, options: options).backUp(to: place, progress: progress))
        } catch {
          return .failure(error)
        }
      })
  }

  private static func check(_ view: View) -> any Job {
    let path = view.session.store.path
    return StoreJob<Result<VerifyReport, StoreError>>(
      Text("Memeriksa", en: "Checking"),
      end: { result, _ in
        switch result {
        case .success(let report) where report.isClean: .say(.clean(report), .good)
        case .success(let report): .push(findings(report))
        case .failure(let error): .say(error.sentence, .bad)
        }
      },
      { progress in
        do throws(StoreError) {
          return .success(try Store.verify(at: path, VerifyOptions(isDeep: true), progress: progress))
        } catch {
          return .failure(error)
        }
      })
  }

  private static func findings(_ report: VerifyReport) -> Reader {
    Reader(
      heading: { view in
        view(Text("\(report.findings.count) temuan", en: "\(report.findings.count) findings"))
      },
      write: { page, view in
        for finding in report.findings.prefix(50) {
          page.paragraph(
            "! " + (finding.line.map { "\(finding.file):\($0)" } ?? finding.file) + ": " + view(finding.text))
        }
        page.blank()
        page.paragraph(
          view(
            Text(
              "Salin map data sebelum berbuat apa pun, lalu jalankan jenjang repair.",
              en: "Copy the data folder before anything else, then run jenjang repair.")))
      })
  }
}

extension Text {
  fileprivate static let noFolder = Text("Ketik nama foldernya", en: "Type the name of the folder")
  fileprivate static let insideStore = Text(
    "Folder itu di dalam folder data; pilih cakram lain", en: "That folder is inside the store; choose another disk")

  fileprivate static func backedUp(_ report: BackupReport, _ place: String) -> Text {
    Text(
      "Cadangan sampai no. \(report.head.sequence) ada di \(place), sudah dibuka dan sama",
      en: "The backup to no. \(report.head.sequence) is in \(place), was opened and is the same")
  }

  fileprivate static func clean(_ report: VerifyReport) -> Text {
    Text(
      "Utuh: \(report.lines) baris, \(report.anchors) jangkar, sampai no. \(report.head.sequence)",
      en: "Whole: \(report.lines) lines, \(report.anchors) anchors, to no. \(report.head.sequence)")
  }
}
