import DomainManagement
import Policy
import PolicySearch
import Proving
import Records
import Reports
import Scenarios
import Testing

@Suite struct ProofTests {
  @Test func theIntactPolicyIsProved() throws {
    let proof = try Proved.proof(of: .intact)
    #expect(proof.isProved, "\(proof.refuted + proof.unknown)")
    #expect(proof.milliseconds < 10_000)
    #expect(proof.impossible == ["answer"], "the rule about answers forbids it as such")
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

  /// What somebody states of all is proved of those, too, whom no trust lists; nobody need be registered.
  @Test(arguments: [
    ("every x: Identity. isHost(x, trust) implies genuineHost(x)", true),
    ("every x: Identity. genuineOperator(x) implies isOperator(x, trust)", false),
    ("some x: Identity. genuineOperator(x)", false), ("some x: Identity. honest(x) and isOperator(x, trust)", false),
    ("every r: Way. way(r, trust, update) implies every n: Need. need(n, r) implies isManned(n, trust)", false),
    ("some x: Identity. some y: Identity. not x = y and not isHost(x, trust) and not isHost(y, trust)", true),
    ("every x: Identity. isHSM(x, trust) implies some a: AgreementKey. isPair(x, a, trust)", true),
    (
      "every x: Identity. genuineHSM(x) implies some a: AgreementKey. ownKey(x, a) and every b: AgreementKey. "
        + "ownKey(x, b) implies b = a", true
    ),
  ]) func aPropertyOfOnesOwnIsOfAll(_ formula: String, _ isProved: Bool) throws {
    let file = "property: mine\nwords: what I say\nin-force: \"\(formula)\"\n"
    try StatedInvariant.inForce([try StatedInvariant(yaml: file, file: "mine.yaml")]) {
      let proof = try Proved.proof(of: .intact)
      #expect(proof.isProved == isProved && proof.unknown.isEmpty, "\(proof.verdictWords)")
      #expect(Set(proof.refuted.map(\.lemma)) == (isProved ? [] : ["mine"]))
    }
  }

  /// A property that nothing has is refuted where a trust comes into force; that the rest cannot happen then is no proof.
  @Test func aContradictionIsNoProof() throws {
    try StatedInvariant.inForce([StatedInvariant(name: "nothing", words: "nothing is so", formula: .falsity)]) {
      let proof = try Proved.proof(of: .intact)
      #expect(proof.refuted.contains { $0.operation == "install" && $0.lemma == "nothing" })
      #expect(proof.unknown.contains { $0.operation == "move" && $0.lemma == "can-happen" }, "\(proof.verdictWords)")
    }
  }

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

  /// That an attack breaks something else says nothing of the counterexample.
  @Test func whatIsReachedIsWhatTheCounterexampleBreaks() throws {
    var proof = try Proved.proof(of: PolicySelection(without: ["successor.quorum-distinct"]))
    var pursuer = Pursuer(proof.policy)
    pursuer.suite = .symbolic
    proof.pursuit = try pursuer.pursue(proof)
    let own = try #require(proof.counterexampleProperty)
    #expect(proof.pursuit?.isReached == true && proof.pursuit?.attack?.broken.contains(own) == true)
    #expect(proof.text.contains("The explorer reaches such a state: from the start it breaks \(own.rawValue)"), "\(proof.text)")
    for index in proof.steps.indices where proof.steps[index].property == own { proof.steps[index].property = .droppedKeys }
    proof.pursuit = try pursuer.pursue(proof)
    #expect(proof.pursuit?.isReached == false && proof.pursuit?.attack != nil)
    #expect(
      proof.text.contains(", and not dropped-keys, which the counterexample breaks:") && !proof.text.contains("reaches such"))
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
