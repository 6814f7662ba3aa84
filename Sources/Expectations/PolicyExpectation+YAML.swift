import DomainManagement
import PolicySearch
import Records
import Scenarios
import Words

extension PolicyExpectation {
  /// - Parameter read: the text of a file, or nil if it cannot be read.
  init(_ node: YAMLNode, read: (String) throws(InputError) -> String?) throws(InputError) {
    let fields = try node.fields(Self.keys)
    policy = try fields["policy"].map { (node) throws(InputError) in try Self.policy(node, read) } ?? .intact
    switch (fields["scenario"], fields["explore"]) {
    case (let node?, nil): subject = .scenario(try node.string())
    case (nil, let node?): subject = .explore(try ExplorationScope(node))
    case (nil, nil) where fields["prove"] != nil || fields["equivalent-to"] != nil:
      let (subject, proved) = try Self.proof(fields, node, read)
      (self.subject, self.proved) = (subject, proved)
      (broken, properties, suite, because) = (nil, nil, .kms, Because())
      return
    default: throw node.error("a case has a `scenario`, a scope to `explore`, something to `prove`, a `game` or a `hop`")
    }
    broken = try fields["expect"].map { (node) throws(InputError) in try Scenario.properties(node) }
    properties = try fields["properties"].map { (node) throws(InputError) in try Self.properties(node) }
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

  /// A case about every size.
  private static func proof(
    _ fields: [String: YAMLNode], _ node: YAMLNode, _ read: (String) throws(InputError) -> String?
  ) throws(InputError) -> (Subject, ProofVerdict) {
    for key in ["suite", "because", "properties"] {
      if let idle = fields[key] { throw idle.error("`\(key)` means nothing for a proof") }
    }
    switch (fields["prove"], fields["equivalent-to"]) {
    case (let what?, nil):
      let word = try what.string()
      guard word == "invariant" else { throw what.error("`\(word)` is nothing to prove", hint: "`invariant`") }
      let verdict: ProofVerdict = try fields["expect"]?.word(of: [.proved, .notProved]) ?? .proved
      return (.prove, verdict)
    case (nil, let other?):
      let verdict: ProofVerdict =
        try fields["expect"]?.word(of: [.equal, .morePermissive, .lessPermissive, .incomparable]) ?? .equal
      return (.compare(try policy(other, read)), verdict)
    default: throw node.error("a case is about one thing: `prove` and `equivalent-to` are two")
    }
  }

  private static func policy(_ node: YAMLNode, _ read: (String) throws(InputError) -> String?) throws(InputError)
    -> PolicySelection
  {
    if node.isMapping {
      let policy = try PolicySelection(node)
      guard !policy.isIntact else {
        throw node.error(
          "the policy changes nothing: no rule is named", hint: "say `intact`, or name rules under `without` or `with`")
      }
      return policy
    }
    let name = try node.string()
    if name == "intact" { return .intact }
    let path = ExpectationFile.path(name, near: node.file)
    guard let text = try read(path) else {
      throw node.error(
        "there is no policy file `\(path)`",
        hint: "a policy is `intact`, the path of a file from this file's folder, or says what it is `without` and `with`")
    }
    return try PolicySelection(yaml: text, file: path)
  }

  private static func properties(_ node: YAMLNode) throws(InputError) -> [Property] {
    var properties: [Property] = []
    for item in try node.items() { properties.append(try item.word(of: Property.allCases)) }
    guard !properties.isEmpty else {
      throw node.error("a search looks at one property at least", hint: "without the key it looks at all")
    }
    return properties.sorted()
  }
}

extension PolicyExpectation.Because {
  fileprivate init(_ node: YAMLNode, _ keys: [String]) throws(InputError) {
    let fields = try node.fields(FileMapping(Self.keys.title, Self.keys.words, Self.keys.keys.filter { keys.contains($0.name) }))
    guard !fields.isEmpty else { throw node.error("there is no reason", hint: keys.joined(separator: ", ")) }
    operations = try fields["operations"]?.int()
    refusedBy = try fields["refused-by"].map { (node) throws(InputError) in try Scenario.rules(node) }
    seen = try fields["seen"].map { (node) throws(InputError) in
      var seen: [Milestone] = []
      for item in try node.items() { seen.append(try item.choice()) }
      return seen
    }
  }
}

extension ExplorationScope {
  /// The counts of a scope, with the keys that state them.
  static var counts: [(key: FileKey, path: WritableKeyPath<ExplorationScope, Int>)] {
    let counts: [(String, WritableKeyPath<ExplorationScope, Int>, String)] = [
      ("operators", \.operators, "genuine operators, dishonest ones included"), ("dishonest", \.dishonest, "dishonest operators"),
      ("rogue-operators", \.rogueOperators, "key pairs of the adversary that pose as operators"),
      ("hsms", \.hsms, "HSMs in all, rogue ones included"),
      ("rogue-hsms", \.rogueHSMs, "rogue HSMs"), ("hosts", \.hosts, "genuine hosts"),
      ("rogue-hosts", \.rogueHosts, "key pairs of the adversary that pose as hosts"),
      ("domains", \.domains, "1: one domain; 2 or more: another honest one and one of the adversary beside it"),
      ("depth", \.depth, "successors in a row"),
      ("shared-keys", \.sharedKeys, "honest operators whose key is also that of a genuine HSM"),
      ("rotations", \.rotations, "rotations of the key in a row, 4 at most; 0: there are none"),
      ("customer-keys", \.customerKeys, "customer keys that are wrapped under the key, 1 at most; 0: there are none"),
    ]
    return counts.map { name, path, meaning in
      (FileKey(name, 0...64, meaning, default: "\(ExplorationScope()[keyPath: path])"), path)
    }
  }

  static var keys: FileMapping {
    FileMapping(
      "scope", "The mapping under `explore`: how much is searched, as the options of `explore`.",
      counts.map(\.key) + [
        FileKey(
          "quorum", "as `\(CommandWords.option("quorum"))` of `explore`",
          "the global n: any n genuine operators are assumed to include an honest one; or rules in its place",
          default: "\(ExplorationScope().quorum)"),
        FileKey(
          "roles", "list of roles", "one for each genuine operator, dishonest ones last: there are as many as it names",
          default: "nobody has one"),
        FileKey(
          "transparent-wrap", "`true` or `false`", "wrapped keys can be read by anybody: a defective suite", default: "`false`"),
      ])
  }

  init(_ node: YAMLNode) throws(InputError) {
    self.init()
    let fields = try node.fields(Self.keys)
    if let node = fields["transparent-wrap"] {
      let word = try node.string()
      guard ["true", "false"].contains(word) else { throw node.error("`\(word)` is neither `true` nor `false`") }
      transparentWrap = word == "true"
    }
    if let node = fields["quorum"] {
      guard let rules = QuorumRules(try node.string()) else {
        throw node.error("`\(try node.string())` is no quorum", hint: "2, or security:1,operations:1")
      }
      quorum = rules
    }
    roles = try fields["roles"]?.strings() ?? []
    if !roles.isEmpty { operators = roles.count }
    for (key, path) in Self.counts { if let value = fields[key.name] { self[keyPath: path] = try value.int() } }
    if let objection { throw node.error(objection) }
  }
}
