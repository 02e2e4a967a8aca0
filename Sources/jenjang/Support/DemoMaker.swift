import ArgumentParser
import Glibc
import JenjangDomain
import JenjangStore

/// Makes a demo store where there is none, with progress for a person who waits.
struct DemoMaker {
  let employees: Int
  let seed: UInt64
  let today: Day
  /// Plans and evaluations for a large agency too.
  var performance = false

  /// Refuses a number of people that no demo store can have.
  static func check(_ employees: Int) throws {
    guard (1...1_000_000).contains(employees) else {
      throw ValidationError(
        Text("Jumlah pegawai harus 1 sampai 1.000.000.", en: "The number of people must be 1 to 1,000,000.")[
          Speech.language])
    }
  }

  /// Leaves a store alone that holds the very same demo; refuses any other.
  func make(at folder: String) throws(Failure) {
    let environment = Environment.live()
    do throws(StoreError) {
      let store = try Store(
        opening: folder, options: OpenOptions(environment: environment, today: today, isReadOnly: true))
      guard store.description.store == DemoStore.identity(employees: employees, seed: seed, performance: performance)
      else {
        throw StoreError.notEmpty(path: folder)
      }
      return
    } catch {
      guard case .notFound = error else { throw Failure(error) }
    }
    do throws(StoreError) {
      try ProgressLine.during(Text("Membuat data contoh", en: "Making demo data")) { line throws(StoreError) in
        try DemoStore.make(
          at: folder, employees: employees, seed: seed, today: today, performance: performance,
          environment: environment
        ) { line.show($0) }
      }
    } catch { throw Failure(error) }
  }
}
