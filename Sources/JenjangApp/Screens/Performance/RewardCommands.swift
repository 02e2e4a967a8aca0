import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

extension Rewards {
  static let commandTable: [Command<Rewards>] =
    moveCommands + [
      Command(
        "rewards.open", Text("Baca dasarnya", en: "Read the basis"), keys: ["enter"], label: Text("Baca", en: "Read"),
        refusal: { screen, _ in screen.rows.selected == nil ? .chooseFirst : nil },
        run: { screen, _ in screen.rows.selected.map { .push(reader($0)) } ?? .none }),
      Command(
        "rewards.mark", Text("Tandai baris", en: "Mark the row"), keys: ["space"], label: Text("Tandai", en: "Mark")
      ) { screen, _ in
        screen.mark()
        return .none
      },
      Command("rewards.markAll", Text("Tandai semua calon", en: "Mark all nominees"), letter: "a") { screen, _ in
        screen.marked = Set(screen.nominees.map(\.employee.raw))
        return .none
      },
      Command("rewards.unmark", Text("Hapus semua tanda", en: "Clear all marks"), letter: "0") { screen, _ in
        screen.marked.removeAll()
        return .none
      },
      Command(
        "rewards.propose", Text("Usulkan yang ditandai", en: "Nominate the marked"), keys: ["f6", "ctrl-n"],
        label: Text("Usulkan", en: "Nominate"), letter: "u", saves: true,
        refusal: { screen, view in
          screen.chosen.contains { $0.nominee != nil }
            ? view.book.access?.refusal(toWrite: RewardNomination.kind) : .noNominee
        }, run: { screen, view in propose(&screen, view) }),
      decide("rewards.approve", Text("Setujui", en: "Approve"), letter: "s", .approved),
      decide("rewards.decline", Text("Tidak setujui", en: "Decline"), letter: "t", .declined),
      Command(
        "rewards.decree", Text("Isi SK dan penyerahan", en: "Enter decree and ceremony"), keys: ["f7", "ctrl-e"],
        label: .verbatim("SK"), letter: "k", saves: true,
        refusal: { screen, _ in screen.rows.selected?.nomination?.state == .approved ? nil : .notApproved },
        run: { screen, view in
          guard let nomination = screen.rows.selected?.nomination else { return .none }
          let task = FormTask(fields: ["decreeNumber", "decreeDate", "ceremonyDate", "ceremonyPlace"])
          return .push(
            FormScreen.edit(kind: RewardNomination.kind.name, id: nomination.id.raw, task: task, view: view))
        }),
      Command(
        "rewards.grant", Text("Berikan dan tulis ke berkas", en: "Grant and put on file"), keys: ["f10", "ctrl-s"],
        label: Text("Berikan", en: "Grant"), letter: "b", saves: true,
        refusal: { screen, _ in
          let some = screen.chosen.compactMap(\.nomination)
          return some.isEmpty ? .notApproved : some.compactMap(\.refusalToGrant).first
        }, run: { screen, view in grant(&screen, view) }),
    ]
    + Rewards.closingCommands(
      next: Text("Kelompok berikut", en: "Next group"), previous: Text("Kelompok sebelumnya", en: "Previous group"))

  private static func propose(_ screen: inout Rewards, _ view: View) -> Effect {
    let some = screen.chosen.compactMap(\.nominee)
    let left = screen.hasLeftOut ? Text(", Anda sendiri dilewati", en: ", yourself left out") : .verbatim("")
    screen.marked.removeAll()
    return .start(
      BatchSaving.of(
        some, Text("Mengusulkan penghargaan", en: "Nominating"), batch: view.session.newID(),
        done: { count in
          Text("\(count) orang diusulkan\(left.indonesian)", en: "\(count) people nominated\(left.english)")
        },
        operations: { nominees, view in
          let person = view.book.access?.actor.person.map { ID<Employee>($0) }
          return nominees.compactMap { nominee in
            let isThere = view.book.rewardNominations.owned(by: nominee.employee.raw).contains {
              $0.evaluation == nominee.evaluation.id && $0.state != .declined
            }
            guard !isThere else { return nil }
            return .creating(
              nominee.nomination(ID(view.session.newID()), by: person, in: view.book, view.language))
          }
        }))
  }

  private static func decide(
    _ name: String, _ title: Text, letter: Character, _ state: NominationState
  ) -> Command<Rewards> {
    Command(
      name, title, letter: letter, saves: true,
      refusal: { screen, view in
        let some = screen.chosen.compactMap(\.nomination).filter { $0.state == .proposed }
        if some.isEmpty { return .noneProposed }
        return some.contains { $0.employee?.raw == view.book.access?.actor.person && $0.employee != nil }
          ? .notAboutOneself : nil
      },
      run: { screen, view in
        let some = screen.chosen.compactMap(\.nomination).filter { $0.state == .proposed }
        screen.marked.removeAll()
        return .push(consideration(title, some.map(\.id), state))
      })
  }

  private static func consideration(
    _ title: Text, _ ids: [ID<RewardNomination>], _ state: NominationState
  ) -> Prompt {
    Prompt(
      "rewards.consideration", title, help: [Text("Pertimbangan; boleh kosong.", en: "Considerations; may be empty.")],
      done: { text, view in
        let person = view.book.access?.actor.person.map { ID<Employee>($0) }
        let operations = ids.compactMap { id in
          view.book.rewardNominations.updating(id) { nomination in
            nomination.state = state
            nomination.decidedOn = view.today
            nomination.decidedBy = person
            if !text.isEmpty { nomination.decision = text }
          }
        }
        let count = operations.count
        return .all([
          .pop,
          .commit(
            Transaction(operations),
            done: Text(
              "\(count) usulan: \(state.title.indonesian)", en: "\(count) nominations: \(state.title.english)"),
            then: .none),
        ])
      })
  }

  private static func grant(_ screen: inout Rewards, _ view: View) -> Effect {
    let some = screen.chosen.compactMap(\.nomination).filter { $0.refusalToGrant == nil }
    screen.marked.removeAll()
    let operations = some.flatMap { nomination in
      nomination.granting(
        nomination.award(ID(view.session.newID()), on: view.today, view.language), in: view.book)
    }
    let count = some.count
    return .commit(
      Transaction(operations, why: some.count == 1 ? some[0].decreeNumber ?? "" : ""),
      done: Text(
        "\(count) penghargaan diberikan, tercatat di berkas", en: "\(count) rewards granted and put on file"),
      then: .none)
  }

  /// What a nomination rests on, and what became of it.
  private static func reader(_ item: Rewards.Item) -> Reader {
    Reader(
      heading: { view in view.person(item.nomination?.employee ?? item.nominee?.employee) },
      write: { page, view in
        switch item {
        case .nominee(let nominee):
          page.heading(view(nominee.kind.title))
          DueRow.writeShort(nominee.judgement.findings, into: &page, view)
        case .nomination(let nomination):
          let table = view.book.rewardNominations.table
          guard let row = table.row(of: nomination.id.raw) else { return page.paragraph(view(.recordIsGone)) }
          RecordReader.write(row, of: table, without: [], into: &page, view)
        }
      })
  }
}

extension Text {
  fileprivate static let noNominee = Text("Tandai calonnya dulu", en: "Mark the nominees first")
  fileprivate static let noneProposed = Text(
    "Tidak ada usulan yang menunggu di antara yang dipilih", en: "None of the chosen waits for a decision")
  fileprivate static let notApproved = Text("Pilih usulan yang disetujui", en: "Choose an approved nomination")
}
