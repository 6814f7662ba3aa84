import DomainManagement
import Policy
import PolicySearch
import Proving
import Records
import Testing

/// Every two one-rule changes of the policy, and each beside the intact one: what is proved of two policies for every size never
/// contradicts what is seen of them in a scope. Some of the pairs here, all of them in the night; `results/generate-pairs`
/// sums up all that there are when it is run.
@Suite struct PolicyPairTests {
  struct Pair: CustomTestStringConvertible {
    let a, b: PolicySelection
    var testDescription: String { "\(a.words) / \(b.words)" }
  }

  static let all: [Pair] = {
    let policies = [PolicySelection.intact] + PolicyChange.all.map { PolicySelection($0) }
    return policies.indices.flatMap { i in policies[(i + 1)...].map { Pair(a: policies[i], b: $0) } }
  }()
  static let played = Proved.isLong ? all : Proved.sample(of: all, 40)

  static let scope = {
    var scope = Matrix.smallScope
    (scope.rogueOperators, scope.rogueHosts, scope.depth) = (0, 0, 1)
    return scope
  }()

  /// A decision that differs: its kind, and who allows it.
  private struct Difference: Hashable { let question, allowedBy: String }

  private static func proved(_ record: ProvedDifferenceRecord) -> Set<Difference> {
    Set(record.directions.filter { $0.finding == .some }.map { .init(question: $0.question, allowedBy: $0.allowedBy) })
  }

  private static func seen(_ record: DifferenceRecord) -> Set<Difference> {
    Set(record.witnesses.map { .init(question: $0.question, allowedBy: $0.allowedBy) })
  }

  @Test func thereAreMoreThanSixHundred() { #expect(Self.all.count > 1000 && Self.played.count >= 40) }

  @Test(arguments: played) func whatIsProvedIsNotContradicted(_ pair: Pair) throws {
    let proof = try DifferenceProver(pair.a, pair.b, settings: Proved.settings()).run()
    let search = try PolicyDifference.find(pair.a, pair.b, scope: Self.scope)
    #expect(!proof.directions.isEmpty && proof.relation != .unknown)
    #expect(Self.seen(search).subtracting(Self.proved(proof)) == [], "seen in the scope, and proved not to be")
    #expect(proof.unplayed.isEmpty, "\(proof.unplayed)")
  }

  /// One that is forgotten is a contradiction.
  @Test func aContradictionIsSeen() throws {
    let (a, b) = (PolicySelection(without: ["hsm.is-member"]), PolicySelection(without: ["key.handle-is-fresh"]))
    var proof = try DifferenceProver(a, b, settings: Proved.settings()).run()
    let seen = Self.seen(try PolicyDifference.find(a, b, scope: Self.scope))
    #expect(proof.relation == .incomparable && !seen.isEmpty && seen.isSubset(of: Self.proved(proof)))
    let forgotten = try #require(proof.directions.firstIndex { $0.finding == .some && $0.question == "addKey" })
    proof.directions[forgotten].finding = .none
    #expect(seen.subtracting(Self.proved(proof)) == [Difference(question: "addKey", allowedBy: "B")])
  }

  /// The scope is a scope: each of these differs for every size in more kinds of decisions than can be seen in it.
  @Test(arguments: [
    ("successor.every-link", "host.successor-checked"), ("founding.has-no-parent", "successor.context-separated"),
  ]) func whatTheScopeMissesIsFound(_ one: String, _ other: String) throws {
    let (a, b) = (PolicySelection(without: [one]), PolicySelection(without: [other]))
    let proof = try DifferenceProver(a, b, settings: Proved.settings()).run()
    var scope = Self.scope
    (scope.operators, scope.dishonest, scope.sharedKeys, scope.hosts) = (2, 0, 0, 0)
    let seen = Self.seen(try PolicyDifference.find(a, b, scope: scope))
    #expect(seen.isStrictSubset(of: Self.proved(proof)))
  }
}
