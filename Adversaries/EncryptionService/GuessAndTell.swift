public import Coins
public import GameKit
public import Games
public import KeySecrecyAdversaries
public import Primitives

/// Encrypts one of two messages and shows the ciphertext to the adversary, which tries `tries` keys on it and tells what it saw.
/// The environment decides: it has seen the message in the real world, or zeros in the ideal one.
///
/// On the calibrated cipher it succeeds with probability tries/2^κ.
public struct GuessAndTell: ServiceEnvironment {
  public typealias Attacker = KeyTrier

  public init() {}

  /// - Returns: "ideal", unless the adversary tells the message.
  public func play(_ world: inout some EnvironmentWorld<KeyTrier>, coins: Coins) throws(Forfeit) -> Bool {
    let byte: UInt8 = coins.bits(1, for: Label("message")) == 0 ? 0x0f : 0xf0
    let (message, data) = (Bytes([UInt8](repeating: byte, count: 16)), Bytes([]))
    guard case .domain(var domain) = try world.tell(.found), try world.add(0, to: &domain),
      case .ciphertext(let ciphertext) = try world.ask(.encrypt(domain.request(0), message, data: data)),
      case .saw(let plaintexts) = try world.tell(.open(ciphertext, data: data))
    else { return true }
    return !plaintexts.contains(message)
  }
}

/// The adversary that tries keys on what it is shown, and tells all that it sees.
public struct KeyTrier: ServiceAttacker {
  public enum Message {
    case found
    case open(Bytes, data: Bytes)
  }

  public enum Reply {
    case domain(Domain)
    case saw([Bytes])
    case failed
  }

  let tries: Int

  public init(tries: Int) { self.tries = tries }

  public mutating func hear(
    _ message: Message, _ network: inout some Oracle<AttackQuery, EncryptionServiceAnswer>
  ) throws(Forfeit) -> Reply {
    switch message {
    case .found:
      return try network.onNetwork { network throws(Forfeit) in try network.honestDomain() }.map { .domain($0) } ?? .failed
    case .open(let ciphertext, let data):
      var seen: [Bytes] = []
      for index in 0..<UInt64(tries) {
        // Keys have eight bytes on the calibrated suite and 32 on the real ones; a key of another length is refused.
        let key = Bytes(Array(Primitives.Message(0, index).bytes.suffix(8)))
        if case .message(let plaintext) = try network.ask(.open(key: key, ciphertext, data: data)) { seen.append(plaintext) }
      }
      return .saw(seen)
    }
  }
}
