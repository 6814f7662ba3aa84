import DomainManagement
import Formulas
import Policy
import PolicySearch
import Proving
import Records
import Scenarios
import Testing

/// Properties that are rows in Swift: what one says as a formula is proved, and one that says nothing is refused.
@Suite struct OwnPropertyTests {
  /// As code, and as a formula or none.
  private struct ListedHostsAreGenuine: Invariant {
    let name = "listed-hosts-are-genuine"
    let words = "no trust in force lists a host that is not genuine"
    var formulaInForce: Formula?

    func objection<S>(to event: DomainEvent<S>, in setting: DomainSetting<S>) -> String? {
      guard case .entered(let trust, _, _) = event, let stranger = trust.hosts.first(where: { !setting.registry.lists(host: $0) })
      else { return nil }
      return "\(Decision.name(stranger)) is no genuine host"
    }
  }

  private static let right = Formula.every { (x: Term<Identities>) in Asked.trust.lists(host: x).implies(x.isGenuineHost) }
  /// An operator may be a host, too.
  private static let wrong = Formula.every { (x: Term<Identities>) in
    Asked.trust.lists(host: x).implies(!Asked.trust.lists(operator: x))
  }

  private func proof(_ formula: Formula?, of policy: PolicySelection = .intact) throws -> ProofRecord {
    try DomainAdditions(invariants: [ListedHostsAreGenuine(formulaInForce: formula)]).inForce { try Proved.proof(of: policy) }
  }

  private func verdicts(_ record: ProofRecord) -> Set<ProofRecord.Verdict> {
    Set(record.steps.filter { $0.lemma == "listed-hosts-are-genuine" && $0.property?.rawValue == $0.lemma }.map(\.verdict))
  }

  @Test func whatARowStatesIsProved() throws {
    let record = try proof(Self.right)
    #expect(record.isProved && verdicts(record) == [.proved])
  }

  @Test func whatARowStatesWronglyIsNot() throws {
    let record = try proof(Self.wrong)
    #expect(!record.isProved && verdicts(record).contains(.refuted))
    #expect(record.refuted.allSatisfy { $0.lemma == "listed-hosts-are-genuine" }, "\(record.refuted)")
  }

  /// Proof and search fall for the same change: every lemma is proved on the others, so it is the one below the row that is lost.
  @Test func theRowFallsWhereItShould() throws {
    let policy = PolicySelection(without: ["operator.genuine-entities"])
    let record = try proof(Self.right, of: policy)
    #expect(!record.isProved && record.refuted.map(\.lemma).contains("signed-is-certified"), "\(record.refuted)")
    let found = try DomainAdditions(invariants: [ListedHostsAreGenuine(formulaInForce: Self.right)]).inForce {
      var exploration = Exploration(scope: Matrix.smallScope, policy: policy)
      exploration.isForAll = true
      return try exploration.run().attacks.map(\.property.rawValue)
    }
    #expect(found.contains("listed-hosts-are-genuine"))
  }

  @Test func aRowThatStatesNothingIsRefused() throws {
    #expect(throws: Prover.Failure.unstatedProperty("listed-hosts-are-genuine")) { _ = try proof(nil) }
    let refusal = Prover.Failure.unstatedProperty("listed-hosts-are-genuine").description
    #expect(refusal.contains("`listed-hosts-are-genuine`") && refusal.contains("`formulaInForce`"))
  }
}
