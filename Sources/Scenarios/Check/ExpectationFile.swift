import Policy
import Yams

/// A file of expectations: what a policy must give, case by case. [ours: the format]
///
///     expectations:
///       - scenario: lone-insider             # a file of this name in the scenarios' folder, or a path
///         suite: kms
///       - scenario: lone-insider
///         policy: {without: [successor.threshold-of-parent]}
///         expect: [genuine-members, keys-secret, consent]
///       - explore: {operators: 3, dishonest: 1, hsms: 2, rogue-hsms: 1, hosts: 1, depth: 2}
///         expect: holds
///     known-counterexamples: [counterexamples/rogue-hsm.yaml]
struct ExpectationFile {
  struct Case {
    enum Subject {
      case scenario(String)
      case explore(ExplorationScope)
    }

    let name: String
    let line: Int?
    let subject: Subject
    let policy: PolicySelection
    let suite: SuiteName
    /// Nil: what the scenario itself states for this policy.
    let broken: [Property]?
    /// The properties that a search looks at; nil for all.
    let properties: [Property]?
    /// A rule that must be seen to refuse.
    let refusedBy: String?
  }

  let file: String
  let cases: [Case]
  /// Scenario files whose end has to be reproduced before anything is searched.
  let known: [(path: String, line: Int?)]

  init(yaml text: String, file: String) throws(InputError) {
    self.file = file
    let document = try YAMLNode.document(text, file: file)
    let fields = try document.fields(["expectations", "known-counterexamples"], required: ["expectations"])
    var cases: [Case] = []
    for node in try document.required("expectations", fields).list() { cases.append(try Self.read(node)) }
    guard !cases.isEmpty else { throw InputError(file: file, "there are no expectations: zero cases are an error") }
    self.cases = cases
    var known: [(String, Int?)] = []
    if let node = fields["known-counterexamples"] { for item in try node.items() { known.append((try item.string(), item.node.mark?.line)) } }
    self.known = known
  }

  private static func read(_ node: YAMLNode) throws(InputError) -> Case {
    let fields = try node.fields(["name", "scenario", "explore", "policy", "suite", "expect", "refused-by", "properties"])
    var policy = PolicySelection.intact
    if let node = fields["policy"] {
      if !node.isMapping {
        guard try node.string() == "intact" else { throw node.error("a policy is `intact`, or says what it is `without` and `with`") }
      } else {
        let rules = try node.fields(["without", "with"])
        policy = PolicySelection(without: try Scenario.rules(rules["without"]), with: try Scenario.rules(rules["with"]))
      }
    }
    let subject: Case.Subject
    switch (fields["scenario"], fields["explore"]) {
    case (let node?, nil): subject = .scenario(try node.string())
    case (nil, let node?): subject = .explore(try ExplorationScope(node))
    default: throw node.error("a case has either a `scenario` or a scope to `explore`")
    }
    var broken: [Property]?
    if let node = fields["expect"] {
      broken = []
      let isHolding = node.isList ? false : try node.string() == "holds"
      if !isHolding { for item in try node.items() { broken?.append(try item.choice()) } }
    }
    if case .explore = subject, broken == nil { throw node.error("the key `expect` is missing: a search has no expectation of its own") }
    let suite: SuiteName = try fields["suite"]?.choice() ?? .kms
    let refusedBy = try fields["refused-by"].map { (node) throws(InputError) in try Scenario.rule(node) }
    let name: String =
      switch subject {
      case .scenario(let path): "\(path), \(policy.words)"
      case .explore(let scope): "explore \(scope.words), \(policy.words)"
      }
    var properties: [Property]?
    if let node = fields["properties"] {
      properties = []
      for item in try node.items() { properties?.append(try item.choice()) }
    }
    return Case(
      name: try fields["name"]?.string() ?? name, line: node.node.mark?.line, subject: subject, policy: policy, suite: suite, broken: broken?.sorted(), properties: properties,
      refusedBy: refusedBy)
  }
}

extension YAMLNode {
  var isList: Bool { if case .sequence = node { true } else { false } }
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
