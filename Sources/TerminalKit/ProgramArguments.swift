import CTerminal

/// The words that the program was started with.
public enum ProgramArguments {
  /// With the program's own name.
  ///
  /// Swift finds them through `/proc/self/maps` and has none where that cannot be read; the C library was told them.
  public static var all: [String] { CommandLine.arguments.isEmpty ? handed : CommandLine.arguments }

  /// What the C library handed over.
  static var handed: [String] {
    var count: Int32 = 0
    let words = cterminal_arguments(&count)
    return (0..<Int(count)).compactMap { place in words?[place].map { String(cString: $0) } }
  }
}
