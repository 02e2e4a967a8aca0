import JenjangDomain
import JenjangStore

/// Completes a path from what stands in its folder: a folder goes on, a file is taken.
enum FileChooser {
  static func screen(
    _ name: String, _ title: Text, path: String = "~/", take: @escaping (String) -> Effect
  ) -> Chooser {
    Chooser(name, title, query: path, columns: 76) { typed, _ in
      let query = begun(typed)
      let cut = query.lastIndex(of: "/").map { query.index(after: $0) } ?? query.startIndex
      let folder = String(query[..<cut])
      let names = ReportFile.names(in: ReportFile.expanded(folder), prefix: String(query[cut...]))
      return names.prefix(500).map { found in
        let path = folder + found
        let goesOn = found.hasSuffix("/")
        return Choice(
          title: found, effect: goesOn ? .replace(screen(name, title, path: path, take: take)) : take(path))
      }
    }
  }

  /// A path from where it begins anew: who types or pastes a whole one need not take away the folder proposed.
  static func begun(_ typed: String) -> Substring {
    let starts = ["//", "/~/"].compactMap { typed.ranges(of: $0).last?.lowerBound }
    return starts.max().map { typed[$0...].dropFirst() } ?? typed[...]
  }
}
