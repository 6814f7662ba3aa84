import DomainManagement
import Explorer
import Policy
import Records
import Scenarios

/// Domain management as a deduction: the operations of the protocol itself, on an ideal suite, with an adversary who owns the
/// network, the rogue keys, the dishonest operators and the schedule.
///
/// Tokens and signatures are never used up and HSMs are stateless, so the adversary's knowledge only grows. A host does change;
/// but no inference joins two facts about one host, so facts about hosts that exclude each other are never joined either. [ours]
struct DomainDeduction<S: DomainSuite, P: DomainPolicy>: Deduction where P.Suite == S {
  /// A trust in force in an honest domain.
  struct Node {
    let content: TrustContent
    let depth: Int
    let trust: Trust<S>
    /// The node of its founding trust.
    let root: Int
    /// Whether its founding trust can be founded, and an HSM of each trust on the way is in the next: a token can come here.
    /// Trusts that tokens reach and trusts that only hosts do never stand for each other.
    let isLive: Bool
    /// Numbers the coins of its domain's keys.
    var keyDraw: UInt64 { 1_000 + 16 * UInt64(root) }
  }

  enum Key: Hashable {
    case token(node: Int, generation: Int, hsm: Int, rotations: Int)
    case host(Int, node: Int)
    case widened(node: Int, outsider: Int)
    case sealed(node: Int, generation: Int, rotations: Int)
    case overfull(node: Int)
    case wrapped(node: Int, version: Int)
    case foreign([UInt8], hsm: Int)
  }

  private struct NodeKey: Hashable {
    let content: TrustContent
    let depth: Int
    let isOwnDomain: Bool
    let isLive: Bool
    let exact: [UInt8]?
  }

  let universe: Universe<S>
  let policy: P
  let reductions: ExplorationReductions
  private(set) var nodes: [Node] = []
  /// Trusts by fingerprint, for telling ancestors.
  private(set) var trusts: [S.Digest: Trust<S>] = [:]
  /// How many candidates for a successor were judged.
  var checks = 0
  private var index: [NodeKey: Int] = [:]
  /// What else is remembered of links, candidates and their verdicts.
  var acceptedBefore: [ContentKey: [Candidate]] = [:]
  var linksOfNode: [Int: [AcceptedLink<S>]] = [:]
  var verdicts = LinkVerdicts()
  let remembersVerdicts: Bool
  private let listings: Listings
  let watch: SearchWatch

  /// `remembersVerdicts` is heeded where it makes no difference: a policy that is watched is asked everything.
  init(
    _ scope: ExplorationScope, suite: S, policy: P, reductions: ExplorationReductions, watch: SearchWatch = SearchWatch(),
    remembersVerdicts: Bool = true
  ) {
    self.remembersVerdicts =
      remembersVerdicts && reductions.lineage && (policy as? Policy<S>).map { !$0.looksAtServers } ?? false
    universe = Universe(scope, suite: suite)
    self.policy = policy
    self.reductions = reductions
    self.watch = watch
    listings = Listings(universe, watch)
  }

  /// Everything that a trust can list, made when it is needed: in a large scope it is millions.
  private final class Listings {
    private let universe: Universe<S>
    private let watch: SearchWatch
    private(set) lazy var contents: [TrustContent] = {
      var contents: [TrustContent] = []
      universe.listings(honestOnly: false) {
        contents.append($0)
        return !watch.isStopping()
      }
      return contents
    }()

    init(_ universe: Universe<S>, _ watch: SearchWatch) { (self.universe, self.watch) = (universe, watch) }
  }

  /// Everything that a trust can list; less when the search was stopped.
  var contents: [TrustContent] { listings.contents }

  var suite: S { universe.suite }
  var scope: ExplorationScope { universe.scope }

  func key(of fact: DomainFact<S>) -> Key {
    switch fact {
    case .token(let node, _, let generation, let hsm, let rotations):
      // Which HSM signed is told apart only by whether the trust still lists it.
      let signer = reductions.symmetry && hsm >= scope.sharedKeys ? (nodes[node].content.listing(hsm) == .own ? -1 : -2) : hsm
      return .token(node: node, generation: generation, hsm: signer, rotations: rotations)
    case .host(let host, let node):
      return .host(reductions.symmetry ? (nodes[node].content.hosts >> UInt16(host) & 1 == 1 ? -1 : -2) : host, node: node)
    case .widened(let node, _, let outsider):
      return .widened(node: node, outsider: reductions.symmetry && outsider >= scope.sharedKeys ? -1 : outsider)
    case .sealed(_, let node, let generation, _, let rotations):
      return .sealed(node: node, generation: generation, rotations: rotations)
    case .overfull(let node, _): return .overfull(node: node)
    case .wrapped(let token, let node, _): return .wrapped(node: node, version: token.version)
    case .foreign(let token, let hsm): return .foreign(token.trust.wire, hsm: hsm)
    }
  }

  /// The node of a trust that came into force, or nil if another trust stands for it.
  mutating func enter(_ trust: Trust<S>, _ content: TrustContent, after parent: Int?) -> Int? {
    let depth = parent.map { nodes[$0].depth + 1 } ?? 0
    let isOwn = parent.map { nodes[$0].trust.domainName == trust.domainName } ?? true
    let members = universe.hsms.indices.filter { content.listing($0) == .own }
    let isLive: Bool =
      if let parent { nodes[parent].isLive && members.contains { nodes[parent].content.listing($0) == .own } } else {
        !members.isEmpty && trust.rules.unmeetable(by: trust.roles) == nil
      }
    let key = NodeKey(
      content: reductions.symmetry ? universe.canonical(content) : content, depth: depth, isOwnDomain: isOwn, isLive: isLive,
      exact: reductions.lineage ? nil : trust.wire)
    if let known = index[key] { return nodes[known].trust == trust ? known : nil }
    index[key] = nodes.count
    remember(trust)
    nodes.append(
      Node(content: content, depth: depth, trust: trust, root: parent.map { nodes[$0].root } ?? nodes.count, isLive: isLive))
    return nodes.count - 1
  }

  mutating func remember(_ trust: Trust<S>) { trusts[trust.fingerprint] = trust }

  /// The founding trust of the adversary's own domain.
  var adversaryRoot: Trust<S> { universe.trust(universe.permissive, parent: nil, domain: nil) }
  /// Trusts that the adversary writes for a purpose of its own: the most permissive one, or all of them.
  func adversaryTrusts(parent: S.Digest?, domain: S.Digest?) -> [Trust<S>] {
    (reductions.dominance ? [universe.permissive] : contents.filter { !universe.isHonest($0) }).map {
      universe.trust($0, parent: parent, domain: domain)
    }
  }

  func found(_ trust: Trust<S>, _ endorsed: [SignedBy<S>], _ hsm: Int) -> Token<S>? {
    try? universe.hsms[hsm].found(Link(trust, authorisation: endorsed.map(\.endorsement)), draw: 1, policy: policy, suite: suite)
      .message
  }

  func broken(by event: DomainEvent<S>) -> [DomainGoal] { universe.broken(by: event).map { .broken($0) } }

  /// What falls when a genuine HSM gives out `token`, which has keys in it or not, under a trust in force.
  func broken(byIssuing token: Token<S>, hasKeys: Bool = true) -> [DomainGoal] {
    broken(by: .issued(token)) + (hasKeys && leaks(token) ? broken(by: .keyExposed) : [])
  }

  /// Whether the adversary reads a key in what an HSM gave out.
  func leaks(_ token: Token<S>) -> Bool {
    universe.rogueHSMs.contains { !($0.pry(token.wrapped, suite: suite)?.handles.isEmpty ?? true) }
      || !(token.wrapped.exposed(suite: suite)?.handles.isEmpty ?? true)
  }
}
