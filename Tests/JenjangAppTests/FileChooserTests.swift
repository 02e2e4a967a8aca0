import Testing

@testable import JenjangApp

@Suite struct FileChooserTests {
  @Test(arguments: [
    ("~/", "~/"), ("~/daftar.csv", "~/daftar.csv"), ("~//tmp/daftar.csv", "/tmp/daftar.csv"),
    ("~/arsip/~/daftar.csv", "~/daftar.csv"), ("/srv//tmp/~/a", "~/a"), ("/srv/~/b//tmp/a", "/tmp/a"), ("", ""),
  ])
  func `a path that begins anew behind the proposed folder counts from there`(_ typed: String, _ path: String) {
    #expect(String(FileChooser.begun(typed)) == path)
  }
}
