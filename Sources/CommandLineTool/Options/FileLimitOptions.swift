internal import ArgumentParser
internal import Arena
internal import Scenarios

/// How large scenario and expectation files may be.
struct FileLimitOptions: ParsableArguments {
  @Option(
    name: .customLong("file-limits"), parsing: .unconditional,
    help: .init(
      "Read files this many times as large: of one \(InputLimits.bytes >> 20) MiB, \(InputLimits.steps) steps, "
        + "\(InputLimits.entities) entities and \(InputLimits.trusts) trusts are read at most.", valueName: "times"))
  var times = 1

  /// Runs what reads files.
  func withLimits<T>(_ body: () throws -> T) throws -> T {
    let times = try Failure.orReport(checked)
    return try InputLimits.$times.withValue(times, operation: body)
  }

  func withLimits<T>(_ body: () async throws -> T) async throws -> T {
    let times = try Failure.orReport(checked)
    return try await InputLimits.$times.withValue(times, operation: body)
  }

  private func checked() throws(CatalogError) -> Int {
    guard (1...InputLimits.mostTimes).contains(times) else {
      throw CatalogError("`--file-limits \(times)` is out of range", hint: "1 to \(InputLimits.mostTimes), for example 10")
    }
    return times
  }
}
