internal import Arena
internal import Pages
internal import Teaching

/// Pages that lead through the whole proof.
extension Router {
  /// A stop of the journey through the map: `/journey/1` and so on.
  func journey(_ ask: Ask) throws(CatalogError) -> Reply {
    guard ask.parts.count == 2, let number = Int(ask.parts[1]), Lesson.all.indices.contains(number - 1) else {
      throw CatalogError("there is no stop `\(ask.parts.dropFirst().joined(separator: "/"))`", hint: "1 to \(Lesson.all.count)")
    }
    guard let theorem = Book.theorem else { throw CatalogError("the recorded theorem cannot be read") }
    return Reply(book.journey(number - 1, theorem, .served))
  }

  /// The same experiment many times over.
  func intervals(_ ask: Ask) async throws(CatalogError) -> Reply {
    let (trials, seed) = (ask["trials"] ?? "2000", ask["seed"] ?? "1")
    guard let trials = Int(trials), StackedRuns.trials.contains(trials) else {
      throw CatalogError(
        "`trials` is `\(trials)`", hint: "\(StackedRuns.trials.lowerBound) to \(StackedRuns.trials.upperBound) on this page")
    }
    guard let seed = UInt64(seed), seed <= 1_000_000 else {
      throw CatalogError("`seed` is `\(seed)`", hint: "a whole number from 0 to 1000000")
    }
    let runs = try StackedRuns(book.registry)
    // Beside the tasks that answer pages.
    return Reply(await Task.detached { runs.page(trials: trials, seed: seed, .served) }.value)
  }
}
