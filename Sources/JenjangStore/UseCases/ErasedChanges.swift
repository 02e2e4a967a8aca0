import JenjangDomain

extension Commit {
  /// That changes of it were erased by order, and how many; nil when all of it is there.
  public var erasedChanges: Text? {
    guard blanked > 0 else { return nil }
    let english = blanked == 1 ? "1 change was" : "\(blanked) changes were"
    return Text("\(blanked) perubahan sudah dihapus atas perintah", en: "\(english) erased by order")
  }
}
