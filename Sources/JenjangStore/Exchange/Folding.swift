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
enum Spelling {
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
