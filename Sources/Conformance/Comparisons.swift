@_spi(Harness) internal import Coins

/// Every published game beside ours.
enum Comparisons {
  static func all(_ mistake: Mistake?) -> [any Comparison] {
    let more = mistake == .oneMore ? 1 : 0
    return [
      RealSignatures(published: .many.with(mistake)), IdealSignatures(published: .many.with(mistake)),
      OneKeySignatures(published: .one.with(mistake)), OneKeyReduction(published: .many.with(mistake)),
      RealHashes(published: honestEvaluations + more), IdealHashes(published: honestEvaluations + more),
      RememberingHashes(published: honestEvaluations + more), Collisions(published: honestEvaluations + more), HardCodedPair(),
      CollisionReduction(published: honestEvaluations + more), Ciphers(), FreshKeys(mistake: mistake),
      DiffieHellman(mistake: mistake), Recipients(keys: .derived, mistake: mistake), Recipients(keys: .random, mistake: mistake),
    ]
  }

  /// What was seen, by the name of the comparison.
  static func play(_ mistake: Mistake?, trials: UInt64, seed: UInt64, shouldStop: () -> Bool) -> [String: Observation]? {
    var observations: [String: Observation] = [:]
    for (index, comparison) in all(mistake).enumerated() {
      let source = CoinSource(seed: seed, campaign: UInt64(index))
      guard let seen = observe(comparison, trials, source, shouldStop) else { return nil }
      observations[comparison.name] = seen
    }
    return observations
  }

  private static func observe(
    _ comparison: some Comparison, _ trials: UInt64, _ source: CoinSource, _ shouldStop: () -> Bool
  ) -> Observation? {
    var observation = Observation()
    for trial in 0..<trials {
      if shouldStop() { return nil }
      let challenger = source.coins(trial: trial, role: .challenger)
      let adversary = source.coins(trial: trial, role: .adversary)
      observation.add(PairedGames.play(comparison, trial: trial, challenger: challenger, adversary: adversary))
    }
    return observation
  }
}

/// What the trials of a comparison showed, query by query.
struct Observation {
  struct Query {
    /// The first query in which the games parted in each way.
    var partings: [Difference: Sighting] = [:]
    /// How often they did.
    var counts: [Difference: Int] = [:]
    /// The first query in which they did not do as expected.
    var unexpected: Sighting?
  }

  /// Those in which the games parted, in any way.
  private(set) var queries: [String: Query] = [:]

  mutating func add(_ sightings: [Sighting]) {
    for seen in sightings {
      var query = queries[seen.name] ?? Query()
      if !seen.isAsExpected {
        query.unexpected = query.unexpected ?? seen
      } else if let difference = seen.difference {
        query.partings[difference] = query.partings[difference] ?? seen
        query.counts[difference, default: 0] += 1
      }
      queries[seen.name] = query
    }
  }
}
