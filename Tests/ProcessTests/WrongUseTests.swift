import Glibc
import JenjangStore
import Testing

@testable import prove

/// What the commands answer to somebody who used them wrongly.
@Suite struct WrongUseTests {
  private func site() throws -> Site {
    let site = try Site()
    try site.initialize()
    return site
  }

  private func file(_ site: Site, _ name: String, _ text: String) throws -> String {
    let path = site.folder + "/" + name
    try ReportFile.write(Array(text.utf8), to: path, replacing: false)
    return path
  }

  private func said(_ words: [String], in language: String) throws -> Site.Result {
    let site = try Site()
    return try site.run(program: site.program, words, environment: ["LC_ALL=\(language)"])
  }

  @Test(arguments: [
    (["imprt"], "tidak ada perintah “imprt”; maksud Anda `jenjang import`?"),
    (["--read-only", "xyzzy"], "tidak ada perintah “xyzzy”; lihat `jenjang help`"),
    (["list"], "<kind> belum disebut"),
    (["list", "employes"], "tidak ada jenis data employes; maksud Anda employees?"),
    (["list", "employees", "x"], "“x” tidak dimengerti di sini"),
    (["list", "employees", "x", "y"], "2 kata tidak dimengerti di sini: 'x', 'y'"),
    (["list", "employees", "--sort"], "nilai untuk --sort <sort> belum disebut"),
    (["list", "employees", "--jsn"], "tidak ada opsi --jsn; maksud Anda --json?"),
    (["verify", "--zzzzzzzzzz"], "tidak ada opsi --zzzzzzzzzz"),
    (["demo", "--employees", "abc"], "“abc” tidak berlaku untuk --employees <employees>"),
    (["export", "units", "--format", "xls"], "“xls” tidak berlaku untuk --format <format>; pilih 'csv'"),
    (["apply", "--atomic=3", "x"], "--atomic tidak memakai nilai, tetapi “3” disebut"),
  ]) func `whoever writes a command wrongly is told so in the own language`(_ words: [String], _ told: String) throws {
    let result = try said(words, in: "id")
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(result.errors.hasPrefix("jenjang: " + told), "\(result.errors)")
    #expect(!["Error", "Usage", "Help:", "See"].contains { result.errors.contains($0) })
  }

  @Test(arguments: [["help"], ["list", "--help"], ["demo", "--help"]]) func `help speaks one language`(
    _ words: [String]
  ) throws {
    let result = try said(words, in: "id")
    #expect(result.status == 0)
    #expect(result.output.contains("PEMAKAIAN: jenjang") && result.output.contains("Tampilkan bantuan."))
    let english = ["OVERVIEW", "USAGE", "OPTIONS", "ARGUMENTS", "SUBCOMMANDS", "Show", "default", "See "]
    for word in english { #expect(!result.output.contains(word), "\(word)") }
    #expect(try said(words, in: "en").output.contains("USAGE: jenjang"))
  }

  @Test func `a list without headings is refused once, and not for each of its rows`() throws {
    let site = try site()
    let list = try file(site, "list.csv", "198001012005011001,A,L\n198001012005011002,B,L\n")
    let result = try site.run("import", "employees", list, "--data", site.store)
    #expect(result.status == 65)
    #expect(result.output.isEmpty)
    #expect(result.errorLines.count == 1)
    #expect(result.errors.contains("198001012005011001, A, L"))
  }

  @Test func `a long wrong value is cut short in the report of an import`() throws {
    let site = try site()
    let list = try file(site, "list.csv", "Kode unit,Nama unit\n1,\(String(repeating: "Dinas ", count: 100))\n")
    let result = try site.run("import", "units", list, "--data", site.store)
    #expect(result.status == 1)
    #expect(result.output.split(separator: "\n").allSatisfy { $0.count < 160 }, "\(result.output)")
  }

  @Test(arguments: [["--agency", " "], []]) func `an agency must have a name`(_ name: [String]) throws {
    let site = try Site()
    let result = try site.run(arguments: ["init", "--data", site.store, "--lang", "id"] + name)
    #expect(result.status == 64)
    #expect(result.errors.contains("Sebutkan nama instansinya, misalnya --agency"))
  }

  @Test func `a file that cannot be attached is bad input, one that is not there is missing`() throws {
    let site = try site()
    try site.run("apply", file(site, "unit", #"{"kind":"units","set":{"code":"1","name":"U1"}}"#), "--data", site.store)
    let large = try file(site, "large", "")
    try #require(truncate(large, 21 << 20) == 0)
    for (path, status) in [(large, 65), (site.folder, 65), (large + "x", 66)] {
      let result = try site.run("attach", "1", "scan", path, "--data", site.store)
      #expect(result.status == Int32(status), "\(result)")
    }
  }

  @Test func `a filter without a comparison is told what is missing, not that the field is unknown`() throws {
    let site = try site()
    let result = try site.run("list", "units", "--where", "name", "--data", site.store)
    #expect(result.status == 64)
    #expect(result.errors.contains("--where name="))
  }

  @Test func `a list is sorted downwards as its help says`() throws {
    let site = try site()
    let lines = (1...3).map { #"{"kind":"units","set":{"code":"\#($0)","name":"U\#($0)"}}"# }
    try site.run("apply", file(site, "units.ndjson", lines.joined(separator: "\n")), "--data", site.store)
    let result = try site.run("list", "units", "--sort", "-name", "--json", "--data", site.store)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.lines.first?.contains("U3") == true)
  }

  @Test func `the log of a record tells nothing of the others that were saved with it`() throws {
    let site = try site()
    let lines = (1...3).map { #"{"kind":"units","set":{"code":"\#($0)","name":"U\#($0)"}}"# }
    try site.run("apply", file(site, "units.ndjson", lines.joined(separator: "\n")), "--atomic", "--data", site.store)
    for arguments in [[], ["--json"]] {
      let result = try site.run(arguments: ["log", "--record", "2", "--data", site.store] + arguments)
      #expect(result.output.contains("U2") && !result.output.contains("U1"), "\(result)")
    }
  }

  @Test func `a check that begins behind the last commit is none`() throws {
    let site = try site()
    let result = try site.run("verify", "--since", "9", "--data", site.store)
    #expect(result.status == 2)
    #expect(result.errors.contains("no. 9"))
  }

  @Test func `a record that nobody has is a finding for every command that looks for one`() throws {
    let site = try site()
    #expect(try site.run("show", "nobody", "--data", site.store).status == 1)
    #expect(try site.run("erase", "nobody", "--order", "1", "--basis", "x", "--data", site.store).status == 1)
  }

  @Test func `a line that is no JSON is refused in words`() throws {
    let site = try site()
    let lines = try file(site, "lines.ndjson", "oops\n")
    let result = try site.run("apply", lines, "--lang", "id", "--data", site.store)
    #expect(result.output.contains("tanda ini tidak boleh di sini"))
  }
}
