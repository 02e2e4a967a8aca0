import JenjangDomain
import Testing

@testable import JenjangStore

@Suite struct `Dates in files` {
  @Test(arguments: [
    ("31-08-2026", "2026-08-31"), ("2026-08-31", "2026-08-31"), ("31/08/2026", "2026-08-31"),
    ("1/2/2026", "2026-02-01"),
    ("31.08.2026", "2026-08-31"), ("31 Agustus 2026", "2026-08-31"), ("31 agu 2026", "2026-08-31"),
    ("5 May 1990", "1990-05-05"), ("5 Mei 1990", "1990-05-05"), ("1 Nopember 1980", "1980-11-01"),
    ("2026/8/3", "2026-08-03"), ("31082026", "2026-08-31"), ("20260831", "2026-08-31"),
    ("2026-08-31 00:00:00", "2026-08-31"), ("2026-08-31T07:15", "2026-08-31"),
  ])
  func `are read in the usual forms`(text: String, iso: String) {
    #expect(ImportDate.read(text) == Day(iso: iso).map { .day($0) })
  }

  @Test(arguments: [
    ("8/31/2026", "2026-08-31"), ("31-08-26", "2026-08-31"), ("1-2-85", "1985-02-01"), ("45123", "2023-07-16"),
  ])
  func `that are not clear are proposed`(text: String, iso: String) {
    #expect(ImportDate.read(text) == Day(iso: iso).map { .doubtful($0) })
  }

  @Test(
    arguments: [
      "", "31", "31-08", "30-02-2026", "2026-13-01", "besok", "+3", "abc", "1-2-3-4", "0-0-0000", ":", "T:",
      "5 xx 1990", "31 08 2 026", "99999999",
    ])
  func `that are none are refused`(text: String) {
    #expect(ImportDate.read(text) == .none)
  }
}
