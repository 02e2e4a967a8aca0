/// By which clock an agency works.
public enum OfficeClock {
  public static let zone = Parameter(
    "calendar.zone", Text("Zona waktu instansi", en: "Time zone of the agency"),
    ParameterVersion(
      IndonesianZone.west,
      basis: Text(
        "Keppres 41/1987 membagi tiga wilayah waktu; WIB sampai instansi menetapkan lain",
        en: "Keppres 41/1987 sets three zones; WIB until the agency says otherwise"),
      certainty: .known))

  static let family = ParameterFamily(Text("Waktu setempat", en: "Local time"), [AnyParameter(zone)])
}

extension Book {
  /// The zone of the agency's times on the day of the book.
  public var zone: IndonesianZone { law.find(OfficeClock.zone, on: day)?.value ?? .west }
}
