import GamekeeperKit
import QuorumRule

/// The whole command line, with the rule in the intact policy: `swift run quorum-rule-lab attack fewer-signers.yaml`.
@main struct Lab: GamekeeperTool {
  static let rules: [any RuleAddition] = [QuorumRules()]
}
