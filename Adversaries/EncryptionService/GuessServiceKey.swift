public import Coins
public import GameKit
public import Games
internal import KeySecrecyAdversaries
internal import Primitives

/// Tries `tries` keys on a ciphertext of each of `keys` domain keys: in the real world the right one opens it to the message, in
/// the ideal one to zeros.
///
/// On the calibrated cipher it succeeds with probability 1 − (1 − tries/2^κ)^keys.
public struct GuessServiceKey: ServiceAdversary {
  let keys: Int
  let tries: Int

  public init(keys: Int, tries: Int) { (self.keys, self.tries) = (keys, tries) }

  public func play(_ oracle: inout some Oracle<EncryptionServiceQuery, EncryptionServiceAnswer>, coins: Coins) throws(Forfeit)
    -> Bool
  {
    let (message, data) = (Bytes([UInt8](repeating: 255, count: 16)), Bytes([]))
    guard var domain = try oracle.honestDomain() else { return false }
    for handle in 0..<keys { guard try oracle.add(handle, to: &domain) else { return false } }
    for handle in 0..<keys {
      guard let ciphertext = try oracle.encrypt(message, data: data, domain.request(handle)) else { return false }
      for index in 0..<UInt64(tries) {
        // Keys have eight bytes on the calibrated suite and 32 on the real ones; a key of another length is refused.
        let word = Message(0, index).bytes
        let answer = try oracle.ask(.open(key: Bytes(Array(word.suffix(8))), ciphertext, data: data))
        if answer == .message(message) { return false }
      }
    }
    return true
  }
}
