/// What a trust lists, as bits over the entities of a universe: everything but parent and domain.
struct TrustContent: Hashable {
  /// Bit i: operator i.
  var operators: UInt16
  /// Two bits an HSM: absent, with its own agreement key, with the adversary's.
  var hsms: UInt32
  var hosts: UInt16
  /// The position among the universe's quorums. Where they are numbers, the number.
  var quorum: UInt8
  /// Two bits an operator: how far the role that it is listed with stands behind its own. 0 for who is not listed.
  var roles: UInt32 = 0

  enum Listing: UInt32 { case absent, own, swapped }

  func listing(_ hsm: Int) -> Listing { Listing(rawValue: hsms >> UInt32(2 * hsm) & 3) ?? .absent }

  /// In few words: a search looks up each candidate.
  func hash(into hasher: inout Hasher) {
    hasher.combine(UInt64(operators) << 48 | UInt64(hosts) << 32 | UInt64(hsms))
    hasher.combine(UInt64(roles) << 8 | UInt64(quorum))
  }

  /// In how many entries two contents differ: searches try small changes first, so that what they find is easy to read.
  func distance(to other: TrustContent) -> Int {
    (operators ^ other.operators).nonzeroBitCount + (hosts ^ other.hosts).nonzeroBitCount + (hsms ^ other.hsms).nonzeroBitCount
      + abs(Int(quorum) - Int(other.quorum)) + (roles ^ other.roles).nonzeroBitCount
  }

  /// How far the role of an operator stands behind its own.
  func role(_ index: Int) -> Int { Int(roles >> UInt32(2 * index) & 3) }
}
