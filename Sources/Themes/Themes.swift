/// The theme that is built in, so that the program can start without finding any file.
public enum EmbeddedTheme {
  /// The bytes of `baku.json`, the default theme.
  public static var standard: [UInt8] { PackageResources.baku_json }
}
