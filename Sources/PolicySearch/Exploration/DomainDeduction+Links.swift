import DomainManagement
import Explorer
import Policy
import Scenarios

/// Which successors of a trust are accepted.
extension DomainDeduction {
  /// Which parent and domain a candidate names.
  enum Pointing: Hashable, CaseIterable {
    case rightly, otherDomain, otherParent, otherBoth, rollback, nothing
  }

  struct Candidate {
    let content: TrustContent
    let pointing: Pointing
  }

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
    for candidate in acceptedBefore[known] ?? candidates(after: parent.content) {
      if watch.isStopping() { break }
      let pointers: (S.Digest?, S.Digest?)
      switch candidate.pointing {
      case .rightly: pointers = (parent.trust.fingerprint, parent.trust.domainName)
      case .nothing: pointers = (nil, nil)
      case .rollback:
        guard let root else { continue }
        pointers = (root, parent.trust.domainName)
      case .otherDomain, .otherParent, .otherBoth:
        guard let foreign else { continue }
        pointers = (
          candidate.pointing == .otherDomain ? parent.trust.fingerprint : foreign.fingerprint,
          candidate.pointing == .otherParent ? parent.trust.domainName : foreign.domainName
        )
      }
      checks += 1
      guard let link = judge.accepted(candidate.content, parent: pointers.0, domain: pointers.1) else { continue }
      accepted.append(candidate)
      // Of the links that break the same properties in the same way the nearest is enough.
      if link.broken.isEmpty && link.brokenByHost.isEmpty || told.insert(link.kind).inserted { links.append(link) }
    }
    if reductions.lineage { acceptedBefore[known] = accepted }
    return links
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
      guard Int(content.operators.nonzeroBitCount) >= Int(content.quorum) else { return true }
      let trust = universe.trust(content, parent: nil, domain: nil)
      if trust != root { foreign = trust }
      return foreign == nil
    }
    if let foreign { remember(foreign) }
    return foreign
  }
}
