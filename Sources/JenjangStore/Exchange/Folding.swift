/// Texts as people mean them: without case, accents, punctuation and the usual short forms.
enum Folding {
  /// Letters and digits in lower case, accents taken away.
  static func folded(_ text: some StringProtocol) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39, 0x61...0x7A: result.append(scalar)
      case 0x41...0x5A: result.append(Unicode.Scalar(UInt8(scalar.value) | 0x20))
      case 0..<0xC0: continue
      default: appendLetter(scalar, to: &result)
      }
    }
    return String(result)
  }

  /// A heading word by word, with short forms written out: `Tgl. Lahir` and `TANGGAL_LAHIR` are one.
  static func heading(_ text: String) -> String {
    let words = text.split { !($0.isLetter || $0.isNumber) }
    return words.map { word in
      let plain = folded(word)
      return shortForms[plain] ?? plain
    }.joined()
  }

  private static func appendLetter(_ scalar: Unicode.Scalar, to result: inout String.UnicodeScalarView) {
    let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    if let base = bases[lower] {
      result.append(base)
    } else if lower.properties.isAlphabetic {
      result.append(lower)
    }
  }

  private static let bases: [Unicode.Scalar: Unicode.Scalar] = {
    let groups: [(Unicode.Scalar, String)] = [
      ("a", "àáâãäåāăą"), ("c", "çćč"), ("d", "ďđ"), ("e", "èéêëēĕėęě"), ("g", "ğ"), ("i", "ìíîïīĭı"), ("l", "ł"),
      ("n", "ñńň"), ("o", "òóôõöøō"), ("s", "śşš"), ("u", "ùúûüūů"), ("y", "ýÿ"), ("z", "źżž"),
    ]
    var bases: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (base, letters) in groups {
      for letter in letters.unicodeScalars { bases[letter] = base }
    }
    return bases
  }()

  private static let shortForms = [
    "tgl": "tanggal", "tg": "tanggal", "no": "nomor", "nmr": "nomor", "gol": "golongan", "jab": "jabatan",
    "pend": "pendidikan", "tmp": "tempat", "tpt": "tempat", "jns": "jenis", "thn": "tahun", "bln": "bulan",
    "peg": "pegawai", "pangkat": "pangkat", "kel": "kelamin", "telp": "telepon", "tlp": "telepon",
  ]
}

/// The candidate closest to what was written; nil when none is within two slips.
public enum Spelling {
  /// The name closest to what was written.
  public static func nearest(to text: String, in names: [String]) -> String? {
    nearest(to: text, among: names.map { (Folding.folded($0), $0) })
  }

  static func nearest(to text: String, among candidates: some Sequence<(folded: String, shown: String)>) -> String? {
    let wanted = Array(Folding.folded(text).utf8)
    guard wanted.count >= 3 else { return nil }
    let allowed = wanted.count < 6 ? 1 : 2
    var best: (slips: Int, shown: String)?
    for candidate in candidates {
      let letters = Array(candidate.folded.utf8)
      guard abs(letters.count - wanted.count) <= allowed else { continue }
      let slips = distance(wanted, letters)
      if slips <= allowed, slips < best?.slips ?? .max { best = (slips, candidate.shown) }
    }
    return best?.shown
  }

  /// The name that was probably meant: word by word at most a slip or two, and with the same numbers.
  ///
  /// `Bagian Umum` is not `Bagian Hukum`, and neither is `SD Negeri 3` `SD Negeri 2` nor `Wilayah I` `Wilayah II`.
  static func nearestName(
    to text: String, among candidates: some Sequence<(folded: String, shown: String)>
  ) -> String? {
    let wanted = words(text)
    let whole = wanted.reduce(0) { $0 + $1.count }
    var best: (slips: Int, shown: String)?
    for candidate in candidates where abs(candidate.folded.utf8.count - whole) <= 2 {
      guard let slips = slips(wanted, words(candidate.shown)), slips < best?.slips ?? .max else { continue }
      best = (slips, candidate.shown)
    }
    return best?.shown
  }

  private static func words(_ text: String) -> [[UInt8]] {
    text.split { !($0.isLetter || $0.isNumber) }.map { Array(Folding.folded($0).utf8) }
  }

  private static func slips(_ left: [[UInt8]], _ right: [[UInt8]]) -> Int? {
    guard left.count == right.count else { return nil }
    var total = 0
    for (a, b) in zip(left, right) where a != b {
      guard !isNumber(a), !isNumber(b), a.count >= 3, abs(a.count - b.count) <= 2 else { return nil }
      let slips = distance(a, b)
      total += slips
      guard slips <= (a.count < 6 ? 1 : 2), total <= 2 else { return nil }
    }
    return total
  }

  /// Whether a word has a digit or is a Roman number.
  private static func isNumber(_ word: [UInt8]) -> Bool {
    let roman: [UInt8] = [0x69, 0x76, 0x78]
    return word.contains { $0 >= 0x30 && $0 <= 0x39 } || word.allSatisfy { roman.contains($0) }
  }

  /// Letters to add, take away, change or swap with the next.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var before: [Int] = []
    var above = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var current = [i + 1]
      for (j, b) in right.enumerated() {
        var cost = min(above[j + 1] + 1, current[j] + 1, above[j] + (a == b ? 0 : 1))
        if i > 0, j > 0, a == right[j - 1], left[i - 1] == b { cost = min(cost, before[j - 1] + 1) }
        current.append(cost)
      }
      before = above
      above = current
    }
    return above[right.count]
  }
}
