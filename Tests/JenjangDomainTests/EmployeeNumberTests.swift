import JenjangDomain
import Testing

@Suite struct EmployeeNumberTests {
  private let today = theDay("2026-11-24")

  @Test(arguments: [
    ("197801152003122004", []),
    ("200002292022031001", []),
    ("190002291925011001", ["N2"]),
    ("198611312010011002", ["N2"]),
    ("198200102008011001", ["N2"]),
    ("198905202014001002", ["N3"]),
    ("199106072015040003", ["N4"]),
    ("198307142009021000", ["N5"]),
    ("199212012009031001", ["N6"]),
    ("1994031820220320", ["N1"]),
    ("199704252024211005", []),
    ("199704252024301005", ["N3"]),
    ("198609262015051001", []),
    ("199009132025242014", []),
    ("19860926201505100A", ["N1"]),
    ("١٩٨٦٠٩٢٦٢٠١٥٠٥١٠٠١", ["N1"]),
    ("197001012015051001", ["N7"]),
    ("199001012027021001", ["N7", "N8"]),
    ("199501012027011001", []),
    ("199501012027211001", []),
    ("199501012028211001", ["N8"]),
  ])
  func `the published and made-up numbers are judged as the rules say`(_ number: String, _ rules: [String]) {
    #expect(EmployeeNumber.problems(number, today: today).compactMap(\.rule) == rules)
  }

  @Test func `a permanent number is taken apart`() throws {
    let number = try #require(EmployeeNumber("197801152003122004"))
    #expect(number.birthDate == theDay("1978-01-15"))
    #expect(number.start == .month(theDay("2003-12-01")))
    #expect(number.sex == .female)
    #expect(number.serial == 4)
    #expect(!number.isContract)
  }

  @Test func `a contract number is taken apart`() throws {
    let number = try #require(EmployeeNumber("199009132025242014"))
    #expect(number.birthDate == theDay("1990-09-13"))
    #expect(number.start == .agreement(year: 2_025, count: 4))
    #expect(number.sex == .female)
    #expect(number.serial == 14)
    #expect(number.isContract)
  }

  @Test(arguments: ["19860926 201505 1 001", "19860926.201505.1.001", "19860926-201505-1-001", "198609262015051001"])
  func `spaces, dots and hyphens may stand between the digits`(_ text: String) {
    #expect(EmployeeNumber(text)?.digits == "198609262015051001")
    #expect(EmployeeNumber(text)?.display == "19860926 201505 1 001")
  }

  @Test func `someone who turns eighteen on the first day of service may be appointed`() {
    #expect(EmployeeNumber.problems("200005012018051001", today: today).isEmpty)
    #expect(EmployeeNumber.problems("200005022018051001", today: today).compactMap(\.rule) == ["N6"])
  }

  @Test func `birth date and sex unlike the number's are a warning with both values`() {
    let employee: Employee = make(1) {
      $0.employeeNumber = "198609262015051001"
      $0.birthDate = theDay("1986-09-25")
      $0.sex = .female
      $0.kind = .permanent
    }
    let problems = employee.problems(in: .empty())
    #expect(problems.map(\.rule) == ["N9", "N9"])
    #expect(problems.map(\.field) == ["birthDate", "sex"])
    #expect(problems.allSatisfy { $0.severity == .warning })
    #expect(problems[0].text.indonesian == "NIP menyebut 26-09-1986, di sini 25-09-1986; SK yang menentukan")
  }

  @Test func `a number that another employee bears is refused`() {
    let book = Book.empty()
    book.add(
      make(1) { (employee: inout Employee) in
        employee.employeeNumber = "198609262015051001"
        employee.name = "Sari Wulandari"
      })
    let type = RecordType(Employee.self)
    let second: Employee = make(2) { $0.employeeNumber = "198609262015051001" }
    let problems = type.problems(of: second.object, id: second.id.raw, in: book).filter { $0.rule == "unique" }
    #expect(problems.map(\.field) == ["employeeNumber"])
    #expect(problems.first?.text.english == "Already belongs to Sari Wulandari")
    let first: Employee = make(1) { $0.employeeNumber = "198609262015051001" }
    #expect(!type.problems(of: first.object, id: first.id.raw, in: book).contains { $0.rule == "unique" })
  }
}
