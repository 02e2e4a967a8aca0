/// The units of a made-up regency, heads of agencies before what lies below them, schools last.
///
/// Its size follows the number of people; schools take whoever is left, so there is no last unit.
struct DemoAgency {
  struct PlannedUnit {
    let code: String
    let name: String
    let kind: UnitKind
    /// The place of the unit above in the order of planning; nil for the root.
    let parent: Int?
    let posts: [PlannedPost]
  }

  private var units: [PlannedUnit] = []
  private let people: Int
  private let schoolOffice: Int

  init(people: Int) {
    self.people = people
    var builder = Builder(people: people)
    builder.build()
    units = builder.units
    schoolOffice = builder.schoolOffice
  }

  /// A unit by its place; beyond the planned ones stand schools without end.
  subscript(index: Int) -> PlannedUnit {
    index < units.count ? units[index] : school(index - units.count)
  }

  private func school(_ index: Int) -> PlannedUnit {
    let isSecondary = index % 4 == 3
    let number = isSecondary ? index / 4 + 1 : index / 4 * 3 + index % 4 + 1
    let name =
      "\(isSecondary ? "SMP" : "SD") Negeri \(number) \(DemoAgency.districts[index % DemoAgency.districts.count])"
    return PlannedUnit(
      code: units[schoolOffice].code + "." + Day.padded(100 + index, 3), name: name, kind: .school,
      parent: schoolOffice, posts: PlannedPost.school(isSecondary ? 3 : 2))
  }

  static let districts = [
    "Sukamaju", "Melati", "Sumber Jaya", "Tanjung Harapan", "Wonosari", "Batu Putih", "Muara Dua", "Rimba Raya",
    "Telaga Biru", "Gunung Sari", "Pantai Indah", "Karang Anyar", "Lembah Hijau", "Bukit Tinggi Baru", "Air Hitam",
    "Pulau Kembar", "Padang Lestari", "Sungai Rengas", "Kota Lama", "Teluk Dalam", "Cempaka", "Anggrek", "Kenanga",
    "Seroja",
  ]
}

extension DemoAgency {
  /// Plans the fixed part of the agency.
  private struct Builder {
    let people: Int
    private(set) var units: [PlannedUnit] = []
    private(set) var schoolOffice = 0

    /// People in one office unit beside its head.
    private var staff: Int { min(24, max(2, people / 900)) }

    init(people: Int) { self.people = people }

    mutating func build() {
      let root = add("Pemerintah Kabupaten Contoh", .government, "1", below: nil, [])
      secretariat(root)
      for (place, name) in DemoAgency.departments.prefix(min(20, 4 + people / 180)).enumerated() {
        department("Dinas \(name)", .department, "1.\(Day.padded(place + 10, 2))", root)
        if place == 0 { schoolOffice = units.firstIndex { $0.name == "Dinas \(name)" } ?? 0 }
      }
      for (place, name) in DemoAgency.agencies.prefix(min(7, 2 + people / 500)).enumerated() {
        department("Badan \(name)", .agency, "1.\(Day.padded(place + 40, 2))", root)
      }
      if people >= 300 { hospital(root) }
      for place in 0..<max(1, min(people / 250, 24)) { district(place, root) }
      let health = units.firstIndex { $0.name == "Dinas Kesehatan" } ?? root
      for place in 0..<(people / 250) { healthCentre(place, health) }
    }

    private mutating func add(
      _ name: String, _ kind: UnitKind, _ code: String, below parent: Int?, _ posts: [PlannedPost]
    ) -> Int {
      units.append(PlannedUnit(code: code, name: name, kind: kind, parent: parent, posts: posts))
      return units.count - 1
    }

    private mutating func secretariat(_ root: Int) {
      let office = add(
        "Sekretariat Daerah", .regionalSecretariat, "1.01", below: root,
        [.executive("Sekretaris Daerah", .iiA, 15)]
          + ["Pemerintahan dan Kesejahteraan Rakyat", "Perekonomian dan Pembangunan", "Administrasi Umum"].map {
            .executive("Asisten \($0)", .iiB, 14)
          })
      for (place, name) in DemoAgency.divisions.prefix(min(9, 2 + people / 250)).enumerated() {
        _ = add(
          "Bagian \(name)", .division, "1.01.\(Day.padded(place + 1, 2))", below: office,
          [.administrator("Kepala Bagian \(name)", .iiiA), .supervisor("Kepala Subbagian Tata Usaha \(name)", .ivA)]
            + PlannedPost.office(staff))
      }
      _ = add(
        "Sekretariat DPRD", .councilSecretariat, "1.02", below: root,
        [.executive("Sekretaris DPRD", .iiB, 14), .administrator("Kepala Bagian Persidangan", .iiiA)]
          + PlannedPost.office(staff + 2))
      _ = add(
        "Inspektorat Daerah", .inspectorate, "1.03", below: root,
        [.executive("Inspektur Daerah", .iiB, 14), .administrator("Inspektur Pembantu Wilayah I", .iiiA)]
          + PlannedPost.auditors(staff))
    }

    private mutating func department(_ name: String, _ kind: UnitKind, _ code: String, _ root: Int) {
      let short = name.split(separator: " ").dropFirst().joined(separator: " ")
      let office = add(name, kind, code, below: root, [.executive("Kepala \(name)", .iiB, 14)])
      let secretariat = add(
        "Sekretariat \(name)", .departmentSecretariat, code + ".01", below: office,
        [.administrator("Sekretaris \(name)", .iiiA)] + PlannedPost.office(staff))
      _ = add(
        "Subbagian Umum dan Kepegawaian \(short)", .subdivision, code + ".01.01", below: secretariat,
        [.supervisor("Kepala Subbagian Umum dan Kepegawaian", .ivA)] + PlannedPost.clerks(staff))
      for (place, field) in DemoAgency.fields.prefix(people >= 800 ? 3 : 2).enumerated() {
        _ = add(
          "Bidang \(field) \(short)", .field, code + ".\(Day.padded(place + 2, 2))", below: office,
          [.administrator("Kepala Bidang \(field)", .iiiB), .supervisor("Kepala Seksi \(field)", .ivA)]
            + PlannedPost.office(staff))
      }
    }

    private mutating func hospital(_ root: Int) {
      let size = min(700, people / 25)
      let hospital = add(
        "RSUD Contoh Sehat", .hospital, "1.60", below: root,
        [.administrator("Direktur RSUD", .iiiA), .administrator("Kepala Bagian Tata Usaha RSUD", .iiiB)]
          + PlannedPost.clerks(staff))
      for (place, name) in ["Pelayanan Medik", "Keperawatan", "Penunjang"].enumerated() {
        _ = add(
          "Bidang \(name) RSUD", .field, "1.60.\(Day.padded(place + 1, 2))", below: hospital,
          [.administrator("Kepala Bidang \(name)", .iiiB)] + PlannedPost.health(max(4, size / 3)))
      }
    }

    private mutating func district(_ place: Int, _ root: Int) {
      let name = DemoAgency.districts[place]
      let code = "1.7\(Day.padded(place + 1, 2))"
      let office = add(
        "Kecamatan \(name)", .district, code, below: root,
        [
          .administrator("Camat \(name)", .iiiA), .administrator("Sekretaris Kecamatan \(name)", .iiiB),
          .supervisor("Kepala Seksi Pemerintahan \(name)", .ivA), .supervisor("Kepala Seksi Pelayanan \(name)", .ivA),
        ] + PlannedPost.clerks(staff + 1))
      guard people >= 500 else { return }
      for (number, ward) in ["Hilir", "Hulu"].enumerated() {
        _ = add(
          "Kelurahan \(name) \(ward)", .ward, code + ".0\(number + 1)", below: office,
          [.supervisor("Lurah \(name) \(ward)", .ivA), .supervisor("Sekretaris Lurah \(name) \(ward)", .ivB)]
            + PlannedPost.clerks(2))
      }
    }

    private mutating func healthCentre(_ place: Int, _ office: Int) {
      let district = DemoAgency.districts[place % DemoAgency.districts.count]
      let number = place / DemoAgency.districts.count
      let name = "Puskesmas \(district)" + (number > 0 ? " \(number + 1)" : "")
      _ = add(
        name, .healthCentre, units[office].code + "." + Day.padded(50 + place, 2), below: office,
        [.functional("Kepala \(name)", .expert2, "Dokter", .master), .supervisor("Kepala Tata Usaha \(name)", .ivB)]
          + PlannedPost.health(22) + PlannedPost.clerks(1))
    }
  }

  private static let departments = [
    "Pendidikan dan Kebudayaan", "Kesehatan", "Pekerjaan Umum dan Penataan Ruang", "Sosial",
    "Kependudukan dan Pencatatan Sipil", "Perhubungan", "Komunikasi dan Informatika", "Pertanian dan Pangan",
    "Lingkungan Hidup", "Penanaman Modal dan Pelayanan Terpadu Satu Pintu", "Perindustrian dan Perdagangan",
    "Koperasi dan Usaha Mikro", "Pemuda dan Olahraga", "Pariwisata", "Perumahan Rakyat dan Kawasan Permukiman",
    "Pemberdayaan Masyarakat dan Desa", "Perikanan dan Kelautan", "Tenaga Kerja dan Transmigrasi",
    "Perpustakaan dan Kearsipan", "Pengendalian Penduduk dan Keluarga Berencana",
  ]
  private static let agencies = [
    "Kepegawaian dan Pengembangan SDM", "Perencanaan Pembangunan Daerah", "Pengelolaan Keuangan dan Aset Daerah",
    "Pendapatan Daerah", "Kesatuan Bangsa dan Politik", "Penanggulangan Bencana Daerah",
    "Riset dan Inovasi Daerah",
  ]
  private static let divisions = [
    "Organisasi", "Hukum", "Umum", "Pemerintahan", "Pengadaan Barang dan Jasa", "Perekonomian",
    "Kesejahteraan Rakyat", "Protokol dan Komunikasi Pimpinan", "Administrasi Pembangunan",
  ]
  private static let fields = ["Perencanaan dan Program", "Pelayanan", "Pembinaan dan Pengawasan"]
}
