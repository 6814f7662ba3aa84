public import Coins
public import GameKit

extension HashIdealization {
  /// Left: the function itself. The bad event is a collision with an owner. Mirrors `IndHash(RealHash)`.
  public struct Real: Game {
    var service: HashService<P>

    public mutating func restart(coins: Coins) { service.restart(coins: coins) }

    public mutating func answer(_ query: HashQuery<P>) -> HashAnswer<P> {
      switch query {
      case .hash(let point):
        let digest = service.digest(point)
        _ = service.meet(point, digest, isCheck: false)
        return .digest(digest)
      case .check(let point, let digest):
        guard service.digest(point) == digest else { return .rejected }
        _ = service.meet(point, digest, isCheck: true)
        return .accepted
      case .evaluate(let point): return .digest(service.digest(point))
      }
    }
  }

  /// Right: another point than the owner gets no digest and passes no check. Mirrors `IndHash(IdealHash)`.
  public struct Ideal: Game {
    var service: HashService<P>

    public mutating func restart(coins: Coins) { service.restart(coins: coins) }

    public mutating func answer(_ query: HashQuery<P>) -> HashAnswer<P> {
      switch query {
      case .hash(let point):
        let digest = service.digest(point)
        return service.meet(point, digest, isCheck: false) == .anothers ? .noDigest : .digest(digest)
      case .check(let point, let digest):
        guard service.digest(point) == digest else { return .rejected }
        return service.meet(point, digest, isCheck: true) == .anothers ? .rejected : .accepted
      case .evaluate(let point): return .digest(service.digest(point))
      }
    }
  }
}
