import DomainManagement
import Policy
import Testing

/// Quorum rules per command and role: who authorises what, by pairs that differ in one signer, role or rule.
@Suite struct QuorumRuleTests {
  typealias S = SymbolicSuite
  private let suite = S()
  private let intact = Policy<S>.intact
  private let hsm = HSM(draw: 10, suite: SymbolicSuite())
  /// 0 and 1 of security, 2 and 3 of operations, 4 without a role.
  private let operators = (1...5).map { Operator(isHonest: true, draw: UInt64($0), suite: SymbolicSuite()) }
  private let both = QuorumRules(QuorumRule(["security": 1, "operations": 1]))

  private var roles: [S.Identity: String] {
    Dictionary(
      uniqueKeysWithValues: [(0, "security"), (1, "security"), (2, "operations"), (3, "operations")].map {
        (operators[$0.0].identity, $0.1)
      })
  }

  private func trust(
    _ rules: QuorumRules, after parent: Trust<S>? = nil, roles: [S.Identity: String]? = nil, count: Int = 5
  ) -> Trust<S> {
    Trust(
      parent: parent?.fingerprint, domain: parent?.domainName, operators: operators.prefix(count).map(\.identity),
      roles: roles ?? self.roles, hsms: [hsm.member], hosts: [], rules: rules, suite: suite)
  }

  private func signed(_ trust: Trust<S>, by signers: [Int]) throws -> [Endorsement<S>] {
    try signers.map {
      try operators[$0].authorise(trust, registry: Registry(), globalQuorum: 0, policy: Policy<S>([]), suite: suite)
    }
  }

  private func refusal(_ question: Question<S>, _ policy: Policy<S>? = nil) -> String? {
    (policy ?? intact).decide(question, suite: suite).denial.map { "\($0.rule): \($0.reason)" }
  }

  private func succession(_ rules: QuorumRules, by signers: [Int], _ policy: Policy<S>? = nil) throws -> String? {
    let parent = trust(rules)
    let next = trust(rules, after: parent)
    return refusal(.succeed(parent, path: [Link(next, authorisation: try signed(next, by: signers))]), policy)
  }

  private func founding(_ rules: QuorumRules, by signers: [Int], count: Int = 5) throws -> String? {
    let trust = trust(rules, count: count)
    return refusal(.found(Link(trust, authorisation: try signed(trust, by: signers)), by: hsm.member))
  }

  private func rotation(_ rules: QuorumRules, by signers: [Int]) -> String? {
    let trust = trust(rules)
    let order = RotationOrder(under: trust, handle: "k", version: 1)
    return refusal(
      .rotate(
        .init(
          of: trust, order, authorisation: signers.map { operators[$0].order(order, suite: suite) }, activeVersion: 1,
          deactivated: 0, kept: 1)))
  }

  // MARK: One number

  @Test func oneNumberIsTheSpecialCaseByteForByte() {
    let number = QuorumRule(anybody: 2)
    #expect(QuorumRules([.found: [number], .update: [number], .rotateKey: [number, number]]) == 2)
    #expect(QuorumRules([.found: [number], .update: [number], .rotateKey: [.init(anybody: 1)]]).number == nil)
    let plain = Trust(operators: operators.map(\.identity), hsms: [hsm.member], hosts: [], quorum: 2, suite: suite)
    #expect(plain == trust(2, roles: [:]) && plain.wire.first == 1 && trust(2).wire.first == 2)
  }

  @Test func roledOperatorsUnderOneNumberAreCountedWhateverTheirRoles() throws {
    #expect(try succession(2, by: [2, 3]) == nil && founding(2, by: [4, 0]) == nil)
    #expect(rotation(2, by: [0, 1]) == nil)
    #expect(
      try succession(2, by: [2])
        == "successor.threshold-of-parent: 1 of the 1 endorsements count and 2 are needed")
  }

  // MARK: Roles

  @Test func eachRoleHasToBeThereByItself() throws {
    #expect(try succession(both, by: [0, 2]) == nil && succession(both, by: [4, 3, 1]) == nil)
    #expect(
      try succession(both, by: [2, 3])
        == "successor.threshold-of-parent: 2 of the 2 endorsements count (operations:2), and operations:1,security:1 is needed")
    #expect(try succession(both, by: [0, 4])?.hasPrefix("successor.threshold-of-parent: 2 of") == true, "no role")
    #expect(try founding(both, by: [0, 2]) == nil)
    #expect(
      try founding(both, by: [0, 1])
        == "founding.authorised: 2 of its operators signed it (security:2), and operations:1,security:1 is needed")
    #expect(rotation(both, by: [1, 3]) == nil)
    #expect(
      rotation(both, by: [2, 3])
        == "rotation.authorised: 2 signed the order (operations:2), and operations:1,security:1 is needed")
  }

  @Test func nobodyCountsTwice() throws {
    let two = QuorumRules(QuorumRule(["operations": 2]))
    #expect(try succession(two, by: [2, 3]) == nil)
    #expect(try succession(two, by: [2, 2])?.hasPrefix("successor.quorum-distinct: ") == true)
    #expect(try succession(two, by: [2, 2], intact.without(["successor.quorum-distinct"])) == nil, "twin: signatures count")
    #expect(rotation(two, by: [3, 3])?.hasPrefix("rotation.authorised: 1 signed") == true)
  }

  @Test func twinsThatIgnoreRolesAreContentWithTheNumber() throws {
    let weaker = try intact.without(with: ["successor.threshold-of-parent.roles-ignored"])
    #expect(try succession(both, by: [2, 3], weaker) == nil && succession(both, by: [2], weaker) != nil)
  }

  @Test func oneOfSeveralRulesIsEnough() throws {
    let either = QuorumRules(
      Dictionary(
        uniqueKeysWithValues: QuorumCommand.allCases.map { ($0, [QuorumRule(["security": 2]), QuorumRule(anybody: 3)]) }))
    #expect(try succession(either, by: [0, 1]) == nil && succession(either, by: [2, 3, 4]) == nil)
    #expect(try succession(either, by: [0, 2])?.contains("and 3 or security:2 is needed") == true)
  }

  @Test func eachCommandIsJudgedByItsOwnRules() throws {
    let rules = QuorumRules([
      .found: [.init(anybody: 1)], .update: [.init(["security": 2])], .rotateKey: [.init(["operations": 1])],
    ])
    for (signers, isFor) in [([4], QuorumCommand.found), ([0, 1], .update), ([3], .rotateKey)] {
      let (founded, moved) = (try founding(rules, by: signers), try succession(rules, by: signers))
      #expect(founded == nil, "one signer of any role is enough")
      #expect((moved == nil) == (isFor == .update) && (rotation(rules, by: signers) == nil) == (isFor == .rotateKey))
    }
  }

  /// The parent's roles count: whom the successor names security is not so before it is in force.
  @Test func rolesAreTheParents() throws {
    let parent = trust(both)
    var changed = roles
    changed[operators[2].identity] = "security"
    let next = trust(both, after: parent, roles: changed)
    let question = Question.succeed(parent, path: [Link(next, authorisation: try signed(next, by: [2, 3]))])
    #expect(refusal(question)?.hasPrefix("successor.threshold-of-parent: ") == true)
    #expect(refusal(question, try intact.without(with: ["successor.threshold-of-successor"])) == nil, "twin: its own")
  }

  // MARK: What cannot be met

  @Test(arguments: [
    ("security:3", "to found takes 3 of the 2 `security`"), ("audit:1", "to found takes 1 of the 0 `audit`"),
    ("security:0", "to found takes 0 of the 2 `security`"), ("update=6;found=1", "to update takes 6 of the 5 operators"),
    ("update=1;rotate-key=audit:1|2", "to rotate-key takes 1 of the 0 `audit`"),
  ]) func whatCannotBeMetIsRefused(text: String, reason: String) throws {
    let rules = try #require(QuorumRules(text))
    #expect(try founding(rules, by: [0, 1, 2, 3, 4]) == "founding.quorum-satisfiable: \(reason)")
    #expect(
      refusal(.authorise(trust(rules), registry: registry(roles), globalQuorum: 0)) == "operator.quorum-kept: \(reason)")
  }

  @Test func aCommandWithoutRulesIsNotToBeHad() throws {
    let rules = QuorumRules([.found: [.init(anybody: 1)], .rotateKey: [.init(anybody: 1)]])
    #expect(try founding(rules, by: [0]) == "founding.quorum-satisfiable: nobody can update")
    #expect(try succession(rules, by: [0, 1, 2, 3, 4]) != nil && rotation(rules, by: [0]) == nil)
  }

  // MARK: Honest operators

  private func registry(_ roles: [S.Identity: String]) -> Registry<S> {
    var registry = Registry<S>()
    for maker in operators { registry.register(operator: maker.identity, role: roles[maker.identity]) }
    registry.register(hsm: hsm.member)
    return registry
  }

  /// Whoever authorises a command by the trust's rules has to do so by the global ones, too.
  @Test(arguments: [
    ("2", "2", true), ("2", "3", true), ("3", "2", false), ("2", "security:1,operations:1", true),
    ("3", "security:1,operations:1", false), ("security:1,operations:1", "2", false),
    ("security:1,operations:1", "security:2,operations:1", true), ("security:1,operations:1", "security:2", false),
    ("security:2|3", "security:1,operations:2|security:2", true), ("security:2|3", "security:1,operations:1", false),
    ("update=2;rotate-key=1", "2", true), ("2", "update=2;rotate-key=1", false),
    ("update=2;rotate-key=security:1", "update=operations:2;rotate-key=security:2;found=2", true),
  ]) func honestOperatorsKeepTheGlobalRules(global: String, text: String, isKept: Bool) throws {
    let (global, rules) = (try #require(QuorumRules(global)), try #require(QuorumRules(text)))
    #expect(rules.keeps(global) == isKept)
    let asked = refusal(.authorise(trust(rules), registry: registry(roles), globalQuorum: global))
    #expect(asked == (isKept ? nil : "operator.quorum-kept: the quorum \(rules) is below the global \(global)"))
  }

  @Test func honestOperatorsCertifyRegisteredRolesOnly() throws {
    func asked(_ listed: [S.Identity: String], _ policy: Policy<S>? = nil) -> String? {
      refusal(.authorise(trust(2, roles: listed), registry: registry(roles), globalQuorum: 2), policy)
    }
    #expect(asked(roles) == nil)
    var (promoted, demoted) = (roles, roles)
    promoted[operators[2].identity] = "security"
    demoted[operators[0].identity] = nil
    for (listed, words) in [(promoted, "is listed as `security`"), (demoted, "is listed without a role")] {
      #expect(asked(listed)?.hasPrefix("operator.role-registered: ") == true && asked(listed)?.contains(words) == true)
      #expect(asked(listed, try intact.without(["operator.role-registered"])) == nil)
    }
  }

  // MARK: As text

  @Test(arguments: [
    "2", "security:1", "operations:1,security:2", "3|security:2", "found=2;update=security:2;rotate-key=1|operations:2",
  ]) func whatIsWrittenReadsAsItIs(text: String) throws {
    let rules = try #require(QuorumRules(text))
    #expect("\(rules)" == text && QuorumRules("\(rules)") == rules)
  }

  @Test(arguments: [
    "", "two", "security", "security:", "security:x", ":1", "security:1,security:2", "security:1,2", "rotate=1;update=1",
    "found=1", "update=1;update=1", "update=1=1", "2|", "a b:1", "1:1",
  ]) func whatIsNoQuorumIsNone(text: String) { #expect(QuorumRules(text) == nil) }
}
