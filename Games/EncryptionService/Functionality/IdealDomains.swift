import DomainManagement
import GameKit
import Primitives

/// What the functionality knows of domains, by the numbers of what crossed the network: which are honest from their founding,
/// which trusts their operators brought into force, and which key a handle names in which branch.
///
/// It learns of a move by its query, and of the simulator's answer reads no more than that it did not fail.
struct IdealDomains<S: DomainSuite> {
  private(set) var setUp: GlobalSetUp<S>
  private var hosts: [Host] = []
  /// By number; what has one fingerprint is one trust, and has the name of the first.
  private var trusts: [Trust] = []
  private var fingerprints = AppendLog<Bytes>()
  private var tokens: [Token] = []
  /// From which token the wrapped keys that the adversary made come, if they come from any.
  private var wraps: [Int?] = []
  private var instances = 0

  private struct Host {
    /// Whether set-up installed the founding trust of an honest domain.
    var isProtected = false
    var current: Int?
  }

  private struct Trust {
    let name: Int
    let parent: Int?
    let isFounding: Bool
    let hosts: [S.Identity]
    let isGenuine: Bool
    /// Whether it is in force in an honest domain: founded, or as a genuine successor.
    var isHonest: Bool
  }

  private struct Token {
    let trust: Int
    /// The keys of an honest domain in this branch.
    let keys: [Key]?
    /// The token of an HSM whose wrapped keys these are, if they are any's.
    let source: Int?
  }

  private struct Key {
    let handle: Int
    let instance: Int
  }

  init(setUp: GlobalSetUp<S>) { self.setUp = setUp }

  mutating func restart() {
    setUp.restart()
    hosts.removeAll(keepingCapacity: true)
    trusts.removeAll(keepingCapacity: true)
    fingerprints.removeAll()
    tokens.removeAll(keepingCapacity: true)
    wraps.removeAll(keepingCapacity: true)
    instances = 0
  }

  // MARK: Users

  enum Serving {
    /// The request names something that does not exist, or where no user is.
    case unknown
    /// A dishonest domain's.
    case unprotected
    /// An honest domain's; no key if there is none under this handle, or whoever asks has no part in it.
    case protected(instance: Int?)
  }

  func serving(_ request: KeyRequest) -> Serving {
    guard setUp.hosts.indices.contains(request.host), setUp.hosts[request.host].part != .rogue,
      setUp.hsms.indices.contains(request.hsm), setUp.hsms[request.hsm].isGenuine, tokens.indices.contains(request.token)
    else { return .unknown }
    let (host, token) = (setUp.hosts[request.host], tokens[request.token])
    guard host.part == .corrupt ? trusts[token.trust].isHonest : hosts[request.host].isProtected else { return .unprotected }
    let isCurrent = host.part == .corrupt || hosts[request.host].current == token.trust
    guard isCurrent, trusts[token.trust].hosts.contains(host.identity) else { return .protected(instance: nil) }
    return .protected(instance: token.keys?.first { $0.handle == request.handle }?.instance)
  }

  /// Whether a token of an honest domain was answered in which the functionality sees no keys.
  func isWithheld(_ answer: KeySecrecyAnswer) -> Bool {
    guard case .token(let number) = answer else { return false }
    return trusts[tokens[number].trust].isHonest && tokens[number].keys == nil
  }

  // MARK: The network

  /// Reads what a move did, if it did not fail.
  /// - Throws: if the simulator answers what no network can: it gives up.
  mutating func note(_ query: KeySecrecyQuery, _ answer: KeySecrecyAnswer) throws(Forfeit) {
    switch (query, answer) {
    case (_, .operator), (_, .hsm): try setUp.note(query, answer)
    case (_, .host):
      try setUp.note(query, answer)
      hosts.append(Host())
    case (.trust(let sketch), .trust(let number, let fingerprint)): try write(sketch, number, fingerprint)
    case (.token(let sketch), .token(let number)): try write(sketch, number)
    case (.wrap, .wrap(let number, keys: _)): try wrap(number, of: nil)
    case (.retag(let reference, _, _, _), .wrap(let number, keys: _)): try wrap(number, of: reference)
    case (.found(_, let trust, _, _), .token(let number)):
      let name = try name(trust)
      try make(number, name, keys: trusts[name].isFounding && trusts[name].isHonest ? [] : nil)
    case (.addKey(_, let token, let handle, _), .token(let number)): try add(handle, to: token, number)
    case (.update(_, let token, let path, _), .token(let number)):
      guard tokens.indices.contains(token) else { throw .impossibleMove }
      let keys = tokens[token].keys
      let (trust, isHonest) = try follow(path, from: tokens[token].trust)
      try make(number, trust, keys: isHonest ? keys : nil)
    case (.install(let host, let trust), .done): try install(host, name(trust))
    case (.advance(let host, let path), .done):
      guard hosts.indices.contains(host), let current = hosts[host].current else { throw .impossibleMove }
      hosts[host].current = try follow(path, from: current).trust
    default: break
    }
  }

  private func name(_ trust: Int) throws(Forfeit) -> Int {
    guard trusts.indices.contains(trust) else { throw .impossibleMove }
    return trusts[trust].name
  }

  private mutating func write(_ sketch: TrustSketch, _ number: Int, _ fingerprint: Bytes) throws(Forfeit) {
    guard number == trusts.count else { throw .impossibleMove }
    var parent: Int?
    if let named = sketch.parent { parent = try name(named) }
    guard let lists = try? setUp.lists(of: sketch) else { throw .impossibleMove }
    let (isFounding, isGenuine) = (parent == nil && !sketch.claimsDomain, setUp.isGenuine(lists))
    let name = fingerprints.firstIndex(of: fingerprint) ?? number
    fingerprints.append(fingerprint)
    trusts.append(
      Trust(
        name: name, parent: parent, isFounding: isFounding, hosts: lists.hosts, isGenuine: isGenuine,
        isHonest: isFounding && isGenuine && sketch.quorum >= setUp.quorum))
  }

  /// What the adversary writes can be an HSM's token again, if it guesses or copies its signature: which one it is if it is one.
  private mutating func write(_ sketch: TokenSketch, _ number: Int) throws(Forfeit) {
    let (trust, source) = (try name(sketch.trust), source(of: sketch.keys))
    let isSame = source.map { tokens[$0].trust == trust } ?? false
    try append(number, Token(trust: trust, keys: isSame ? source.flatMap { tokens[$0].keys } : nil, source: source))
  }

  private mutating func wrap(_ number: Int, of reference: WrapReference?) throws(Forfeit) {
    guard number == wraps.count else { throw .impossibleMove }
    wraps.append(reference.flatMap(source))
  }

  private func source(of reference: WrapReference) -> Int? {
    switch reference {
    case .token(let number): tokens.indices.contains(number) ? tokens[number].source : nil
    case .own(let number): wraps.indices.contains(number) ? wraps[number] : nil
    }
  }

  /// An HSM's token.
  private mutating func make(_ number: Int, _ trust: Int, keys: [Key]?) throws(Forfeit) {
    try append(number, Token(trust: trust, keys: keys, source: number))
  }

  private mutating func append(_ number: Int, _ token: Token) throws(Forfeit) {
    guard number == tokens.count else { throw .impossibleMove }
    tokens.append(token)
  }

  /// `New`: an instance of its own for every key that is added, under a handle that is not taken in this branch.
  private mutating func add(_ handle: Int, to token: Int, _ number: Int) throws(Forfeit) {
    guard tokens.indices.contains(token) else { throw .impossibleMove }
    let old = tokens[token]
    guard let keys = old.keys, !keys.contains(where: { $0.handle == handle }) else {
      return try make(number, old.trust, keys: nil)
    }
    try make(number, old.trust, keys: keys + [Key(handle: handle, instance: instances)])
    instances += 1
  }

  private mutating func install(_ host: Int, _ trust: Int) throws(Forfeit) {
    guard hosts.indices.contains(host), hosts[host].current == nil else { throw .impossibleMove }
    hosts[host] = Host(isProtected: trusts[trust].isFounding && trusts[trust].isHonest, current: trust)
  }

  /// Where a path leads, and whether from an honest trust to a genuine child and so on to the end.
  private mutating func follow(_ path: [LinkReference], from start: Int) throws(Forfeit) -> (trust: Int, isHonest: Bool) {
    var (trust, isHonest) = (start, trusts[start].isHonest)
    for link in path {
      let next = try name(link.trust)
      isHonest = isHonest && trusts[next].parent == trust && trusts[next].isGenuine
      if isHonest { trusts[next].isHonest = true }
      trust = next
    }
    return (trust, isHonest)
  }
}

extension Forfeit {
  static let impossibleMove = Self.resigned("the simulator answered what no network can")
}

extension TrustSketch {
  /// Whether a domain is claimed that is not the parent's.
  fileprivate var claimsDomain: Bool { if case .of = domain { true } else { false } }
}
