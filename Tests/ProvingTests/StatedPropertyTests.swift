import DomainManagement
import PolicySearch
import Records
import Scenarios
import Testing

/// What a property file may say: each word of it means of a trust what it should, and to a proof what it means to a search.
@Suite struct StatedPropertyTests {
  private typealias S = SymbolicSuite

  private func stated(_ formula: String) throws -> StatedInvariant {
    try StatedInvariant(yaml: "property: mine\nwords: what I say\nin-force: \"\(formula)\"\n", file: "mine.yaml")
  }

  /// The trusts for which it is so, among some that differ in what formulas speak of. Of two operators, a is honest.
  private func namesOfThose(that formula: String, knowingWhoIsHonest: Bool = true) throws -> Set<String> {
    let suite = S()
    let (a, b) = (suite.makeIdentity(draw: 1).identity, suite.makeIdentity(draw: 2).identity)
    func trust(
      _ operators: [S.Identity], _ rules: QuorumRules, roles: [S.Identity: String] = [:], parent: Trust<S>? = nil,
      domain: Trust<S>? = nil
    ) -> Trust<S> {
      Trust(
        parent: parent?.fingerprint, domain: domain?.fingerprint, operators: operators, roles: roles, hsms: [], hosts: [],
        rules: rules, suite: suite)
    }
    let root = trust([a, b], 2), child = trust([a, b], 2, parent: root, domain: root)
    let trusts = [
      "root": root, "child": child, "grandchild": trust([a, b], 2, parent: child, domain: root),
      "stray": trust([a, b], 2, domain: root), "unmanned": trust([a, b], 3), "weak": trust([b], 1), "alone": trust([a], 1),
      "open": trust([], 0), "roles": trust([a, b], try #require(QuorumRules("x:1,y:1")), roles: [a: "x", b: "y"]),
      "no-such-role": trust([a, b], try #require(QuorumRules("x:1,z:1")), roles: [a: "x", b: "y"]),
    ]
    var registry = Registry<S>()
    for identity in [a, b] { registry.register(operator: identity) }
    let setting = DomainSetting(registry: registry, globalQuorum: 2, honest: knowingWhoIsHonest ? [a] : [])
    let invariant = try stated(formula)
    return Set(
      trusts.filter { invariant.objection(to: .entered($0.value, after: nil, consent: .given), in: setting) == nil }.keys)
  }

  private static let roots: Set = ["root", "stray", "unmanned", "weak", "alone", "open", "roles", "no-such-role"]
  private static let manned: Set = ["root", "child", "grandchild", "stray", "weak", "alone", "open", "roles"]
  private static let kept: Set = ["root", "child", "grandchild", "stray", "unmanned", "roles", "no-such-role"]

  static let meanings: [(formula: String, names: Set<String>)] = [
    ("parent(trust) = none", roots), ("domainName(trust) = fingerprint(trust)", roots.subtracting(["stray"])),
    ("parent(trust) = domain(trust) and not parent(trust) = none", ["child"]),
    (
      "every c: Command. every r: Way. way(r, trust, c) implies some g: Way. globalWay(g, c) and every n: Need. need(n, g) "
        + "implies covers(r, n)", kept
    ),
    (
      "every c: Command. every r: Way. way(r, trust, c) implies every n: Need. need(n, r) implies isManned(n, trust)", manned
    ),
    ("some x: Identity. honest(x) and isOperator(x, trust)", roots.union(manned).subtracting(["weak", "open"])),
    ("every x: Identity. isOperator(x, trust) implies honest(x)", ["alone", "open"]),
    ("some r: Way. way(r, trust, rotateKey) and globalWay(r, update)", ["root", "child", "grandchild", "stray"]),
    ("some r: Way. way(r, trust, found) and every n: Need. need(n, r) implies asksNobody(n)", ["open"]),
    // The guard of a variable stands behind the next one.
    ("every c: Command. every r: Way. every n: Need. way(r, trust, c) and need(n, r) implies isManned(n, trust)", manned),
    ("every n: Need. every r: Way. need(n, r) implies way(r, trust, update) implies isManned(n, trust)", manned),
    ("some r: Way. some n: Need. way(r, trust, update) and need(n, r) and not isManned(n, trust)", ["unmanned", "no-such-role"]),
  ]

  @Test(arguments: meanings) func aWordMeansWhatItShould(_ formula: String, _ names: Set<String>) throws {
    #expect(try namesOfThose(that: formula) == names)
  }

  /// The twin: a judge that does not know who is honest would find nobody so.
  @Test func whoIsHonestIsTheJudgesToSay() throws {
    let formula = "some x: Identity. honest(x) and isOperator(x, trust)"
    #expect(try namesOfThose(that: formula, knowingWhoIsHonest: false) == [])
  }

  /// What is proved for every size, no search sees fall; and what falls in a search is not proved.
  @Test(arguments: [
    ("parent(trust) = none iff domain(trust) = none", true), ("parent(trust) = none", false),
    (
      "every c: Command. every r: Way. way(r, trust, c) implies some g: Way. globalWay(g, c) and every n: Need. need(n, g) "
        + "implies covers(r, n)", true
    ),
    ("every r: Way. way(r, trust, update) implies not globalWay(r, update)", false),
    ("every r: Way. every n: Need. way(r, trust, update) and need(n, r) implies asksNobody(n)", false),
    // Facts of counting that are no lemma of the protocol.
    ("every r: Way. every n: Need. way(r, trust, update) and need(n, r) and asksNobody(n) implies isManned(n, trust)", true),
    (
      "every r: Way. every n: Need. way(r, trust, update) and need(n, r) and isManned(n, trust) and not asksNobody(n) "
        + "implies some x: Identity. isOperator(x, trust)", true
    ),
    ("not isByRole(trust) implies some r: Way. way(r, trust, update) and some n: Need. need(n, r)", true),
    ("not isByRole(trust) implies every r: Way. way(r, trust, update) implies way(r, trust, found)", true),
    ("every x: Identity. honest(x) and isOperator(x, trust) implies isInOwnRole(x, trust)", true),
    ("every x: Identity. isOperator(x, trust) implies honest(x)", false),
  ]) func aProofAndASearchSayTheSame(_ formula: String, _ holds: Bool) throws {
    try StatedInvariant.inForce([try stated(formula)]) {
      let proof = try Proved.proof(of: .intact)
      #expect(proof.isProved == holds && proof.unknown.isEmpty, "\(proof.verdictWords)")
      #expect(Set(proof.refuted.map(\.lemma)) == (holds ? [] : ["mine"]))
      var exploration = Exploration(scope: Matrix.smallScope, policy: .intact)
      (exploration.isForAll, exploration.scope.depth, exploration.scope.sharedKeys) = (true, 1, 0)
      #expect(try exploration.run().attacks.map(\.property.rawValue) == (holds ? [] : ["mine"]))
    }
  }
}
