import Glibc
import Processes
import Testing

@testable import prove

/// Mentoring with the program itself: over a line that breaks, and by its commands.
@Suite struct MentoringTests {
  private static let patience = 30_000
  private static let secret = "ragu-ragu"
  private static let (mentor, mentee, officer) = ("197606012006041001", "198702092011082001", "198505122010122001")

  /// A mentor, a mentee with one running pair, an officer.
  private func office() throws -> Site {
    let site = try Site()
    try site.initialize()
    let people = [
      ("01", "Robert Sitinjak", Self.mentor), ("02", "Siti Rahmawati", Self.mentee),
      ("03", "Dewi Khadijah", Self.officer),
    ]
    var lines = people.map { place, name, number in
      #"{"kind":"employees","id":"\#(id("E", place))","set":{"name":"\#(name)","employeeNumber":"\#(number)","#
        + #""birthDate":"1980-01-01","sex":"L","kind":"PNS","legalStatus":"AKTIF"}}"#
    }
    lines.append(
      #"{"kind":"mentoring-pairs","id":"\#(id("P", "01"))","set":{"mentor":"\#(id("E", "01"))","#
        + #""mentee":"\#(id("E", "02"))","kind":"PERORANGAN","state":"BERJALAN","proposedOn":"2026-05-01","#
        + #""mentorAcceptedOn":"2026-05-02","menteeAcceptedOn":"2026-05-03","start":"2026-06-02"}}"#)
    for (place, person, role) in [("01", "01", "PEMBIMBING"), ("02", "03", "PETUGAS")] {
      lines.append(
        #"{"kind":"role-assignments","id":"\#(id("R", place))","set":{"employee":"\#(id("E", person))","#
          + #""role":"\#(role)","from":"2020-01-01"}}"#)
    }
    let path = site.folder + "/lines"
    try #require(write(lines.joined(separator: "\n") + "\n", to: path))
    let result = try site.run("apply", path, "--atomic", "--data", site.store)
    try #require(result.status == 0, "\(result)")
    return site
  }

  private func id(_ letter: String, _ place: String) -> String { "01M80KH82S6WM4NJN1D5E7" + letter + "0" + place }

  private func write(_ text: String, to path: String) -> Bool {
    guard let file = fopen(path, "w") else { return false }
    defer { fclose(file) }
    return fputs(text, file) >= 0
  }

  /// The mentor stands in the form with a topic and a private note typed.
  private func typing(_ site: Site) throws -> PseudoTerminal {
    let terminal = try site.onTerminal("--data", site.store, "--as", Self.mentor)
    try #require(terminal.receive(until: "Bimbingan", milliseconds: Self.patience) != nil)
    terminal.send("81")
    try #require(terminal.receive(until: "Siti Rahmawati", milliseconds: Self.patience) != nil)
    terminal.send("Uji kompetensi")
    // To the reason at the foot, and up from there.
    terminal.send("\u{1B}[1;5F\u{1B}[A\(Self.secret)")
    try #require(terminal.receive(until: Self.secret, milliseconds: Self.patience) != nil)
    return terminal
  }

  @Test(arguments: [SIGHUP, SIGKILL]) func `a line that breaks loses two seconds at most`(_ signal: Int32) throws {
    let site = try office()
    let first = try typing(site)
    if signal == SIGKILL {
      // What was typed more than two seconds ago is on the disk, whatever comes.
      _ = first.receive(untilSilentFor: 2_500)
    }
    _ = first.end(with: signal)
    let second = try site.onTerminal("--data", site.store, "--as", Self.mentor)
    try #require(second.receive(until: "Sesi dengan Siti", milliseconds: Self.patience) != nil)
    second.send("\t\r")
    try #require(second.receive(until: "Uji kompetensi", milliseconds: Self.patience) != nil)
    second.send("\u{1B}[1;5F")
    try #require(second.receive(until: Self.secret, milliseconds: Self.patience) != nil)
    second.send("\u{1B}[21~")
    try #require(second.receive(until: "Tersimpan", milliseconds: Self.patience) != nil)
    #expect(second.end(with: SIGTERM) == 0)
    let notes = try site.run("list", "mentoring-notes", "--json", "--data", site.store, "--as", Self.mentor)
    #expect(notes.output.contains(Self.secret), "\(notes)")
  }

  @Test func `no command tells a private note to anybody but its writer`() throws {
    let site = try office()
    let lines = [
      #"{"kind":"mentoring-sessions","id":"\#(id("S", "01"))","set":{"pair":"\#(id("P", "01"))","date":"2026-06-09","#
        + #""minutes":60,"mode":"DARING","topic":"Rapat"}}"#,
      #"{"kind":"mentoring-notes","id":"\#(id("N", "01"))","set":{"session":"\#(id("S", "01"))","#
        + #""writer":"\#(id("E", "01"))","writtenOn":"2026-06-09","text":"\#(Self.secret)"}}"#,
    ]
    let path = site.folder + "/log"
    try #require(write(lines.joined(separator: "\n") + "\n", to: path))
    let saved = try site.run("apply", path, "--atomic", "--data", site.store, "--as", Self.mentor)
    try #require(saved.status == 0, "\(saved)")
    let note = id("N", "01")
    let asked: [[String]] = [
      ["list", "mentoring-notes"], ["list", "mentoring-notes", "--json", "--where", "text~ragu"],
      ["show", note], ["show", id("S", "01")], ["show", id("P", "01")], ["show", Self.mentor], ["show", Self.mentee],
      ["log", "--json"], ["log", "--record", note], ["log", "--record", id("S", "01"), "--json"],
      ["export", "mentoring-notes", "--format", "csv"], ["export", "mentoring-notes", "--format", "ndjson"],
      ["list", "mentoring-notes", "--as-of-seq", "2"], ["show", note, "--as-of-seq", "2"],
    ]
    for person in [Self.mentee, Self.officer] {
      for arguments in asked {
        let result = try site.run(arguments: arguments + ["--data", site.store, "--as", person])
        #expect(!(result.output + result.errors).contains(Self.secret), "\(arguments) \(result)")
      }
      try #require(
        write(#"{"kind":"mentoring-notes","id":"\#(note)","set":{"text":"\#(Self.secret)"}}"# + "\n", to: path))
      let guessed = try site.run("apply", path, "--data", site.store, "--as", person)
      #expect(guessed.status != 0 && !guessed.output.contains("unchanged"), "\(guessed)")
    }
    let own = try site.run("show", note, "--data", site.store, "--as", Self.mentor)
    #expect(own.output.contains(Self.secret), "\(own)")
  }
}
