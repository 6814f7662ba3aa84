public import GameKit

/// The queries of the hash games under their textbook names.
extension Oracle {
  /// The digest that the service answers, nil if it belongs to another point.
  @inlinable
  public mutating func hash<P>(_ point: P.Point) throws(Forfeit) -> P.Digest?
  where Query == HashQuery<P>, Answer == HashAnswer<P> {
    guard case .digest(let digest) = try ask(.hash(point)) else { return nil }
    return digest
  }

  /// Whether the service accepts the digest for this point.
  @inlinable
  public mutating func accepts<P>(_ digest: P.Digest, of point: P.Point) throws(Forfeit) -> Bool
  where Query == HashQuery<P>, Answer == HashAnswer<P> {
    try ask(.check(point, digest)) == .accepted
  }

  /// The adversary's own evaluation.
  @inlinable
  public mutating func evaluate<P>(_ point: P.Point) throws(Forfeit) -> P.Digest
  where Query == HashQuery<P>, Answer == HashAnswer<P> {
    guard case .digest(let digest) = try ask(.evaluate(point)) else { throw .resigned("evaluate was not answered with a digest") }
    return digest
  }

  /// An evaluation in the collision game.
  @inlinable
  public mutating func evaluate<P>(_ point: P.Point) throws(Forfeit) -> P.Digest
  where Query == CollisionQuery<P>, Answer == CollisionAnswer<P> {
    guard case .digest(let digest) = try ask(.evaluate(point)) else { throw .resigned("evaluate was not answered with a digest") }
    return digest
  }
}
