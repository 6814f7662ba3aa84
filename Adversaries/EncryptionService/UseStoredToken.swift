public import Coins
public import GameKit
public import Games
public import KeySecrecyAdversaries
internal import Primitives

/// Encrypts at a host that has moved on to a successor, under the token that the adversary brings from where tokens are stored;
/// and the adversary brings an old one. In both worlds it is refused, and what was encrypted before still opens.
public struct UseStoredToken: ServiceEnvironment {
  public typealias Attacker = TokenStore

  public init() {}

  /// - Returns: whether the old token was served, or something failed.
  public func play(_ world: inout some EnvironmentWorld<TokenStore>, coins: Coins) throws(Forfeit) -> Bool {
    guard world.budget[.keys] >= 1, world.budget[.encryptions] >= 2, world.budget[.decryptions] >= 1 else { return false }
    let (message, data) = (Bytes(Array("attack at dawn".utf8)), Bytes([0]))
    guard case .domain(var domain) = try world.tell(.found), try world.add(0, to: &domain),
      case .ciphertext(let ciphertext) = try world.ask(.encrypt(domain.request(0), message, data: data)),
      case .domain(let moved) = try world.tell(.store(domain)), case .domain(let brought) = try world.tell(.bring)
    else { return true }
    if case .ciphertext = try world.ask(.encrypt(brought.request(0), message, data: data)) { return true }
    return try world.opens(ciphertext, data, moved) != .message(message)
  }
}

/// The adversary that stores a domain's tokens: it moves the domain on, and brings the token from before when it is asked for
/// one.
public struct TokenStore: ServiceAttacker {
  public enum Message {
    case found
    /// Keep this token, and have the operators bring the domain to a successor.
    case store(Domain)
    case bring
  }

  public enum Reply {
    case domain(Domain)
    case failed
  }

  private var stored: Domain?

  public init() {}

  public mutating func hear(
    _ message: Message, _ network: inout some Oracle<AttackQuery, EncryptionServiceAnswer>
  ) throws(Forfeit) -> Reply {
    let domain: Domain?
    switch message {
    case .found: domain = try network.onNetwork { network throws(Forfeit) in try network.honestDomain() }
    case .store(let old):
      stored = old
      domain = try network.onNetwork { network throws(Forfeit) in try network.succeed(old) }
    case .bring: domain = stored
    }
    return domain.map { .domain($0) } ?? .failed
  }
}
