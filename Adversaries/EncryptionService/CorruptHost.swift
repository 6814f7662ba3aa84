public import Coins
public import GameKit
public import Games
internal import KeySecrecyAdversaries
internal import Primitives

/// Asks HSMs under the identity of a corrupt host. In a domain that lists it, it reads what others encrypt, by right and in both
/// worlds; in a domain that lists honest hosts only, it gets nothing. Where it is served it guesses `tries` keys, which is all
/// that is left to do about the key itself.
public struct CorruptHost: ServiceAdversary {
  let tries: Int

  public init(tries: Int) { self.tries = tries }

  /// - Returns: "ideal", unless a guessed key opens a ciphertext to its message, or the hosts are not served as said.
  public func play(_ oracle: inout some Oracle<EncryptionServiceQuery, EncryptionServiceAnswer>, coins: Coins) throws(Forfeit)
    -> Bool
  {
    let (message, data) = (Bytes([UInt8](repeating: 255, count: 16)), Bytes([0]))
    guard let corrupt = try oracle.newHost(isCorrupt: true), var mixed = try oracle.honestDomain(listing: [corrupt]),
      var clean = try oracle.honestDomain(), try oracle.add(0, to: &mixed), try oracle.add(0, to: &clean),
      let first = try oracle.encrypt(message, data: data, mixed.request(0)),
      let second = try oracle.encrypt(message, data: data, clean.request(0))
    else { return false }
    guard try oracle.decrypt(first, data: data, mixed.request(0, host: corrupt)) == message,
      try oracle.decrypt(second, data: data, clean.request(0, host: corrupt)) == nil,
      try oracle.encrypt(message, data: data, clean.request(0, host: corrupt)) == nil
    else { return false }
    for index in 0..<UInt64(tries) {
      let key = Bytes(Array(Message(0, index).bytes.suffix(8)))
      if try oracle.ask(.open(key: key, first, data: data)) == .message(message) { return false }
    }
    return true
  }
}
