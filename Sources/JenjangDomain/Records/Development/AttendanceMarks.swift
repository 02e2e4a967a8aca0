/// Whether somebody was there, one letter for each session by its number: `HHA-H`.
///
/// A stroke where nothing is entered yet.
public struct AttendanceMarks: TextValue, Hashable {
  private var marks: [AttendanceMark?] = []

  public init() {}

  public static var defaultType: FieldType { .text(maximum: 200) }

  /// Nil when it has other letters.
  public init?(_ text: String) {
    for letter in text.uppercased() {
      let mark = AttendanceMark(rawValue: String(letter))
      guard mark != nil || letter == "-" else { return nil }
      marks.append(mark)
    }
  }

  /// By the number of the session, from 1.
  public subscript(number: Int) -> AttendanceMark? {
    get { 1...max(1, marks.count) ~= number && !marks.isEmpty ? marks[number - 1] : nil }
    set {
      guard 1...200 ~= number else { return }
      while marks.count < number { marks.append(nil) }
      marks[number - 1] = newValue
      while marks.last == .some(nil) { marks.removeLast() }
    }
  }

  public var isEmpty: Bool { marks.isEmpty }
  public var entered: Int { marks.count { $0 != nil } }
  public func count(of mark: AttendanceMark) -> Int { marks.count { $0 == mark } }
  public var text: String { marks.map { $0?.rawValue ?? "-" }.joined() }
}
