import JenjangDomain
import Testing

@Suite struct PrintedNameTests {
  @Test(arguments: [
    ("Drs. H. Ahmad Fauzi, M.M., M.Si.", "Drs. H.", "Ahmad Fauzi", "M.M., M.Si."),
    ("dr. Ni Luh Sari, Sp.A", "dr.", "Ni Luh Sari", "Sp.A"), ("Prof Dr Ir Budi", "Prof Dr Ir", "Budi", nil),
    ("SITI AMINAH ,S.Pd", nil, "SITI AMINAH", "S.Pd"), ("Hj. Rohana", "Hj.", "Rohana", nil),
    ("H Ahmad", nil, "H Ahmad", nil), ("Dra", nil, "Dra", nil), ("Irwan", nil, "Irwan", nil),
    ("R. Suprapto", nil, "R. Suprapto", nil), ("Budi,", nil, "Budi", nil), (", S.H.", nil, ", S.H.", nil),
  ])
  func `a printed name is taken apart`(_ text: String, _ front: String?, _ name: String, _ back: String?) {
    let printed = PrintedName(text)
    #expect(printed.front == front && printed.name == name && printed.back == back)
  }

  @Test(arguments: ["S.H.", ", S.H.", " ,S.H."])
  func `a title behind is printed with one comma, however it was typed`(_ title: String) {
    let employee: Employee = make(1) {
      $0.frontTitle = "Dr."
      $0.name = "Dewi Sartika"
      $0.backTitle = title
    }
    #expect(employee.fullName == "Dr. Dewi Sartika, S.H.")
  }
}
