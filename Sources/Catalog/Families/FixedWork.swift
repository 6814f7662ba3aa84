public import Arena
internal import Records

/// A claim "linear in the number of entities", put to the test: the number q grows, and the adversary's whole work stays what it
/// is. Real multi-key attacks grow with q; where a bound grows and no attack does, the factor q is slack.
public struct FixedWork: Sendable {
  /// What is claimed to grow, for example `q_hid·ε_sig`.
  public let term: String
  /// What q counts, in words.
  public let entities: String
  /// What stays, in words.
  public let work: String
  /// Why the attack grows or does not.
  public let why: String
  /// Whether an attack is known that grows with q at fixed work.
  public let isAttained: Bool
  public let entry: String
  public let adversary: String
  /// The settings for each q, q ascending.
  public let points: [(entities: Int, settings: [(name: String, value: Int)])]
  /// The term as the theorem states it: each ε at the work that is left for one entity.
  public let stated: @Sendable (Selection) -> Double
  /// The same with each ε at all of the work, which a reduction may spend on the one entity that it plants.
  public let charged: @Sendable (Selection) -> Double

  public static let all = [
    forged(
      "q_hid·ε_sig", "HSMs", 1...16, "end-to-end", "inject-known-key", "q_hid", with: [("signatureBits", 9)],
      why: "a guessed signature is right under one key alone, so guesses are shared out among the keys and not multiplied"),
    forged(
      "q_ops·ε_sig", "honest operators", 2...32, "end-to-end", "admit-rogue-hsm", "q_ops", and: 1, with: [("signatureBits", 10)],
      why: "as for HSMs"),
    forged(
      "q_gen·ε_sig", "honest keys", 1...16, "signature-forgery", "guess-all-keys", "q_gen", with: [("signatureBits", 9)],
      why: "as for HSMs: the game by itself"),
    FixedWork(
      term: "q_gen·ε_sig", entities: "honest keys", work: "64 key pairs, 16 verifications",
      why: "each key that the adversary makes may equal any of the honest ones: a real attack on many keys", isAttained: true,
      entry: "signature-forgery", adversary: "key-collision",
      points: doubling(1...16) { [("q_gen", $0), ("tries", 16 / $0), ("q_own", 64), ("keyBits", 14), ("signatureBits", 40)] },
      stated: { signed($0, tries: $0["tries"]) }, charged: { signed($0, tries: $0["q_gen"] * $0["tries"]) }),
    FixedWork(
      term: "q_dom·ε_aead", entities: "domain keys", work: "32 forged ciphertexts",
      why: "a guessed tag is right under one key alone", isAttained: false, entry: "end-to-end", adversary: "forge-ciphertexts",
      points: doubling(4...32) { [("q_dom", $0), ("forgeries", 32 / $0), ("tagBits", 10)] },
      stated: { Double($0["q_dom"] * $0["forgeries"]) / .two(to: $0["tagBits"]) },
      charged: { Double($0["q_dom"] * $0["q_dom"] * $0["forgeries"]) / .two(to: $0["tagBits"]) }),
    FixedWork(
      term: "ε_coll", entities: "operators", work: "24 rogue key pairs",
      why: "each rogue key may equal any genuine one: a real attack on many keys", isAttained: true, entry: "end-to-end",
      adversary: "collide-keys",
      points: doubling(2...32) { [("q_ops", $0), ("q_hid", 1), ("q_hosts", 1), ("n", 1), ("q_own", 24), ("keyBits", 13)] },
      stated: paid("ε_coll"), charged: paid("ε_coll")),
    FixedWork(
      term: "ε_cr", entities: "digests given out", work: "64 evaluations",
      why: "each evaluation may meet any of the digests: a real attack on many targets", isAttained: true,
      entry: "hash-idealization", adversary: "second-preimages",
      points: doubling(1...16) { [("q_hash", $0 + 1), ("q_work", 64), ("hashBits", 14)] },
      stated: { $0.boundValue ?? 1 }, charged: { $0.boundValue ?? 1 }),
    FixedWork(
      term: "ε_odh", entities: "HSMs", work: "1,000 group operations",
      why: """
        one logarithm of many is no easier than one of one in a generic group: an equation between two unknown exponents gives \
        neither; only whoever wants all of them saves work
        """,
      isAttained: false, entry: "end-to-end", adversary: "solve-agreement-key",
      points: doubling(1...16) { [("q_hid", $0), ("work", 1000), ("groupBits", 24)] },
      stated: paid("ε_odh"), charged: paid("ε_odh")),
    FixedWork(
      term: "ε_aead-multi", entities: "domain keys", work: "16 guessed tags",
      why: "one token carries all domain keys of its domain under one tag for each recipient", isAttained: false,
      entry: "end-to-end", adversary: "transplant-keys",
      points: doubling(4...32) { [("q_dom", $0), ("q_open", 16), ("tagBits", 9)] },
      stated: paid("ε_aead-multi"), charged: paid("ε_aead-multi")),
  ]

  /// Guessed signatures, evenly under all keys.
  /// - Parameter dishonest: how many of the entities are the adversary's own.
  private static func forged(
    _ term: String, _ entities: String, _ range: ClosedRange<Int>, _ entry: String, _ adversary: String, _ parameter: String,
    and dishonest: Int = 0, with settings: [(name: String, value: Int)], why: String
  ) -> FixedWork {
    let most = range.upperBound
    return FixedWork(
      term: term, entities: entities, work: "\(most) guessed signatures", why: why, isAttained: false, entry: entry,
      adversary: adversary,
      points: doubling(range) { q in
        var all: [(name: String, value: Int)] = [(parameter, q + dishonest), ("tries", most / q)]
        all += settings
        return all
      },
      stated: { Double($0[parameter] * $0["tries"]) / .two(to: $0["signatureBits"]) },
      charged: { Double($0[parameter] * most) / .two(to: $0["signatureBits"]) })
  }

  private static func doubling(
    _ range: ClosedRange<Int>, _ settings: (Int) -> [(name: String, value: Int)]
  ) -> [(entities: Int, settings: [(name: String, value: Int)])] {
    var points: [(entities: Int, settings: [(name: String, value: Int)])] = []
    var q = range.lowerBound
    while q <= range.upperBound {
      points.append((entities: q, settings: settings(q)))
      q *= 2
    }
    return points
  }

  /// q_gen·ε_sig of the game of signatures at so many verifications.
  @Sendable private static func signed(_ selection: Selection, tries: Int) -> Double {
    let one = Double(tries) / .two(to: selection["signatureBits"]) + Double(selection["q_own"]) / .two(to: selection["keyBits"])
    return Double(selection["q_gen"]) * one
  }

  /// One of the ε of the whole protocol.
  private static func paid(_ symbol: String) -> @Sendable (Selection) -> Double {
    { Epsilons.wholeProtocol.defining(.symbol(symbol))($0.suite).value($0.assignment) ?? 1 }
  }
}
