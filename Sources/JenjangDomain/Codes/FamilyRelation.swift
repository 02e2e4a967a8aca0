/// Who a member of the family is to the employee.
public enum FamilyRelation: String, Code {
  case husband = "SUAMI"
  case wife = "ISTRI"
  case child = "ANAK"
  case stepchild = "ANAK_TIRI"
  case adopted = "ANAK_ANGKAT"
  case father = "AYAH"
  case mother = "IBU"

  public static let listName = "familyRelation"

  public var title: Text {
    switch self {
    case .husband: Text("Suami", en: "Husband")
    case .wife: Text("Istri", en: "Wife")
    case .child: Text("Anak kandung", en: "Child")
    case .stepchild: Text("Anak tiri", en: "Stepchild")
    case .adopted: Text("Anak angkat", en: "Adopted child")
    case .father: Text("Ayah", en: "Father")
    case .mother: Text("Ibu", en: "Mother")
    }
  }
}
