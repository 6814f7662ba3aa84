import DomainManagement
import Records

extension Scenario {
  /// The scenario as a file: reading it gives the scenario again.
  public var yaml: String {
    var out = "scenario: \(YAMLText.scalar(name))\ntitle: \(YAMLText.scalar(title))\n"
    if !story.isEmpty { out += "story: \(YAMLText.scalar(story))\n" }
    out += "\(YAMLText.scalar("n")): \(globalQuorum.yaml)\n"
    for kind in Entity.Kind.allCases {
      let members = entities.filter { $0.kind == kind }
      if !members.isEmpty { out += "\(kind.rawValue)s: \(YAMLText.mapping(members.map { ($0.name, $0.natureText) }))\n" }
      if kind == .operator { out += rolesText }
    }
    out += "trusts:\n"
    for trust in trusts { out += "  \(YAMLText.scalar(trust.name)): \(trust.yaml)\n" }
    out += "steps:\n"
    for step in steps {
      out += "  - \(step.command.yaml)\n"
      if step.expected != .accepted { out += "    expect: \(step.expected.yaml)\n" }
      if let twin = step.expectedOfTwin { out += "    twin-expect: \(twin.yaml)\n" }
    }
    out += "end: \(Self.text(end))\n"
    if let twin {
      out += "twin:\n"
      if !twin.without.isEmpty { out += "  without: \(YAMLText.list(twin.without))\n" }
      if !twin.with.isEmpty { out += "  with: \(YAMLText.list(twin.with))\n" }
      out += "  end: \(Self.text(twin.end))\n"
    }
    return out + (hasTransparentWrap ? "defect: transparent-wrap\n" : "")
  }

  /// All roles that something mentions, so that it can be read again.
  private var rolesText: String {
    let rules = ([globalQuorum] + trusts.map(\.quorum)).flatMap { rules in
      QuorumCommand.allCases.flatMap { rules.rules(for: $0).flatMap { $0.needs.compactMap(\.role) } }
    }
    let roles = Set(entities.compactMap(\.role) + trusts.flatMap(\.roles.values) + rules).sorted()
    let members = roles.map { role in (role, YAMLText.list(entities.filter { $0.role == role }.map(\.name))) }
    return members.isEmpty ? "" : "roles: \(YAMLText.block(members))\n"
  }

  private static func text(_ end: [Property]) -> String { end.isEmpty ? "holds" : YAMLText.list(end.map(\.rawValue)) }
}

extension Entity {
  fileprivate var natureText: String {
    let word = nature == .honest && kind != .operator ? "genuine" : nature.rawValue
    return word + (sharesKeyWith.map { " as \($0)" } ?? "")
  }
}

extension TrustSketch {
  fileprivate var yaml: String {
    var members: [(String, String)] = []
    if let parent { members.append(("parent", YAMLText.scalar(parent))) }
    if let domain { members.append(("domain", YAMLText.scalar(domain))) }
    let entries = hsms.map { $0.hsm == $0.agreementOf ? YAMLText.scalar($0.hsm) : YAMLText.mapping([($0.hsm, $0.agreementOf)]) }
    let signers = operators.map { name in roles[name].map { YAMLText.mapping([(name, $0)]) } ?? YAMLText.scalar(name) }
    members += [
      ("operators", "[\(signers.joined(separator: ", "))]"), ("hsms", "[\(entries.joined(separator: ", "))]"),
      ("hosts", YAMLText.list(hosts)),
      ("quorum", quorum.yaml),
    ]
    return YAMLText.block(members)
  }
}

extension Step.Expectation {
  fileprivate var yaml: String {
    if case .refused(let rule) = self { rule } else { description }
  }
}

extension Command {
  fileprivate var yaml: String {
    switch self {
    case .authorise(let name, let trust): return step("authorise", [("operator", name), ("trust", trust)])
    case .found(let hsm, let link, let recipients, let token):
      return step(
        "found", [("hsm", hsm), ("trust", link.trust)], [("signed-by", link.signersText)] + Self.text(recipients), [("as", token)]
      )
    case .addKey(let hsm, let token, let handle, let recipients, let result):
      return step("add-key", [("hsm", hsm), ("token", token), ("handle", handle)], Self.text(recipients), [("as", result)])
    case .update(let hsm, let token, let path, let recipients, let result):
      return step("update", [("hsm", hsm), ("token", token)], Self.text(path) + Self.text(recipients), [("as", result)])
    case .rotateKey(let hsm, let token, let handle, let version, let signers, let kept, let result):
      return step(
        "rotate-key", [("hsm", hsm), ("token", token), ("handle", handle)],
        [("version", "\(version)"), ("signed-by", Self.text(signers))] + (kept.map { [("keep", "\($0)")] } ?? []),
        [("as", result)])
    case .install(let host, let trust): return step("install", [("host", host), ("trust", trust)])
    case .advance(let host, let path): return step("advance", [("host", host)], Self.text(path))
    case .encrypt(let host, let hsm, let token, let key, let message, let result):
      return step(
        "encrypt", [("host", host), ("hsm", hsm), ("token", token), ("handle", key.handle)], Self.text(key),
        [("message", message), ("as", result)])
    case .decrypt(let host, let hsm, let token, let key, let ciphertext):
      let bytes =
        switch ciphertext {
        case .made(let name): YAMLText.scalar(name)
        case .wrappedKeys(let token): YAMLText.mapping([("wrapped-keys-of", token)])
        case .keyToken(let name): YAMLText.mapping([("key-token", name)])
        }
      return step(
        "decrypt", [("host", host), ("hsm", hsm), ("token", token), ("handle", key.handle)],
        Self.text(key) + [("ciphertext", bytes)])
    case .createKey(let host, let hsm, let token, let key, let result):
      return step(
        "create-key", [("host", host), ("hsm", hsm), ("token", token), ("handle", key.handle)], Self.text(key), [("as", result)])
    case .rewrapKey(let host, let hsm, let token, let key, let old, let result):
      return step(
        "rewrap-key", [("host", host), ("hsm", hsm), ("token", token), ("handle", key.handle)], Self.text(key),
        [("key-token", old), ("as", result)])
    case .corrupt(let kind, let name): return step("corrupt", [(kind.rawValue, name)])
    case .forge(let sketch):
      let keys: (String, String) =
        switch sketch.keys {
        case .own(let handles): ("keys", YAMLText.list(handles))
        case .from(let token): ("keys-of", YAMLText.scalar(token))
        }
      let signature =
        switch sketch.signature {
        case .own: "own"
        case .forged: "forged"
        case .from(let token): YAMLText.mapping([("of", token)])
        }
      return step(
        "forge", [("as", sketch.result), ("trust", sketch.trust)], [keys], [("signer", sketch.signer)], [("signature", signature)]
      )
    }
  }

  /// `words` are scalars; `parts` are YAML already.
  private func step(
    _ verb: String, _ words: [(String, String)], _ parts: [(String, String)] = [], _ last: [(String, String)] = [],
    _ end: [(String, String)] = []
  ) -> String {
    func quoted(_ members: [(String, String)]) -> [(String, String)] { members.map { ($0.0, YAMLText.scalar($0.1)) } }
    return "\(verb): \(YAMLText.block(quoted(words) + parts + quoted(last) + end))"
  }

  private static func text(_ key: KeySketch) -> [(String, String)] {
    (key.version.map { [("version", "\($0)")] } ?? []) + (key.keyToken.map { [("key-token", YAMLText.scalar($0))] } ?? [])
  }

  fileprivate static func text(_ signers: [Signer]) -> String { "[\(signers.map(\.yaml).joined(separator: ", "))]" }

  private static func text(_ recipients: [String]?) -> [(String, String)] {
    recipients.map { [("recipients", YAMLText.list($0))] } ?? []
  }

  private static func text(_ path: [LinkSketch]) -> [(String, String)] {
    func link(_ link: LinkSketch) -> [(String, String)] {
      [("to", YAMLText.scalar(link.trust)), ("signed-by", link.signersText)]
    }
    return path.count == 1 ? link(path[0]) : [("path", "[\(path.map { YAMLText.block(link($0)) }.joined(separator: ", "))]")]
  }
}

extension Command.LinkSketch {
  fileprivate var signersText: String { Command.text(signers) }
}

extension Command.Signer {
  fileprivate var yaml: String {
    switch self {
    case .signs(let name): YAMLText.scalar(name)
    case .forged(let name): YAMLText.mapping([("forged", name)])
    case .reused(let name, let trust): YAMLText.mapping([("reuse", name), ("from", trust)])
    case .onToken(let name, let token): YAMLText.mapping([("token", token), ("by", name)])
    }
  }
}
