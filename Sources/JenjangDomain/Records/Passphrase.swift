import JSONText

/// A passphrase that somebody set for a shared terminal: only its hash is kept, and nobody is ever shown that.
public struct Passphrase: Record {
  public static let kind = Kind(
    "passphrases", Text("Frasa sandi", en: "Passphrase"), plural: Text("Frasa sandi", en: "Passphrases"),
    label: "holder", area: .secret, person: "employee")

  public let id: ID<Passphrase>
  /// Whose it is, as the journal names who saves: `p:` and the person's identity, or `u:` and the login.
  public var holder: String?
  /// The person of the holder; nil for a login that stands for none.
  public var employee: ID<Employee>?
  /// Argon2id with its parameters and salt, as libsodium writes it.
  public var hash: String?
  public var setOn: Day?

  public init(id: ID<Passphrase>) { self.id = id }

  public static let fields: [Field<Passphrase>] = [
    Field("holder", Text("Pemilik", en: "Holder"), \.holder, type: .text(maximum: 80), required: true, unique: true),
    Field("employee", Text("Pegawai", en: "Employee"), \.employee),
    Field("hash", Text("Sidik frasa", en: "Hash"), \.hash, type: .text(maximum: 160), required: true, secret: true),
    Field("setOn", Text("Dipasang", en: "Set on"), \.setOn, required: true),
  ]
}

extension Passphrase {
  /// What every hash begins with.
  static let scheme = "$argon2id$"

  public func problems(in book: Book) -> [Problem] {
    let person = holder.flatMap { $0.hasPrefix("p:") ? RecordID(String($0.dropFirst(2))) : nil }
    return [
      person == employee?.raw ? nil : Problem("employee", .otherPerson),
      hash.map { $0.hasPrefix(Passphrase.scheme) } ?? true ? nil : Problem("hash", .noHash),
    ].compactMap(\.self)
  }
}

extension Book {
  public var passphrases: Records<Passphrase> { self[Passphrase.self] }

  /// The hash of a holder's passphrase, whoever looks; nil when none is set.
  public func passphraseHash(of holder: String) -> String? {
    row(ofHolder: holder).flatMap { passphrases.table.storedValue("hash", at: $0)?.text }
  }

  /// The change that sets, replaces or, with nil, removes a holder's passphrase; nil when there is nothing to do.
  ///
  /// `id` is the identity of a record that is made for it.
  public func changingPassphrase(of holder: String, to hash: String?, id: RecordID, on day: Day) -> Operation? {
    let kind = Passphrase.kind.name
    let table = passphrases.table
    guard let row = row(ofHolder: holder), let stored = table.storedObject(at: row) else {
      guard let hash else { return nil }
      var passphrase = Passphrase(id: ID(id))
      passphrase.holder = holder
      passphrase.employee = holder.hasPrefix("p:") ? RecordID(String(holder.dropFirst(2))).map { ID($0) } : nil
      passphrase.hash = hash
      passphrase.setOn = day
      return .create(kind: kind, id: id, object: passphrase.object)
    }
    guard let hash else {
      return .delete(kind: kind, id: table.id(of: row), base: table.revision(of: row), object: stored)
    }
    return .update(
      kind: kind, id: table.id(of: row), base: table.revision(of: row),
      changes: [
        "hash": Change(old: stored["hash"], new: .string(hash)),
        "setOn": Change(old: stored["setOn"], new: .string(day.iso)),
      ])
  }

  private func row(ofHolder holder: String) -> Row? { passphrases.table.firstRow(where: "holder", is: holder) }
}

extension Text {
  fileprivate static let otherPerson = Text(
    "Pegawai harus sama dengan pemiliknya", en: "The person must be the holder")
  fileprivate static let noHash = Text(
    "Pasang frasa sandi dengan `jenjang passphrase`", en: "Set a passphrase with `jenjang passphrase`")
}
