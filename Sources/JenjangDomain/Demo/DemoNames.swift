/// Made-up people's names, as they are given in several regions of Indonesia.
struct DemoNames {
  /// How a region names its people.
  struct Region: Sendable {
    let places: [String]
    let religions: [Religion]
    let male: [String]
    let female: [String]
    /// Names of families; empty where people bear given names only.
    var families: [String] = []
    /// Words that stand before a name, by sex, and in how many of a hundred names.
    var malePrefixes: [String] = []
    var femalePrefixes: [String] = []
    var prefixChance = 0
    /// How many of a hundred have one name only.
    var singleChance = 0
  }

  struct Person {
    let name: String
    let family: String?
  }

  /// A region by its share among the people of a regency that many have moved to.
  static func region(_ random: inout SeededRandom) -> Region { random.pick(weighted) }

  static func person(_ region: Region, _ sex: Sex, family: String? = nil, _ random: inout SeededRandom) -> Person {
    let given = sex == .male ? region.male : region.female
    if random.below(400) == 0 { return Person(name: random.pick(sex == .male ? longMale : longFemale), family: nil) }
    var words: [String] = []
    let prefixes = sex == .male ? region.malePrefixes : region.femalePrefixes
    if !prefixes.isEmpty, random.chance(region.prefixChance) { words.append(random.pick(prefixes)) }
    let first = random.pick(given)
    words.append(first)
    if !region.families.isEmpty {
      let name = family ?? random.pick(region.families)
      if random.chance(35) { words.append(random.pick(given.filter { $0 != first })) }
      return Person(name: (words + [name]).joined(separator: " "), family: name)
    }
    if !random.chance(region.singleChance) {
      var second = random.pick(given)
      if second == first { second = random.pick(given.filter { $0 != first }) }
      words.append(second)
    }
    return Person(name: words.joined(separator: " "), family: nil)
  }

  private static let longMale = [
    "Kanjeng Raden Mas Haryo Suryo Kusumo Prawirodirdjo Hadiningrat Notonegoro",
    "Muhammad Fathurrahman Al Ghifari Nasution Harahap Daulay Siregar",
    "I Gusti Ngurah Agung Putu Wirajaya Kusuma Dharma Negara Putra",
  ]
  private static let longFemale = [
    "Raden Ajeng Sri Kusumaningrum Wahyuningtyas Prawirodirdjo Hadiningrat",
    "Anak Agung Istri Ratih Kencana Prameswari Saraswati Dewi Maharani",
    "Maria Magdalena Yohana Bernadeta Theresia Ohoiwutun Rahanyamtel",
  ]

  private static let weighted: [Region] =
    Array(repeating: java, count: 6) + Array(repeating: sunda, count: 3) + Array(repeating: batak, count: 2)
    + Array(repeating: minang, count: 2) + Array(repeating: bugis, count: 2)
    + [dayak, bali, maluku, papua, aceh, chinese, melayu, nusaTenggara]
}

extension DemoNames {
  private static let java = Region(
    places: ["Semarang", "Surakarta", "Yogyakarta", "Kediri", "Malang", "Banyumas", "Madiun", "Tegal", "Blitar"],
    religions: [.islam, .islam, .islam, .islam, .islam, .islam, .islam, .protestant, .catholic],
    male: [
      "Agus", "Bambang", "Budi", "Joko", "Slamet", "Sugeng", "Widodo", "Suharto", "Eko", "Dwi", "Tri", "Wahyu",
      "Hadi", "Santoso", "Prasetyo", "Nugroho", "Setiawan", "Purnomo", "Susilo", "Wibowo", "Haryanto", "Sutrisno",
      "Kurniawan", "Gunawan", "Mulyono", "Yudhistira", "Arif", "Teguh", "Sigit", "Aditya",
    ],
    female: [
      "Sri", "Siti", "Endang", "Dewi", "Retno", "Wahyuni", "Lestari", "Rahayu", "Wulandari", "Ningsih", "Handayani",
      "Astuti", "Puspita", "Kartika", "Ratna", "Sulastri", "Yuliana", "Fitriani", "Indah", "Anggraini", "Utami",
      "Setyowati", "Purwanti", "Widyastuti", "Maryati", "Ayu", "Nur", "Dian", "Rina", "Kusuma",
    ], singleChance: 14)

  private static let sunda = Region(
    places: ["Bandung", "Garut", "Tasikmalaya", "Cianjur", "Sumedang", "Sukabumi", "Ciamis"],
    religions: [.islam],
    male: [
      "Asep", "Dadang", "Cecep", "Ujang", "Dede", "Iwan", "Yayan", "Deden", "Hendra", "Rukmana", "Permana",
      "Suherman", "Kosasih", "Sobandi", "Mulyana", "Hidayat", "Ruhiyat", "Supriatna", "Jajang", "Tatang",
    ],
    female: [
      "Neneng", "Euis", "Lilis", "Imas", "Ai", "Yeni", "Nani", "Rohaeni", "Suryani", "Komariah", "Nurhayati",
      "Kurniasih", "Mulyani", "Rosmiati", "Teti", "Cucu", "Elis", "Sumiati",
    ], singleChance: 6)

  private static let batak = Region(
    places: ["Medan", "Balige", "Tarutung", "Pematangsiantar", "Sidikalang", "Padangsidimpuan"],
    religions: [.protestant, .protestant, .catholic, .islam],
    male: [
      "Jonathan", "Parlindungan", "Hotman", "Tigor", "Binsar", "Sahat", "Mangasi", "Ronal", "Daniel", "Pardomuan",
    ],
    female: ["Rotua", "Tiurma", "Lamria", "Debora", "Ruth", "Norma", "Herlina", "Risma", "Melati", "Duma"],
    families: [
      "Simanjuntak", "Siregar", "Hutapea", "Nainggolan", "Sitompul", "Manurung", "Panjaitan", "Harahap", "Lubis",
      "Ginting", "Tarigan", "Sinaga", "Pasaribu", "Situmorang",
    ])

  private static let minang = Region(
    places: ["Padang", "Bukittinggi", "Payakumbuh", "Solok", "Pariaman"], religions: [.islam],
    male: [
      "Afrizal", "Yusrizal", "Zulkifli", "Hendri", "Syafrizal", "Rinaldi", "Fauzan", "Ilham", "Rahmat", "Firdaus",
    ],
    female: ["Yulia", "Gusnita", "Rahmi", "Fitri", "Elvira", "Nofri", "Zahara", "Mutia", "Desi", "Welly"],
    singleChance: 10)

  private static let bugis = Region(
    places: ["Makassar", "Bone", "Wajo", "Parepare", "Sinjai", "Mamuju"], religions: [.islam],
    male: [
      "Baso", "Ambo", "Rustam", "Syarifuddin", "Sudirman", "Jamaluddin", "Akbar", "Fahruddin", "Irfan", "Muhajir",
    ],
    female: [
      "Besse", "Hasnah", "Rosdiana", "Nurlina", "Sitti", "Mardiana", "Hasmawati", "Indo", "Ratnawati", "Fatimah",
    ],
    malePrefixes: ["Andi", "Daeng", "H. Andi"], femalePrefixes: ["Andi", "Hj. Andi"], prefixChance: 25)

  private static let dayak = Region(
    places: ["Palangka Raya", "Sampit", "Pontianak", "Sintang", "Samarinda"],
    religions: [.protestant, .catholic, .islam, .traditional],
    male: ["Tambun", "Lukas", "Yansen", "Petrus", "Rikas", "Hendrik", "Silas"],
    female: ["Mayang", "Lili", "Ester", "Agustina", "Yuliana", "Dayang"],
    families: ["Bungai", "Usop", "Ngabut", "Lambung", "Narang", "Djuweng"])

  private static let bali = Region(
    places: ["Denpasar", "Singaraja", "Gianyar", "Tabanan", "Klungkung"], religions: [.hindu],
    male: ["Wirawan", "Sudarsana", "Ardika", "Suardana", "Artawan", "Widiana", "Mahendra", "Sukadana"],
    female: ["Suryani", "Ariani", "Sukerti", "Widiastuti", "Purnami", "Puspawati", "Laksmi", "Suarniti"],
    malePrefixes: ["I Wayan", "I Made", "I Nyoman", "I Ketut", "I Putu"],
    femalePrefixes: ["Ni Wayan", "Ni Made", "Ni Nyoman", "Ni Ketut", "Ni Putu"], prefixChance: 95, singleChance: 70)

  private static let maluku = Region(
    places: ["Ambon", "Tual", "Masohi", "Saumlaki"], religions: [.protestant, .islam, .catholic],
    male: ["Yohanes", "Markus", "Elias", "Jafar", "Semuel", "Abraham"],
    female: ["Maria", "Yohana", "Halima", "Elisabeth", "Marlen", "Salma"],
    families: ["Latuconsina", "Pattiasina", "Tuasikal", "Lekatompessy", "Rahanra", "Matulessy"])

  private static let papua = Region(
    places: ["Jayapura", "Manokwari", "Biak", "Merauke", "Wamena", "Sorong"], religions: [.protestant, .catholic],
    male: ["Yulianus", "Frans", "Yosep", "Melkias", "Otto", "Lamek", "Benyamin"],
    female: ["Yakomina", "Dorkas", "Selvina", "Martina", "Naomi", "Adolfina"],
    families: ["Wanggai", "Rumbiak", "Kambuaya", "Mandacan", "Wenda", "Yoku", "Kafiar", "Tabuni"])

  private static let aceh = Region(
    places: ["Banda Aceh", "Lhokseumawe", "Sigli", "Meulaboh", "Takengon"], religions: [.islam],
    male: ["Iskandar", "Mahmud", "Zainal", "Husaini", "Fadhil", "Mukhlis", "Azhar", "Ridwan"],
    female: ["Nurul", "Aisyah", "Rauzah", "Safrina", "Meutia", "Nadia", "Khairani", "Husna"],
    malePrefixes: ["Teuku", "Muhammad", "Said"], femalePrefixes: ["Cut", "Syarifah"], prefixChance: 40)

  private static let chinese = Region(
    places: ["Singkawang", "Pangkalpinang", "Medan", "Semarang", "Jakarta"],
    religions: [.buddhist, .confucian, .catholic, .protestant],
    male: ["Hendra", "Kevin", "Rudy", "Ferry", "Steven", "Andre", "Wilson"],
    female: ["Lina", "Melissa", "Vivian", "Mei Ling", "Natalia", "Jessica"],
    families: ["Tanuwijaya", "Halim", "Gunawan", "Lim", "Wijaya", "Kosasih", "Salim"])

  private static let melayu = Region(
    places: ["Pekanbaru", "Jambi", "Tanjungpinang", "Kotabumi", "Palembang"], religions: [.islam],
    male: ["Zulfikar", "Syahrul", "Raja", "Tengku", "Hasan", "Amir", "Mahyudin", "Darwis"],
    female: ["Rosmawati", "Zuraida", "Nurhasanah", "Halimah", "Maimunah", "Yusnita"])

  private static let nusaTenggara = Region(
    places: ["Kupang", "Ende", "Maumere", "Ruteng", "Atambua"], religions: [.catholic, .catholic, .protestant],
    male: ["Yoseph", "Dominikus", "Gregorius", "Antonius", "Vinsensius", "Kornelis"],
    female: ["Maria Goreti", "Yuliana", "Kristina", "Fransiska", "Emerensiana", "Bernadeta"],
    families: ["Lamatapo", "Nahak", "Bria", "Kleden", "Tukan", "Wada", "Seran"])
}
