import Arena
import GameKit
import Primitives
import Referee

typealias AdversaryFacts = AttackFacts

extension AttackFacts {
  init(_ name: String, _ title: String, expectation: String, around: String? = nil) {
    self.init(name, title, expects: expectation, around: around)
  }
}

extension Entry {
  init(
    name: String, kind: Kind, title: String, claim: String, source: String, badEvent: String, parameters: [Parameter],
    showcase: [String: Int] = [:], adversaries: [String], twins: [PlantedDefect] = [],
    suites: [SuiteName] = SuiteName.ofPrimitives, weight: UInt64 = 1,
    calibratedOnly: [String] = [], bound: @escaping @Sendable (SuiteName) -> Bound, reduction: ReductionClaim? = nil,
    experiment: @escaping @Sendable (Selection) -> AnyExperiment,
    formula: @escaping @Sendable (Selection) -> Double? = { _ in nil },
    attacks: @escaping @Sendable (Selection) -> [String] = { _ in [] }
  ) {
    let known =
      signatureAdversaries + hashAdversaries + policyAdversaries + cipherAdversaries + recipientAdversaries
      + keySecrecyAdversaries + serviceAdversaries + endToEndFacts
    self.init(
      kind, name, title, claim: claim, source: source, badEvent: badEvent,
      measure: won.contains(name) ? .winning : assumed.contains(name) ? .independentWorlds : .coupledWorlds,
      parameters: parameters, showcase: showcase,
      twins: twins, suites: suites, weight: weight, bound: bound, reduction: reduction,
      attacks: adversaries.map { name in
        let facts = known.first { $0.name == name }!
        return AttackFacts(
          name, facts.title, expects: facts.expectation, around: facts.around,
          on: calibratedOnly.contains(name) ? [.calibrated] : nil, parts: attacks)
      }, chance: { selection, _ in formula(selection) }, experiment: experiment)
  }
}

private let won = [
  "signature-forgery", "signature-forgery-one-key", "uf_uf1", "hash-collision", "hash-binding", "hash-binding-as-published",
]
private let assumed = [
  "aead", "aead-as-published", "mrpke", "odh", "aead-multi", "reduction", "key-secrecy", "secrecy-encryption", "secrecy-bit",
  "service", "service-aead", "service-one-key", "end-to-end",
]
