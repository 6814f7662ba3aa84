import Arena
import Catalog
import Testing

/// What is known of an attack stands in its row, and others read it there.
@Suite struct AttackFactTests {
  private func entry(_ name: String) throws -> Entry { try Catalog.registry.entry(name) }

  /// Where several would win, the general attack is named, and not one of the scripts.
  @Test(arguments: [
    ("operator.genuine-entities", "stage-coup"), ("successor.quorum-distinct", "stage-coup"),
    ("successor.signatures-verify", "stage-coup"), ("token.signer-is-member", "tree-search"),
    ("token.wrap-bound-to-trust", "tree-search"), ("wrap.exactly-the-members", "add-recipient"),
    ("host.token-trust-is-current", "foreign-token"), ("operator.agreement-key-bound", "swap-agreement-key"),
  ]) func aMissingRuleIsNamedWithTheThiefThatItStops(_ rule: String, _ thief: String) throws {
    let defect = try #require(try entry("key-secrecy").defects.first { $0.name == rule })
    #expect(defect.adversary == thief && !defect.effect.isHidden)
  }

  /// The hop about the policy lists the rules without which an honest domain comes to list what is not genuine, and no other.
  @Test func theHopOfThePolicyHasTheRulesThatLetSomethingIn() throws {
    #expect(
      Set(try entry("secrecy-policy").twins) == [
        "quorum-assumption", "operator.genuine-entities", "operator.agreement-key-bound", "operator.quorum-kept",
        "successor.quorum-distinct", "successor.quorum-of-parent", "successor.threshold-of-parent",
        "successor.signatures-verify", "successor.signature-covers-whole-trust", "successor.every-link",
        "host.successor-checked",
      ])
  }

  @Test func onlyTheBaselineCostsNothing() {
    for entry in Catalog.registry.entries {
      let free = entry.attacks.filter { $0.cost == 0 }.map(\.name)
      #expect(free == (entry.adversaries.contains("idle") ? ["idle"] : []), "\(entry.name)")
    }
  }

  /// Chances of the whole protocol are added up exactly where the row says that its causes are accounted for.
  @Test(arguments: ["end-to-end", "key-secrecy"]) func theLedgerHasWhatTheRowsSay(_ name: String) throws {
    let game = try entry(name)
    for attack in game.attacks {
      let selection = try Catalog.registry.select(game, adversary: attack.name, suite: "calibrated", settings: [])
      let why = selection.noChances
      switch attack.means {
      case .accounted: #expect(why == nil, "\(attack.name)")
      case .logarithm: #expect(why?.contains("logarithm") == true, "\(attack.name)")
      case .unstated: #expect(why?.contains("guess a key") == true, "\(attack.name)")
      }
    }
    #expect(game.attacks[0].means == .accounted, "whoever plays if nobody is named")
    #expect(game.attacks.first { $0.name == "solve-agreement-key" }?.means == .logarithm)
    #expect(game.attacks.first { $0.name == "guess-wrap-key" }?.means == .unstated)
  }
}
