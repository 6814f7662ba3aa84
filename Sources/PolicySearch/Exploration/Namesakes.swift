import DomainManagement
import Records
import Scenarios

extension ExplorationScope {
  /// The scope in which a scenario takes place.
  init(of scenario: Scenario) {
    self.init()
    func count(_ kind: Entity.Kind, _ natures: Entity.Nature...) -> Int {
      scenario.entities.count { $0.kind == kind && natures.contains($0.nature) }
    }
    let genuine = scenario.entities(.operator).filter { $0.nature != .rogue }
    (operators, dishonest, rogueOperators) = (genuine.count, count(.operator, .dishonest), count(.operator, .rogue))
    (hsms, rogueHSMs) = (count(.hsm, .honest, .rogue), count(.hsm, .rogue))
    (hosts, rogueHosts) = (count(.host, .honest), count(.host, .rogue))
    domains = min(2, scenario.trusts.count { $0.parent == nil })
    let parents = Dictionary(scenario.trusts.map { ($0.name, $0.parent) }) { first, _ in first }
    depth = scenario.trusts.map { sequence(first: $0.name) { parents[$0] ?? nil }.dropFirst().count { _ in true } }.max() ?? 0
    quorum = scenario.globalQuorum
    sharedKeys = genuine.count { $0.sharesKeyWith != nil }
    rotations = scenario.steps.count { if case .rotateKey = $0.command { true } else { false } }
    customerKeys = min(1, scenario.steps.count { if case .createKey = $0.command { true } else { false } })
    let dealt = genuine.compactMap(\.role)
    if dealt.count == genuine.count { roles = dealt }
    transparentWrap = scenario.hasTransparentWrap
  }
}

extension Scenario {
  /// In the order in which a search numbers them.
  func entities(_ kind: Entity.Kind) -> [Entity] {
    let all = entities.filter { $0.kind == kind }
    let shared = all.filter { $0.sharesKeyWith != nil }, others = all.filter { $0.sharesKeyWith == nil }
    return shared + Entity.Nature.allCases.flatMap { nature in others.filter { $0.nature == nature } }
  }
}

/// What a scenario calls the values of a search in its scope.
struct Namesakes<S: DomainSuite> {
  private let universe: Universe<S>
  private let (operators, hsms, hosts): ([String], [String], [String])
  private var trusts: [String: Trust<S>] = [:]
  /// Of what the steps so far have given.
  private var tokens: [String: Token<S>] = [:]
  private var keyTokens: [String: ExportedKeyToken] = [:]
  /// What the search calls `k`: it has one handle.
  private var handle: String?

  init(_ scenario: Scenario, _ universe: Universe<S>) {
    func names(_ kind: Entity.Kind) -> [String] { scenario.entities(kind).map(\.name) }
    self.universe = universe
    (operators, hsms, hosts) = (names(.operator), names(.hsm), names(.host))
    // Ancestors stand first.
    for sketch in scenario.trusts {
      // What stands below a trust that no search writes is none either.
      guard [sketch.parent, sketch.domain].allSatisfy({ $0.map { trusts[$0] != nil } ?? true }), let content = content(sketch)
      else { continue }
      trusts[sketch.name] = universe.trust(
        content, parent: sketch.parent.flatMap { trusts[$0]?.fingerprint },
        domain: sketch.domain.flatMap { trusts[$0]?.fingerprint })
    }
  }

  /// Nil where a search does not write such a trust.
  private func content(_ sketch: TrustSketch) -> TrustContent? {
    guard sketch.roles.isEmpty, let quorum = universe.quorums.firstIndex(of: sketch.quorum) else { return nil }
    var content = TrustContent(operators: 0, hsms: 0, hosts: 0, quorum: UInt8(quorum))
    for (index, name) in operators.enumerated() where sketch.operators.contains(name) { content.operators |= 1 << UInt16(index) }
    for (index, name) in hosts.enumerated() where sketch.hosts.contains(name) { content.hosts |= 1 << UInt16(index) }
    for entry in sketch.hsms {
      guard let index = hsms.firstIndex(of: entry.hsm) else { return nil }
      let isOwn = entry.agreementOf == entry.hsm
      // The key that a search puts in place of an HSM's own is that of the first rogue one.
      guard isOwn || index < universe.hsms.count && hsms.dropFirst(universe.hsms.count).first == entry.agreementOf else {
        return nil
      }
      let listing: TrustContent.Listing = isOwn ? .own : .swapped
      content.hsms |= listing.rawValue << UInt32(2 * index)
    }
    return content
  }

  /// Whether a move of the search is what the command says; then what it gives is called as there. Who has signed is for the
  /// search to choose.
  mutating func isSame(_ step: DomainStep<S>, _ command: Command) -> Bool {
    switch (step, command) {
    case (.found(let hsm, let trust, _, let new), .found(let name, let link, nil, let result)):
      guard hsms[hsm] == name, trusts[link.trust] == trust else { return false }
      tokens[result] = new
    case (.addKey(let hsm, let token, _, widenedTo: nil, let new), .addKey(let name, let old, let named, nil, let result)):
      guard hsms[hsm] == name, tokens[old] == token, named == handle ?? named else { return false }
      handle = named
      tokens[result] = new
    case (.update(let hsm, let token, let path, let new), .update(let name, let old, let links, nil, let result)):
      guard hsms[hsm] == name, tokens[old] == token, path.map({ Optional($0.trust) }) == links.map({ trusts[$0.trust] }) else {
        return false
      }
      tokens[result] = new
    case (
      .rotate(let hsm, let token, let version, _, let kept, let new),
      .rotateKey(let name, let old, let named, let retired, _, let keptToo, let result)
    ):
      guard hsms[hsm] == name, tokens[old] == token, named == handle, version == retired, kept == keptToo else { return false }
      tokens[result] = new
    case (.install(let host, let trust), .install(let name, let other)):
      return hosts[host] == name && trusts[other] == trust
    case (.advance(let host, let trust, _), .advance(let name, let path)):
      return hosts[host] == name && path.count == 1 && trusts[path[0].trust] == trust
    case (
      .encrypt(let host, let hsm, let token, let key, _), .encrypt(let name, let other, let old, let asked, _, _)
    ):
      return hosts[host] == name && hsms[hsm] == other && tokens[old] == token && asked.handle == handle
        && key.version == asked.version && asked.keyToken == nil
    case (
      .wrapKey(let host, let hsm, let token, let version, nil, let new),
      .createKey(let name, let other, let old, let key, let result)
    ):
      guard isSame(host, name, hsm, other, token, old, key, version) else { return false }
      keyTokens[result] = new
    case (
      .wrapKey(let host, let hsm, let token, let version, let wrapped?, let new),
      .rewrapKey(let name, let other, let old, let key, let keyToken, let result)
    ):
      guard isSame(host, name, hsm, other, token, old, key, version), keyTokens[keyToken] == wrapped else { return false }
      keyTokens[result] = new
    default: return false
    }
    return true
  }

  private func isSame(
    _ host: Int, _ name: String, _ hsm: Int, _ other: String, _ token: Token<S>, _ old: String, _ key: Command.KeySketch,
    _ version: Int?
  ) -> Bool {
    hosts[host] == name && hsms[hsm] == other && tokens[old] == token && key.handle == handle && key.version == version
  }
}
