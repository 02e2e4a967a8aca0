import JenjangDomain
import JenjangStore
import Testing

@testable import JenjangApp
@testable import TestSupport

/// A robot in an office that a suite sets up: what all of them can do.
@MainActor
protocol OfficeRobot {
  var robot: Robot { get }
}

extension OfficeRobot {
  var store: Store { robot.store }
  var book: Book { robot.store.book }
  var view: View { robot.app.view }
  /// The message line in Indonesian; empty while it says nothing.
  var message: String { robot.app.message.map { $0.text.indonesian } ?? "" }

  @discardableResult
  func press(_ keys: String...) -> Self {
    for key in keys { robot.press(key) }
    return self
  }

  /// Types text letter by letter.
  @discardableResult
  func type(_ text: String) -> Self {
    robot.type(text)
    return self
  }

  /// Types into a field of the form on top.
  func fill(_ field: String, _ text: String) throws {
    var form = try #require(robot.app.stack.top as? FormScreen)
    form.move(to: try #require(form.fields.firstIndex { $0.spec.name == field }), view)
    robot.app.stack.top = form
    robot.type(text)
  }

  func perform(_ effect: Effect) {
    robot.app.perform(effect)
    robot.settle()
  }

  func open(_ screen: any Screen) { perform(.push(screen)) }

  /// Works in another role from now on, as a second person at the same store would.
  func become(_ role: UserRole, person: UInt64 = 6, units: [UInt64] = []) {
    let actor = Actor(person: FormRobot.employee(person), role: role, units: units.map { FormRobot.unit($0) })
    perform(.all([.home, .take(actor)]))
  }
}
