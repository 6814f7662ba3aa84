extension PolicyExpectation {
  static let keys = ["name", "scenario", "explore", "policy", "suite", "expect", "because", "properties"]

  init(_ node: YAMLNode) throws(InputError) {
    let fields = try node.fields(Self.keys)
    policy = try fields["policy"].map { (node) throws(InputError) in try Self.policy(node) } ?? .intact
    switch (fields["scenario"], fields["explore"]) {
    case (let node?, nil): subject = .scenario(try node.string())
    case (nil, let node?): subject = .explore(try ExplorationScope(node))
    default: throw node.error("a case has a `scenario`, a scope to `explore`, a `game` or a `hop`")
    }
    broken = try fields["expect"].map { (node) throws(InputError) in try Scenario.properties(node) }
    properties = try fields["properties"].map { (node) throws(InputError) in try Scenario.properties(node) }
    if let node = fields["properties"], properties?.isEmpty == true { throw node.error("a search looks at one property at least") }
    suite = try fields["suite"]?.choice() ?? .kms
    var keys = ["refused-by"]
    if case .explore = subject {
      guard let broken else { throw node.error("the key `expect` is missing: a search has no expectation of its own") }
      keys = broken.isEmpty ? ["seen"] : ["operations", "refused-by"]
    } else if let properties = fields["properties"] {
      throw properties.error("a scenario is judged by all properties")
    }
    because = try fields["because"].map { (node) throws(InputError) in try Because(node, keys) } ?? Because()
  }

  private static func policy(_ node: YAMLNode) throws(InputError) -> PolicySelection {
    guard node.isMapping else {
      guard try node.string() == "intact" else { throw node.error("a policy is `intact`, or says what it is `without` and `with`") }
      return .intact
    }
    let rules = try node.fields(["without", "with"])
    return PolicySelection(without: try Scenario.rules(rules["without"]), with: try Scenario.rules(rules["with"]))
  }
}

extension PolicyExpectation.Because {
  fileprivate init(_ node: YAMLNode, _ keys: [String]) throws(InputError) {
    let fields = try node.fields(keys)
    guard !fields.isEmpty else { throw node.error("there is no reason", hint: keys.joined(separator: ", ")) }
    operations = try fields["operations"]?.int(1...1_000)
    refusedBy = try fields["refused-by"].map { (node) throws(InputError) in try Scenario.rules(node) }
    seen = try fields["seen"].map { (node) throws(InputError) in
      var seen: [Milestone] = []
      for item in try node.items() { seen.append(try item.choice()) }
      return seen
    }
  }
}

extension ExplorationScope {
  init(_ node: YAMLNode) throws(InputError) {
    self.init()
    let keys: [(String, WritableKeyPath<ExplorationScope, Int>)] = [
      ("operators", \.operators), ("dishonest", \.dishonest), ("rogue-operators", \.rogueOperators), ("hsms", \.hsms), ("rogue-hsms", \.rogueHSMs),
      ("hosts", \.hosts), ("rogue-hosts", \.rogueHosts), ("domains", \.domains), ("depth", \.depth), ("quorum", \.quorum), ("shared-keys", \.sharedKeys),
    ]
    let fields = try node.fields(keys.map(\.0) + ["transparent-wrap"])
    if let node = fields["transparent-wrap"] {
      let word = try node.string()
      guard ["true", "false"].contains(word) else { throw node.error("`\(word)` is neither `true` nor `false`") }
      transparentWrap = word == "true"
    }
    for (name, path) in keys { if let value = fields[name] { self[keyPath: path] = try value.int(0...64) } }
    if let objection { throw node.error(objection) }
  }
}
