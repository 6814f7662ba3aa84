package import DomainManagement
import Scenarios

extension Universe {
  /// Names for keys, as `Decision.name` writes them.
  var names: [String: String] {
    var names: [String: String] = [:]
    let modules = entities.filter { $0.kind == .hsm }
    for (index, member) in (hsms.map(\.member) + rogueHSMs.map(\.member)).enumerated() {
      names[Decision.name(member.agreementKey)] = "the agreement key of \(modules[index].name)"
      names[Decision.name(member.identity)] = modules[index].name
    }
    for (index, entity) in entities.filter({ $0.kind == .operator }).enumerated() {
      names[Decision.name(operators[index].identity)] = entity.name + (entity.sharesKeyWith.map { "=\($0)" } ?? "")
    }
    for (index, entity) in entities.filter({ $0.kind == .host }).enumerated() {
      names[Decision.name(hosts[index].identity)] = entity.name
    }
    return names
  }
}

extension Question {
  /// What a trust lists, with the same names.
  package static func told(_ trust: Trust<S>, _ names: [String: String]) -> String {
    func name(_ value: some WireValue) -> String { names[Decision.name(value)] ?? Decision.name(value) }
    // On the symbolic suite the two keys of an HSM have one name.
    let hsms = trust.hsms.map {
      name($0.agreementKey) == name($0.identity)
        ? name($0.identity) : "\(name($0.identity)) with the agreement key of \(name($0.agreementKey))"
    }
    let operators = zip(trust.operators, trust.roles).map { name($0) + ($1.map { " as \($0)" } ?? "") }
    let groups = [("operators", operators), ("HSMs", hsms), ("hosts", trust.hosts.map { name($0) })]
    let members = groups.map { kind, names in names.isEmpty ? "no \(kind)" : "\(kind) \(names.joined(separator: ", "))" }
      .joined(separator: "; ")
    return "{\(members); quorum \(trust.rules)}"
  }

  /// The command in words.
  package func told(_ names: [String: String]) -> String { told(names) { Self.told($0, names) } }

  /// - Parameter list: what is written for a trust.
  package func told(_ names: [String: String], _ list: (Trust<S>) -> String) -> String {
    func name(_ value: some WireValue) -> String { names[Decision.name(value)] ?? Decision.name(value) }
    func endorsed(_ link: Link<S>) -> String {
      var counts: [(words: String, count: Int)] = []
      for endorsement in link.authorisation {
        let isAnother = endorsement.statement.trust != link.trust
        let words =
          name(endorsement.signer)
          + (endorsement.statement.context == .token ? " on a token" : isAnother ? " on another trust" : "")
        if let index = counts.firstIndex(where: { $0.words == words }) {
          counts[index].count += 1
        } else {
          counts.append((words, 1))
        }
      }
      return counts.isEmpty
        ? "nobody" : counts.map { $0.count > 1 ? "\($0.words) (\($0.count) times)" : $0.words }.joined(separator: ", ")
    }
    func chain(_ path: [Link<S>], after trust: Trust<S>? = nil) -> String {
      var (parts, parent): ([String], Trust<S>?) = ([], trust)
      for link in path {
        var remarks = ""
        if let parent, link.trust.parent != parent.fingerprint {
          remarks += link.trust.parent == nil ? ", a founding trust," : ", which extends another trust,"
        }
        if let parent, link.trust.domain != parent.domainName, link.trust.parent != nil { remarks += " of another domain," }
        parts.append("\(list(link.trust))\(remarks) with endorsements by \(endorsed(link))")
        parent = link.trust
      }
      return parts.joined(separator: ", then ")
    }
    switch self {
    case .authorise(let trust, _, _): return "an honest operator signs \(list(trust))"
    case .found(let link, let member): return "\(name(member.identity)) founds \(chain([link]))"
    case .use(let token, let member):
      return
        "\(member.map { name($0.identity) } ?? "a host") uses a token of \(list(token.trust)) signed by \(name(token.signer))"
    case .addKey(let handle, _): return "a key is added under the taken handle `\(handle)`"
    case .succeed(let trust, let path): return "keys move from \(list(trust)) to \(chain(path, after: trust))"
    case .wrap(let trust, let recipients):
      return "keys of \(list(trust)) are wrapped for \(recipients.map { name($0) }.joined(separator: ", "))"
    case .release: return "an HSM gives out a message that contains a key"
    case .serve(let trust, let requester): return "\(name(requester)) is served under \(list(trust))"
    case .install(let trust, _): return "a host installs the founding trust \(list(trust))"
    case .advance(let trust, let path): return "a host moves from \(list(trust)) to \(chain(path, after: trust))"
    case .rotate(let rotation):
      let (order, count) = (rotation.order, rotation.authorisation.count)
      return
        "an HSM rotates `\(order.handle)` of \(list(rotation.trust)), retiring version \(order.version) of "
        + "\(rotation.activeVersion), with \(count) endorsements, and keeps \(rotation.kept) deactivated"
    case .useKey(let state, let use): return "a \(state) key is to \(use.words)"
    case .present(let token, let current): return "a host with \(list(current)) uses a token of \(list(token.trust))"
    }
  }
}

extension KeyUse {
  fileprivate var words: String {
    switch self {
    case .encrypt: "encrypt"
    case .decrypt: "decrypt"
    case .wrap: "wrap a customer key"
    case .unwrap: "open a key token"
    case .encryptAsToken: "encrypt data as a key token"
    case .decryptToken: "decrypt a key token as data"
    }
  }
}
