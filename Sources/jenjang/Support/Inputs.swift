import Glibc
import JenjangDomain
import JenjangStore

/// What a command reads from: a named file, or standard input for `-`.
enum Inputs {
  static func descriptor(_ path: String) throws(Failure) -> Int32 {
    if path == "-" { return STDIN_FILENO }
    do throws(StoreError) { return try OutsideFile.open(path) } catch {
      throw Failure(.noStore, .cannotOpen(path, error))
    }
  }

  static func contents(_ path: String) throws(Failure) -> [UInt8] {
    let descriptor = try descriptor(path)
    do throws(StoreError) { return try OutsideFile.contents(of: descriptor, path: path) } catch { throw Failure(error) }
  }
}

extension Text {
  fileprivate static func cannotOpen(_ path: String, _ error: StoreError) -> Text {
    guard case .system(_, _, let code) = error else { return error.text }
    let reason = SystemError.words(code)
    return Text(
      "\(path) tidak dapat dibuka: \(reason.indonesian)", en: "\(path) cannot be opened: \(reason.english)")
  }
}
