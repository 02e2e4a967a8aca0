import JSONText
import Processes
import Testing

@testable import prove

/// `jenjang totals` over several stores.
@Suite struct TotalsTests {
  private static func agencies() throws -> Site {
    let site = try Site()
    for (name, people) in [("a", "9"), ("b", "5")] {
      try site.run("demo", "--no-open", "--employees", people, "--data", site.folder + "/stores/\(name)")
    }
    return site
  }

  private static func add(to site: Site, _ name: String) throws {
    let writer = try site.writer(at: site.folder + "/stores/\(name)")
    writer.send(#"{"kind":"units","set":{"code":"77","name":"Dinas Baru"}}"#)
    _ = writer.receive(milliseconds: 20_000)
    writer.end()
  }

  @Test func `people and codes are added up over the agencies`() throws {
    let site = try Self.agencies()
    let result = try site.run("totals", site.folder + "/stores", "--json")
    #expect(result.status == 0, "\(result.errors)")
    let objects = try result.lines.map { try #require(JSONReader.value(String($0)).object) }
    #expect(objects.compactMap { $0["people"]?.integer } == [9, 5])
    for object in objects {
      let kinds = object["by"]?.object?["kind"]?.object?.members.compactMap(\.value.integer) ?? []
      #expect(kinds.reduce(0, +) == object["people"]?.integer)
    }
    let shown = try site.run("totals", site.folder + "/stores", "--by", "sex", "--lang", "en")
    #expect(shown.lines.last?.hasPrefix("2 agencies") == true)
    #expect(shown.lines.last?.split(separator: " ").dropFirst(2).first == "14")
  }

  @Test func `what is kept is used for stores that have not changed, and for no others`() throws {
    let site = try Self.agencies()
    let (stores, keep) = (site.folder + "/stores", site.folder + "/kept")
    let first = try site.run("totals", stores, "--json", "--keep", keep).output
    #expect(try site.output("cat", keep) == first)
    // A store that could not be opened, but has not changed, is not opened.
    _ = try site.run(program: "chmod", "o+r", stores + "/b/store.json")
    #expect(try site.run("totals", stores, "--json").status == 1)
    #expect(try site.run("totals", stores, "--json", "--keep", keep).output == first)
    _ = try site.run(program: "chmod", "o-r", stores + "/b/store.json")
    try Self.add(to: site, "b")
    let second = try site.run("totals", stores, "--json", "--keep", keep)
    #expect(second.lines.first.map(String.init) == first.split(separator: "\n").first.map(String.init))
    #expect(second.output != first)
  }

  @Test func `a folder without stores, an unknown field and a strange file are answered with a sentence`() throws {
    let site = try Site()
    #expect(try site.run("totals", site.folder).status == 66)
    #expect(try site.run("totals", site.folder, "--by", "name").status == 64)
    try site.initialize()
    let kept = try site.run("totals", site.folder, "--keep", site.store + "/README.txt")
    #expect(kept.status == 65)
    #expect(kept.errorLines.count == 1)
  }
}
