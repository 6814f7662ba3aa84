import DomainManagement
import Policy
import Records
import Scenarios

/// An endorsement, and how a story tells it.
struct SignedBy<S: DomainSuite> {
  let endorsement: Endorsement<S>
  let signer: DomainStep<S>.Signer
}

/// A successor that somebody accepts.
struct AcceptedLink<S: DomainSuite> {
  struct Kind: Hashable {
    let broken: [Property]
    let brokenByHost: [Property]
    let isByHSM: Bool
    let isByHost: Bool
    /// Whether keys that move along would be wrapped for the adversary.
    let isForAdversary: Bool
  }

  let trust: Trust<S>
  let content: TrustContent
  let endorsed: [SignedBy<S>]
  let isByHSM: Bool
  let isByHost: Bool
  let broken: [Property]
  /// What is broken besides if a host moves along.
  let brokenByHost: [Property]
  let isForAdversary: Bool

  var link: Link<S> { Link(trust, authorisation: endorsed.map(\.endorsement)) }
  var kind: Kind {
    Kind(broken: broken, brokenByHost: brokenByHost, isByHSM: isByHSM, isByHost: isByHost, isForAdversary: isForAdversary)
  }
}

/// Judges candidates for the successor of one trust, each with the longest authorisation that the adversary can attach: since bad
/// endorsements never spoil good ones, a longer one is never worse.
struct LinkJudge<S: DomainSuite, P: DomainPolicy> where P.Suite == S {
  let universe: Universe<S>
  let policy: P
  /// Nil: a founding trust is endorsed.
  let parent: Trust<S>?
  /// Honest operators' signatures on the trust in force, which can be attached to anything.
  private let old: [SignedBy<S>]
  var isParentSigned: Bool { !old.isEmpty }

  init(universe: Universe<S>, policy: P, parent: Trust<S>?) {
    self.universe = universe
    self.policy = policy
    self.parent = parent
    old = parent.map { trust in Self.willing(trust, universe, policy) { .reused($0, trust) } ?? [] } ?? []
  }

  /// The honest operators' endorsements of `trust`, if the rules for operators allow it: all of them are asked the same question.
  private static func willing(
    _ trust: Trust<S>, _ universe: Universe<S>, _ policy: P, _ signer: (Int) -> DomainStep<S>.Signer
  ) -> [SignedBy<S>]? {
    var endorsed: [SignedBy<S>] = []
    for index in 0..<universe.scope.honest {
      guard
        case .endorsed(let endorsement) = universe.operators[index].reply(
          to: trust, registry: universe.registry, globalQuorum: universe.scope.quorum, policy: policy, suite: universe.suite)
      else { return nil }
      endorsed.append(SignedBy(endorsement: endorsement, signer: signer(index)))
    }
    return endorsed.isEmpty ? nil : endorsed
  }

  /// What the adversary can attach without any honest operator's consent to `trust`, and with it.
  func endorsements(of trust: Trust<S>, _ content: TrustContent) -> (forced: [SignedBy<S>], willing: [SignedBy<S>]?) {
    let scope = universe.scope
    let statement = Statement(authorising: trust)
    var forced: [SignedBy<S>] = []
    for index in scope.honest..<universe.operators.count {
      guard
        case .endorsed(let endorsement) = universe.operators[index].reply(
          to: trust, registry: universe.registry, globalQuorum: scope.quorum, policy: policy, suite: universe.suite)
      else { continue }
      for _ in 0..<max(1, parent?.rules.most ?? 0, trust.rules.most) {
        forced.append(SignedBy(endorsement: endorsement, signer: .signs(index)))
      }
    }
    for index in 0..<scope.honest {
      let endorsement = Endorsement(
        signer: universe.operators[index].identity, statement: statement, signature: universe.suite.bogusSignature())
      forced.append(SignedBy(endorsement: endorsement, signer: .forged(index)))
    }
    forced += old
    let mended = universe.mended(content)
    if mended != content, universe.isHonest(mended) {
      let good = universe.trust(mended, parent: trust.parent, domain: trust.domain)
      forced += Self.willing(good, universe, policy) { .reused($0, good) } ?? []
    }
    return (forced, Self.willing(trust, universe, policy) { .signs($0) }.map { $0 + forced })
  }

  /// Whether honest operators sign it: all of them are asked the same question.
  func isSigned(_ content: TrustContent, parent: S.Digest?, domain: S.Digest?) -> Bool {
    let trust = universe.trust(content, parent: parent, domain: domain)
    let question = Question.authorise(trust, registry: universe.registry, globalQuorum: universe.scope.quorum)
    return universe.scope.honest > 0 && policy.decide(question, suite: universe.suite).denial == nil
  }

  /// A candidate, and what becomes of it, which is `known` if a like one was judged before.
  func judged(
    _ content: TrustContent, parent parentPrint: S.Digest?, domain: S.Digest?, known: LinkVerdict? = nil
  ) -> (verdict: LinkVerdict, link: AcceptedLink<S>?) {
    guard let parent else { return (.rejected, nil) }
    let trust = universe.trust(content, parent: parentPrint, domain: domain)
    let (forced, willing) = endorsements(of: trust, content)
    let verdict = known ?? self.verdict(on: trust, forced, willing, parent)
    guard case .accepted(let byHSM, let byHost, let isAsked) = verdict else { return (.rejected, nil) }
    let endorsed = isAsked ? willing ?? forced : forced
    let consent: DomainEvent<S>.Consent = isAsked && trust.parent == parent.fingerprint ? .given : .missing
    let link = AcceptedLink(
      trust: trust, content: content, endorsed: endorsed, isByHSM: byHSM, isByHost: byHost,
      broken: universe.broken(by: .entered(trust, after: parent, consent: consent)),
      brokenByHost: universe.broken(by: .hostMoved(to: trust, domain: parent.domainName)),
      isForAdversary: universe.rogueHSMs.contains { trust.agreementKeys.contains($0.member.agreementKey) })
    return (verdict, link)
  }

  private func verdict(
    on trust: Trust<S>, _ forced: [SignedBy<S>], _ willing: [SignedBy<S>]?, _ parent: Trust<S>
  ) -> LinkVerdict {
    for (endorsed, isAsked) in [(forced, false), (willing, true)] {
      guard let endorsed else { continue }
      let (byHSM, byHost) = accepts(trust, endorsed, parent)
      if byHSM || byHost { return .accepted(byHSM: byHSM, byHost: byHost, isAsked: isAsked) }
    }
    return .rejected
  }

  private func accepts(_ trust: Trust<S>, _ endorsed: [SignedBy<S>], _ parent: Trust<S>) -> (Bool, Bool) {
    let path = [Link(trust, authorisation: endorsed.map(\.endorsement))]
    let byHSM = policy.decide(.succeed(parent, path: path), suite: universe.suite).denial == nil
    let byHost =
      !universe.genuineHosts.isEmpty && policy.decide(.advance(parent, path: path), suite: universe.suite).denial == nil
    return (byHSM, byHost)
  }
}

extension Universe {
  /// The content with agreement keys and roles put right and the quorum raised to n: what honest operators might sign in its
  /// place.
  func mended(_ content: TrustContent) -> TrustContent {
    var mended = content
    for index in hsms.indices where content.listing(index) == .swapped {
      mended.hsms &= ~(3 << UInt32(2 * index))
      mended.hsms |= TrustContent.Listing.own.rawValue << UInt32(2 * index)
    }
    mended.roles = 0
    if !keepsQuorum[Int(content.quorum)], let least = keepsQuorum.firstIndex(of: true) { mended.quorum = UInt8(least) }
    return mended
  }
}
