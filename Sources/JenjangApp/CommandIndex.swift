import JenjangDomain
import TerminalKit

/// All commands of the program by the screen they belong to: for the help's index and the key table of the README.
enum CommandIndex {
  struct Section {
    let title: Text
    let faces: [CommandFace]
  }

  static func sections(_ view: View?) -> [Section] {
    [
      section(Text("Di mana saja", en: "Everywhere"), AppCommands.all),
      section(Text("Beranda", en: "Home"), Home.commandTable),
      section(Text("Daftar", en: "Lists"), ListScreen.commandTable),
      section(Text("Daftar sementara", en: "First list"), Provisional.commandTable),
      section(Text("Formulir", en: "Forms"), FormScreen.commandTable),
      section(Text("Dua perubahan", en: "Two changes"), ConflictScreen.commandTable),
      section(Text("Ubah massal: nilai", en: "Bulk change: value"), BulkValue.commandTable),
      section(Text("Ubah massal: pratinjau", en: "Bulk change: preview"), BulkPreview.commandTable),
      section(Text("Pertanyaan", en: "Questions"), Question.commandTable),
      section(Text("Kolom daftar", en: "List columns"), ColumnChooser.commandTable),
      section(Text("Rekap", en: "Cross table"), CrossTableScreen.commandTable),
      section(Text("Pengenalan", en: "Tour"), Tour.commandTable),
      section(Text("Berkas pegawai", en: "Employee file"), EmployeeFile.commandTable),
      section(Text("Unit dan jabatan", en: "Units and posts"), UnitTree.commandTable),
      section(Text("Jabatan lowong", en: "Vacant posts"), VacantPosts.commandTable),
      section(Text("Jatuh tempo", en: "Due radar"), DueList.commandTable),
      section(Text("Grid penilaian", en: "Grid of evaluations"), EvaluationGrid.commandTable),
      section(Text("Penilaian satu orang", en: "Evaluation of one person"), EvaluationForm.commandTable),
      section(Text("Daftar penilaian", en: "Evaluations of a period"), EvaluationBoard.commandTable),
      section(Text("Rekap unit", en: "Evaluations by unit"), UnitRecapScreen.commandTable),
      section(Text("Capaian organisasi", en: "Organisation achievements"), AchievementGrid.commandTable),
      section(Text("Mutu penilai", en: "Assessor quality"), AssessorScreen.commandTable),
      section(Text("Keberatan", en: "Objections"), Objections.commandTable),
      section(Text("Penghargaan kinerja", en: "Rewards"), Rewards.commandTable),
      section(Text("Pembinaan", en: "Coaching"), CoachingList.commandTable),
      section(Text("Kalender pelatihan", en: "Training calendar"), TrainingCalendar.commandTable),
      section(Text("Kegiatan pengembangan", en: "Learning event"), EventPage.commandTable),
      section(Text("Usulan peserta", en: "Nominees"), NomineePicker.commandTable),
      section(Text("Kehadiran", en: "Attendance"), AttendanceGrid.commandTable),
      section(Text("Kompetensi seseorang", en: "Somebody's competence"), CompetencePage.commandTable),
      section(Text("Kebutuhan pengembangan", en: "Development needs"), NeedsScreen.commandTable),
      section(Text("Peta kesenjangan", en: "Map of gaps"), HeatScreen.commandTable),
      section(
        Text("Rencana pengembangan individu", en: "Individual development plan"), DevelopmentPlanPage.commandTable),
      section(Text("Isi asesmen", en: "Grid of assessments"), AssessmentGrid.commandTable),
      section(Text("Standar kompetensi", en: "Competency standard"), StandardGrid.commandTable),
      section(Text("Anggaran pengembangan", en: "Development budget"), BudgetScreen.commandTable),
      section(Text("Simulasi pemotongan", en: "Cut simulation"), CutScreen.commandTable),
      section(Text("Laporan pelatihan", en: "Learning report"), LearningReportScreen.commandTable),
      section(Text("Pasangan bimbingan", en: "Mentoring pairs"), MentoringPairsScreen.commandTable),
      section(Text("Satu pasangan bimbingan", en: "One mentoring pair"), PairPage.commandTable),
      section(Text("Papan pencocokan", en: "Match board"), MatchBoard.commandTable),
      section(Text("Siapa yang cocok", en: "Who would fit"), MatchSuggestions.commandTable),
      section(Text("Kesediaan membimbing", en: "Offers to mentor"), MentorOffersScreen.commandTable),
      section(Text("Permintaan bimbingan", en: "Wishes for a mentor"), MenteeWishesScreen.commandTable),
      section(Text("Pengetahuan terancam hilang", en: "Knowledge at risk"), KnowledgeAtRiskScreen.commandTable),
      section(Text("Jejaring bimbingan", en: "Network of mentoring"), MentoringNetworkScreen.commandTable),
      section(Text("Impor", en: "Import"), ImportScreen.commandTable),
      section(Text("Kalkulator aturan", en: "Rule calculator"), Calculator.commandTable),
      section(Text("Formulir aturan", en: "Form of a rule"), RuleCase.commandTable),
      section(Text("Baris daftar aturan", en: "Row of a rule's list"), RuleRowForm.commandTable),
      section(.verbatim("Parameter"), Parameters.commandTable),
      section(Text("Satu parameter", en: "One parameter"), ParameterPage.commandTable),
      section(Text("Parameter: beda dua tanggal", en: "Parameters: two dates"), ParameterDifference.commandTable),
      section(Text("Jurnal", en: "Journal"), Journal.commandTable),
      section(Text("Penyimpanan", en: "Store"), StoreScreen.commandTable),
      section(Text("Pengaturan", en: "Settings"), SettingsScreen.commandTable),
      section(Text("Tentang", en: "About"), About.commandTable),
      section(Text("Kotak baca", en: "Reading boxes"), Reader.commandTable),
      section(Text("Kotak pilihan", en: "Choosers"), Chooser.commandTable),
      section(Text("Isian satu baris", en: "One-line input"), Prompt.commandTable),
      section(Text("Layar terkunci", en: "Locked screen"), LockScreen.commandTable),
      section(Text("Bantuan", en: "Help"), HelpScreen.commandTable),
    ]
  }

  private static func section<S>(_ title: Text, _ commands: [Command<S>]) -> Section {
    let faces = commands.map { command in
      CommandFace(
        name: command.name, title: command.title, keys: command.keys, label: command.label,
        letter: command.letter, refusal: nil, isGlobal: false)
    }
    return Section(title: title, faces: faces)
  }
}
