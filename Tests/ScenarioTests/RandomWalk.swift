import DomainManagement
import Scenarios
import TestSupport

/// An adversary without ideas: well-formed commands among the entities of the small scope, drawn at random. It knows no attack
/// and no property; the explorer's moves are not used.
struct RandomWalk {
  static let operators = ["honest", "dishonest", "rogue-operator"]
  static let hsms = ["hsm", "rogue-hsm"]
  static let hosts = ["host", "rogue-host"]

  let scenario: Scenario
  private var numbers: SplitMix
  private var left: Int
  private var tokens: [(name: String, trust: String)] = []
  private var ciphertexts: [(name: String, token: String, handle: String)] = []
  private var keyTokens: [String] = []
  /// The trust where each host stands.
  private var places: [String: String] = [:]
  /// What the last command gives if it is accepted.
  private var pending: Gain?
  private var count = 0
  private let rotates: Bool
  private let hasCustomerKeys: Bool
  /// How often the key was rotated.
  private var rotations = 0

  private enum Gain {
    case token(String, trust: String)
    case ciphertext(String, token: String, handle: String)
    case place(host: String, trust: String)
    case rotated(token: String, trust: String)
    case keyToken(String)
  }

  /// Where keys rotate, tokens from before a rotation are put away: to bring a retired key back by them is no news.
  init(seed: UInt64, length: Int, rotates: Bool = false, hasCustomerKeys: Bool = false) {
    (self.rotates, self.hasCustomerKeys) = (rotates, hasCustomerKeys)
    numbers = SplitMix(state: seed &* 0x1_0001)
    left = length
    let entities = [
      Entity("honest", .operator, .honest, sharesKeyWith: "hsm"), Entity("dishonest", .operator, .dishonest),
      Entity("rogue-operator", .operator, .rogue),
      Entity("hsm", .hsm, .honest), Entity("rogue-hsm", .hsm, .rogue), Entity("host", .host, .honest),
      Entity("rogue-host", .host, .rogue),
    ]
    var trusts = [
      TrustSketch("root", operators: ["honest", "dishonest"], hsms: [.init("hsm")], hosts: ["host"], quorum: 2),
      TrustSketch("other-root", operators: ["honest", "dishonest"], hsms: [.init("hsm")], hosts: [], quorum: 2),
    ]
    for index in 0..<10 { trusts.append(Self.trust("trust-\(index)", trusts, &numbers)) }
    scenario = Scenario(name: "walk", globalQuorum: 2, entities: entities, trusts: trusts, steps: [])
  }

  /// A trust like one of those before, as its successor or as a founding one, with up to three things changed.
  private static func trust(_ name: String, _ known: [TrustSketch], _ numbers: inout SplitMix) -> TrustSketch {
    var trust = known[Int(numbers.next() % UInt64(known.count))]
    let parent = trust
    trust.name = name
    if numbers.oneIn(5) {
      (trust.parent, trust.domain) = (nil, nil)
    } else {
      (trust.parent, trust.domain) = (parent.name, parent.domain ?? parent.name)
      if numbers.oneIn(8) { trust.domain = numbers.oneIn(2) ? "root" : "other-root" }
    }
    func toggled(_ names: [String], _ all: [String]) -> [String] {
      let name = all[Int(numbers.next() % UInt64(all.count))]
      return all.filter { names.contains($0) != ($0 == name) }
    }
    for _ in 0..<numbers.next() % 4 {
      switch numbers.next() % 4 {
      case 0: trust.operators = toggled(trust.operators, operators)
      case 1:
        trust.hsms = toggled(trust.hsms.map(\.hsm), hsms).map { .init($0) }
        if numbers.oneIn(4), !trust.hsms.isEmpty { trust.hsms[0].agreementOf = "rogue-hsm" }
      case 2: trust.hosts = toggled(trust.hosts, hosts)
      default: trust.quorum = QuorumRules(Int(numbers.next() % 4))
      }
    }
    return trust
  }

  private mutating func pick<T>(_ items: [T]) -> T? { items.isEmpty ? nil : items[Int(numbers.next() % UInt64(items.count))] }

  /// The next command, or nil at the end.
  mutating func next(wasAccepted: Bool) -> Command? {
    if wasAccepted {
      switch pending {
      case .token(let name, let trust): tokens.append((name, trust))
      case .ciphertext(let name, let token, let handle): ciphertexts.append((name, token, handle))
      case .place(let host, let trust): places[host] = trust
      case .rotated(let name, let trust): (tokens, rotations) = ([(name, trust)], rotations + 1)
      case .keyToken(let name): keyTokens.append(name)
      case nil: break
      }
    }
    pending = nil
    while left > 0 {
      left -= 1
      count += 1
      if let command = command() { return command }
    }
    return nil
  }

  private mutating func command() -> Command? {
    let result = "result-\(count)"
    let handle = numbers.oneIn(4) ? "x" : "k"
    if rotates, numbers.oneIn(3) { return rotation(result) }
    if hasCustomerKeys, numbers.oneIn(3) { return customerKey(result) }
    switch numbers.next() % 12 {
    case 0, 1:
      guard let trust = pick(scenario.trusts.filter { $0.parent == nil }.map(\.name) + [pick(scenario.trusts)?.name ?? "root"])
      else { return nil }
      pending = .token(result, trust: trust)
      return .found(hsm: "hsm", link(trust), recipients: recipients(trust), token: result)
    case 2, 3:
      guard let token = pick(tokens) else { return nil }
      pending = .token(result, trust: token.trust)
      return .addKey(hsm: "hsm", token: token.name, handle: handle, recipients: recipients(token.trust), result: result)
    case 4, 5:
      guard let token = pick(tokens), let path = path(after: token.trust), let last = path.last?.trust else { return nil }
      pending = .token(result, trust: last)
      return .update(hsm: "hsm", token: token.name, path: path, recipients: recipients(last), result: result)
    case 6:
      guard let host = pick(Self.hosts), let trust = pick(scenario.trusts.filter { $0.parent == nil }) else { return nil }
      pending = .place(host: host, trust: trust.name)
      return .install(host: host, trust: trust.name)
    case 7:
      guard let host = pick(places.keys.sorted()), let place = places[host], let path = path(after: place),
        let last = path.last?.trust
      else { return nil }
      pending = .place(host: host, trust: last)
      return .advance(host: host, path: path)
    case 8:
      guard let host = pick(Self.hosts), let token = token(for: host) else { return nil }
      pending = .ciphertext(result, token: token.name, handle: handle)
      // What a host encrypts tells hosts and commands apart.
      return .encrypt(host: host, hsm: "hsm", token: token.name, .init(handle), message: "message \(count)", result: result)
    case 9:
      guard let host = pick(Self.hosts), let ciphertext = pick(ciphertexts), let token = token(for: host) else { return nil }
      let other = numbers.oneIn(3) ? token.name : ciphertext.token
      return .decrypt(host: host, hsm: "hsm", token: other, .init(ciphertext.handle), ciphertext: .made(ciphertext.name))
    default: return forgery(result)
    }
  }

  /// The key is rotated, or one that may be retired is asked for.
  private mutating func rotation(_ result: String) -> Command? {
    let version = max(1, rotations + (numbers.oneIn(4) ? 0 : 1))
    switch numbers.next() % 4 {
    case 0, 1:
      guard let token = pick(tokens) else { return nil }
      pending = .rotated(token: result, trust: token.trust)
      let signers = Self.operators.flatMap { name -> [Command.Signer] in
        numbers.oneIn(6)
          ? [.forged(name)] : Array(repeating: .signs(name), count: numbers.oneIn(6) ? 0 : numbers.oneIn(4) ? 2 : 1)
      }
      return .rotateKey(
        hsm: "hsm", token: token.name, handle: "k", version: version, signers: signers,
        kept: numbers.oneIn(3) ? (numbers.oneIn(4) ? 0 : 9) : nil, result: result)
    case 2:
      guard let token = token(for: "host") else { return nil }
      pending = .ciphertext(result, token: token.name, handle: "k")
      return .encrypt(
        host: "host", hsm: "hsm", token: token.name, .init("k", version: version), message: "message \(count)", result: result)
    default:
      guard let ciphertext = pick(ciphertexts), let token = token(for: "host") else { return nil }
      return .decrypt(
        host: "host", hsm: "hsm", token: token.name, .init("k", version: 1 + Int(numbers.next() % 2)),
        ciphertext: .made(ciphertext.name))
    }
  }

  /// A customer key is wrapped, wrapped anew or used, or its key token handed in as data.
  private mutating func customerKey(_ result: String) -> Command? {
    guard let host = pick(Self.hosts), let token = token(for: host)?.name else { return nil }
    let key = Command.KeySketch("k", version: numbers.oneIn(3) ? max(1, rotations + (numbers.oneIn(2) ? 0 : 1)) : nil)
    guard let keyToken = pick(keyTokens), !numbers.oneIn(3) else {
      pending = .keyToken(result)
      return .createKey(host: host, hsm: "hsm", token: token, key, result: result)
    }
    let customerKey = Command.KeySketch("k", keyToken: keyToken)
    switch numbers.next() % 4 {
    case 0:
      pending = .keyToken(result)
      return .rewrapKey(host: host, hsm: "hsm", token: token, key, keyToken: keyToken, result: result)
    case 1:
      pending = .ciphertext(result, token: token, handle: "k")
      return .encrypt(host: host, hsm: "hsm", token: token, customerKey, message: "message \(count)", result: result)
    case 2:
      guard let ciphertext = pick(ciphertexts)?.name else { return nil }
      return .decrypt(host: host, hsm: "hsm", token: token, customerKey, ciphertext: .made(ciphertext))
    default: return .decrypt(host: host, hsm: "hsm", token: token, key, ciphertext: .keyToken(keyToken))
    }
  }

  /// Most often one of the trust where the host stands.
  private mutating func token(for host: String) -> (name: String, trust: String)? {
    let place = places[host]
    let fitting = tokens.filter { $0.trust == place }
    return pick(fitting.isEmpty || numbers.oneIn(4) ? tokens : fitting)
  }

  private mutating func forgery(_ result: String) -> Command? {
    guard let trust = pick(scenario.trusts.map(\.name) + tokens.map(\.trust)), let signer = pick(Self.hsms) else { return nil }
    var keys = Command.TokenSketch.Keys.own(handles: ["k"])
    if numbers.oneIn(2), let token = pick(tokens) { keys = .from(token: token.name) }
    var signature: Command.TokenSketch.Signature = signer == "hsm" ? .forged : .own
    if numbers.oneIn(3), let token = pick(tokens) { signature = .from(token: token.name) }
    pending = .token(result, trust: trust)
    return .forge(.init(result, trust: trust, keys: keys, signer: signer, signature: signature))
  }

  /// Nearly always whom the trust lists.
  private mutating func recipients(_ trust: String) -> [String]? {
    guard numbers.oneIn(6), let sketch = scenario.trusts.first(where: { $0.name == trust }), let other = pick(Self.hsms) else {
      return nil
    }
    let listed = sketch.hsms.map(\.agreementOf)
    return listed.contains(other) ? listed.filter { $0 != other } : listed + [other]
  }

  private mutating func path(after trust: String) -> [Command.LinkSketch]? {
    var (path, parent): ([Command.LinkSketch], String) = ([], trust)
    repeat {
      let successors = scenario.trusts.filter { $0.parent == parent }
      guard let next = pick(successors.isEmpty || numbers.oneIn(6) ? scenario.trusts : successors) else { return nil }
      path.append(link(next.name))
      parent = next.name
    } while numbers.oneIn(3)
    return path
  }

  private mutating func link(_ trust: String) -> Command.LinkSketch {
    var signers: [Command.Signer] = []
    for name in Self.operators {
      switch numbers.next() % 8 {
      case 0: continue
      case 1: signers.append(.forged(name))
      case 2: if let other = pick(scenario.trusts) { signers.append(.reused(name, trust: other.name)) }
      case 3: if let token = pick(tokens) { signers.append(.onToken(name, token: token.name)) }
      default: signers += Array(repeating: .signs(name), count: numbers.oneIn(4) ? 2 : 1)
      }
    }
    return .init(trust, signers)
  }
}
