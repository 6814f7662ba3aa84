import DomainManagement
import Records

/// Reading and writing quorum rules.
extension QuorumRules {
  private static let form = "number, `{role: number, …}`, or list of these"

  static let keys = FileMapping(
    "quorum",
    "The mapping under `quorum` or `n`: rules for each command. A number is so many operators of any role; a mapping of roles to "
      + "numbers, so many of each together; of a list, one is enough.",
    [
      FileKey(QuorumCommand.update.rawValue, form, "who puts a successor in the place of a trust"),
      FileKey(QuorumCommand.found.rawValue, form, "who founds the domain", default: "as `update`"),
      FileKey(QuorumCommand.rotateKey.rawValue, form, "who has a key rotated", default: "as `update`"),
    ])

  /// A number within the node's range, or a mapping; `roles` are those that there are.
  init(_ node: YAMLNode, roles: [String]) throws(InputError) {
    guard node.isMapping else {
      self.init(try node.int())
      return
    }
    let fields = try node.fields(Self.keys)
    let update = try node.required(QuorumCommand.update.rawValue, fields)
    var rules: [QuorumCommand: [QuorumRule]] = [:]
    for command in QuorumCommand.allCases {
      var stated = fields[command.rawValue] ?? update
      stated.range = node.range
      rules[command] = try Self.rules(stated, roles)
    }
    self.init(rules)
  }

  private static func rules(_ node: YAMLNode, _ roles: [String]) throws(InputError) -> [QuorumRule] {
    var rules: [QuorumRule] = []
    for var item in try node.items() {
      item.range = node.range
      guard item.isMapping else {
        rules.append(QuorumRule(anybody: try item.int()))
        continue
      }
      var counts: [String: Int] = [:]
      for (role, value) in try item.mapping() {
        guard roles.contains(role) else {
          throw value.error("there is no role `\(role)`", hint: YAMLNode.suggestion(role, roles))
        }
        var number = value
        number.range = node.range
        counts[role] = try number.int()
      }
      guard !counts.isEmpty else { throw item.error("the rule asks nobody", hint: "a role and a number") }
      rules.append(QuorumRule(counts))
    }
    guard !rules.isEmpty else { throw node.error("there is no rule", hint: form) }
    return rules
  }

  /// What reads as these rules.
  var yaml: String {
    if let number { return "\(number)" }
    func text(_ rule: QuorumRule) -> String {
      let members = rule.needs.compactMap { need in need.role.map { ($0, "\(need.count)") } }
      return members.isEmpty ? "\(rule.total)" : YAMLText.block(members)
    }
    return YAMLText.block(
      QuorumCommand.allCases.map { command in
        let rules = rules(for: command).map(text)
        return (command.rawValue, rules.count == 1 ? rules[0] : "[\(rules.joined(separator: ", "))]")
      })
  }
}
