import JenjangDomain
import JenjangStore
import TerminalKit

extension Journal {
  static let commandTable: [Command<Journal>] =
    Step.commands("journal") { journal, step, _ in journal.move(step) } + [
      Command(
        "journal.open", Text("Baca perubahan", en: "Read the change"), keys: ["enter"],
        label: Text("Baca", en: "Read"), refusal: { journal, _ in journal.selected == nil ? .noRow : nil },
        run: { journal, view in journal.withCommit(view) { .push(Journal.reader($0)) } }),
      Command(
        "journal.person", Text("Saring menurut orang", en: "Filter by person"), keys: ["f4", "ctrl-f"],
        label: Text("Orang", en: "Person")
      ) { journal, _ in .push(journal.personChooser) },
      ActionMenu.command("journal.actions"),
      Command(
        "journal.record", Text("Hanya catatan ini", en: "Only this record"), letter: "c",
        refusal: { journal, _ in journal.selected?.record == nil ? .noRow : nil },
        run: { journal, _ in
          journal.record = journal.selected?.record
          return .none
        }),
      Command(
        "journal.before", Text("Data sebelum perubahan ini", en: "The record before this change"), letter: "b",
        refusal: { journal, _ in journal.selected == nil ? .noRow : nil },
        run: { journal, view in journal.withCommit(view) { RecordStates.effect($0, .before) } }),
      Command(
        "journal.after", Text("Data sesudah perubahan ini", en: "The record after this change"), letter: "s",
        refusal: { journal, _ in journal.selected == nil ? .noRow : nil },
        run: { journal, view in journal.withCommit(view) { RecordStates.effect($0, .after) } }),
      Command(
        "journal.undo", Text("Urungkan perubahan ini", en: "Take this change back"), letter: "u", saves: true,
        refusal: { journal, _ in journal.selected == nil ? .noRow : nil },
        run: { journal, view in
          journal.selected.map { .takeBack([$0.sequence], title: .change(view.count($0.sequence))) } ?? .none
        }),
      Command(
        "journal.undoBatch", Text("Urungkan seluruh kumpulannya", en: "Take its whole batch back"), letter: "k",
        saves: true, refusal: { journal, _ in journal.selected?.batch == nil ? .noBatch : nil },
        run: { journal, view in journal.takeBackBatch(view) }),
      Command(
        "journal.clear", Text("Hapus saringan atau kembali", en: "Clear the filter, or back"), keys: ["f3", "esc"],
        label: Text("Kembali", en: "Back")
      ) {
        journal, _ in journal.clear()
      },
    ]

  /// A commit in full.
  static func reader(_ commit: Commit) -> Reader {
    Reader(
      heading: { view in view(Text("Perubahan no. ", en: "Change no. ")) + view.count(commit.sequence) },
      write: { page, view in CommitText.write(commit, into: &page, view) })
  }

  /// Several commits in full, one after the other.
  static func reader(_ commits: [Commit], _ heading: Text) -> Reader {
    Reader(
      heading: { view in view(heading) },
      write: { page, view in for commit in commits { CommitText.write(commit, into: &page, view) } })
  }

  /// Reads the commit under the cursor again, with all its records.
  private func withCommit(_ view: View, _ use: (Commit) -> Effect) -> Effect {
    guard let selected else { return .none }
    do throws(StoreError) {
      let found = try view.session.store.commits(before: selected.sequence + 1, limit: 1).first
      return found.map(use) ?? .say(.noRow, .warn)
    } catch {
      return .say(error.sentence, .bad)
    }
  }

  /// Takes all parts of an import or a bulk change back.
  private func takeBackBatch(_ view: View) -> Effect {
    guard let selected, let batch = selected.batch else { return .none }
    do throws(StoreError) {
      let parts = try view.session.store.parts(of: batch, with: selected.sequence)
      return .takeBack(parts, title: .batch(view.count(parts.count), view.count(selected.sequence)))
    } catch {
      return .say(error.sentence, .bad)
    }
  }

  private var personChooser: Chooser {
    let names = authors
    let search = search
    return Chooser("journal.person", Text("Oleh siapa", en: "By whom")) { query, view in
      let all = Choice(
        title: view(Text("Semua orang", en: "Everyone")),
        effect: .back(to: Journal.self) { journal, _ in
          journal.narrow(search: search, author: nil)
          return .none
        })
      let people = names.filter { Fuzzy.score(query, in: $0) != nil }.map { name in
        Choice(
          title: name,
          effect: .back(to: Journal.self) { journal, _ in
            journal.narrow(search: search, author: name)
            return .none
          })
      }
      return query.isEmpty ? [all] + people : people
    }
  }

  /// Takes the last filter away; without one, leaves.
  private mutating func clear() -> Effect {
    if !search.isEmpty {
      narrow(search: "", author: author)
    } else if author != nil {
      narrow(search: "", author: nil)
    } else if record != nil {
      record = nil
    } else {
      return .pop
    }
    return .none
  }
}

extension Text {
  fileprivate static func change(_ number: String) -> Text {
    Text("perubahan no. \(number)", en: "change no. \(number)")
  }
  fileprivate static func batch(_ count: String, _ number: String) -> Text {
    Text("kumpulan \(count) simpanan dengan no. \(number)", en: "the batch of \(count) savings with no. \(number)")
  }
  fileprivate static let noBatch = Text(
    "Simpanan ini bukan bagian dari impor atau ubahan massal", en: "This is no part of an import or a bulk change")
}
