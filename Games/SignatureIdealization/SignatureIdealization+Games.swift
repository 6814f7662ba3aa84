public import Coins
public import GameKit
import Primitives

extension SignatureIdealization {
  /// Left: `verify` is the scheme's. The bad event is a forgery. Mirrors `IndSig(RealSigServ)`, with the flag of `OrclUF`.
  public struct Real: Game {
    var service: SignatureService<S>
    /// Whether a triple under a registered key has verified that was never produced.
    public private(set) var hasForgery = false
    /// Each key under which one has, once.
    private(set) var forgedKeys: [S.VerificationKey] = []

    public mutating func restart(coins: Coins) {
      service.restart(coins: coins)
      if hasForgery { (hasForgery, forgedKeys) = (false, []) }
    }

    public mutating func answer(_ query: SignatureQuery<S>) -> SignatureAnswer<S> {
      var forged: S.VerificationKey?
      let answer = service.answer(query) { service, triple in
        guard case .valid = service.check(triple) else { return .rejected }
        if service.registered.contains(triple.key), !service.produced.contains(triple) { forged = triple.key }
        return .accepted
      }
      if let forged {
        hasForgery = true
        if !forgedKeys.contains(forged) { forgedKeys.append(forged) }
      }
      return answer
    }
  }

  /// Right: for a registered key exactly the produced triples verify. Mirrors `IndSig(IdealSigServ)`.
  public struct Ideal: Game {
    var service: SignatureService<S>

    public mutating func restart(coins: Coins) { service.restart(coins: coins) }

    public mutating func answer(_ query: SignatureQuery<S>) -> SignatureAnswer<S> {
      service.answer(query) { service, triple in
        if service.registered.contains(triple.key) { return service.produced.contains(triple) ? .accepted : .rejected }
        return service.check(triple) == .valid ? .accepted : .rejected
      }
    }
  }
}
