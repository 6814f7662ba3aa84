import Wire

extension QuorumRules {
  func encode(into writer: inout WireWriter) {
    for command in QuorumCommand.allCases {
      let rules = rules(for: command)
      writer.number(rules.count)
      for rule in rules {
        writer.number(rule.needs.count)
        for need in rule.needs {
          writer.string((need.role ?? "").utf8)
          writer.number(need.count)
        }
      }
    }
  }

  init(from reader: inout WireReader) throws(WireError) {
    var rules: [QuorumCommand: [QuorumRule]] = [:]
    for command in QuorumCommand.allCases {
      rules[command] = try reader.ascending(key: \.self) { (reader) throws(WireError) in try QuorumRule(from: &reader) }
    }
    self.init(rules)
  }
}

extension WireReader {
  /// Empty for none.
  mutating func role() throws(WireError) -> String {
    let start = offset
    let role = String(decoding: try string(), as: UTF8.self)
    guard role.isEmpty || QuorumRule.isRole(role) else { throw failure(.malformedValue, at: start) }
    return role
  }
}

extension QuorumRule {
  fileprivate init(from reader: inout WireReader) throws(WireError) {
    let start = reader.offset
    let needs = try reader.ascending(key: { (need: Need) in need.role ?? "" }) { (reader) throws(WireError) in
      let role = try reader.role()
      return Need(role.isEmpty ? nil : role, try reader.number())
    }
    if needs.count == 1, needs[0].role == nil {
      self.init(anybody: needs[0].count)
    } else {
      // A need for anybody stands alone.
      guard !needs.contains(where: { $0.role == nil }) else { throw reader.failure(.malformedValue, at: start) }
      self.init(Dictionary(uniqueKeysWithValues: needs.map { ($0.role ?? "", $0.count) }))
    }
  }
}
