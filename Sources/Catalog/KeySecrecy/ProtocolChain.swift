import Arena
import Families
import GameKit
import Games
import Primitives
import Records
import Referee

/// A hop of the protocol with all that it is reduced to, run as one: both ends are measured, and what is lost on the way, link by
/// link.
enum ProtocolChain: CaseIterable {
  case operators, hsms, encryption

  var facts: HopFacts {
    switch self {
    case .operators: .protocolUF1
    case .hsms: .protocolUF1HSMs
    case .encryption: .protocolODHAEAD
    }
  }

  /// The attack to start with.
  var adversary: String {
    switch self {
    case .operators: "admit-rogue-hsm"
    case .hsms: "inject-known-key"
    case .encryption: "solve-agreement-key"
    }
  }

  /// No chances are known of the encryption's, so a logarithm can be found and a tag guessed by default.
  var parameters: [Parameter] {
    self == .encryption
      ? keySecrecyHopParameters.with(["tagBits": 8, "groupBits": 24, "work": 600, "random": 1]) : keySecrecyHopParameters
  }

  var showcase: [String: Int] {
    switch self {
    case .operators, .hsms: ["signatureBits": 8]
    case .encryption: ["q_net": 100, "tagBits": 8, "groupBits": 20, "work": 600, "random": 1]
    }
  }

  // MARK: Planted defects

  static let twins = Self.allCases.flatMap(\.twins)

  var twins: [PlantedDefect] {
    guard self != .encryption else {
      let weak = [("groupBits", 16), ("work", 400), ("random", 1)].map { (name: $0.0, value: $0.1) }
      return [PlantedDefect(Self.wrongSide, by: adversary, with: weak)]
    }
    // Of many keys most attempts are under others; of one key none is.
    return [(Forger<CalibratedSuite>.Submission.unsorted, 10), (.twice, 1)].map { submission, count in
      PlantedDefect(
        submission.rawValue, by: adversary,
        with: [(keys, count)] + (self == .operators && count == 1 ? [(name: "n", value: 1)] : []))
    }
  }
  private static let wrongSide = "wrong-side"

  // MARK: What is played

  typealias Forger<Base: Suite> = OneKeyForger<KeySecrecyServices<Base>.Scheme>

  func experiment<Base: Suite>(
    _ rules: KeySecrecyRules<Base>, _ challenge: KeySecrecyGame<Base>.Challenge, on base: Base, _ wiring: Wiring,
    against adversary: ErasedAdversary<KeySecrecyQuery, KeySecrecyAnswer>, budget: Budget<KeySecrecyQuery.Kind>
  ) -> AnyExperiment {
    func toOneKey(_ reduction: KeySecrecyRules<Base>.ToForgery) -> AnyExperiment {
      let scheme = ByteStringSigning(base.signing)
      let forger = Forger<Base>(keys: wiring[keys], submitting: wiring.twin(Forger<Base>.Submission.self) ?? .planted)
      let hop = reduction.hop(challenge)
      let experiment = wiring.chain(
        hop, against: adversary, budget: budget, under: { reduction.simulated(challenge) },
        reduction: Composed(reduction.reduction(challenge, budget: budget), Composed(RememberingForger(), forger)),
        to: { SignatureForgery(scheme: scheme) }, targetBudget: Budget { $0 == .keygen ? 1 : Int(UInt32.max) })
      return wiring.accounted(experiment, hop, against: adversary, budget: budget, beside: hop.ledger)
    }
    switch self {
    case .operators: return toOneKey(rules.toOperatorForgery)
    case .hsms: return toOneKey(rules.toHSMForgery)
    case .encryption:
      let hop = rules.toRecipients(.left).hop(challenge)
      let left: ChallengeBit = wiring.selection.twin == Self.wrongSide ? .right : .left
      return wiring.chain(
        left: { hop.left }, right: { hop.right },
        through: [
          ChainWorld(budget: budget) { rules.toODH(left, in: .real).simulated(challenge) },
          ChainWorld(budget: budget) { rules.toODH(left, in: .random).simulated(challenge) },
          ChainWorld(budget: budget) { rules.toFreshKeys(.left).simulated(challenge) },
          ChainWorld(budget: budget) { rules.toFreshKeys(.right).simulated(challenge) },
          ChainWorld(budget: budget) { rules.toODH(.right, in: .random).simulated(challenge) },
          ChainWorld(budget: budget) { rules.toODH(.right, in: .real).simulated(challenge) },
        ], perfect: [0, 2, 4, 6], against: adversary, budget: budget)
    }
  }

  // MARK: What is claimed

  /// Which parameter says how many honest keys there may be.
  private var keys: String { self == .operators ? "q_ops" : "q_hid" }

  var reduction: Entry.ReductionClaim? {
    guard self != .encryption else { return nil }
    let keys = keys
    return .init(
      words: "Pr[bad] ≤ E[forged keys] = \(keys)·Pr[UF₁(C(D(B(A))))]", agreement: .planted,
      charges: { selection in
        let (count, tries) = (selection[keys], selection["tries"])
        return [
          Charge("q_gen", atMost: 1), Charge("q_ver", atMost: count * tries, onAverage: Double(tries)),
          Charge("q_own", atMost: selection["q_own"] + count - 1),
        ]
      },
      loss: { Double($0[keys]) })
  }

  var links: @Sendable (Selection) -> [LinkClaim] {
    let (chain, keys) = (self, keys)
    return { chain == .encryption ? Self.encryptionLinks($0) : Self.signatureLinks($0, keys) }
  }

  private static func signatureLinks(_ selection: Selection, _ keys: String) -> [LinkClaim] {
    [
      LinkClaim(
        from: "the bad event", to: "UF(B(A))", words: "many keys, the protocol simulated around them", price: .nothing,
        charges: [Charge("q_gen", atMost: selection[keys]), Charge("q_own", atMost: selection["q_own"])]),
      LinkClaim(
        from: "UF(B(A))", to: "UF₁(C(D(B(A))))", words: "one key, and no signature checked twice: a factor \(keys)",
        price: .reduction),
    ]
  }

  private static func encryptionLinks(_ selection: Selection) -> [LinkClaim] {
    func paid(_ symbol: String) -> LinkClaim.Price {
      .atMost(Epsilons.wholeProtocol.defining(.symbol(symbol))(selection.suite).value(selection.assignment))
    }
    let odh = [
      Charge("q_gen", atMost: selection["q_hid"]), Charge("q_ror", atMost: selection["q_net"] + selection["q_dom"]),
    ]
    let fresh = [Charge("q_lor", atMost: selection["q_net"] + selection["q_dom"])]
    let games = [
      "G₅′", "ODH real, B₁ left", "ODH random, B₁ left", "fresh keys left, B₂", "fresh keys right, B₂", "ODH random, B₁ right",
      "ODH real, B₁ right", "G₆",
    ]
    let prices: [(LinkClaim.Price, String, [Charge])] = [
      (.nothing, "hop1false", odh), (paid("ε_odh"), "at most ε_odh", odh), (.nothing, "hop1true and hop2", fresh),
      (paid("ε_aead-multi"), "at most ε_aead-multi", fresh), (.nothing, "hop2 and hop1true", odh),
      (paid("ε_odh"), "at most ε_odh", odh), (.nothing, "hop1false", []),
    ]
    return prices.enumerated().map { number, price in
      LinkClaim(from: games[number], to: games[number + 1], words: price.1, price: price.0, charges: price.2)
    }
  }
}

extension HopFacts {
  private static func signatures(_ name: String, _ whose: String, _ keys: String) -> HopFacts {
    HopFacts(
      name, "the protocol down to one key of \(whose): both reductions as one", lemma: "PKSMK: ind_uf1",
      claim: """
        The hop to ideal signatures, B(A) in the game of many keys, and C(D(B(A))) in the game of one key, in one run. B is the \
        protocol around a signature service, D checks nothing twice, C plants the one key among \(keys):
            Pr[forgery] = Pr[UF(B(A))] ≤ E[forged keys] = \(keys)·Pr[UF₁(C(D(B(A))))]
        On average over its place one in \(keys) of A's guesses is under the planted key: C submits `tries` of \(keys)·tries.
        """, badEvent: "forgery under a key of \(whose)", bound: .symbol(keys) * "ε_sig", source: sequenceSource)
  }

  static let protocolUF1 = signatures("protocol-uf1", "operators", "q_ops")
  static let protocolUF1HSMs = signatures("protocol-uf1-hsms", "HSMs", "q_hid")

  static let protocolODHAEAD = HopFacts(
    "protocol-odh-aead", "the protocol down to oracle Diffie–Hellman and authenticated encryption, as one chain",
    lemma: "DHIES: reduction",
    claim: """
      From G₅′, where keys are wrapped, to G₆, where zeros are, by way of B₁ (oracle Diffie–Hellman, twice) and B₂ (fresh keys). \
      Eight games are played by one adversary on the same coins; what the ends differ by is the sum of three differences:
          |Pr[A = 1 in G₆] − Pr[A = 1 in G₅′]| ≤ \(reduction.bound)
      """, bound: .defined("ε_mrpke", reduction.bound), source: sequenceSource)
}
