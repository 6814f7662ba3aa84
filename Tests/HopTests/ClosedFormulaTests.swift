import Arena
import Catalog
import Enumeration
import Testing

/// Every closed formula against all coins, under tiny parameters and with each of them changed by itself.
@Suite struct ClosedFormulaTests {
  private static let tiny = [
    "hashBits": 2, "signatureBits": 1, "keyBits": 2, "groupBits": 2, "cipherKeyBits": 1, "nonceBits": 1, "tagBits": 1,
    "q_work": 2, "q_hash": 2, "q_gen": 2,
    "q_own": 2, "q_lor": 1, "recipients": 1, "q_dec": 1, "q_kdf": 1, "q_open": 1, "work": 1, "length": 1, "tries": 1, "q_node": 2,
    "q_enc": 2, "q_uses": 2, "contextBits": 1, "q_derive": 1, "q_group": 2, "q_log": 1,
  ]

  /// What cannot be gone through, and what is tested by its frequency instead.
  private static let notEnumerable = [
    "key-secrecy": "an HSM's wrapped keys are drawn with many values (ThiefTests, `whatABudgetSufficesForIsWhatTheFormulaSays`)",
    "end-to-end": "the same, below a user's message",
    "service": "a domain key is drawn with 2^256 values (ServiceTests)", "service-aead": "the same",
    "service-one-key": "the same", "corrupt-hosts": "the same",
    "service-keys": "one draw of the simulator is made from two ranges (ServiceHopTests, by lockstep)",
    "service-cipher": "the same", "service-ideal": "the same",
    "envelope-domain": "a wrapped key is encrypted with 2^64 values (HierarchyTests)", "envelope-customers": "the same",
    "envelope-files": "the same",
  ]

  /// Adversaries for which a byte of a message, keys, nonces and tags make more paths than a test goes through. Their frequencies
  /// are compared with the formulas in EncryptionDefectTests, RecipientHopTests and HierarchyTests, and sums of them as fractions
  /// in ExactTests.
  private static let deep: Set = [
    "forge-ciphertext", "guess-cipher-key", "forge-fresh-key", "forge-tag", "transplant-tag", "guess-session-key",
    "guess-exponent", "solve-key",
    "solve-key-or-right", "solve-key-rho", "small-subgroup", "maul-ciphertext", "maul-ephemeral", "repeated-nonce",
    "compare-nonces", "recover-authentication-key",
  ]
  /// Those that draw wide coins of their own.
  private static func cannotBePlayed(_ adversary: String) -> Bool {
    let name = ["b1-", "b2-", "bridge-", "forger-"].reduce(adversary) { $0.hasPrefix($1) ? String($0.dropFirst($1.count)) : $0 }
    return name.hasPrefix("fuzz") || deep.contains(name)
  }

  private func points(_ entry: Entry, _ adversary: String) throws -> [Selection] {
    let plain = try Catalog.registry.select(entry, adversary: adversary, suite: "calibrated", settings: [])
    func select(_ settings: [String: Int]) throws -> Selection {
      var known: [(name: String, value: Int)] = []
      for parameter in entry.parameters where plain.parameters[parameter.name] != nil {
        guard let value = settings[parameter.name] else { continue }
        known.append((parameter.name, min(max(value, parameter.range.lowerBound), parameter.range.upperBound)))
      }
      return try Catalog.registry.select(entry, adversary: adversary, suite: "calibrated", settings: known)
    }
    return try [select(Self.tiny)]
      + Self.tiny.keys.sorted().flatMap { name in
        try plain.parameters[name] == nil
          ? [] : [-1, 1].map { step in try select(Self.tiny.merging([name: (Self.tiny[name] ?? 0) + step]) { $1 }) }
      }
  }

  @Test(arguments: Catalog.registry.entries.filter { !notEnumerable.keys.contains($0.name) }.map(\.name))
  func aClosedFormulaIsWhatAllCoinsSay(_ name: String) throws {
    let entry = try #require(Catalog.registry.entries.first { $0.name == name })
    for adversary in entry.adversaries {
      let points = try points(entry, adversary)
      guard points.contains(where: { $0.formula != nil }) else { continue }
      guard !Self.cannotBePlayed(adversary) else {
        #expect(throws: EnumerationError.self, "\(adversary) can be played by now") {
          try ExactProbabilities(points[0].experiment, limit: 1000)
        }
        continue
      }
      for selection in points {
        guard let formula = selection.formula else { continue }
        let experiment = selection.experiment
        do {
          let exact = try ExactProbabilities(experiment, limit: 3000)
          let value = experiment.measure == .independentWorlds ? exact.advantage : exact.bad
          #expect(
            abs(value.value - formula) < 1e-12, "\(name), \(adversary), \(selection.parameters): \(value) against \(formula)")
          #expect(exact.forfeit == 0, "\(name), \(adversary), \(selection.parameters)")
        } catch {
          #expect(selection.parameters != points[0].parameters, "\(name), \(adversary): \(error)")
        }
      }
    }
  }

  @Test func whatCannotBeEnumeratedIsStillThat() throws {
    for name in Self.notEnumerable.keys {
      let entry = try #require(Catalog.registry.entries.first { $0.name == name })
      for adversary in entry.adversaries where adversary != "idle" {
        for selection in try points(entry, adversary).prefix(1) where (selection.formula ?? 0) > 0 {
          #expect(throws: EnumerationError.self) { try ExactProbabilities(selection.experiment, limit: 300) }
        }
      }
    }
  }

  /// What the formulas of key secrecy say of budgets: with one message less than suffices there is none, because somebody
  /// forfeits.
  @Test(arguments: ["key-secrecy", "end-to-end"], ["admit-rogue-hsm", "inject-known-key", "transplant-keys"])
  func whatABudgetSufficesForIsWhatTheFormulaSays(_ name: String, _ adversary: String) throws {
    func selection(_ messages: Int, operators: Int = 3) throws -> Selection {
      try select(name, adversary, [("q_net", messages), ("q_ops", operators), ("signatureBits", 4), ("tagBits", 4), ("n", 3)])
    }
    let least = try #require(
      try (1...100).first { messages in
        let selection = try selection(messages)
        return selection.formula != nil
      })
    let (enough, short) = (try selection(least), try selection(least - 1))
    let formula = try #require(enough.formula)
    let (played, forfeited) = (tally(enough, 1500), tally(short, 1500))
    #expect(
      played.forfeits == 0 && isNear(abs(played.difference), formula, trials: 1500), "\(played.difference) against \(formula)")
    #expect(forfeited.forfeits > 0 && short.formula == nil)
    let unfounded = try selection(100, operators: 2)
    #expect(unfounded.formula == 0 && tally(unfounded, 50).difference == 0)
  }
}
