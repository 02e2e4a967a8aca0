import JSONText
import JenjangDomain
import Testing

/// A department with two clinics, a head's post, a nurse's post for two, and three people.
private func office() -> Book {
  let book = Book.empty()
  func unit(_ number: UInt64, _ code: String, _ name: String, parent: UInt64?) {
    book.add(
      make(number) { (unit: inout Unit) in
        unit.code = code
        unit.name = name
        unit.parent = parent.map { identity($0) }
      })
  }
  unit(1, "1", "Pemerintah Kabupaten Contoh", parent: nil)
  unit(2, "1.2", "Dinas Kesehatan", parent: 1)
  unit(4, "1.2.2", "Puskesmas Mawar", parent: 2)
  unit(3, "1.2.1", "Puskesmas Melati", parent: 2)
  book.add(
    make(10) { (post: inout Post) in
      post.code = "K"
      post.name = "Kepala Dinas"
      post.kind = .seniorExecutive3
      post.jobClass = 14
      post.unit = identity(2)
      post.requiredCount = 1
    })
  book.add(
    make(11) { (post: inout Post) in
      post.code = "P"
      post.name = "Perawat Terampil"
      post.kind = .skilled2
      post.unit = identity(3)
      post.requiredCount = 2
      post.jobFamily = "Perawat"
    })
  for number: UInt64 in 20...22 {
    book.add(
      make(number) { (employee: inout Employee) in
        employee.name = "Orang \(number)"
        employee.kind = .permanent
        employee.legalStatus = .active
        employee.birthDate = theDay("1985-03-09")
        employee.hireDate = theDay("2010-01-01")
        employee.permanentDate = theDay("2011-02-01")
      })
  }
  return book
}

private func appoint(
  _ book: Book, _ number: UInt64, _ person: UInt64, post: UInt64?, from: String, to end: String? = nil,
  as assignment: AssignmentKind? = nil, title: String = "Perawat Terampil"
) {
  book.add(
    make(number) { (position: inout PositionHistory) in
      position.employee = identity(person)
      position.post = post.map { identity($0) }
      position.title = title
      position.assignment = assignment
      position.effectiveDate = theDay(from)
      position.endDate = end.map { theDay($0) }
    })
}

@Suite struct UnitTreeTests {
  @Test func `units stand below their parents in the order of their codes`() {
    let tree = UnitTree(office(), on: theDay("2026-11-24"))
    #expect(
      tree.nodes.map { "\($0.depth) \($0.unit.name ?? "")" } == [
        "0 Pemerintah Kabupaten Contoh", "1 Dinas Kesehatan", "2 Puskesmas Melati", "2 Puskesmas Mawar",
      ])
    #expect(tree.path(of: identity(4)) == "Dinas Kesehatan › Puskesmas Mawar")
    #expect(tree.path(of: identity(1)) == "Pemerintah Kabupaten Contoh")
    #expect(tree.branch(of: identity(2)).map(\.unit.id) == [identity(2), identity(3), identity(4)])
    #expect(tree.branch(of: identity(4)).count == 1)
  }

  @Test func `units in a circle are shown all the same`() {
    let book = Book.empty()
    for (number, parent) in [(1, 2), (2, 1)] as [(UInt64, UInt64)] {
      book.add(
        make(number) { (unit: inout Unit) in
          unit.code = "\(number)"
          unit.parent = identity(parent)
        })
    }
    #expect(UnitTree(book, on: theDay("2026-11-24")).nodes.count == 2)
    let unit = book.units[identity(1)]?.object ?? JSONObject()
    let clashes = RecordType(Unit.self).clashes(of: unit, id: (identity(1) as ID<Unit>).raw, in: Outlook(book))
    #expect(clashes.map(\.field) == ["parent"])
  }

  @Test func `a unit that has ended is not shown later`() {
    let book = office()
    book.add(
      make(5) { (unit: inout Unit) in
        unit.code = "1.9"
        unit.parent = identity(1)
        unit.validTo = theDay("2020-12-31")
      })
    #expect(UnitTree(book, on: theDay("2020-12-31")).nodes.count == 5)
    #expect(UnitTree(book, on: theDay("2021-01-01")).nodes.count == 4)
  }
}

@Suite struct PostHolderTests {
  private let today = theDay("2026-11-24")

  @Test func `a post knows its holders and its empty places`() throws {
    let book = office()
    appoint(book, 30, 20, post: 11, from: "2015-01-01")
    appoint(book, 31, 21, post: 11, from: "2016-01-01")
    appoint(book, 32, 21, post: nil, from: "2026-05-01", title: "Perawat Mahir")
    let post = try #require(PostHolders(of: identity(11), in: book, on: today))
    #expect(post.holders.map(\.employee.id) == [identity(20)])
    #expect(post.vacancies == 1)
    #expect(post.vacantSince == theDay("2026-05-01"))
    let before = try #require(PostHolders(of: identity(11), in: book, on: theDay("2026-04-30")))
    #expect(before.holders.count == 2)
    #expect(before.vacantSince == nil)
  }

  @Test func `acting holders are named but leave the post vacant`() throws {
    let book = office()
    appoint(book, 30, 20, post: 10, from: "2015-01-01", to: "2026-09-30", title: "Kepala Dinas")
    appoint(book, 31, 21, post: 10, from: "2026-10-01", as: .acting, title: "Kepala Dinas")
    let post = try #require(PostHolders(of: identity(10), in: book, on: today))
    #expect(post.holders.map(\.assignment) == [.acting])
    #expect(post.vacancies == 1)
    #expect(post.vacantSince == theDay("2026-10-01"))
  }

  @Test func `a post is vacant from the day its holder leaves the service`() throws {
    let book = office()
    appoint(book, 30, 20, post: 10, from: "2015-01-01", title: "Kepala Dinas")
    book.apply(
      .update(
        kind: "employees", id: RecordID(high: 1 << 16, low: 20), base: 1,
        changes: [
          "legalStatus": Change(old: "AKTIF", new: "PENSIUN"),
          "legalStatusDate": Change(old: nil, new: "2026-08-01"),
        ]))
    let post = try #require(PostHolders(of: identity(10), in: book, on: today))
    #expect(post.holders.isEmpty)
    #expect(post.vacantSince == theDay("2026-08-01"))
    #expect(PostHolders(of: identity(10), in: book, on: theDay("2026-07-31"))?.holders.count == 1)
  }

  @Test func `a unit counts what its posts need and have`() {
    let book = office()
    appoint(book, 30, 20, post: 11, from: "2015-01-01")
    appoint(book, 31, 21, post: 10, from: "2026-10-01", as: .acting, title: "Kepala Dinas")
    let occupancy = Occupancy(book)
    let tree = UnitTree(book, on: today)
    #expect(occupancy[identity(11) as ID<Post>] == Occupancy.Count(required: 2, filled: 1))
    #expect(occupancy[identity(3) as ID<Unit>].vacant == 1)
    #expect(occupancy.branch(identity(1), in: tree) == Occupancy.Count(required: 3, filled: 1))
    #expect(occupancy.posts(of: identity(2)).map(\.name) == ["Kepala Dinas"])
  }
}

@Suite struct EmployeeStateTests {
  @Test func `the state of a day is the newest of each history that had begun`() throws {
    let book = office()
    appoint(book, 30, 20, post: 11, from: "2012-03-01", to: "2020-06-30")
    appoint(book, 31, 20, post: nil, from: "2020-07-01", title: "Perawat Mahir")
    for (number, grade, from) in [(40, .iiC, "2010-01-01"), (41, .iiD, "2014-04-01")] as [(UInt64, Grade, String)] {
      book.add(
        make(number) { (rank: inout RankHistory) in
          rank.employee = identity(20)
          rank.grade = grade
          rank.effectiveDate = theDay(from)
        })
    }
    func state(_ text: String) throws -> EmployeeState {
      try #require(book.state(of: identity(20), on: theDay(text)))
    }
    #expect(try state("2009-12-31").legalStatus == nil)
    #expect(try state("2009-12-31").grade == nil)
    #expect(try state("2010-06-01").kind == .probationer)
    #expect(try state("2014-03-31").grade == .iiC)
    #expect(try state("2014-04-01").grade == .iiD)
    #expect(try state("2014-04-01").position?.title == "Perawat Terampil")
    #expect(try state("2014-04-01").jobFamily == "Perawat")
    #expect(try state("2020-07-01").position?.title == "Perawat Mahir")
    #expect(try state("2026-11-24").kind == .permanent)
  }

  @Test func `nothing is held after the last position has ended`() {
    let book = office()
    appoint(book, 30, 20, post: 11, from: "2012-03-01", to: "2020-06-30")
    #expect(book.state(of: identity(20), on: theDay("2020-07-01"))?.position == nil)
  }

  @Test func `a derived column passes over acting assignments`() {
    let book = office()
    appoint(book, 30, 20, post: 11, from: "2012-03-01")
    appoint(book, 31, 20, post: 10, from: "2026-10-01", as: .acting, title: "Kepala Dinas")
    let table = book.employees.table
    let row = table.row(of: RecordID(high: 1 << 16, low: 20)) ?? 0
    #expect(table.value("position", at: row) == "Perawat Terampil")
  }

  @Test func `a place whose position nobody wrote down is told as one`() throws {
    let book = office()
    let unknown: PositionHistory = make(30) {
      $0.employee = identity(20)
      $0.unit = identity(1)
      $0.effectiveDate = theDay("2026-11-22")
    }
    book.apply(.create(kind: "position-histories", id: unknown.id.raw, object: unknown.object))
    let first = try #require(CareerTimeline(of: identity(20), in: book).entries.first)
    #expect(first.text.indonesian.hasPrefix("(jabatan belum tercatat)"))
    #expect(unknown.problems(in: book).map(\.severity) == [.warning])
    var nowhere = unknown
    nowhere.unit = nil
    #expect(nowhere.problems(in: book).first?.text.english == "Position is required")
  }

  @Test func `a career is told newest first`() {
    let book = office()
    appoint(book, 30, 20, post: 11, from: "2012-03-01", to: "2020-06-30")
    appoint(book, 31, 20, post: nil, from: "2020-07-01", to: "2026-01-31", title: "Perawat Mahir")
    let lines = CareerTimeline(of: identity(20), in: book).entries.map { "\($0.day.iso) \($0.text.indonesian)" }
    #expect(
      lines == [
        "2026-01-31 Akhir jabatan: Perawat Mahir", "2020-07-01 Perawat Mahir", "2012-03-01 Perawat Terampil",
        "2011-02-01 Diangkat menjadi PNS", "2010-01-01 Diangkat sebagai CPNS",
      ])
  }
}

@Suite struct ChangeWordsTests {
  private let id = RecordID(high: 1 << 16, low: 40)

  @Test func `a new history row is named with its date`() {
    let book = office()
    let rank: RankHistory = make(40) {
      $0.employee = identity(20)
      $0.grade = .iiiC
      $0.effectiveDate = theDay("2024-04-01")
      $0.reason = .regular
    }
    let words = ChangeWords(.create(kind: "rank-histories", id: id, object: rank.object), in: book)
    #expect(words.headline.indonesian == "Riwayat pangkat baru: III/c, TMT 01-04-2024")
    #expect(words.headline.english == "New rank: III/c, Effective date 01-04-2024")
    #expect(words.details.map(\.indonesian) == ["Jenis kenaikan: Kenaikan pangkat reguler"])
  }

  @Test func `changed fields are told with old and new value`() {
    let book = office()
    let changes = [
      "legalStatus": Change(old: "AKTIF", new: "PENSIUN"),
      "legalStatusDate": Change(old: nil, new: "2026-08-01"),
      "note": Change(old: "lama", new: nil),
      "sex": Change(old: "L", new: "P"),
      "future": Change(old: 1, new: 2),
    ]
    let employee = RecordID(high: 1 << 16, low: 20)
    let words = ChangeWords(.update(kind: "employees", id: employee, base: 1, changes: changes), in: book)
    #expect(words.headline.indonesian == "Pegawai diubah: Orang 20")
    #expect(
      words.details.map(\.indonesian) == [
        "Jenis kelamin: Laki-laki menjadi Perempuan", "Kedudukan hukum: Aktif menjadi Pensiun",
        "TMT kedudukan hukum: diisi 01-08-2026",
        "Catatan: lama dikosongkan", "future: 1 menjadi 2",
      ])
    #expect(words.details[1].english == "Legal status: Active became Retired")
  }

  @Test func `a reference is told by the name of what it shows`() {
    let book = office()
    let change = Change(old: .string(RecordID(high: 1 << 16, low: 3).text), new: .string("01JZZZZZZZZZZZZZZZZZZZZZZZ"))
    let words = ChangeWords(.update(kind: "posts", id: id, base: 1, changes: ["unit": change]), in: book)
    #expect(words.details.map(\.indonesian) == ["Unit kerja: Puskesmas Melati menjadi (sudah dihapus)"])
  }
}

@Suite struct CalendarNamesTests {
  @Test func `days are told in both languages`() {
    #expect(theDay("2026-11-24").withWeekday == Text("Sel 24 Nov 2026", en: "Tue 24 Nov 2026"))
    #expect(theDay("2026-08-01").long == Text("1 Agustus 2026", en: "1 August 2026"))
    #expect(theDay("2026-05-31").short == Text("31 Mei 2026", en: "31 May 2026"))
    #expect(theDay("2026-05-31").monthAndYear == Text("Mei 2026", en: "May 2026"))
  }
}
