import EncryptionAdversaries
package import KeySecrecyAdversaries
package import Arena
import Families
package import GameKit
import Games
package import Primitives
import Referee
import Statistics

/// A thief with all that its row says: it plays key secrecy by itself and in a portfolio, and the whole protocol end to end.
package struct Thief {
  package let facts: AttackFacts
  /// What is known of its success; nil where nothing is.
  let chance: @Sendable (Heist) -> Double?
  /// Whether a portfolio on this suite includes it.
  package let joins: @Sendable (SuiteName) -> Bool
  package let named: @Sendable (Heist) -> NamedThief
  /// The rules each of which stops it alone: without one it wins.
  private(set) var stoppedBy: [String] = []
  /// Whether an honest domain comes to list by it what is not genuine.
  private(set) var breaches = false

  init<T: KeyThief>(
    _ name: String, _ title: String, expects: String, on suites: [SuiteName]? = nil, by means: AttackFacts.Means = .unstated,
    cost: Int = 1, joins: @escaping @Sendable (SuiteName) -> Bool = { _ in true },
    chance: @escaping @Sendable (Heist) -> Double? = { _ in nil }, _ thief: @escaping @Sendable (Heist) -> T
  ) {
    self.init(AttackFacts(name, title, expects: expects, on: suites, by: means, cost: cost), joins: joins, chance: chance) {
      NamedThief(name, thief($0))
    }
  }

  /// On a domain that stands already.
  init<T: DomainThief>(
    _ name: String, _ title: String, expects: String, on suites: [SuiteName]? = nil, by means: AttackFacts.Means = .unstated,
    cost: Int = 1, joins: @escaping @Sendable (SuiteName) -> Bool = { _ in true },
    chance: @escaping @Sendable (Heist) -> Double? = { _ in nil }, _ thief: @escaping @Sendable (Heist) -> T
  ) {
    self.init(AttackFacts(name, title, expects: expects, on: suites, by: means, cost: cost), joins: joins, chance: chance) {
      NamedThief(name, thief($0))
    }
  }

  private init(
    _ facts: AttackFacts, joins: @escaping @Sendable (SuiteName) -> Bool, chance: @escaping @Sendable (Heist) -> Double?,
    named: @escaping @Sendable (Heist) -> NamedThief
  ) {
    (self.facts, self.joins, self.chance, self.named) = (facts, joins, chance, named)
  }

  private func stopped(by rules: [String], breaches: Bool = false) -> Thief {
    var thief = self
    (thief.stoppedBy, thief.breaches) = (rules, breaches)
    return thief
  }

  /// Its row in a game whose adversary makes `Adversary` of the thief.
  package func attack<S: Stage, A: Adversary<S.Query, S.Answer>>(
    leaving reserve: Heist.Reserve = .init(), _ adversary: @escaping @Sendable (NamedThief) -> A
  ) -> Attack<S> {
    let chance = chance, named = named
    let facts = AttackFacts(
      facts.name, facts.title, expects: facts.expectation, on: facts.suites,
      chance: { chance(Heist($0, leaving: reserve)) }, by: facts.means, cost: facts.cost)
    return Attack(facts) { $0.experiment(against: adversary(named(Heist($0.wiring.selection, leaving: reserve)))) }
  }

  package static func portfolio(on suite: SuiteName) -> [Thief] { all.filter { $0.joins(suite) } }
}

/// What a thief has to do with: the parameters, less what it leaves to others.
package struct Heist {
  let selection: Selection
  let reserve: Reserve

  /// What the attacks of a portfolio leave to each other of the budgets that more than one of them needs.
  package struct Reserve {
    package var trusts = 0, rogues = 0, openings = 0, forgeries = 0

    package init(trusts: Int = 0, rogues: Int = 0, openings: Int = 0, forgeries: Int = 0) {
      (self.trusts, self.rogues, self.openings, self.forgeries) = (trusts, rogues, openings, forgeries)
    }
  }

  init(_ selection: Selection, leaving reserve: Reserve) { (self.selection, self.reserve) = (selection, reserve) }

  subscript(parameter: String) -> Int { selection[parameter] }
  var population: DomainSize { selection.population }
  var openings: Int { max(0, self["q_open"] - reserve.openings) }

  /// Whether the budget of messages has room for these beside the signatures of a quorum, the founding and the installation of a
  /// domain.
  func suffices(_ messages: Int) -> Bool { self["q_net"] >= self["n"] + 2 + messages }
}

extension Thief {
  package static let all: [Thief] =
    [
      Thief(
        "admit-rogue-hsm",
        "forges the signature that is missing for a quorum, has keys wrapped to a rogue HSM and tests one",
        expects: "1 − (1 − tries/2^signatureBits)^h, for h honest operators", by: .accounted,
        chance: { heist in
          let quorum = heist["n"]
          return heist.suffices(quorum - 1 + 2)
            ? ClosedFormula.any(heist["q_ops"] - (quorum - 1), of: Double(heist["tries"]) / .two(to: heist["signatureBits"]))
            : nil
        }
      ) { AdmitRogueHSM(population: $0.population, tries: $0["tries"]) },
      Thief(
        "inject-known-key", "forges an HSM's signature on a token with its own key",
        expects: "1 − (1 − tries/2^signatureBits)^q_hid", by: .accounted,
        chance: {
          $0.suffices(1 + $0["n"] + $0["q_hid"] * $0["tries"])
            ? ClosedFormula.any($0["q_hid"], of: Double($0["tries"]) / .two(to: $0["signatureBits"])) : nil
        }
      ) { InjectKnownKey(population: $0.population, tries: max(0, $0["tries"] - $0.reserve.forgeries)) },
      Thief(
        "collide-trusts", "finds an honest trust and one of its own with one fingerprint, and moves keys from one to the other",
        expects: "some q_hash²/(4·2^hashBits)", by: .accounted
      ) { CollideTrusts(population: $0.population, trusts: max(1, ($0["q_hash"] - $0.reserve.trusts) / 2)) },
      Thief(
        "collide-keys", "makes rogue operators until one is an honest one's twin, and signs in its name",
        expects: "1 − (1 − h/2^keyBits)^(q_own − 1), for h honest operators", by: .accounted
      ) { CollideKeys(population: $0.population, rogues: max(0, $0["q_own"] - 1 - $0.reserve.rogues)) },
      Thief(
        "solve-agreement-key", "computes an HSM's agreement secret", expects: "some work²/(2·2^groupBits)", on: [.calibrated],
        by: .logarithm,
        // No logarithm is found in a real group.
        joins: { $0.isCalibrated }
      ) {
        SolveAgreementKey(
          population: $0.population,
          logarithm: DiscreteLogarithm(group: CalibratedGroup(bits: $0["groupBits"]), method: .collision, work: $0["work"]))
      },
      Thief(
        "guess-wrap-key", "tries symmetric keys on wrapped keys", expects: "q_open/2^cipherKeyBits, about"
      ) { GuessWrapKey(population: $0.population, tries: $0.openings / $0["q_hid"]) },
      Thief(
        "transplant-keys", "puts an honest token's keys under a trust of its own, with a guessed tag",
        expects: "q_open/2^tagBits", by: .accounted,
        chance: {
          $0.suffices(1 + 2 * ($0.openings + 1) + 1) ? min(1, Double($0.openings) / .two(to: $0["tagBits"])) : nil
        }
      ) { TransplantKeys(population: $0.population, tries: $0.openings) },
      Thief(
        "maul-protocol", "changes signatures into others on the same statement",
        expects: "0 against secrecy; breaks the hops of kms in every trial",
        // A random function has one value, so that nothing is gained by mauling it.
        joins: { !$0.isCalibrated }
      ) { MaulProtocol(population: $0.population) },
      Thief(
        "break-quorum", "has n dishonest operators admit a rogue HSM", expects: "0; 1 without the quorum assumption",
        joins: { _ in false }, chance: { _ in 0 }
      ) { BreakQuorum(population: $0.population) },
      stageCoup, freeHand,
      Thief(
        "tree-search", "searches moves on a model of the game until a key is stolen, and plays them",
        expects: "0; 1 without a rule that matters", cost: 4, joins: { _ in false }
      ) {
        TreeSearch(
          model: KeySecrecyGame(rules: $0.selection.attackedRules(CalibratedSuite()), stage: .real, challenge: .real),
          population: $0.population)
      }.stopped(by: [
        "token.signer-is-member", "token.signature-verifies", "token.signature-covers-keys", "token.wrap-bound-to-trust",
      ]),
    ] + scripts

  package static let stageCoup = Thief(
    "stage-coup", "has a rogue HSM admitted by all endorsements that can be had, twice over",
    expects: "0; 1 without a rule about successors", joins: { _ in false }
  ) { StageCoup(population: $0.population) }.stopped(
    by: [
      "operator.genuine-entities", "successor.quorum-distinct", "successor.quorum-of-parent", "successor.threshold-of-parent",
      "successor.signatures-verify",
    ], breaches: true)

  static let freeHand = Thief(
    "free-hand", "chooses recipients, domains, roles, keys and signatures where the protocol leaves no choice",
    expects: "0; 1 without a rule about them"
  ) { FreeHand(population: $0.population) }

  private static let scripts = Script.allCases.map { script in
    Thief(
      script.rawValue, script.title, expects: "0; 1 without \(script.stoppedBy.joined(separator: " and "))",
      joins: { _ in false }
    ) { ScriptedThief(script, population: $0.population) }.stopped(
      by: script.rule.map { [$0] } ?? [], breaches: script.breaches)
  }
}

extension Selection {
  /// Every attack may add one key to a token, or another one after it.
  package var population: DomainSize {
    DomainSize(operators: self["q_ops"], hsms: self["q_hid"], quorum: self["n"], keys: max(1, self["q_dom"] - 3))
  }

  /// The attacks of a portfolio, with budgets that suffice for all of them together.
  /// - Parameter isIncluded: which of them are meant.
  package func portfolio(of isIncluded: (AttackFacts) -> Bool = { _ in true }) -> [NamedThief] {
    let reserve = Heist.Reserve(
      trusts: 8, rogues: 6, openings: (self["q_open"] + self["q_hid"] + 1) / 2, forgeries: suite.isCalibrated ? 0 : 1)
    return Thief.portfolio(on: suite).filter { isIncluded($0.facts) }.map { $0.named(Heist(self, leaving: reserve)) }
  }

  /// What a run with a portfolio credits its trials to.
  package func portfolioParts(of isIncluded: (AttackFacts) -> Bool = { _ in true }) -> [String] {
    Thief.portfolio(on: suite).map(\.facts).filter(isIncluded).map(\.name)
  }
}
