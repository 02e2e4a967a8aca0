import Glibc
import JenjangDomain
import JenjangStore

/// Lines from a descriptor as they arrive, without waiting for more than the next line end.
struct LineReader {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  private static let longest = 1 << 20

  init(descriptor: Int32) { self.descriptor = descriptor }

  /// The next line without its end; nil at the end of the input.
  mutating func next() throws(Failure) -> [UInt8]? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        defer { start = end + 1 }
        return Array(buffer[start..<end])
      }
      searched = buffer.count
      if isAtEnd {
        defer { start = buffer.count }
        return start < buffer.count ? Array(buffer[start...]) : nil
      }
      guard buffer.count - start <= Self.longest else { throw Failure(.badData, .tooLong) }
      searched -= start
      try fill()
    }
  }

  private mutating func fill() throws(Failure) {
    buffer.removeFirst(start)
    start = 0
    let (arrived, failure) = OutsideFile.next(of: descriptor, atMost: 1 << 16)
    if let failure { throw Failure(.inputOutput, .cannotRead(SystemError.words(failure))) }
    buffer += arrived
    isAtEnd = arrived.isEmpty
  }
}

extension Text {
  fileprivate static let tooLong = Text("baris masukan melebihi 1 MiB", en: "a line of the input exceeds 1 MiB")

  fileprivate static func cannotRead(_ reason: Text) -> Text {
    Text("masukan tidak dapat dibaca: \(reason.indonesian)", en: "the input could not be read: \(reason.english)")
  }
}
