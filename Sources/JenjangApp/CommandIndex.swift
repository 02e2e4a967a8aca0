import JenjangDomain
import TerminalKit

/// All commands of the program by the screen they belong to: for the help's index, the key table of the README and the
/// names that a user's key map may use.
///
/// The screens of the menu are found there; a kind of screen that only others open has one line here.
enum CommandIndex {
  struct Section {
    let title: Text
    let faces: [CommandFace]
  }

  /// What has commands: a kind of screen, or one list of records with those that other lists have not.
  struct Source {
    /// Two entries of the menu with the same kind of screen are one section.
    let id: String
    let faces: () -> [CommandFace]

    init<S: Screen>(_ screen: S.Type) {
      id = "\(S.self)"
      faces = { CommandIndex.faces(S.commandTable) }
    }

    init(_ list: ListSpec) {
      id = "\(ListScreen.self) \(list.name)"
      faces = { CommandIndex.faces(list.commands) }
    }
  }

  /// Every section that has commands, each kind of screen once: its first title stays.
  static var sections: [Section] {
    let menu = ScreenEntry.all.compactMap { entry in entry.source.map { (entry.title, $0) } }
    var seen: Set<String> = []
    let found = (parts + menu + pages).compactMap { title, source -> Section? in
      guard seen.insert(source.id).inserted else { return nil }
      let faces = source.faces()
      return faces.isEmpty ? nil : Section(title: title, faces: faces)
    }
    return [Section(title: Text("Di mana saja", en: "Everywhere"), faces: faces(AppCommands.all))] + found
  }

  /// What screens are made of, and what stands before and above them.
  private static var parts: [(Text, Source)] {
    [
      (Text("Beranda", en: "Home"), Source(Home.self)),
      (Text("Halaman menu", en: "Pages of the menu"), Source(MenuPage.self)),
      (Text("Daftar", en: "Lists"), Source(ListScreen.self)),
      (Text("Daftar sementara", en: "First list"), Source(Provisional.self)),
      (Text("Formulir", en: "Forms"), Source(FormScreen.self)),
      (Text("Dua perubahan", en: "Two changes"), Source(ConflictScreen.self)),
      (Text("Ubah massal: nilai", en: "Bulk change: value"), Source(BulkValue.self)),
      (Text("Ubah massal: pratinjau", en: "Bulk change: preview"), Source(BulkPreview.self)),
      (Text("Pertanyaan", en: "Questions"), Source(Question.self)),
      (Text("Kolom daftar", en: "List columns"), Source(ColumnChooser.self)),
      (Text("Rekap", en: "Cross table"), Source(CrossTableScreen.self)),
      (Text("Kotak baca", en: "Reading boxes"), Source(Reader.self)),
      (Text("Kotak pilihan", en: "Choosers"), Source(Chooser.self)),
      (Text("Isian satu baris", en: "One-line input"), Source(Prompt.self)),
      (Text("Bantuan", en: "Help"), Source(HelpScreen.self)),
      (Text("Pengenalan", en: "Tour"), Source(Tour.self)),
      (Text("Layar terkunci", en: "Locked screen"), Source(LockScreen.self)),
    ]
  }

  /// The kinds of screens that other screens open, or that an entry of the menu chooses from.
  private static var pages: [(Text, Source)] {
    [
      (Text("Berkas pegawai", en: "Employee file"), Source(EmployeeFile.self)),
      (Text("Jabatan lowong", en: "Vacant posts"), Source(VacantPosts.self)),
      (Text("Grid penilaian", en: "Grid of evaluations"), Source(EvaluationGrid.self)),
      (Text("Penilaian satu orang", en: "Evaluation of one person"), Source(EvaluationForm.self)),
      (Text("Daftar penilaian", en: "Evaluations of a period"), Source(EvaluationBoard.self)),
      (Text("Rekap unit", en: "Evaluations by unit"), Source(UnitRecapScreen.self)),
      (Text("Capaian organisasi", en: "Organisation achievements"), Source(AchievementGrid.self)),
      (Text("Mutu penilai", en: "Assessor quality"), Source(AssessorScreen.self)),
      (Text("Satu siklus kinerja", en: "One performance cycle"), Source(CyclePage.self)),
      (Text("Yang menunggu dalam siklus", en: "What waits in a cycle"), Source(NeedList.self)),
      (Text("Satu SKP", en: "One performance plan"), Source(PlanPage.self)),
      (Text("Siapa mendukung hasil kerja", en: "Who serves a work result"), Source(CascadeScreen.self)),
      (Text("Kegiatan pengembangan", en: "Learning event"), Source(EventPage.self)),
      (Text("Usulan peserta", en: "Nominees"), Source(NomineePicker.self)),
      (Text("Kehadiran", en: "Attendance"), Source(AttendanceGrid.self)),
      (Text("Kompetensi seseorang", en: "Somebody's competence"), Source(CompetencePage.self)),
      (Text("Rencana pengembangan individu", en: "Individual development plan"), Source(DevelopmentPlanPage.self)),
      (Text("Isi asesmen", en: "Grid of assessments"), Source(AssessmentGrid.self)),
      (Text("Standar kompetensi", en: "Competency standard"), Source(StandardGrid.self)),
      (Text("Simulasi pemotongan", en: "Cut simulation"), Source(CutScreen.self)),
      (Text("Satu pasangan bimbingan", en: "One mentoring pair"), Source(PairPage.self)),
      (Text("Siapa yang cocok", en: "Who would fit"), Source(MatchSuggestions.self)),
      (Text("Formulir aturan", en: "Form of a rule"), Source(RuleCase.self)),
      (Text("Baris daftar aturan", en: "Row of a rule's list"), Source(RuleRowForm.self)),
      (Text("Satu parameter", en: "One parameter"), Source(ParameterPage.self)),
      (Text("Parameter: beda dua tanggal", en: "Parameters: two dates"), Source(ParameterDifference.self)),
      (Text("Akun login", en: "Login accounts"), Source(.accounts)),
    ]
  }

  private static func faces<S>(_ commands: [Command<S>]) -> [CommandFace] {
    commands.map { command in
      CommandFace(
        name: command.name, title: command.title, keys: command.keys, label: command.label,
        letter: command.letter, refusal: nil, isGlobal: false)
    }
  }
}
