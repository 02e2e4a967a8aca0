import JenjangDomain

@testable import JenjangStore

/// A disk some of whose calls fail: the Nth, or every one from the Nth on.
final class FaultDisk: Disk {
  struct Fault: Sendable, Hashable {
    /// Counted from 0.
    var call: Int
    var code: Int32
    var isForEver: Bool
    /// How many of a write's bytes arrive before it fails, in quarters.
    var quarters = 0
  }

  let disk: SimDisk
  /// Nil lets everything pass.
  var fault: Fault?
  private(set) var calls = 0
  /// What was asked for when the fault struck.
  private(set) var struck: [String] = []
  private var paths: [Int32: String] = [:]

  init(_ disk: SimDisk, _ fault: Fault?) {
    self.disk = disk
    self.fault = fault
  }

  /// Whether a call fails; counts it.
  private func fails(_ action: String, _ path: String) -> Bool {
    defer { calls += 1 }
    guard let fault, fault.isForEver ? calls >= fault.call : calls == fault.call else { return false }
    if struck.isEmpty { struck.append("\(action) \(StepTrace.pattern(path))") }
    return true
  }

  private func pass(_ action: String, _ path: String) throws(StoreError) {
    if fails(action, path) { throw .system(action: action, path: path.isEmpty ? "." : path, code: fault?.code ?? 0) }
  }

  private func path(_ file: File) -> String { paths[file.number] ?? "" }

  func facts(_ path: String) throws(StoreError) -> FileFacts? {
    try pass("stat", path)
    return try disk.facts(path)
  }

  func facts(of file: File) throws(StoreError) -> FileFacts {
    try pass("stat", path(file))
    return try disk.facts(of: file)
  }

  func open(_ path: String, _ use: FileUse) throws(StoreError) -> File {
    try pass("open", path)
    let file = try disk.open(path, use)
    paths[file.number] = path
    return file
  }

  func close(_ file: File) { disk.close(file) }

  func read(_ file: File, at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(StoreError) -> Int {
    try pass("read", path(file))
    return try disk.read(file, at: offset, into: buffer)
  }

  func append(_ bytes: [UInt8], to file: File) throws(StoreError) {
    guard fails("write", path(file)) else { return try disk.append(bytes, to: file) }
    let arrived = bytes.count * (fault?.quarters ?? 0) / 4
    if arrived > 0 { try disk.append(Array(bytes[..<arrived]), to: file) }
    throw .system(action: "write", path: path(file), code: fault?.code ?? 0)
  }

  func write(_ bytes: [UInt8], to file: File, at offset: Int) throws(StoreError) {
    guard fails("write", path(file)) else { return try disk.write(bytes, to: file, at: offset) }
    let arrived = bytes.count * (fault?.quarters ?? 0) / 4
    if arrived > 0 { try disk.write(Array(bytes[..<arrived]), to: file, at: offset) }
    throw .system(action: "write", path: path(file), code: fault?.code ?? 0)
  }

  func truncate(_ file: File, to size: Int) throws(StoreError) {
    try pass("truncate", path(file))
    try disk.truncate(file, to: size)
  }

  func sync(_ file: File) throws(StoreError) {
    guard fails("sync", path(file)) else { return try disk.sync(file) }
    // What a failed sync was to cover may be lost although the kernel calls it clean.
    disk.syncsUntilFailure = 0
    defer { disk.syncsUntilFailure = nil }
    _ = try? disk.sync(file)
    throw .system(action: "sync", path: path(file), code: fault?.code ?? 0)
  }

  func syncFolder(_ path: String) throws(StoreError) {
    try pass("sync", path)
    try disk.syncFolder(path)
  }

  func rename(_ path: String, to newPath: String) throws(StoreError) {
    try pass("rename", newPath)
    try disk.rename(path, to: newPath)
  }

  func exchange(_ path: String, with other: String) throws(StoreError) {
    try pass("exchange", other)
    try disk.exchange(path, with: other)
  }

  func link(_ path: String, to newPath: String) throws(StoreError) {
    try pass("link", newPath)
    try disk.link(path, to: newPath)
  }

  func remove(_ path: String) throws(StoreError) {
    try pass("remove", path)
    try disk.remove(path)
  }

  func makeFolder(_ path: String) throws(StoreError) {
    try pass("mkdir", path)
    try disk.makeFolder(path)
  }

  func removeFolder(_ path: String) throws(StoreError) {
    try pass("remove", path)
    try disk.removeFolder(path)
  }

  func list(_ path: String) throws(StoreError) -> [String] {
    try pass("list", path)
    return try disk.list(path)
  }

  func lock(_ file: File, byte: Int, isExclusive: Bool) throws(StoreError) -> Bool {
    try pass("lock", path(file))
    return try disk.lock(file, byte: byte, isExclusive: isExclusive)
  }

  func unlock(_ file: File, byte: Int) { disk.unlock(file, byte: byte) }
  func watch() -> Int32? { nil }
  func drain(_ watch: Int32) {}
  func closeWatch(_ watch: Int32) {}
  func pause(milliseconds: Int) { disk.pause(milliseconds: milliseconds) }
  var user: UInt32 { disk.user }
  var fileSystem: String? { disk.fileSystem }
  var uptime: Int { disk.uptime }
  func holdSignals() {}
  func admitSignals() {}
}
