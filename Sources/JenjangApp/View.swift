import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// What a screen may look at while it draws or answers a key.
///
/// It changes nothing through it.
struct View {
  let session: Session
  /// The whole window.
  let size: Size
  let glyphs: GlyphSet
  /// Every command that is live right now, for the palette, the help and the action menu.
  var live: [CommandFace] = []
  let language: Language

  init(session: Session, size: Size, glyphs: GlyphSet) {
    self.session = session
    self.size = size
    self.glyphs = glyphs
    language = session.settings.language
  }

  var book: Book { session.store.book }
  var today: Day { session.today }
  var settings: Settings { session.settings }

  /// The phrase in the language of the interface.
  func callAsFunction(_ text: Text) -> String { text[language] }

  /// Why a right is missing in the present role; nil when it is not.
  func refusal(_ right: Right) -> Text? { book.access?.refusal(right) }

  /// The text of one cell of a table as the screen shows it; empty when absent.
  func cell(_ table: Table, _ row: Row, _ field: String) -> String {
    table.text(at: row, field: field, language: language)
  }

  /// What a record is called, in words also where that is a code; nil when it has no name, or is not here.
  func label(of id: RecordID, kind: String) -> String? {
    guard let table = book.table(kind), let row = table.row(of: id) else { return nil }
    let text = cell(table, row, table.type.kind.label)
    return text.isEmpty ? nil : text
  }

  /// A count with the thousands separator of the language.
  func count(_ number: Int) -> String {
    let separator = language == .indonesian ? "." : ","
    var digits = String(abs(number))
    var groups: [String] = []
    while digits.utf8.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    groups.insert(digits, at: 0)
    return (number < 0 ? "-" : "") + groups.joined(separator: separator)
  }
}
