import DomainManagement
import Policy
import Scenarios

/// Candidates for the successor of a trust, and which of them are accepted.
extension DomainDeduction {
  /// What a trust in force says, and whether there is an ancestor to roll back to.
  struct ContentKey: Hashable {
    let content: TrustContent
    let hasRollback: Bool
  }

  mutating func links(of node: Int) -> [AcceptedLink<S>] {
    if let known = linksOfNode[node] { return known }
    let links = nodes[node].depth < scope.depth ? judgeCandidates(after: node) : []
    linksOfNode[node] = links
    for link in links { remember(link.trust) }
    return links
  }

  /// Which parent and domain a candidate names.
  enum Pointing: UInt8, CaseIterable {
    case rightly, otherDomain, otherParent, otherBoth, rollback, nothing
  }

  struct Candidate {
    let content: TrustContent
    let pointing: Pointing
  }

  /// Judges every candidate for a successor. Under the lineage reduction a trust with the content of one that was judged before,
  /// whose fingerprints alone differ, has the accepted candidates of that one judged again, and no others.
  private mutating func judgeCandidates(after node: Int) -> [AcceptedLink<S>] {
    let parent = nodes[node]
    let judge = LinkJudge(universe: universe, policy: policy, parent: parent.trust)
    let foreign = scope.domains > 1 ? foreignTrust(to: node) : nil
    let root = parent.depth > 0 ? nodes[parent.root].trust.fingerprint : nil
    let known = ContentKey(content: parent.content, hasRollback: root != nil)
    var links: [AcceptedLink<S>] = []
    var accepted: [Candidate] = []
    var told: Set<AcceptedLink<S>.Kind> = []
    let (own, domain) = (parent.trust.fingerprint, parent.trust.domainName)
    let pointers: [(parent: S.Digest?, domain: S.Digest?)?] = Pointing.allCases.map { pointing in
      switch pointing {
      case .rightly: (own, domain)
      case .nothing: (nil, nil)
      case .rollback: root.map { ($0, domain) }
      case .otherDomain: foreign.map { (own, $0.domainName) }
      case .otherParent: foreign.map { ($0.fingerprint, domain) }
      case .otherBoth: foreign.map { ($0.fingerprint, $0.domainName) }
      }
    }
    for candidate in acceptedBefore[known] ?? candidates(after: parent.content) {
      if watch.isStopping() { break }
      guard let pointer = pointers[Int(candidate.pointing.rawValue)] else { continue }
      checks += 1
      guard let link = judged(candidate, pointer, after: parent, judge) else { continue }
      accepted.append(candidate)
      // Of the links that break the same properties in the same way the nearest is enough.
      if link.broken.isEmpty && link.brokenByHost.isEmpty || told.insert(link.kind).inserted { links.append(link) }
    }
    if reductions.lineage { acceptedBefore[known] = accepted }
    return links
  }

  private mutating func judged(
    _ candidate: Candidate, _ pointer: (parent: S.Digest?, domain: S.Digest?), after parent: Node, _ judge: LinkJudge<S, P>
  ) -> AcceptedLink<S>? {
    let content = candidate.content
    guard remembersVerdicts else { return judge.judged(content, parent: pointer.parent, domain: pointer.domain).link }
    let place = LinkVerdicts.Place(depth: parent.depth, pointing: candidate.pointing.rawValue)
    func isSigned(_ content: TrustContent) -> Bool {
      verdicts.isSigned(content, place) { judge.isSigned(content, parent: pointer.parent, domain: pointer.domain) }
    }
    let mended = universe.mended(content)
    let item = LinkVerdicts.Case(
      content, after: parent.content, place, isSigned: isSigned(content),
      isMendedSigned: mended != content && universe.isHonest(mended) && isSigned(mended), isParentSigned: judge.isParentSigned)
    let known = verdicts[item]
    if known == .rejected { return nil }
    let (verdict, link) = judge.judged(content, parent: pointer.parent, domain: pointer.domain, known: known)
    if known == nil { verdicts[item] = verdict }
    return link
  }

  /// Nearest contents first. Candidates that point elsewhere than they should are honest in content, or the adversary's most
  /// permissive one.
  private func candidates(after content: TrustContent) -> [Candidate] {
    var byDistance: [[TrustContent]] = []
    for other in contents {
      if watch.isStopping() { break }
      let distance = other.distance(to: content)
      while byDistance.count <= distance { byDistance.append([]) }
      byDistance[distance].append(other)
    }
    let ranked = byDistance.flatMap { $0 }
    let others = reductions.dominance ? ranked.filter(universe.isHonest) + [universe.permissive] : ranked
    return ranked.map { Candidate(content: $0, pointing: .rightly) }
      + others.flatMap { content in Pointing.allCases.dropFirst().map { Candidate(content: content, pointing: $0) } }
  }

  /// A founding trust of another honest domain, with which authorisations could be exchanged.
  private mutating func foreignTrust(to node: Int) -> Trust<S>? {
    let root = nodes[nodes[node].root].trust
    var foreign: Trust<S>?
    universe.listings(honestOnly: true) { content in
      let trust = universe.trust(content, parent: nil, domain: nil)
      if trust != root, trust.rules.unmeetable(by: trust.roles) == nil { foreign = trust }
      return foreign == nil
    }
    if let foreign { remember(foreign) }
    return foreign
  }
}
