import ArgumentParser
import JSONText
import JenjangDomain
import JenjangStore

/// `jenjang rule NAME`: judges cases given as JSON, or a person of the store.
struct Judge: ParsableCommand {
  static let configuration = CommandConfiguration.subcommand(
    "rule",
    Text(
      "Jawab dengan satu aturan: kasus JSON, atau seorang pegawai.", en: "Answer by a rule: JSON cases, or a person."),
    discussion: Text(
      """
      jenjang rules NAMA menyebut tiap masukan dan kodenya.
      Masukan: satu objek JSON, atau satu objek sebaris, dari masukan standar; jawaban satu objek sebaris.
      --person mengambil masukan dari data; objek di masukan standar (dengan --stdin) menimpanya.
      """,
      en: """
        jenjang rules NAME tells each input and its codes.
        Input: one JSON object, or one object a line, from standard input; each is answered by one line.
        --person takes the input from the store; an object on standard input (with --stdin) overrides it.
        """))

  @OptionGroup var common: CommonOptions

  @Argument(help: .say(Text("Nama aturan; lihat jenjang rules.", en: "The rule's name; see jenjang rules.")))
  var name: String

  @Option(help: .say(Text("Ambil masukan dari pegawai ini.", en: "Take the input from this person."), value: "nip"))
  var person: String?

  @Flag(name: .customLong("stdin"), help: .say(Text("Baca juga masukan standar.", en: "Read standard input too.")))
  var readsInput = false

  @Option(
    help: .say(Text("Keadaan pada tanggal ini.", en: "The state on this day."), value: "yyyy-mm-dd"),
    transform: Arguments.day)
  var asOf: Day?

  @Flag(help: .say(Text("Jawaban selalu JSON; pilihan ini demi keseragaman.", en: "Answers are always JSON.")))
  var json = false

  func run() throws {
    guard let rule = RuleBook.rule(name) else { throw Failure(.usage, .unknownRule(name)) }
    let output = Output()
    var refused = 0
    let (known, law) = try known(to: rule)
    let cases = person == nil || readsInput ? try readCases() : [JSONObject()]
    for entry in cases {
      var object = known
      for member in entry.members { object[member.key] = member.value }
      let input = rule.read(object, today: common.day, language: Speech.language)
      if input.problems.isEmpty {
        output.line(rule.answer(input.object, by: law).json(Speech.language))
      } else {
        refused += 1
        output.line(Judge.refusal(input.problems))
      }
    }
    output.flush()
    if refused > 0 { throw Failure(.findings, .refused(refused)) }
  }

  /// What the store says about the person, and the law it keeps; nothing and the national law without a person.
  private func known(to rule: AnyRule) throws(Failure) -> (JSONObject, Law) {
    guard let person else {
      guard common.data != nil else { return (JSONObject(), .national) }
      return (JSONObject(), try common.open().book.law)
    }
    let store = try common.open()
    guard let found = store.book.record(meant: person), found.table.type.kind.name == Employee.kind.name,
      let state = store.book.state(of: ID(found.table.id(of: found.row)), on: asOf ?? common.day)
    else { throw Failure(.findings, .noPerson(person)) }
    let law = store.book.law
    guard let input = rule.input(for: PersonFacts(state, in: store.book, by: law)) else {
      throw Failure(.usage, .notAboutPeople(rule.name))
    }
    return (input, law)
  }

  private func readCases() throws(Failure) -> [JSONObject] {
    let bytes = try Inputs.contents("-")
    if case .object(let whole)? = try? JSONReader.value(bytes) { return [whole] }
    var cases: [JSONObject] = []
    for (place, line) in bytes.split(separator: 0x0A).enumerated() where !line.allSatisfy({ $0 == 0x20 || $0 == 0x0D })
    {
      guard case .object(let entry)? = try? JSONReader.value(Array(line)) else {
        throw Failure(.badData, .noObject(place + 1))
      }
      cases.append(entry)
    }
    return cases
  }

  private static func refusal(_ problems: [Problem]) -> JSONValue {
    let entries = problems.map { problem -> JSONValue in
      var object = JSONObject()
      object["field"] = problem.field.map { .string($0) }
      object["error"] = .string(problem.text[Speech.language])
      return .object(object)
    }
    return ["problems": .array(entries)]
  }
}

extension Text {
  static func unknownRule(_ name: String) -> Text {
    Text("tidak ada aturan \(name); lihat jenjang rules", en: "there is no rule \(name); see jenjang rules")
  }
  fileprivate static func noPerson(_ typed: String) -> Text {
    Text("pegawai “\(typed)” tidak ditemukan", en: "no employee “\(typed)” was found")
  }
  fileprivate static func notAboutPeople(_ name: String) -> Text {
    Text("aturan \(name) tidak mengambil masukan dari pegawai", en: "the rule \(name) takes no input from a person")
  }
  fileprivate static func noObject(_ line: Int) -> Text {
    Text("baris \(line) bukan objek JSON", en: "line \(line) is no JSON object")
  }
  fileprivate static func refused(_ count: Int) -> Text {
    Text("\(count) kasus ditolak", en: "\(count) cases were refused")
  }
}
