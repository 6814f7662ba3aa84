/// Reading steps, each against the names that exist when it is played.
extension Scenario {
  /// What can be named so far.
  struct Names {
    let scenario: Scenario
    var tokens: [String] = []
    var ciphertexts: [String] = []

    init(scenario: Scenario) { self.scenario = scenario }

    func entity(_ node: YAMLNode, _ kind: Entity.Kind) throws(InputError) -> String {
      try known(node, scenario.entities.filter { $0.kind == kind }.map(\.name), kind.rawValue)
    }
    func genuineHSM(_ node: YAMLNode) throws(InputError) -> String {
      let name = try entity(node, .hsm)
      guard scenario.entities.contains(where: { $0.name == name && $0.nature == .honest }) else {
        throw node.error("`\(name)` is rogue: nobody asks it for anything", hint: "a `forge` step makes a token in its name")
      }
      return name
    }
    func trust(_ node: YAMLNode) throws(InputError) -> String { try known(node, scenario.trusts.map(\.name), "trust") }
    func token(_ node: YAMLNode) throws(InputError) -> String { try known(node, tokens, "token made before this step, of the name") }
    func ciphertext(_ node: YAMLNode) throws(InputError) -> String { try known(node, ciphertexts, "ciphertext made before this step, of the name") }

    private func known(_ node: YAMLNode, _ names: [String], _ what: String) throws(InputError) -> String {
      let name = try node.string()
      guard names.contains(name) else { throw node.error("there is no \(what) `\(name)`", hint: YAMLNode.suggestion(name, names)) }
      return name
    }
  }

  private static let verbs = ["authorise", "found", "add-key", "update", "install", "advance", "encrypt", "decrypt", "forge"]

  static func step(_ node: YAMLNode, _ names: inout Names) throws(InputError) -> Step {
    let fields = try node.fields(verbs + ["expect", "twin-expect"])
    let present = verbs.filter { fields[$0] != nil }
    guard let verb = present.first, present.count == 1, let body = fields[verb] else {
      throw node.error("a step has one command", hint: "one of \(verbs.joined(separator: ", "))")
    }
    let command = try command(verb, body, &names)
    return Step(command, expected: try expectation(fields["expect"]) ?? .accepted, expectedOfTwin: try expectation(fields["twin-expect"]))
  }

  private static func expectation(_ node: YAMLNode?) throws(InputError) -> Step.Expectation? {
    guard let node else { return nil }
    switch try node.string() {
    case "accepted": return .accepted
    case "impossible": return .impossible
    default: return .refused(try rule(node))
    }
  }

  private static func command(_ verb: String, _ body: YAMLNode, _ names: inout Names) throws(InputError) -> Command {
    func read(_ required: [String], _ optional: [String] = []) throws(InputError) -> [String: YAMLNode] {
      try body.fields(required + optional, required: required)
    }
    func get(_ key: String, _ fields: [String: YAMLNode]) throws(InputError) -> YAMLNode { try body.required(key, fields) }
    switch verb {
    case "authorise":
      let f = try read(["operator", "trust"])
      return .authorise(operator: try names.entity(try get("operator", f), .operator), trust: try names.trust(try get("trust", f)))
    case "found":
      let f = try read(["hsm", "trust", "as"], ["signed-by", "recipients"])
      let result = try get("as", f).string()
      let link = Command.LinkSketch(try names.trust(try get("trust", f)), try signers(f["signed-by"], names))
      names.tokens.append(result)
      return .found(hsm: try names.genuineHSM(try get("hsm", f)), link, recipients: try recipients(f["recipients"], names), token: result)
    case "add-key":
      let f = try read(["hsm", "token", "handle", "as"], ["recipients"])
      let token = try names.token(try get("token", f))
      let result = try get("as", f).string()
      names.tokens.append(result)
      return .addKey(
        hsm: try names.genuineHSM(try get("hsm", f)), token: token, handle: try get("handle", f).string(),
        recipients: try recipients(f["recipients"], names), result: result)
    case "update":
      let f = try read(["hsm", "token", "as"], ["to", "signed-by", "path", "recipients"])
      let token = try names.token(try get("token", f))
      let result = try get("as", f).string()
      let path = try path(body, f, names)
      names.tokens.append(result)
      return .update(
        hsm: try names.genuineHSM(try get("hsm", f)), token: token, path: path, recipients: try recipients(f["recipients"], names), result: result)
    case "install":
      let f = try read(["host", "trust"])
      return .install(host: try names.entity(try get("host", f), .host), trust: try names.trust(try get("trust", f)))
    case "advance":
      let f = try read(["host"], ["to", "signed-by", "path"])
      return .advance(host: try names.entity(try get("host", f), .host), path: try path(body, f, names))
    case "encrypt":
      let f = try read(["host", "hsm", "token", "handle", "message", "as"])
      let result = try get("as", f).string()
      names.ciphertexts.append(result)
      return .encrypt(
        host: try names.entity(try get("host", f), .host), hsm: try names.genuineHSM(try get("hsm", f)), token: try names.token(try get("token", f)),
        handle: try get("handle", f).string(), message: try get("message", f).string(), result: result)
    case "decrypt":
      let f = try read(["host", "hsm", "token", "handle", "ciphertext"])
      return .decrypt(
        host: try names.entity(try get("host", f), .host), hsm: try names.genuineHSM(try get("hsm", f)), token: try names.token(try get("token", f)),
        handle: try get("handle", f).string(), ciphertext: try ciphertext(try get("ciphertext", f), names))
    default: return .forge(try forge(body, &names))
    }
  }

  /// `c`, or `{wrapped-keys-of: t1}`.
  private static func ciphertext(_ node: YAMLNode, _ names: Names) throws(InputError) -> Command.Ciphertext {
    guard node.isMapping else { return .made(try names.ciphertext(node)) }
    return .wrappedKeys(of: try names.token(try node.required("wrapped-keys-of", try node.fields(["wrapped-keys-of"]))))
  }

  private static func path(_ body: YAMLNode, _ fields: [String: YAMLNode], _ names: Names) throws(InputError) -> [Command.LinkSketch] {
    if let node = fields["path"] {
      guard fields["to"] == nil, fields["signed-by"] == nil else { throw node.error("`path` stands instead of `to` and `signed-by`") }
      var links: [Command.LinkSketch] = []
      for item in try node.list() {
        let f = try item.fields(["to", "signed-by"], required: ["to"])
        links.append(.init(try names.trust(try item.required("to", f)), try signers(f["signed-by"], names)))
      }
      guard !links.isEmpty else { throw node.error("the path is empty") }
      return links
    }
    return [.init(try names.trust(try body.required("to", fields)), try signers(fields["signed-by"], names))]
  }

  private static func recipients(_ node: YAMLNode?, _ names: Names) throws(InputError) -> [String]? {
    guard let node else { return nil }
    var recipients: [String] = []
    for item in try node.items() { recipients.append(try names.entity(item, .hsm)) }
    return recipients
  }

  /// `alice`, `{forged: alice}`, `{reuse: alice, from: T1}` or `{token: t1, by: carol}`.
  private static func signers(_ node: YAMLNode?, _ names: Names) throws(InputError) -> [Command.Signer] {
    guard let node else { return [] }
    var signers: [Command.Signer] = []
    for item in try node.items() {
      guard item.isMapping else {
        signers.append(.signs(try names.entity(item, .operator)))
        continue
      }
      // Before, `from` was `on`; and `on` is `true` to tools that read YAML 1.1.
      let f = try item.fields(["forged", "reuse", "from", "token", "by", "on", "true"])
      if let name = f["forged"] {
        signers.append(.forged(try names.entity(name, .operator)))
      } else if let name = f["reuse"] {
        let other = if let old = f["on"] ?? f["true"] { old } else { try item.required("from", f) }
        signers.append(.reused(try names.entity(name, .operator), trust: try names.trust(other)))
      } else if let token = f["token"] {
        signers.append(.onToken(try names.entity(try item.required("by", f), .operator), token: try names.token(token)))
      } else {
        throw item.error("an endorsement is an operator, `{forged: …}`, `{reuse: …, from: …}` or `{token: …, by: …}`")
      }
    }
    return signers
  }

  private static func forge(_ body: YAMLNode, _ names: inout Names) throws(InputError) -> Command.TokenSketch {
    let f = try body.fields(["as", "trust", "keys", "keys-of", "signer", "signature"], required: ["as", "trust", "signer", "signature"])
    let keys: Command.TokenSketch.Keys
    switch (f["keys"], f["keys-of"]) {
    case (let node?, nil): keys = .own(handles: try node.strings())
    case (nil, let node?): keys = .from(token: try names.token(node))
    default: throw body.error("a forged token has either `keys` of the adversary or the `keys-of` another token")
    }
    let signature: Command.TokenSketch.Signature
    let node = try body.required("signature", f)
    let signer = try names.entity(try body.required("signer", f), .hsm)
    switch node.isMapping ? nil : try node.string() {
    case "own":
      guard names.scenario.entities.contains(where: { $0.name == signer && $0.nature == .rogue }) else {
        throw node.error("the adversary has no key of `\(signer)`", hint: "`forged`, or `{of: token}`")
      }
      signature = .own
    case "forged": signature = .forged
    case nil: signature = .from(token: try names.token(try node.required("of", try node.fields(["of"], required: ["of"]))))
    default: throw node.error("a signature is `own`, `forged` or `{of: token}`")
    }
    let sketch = Command.TokenSketch(
      try body.required("as", f).string(), trust: try names.trust(try body.required("trust", f)), keys: keys, signer: signer, signature: signature)
    names.tokens.append(sketch.result)
    return sketch
  }
}
