import Glibc
import JenjangDomain

/// Heads of the chain on their way out of the store: into the system log, once an hour among all processes.
///
/// Whoever can write the store cannot write the log of then, least of all one that is sealed or sent to another machine.
public enum SystemLog {
  static let interval: Int64 = 3_600_000

  /// Writes the head into the system log when the last time was an hour ago or longer.
  ///
  /// To be called now and then while the program is open. `write` gets the line.
  @discardableResult
  public static func publish(_ store: Store, write: (String) -> Void = SystemLog.write) -> Bool {
    let now = store.environment.now()
    let last = store.anchors().last { $0.kind == .systemLog }
    guard store.readOnlyReason == nil, store.head.sequence > 0, last?.head != store.head,
      last.map({ now - $0.time >= interval || $0.time > now }) ?? true
    else { return false }
    let head = store.head
    // Noted first: of thirty processes one is enough.
    do throws(StoreError) { try store.note(head, to: .systemLog) } catch { return false }
    write("store \(store.description.store.text) seq \(head.sequence) h \(head.hash)")
    return true
  }

  /// Sends a line to the system's log daemon.
  public static func write(_ line: String) {
    openlog("jenjang", LOG_PID, LOG_USER)
    line.withCString { text in
      withVaList([text]) { vsyslog(LOG_NOTICE, "%s", $0) }
    }
    closelog()
  }
}
