import Policy
package import Scenarios

/// A file of expectations: what a policy must give, and what games and hops must, case by case. [ours: the format]
///
///     expectations:
///       - scenario: lone-insider             # a file of this name in the scenarios' folder, or a path
///         suite: kms
///       - scenario: lone-insider
///         policy: {without: [successor.threshold-of-parent]}
///         expect: [genuine-members, keys-secret, consent]
///       - explore: {operators: 3, dishonest: 1, hsms: 2, rogue-hsms: 1, hosts: 1, depth: 2}
///         expect: holds
///         because: {seen: [founded, key-added, updated, host-advanced, decrypted]}
///       - explore: {operators: 2, hsms: 2, hosts: 0, depth: 1}
///         policy: {without: [key.handle-is-fresh]}
///         expect: [handle-keeps-key]
///         because: {operations: 3, refused-by: [key.handle-is-fresh]}
///       - hop: ind_uf
///         adversary: guess
///         expect: boundAttained
///         because: {violations: 0, bad-event: seen, reduction: holds}
///     known-counterexamples: [counterexamples/rogue-hsm.yaml]
package struct ExpectationFile {
  enum Case {
    case policy(PolicyExpectation)
    case game(GameExpectation)
  }

  struct Item {
    let name: String
    let line: Int?
    let expected: Case

    /// Rules are seen to allow and to refuse in scenarios; searches, proofs and games say nothing of that.
    var isScenario: Bool {
      if case .policy(let expectation) = expected, case .scenario = expectation.subject { true } else { false }
    }
  }

  let file: String
  let cases: [Item]
  /// Scenario files whose end has to be reproduced before anything is searched.
  let known: [(path: String, line: Int?)]

  /// - Parameter read: the text of a policy file, or nil if it cannot be read.
  package init(yaml text: String, file: String, read: (String) throws(InputError) -> String?) throws(InputError) {
    self.file = file
    let document = try YAMLNode.document(text, file: file)
    if Self.isScenario(document) {
      (cases, known) = (try Self.cases(of: try Scenario(yaml: text, file: file), file: file), [])
      return
    }
    let fields = try document.fields(Self.keys)
    var cases: [Item] = []
    for node in try document.required("expectations", fields).list(most: InputLimits.expectations) {
      cases.append(try Self.item(node, read))
    }
    guard !cases.isEmpty else { throw InputError(file: file, "there are no expectations: zero cases are an error") }
    self.cases = cases
    var known: [(String, Int?)] = []
    if let node = fields["known-counterexamples"] {
      for item in try node.items() { known.append((try item.string(), item.line)) }
    }
    self.known = known
  }

  /// What else a file is that somebody keeps beside expectations; nil if it is none of these.
  static func other(yaml text: String, file: String) -> String? {
    guard let names = try? Set(YAMLNode.document(text, file: file).mapping().map(\.name)) else { return nil }
    if names.isSuperset(of: ["scenario", "trusts", "steps"]) { return "a scenario" }
    return !names.isEmpty && names.isSubset(of: ["without", "with"]) ? "a policy" : nil
  }

  /// A path that starts at the folder of `file`.
  static func path(_ name: String, near file: String) -> String {
    guard !name.hasPrefix("/"), let end = file.lastIndex(of: "/") else { return name }
    return file[...end] + name
  }

  private static func item(_ node: YAMLNode, _ read: (String) throws(InputError) -> String?) throws(InputError) -> Item {
    let members = try node.mapping()
    let isGame = members.contains { GameExpectation.Kind(rawValue: $0.name) != nil }
    let expected: Case = isGame ? .game(try GameExpectation(node)) : .policy(try PolicyExpectation(node, read: read))
    let words =
      switch expected {
      case .policy(let expectation): expectation.words
      case .game(let expectation): expectation.words
      }
    return Item(
      name: try members.first { $0.name == "name" }?.value.string() ?? words, line: node.line, expected: expected)
  }
}
