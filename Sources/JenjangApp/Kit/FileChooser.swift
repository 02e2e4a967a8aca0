import JenjangDomain
import JenjangStore

/// Completes a path from what stands in its folder: a folder goes on, a file is taken.
enum FileChooser {
  static func screen(
    _ name: String, _ title: Text, path: String = "~/", take: @escaping (String) -> Effect
  ) -> Chooser {
    Chooser(name, title, query: path, columns: 76) { query, _ in
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
}
