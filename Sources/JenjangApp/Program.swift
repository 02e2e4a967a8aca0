/// What the program says of itself, on its screens and at the shell.
public enum Program {
  nonisolated public static let version = "0.1.0"
}
