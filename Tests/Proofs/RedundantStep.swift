/// Steps and checks that may be left out without harm, each with the reason.
///
/// One is either missed by a proof or stands here. What is taken off this list must be noticed, and what is no step
/// any more must be taken off.
enum RedundantStep {
  static let reasons: [String: String] = [
    "open: sync folder quarantine, sync journal/#.ndjson":
      "who wrote a torn tail had made all lines before it durable; the sync is for lines without a tail behind them",
    "check snapshotSizes":
      "a file of another size has another checksum too; its size only says so without the file being read",
  ]
}
