import JSONText
import JenjangDomain
import JenjangStore
import Testing

@Suite struct RescueTests {
  @Test func `what is rescued is what apply reads, a line for each operation`() throws {
    let id = RecordID(high: 1 << 16, low: 7)
    let transaction = Transaction(
      [
        .create(kind: "employees", id: id, object: JSONObject(["name": "Siti"])),
        .update(
          kind: "employees", id: id, base: 1,
          changes: ["phone": Change(old: "0811", new: nil), "name": Change(old: "Siti", new: "Siti A")]),
        .delete(kind: "employees", id: id, base: 2, object: JSONObject(["name": "Siti A"])),
      ], why: "SK 1/2026")
    let lines = RescueFile.bytes(of: transaction).split(separator: 10).map(Array.init)
    let changes = try lines.map { line in try ScriptedChange(JSONReader.value(line)) }
    #expect(changes.map(\.kind) == ["employees", "employees", "employees"])
    #expect(changes.allSatisfy { $0.id == id.text && $0.why == "SK 1/2026" })
    #expect(changes.map(\.isDeletion) == [false, false, true])
    #expect(changes[0].set["name"] == "Siti")
    #expect(changes[1].set["phone"] == .null)
    #expect(changes[1].set["name"] == "Siti A")
  }

  @Test func `the path proposed keeps its name`() {
    #expect(RescueFile.path(besides: "/", named: "selamat.ndjson").hasSuffix("/selamat.ndjson"))
  }
}
