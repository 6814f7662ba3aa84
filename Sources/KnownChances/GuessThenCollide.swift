import Coins
import GameKit
import Games
import Primitives

/// Guesses a signature and says "real" after a success; otherwise evaluates up to `points` points, shows the first collision to
/// the hash service, and says "ideal" if that is denied.
struct GuessThenCollide: Adversary {
  typealias Query = SignaturesAndHashes.Query
  typealias Answer = SignaturesAndHashes.Answer
  let scheme: SignaturesAndHashes.Scheme
  let function: SignaturesAndHashes.Function
  let tries, points: Int

  func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
    guard case .signatures(.key(let key)) = try oracle.ask(.signatures(.keygen)) else { return false }
    for index in 0..<UInt64(tries) {
      let verify = Query.signatures(.verify(key, Message(1), scheme.candidate(index)))
      if case .signatures(.accepted) = try oracle.ask(verify) { return false }
    }
    var digests: [CalibratedHash.Digest] = []
    for index in 0..<UInt64(points) {
      guard case .hashes(.digest(let digest)) = try oracle.ask(.hashes(.evaluate(function.point(index)))) else { return false }
      if let first = digests.firstIndex(of: digest) {
        _ = try oracle.ask(.hashes(.hash(function.point(UInt64(first)))))
        return try oracle.ask(.hashes(.hash(function.point(index)))) == .hashes(.noDigest)
      }
      digests.append(digest)
    }
    return false
  }
}
