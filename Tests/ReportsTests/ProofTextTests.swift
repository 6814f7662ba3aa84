import Records
import Reports
import Testing

/// What a proof that failed is told with: nothing that nobody looked at.
@Suite struct ProofTextTests {
  private func record(_ policy: PolicySelection, _ pursuit: ProofRecord.Pursuit?) -> ProofRecord {
    let step = ProofRecord.Step(
      operation: "move", lemma: "consent", words: "w", property: Property(rawValue: "consent"), verdict: .refuted, milliseconds: 1
    )
    var record = ProofRecord(policy: policy, solver: "z3", steps: [step])
    record.counterexample = .init(operation: "move", words: "w", lemma: "consent", trusts: [], remarks: [])
    record.pursuit = pursuit
    return record
  }

  private let nothing = ProofRecord.Pursuit(scopes: ["a scope"], broken: [], attack: nil, scenario: nil)

  @Test func whatIsNotReachedNamesTheRuleThatIsLeftOut() {
    let text = record(PolicySelection(without: ["wrap.a"], with: ["token.b"]), nothing).text
    #expect(text.contains("needs a lemma that excludes this state, and the policy without wrap.a and with token.b is as good"))
    let intact = record(.intact, nothing).text
    #expect(intact.contains("So the property may need a lemma") && !intact.contains("as good as the intact"))
  }

  @Test func anExplorerThatIsNotAskedReachesNothingAndMissesNothing() {
    let (change, policy) = (PolicyChange.leftOut("wrap.a"), PolicySelection(without: ["wrap.a"]))
    var table = NecessityRecord(solver: "z3")
    table.rows = [.init(change: change, proof: record(policy, nil))]
    #expect(table.rows[0].finding == .notPursued && table.text.contains("the explorer was not asked"))
    #expect(!table.text.contains("reaches no such state"))
    table.rows = [.init(change: change, proof: record(policy, nothing))]
    #expect(table.rows[0].finding == .unreached && table.text.contains("reaches no such state"))
    #expect(!table.text.contains("not asked"))
  }

  /// A difference of which the solver says that it is there is none until the code of both shows it.
  @Test func whatWasNotPlayedIsNotKnown() {
    var record = ProvedDifferenceRecord(a: .intact, b: PolicySelection(without: ["wrap.a"]), solver: "z3")
    record.directions = [
      .init(question: "wrap", allowedBy: "A", finding: .none), .init(question: "wrap", allowedBy: "B", finding: .some),
    ]
    #expect(record.relation == .unknown && record.exitStatus == .inconclusive)
    #expect(record.text.contains("no decision was made of the solver's model") && record.text.hasSuffix("\ninconclusive\n"))
    record.directions[1].witness = .init(words: "w", refusedBy: "wrap.a", reason: "r")
    #expect(record.relation == .moreB && record.exitStatus == .notMet)
    record.directions[0].finding = .some
    #expect(record.relation == .unknown, "whether A allows more, too, was not shown")
  }
}
