import DomainManagement
import Policy
import PolicySearch
import Proving
import Records
import Scenarios
import Testing

@Suite struct ProofTests {
  @Test func theIntactPolicyIsProved() throws {
    let proof = try Proved.proof(of: .intact)
    #expect(proof.isProved, "\(proof.refuted + proof.unknown)")
    #expect(proof.milliseconds < 10_000)
    let properties = Set(proof.steps.compactMap(\.property))
    #expect(Set(Property.allCases).subtracting(properties) == [], "every property is part of what is proved")
  }

  /// On every statement, proved or refuted; of all changes in the night.
  @Test(.enabled(if: Proved.isInstalled(.cvc5), "cvc5 is not installed"), arguments: compared)
  func bothSolversAgree(_ policy: PolicySelection) throws {
    let (one, other) = (try Proved.proof(of: policy), try Proved.proof(of: policy, by: .cvc5))
    #expect(one.steps.map(\.lemma) == other.steps.map(\.lemma))
    #expect(one.steps.map(\.verdict) == other.steps.map(\.verdict), "\(one.verdictWords); \(other.verdictWords)")
    #expect(one.unknown.isEmpty)
  }

  static let compared: [PolicySelection] = {
    let always = ["successor.quorum-distinct", "token.wrap-bound-to-trust", "founding.quorum-satisfiable"]
    let rest = PolicyChange.all.filter { !always.contains($0.rule) }
    return [.intact] + always.map { PolicySelection(without: [$0]) }
      + (Proved.isLong ? rest : Proved.sample(of: rest, 3)).map { PolicySelection($0) }
  }()

  /// As many dishonest operators as the quorum takes: nothing holds that needs consent.
  @Test func withoutTheAssumptionTheKnownAttackComesOut() throws {
    let proof = try Proved.proof(of: .intact, isQuorumAssumed: false)
    let lost = Set(proof.refuted.compactMap(\.property))
    #expect(lost.isSuperset(of: [.genuineMembers, .consent, .rotationAgreed]))
    var pursuer = Pursuer(.intact)
    (pursuer.suite, pursuer.isQuorumAssumed) = (.symbolic, false)
    let pursuit = try pursuer.pursue(proof)
    #expect(pursuit.broken.contains(.consent))
    #expect(pursuit.attack != nil)
  }

  /// What follows from a contradiction is no proof: each operation can happen where nothing is refused, all but the one that a
  /// rule forbids as such also under the intact policy.
  @Test(arguments: [(PolicySelection.intact, ["answer"]), (ProofTests.open, [])])
  func everyOperationCanHappen(_ policy: PolicySelection, _ never: [String]) throws {
    let prover = Prover(policy, settings: Proved.settings())
    #expect(try prover.impossible() == never)
  }

  static let open = PolicySelection(without: RuleCatalogue<SymbolicSuite>.rules.map(\.facts.identifier))

  /// A counterexample is a finite model, which is looked at once more without the solver.
  @Test(arguments: ["successor.quorum-distinct", "token.wrap-bound-to-trust", "host.successor-checked"])
  func aCounterexampleIsOne(_ rule: String) throws {
    let prover = Prover(PolicySelection(without: [rule]), settings: Proved.settings())
    let checked = try prover.recheckedCounterexamples()
    #expect(!checked.isEmpty)
    for (step, faults) in checked { #expect(faults == [], "\(step)") }
  }

  /// Rules without which it is not proved, and those without which it is: as the search has them.
  @Test(arguments: PolicyChange.all) func theMatrixIsThatOfTheSearch(_ change: PolicyChange) throws {
    let proof = try Proved.proof(of: PolicySelection(change))
    #expect(proof.unknown.isEmpty, "\(proof.verdictWords)")
    #expect(proof.isProved == Self.redundant.contains(change.words), "\(proof.verdictWords)")
  }

  static let redundant: Set = [
    "without hsm.is-member", "without founding.has-no-parent", "without founding.quorum-satisfiable",
    "without token.signature-covers-trust", "without host.token-checked", "with token.signature-covers-trust.hosts-only",
  ]

  /// Beside another change each of them matters.
  @Test(arguments: [
    PolicySelection(without: ["hsm.is-member", "wrap.exactly-the-members"]),
    PolicySelection(without: ["founding.has-no-parent", "successor.context-separated"]),
    PolicySelection(without: ["founding.quorum-satisfiable", "founding.authorised"]),
    PolicySelection(without: ["token.signature-covers-trust", "token.wrap-bound-to-trust"]),
    PolicySelection(without: ["host.token-checked"], with: ["token.signer-is-member.hosts-only"]),
  ]) func redundantRulesMatterTogether(_ policy: PolicySelection) throws {
    #expect(try !Proved.proof(of: policy).refuted.isEmpty)
  }

  /// What a proof told the search: an HSM that shares an operator's key signs a token that the adversary began.
  @Test func theSearchFindsWhatTheProofFinds() throws {
    let policy = PolicySelection(without: ["successor.context-separated"])
    let proof = try Proved.proof(of: policy)
    #expect(proof.refuted.contains { $0.property == .genuineMembers })
    let pursuit = try Pursuer(policy).pursue(proof)
    #expect(pursuit.broken == [.genuineMembers, .keysSecret, .consent])
    #expect(pursuit.attack?.suite == "kms")
    var apart = Exploration(scope: Matrix.smallScope, policy: policy)
    (apart.isForAll, apart.scope.sharedKeys) = (true, 0)
    #expect(try apart.run().attacks.isEmpty, "it takes an HSM that shares its key")
  }
}

extension ProofRecord {
  var verdictWords: String { (refuted + unknown).map { "\($0.operation)/\($0.lemma) \($0.verdict)" }.joined(separator: ", ") }
}
