import GameKit
import Games

/// Two points with one digest.
struct Collision<P: PointHash> {
  let first: P.Point
  let second: P.Point
  let digest: P.Digest

  /// Searches for as long as the budget of own evaluations lasts, and stops at the first digest that was there before; nil
  /// without one.
  init?<O: Oracle>(of function: P, _ oracle: inout O) throws(Forfeit) where O.Query == HashQuery<P>, O.Answer == HashAnswer<P> {
    var digests = AppendLog<P.Digest>()
    for index in 0..<UInt64(oracle.budget[.evaluate]) {
      let digest = try oracle.evaluate(function.point(index))
      if let first = digests.firstIndex(of: digest) {
        (self.first, second, self.digest) = (function.point(UInt64(first)), function.point(index), digest)
        return
      }
      digests.append(digest)
    }
    return nil
  }
}
