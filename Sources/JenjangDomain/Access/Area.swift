/// What a record type is about, as far as rights go: one line of the permission table covers an area.
public enum Area: String, Sendable, CaseIterable {
  /// Units, posts, holidays: what everybody needs to find the way.
  case reference
  /// Who somebody is.
  case person
  /// Dated histories: ranks, positions, education, training, awards, documents.
  case career
  case discipline
  /// Leave: who is away is told to all who plan, why only to those who may see it.
  case leave
  case family
  /// Parameters and policies.
  case policy
  /// Accounts and roles.
  case access
  /// Requests to change what one may not change oneself.
  case request
  /// Passphrases: whether somebody has one, never what it is.
  case secret
  /// Performance plans and what belongs to them.
  case plan
  /// What was realised, feedback, innovations: written all year by both sides.
  case progress
  /// Ratings of performance.
  case evaluation
  case objection
  /// Rewards and coaching.
  case followUp
  /// Results of competency assessments.
  case assessment
  /// Interests, career goals and individual development plans.
  case development
  /// Actions of those plans, seats and results in events, studies.
  case learning
  /// What participants think of events.
  case opinion
  /// Budgets and pledges.
  case money
  /// Offers, wishes, pairs and goals of mentoring.
  case mentoring
  /// What the two of a pair noted for each other.
  case mentoringLog
  /// What somebody noted for nobody else.
  case privateNote

  public var title: Text {
    switch self {
    case .reference: Text("data acuan", en: "reference data")
    case .person: Text("data pokok pegawai", en: "personal data")
    case .career: Text("riwayat karier", en: "career histories")
    case .discipline: Text("disiplin", en: "discipline")
    case .leave: Text("cuti", en: "leave")
    case .family: Text("keluarga", en: "family")
    case .policy: Text("parameter dan kebijakan", en: "parameters and policies")
    case .access: Text("akun dan peran", en: "accounts and roles")
    case .request: Text("usulan perubahan", en: "change requests")
    case .secret: Text("frasa sandi", en: "passphrases")
    case .plan: Text("rencana kinerja (SKP)", en: "performance plans")
    case .progress: Text("realisasi dan umpan balik", en: "progress and feedback")
    case .evaluation: Text("penilaian kinerja", en: "evaluations")
    case .objection: Text("keberatan", en: "objections")
    case .followUp: Text("penghargaan dan pembinaan", en: "rewards and coaching")
    case .assessment: Text("asesmen kompetensi", en: "assessments")
    case .development: Text("minat dan rencana pengembangan", en: "interests and development plans")
    case .learning: Text("kepesertaan dan tugas belajar", en: "seats in events and studies")
    case .opinion: Text("umpan balik peserta", en: "participants' feedback")
    case .money: Text("anggaran pengembangan", en: "development budget")
    case .mentoring: Text("bimbingan", en: "mentoring")
    case .mentoringLog: Text("catatan sesi bimbingan", en: "mentoring session logs")
    case .privateNote: Text("catatan pribadi", en: "private notes")
    }
  }
}

/// What a user may do beside reading and changing records.
public enum Right: String, Sendable, CaseIterable {
  case importRecords
  case export
  case readJournal
  case undoOthers
  case decideRequests
  case keepStore
  case seeAs

  public var title: Text {
    switch self {
    case .importRecords: Text("mengimpor data", en: "import records")
    case .export: Text("mengekspor data", en: "export records")
    case .readJournal: Text("membaca jurnal", en: "read the journal")
    case .undoOthers: Text("membatalkan simpanan orang lain", en: "undo what others saved")
    case .decideRequests: Text("memutus usulan perubahan", en: "decide change requests")
    case .keepStore: Text("memelihara penyimpanan", en: "look after the store")
    case .seeAs: Text("melihat sebagai peran lain", en: "see as another role")
    }
  }
}
