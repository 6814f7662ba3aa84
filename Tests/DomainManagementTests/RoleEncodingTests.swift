import DomainManagement
import Testing

/// Trusts with roles or quorum rules have an encoding of their own, and one only.
@Suite struct RoleEncodingTests {
  private let suite = SymbolicSuite()
  private let makers = (1...3).map { Operator(isHonest: true, draw: UInt64($0), suite: SymbolicSuite()).identity }

  private func trust(_ roles: [String?], _ rules: QuorumRules) -> Trust<SymbolicSuite> {
    let listed = Dictionary(uniqueKeysWithValues: zip(makers, roles).compactMap { maker, role in role.map { (maker, $0) } })
    return Trust(operators: makers, roles: listed, hsms: [], hosts: [], rules: rules, suite: suite)
  }

  @Test(arguments: [
    "2", "security:1", "security:1,operations:2", "3|security:2", "update=security:2;found=0;rotate-key=operations:1|130",
  ]) func decodingInvertsEncoding(text: String) throws {
    let rules = try #require(QuorumRules(text))
    for roles in [["security", "operations", nil], [nil, nil, nil], ["a", "a", "a"]] {
      let trust = trust(roles, rules)
      let read = try Trust(wire: trust.wire, suite: suite)
      #expect(read == trust && read.rules == rules && read.roles == roles && read.fingerprint == trust.fingerprint)
    }
  }

  @Test func everyRoleAndRuleIsInTheFingerprint() {
    let trusts = [
      trust([nil, nil, nil], 2), trust(["a", nil, nil], 2), trust([nil, "a", nil], 2), trust(["b", nil, nil], 2),
      trust(["a", nil, nil], 3), trust(["a", nil, nil], QuorumRules(QuorumRule(["a": 2]))),
      trust(
        ["a", nil, nil], QuorumRules([.found: [.init(["a": 2])], .update: [.init(["a": 2])], .rotateKey: [.init(["a": 1])]])),
    ]
    #expect(Set(trusts.map(\.fingerprint)).count == trusts.count)
  }

  @Test func otherBytesOfTheSameAreRefused() throws {
    func reason(_ bytes: [UInt8]) -> WireError.Reason? {
      do throws(WireError) {
        _ = try Trust(wire: bytes, suite: suite)
        return nil
      } catch { return error.reason }
    }
    let plain = trust([nil, nil, nil], 2).wire
    // The same trust in the version with roles: each operator with none, and the number for each command.
    let header: [UInt8] = [2] + plain[1..<13]
    var operators: [UInt8] = [3]
    for maker in makers { operators += [1] + maker.bytes + [0] }
    let rule: [UInt8] = [1, 1, 0, 2]
    let bytes: [UInt8] = header + operators + [0, 0] + rule + rule + rule
    #expect(reason(plain) == nil && reason(bytes) == .needlessVersion)
    #expect(reason(bytes.dropLast() + [3]) == nil, "twin: two commands with one number, and one with another")
    let roled = trust(["a", "z", nil], 2).wire
    var misspelt = roled
    misspelt[try #require(roled.firstIndex(of: UInt8(ascii: "z")))] = UInt8(ascii: " ")
    #expect(reason(roled) == nil && reason(misspelt) == .malformedValue, "a role is a word")
    for length in 0..<roled.count { #expect(reason(Array(roled.prefix(length))) == .truncated) }
  }

  /// No number from anywhere makes it stop.
  @Test func aHugeRuleIsNotMet() {
    let rules = QuorumRules(QuorumRule(["a": .max, "b": .max]))
    #expect(rules.most == .max && !rules.isMet(.update, by: ["a", "b"]) && rules.unmeetable(by: ["a", "b"]) != nil)
  }
}
