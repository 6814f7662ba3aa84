public import Coins
public import GameKit
public import Games
public import KeySecrecyAdversaries
public import Primitives

/// Uses a domain that has branches: two keys under one handle, a key more in one branch, and a successor. In both worlds a
/// ciphertext opens in its own branch and where that leads to, and nowhere else.
public struct UseBranches: ServiceEnvironment {
  public typealias Attacker = DomainFounder

  public init() {}

  /// - Returns: whether something failed.
  public func play(_ world: inout some EnvironmentWorld<DomainFounder>, coins: Coins) throws(Forfeit) -> Bool {
    guard world.budget[.keys] >= 3, world.budget[.encryptions] >= 1, world.budget[.decryptions] >= 5 else { return false }
    let (message, data) = (Bytes(Array("attack at dawn".utf8)), Bytes([0]))
    guard case .domain(let root) = try world.tell(.found) else { return false }
    var (own, other) = (root, root)
    guard try world.add(0, to: &own), try world.add(0, to: &other),
      case .ciphertext(let ciphertext) = try world.ask(.encrypt(own.request(0), message, data: data)),
      try world.opens(ciphertext, data, own) == .message(message), try !world.opens(ciphertext, data, other).isMessage
    else { return true }
    if case .opened = try world.tell(.open(ciphertext, data: data)) { return true }
    guard try world.add(1, to: &own), try world.opens(ciphertext, data, own) == .message(message),
      case .domain(let successor) = try world.tell(.succeed(own)),
      try world.opens(ciphertext, data, successor) == .message(message)
    else { return true }
    // The host has moved on, and the branch that was left is out of date.
    return try world.opens(ciphertext, data, own).isMessage
  }
}

/// The adversary of an environment that has nothing against the domain: founds it and moves it on as it is told, and tries a key
/// that anybody can write down on ciphertexts.
public struct DomainFounder: ServiceAttacker {
  public enum Message {
    case found
    case succeed(Domain)
    case open(Bytes, data: Bytes)
  }

  public enum Reply {
    case domain(Domain)
    case opened
    case failed
  }

  public init() {}

  public mutating func hear(
    _ message: Message, _ network: inout some Oracle<AttackQuery, EncryptionServiceAnswer>
  ) throws(Forfeit) -> Reply {
    let domain: Domain?
    switch message {
    case .found: domain = try network.onNetwork { network throws(Forfeit) in try network.honestDomain() }
    case .succeed(let old): domain = try network.onNetwork { network throws(Forfeit) in try network.succeed(old) }
    case .open(let ciphertext, let data): return try opens(ciphertext, data, &network) ? .opened : .failed
    }
    return domain.map { .domain($0) } ?? .failed
  }

  /// Whether a key of zeros opens a ciphertext.
  private func opens(
    _ ciphertext: Bytes, _ data: Bytes, _ network: inout some Oracle<AttackQuery, EncryptionServiceAnswer>
  ) throws(Forfeit) -> Bool {
    for length in [8, 32] where network.budget[.openings] > 0 {
      let key = Bytes([UInt8](repeating: 0, count: length))
      if try network.ask(.open(key: key, ciphertext, data: data)).isMessage { return true }
    }
    return false
  }
}
