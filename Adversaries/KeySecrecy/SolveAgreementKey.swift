public import Coins
public import EncryptionAdversaries
public import GameKit
public import Games
internal import Primitives

/// Computes the agreement secret of one HSM, with all of a budget of work, and opens the token with it.
///
/// More targets would not help: an equality between elements with two unknown exponents gives neither of them.
public struct SolveAgreementKey: DomainThief {
  public let population: DomainSize
  let logarithm: DiscreteLogarithm

  public init(population: DomainSize, logarithm: DiscreteLogarithm) {
    (self.population, self.logarithm) = (population, logarithm)
  }

  public func steal(
    from domain: Domain, _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>, coins: Coins
  ) throws(Forfeit) -> StolenKey? {
    // Who may open nothing has no use for a logarithm.
    guard oracle.budget[.openings] > 0, let bytes = domain.agreementKeys.first,
      let element = CalibratedGroup.Element(bytes: bytes.array), let exponent = logarithm.find(element),
      let key = try oracle.key(0, from: .openWithExponent(token: domain.token, hsm: domain.hsms[0], exponent: exponent))
    else { return nil }
    return StolenKey(request: domain.request(), key: key)
  }
}
