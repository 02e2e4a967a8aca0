import JSONText
import JenjangDomain

extension ListSpec {
  /// The same list where F6 and F7 open the form of its kind.
  ///
  /// `preset` is what a new record has from the start.
  func edited(preset: JSONObject = JSONObject()) -> ListSpec {
    var spec = self
    let kind = kind
    spec.create = { view in .push(FormScreen.new(kind: kind, preset: preset, view: view)) }
    spec.edit = { id, view in .push(FormScreen.edit(kind: kind, id: id, view: view)) }
    return spec
  }
}
