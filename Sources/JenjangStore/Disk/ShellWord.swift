/// A path as it is written in a command that somebody copies: in quotes where a shell would read it otherwise.
struct ShellWord: CustomStringConvertible {
  let description: String

  init(_ path: String) {
    let isPlain = path.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || "/._-+,:@%=".unicodeScalars.contains(scalar)
    }
    description = isPlain && !path.isEmpty ? path : "'" + path.replacing("'", with: #"'\''"#) + "'"
  }
}
