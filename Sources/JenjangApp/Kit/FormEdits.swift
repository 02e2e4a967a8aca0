import TerminalKit

/// What was changed inside a form, so that Ctrl-Z takes back one field's edit after the other.
struct FormEdits {
  /// A field as it was.
  struct Step {
    let place: Int
    let text: String
    let taken: FormField.Taken?
  }

  private(set) var undoable: [Step] = []
  private(set) var redoable: [Step] = []
  /// The field whose edit goes on: further keys belong to the same step.
  private var open: Int?

  /// A field is about to be changed; `apart` begins a step of its own.
  mutating func note(_ field: FormField, at place: Int, apart: Bool) {
    redoable = []
    if !apart, open == place { return }
    undoable.append(Step(place: place, text: field.text, taken: field.taken))
    open = apart ? nil : place
  }

  /// The focus moves: what comes next is another step.
  mutating func close() { open = nil }

  /// Takes the last step back; gives its place, nil when there is none.
  mutating func undo(in fields: inout [FormField]) -> Int? {
    FormEdits.turn(from: &undoable, to: &redoable, &fields, &open)
  }

  mutating func redo(in fields: inout [FormField]) -> Int? {
    FormEdits.turn(from: &redoable, to: &undoable, &fields, &open)
  }

  private static func turn(
    from source: inout [Step], to target: inout [Step], _ fields: inout [FormField], _ open: inout Int?
  ) -> Int? {
    open = nil
    while let step = source.popLast() {
      let field = fields[step.place]
      guard field.text != step.text || field.taken != step.taken else { continue }
      target.append(Step(place: step.place, text: field.text, taken: field.taken))
      fields[step.place].editor.text = step.text
      fields[step.place].editor.open()
      fields[step.place].taken = step.taken
      return step.place
    }
    return nil
  }
}
