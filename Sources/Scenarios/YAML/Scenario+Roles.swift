import DomainManagement

/// Reading roles.
extension Scenario {
  private static let oneRole = "an operator has one role: nobody counts for two people"

  /// Deals the roles to the operators, and returns all of them.
  mutating func readRoles(_ node: YAMLNode?) throws(InputError) -> [String] {
    var roles: [String] = []
    for (role, list) in try node?.mapping() ?? [] {
      guard QuorumRule.isRole(role) else {
        throw list.error("`\(role)` is no role", hint: "a word of letters, digits, hyphens and underscores")
      }
      roles.append(role)
      for item in try list.items() {
        let name = try name(item, .operator)
        guard let index = entities.firstIndex(where: { $0.name == name }), entities[index].role == nil else {
          throw item.error("`\(name)` has a role already", hint: Self.oneRole)
        }
        entities[index].role = role
      }
    }
    return roles
  }

  /// The operators that a trust lists, and the roles of those that it lists with another one than their own.
  func operatorEntries(_ list: YAMLNode, _ known: [String]) throws(InputError) -> ([String], [String: String]) {
    var (names, roles): ([String], [String: String]) = ([], [:])
    func add(_ name: String, as role: String?, _ node: YAMLNode) throws(InputError) {
      let own = entities.first { $0.name == name }?.role
      guard !names.contains(name) || (role ?? own) == (roles[name] ?? own) else {
        throw node.error("`\(name)` is listed with two roles", hint: Self.oneRole)
      }
      names.append(name)
      if let role, role != own { roles[name] = role }
    }
    for item in try list.items() {
      guard item.isMapping else {
        try add(try name(item, .operator), as: nil, item)
        continue
      }
      for (operatorName, value) in try item.mapping() {
        let role = try value.string()
        guard known.contains(role) else {
          throw value.error("there is no role `\(role)`", hint: YAMLNode.suggestion(role, known))
        }
        try add(try name(operatorName, .operator, value), as: role, value)
      }
    }
    return (names, roles)
  }
}
