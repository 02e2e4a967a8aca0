import Glibc
import JSONText
import JenjangDomain
import JenjangStore

/// Buffered text on its way to a descriptor.
///
/// A reader that goes away ends the process quietly; any other failure ends it with a sentence.
final class Output {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private static let limit = 1 << 16

  init(descriptor: Int32 = STDOUT_FILENO) { self.descriptor = descriptor }

  var isTerminal: Bool { isatty(descriptor) == 1 }

  func text(_ text: String) { bytes(text.utf8) }

  func line(_ text: String = "") {
    bytes(text.utf8)
    bytes(CollectionOfOne(0x0A))
  }

  /// One value as one line of canonical JSON.
  func line(_ value: JSONValue) {
    JSONWriter.append(value, to: &buffer)
    bytes(CollectionOfOne(0x0A))
  }

  func bytes(_ bytes: some Collection<UInt8>) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.limit { flush() }
  }

  func flush() {
    var start = 0
    var readiness = Readiness(descriptor, POLLOUT)
    while start < buffer.count {
      let written = buffer.withUnsafeBytes { bytes in
        write(descriptor, bytes.baseAddress.map { $0 + start }, bytes.count - start)
      }
      if written >= 0 {
        start += written
        readiness.admit()
      } else {
        recover(errno, &readiness)
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private func recover(_ code: Int32, _ readiness: inout Readiness) {
    switch code {
    case EINTR: return
    case EAGAIN where readiness.wait(): return
    case EPIPE: exit(ExitStatus.brokenPipe.rawValue)
    default:
      guard descriptor != STDERR_FILENO else { exit(ExitStatus.inputOutput.rawValue) }
      Failure(.inputOutput, .cannotWrite(SystemError.words(code))).leave()
    }
  }
}

extension Text {
  fileprivate static func cannotWrite(_ reason: Text) -> Text {
    Text("keluaran tidak dapat ditulis: \(reason.indonesian)", en: "the output could not be written: \(reason.english)")
  }
}
