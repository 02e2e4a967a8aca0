import JenjangDomain

extension Store {
  /// Applies what other processes have saved since; gives their commits.
  ///
  /// They hold what the actor may see; those in which that is nothing are applied all the same.
  /// Reads no further than `HEAD`, so never a line that a power cut could take back. Takes no lock.
  @discardableResult
  public func catchUp() throws(StoreError) -> [Commit] {
    if let watch = files.watch { disk.drain(watch) }
    guard !isDamaged, recordedUpTo == nil, let head = try readHead(), head.sequence > position.sequence else {
      return []
    }
    var commits: [Commit] = []
    let stop = try replay.run(&position, upTo: head) { commit throws(StoreError) in
      apply(commit)
      commits.append(commit)
    }
    commits = seen(commits)
    guard stop == .end, position.reaches(head) else {
      try reportDamage(head, stop)
      return commits
    }
    return commits
  }
}
