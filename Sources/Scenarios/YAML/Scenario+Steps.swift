internal import Records

/// Reading steps, each against the names that exist when it is played.
extension Scenario {
  /// What can be named so far.
  struct Names {
    let scenario: Scenario
    private var taken: TakenNames
    private var tokens: [String] = []
    private var ciphertexts: [String] = []
    private var keyTokens: [String] = []
    private var corrupted: [String] = []

    /// Whether the adversary has its keys.
    func isRogue(_ name: String) -> Bool {
      corrupted.contains(name) || scenario.entities.contains { $0.name == name && $0.nature == .rogue }
    }
    mutating func corrupt(_ node: YAMLNode, _ kind: Entity.Kind) throws(InputError) -> String {
      let name = try entity(node, kind)
      let isHonest = scenario.entities.contains { $0.name == name && $0.nature == .honest }
      guard isHonest, !corrupted.contains(name) else {
        throw node.error(
          "`\(name)` is in the adversary's hands already", hint: "an honest operator or a genuine HSM is corrupted")
      }
      guard !scenario.entities.contains(where: { ($0.name == name && $0.sharesKeyWith != nil) || $0.sharesKeyWith == name })
      else {
        throw node.error("`\(name)` shares its key with another entity, and is not corrupted alone")
      }
      corrupted.append(name)
      return name
    }

    init(scenario: Scenario, taken: TakenNames) { (self.scenario, self.taken) = (scenario, taken) }

    mutating func newToken(_ node: YAMLNode) throws(InputError) -> String {
      tokens.append(try taken.take(node, for: "a token"))
      return tokens[tokens.count - 1]
    }
    mutating func newCiphertext(_ node: YAMLNode) throws(InputError) -> String {
      ciphertexts.append(try taken.take(node, for: "a ciphertext"))
      return ciphertexts[ciphertexts.count - 1]
    }
    mutating func newKeyToken(_ node: YAMLNode) throws(InputError) -> String {
      keyTokens.append(try taken.take(node, for: "a key token"))
      return keyTokens[keyTokens.count - 1]
    }
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
    func token(_ node: YAMLNode) throws(InputError) -> String {
      try known(node, tokens, "token made before this step, of the name")
    }
    func ciphertext(_ node: YAMLNode) throws(InputError) -> String {
      try known(node, ciphertexts, "ciphertext made before this step, of the name")
    }

    func keyToken(_ node: YAMLNode) throws(InputError) -> String {
      try known(node, keyTokens, "key token made before this step, of the name")
    }

    private func known(_ node: YAMLNode, _ names: [String], _ what: String) throws(InputError) -> String {
      let name = try node.string()
      guard names.contains(name) else {
        throw node.error("there is no \(what) `\(name)`", hint: YAMLNode.suggestion(name, names))
      }
      return name
    }
  }

  static func step(_ node: YAMLNode, _ names: inout Names) throws(InputError) -> Step {
    let fields = try node.fields(Step.keys)
    let present = Step.verbs.filter { fields[$0.title] != nil }
    guard let verb = present.first, present.count == 1, let body = fields[verb.title] else {
      throw node.error("a step has one command", hint: "one of \(Step.verbs.map(\.title).joined(separator: ", "))")
    }
    let command = try command(verb, body, &names)
    return Step(
      command, expected: try expectation(fields["expect"]) ?? .accepted, expectedOfTwin: try expectation(fields["twin-expect"]))
  }

  private static func expectation(_ node: YAMLNode?) throws(InputError) -> Step.Expectation? {
    guard let node else { return nil }
    switch try node.string() {
    case "accepted": return .accepted
    case "impossible": return .impossible
    default: return .refused(try rule(node))
    }
  }

  private static func command(_ verb: FileMapping, _ body: YAMLNode, _ names: inout Names) throws(InputError) -> Command {
    let fields = try body.fields(verb)
    func get(_ key: String) throws(InputError) -> YAMLNode { try body.required(key, fields) }
    func host() throws(InputError) -> String { try names.entity(try get("host"), .host) }
    func hsm() throws(InputError) -> String { try names.genuineHSM(try get("hsm")) }
    func token() throws(InputError) -> String { try names.token(try get("token")) }
    func handle() throws(InputError) -> String { try get("handle").string() }
    func domainKey() throws(InputError) -> Command.KeySketch { .init(try handle(), version: try fields["version"]?.int()) }
    func key() throws(InputError) -> Command.KeySketch {
      var key = try domainKey()
      guard let node = fields["key-token"] else { return key }
      guard key.version == nil else { throw node.error("`version` stands beside a `key-token`, which names its own") }
      key.keyToken = try names.keyToken(node)
      return key
    }
    func recipients() throws(InputError) -> [String]? { try Self.recipients(fields["recipients"], names) }
    switch verb.title {
    case "authorise":
      return .authorise(operator: try names.entity(try get("operator"), .operator), trust: try names.trust(try get("trust")))
    case "found":
      let link = Command.LinkSketch(try names.trust(try get("trust")), try signers(fields["signed-by"], names))
      return .found(hsm: try hsm(), link, recipients: try recipients(), token: try names.newToken(try get("as")))
    case "add-key":
      return .addKey(
        hsm: try hsm(), token: try token(), handle: try handle(), recipients: try recipients(),
        result: try names.newToken(try get("as")))
    case "update":
      return .update(
        hsm: try hsm(), token: try token(), path: try path(body, fields, names), recipients: try recipients(),
        result: try names.newToken(try get("as")))
    case "rotate-key":
      return .rotateKey(
        hsm: try hsm(), token: try token(), handle: try handle(), version: try fields["version"]?.int() ?? 1,
        signers: try orderSigners(fields["signed-by"], names), kept: try fields["keep"]?.int(),
        result: try names.newToken(try get("as")))
    case "install": return .install(host: try host(), trust: try names.trust(try get("trust")))
    case "advance": return .advance(host: try host(), path: try path(body, fields, names))
    case "encrypt":
      return .encrypt(
        host: try host(), hsm: try hsm(), token: try token(), try key(), message: try get("message").string(),
        result: try names.newCiphertext(try get("as")))
    case "decrypt":
      return .decrypt(
        host: try host(), hsm: try hsm(), token: try token(), try key(),
        ciphertext: try ciphertext(try get("ciphertext"), names))
    case "create-key":
      return .createKey(
        host: try host(), hsm: try hsm(), token: try token(), try domainKey(), result: try names.newKeyToken(try get("as")))
    case "rewrap-key":
      return .rewrapKey(
        host: try host(), hsm: try hsm(), token: try token(), try domainKey(), keyToken: try names.keyToken(try get("key-token")),
        result: try names.newKeyToken(try get("as")))
    case "corrupt":
      switch (fields["operator"], fields["hsm"]) {
      case (let node?, nil): return .corrupt(.operator, try names.corrupt(node, .operator))
      case (nil, let node?): return .corrupt(.hsm, try names.corrupt(node, .hsm))
      default: throw body.error("one `operator` or one `hsm` is corrupted")
      }
    default: return .forge(try forge(body, fields, &names))
    }
  }

  /// `c`, `{wrapped-keys-of: t1}` or `{key-token: e1}`.
  private static func ciphertext(_ node: YAMLNode, _ names: Names) throws(InputError) -> Command.Ciphertext {
    guard node.isMapping else { return .made(try names.ciphertext(node)) }
    let fields = try node.fields(Step.wrappedKeys)
    if let token = fields["key-token"], fields.count == 1 { return .keyToken(try names.keyToken(token)) }
    guard let token = fields["wrapped-keys-of"], fields.count == 1 else {
      throw node.error("keys to decrypt are `{wrapped-keys-of: …}` or `{key-token: …}`")
    }
    return .wrappedKeys(of: try names.token(token))
  }

  private static func path(_ body: YAMLNode, _ fields: [String: YAMLNode], _ names: Names) throws(InputError) -> [Command
    .LinkSketch]
  {
    if let node = fields["path"] {
      guard fields["to"] == nil, fields["signed-by"] == nil else {
        throw node.error("`path` stands instead of `to` and `signed-by`")
      }
      var links: [Command.LinkSketch] = []
      for item in try node.list() {
        let f = try item.fields(Step.linkKeys)
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
      let f = try item.fields(Step.endorsementKeys)
      if let name = f["forged"] {
        signers.append(.forged(try names.entity(name, .operator)))
      } else if let name = f["reuse"] {
        signers.append(.reused(try names.entity(name, .operator), trust: try names.trust(try item.required("from", f))))
      } else if let token = f["token"] {
        signers.append(.onToken(try names.entity(try item.required("by", f), .operator), token: try names.token(token)))
      } else {
        throw item.error("an endorsement is an operator, `{forged: …}`, `{reuse: …, from: …}` or `{token: …, by: …}`")
      }
    }
    return signers
  }

  /// `alice` or `{forged: alice}`.
  private static func orderSigners(_ node: YAMLNode?, _ names: Names) throws(InputError) -> [Command.Signer] {
    let signers = try signers(node, names)
    for (item, signer) in zip(try node?.items() ?? [], signers) {
      switch signer {
      case .signs, .forged: continue
      case .reused, .onToken: throw item.error("an endorsement of an order to rotate is an operator or `{forged: …}`")
      }
    }
    return signers
  }

  private static func forge(_ body: YAMLNode, _ f: [String: YAMLNode], _ names: inout Names) throws(InputError)
    -> Command.TokenSketch
  {
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
      guard names.isRogue(signer) else {
        throw node.error("the adversary has no key of `\(signer)`", hint: "`forged`, or `{of: token}`")
      }
      signature = .own
    case "forged": signature = .forged
    case nil: signature = .from(token: try names.token(try node.required("of", try node.fields(Step.signatureKeys))))
    default: throw node.error("a signature is `own`, `forged` or `{of: token}`")
    }
    let trust = try names.trust(try body.required("trust", f))
    return Command.TokenSketch(
      try names.newToken(try body.required("as", f)), trust: trust, keys: keys, signer: signer, signature: signature)
  }
}
