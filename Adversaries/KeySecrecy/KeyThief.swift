public import Coins
public import GameKit
public import Games
public import Primitives

/// An attack that ends with a domain key in the adversary's hands, by protocol queries alone.
///
/// What to do with it is somebody else's business: `TestStolenKey` decides the bit of the key-secrecy game with it.
public protocol KeyThief: Sendable {
  /// A key of an honest domain, nil if the attack failed.
  func steal(
    _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>, coins: Coins
  ) throws(Forfeit) -> StolenKey?
}

/// A thief whose attack is on a domain that stands already: so a portfolio tries several on one domain, with one budget.
public protocol DomainThief: KeyThief {
  var population: DomainSize { get }

  /// - Parameter domain: honest, founded, with a key under handle 0.
  func steal(
    from domain: Domain, _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>, coins: Coins
  ) throws(Forfeit) -> StolenKey?
}

extension DomainThief {
  public func steal(
    _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>, coins: Coins
  ) throws(Forfeit) -> StolenKey? {
    guard let domain = try oracle.establish(population) else { return nil }
    return try steal(from: domain, &oracle, coins: coins)
  }

  func steal(
    on domain: Domain?, _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>, coins: Coins
  ) throws(Forfeit) -> StolenKey? {
    if let domain { try steal(from: domain, &oracle, coins: coins) } else { try steal(&oracle, coins: coins) }
  }
}

/// A key, and the request that an honest host would be served with under it.
public struct StolenKey: Hashable, Sendable {
  public var request: KeyRequest
  public var key: Bytes

  public init(request: KeyRequest, key: Bytes) { (self.request, self.key) = (request, key) }
}

/// The distinguisher that a thief makes: it says "random" when `test` answers another key than the stolen one.
///
/// It wins exactly when the theft succeeds, so its advantage is the probability of that.
public struct TestStolenKey<Thief: KeyThief>: Adversary {
  public typealias Query = KeySecrecyQuery
  public typealias Answer = KeySecrecyAnswer
  let thief: Thief

  public init(_ thief: Thief) { self.thief = thief }

  public func play(_ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>, coins: Coins) throws(Forfeit) -> Bool {
    guard let stolen = try thief.steal(&oracle, coins: coins), case .key(let key) = try oracle.ask(.test(stolen.request)) else {
      return false
    }
    return key != stolen.key
  }
}
