extension Text {
  static let ownMentor = Text("Tidak ada yang membimbing dirinya sendiri", en: "Nobody is the own mentor")
}
