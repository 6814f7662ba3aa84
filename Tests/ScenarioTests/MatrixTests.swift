import PolicySearch
import Records
import Reports
import Scenarios
import Testing

/// The matrix computes what every rule is for, and cannot be talked into a use for a rule that has none.
@Suite struct MatrixTests {
  static func scenarios(_ names: [String]) throws -> [Scenario] { try names.map { try Folder.scenario("\($0).yaml") } }

  private func report(_ scenarios: [String], jointSize: Int = 2, isPlanted: Bool = false) throws -> MatrixRecord {
    var matrix = Matrix(scenarios: try Self.scenarios(scenarios))
    (matrix.jointSize, matrix.isPlanted) = (jointSize, isPlanted)
    return try matrix.run()
  }

  private func sets(_ rule: String, _ report: MatrixRecord) throws -> [String] {
    try #require(report.rows.first { $0.rule == rule }).redundantWith.map { "\($0.words): \($0.property.rawValue)" }
  }

  @Test func everyRuleIsExploitedOrHasAComputedSetAndTheIdleOneHasNot() throws {
    let report = try report(
      ["outside-hsm", "unsatisfiable-quorum", "trust-changed", "cross-context", "unchecked-token"], isPlanted: true)
    #expect(report.invalid.isEmpty)
    #expect(report.unexplained == ["planted.never-refuses"] && report.exitStatus == .notMet)
    #expect(try report.json.contains("\n  \"status\" : \"not-met\""))
    #expect(report.rows.filter { !$0.isExploited }.count == 6)
    func secondWays(_ rule: String) throws -> [Bool] {
      try #require(report.rows.first { $0.rule == rule }).redundantWith.map(\.isSecondWay)
    }
    #expect(try secondWays("hsm.is-member") == [false])
    for rule in ["founding.has-no-parent", "founding.quorum-satisfiable", "token.signature-covers-trust"] {
      #expect(try secondWays(rule).allSatisfy { $0 }, "the partner alone already breaks the property: \(rule)")
    }
    #expect(report.text.contains("is only a second way to break consent, which that change alone already breaks"))
    #expect(try sets("hsm.is-member", report) == ["without wrap.exactly-the-members: current-members"])
    #expect(try sets("founding.quorum-satisfiable", report) == ["without founding.authorised: consent"])
    #expect(try sets("token.signature-covers-trust", report).first == "without token.wrap-bound-to-trust: keys-secret")
    #expect(try sets("founding.has-no-parent", report) == ["without successor.context-separated: genuine-members"])
    #expect(try sets("host.token-checked", report).contains("with token.signer-is-member.hosts-only: data-secret"))
    for row in report.rows where !row.isExploited && row.rule != "planted.never-refuses" {
      for set in row.redundantWith { #expect(set.attack.broken.contains(set.property), "the attack is shown: \(row.rule)") }
    }
    let idle = try #require(report.rows.last)
    #expect(report.explanation(idle) == "UNEXPLAINED: no set found up to size 2; nothing was ever refused by it")
  }

  /// Nothing scripted: the search finds these by itself, in traces of its own.
  @Test func theSearchFindsSetsWithoutScenarios() throws {
    let report = try report([])
    for rule in ["hsm.is-member", "host.token-checked"] { #expect(!(try sets(rule, report)).isEmpty, "\(rule)") }
    let separated = try #require(report.rows.first { $0.rule == "successor.context-separated" })
    #expect(separated.isExploited, "an HSM adds a key to a token that was begun for a successor, and signs as an operator")
    let outside = try #require(report.rows.first { $0.rule == "hsm.is-member" }?.redundantWith.first)
    #expect(outside.columns == ["explorer"] && outside.property == .currentMembers)
    #expect(outside.words == "without wrap.exactly-the-members")
  }

  @Test func withoutLookingForSetsNothingIsCalledUnexplained() throws {
    let report = try report([], jointSize: 1)
    #expect(report.unexplained.isEmpty && report.exitStatus == .met)
    #expect(report.text.contains("sets were not looked for"))
  }
}
