import JenjangDomain
import JenjangStore
import TerminalKit

/// The filter of the radar: kinds with their counts, a unit, a span of months.
enum DueFilter {
  static func screen(_ list: DueList, _ view: View) -> Chooser {
    var others = list.query
    others.kinds = []
    let counts = view.session.radar.counts(others, in: view.book)
    let now = list.query.kinds
    return Chooser("due.filter", Text("Saring jatuh tempo", en: "Filter the radar")) { query, view in
      let all = Choice(
        title: view(Text("Semua hal", en: "Everything")), key: view.count(counts.reduce(0) { $0 + $1.count }),
        effect: back { $0.kinds = [] })
      let kinds = counts.map { entry in
        let isOn = now.contains(entry.kind.name)
        return Choice(
          title: (isOn ? "✓ " : "") + view(entry.kind.title), key: view.count(entry.count),
          effect: back { query in if query.kinds.remove(entry.kind.name) == nil { query.kinds.insert(entry.kind.name) }
          })
      }
      let more = [
        Choice(title: view(Text("Menurut unit …", en: "By unit …")), effect: .replace(unitChooser)),
        Choice(title: view(Text("Menurut bulan …", en: "By month …")), effect: .replace(monthPrompt(list.query))),
      ]
      return ([all] + kinds + more).filter { query.isEmpty || Fuzzy.score(query, in: $0.title) != nil }
    }
  }

  private static func back(_ change: @escaping (inout DueQuery) -> Void) -> Effect {
    .back(to: DueList.self) { list, _ in
      change(&list.query)
      return .none
    }
  }

  private static var unitChooser: Chooser {
    Chooser("due.unit", Text("Unit dan semua di bawahnya", en: "A unit and all below it")) { query, view in
      let all = Choice(title: view(Text("Semua unit", en: "All units")), effect: back { $0.unit = nil })
      let tree = UnitTree(view.book, on: view.book.day)
      let units = tree.nodes.lazy.filter { node in
        query.isEmpty || [node.unit.name, node.unit.code].contains { Fuzzy.score(query, in: $0 ?? "") != nil }
      }.prefix(200).map { node in
        Choice(
          title: String(repeating: "  ", count: query.isEmpty ? node.depth : 0) + (node.unit.name ?? "?"),
          key: node.unit.code ?? "", effect: back { $0.unit = node.unit.id.raw })
      }
      return query.isEmpty ? [all] + units : Array(units)
    }
  }

  private static func monthPrompt(_ query: DueQuery) -> Prompt {
    let text = [query.from, query.until].map { $0?.monthCode ?? "" }.joined(separator: "..")
    return Prompt(
      "due.months", Text("Bulan", en: "Months"), text: text, help: [.months],
      check: { text, _ in months(text) == nil ? .badMonths : nil },
      done: { text, _ in
        guard let span = months(text) else { return .none }
        return back { query in
          query.from = span.from
          query.until = span.until
        }
      })
  }

  /// Reads `2026-07..2026-12`, either end of which may be missing, or one month.
  static func months(_ text: String) -> (from: Day?, until: Day?)? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    switch parts.count {
    case 1 where parts[0].isEmpty: return (nil, nil)
    case 1: return first(parts[0]).map { ($0, $0.adding(months: 1).adding(days: -1)) }
    case 3 where parts[1].isEmpty:
      let from = first(parts[0])
      let until = first(parts[2])?.adding(months: 1).adding(days: -1)
      guard (from == nil) == parts[0].isEmpty, (until == nil) == parts[2].isEmpty else { return nil }
      return (from, until)
    default: return nil
    }
  }

  private static func first(_ month: String) -> Day? { Day(iso: month + "-01") }
}

extension Text {
  fileprivate static let months = Text(
    "2026-07..2026-12, ..2026-12, 2026-07.. atau satu bulan saja; kosong: semua.",
    en: "2026-07..2026-12, ..2026-12, 2026-07.. or one month alone; empty: all.")
  fileprivate static let badMonths = Text(
    "Tulis bulan sebagai 2026-07 atau 2026-07..2026-12", en: "Write months as 2026-07 or 2026-07..2026-12")
}
