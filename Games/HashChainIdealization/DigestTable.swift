import GameKit

/// Which point each digest belongs to: the first one that was entered. It only grows.
struct DigestTable<P: PointHash> {
  struct Entry: Hashable, Sendable {
    let point: P.Point
    let digest: P.Digest
  }

  /// How a point stands to the owner of its digest.
  enum Ownership {
    case unclaimed, own, anothers
  }

  private(set) var digests = AppendLog<P.Digest>()
  private var points: [P.Point] = []

  mutating func owner(of digest: P.Digest) -> P.Point? { digests.firstIndex(of: digest).map { points[$0] } }

  @inline(__always)
  mutating func ownership(of digest: P.Digest, by point: P.Point) -> Ownership {
    guard let owner = owner(of: digest) else { return .unclaimed }
    return owner == point ? .own : .anothers
  }

  /// Enters the owner of a digest that has none.
  @inline(__always)
  mutating func enter(_ point: P.Point, owns digest: P.Digest) {
    digests.append(digest)
    points.append(point)
  }

  mutating func removeAll() {
    digests.removeAll()
    points.removeAll(keepingCapacity: true)
  }

  func agrees(with other: Self) -> Bool { digests.agrees(with: other.digests) && points.last == other.points.last }
}
