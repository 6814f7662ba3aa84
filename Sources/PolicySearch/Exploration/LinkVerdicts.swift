import DomainManagement
import Policy

/// What was found out about candidates for successors, so that no like one is judged again.
///
/// Where no rule about successors looks at the HSMs and hosts that a trust lists (`RuleFacts.looksAtServers`), a verdict hangs on
/// the operators, their roles and the quorums of the two trusts, on where the candidate points, on whether it is the trust in
/// force itself, and on which of three signatures of honest operators there are: on it, on what they would sign in its place, and
/// on the trust in force. What they sign hangs on the candidate alone, and on where it points. Fingerprints count by which of
/// them are equal, as under the lineage reduction.
struct LinkVerdicts {
  /// Where a candidate stands: how deep its parent is, as far as that tells which of its fingerprints are equal, and where it
  /// points.
  struct Place: Hashable {
    fileprivate let bits: UInt8

    /// `pointing` is below 8.
    init(depth: Int, pointing: UInt8) { bits = UInt8(min(depth, 2)) << 3 | pointing }
  }

  /// Everything that a verdict hangs on.
  struct Case: Hashable {
    fileprivate let bits: UInt64
    /// Those of the parent and of the candidate.
    fileprivate let roles: UInt64

    /// In one word: there are millions.
    func hash(into hasher: inout Hasher) { hasher.combine(bits ^ roles &* 0x9E37_79B9_7F4A_7C15) }
  }

  private struct Signed: Hashable {
    let content: TrustContent
    let place: Place
  }
  private var signed: [Signed: Bool] = [:]
  private var known: [Case: LinkVerdict] = [:]

  subscript(item: Case) -> LinkVerdict? {
    get { known[item] }
    set { known[item] = newValue }
  }

  mutating func isSigned(_ content: TrustContent, _ place: Place, _ ask: () -> Bool) -> Bool {
    let key = Signed(content: content, place: place)
    if let known = signed[key] { return known }
    let isSigned = ask()
    signed[key] = isSigned
    return isSigned
  }
}

extension LinkVerdicts.Case {
  init(
    _ content: TrustContent, after parent: TrustContent, _ place: LinkVerdicts.Place, isSigned: Bool, isMendedSigned: Bool,
    isParentSigned: Bool
  ) {
    var bits = UInt64(parent.operators) << 16 | UInt64(content.operators)
    bits = bits << 8 | UInt64(parent.quorum)
    bits = bits << 8 | UInt64(content.quorum)
    bits = bits << 5 | UInt64(place.bits)
    bits = bits << 1 | (content == parent ? 1 : 0)
    bits = bits << 1 | (isSigned ? 1 : 0)
    bits = bits << 1 | (isMendedSigned ? 1 : 0)
    bits = bits << 1 | (isParentSigned ? 1 : 0)
    self.init(bits: bits, roles: UInt64(parent.roles) << 32 | UInt64(content.roles))
  }
}

/// What becomes of a candidate for a successor.
enum LinkVerdict: Hashable {
  case rejected
  /// `isAsked`: honest operators have to be asked to sign it.
  case accepted(byHSM: Bool, byHost: Bool, isAsked: Bool)
}
